"""Of sites that extend one another, each is told what it does itself, at its own line."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.loading import inspect
from toc.validation import RULES, Findings, Settings, validate_inspection

BASE = """\
toc: 1
id: advice
title: Advice
participants:
  parents: {label: Parents}
activities:
  sessions: {label: Sessions, engages: [parents], leads_to: [know]}
outcomes:
  long_term:
    know: {label: Parents know services}
indicators:
  knows: {label: Knows, measures: [know], scale: five}
scales:
  five: {lowest: 1, highest: 5, better: higher, points: {"1": never, "5": always}}
sites: {wales: site0.yaml}
"""
HEAD = "toc: 1\nextends: base.yaml\ntitle: One\nsite: {id: wales, name: One}\n"
OF_SITES = Settings(codes=frozenset(code for code in RULES if code[3] == "6"))


def told(folder: Path, *sites: str, base: str = BASE) -> list[tuple[str, str, str]]:
    """Return what the rules on sites find in the last of some sites, each of which extends the one before it."""
    (folder / "base.yaml").write_text(base)
    name = "base.yaml"
    for number, site in enumerate(sites):
        (folder / f"site{number}.yaml").write_text(HEAD.replace("base.yaml", name) + site)
        name = f"site{number}.yaml"
    findings: Findings = validate_inspection(inspect(folder / name, root=folder), settings=OF_SITES)
    return [
        (one.code, one.subject, f"{Path(one.place.file).stem}:{one.place.line}") for one in findings if one.place
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("knows: {label: Has heard, reason: Our words}", ("TOC603", "knows", "site0:6")),
        ("five: {highest: 7, reason: Our form}", ("TOC603", "five", "site0:6")),
        ("sessions: {label: Sessions, reason: Our words}", ("TOC605", "sessions", "site0:6")),
        ("know: {label: Fewer debts, reason: Our words}", ("TOC608", "know", "site0:6")),
    ],
)
def test_what_a_region_does_is_told_of_its_towns_too_at_the_line_of_the_region(
    tmp_path: Path, change: str, expected: tuple[str, str, str]
) -> None:
    assert told(tmp_path, f"change:\n  {change}\n", "version: town\n") == [expected]


def test_a_town_need_not_say_again_that_its_region_is_not_comparable(tmp_path: Path) -> None:
    region = "change:\n  knows: {label: Has heard, comparable: false, reason: Our words}\n"
    town = "change:\n  knows: {label: Was told, reason: Words of the town}\n"
    assert told(tmp_path, region, town) == []


def test_an_indicator_that_a_region_drops_and_a_town_adds_again_leaves_nothing_unmeasured(tmp_path: Path) -> None:
    region = "drop:\n  knows: Not asked\n"
    town = "add:\n  indicators:\n    asks: {label: Asks, measures: [know], scale: five}\n"
    assert told(tmp_path, region) == [("TOC606", "know", "site0:6")]
    assert told(tmp_path, region, town) == []


def test_a_dropped_scale_redefines_the_indicators_that_were_scored_on_it(tmp_path: Path) -> None:
    assert told(tmp_path, "drop:\n  five: We count heads\n") == [("TOC603", "five", "site0:6")]


def test_an_indicator_that_says_that_it_is_not_comparable_may_have_its_scale_changed(
    tmp_path: Path,
) -> None:
    change = "change:\n  five: {highest: 7, reason: Our form}\n  knows: {comparable: false, reason: Our form}\n"
    assert told(tmp_path, change) == []


def test_a_town_is_held_to_the_list_of_its_region_not_to_that_of_the_whole(tmp_path: Path) -> None:
    town = "site: {id: cardiff, name: Cardiff}\n"
    (tmp_path / "base.yaml").write_text(BASE)
    (tmp_path / "wales.yaml").write_text(HEAD)
    (tmp_path / "cardiff.yaml").write_text(f"toc: 1\nextends: wales.yaml\n{town}")
    (tmp_path / "york.yaml").write_text(f"toc: 1\nextends: base.yaml\n{town}")
    by_file = {
        name: [one.code for one in validate_inspection(inspect(tmp_path / name, root=tmp_path), settings=OF_SITES)]
        for name in ("wales.yaml", "cardiff.yaml", "york.yaml")
    }
    assert by_file == {"wales.yaml": [], "cardiff.yaml": [], "york.yaml": ["TOC614"]}


def test_an_indicator_that_the_base_does_not_compare_only_wants_a_reason_for_its_change(tmp_path: Path) -> None:
    base = BASE.replace("scale: five}", "scale: five, comparable: false}")
    assert told(tmp_path, "change:\n  knows: {label: Has heard}\n", base=base) == [("TOC609", "knows", "site0:6")]
    assert told(tmp_path, "change:\n  five: {highest: 7, reason: Our form}\n", base=base) == []


@pytest.mark.parametrize(("measured", "expected"), [("[later]", [("TOC603", "knows", "site0:6")]), ("[]", [])])
def test_an_indicator_may_join_an_outcome_that_the_base_does_not_measure(
    tmp_path: Path, measured: str, expected: list[tuple[str, str, str]]
) -> None:
    base = BASE.replace("services}\n", "services}\n    later: {label: Parents are calmer}\n")
    base = base.replace("scales:", f"  calmer: {{label: Calmer, measures: {measured}, scale: five}}\nscales:")
    site = "change:\n  knows: {measures: [know, later], reason: Our view}\n"
    assert told(tmp_path, site, base=base) == expected


def test_a_site_may_say_of_whom_and_in_which_direction_where_its_base_does_not(tmp_path: Path) -> None:
    base = BASE.replace("better: higher, ", "") + "populations: {mothers: {label: Mothers}}\n"
    site = (
        "change:\n  knows: {who: [mothers], reason: They come}\n  five: {better: higher, reason: So it is meant}\n"
    )
    assert told(tmp_path, site, base=base) == []


def test_what_a_region_is_part_of_is_not_asked_for_in_the_list_of_its_own_towns(tmp_path: Path) -> None:
    region = "sites: {cardiff: cardiff.yaml}\n"
    (tmp_path / "base.yaml").write_text(BASE)
    (tmp_path / "wales.yaml").write_text(HEAD + region)
    (tmp_path / "claims.yaml").write_text("toc: 1\nextends: wales.yaml\n")
    findings = validate_inspection(inspect(tmp_path / "claims.yaml", root=tmp_path), settings=OF_SITES)
    assert [one.code for one in findings] == []


REQUIRED = BASE.replace("{label: Parents know services}", "{label: Parents know services, required: true}")


@pytest.mark.parametrize("change", ["{required: false, reason: Not ours}", "{required: , reason: Not ours}"])
def test_what_a_region_does_not_require_any_more_is_told_at_its_line_also_where_a_town_drops_it(
    tmp_path: Path, change: str
) -> None:
    region, town = f"change:\n  know: {change}\n", "drop:\n  know: Not ours\n"
    assert told(tmp_path, region, base=REQUIRED) == [("TOC601", "know", "site0:6")]
    assert ("TOC601", "know", "site0:6") in told(tmp_path, region, town, base=REQUIRED)


def test_a_site_may_say_again_what_its_base_requires_and_require_more(tmp_path: Path) -> None:
    assert told(tmp_path, "change:\n  know: {required: true, reason: Ours}\n") == []
    again = told(tmp_path, "change:\n  know: {required: true, reason: Ours}\n", base=REQUIRED)
    assert again == [("TOC605", "know", "site0:6")]
