from __future__ import annotations

from textwrap import dedent

import pytest

from toc.comparison import Change, FieldChange, diff
from toc.errors import TocError
from toc.loading import loads

OLD = """\
    toc: 1
    id: club
    title: Reading club
    version: "2024-09"
    populations:
      parents: {label: Parents}
    activities:
      evenings:
        label: Reading evenings
        leads_to:
          confidence: {because: Practice makes it easier., basis: stated}
      visits:
        label: Home visits
        leads_to: [confidence]
    outcomes:
      short_term:
        confidence:
          label: Parents are more confident in reading aloud
          leads_to: [reading]
      long_term:
        reading:
          label: Families read together more
    scales:
      five: {lowest: 1, highest: 5, better: higher}
    indicators:
      aloud:
        label: Confidence in reading aloud
        measures: [confidence]
        scale: five
        who: [parents]
    """


def changes(*replaced: tuple[str, str], old: str = OLD) -> tuple[Change, ...]:
    new = old
    for before, after in replaced:
        assert before in new
        new = new.replace(before, after)
    return diff(loads(dedent(old)), loads(dedent(new))).changes


def test_a_theory_and_itself_give_no_change() -> None:
    assert changes() == ()


def test_a_box_with_other_words_is_reworded() -> None:
    assert changes(("Home visits", "Visits at home")) == (
        Change(
            section="boxes",
            kind="changed",
            id="visits",
            label="Visits at home",
            stage="activities",
            fields=(FieldChange("label", "Home visits", "Visits at home"),),
        ),
    )
    assert changes(("Home visits", "Visits at home"))[0].aspects == ("reworded",)


def test_a_box_in_another_stage_is_moved() -> None:
    (found,) = changes(("long_term:", "intermediate:"))
    assert found.fields == (FieldChange("stage", "long_term", "intermediate"),)
    assert (found.id, found.stage, found.aspects) == ("reading", "intermediate", ("moved",))


def test_a_box_with_another_id_is_renamed_and_its_links_are_the_same() -> None:
    (found,) = changes(("confidence", "sure"))
    assert found == Change(
        section="boxes",
        kind="changed",
        id="sure",
        was="confidence",
        label="Parents are more confident in reading aloud",
        stage="short_term",
    )
    assert found.aspects == ("renamed",)


def test_a_box_with_another_id_and_mended_words_is_found_again() -> None:
    (found,) = changes(("confidence", "sure"), ("more confident in", "more confident at"))
    assert (found.id, found.was, found.aspects) == ("sure", "confidence", ("renamed", "reworded"))


def test_a_box_with_another_id_and_other_words_is_another_box() -> None:
    found = changes(("visits:", "play:"), ("Home visits", "Stay and play mornings"))
    assert [(one.section, one.kind, one.id, one.follows) for one in found] == [
        ("boxes", "added", "play", False),
        ("boxes", "dropped", "visits", False),
        ("links", "added", "play -> confidence", True),
        ("links", "dropped", "visits -> confidence", True),
    ]


def test_of_two_boxes_of_one_label_the_one_with_the_same_links_is_the_same_box() -> None:
    old = (
        OLD.replace("Home visits", "Evenings")
        .replace("Reading evenings", "Evenings")
        .replace("leads_to: [confidence]", "leads_to: [reading]")
    )
    found = changes(("evenings:", "first:"), ("visits:", "second:"), old=old)
    assert {(one.was, one.id) for one in found} == {("evenings", "first"), ("visits", "second")}


def test_a_link_that_leads_elsewhere_is_dropped_and_added_although_its_boxes_stay() -> None:
    found = changes(("leads_to: [confidence]", "leads_to: [reading]"))
    assert [(one.section, one.kind, one.id, one.follows) for one in found] == [
        ("links", "added", "visits -> reading", False),
        ("links", "dropped", "visits -> confidence", False),
    ]


def test_a_link_that_says_something_else_is_changed() -> None:
    (found,) = changes(("Practice makes it easier., basis: stated", "They meet others., basis: inferred"))
    assert found == Change(
        section="links",
        kind="changed",
        id="evenings -> confidence",
        label="Reading evenings -> Parents are more confident in reading aloud",
        fields=(
            FieldChange("because", "Practice makes it easier.", "They meet others."),
            FieldChange("basis", "stated", "inferred"),
        ),
    )
    assert found.aspects == ("reworded", "changed")


def test_a_basis_said_once_for_all_links_of_a_box_is_the_same_basis() -> None:
    assert changes(("leads_to: [reading]", "leads_to:\n            reading: {polarity: positive}")) == ()


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [("scale: five", "percent: true", "percent"), ("measures: [confidence]", "measures: [reading]", "measures")],
)
def test_an_indicator_that_measures_otherwise_is_redefined(before: str, after: str, field: str) -> None:
    (found,) = changes((before, after))
    assert found.section == "indicators"
    assert field in [one.field for one in found.fields]
    assert found.aspects == ("redefined",)


def test_an_indicator_with_a_target_is_changed_and_not_redefined() -> None:
    (found,) = changes(("scale: five\n", "scale: five\n        target: {value: 4, by: 2026-04}\n"))
    assert found.aspects == ("changed",)
    assert found.fields == (FieldChange("target.value", "", "4"), FieldChange("target.by", "", "2026-04"))


def test_a_scale_turned_round_is_redefined() -> None:
    (found,) = changes(("better: higher", "better: lower"))
    assert (found.section, found.id, found.aspects) == ("scales", "five", ("redefined",))


def test_words_in_another_language_are_told_by_their_language() -> None:
    (found,) = changes(("label: Home visits", "label: {en: Home visits, cy: Ymweliadau}"))
    assert found.fields == (
        FieldChange("label.en", "", "Home visits"),
        FieldChange("label.cy", "", "Ymweliadau"),
        FieldChange("label", "Home visits", ""),
    )


def test_what_a_theory_says_of_itself_is_one_change() -> None:
    (found,) = changes(("2024-09", "2025-09"))
    assert found == Change(
        section="model",
        kind="changed",
        id="club",
        label="Reading club",
        fields=(FieldChange("version", "2024-09", "2025-09"),),
    )


def test_the_titles_say_which_versions_are_compared() -> None:
    old = loads(dedent(OLD))
    found = diff(old, loads(dedent(OLD.replace("2024", "2025"))))
    assert (found.old, found.new) == ("Reading club, version 2024-09", "Reading club, version 2025-09")


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("        label: Home visits", "boxes"),
        ("        label: Confidence in reading aloud", "indicators"),
    ],
)
def test_an_ignore_that_was_added_is_told_of_its_entry(line: str, section: str) -> None:
    ignored = f"{line}\n        ignore: [{{code: TOC301, reason: Later., until: '2026-01'}}]"
    (told,) = changes((line, ignored))
    assert (told.section, told.aspects) == (section, ("changed",))
    assert told.fields == (FieldChange("ignore.TOC301", "", "Later. (until 2026-01)"),)


def test_an_ignore_that_was_added_to_a_link_is_told_of_the_link() -> None:
    (told,) = changes(("basis: stated}", "basis: stated, ignore: [{code: TOC401, reason: Plain.}]}"))
    assert (told.section, told.id) == ("links", "evenings -> confidence")
    assert told.fields == (FieldChange("ignore.TOC401", "", "Plain."),)


def test_what_the_whole_theory_ignores_locks_and_lists_as_sites_is_told() -> None:
    old = OLD.rstrip(" ") + "    ignore: [{code: TOC301, reason: Later.}, {code: TOC122, reason: Not yet.}]\n"
    new = OLD.rstrip(" ") + (
        "    ignore: [{code: TOC122, reason: Not yet.}, {code: TOC301, reason: Never.}]\n"
        "    locked: [reading]\n    sites: {hull: sites/hull.yaml}\n"
    )
    (told,) = diff(loads(dedent(old)), loads(dedent(new))).changes
    assert (told.section, sorted(told.fields, key=lambda one: one.field)) == (
        "model",
        [
            FieldChange("ignore.TOC301", "Later.", "Never."),
            FieldChange("locked", "", "reading"),
            FieldChange("sites.hull", "", "sites/hull.yaml"),
        ],
    )


def test_that_a_site_lists_no_sites_of_its_own_is_no_change_from_its_base() -> None:
    base = OLD.rstrip(" ") + "    sites: {hull: sites/hull.yaml}\n"
    site = OLD.rstrip(" ") + "    site: {id: hull, name: Hull}\n"
    (told,) = diff(loads(dedent(base)), loads(dedent(site))).changes
    assert told.fields == (FieldChange("site.id", "", "hull"), FieldChange("site.name", "", "Hull"))


def test_the_order_of_a_file_is_no_change() -> None:
    lines = dedent(OLD).splitlines()
    at = lines.index("  visits:")
    turned = [*lines[: at - 4], *lines[at : at + 3], *lines[at - 4 : at], *lines[at + 3 :]]
    assert diff(loads(dedent(OLD)), loads("\n".join(turned))).changes == ()


def test_what_is_no_theory_is_refused_in_one_line() -> None:
    with pytest.raises(TocError, match=r"^toc\.diff wants two theories of change\."):
        diff(loads(dedent(OLD)), "club.yaml")  # type: ignore[arg-type]  # that is the point
