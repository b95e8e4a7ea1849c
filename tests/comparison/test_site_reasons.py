"""The reason that a site gives goes with each of its changes, and with no other."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from toc.comparison import Changes, diff
from toc.loading import load

SITES = sorted((Path(__file__).parents[2] / "models" / "csof" / "sites").glob("*.yaml"))
BASE = """\
toc: 1
id: club
title: Club
coverage: {people: 10, with_two: 5}
strands: {home: {label: Homes}}
populations: {home: {label: People at home}}
activities:
  home: {label: Home visits, strand: home, leads_to: {calm: {because: Talk helps}, skill: {}}}
  talks: {label: Talks, leads_to: {calm: {because: Words help}, skill: {because: They hear}}}
  creche: {label: Creche, leads_to: [talks]}
outcomes:
  short_term: {calm: {label: Calm}, skill: {label: Skill}}
"""


def compared(folder: Path, site: str, *earlier: tuple[str, str], older: str | None = None) -> Changes:
    """Compare a site with its base, with an earlier version of its base, or with an older version of itself."""
    before = BASE
    for now, then in earlier:
        assert now in before
        before = before.replace(now, then)
    head = "toc: 1\nextends: base.yaml\nsite: {id: north, name: North}\n"
    files = {"base": BASE, "before": before, "site": head + dedent(site), "older": head + dedent(older or "")}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return diff(load(folder / ("before.yaml" if older is None else "older.yaml")), load(folder / "site.yaml"))


def told(changes: Changes) -> dict[tuple[str, str, str], str]:
    return {(one.section, one.kind, one.id): one.reason for one in changes if one.section != "model"}


@pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)
def test_every_reason_of_a_site_of_csof_is_told_of_what_it_is_given_for(path: Path) -> None:
    site = load(path)
    assert site.derivation is not None
    base, derivation = site.derivation.base, site.derivation
    given = {(one.subject, one.reason.strip()) for one in (*derivation.changed, *derivation.dropped) if one.reason}
    found = [one for one in diff(base, site) if one.reason]
    about = {(name, one.reason) for one in found for name in (one.id, one.id.partition(" -> ")[0])}
    about |= {("coverage", one.reason) for one in found if one.section == "model"}
    assert given - about == set()


def test_a_reason_for_a_box_is_not_told_of_the_strand_and_population_of_its_id(tmp_path: Path) -> None:
    site = "change:\n  home: {label: Calls, reason: We ring}\n"
    earlier = (("label: Homes", "label: House"), ("label: People at home", "label: Residents"))
    assert told(compared(tmp_path, site, *earlier)) == {
        ("boxes", "changed", "home"): "We ring",
        ("strands", "changed", "home"): "",
        ("populations", "changed", "home"): "",
    }


def test_a_reason_for_the_words_of_a_box_is_not_told_of_another_field(tmp_path: Path) -> None:
    site = "change:\n  home: {label: Calls, reason: We ring}\n"
    changes = compared(tmp_path, site, ("label: Home visits, strand: home", "label: Calls"))
    assert [([field.field for field in one.fields], one.reason) for one in changes.of("boxes")] == [
        (["strand"], "")
    ]


def test_a_reason_for_links_is_told_of_those_that_came_went_or_are_otherwise_and_of_no_other(
    tmp_path: Path,
) -> None:
    site = """\
        add: {outputs: {papers: {label: Papers}}}
        change:
          talks:
            leads_to: {calm: {because: They hear us}, skill: null, papers: {}}
            reason: Fewer talks
    """
    earlier = ("leads_to: {calm: {because: Talk helps}", "leads_to: {calm: {because: It helps}")
    assert told(compared(tmp_path, site, earlier)) == {
        ("boxes", "added", "papers"): "",
        ("links", "changed", "home -> calm"): "",
        ("links", "changed", "talks -> calm"): "Fewer talks",
        ("links", "added", "talks -> papers"): "Fewer talks",
        ("links", "dropped", "talks -> skill"): "Fewer talks",
    }


def test_a_link_that_went_with_a_box_has_not_the_reason_for_other_links(tmp_path: Path) -> None:
    site = """\
        change: {talks: {leads_to: {calm: {because: They hear us}}, reason: Fewer talks}}
        drop: {skill: Not taught here}
    """
    assert told(compared(tmp_path, site)) == {
        ("boxes", "dropped", "skill"): "Not taught here",
        ("links", "changed", "talks -> calm"): "Fewer talks",
        ("links", "dropped", "home -> skill"): "",
        ("links", "dropped", "talks -> skill"): "",
    }


@pytest.mark.parametrize(
    "site",
    ["drop: {coverage: Not counted here}", "change: {coverage: {people: 3, reason: Not counted here}}"],
    ids=["dropped", "changed"],
)
def test_a_reason_for_the_coverage_is_told_of_the_model(tmp_path: Path, site: str) -> None:
    assert [one.reason for one in compared(tmp_path, site).of("model")] == ["Not counted here"]
    base = load(tmp_path / "base.yaml")
    same = base.model_copy(update={"coverage": load(tmp_path / "site.yaml").coverage})
    assert [one.reason for one in diff(same, load(tmp_path / "site.yaml")).of("model")] == [""]


def test_a_reason_that_the_older_version_of_a_site_gave_too_is_not_why_the_newer_one_is_otherwise(
    tmp_path: Path,
) -> None:
    site = "change:\n  home: {label: Phoning, reason: We ring}\n  talks: {label: Lessons, reason: Course}\n"
    older = "change:\n  home: {label: Calls, reason: We ring}\n  talks: {label: Speeches, reason: Hall}\n"
    assert told(compared(tmp_path, site, older=older)) == {
        ("boxes", "changed", "home"): "",
        ("boxes", "changed", "talks"): "Course",
    }
