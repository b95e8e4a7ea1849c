"""Every word that a figure prints of its own accord, in English."""

from __future__ import annotations

from collections.abc import Mapping

from toc.model import COLUMN_LABELS

__all__ = ["ENGLISH"]

_LEGEND = {
    "shared": "More than one strand",
    "shared_by_all": "All strands",
    "shared_either_way": "Several or all strands",
    "stated": "stated in the source",
    "stated_or_unsaid": "stated in the source, or not said",
    "unsaid": "not said whether stated",
    "generic": "stated of the whole stage",
    "inferred": "our reading",
    "feedback": "feeds back to",
    "negative": "works against",
    "stage": "between whole stages",
    "inferred_stage": "stage is our reading",
    "indicator": "indicator",
    "factor": "factor that acts here",
    "pointer": "factor that acts on a link",
    "added_box": "+ added",
    "dropped_box": "\N{EN DASH} dropped",
    "changed_box": "~ changed",
    "added_link": "link added",
    "dropped_link": "link dropped",
    "changed_link": "link changed",
    "path_box": "on the way",
    "path_link": "link on the way",
    "evidence_for": "studies support it",
    "evidence_mixed": "studies for and against",
    "evidence_against": "studies speak against it",
    "evidence_none": "no study named",
    "confidence_high": "confidence 70 or more",
    "confidence_middle": "confidence 40 to 69",
    "confidence_low": "confidence under 40",
}
_FOOTER = {
    "source": "Source: {sources}.",
    "reading": "Dashed arrows are a reading of it; the other arrows follow its sentences.",
    "reading_or_unsaid": "Dashed arrows are a reading of it; where some of the others come from is not said.",
    "reading_in_words": "What is our reading is called so; the other links follow its sentences.",
    "reading_or_unsaid_in_words": (
        "What is our reading is called so; where some of the other links come from is not said."
    ),
    "model": "Model {id}{version}, fingerprint {fingerprint}.",
    "version": ", version {version}",
    "not_drawn": "Boxes not drawn: {parts}.",
    "elsewhere": "{n} in other columns or strands",
    "elsewhere_columns": "{n} in other columns",
    "outside": "{n} outside this view",
    "inside": "{n} as part of a box shown",
    "away": "Links to boxes not drawn: {n}.",
}
_VIEWS = {
    "chain": "What leads to: {label}",
    "who": "For: {label}",
    "highlight": "Thick: what leads to {label}, and where it leads",
    "evidence": "evidence for each link",
    "assumed_of_links": "Assumed, by the numbers on the links: {assumptions}.",
    "nothing_assumed": "Nothing is assumed of these links.",
    "status_untested": "untested",
    "status_supported": "supported",
    "status_mixed": "mixed evidence",
    "status_refuted": "refuted",
    "indicator_sign": "i{number}",
    "indicator_key": "Indicators: {indicators}.",
    "no_indicator": "no indicator",
    "indicators_away": "Indicators not drawn: {n}.",
    "factors_away": "Factors not drawn: {n}.",
    "worksheet": "Worksheet: write in the boxes and draw the arrows",
}
_PAGES = {
    "page_of": "Page {number} of {count}: {part}",
    "overview": "overview",
    "contents": "The other pages: {pages}.",
    "see_page": "see page {pages}",
    "see_pages": "see pages {pages}",
    "part_of": "part of {label}",
    "some_boxes": "{n} boxes",
    "some_boxes_of": "{label}: {n} boxes",
    "its_parts": "{label}, part by part",
    "and_more": "{labels} and {n} more",
    "pages": "Pages {pages}",
    "map": "A box of this map stands for all that one column and strand hold, which is on the other pages.",
    "not_here": "Not shown on this page: {what}.",
    "not_here_scores": "scores",
    "not_here_indicators": "indicators",
    "not_here_factors": "factors",
    "not_here_assumptions": "assumptions",
    "rest_strand": "what is linked to no strand",
    "rest_outcome": "what leads to none of these outcomes",
    "guests": "White boxes with a thin border are at home on another page.",
}
_CHANGES = {
    "compared": "compared with {old}",
    "nothing_changed": "Nothing changed.",
    "changed_boxes": "Boxes: {counts}.",
    "changed_links": "Links: {counts}.",
    "changed_indicators": "Indicators: {counts}.",
    "changed_rest": "Other changes: {n}.",
    "count_added": "{n} added",
    "count_dropped": "{n} dropped",
    "count_changed": "{n} changed",
    "unseen_boxes": "Changes inside boxes drawn closed or in columns left out: {n}.",
    "unseen_outside": "Changes outside this part, inside boxes drawn closed or in columns left out: {n}.",
    "unseen_rest": "Changes that no figure shows, such as those of indicators: {n}.",
    "unseen_told": "The list of the changes in words (toc diff) tells them.",
}
_IN_WORDS = {
    "shared_box": "shared",
    "whole": "all its parts",
    "told_stated": "stated in the source",
    "told_generic": "stated of the whole stage",
    "told_inferred": "our reading",
    "told_feedback": "feeds back",
    "told_negative": "less of it",
    "told_added": "added",
    "told_dropped": "dropped",
    "told_changed": "changed",
    "told_path": "on the way",
    "told_stage": "stage is our reading",
    "told_studies": "studies: {for_} for, {against} against",
    "told_flag": "assumption {number}",
    "told_indicators": "measured by: {indicators}",
    "told_factors": "factors that act on it: {letters}",
    "told_factor": "factor {letter}",
    "acts_on": "acts on",
    "link_between": "the link from {source} to {target}",
    "told_confidence": "confidence {confidence:g}",
    "leads_to": "leads to",
    "whole_leads_to": "the whole stage leads to",
    "comes_from": "follows from",
    "indicators": "indicators",
    "sources": "where it is stated",
    "leads_nowhere": "leads to nothing drawn",
    "no_boxes": "no boxes",
    "empty_box": "empty box",
    "and": "and",
    "in_words": "The pathways in words",
    "no_drawing": (
        "There is no drawing here because no renderer is installed. To get it, run {command} and make this page "
        "again."
    ),
}
_BADGES = {
    "scores": "change in outcome scores",
    "scores_synthetic": "change in outcome scores, SYNTHETIC DATA",
    "improved": "{percent}% improved, n={n}",
    "few": "few pairs ({caution})",
    "not_measured": "not measured",
    "in_parts": "measured in its parts",
    "in_whole": "measured only as part of its whole",
    "no_pairs": "no pairs yet",
    "hidden": "hidden",
    "before_after": "before and after: {points}",
    "points": "{low:+g} points",
    "points_span": "{low:+g} to {high:+g} points",
}
_SCORES = {
    "synthetic": "SYNTHETIC data: nothing may be concluded from them.",
    "note": "Scores: {what} (data: {source}).",
    "the rows given": "the rows given",
    "the table given": "the table given",
    "what_points": "change in percentage points of those asked before and after",
    "what": "{bands}; rule: {rule}; n counts {counted}, {compared}",
    "bands": "▲ {good} % or more improved, ■ {mixed} to {top} %, ▼ under {mixed} %, ○ not measured",
    "rule_pairs": "pairs",
    "rule_mean_of_shares": "mean_of_shares",
    "rule_person_any": "person_any",
    "rule_person_all": "person_all",
    "rule_person_net": "person_net",
    "counted_pairs": "pairs of a person and an indicator",
    "counted_people": "people",
    "counted_shares of indicators": "indicators",
    "latest": "first reading against latest",
    "final": "first reading against final",
    "days": "{compared} of days {first} to {last}",
    "no_site": "The data name no site: every row is counted for {site}.",
    "coverage": "Coverage: {with_two} of {people} people have {what} ({share:.1f} %); {rest} have not.",
    "coverage_but_one": "Coverage: {with_two} of {people} people have {what} ({share:.1f} %); {rest} has not.",
    "two": "two assessments",
    "first_and_final": "an initial and a final assessment",
    "coverage_hidden": "Coverage: hidden.",
    "coverage_unknown": "Coverage: not known.",
    "left_out": "Rows left out: {n}.",
    "assumed": "Direction assumed.",
    "observed": "Change observed, not caused.",
}
_OPTIONS = {
    "final_only": "Only final readings are compared with the first; follow-ups are not.",
    "window": (
        "Only readings of day {first} to {last} after the initial one are compared with it, the latest of them; "
        "who has none counts as seen once."
    ),
    "min_step": "A change counts from {step:g} on the scale; a smaller one is no change.",
    "reliable": (
        "Reliable change on {scale} (Jacobson and Truax 1991; s = {s:g}, r = {r:g}): a step of more than "
        "{cut_off:.2f}; a smaller one is no change. Assumes that s and r hold for these people."
    ),
    "published": (
        "For publication numbers below {threshold} are hidden, and those from which one could be worked out "
        "({zeros})."
    ),
    "zeros_shown": "zeros are shown",
    "zeros_hidden": "zeros are hidden too",
    "not_judged": "Not judged, since the data do not say of how many people: {n} of the indicators.",
}

ENGLISH: Mapping[str, str] = {
    **{f"heading_{column}": label for column, label in COLUMN_LABELS.items()},
    **_LEGEND, **_FOOTER, **_VIEWS, **_PAGES, **_CHANGES, **_IN_WORDS, **_BADGES, **_SCORES,
    **_OPTIONS,
}  # fmt: skip
