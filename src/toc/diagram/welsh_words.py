"""Every word that a figure prints of its own accord, in Welsh. No native reader has checked them."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["WELSH"]

_HEADINGS = {
    "heading_inputs": "Mewnbynnau",
    "heading_participants": "Cyfranogwyr",
    "heading_activities": "Gweithgareddau",
    "heading_outputs": "Allbynnau",
    "heading_short_term": "Canlyniadau tymor byr",
    "heading_intermediate": "Canlyniadau canolradd",
    "heading_long_term": "Canlyniadau tymor hir",
    "heading_context": "Cyd-destun",
    "heading_risk": "Risgiau",
    "heading_exposure": "Amlygiad",
    "heading_confounder": "Newidynnau dryslyd",
    "heading_mediator": "Cyfryngwyr",
    "heading_moderator": "Cymedrolwyr",
    "heading_protective": "Ffactorau gwarchodol",
}
_LEGEND = {
    "shared": "Mwy nag un llinyn",
    "shared_by_all": "Pob llinyn",
    "shared_either_way": "Sawl llinyn neu bob un",
    "stated": "wedi'i nodi yn y ffynhonnell",
    "generic": "wedi'i nodi am y cam cyfan",
    "inferred": "ein dehongliad ni",
    "feedback": "yn bwydo'n ôl i",
    "negative": "yn gweithio yn erbyn",
    "stage": "rhwng camau cyfan",
    "inferred_stage": "ein dehongliad ni yw'r cam",
    "indicator": "dangosydd",
    "factor": "ffactor sy'n gweithredu yma",
    "pointer": "ffactor sy'n gweithredu ar gyswllt",
    "added_box": "+ ychwanegwyd",
    "dropped_box": "\N{EN DASH} gollyngwyd",
    "changed_box": "~ newidiwyd",
    "added_link": "cyswllt a ychwanegwyd",
    "dropped_link": "cyswllt a ollyngwyd",
    "changed_link": "cyswllt a newidiwyd",
    "path_box": "ar y llwybr",
    "path_link": "cyswllt ar y llwybr",
    "evidence_for": "astudiaethau o'i blaid",
    "evidence_mixed": "astudiaethau o blaid ac yn erbyn",
    "evidence_against": "astudiaethau yn ei erbyn",
    "evidence_none": "dim astudiaeth wedi'i henwi",
    "confidence_high": "hyder 70 neu fwy",
    "confidence_middle": "hyder 40 i 69",
    "confidence_low": "hyder o dan 40",
}
_ADVICE = {
    "small": "Mae'r geiriau yn {size:.1f} pwynt o uchder ar {page}, sy'n fach i'w darllen.",
    "larger": "Byddai {page} yn haws i'w ddarllen, neu ffigur o un llinyn.",
    "split": "Dangoswch un llinyn ar y tro (--strand).",
    "small_page": (
        "Ar dudalen {number} o {count} mae'r geiriau yn {size:.1f} pwynt o uchder, sy'n fach i'w darllen."
    ),
    "choose": "Dewiswch {ways}.",
    "way_page": "--page {page} ({size:.1f} pwynt)",
    "way_split": "--split {kind} ({count} o dudalennau, {size:.1f} pwynt neu fwy)",
    "or": ", neu ",
    "scripts": (
        "Nid yw llythrennau'r sgriptiau hyn yn y ffont sy'n dod gyda toc: {scripts}. Dangosir SVG neu HTML â "
        "ffontiau'r darllenydd; ar gyfer PDF neu PNG gosodwch un sy'n eu cynnwys, fel Noto, neu gallent fod yn "
        "flychau gwag."
    ),
    "glyphs": "Nid oes arwydd yn ffont y ffigur ar gyfer {signs}.",
}
_FOOTER = {
    "source": "Ffynhonnell: {sources}.",
    "reading": "Dehongliad ohoni yw'r saethau toredig; mae'r saethau eraill yn dilyn ei brawddegau.",
    "model": "Model {id}{version}, ôl bys {fingerprint}.",
    "version": ", fersiwn {version}",
    "not_drawn": "Blychau heb eu lluniadu: {parts}.",
    "elsewhere": "{n} mewn colofnau neu linynnau eraill",
    "outside": "{n} y tu allan i'r olwg hon",
    "inside": "{n} fel rhan o flwch a ddangosir",
    "away": "Cysylltau â blychau heb eu lluniadu: {n}.",
}
_VIEWS = {
    "chain": "Yr hyn sy'n arwain at: {label}",
    "who": "Ar gyfer: {label}",
    "highlight": "Trwchus: yr hyn sy'n arwain at {label}, ac i ble mae'n arwain",
    "evidence": "tystiolaeth ar gyfer pob cyswllt",
    "assumed_of_links": "Tybir, yn ôl y rhifau ar y cysylltau: {assumptions}.",
    "nothing_assumed": "Ni thybir dim am y cysylltau hyn.",
    "status_untested": "heb ei phrofi",
    "status_supported": "wedi'i chefnogi",
    "status_mixed": "tystiolaeth gymysg",
    "status_refuted": "wedi'i gwrthbrofi",
    "indicator_sign": "d{number}",
    "indicator_key": "Dangosyddion: {indicators}.",
    "no_indicator": "dim dangosydd",
    "indicators_away": "Dangosyddion heb eu lluniadu: {n}.",
    "factors_away": "Ffactorau heb eu lluniadu: {n}.",
    "worksheet": "Taflen waith: ysgrifennwch yn y blychau a thynnwch y saethau",
}
_PAGES = {
    "page_of": "Tudalen {number} o {count}: {part}",
    "overview": "trosolwg",
    "contents": "Y tudalennau eraill: {pages}.",
    "see_page": "gweler tudalen {pages}",
    "see_pages": "gweler tudalennau {pages}",
    "part_of": "rhan o {label}",
    "some_boxes": "{n} blwch",
    "some_boxes_of": "{label}: {n} blwch",
    "its_parts": "{label}, fesul rhan",
    "inside_boxes": "yr hyn sydd y tu mewn i flychau tudalennau eraill",
    "rest_strand": "yr hyn nad yw'n gysylltiedig ag unrhyw linyn",
    "rest_outcome": "yr hyn nad yw'n arwain at unrhyw un o'r canlyniadau hyn",
    "guests": "Mae blychau gwyn ag ymyl denau yn perthyn i dudalen arall.",
}
_CHANGES = {
    "compared": "o'i gymharu â {old}",
    "nothing_changed": "Ni newidiodd dim.",
    "changed_boxes": "Blychau: {counts}.",
    "changed_links": "Cysylltau: {counts}.",
    "changed_indicators": "Dangosyddion: {counts}.",
    "changed_rest": "Newidiadau eraill: {n}.",
    "count_added": "{n} wedi'u hychwanegu",
    "count_dropped": "{n} wedi'u gollwng",
    "count_changed": "{n} wedi'u newid",
    "unseen": "Newidiadau heb eu harwydd eu hunain yn y ffigur hwn: {n}.",
}
_IN_WORDS = {
    "shared_box": "a rennir",
    "whole": "ei holl rannau",
    "told_stated": "wedi'i nodi",
    "told_generic": "cyffredinol",
    "told_inferred": "dehongliad",
    "told_feedback": "adborth",
    "told_negative": "llai ohono",
    "told_added": "ychwanegwyd",
    "told_dropped": "gollyngwyd",
    "told_changed": "newidiwyd",
    "told_path": "ar y llwybr",
    "told_stage": "cam wedi'i ddehongli",
    "told_studies": "astudiaethau: {for_} o blaid, {against} yn erbyn",
    "told_flag": "tybiaeth {number}",
    "told_indicators": "mesurir gan: {indicators}",
    "told_factors": "ffactorau sy'n gweithredu arno: {letters}",
    "told_factor": "ffactor {letter}",
    "acts_on": "yn gweithredu ar",
    "link_between": "y cyswllt o {source} i {target}",
    "told_confidence": "hyder {confidence:g}",
    "leads_to": "yn arwain at",
    "whole_leads_to": "mae'r cam cyfan yn arwain at",
    "comes_from": "yn dilyn o",
    "indicators": "dangosyddion",
    "sources": "ble y'i nodir",
    "leads_nowhere": "nid yw'n arwain at ddim a luniadwyd",
    "no_boxes": "dim blychau",
    "empty_box": "blwch gwag",
    "and": "a",
    "in_words": "Y llwybrau mewn geiriau",
    "no_drawing": (
        "Nid oes lluniad yma am nad oes rendrwr wedi'i osod. I'w gael, rhedwch {command} a gwnewch y dudalen hon "
        "eto."
    ),
}
_BADGES = {
    "scores": "newid yn sgorau'r canlyniadau",
    "improved": "{percent}% wedi gwella, n={n}",
    "few": "ychydig o barau ({caution})",
    "not_measured": "heb ei fesur",
    "in_parts": "wedi'i fesur yn ei rannau",
    "in_whole": "wedi'i fesur fel rhan o'i gyfan yn unig",
    "no_pairs": "dim parau eto",
    "hidden": "cuddiwyd",
    "before_after": "cyn ac wedyn: {points}",
    "points": "{low:+g} pwynt",
    "points_span": "{low:+g} i {high:+g} pwynt",
}
_SCORES = {
    "synthetic": "Data SYNTHETIG: ni ellir dod i unrhyw gasgliad ohonynt.",
    "note": "Sgorau: {what} (data: {source}).",
    "the rows given": "y rhesi a roddwyd",
    "the table given": "y tabl a roddwyd",
    "what_points": "newid mewn pwyntiau canran ymhlith y rhai a holwyd cyn ac wedyn",
    "what": "{bands}; rheol: {rule}; mae n yn cyfrif {counted}, {compared}",
    "bands": "▲ {good} % neu fwy wedi gwella, ■ {mixed} i {top} %, ▼ o dan {mixed} %, ○ heb ei fesur",
    "rule_pairs": "parau",
    "rule_mean_of_shares": "cymedr y cyfrannau",
    "rule_person_any": "person, unrhyw bâr",
    "rule_person_all": "person, pob pâr",
    "rule_person_net": "person, y mwyafrif o barau",
    "counted_pairs": "parau o berson a dangosydd",
    "counted_people": "pobl",
    "counted_shares of indicators": "dangosyddion",
    "latest": "y darlleniad cyntaf yn erbyn y diweddaraf",
    "final": "y darlleniad cyntaf yn erbyn yr olaf",
    "days": "{compared} o ddiwrnodau {first} i {last}",
    "no_site": "Nid yw'r data'n enwi safle: cyfrifir pob rhes ar gyfer {site}.",
    "coverage": "Cwmpas: mae gan {with_two} o {people} o bobl {what} ({share:.1f} %); nid oes gan {rest}.",
    "coverage_but_one": "Cwmpas: mae gan {with_two} o {people} o bobl {what} ({share:.1f} %); nid oes gan {rest}.",
    "two": "ddau asesiad",
    "first_and_final": "asesiad cychwynnol ac asesiad terfynol",
    "coverage_hidden": "Cwmpas: cuddiwyd.",
    "coverage_unknown": "Cwmpas: anhysbys.",
    "left_out": "Rhesi a adawyd allan: {n}.",
    "assumed": "Cyfeiriad wedi'i dybio.",
    "observed": "Newid a welwyd, nid newid a achoswyd.",
}
_OPTIONS = {
    "final_only": "Dim ond darlleniadau olaf a gymherir â'r cyntaf; ni chymherir rhai dilynol.",
    "window": (
        "Dim ond darlleniadau o ddiwrnod {first} i {last} ar ôl yr un cychwynnol a gymherir ag ef, y diweddaraf "
        "ohonynt; mae'r sawl sydd heb un yn cyfrif fel un a welwyd unwaith."
    ),
    "min_step": "Mae newid yn cyfrif o {step:g} ar y raddfa; nid yw un llai yn newid.",
    "reliable": (
        "Newid dibynadwy ar {scale} (Jacobson a Truax 1991; s = {s:g}, r = {r:g}): cam o fwy na {cut_off:.2f}; "
        "nid yw un llai yn newid. Tybir bod s ac r yn dal i'r bobl hyn."
    ),
    "published_none": "I'w gyhoeddi ni chuddiwyd unrhyw rif ({zeros}).",
    "published_one": (
        "I'w gyhoeddi cuddiwyd 1 rhif: llai na {threshold}, neu gellid cyfrifo un felly ohono ({zeros})."
    ),
    "published": (
        "I'w gyhoeddi cuddiwyd {n} rhif: llai na {threshold}, neu gellid cyfrifo un felly ohonynt ({zeros})."
    ),
    "zeros_shown": "dangosir sero",
    "zeros_hidden": "cuddir sero hefyd",
    "not_judged": "Heb eu barnu, am nad yw'r data'n dweud o faint o bobl: {n} o'r dangosyddion.",
}

WELSH: Mapping[str, str] = {
    **_HEADINGS, **_LEGEND, **_ADVICE, **_FOOTER, **_VIEWS, **_PAGES, **_CHANGES, **_IN_WORDS, **_BADGES,
    **_SCORES, **_OPTIONS,
}  # fmt: skip
