"""What the sites of a base add up to, and what cannot be added."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.errors import LoadError
from toc.loading import load, loads
from toc.reports.shown_theory import shown_theory
from toc.reports.site_totals import site_totals

CSOF = Path(__file__).parents[2] / "models" / "csof"
BASE = """\
toc: 1
id: advice
title: Advice
units: {family: {label: families}, person: {label: people}}
outputs:
  seen:
    label: Families seen
    count: 60
    unit: family
sites:
  north: north.yaml
  south: south.yaml
"""
NORTH = "toc: 1\nextends: base.yaml\nsite: {id: north, name: The North}\n"
SOUTH = "toc: 1\nextends: base.yaml\nsite: {id: south, name: The South}\n"


def words(folder: Path, north: str, south: str, base: str = BASE) -> list[str]:
    for name, text in (("base", base), ("north", NORTH + north), ("south", SOUTH + south)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [output.words for output in site_totals(load(folder / "base.yaml")).outputs]


def count(number: str, more: str = "") -> str:
    return f"change:\n  seen: {{count: {number}{more}}}\n"


def test_the_sites_of_csof_add_up_to_what_the_service_counts() -> None:
    """Barnardo's 2015, Table 1 and Appendix 2; section 4.1.3 for the courses."""
    totals = site_totals(load(CSOF / "csof.yaml"))
    said = {output.id: (str(output.own), output.words) for output in totals.outputs}
    assert totals.unread == ()
    assert {key: said[key] for key in ("families_supported", "individuals_supported", "charters_produced")} == {
        "families_supported": (
            "79 families",
            "79 families (Bristol 39, Isle of Wight 23, South East Wales 17)",
        ),
        "individuals_supported": (
            "134 individuals",
            "134 individuals (Bristol 85, Isle of Wight 32, South East Wales 17)",
        ),
        "charters_produced": (
            "2 charters",
            "2 charters (Bristol 1, Isle of Wight 1; dropped by South East Wales)",
        ),
    }
    assert said["offenders_supported"][1] == "not known for Bristol, Isle of Wight, South East Wales"


@pytest.mark.parametrize(
    ("north", "south", "said"),
    [
        pytest.param(count("40"), count("20"), "60 families (The North 40, The South 20)", id="the same"),
        pytest.param(
            count("40"), count("15"), "55 families (The North 40, The South 15), 5 fewer than the base", id="fewer"
        ),
        pytest.param(
            count("40"), count("1000"), "1,040 families (The North 40, The South 1,000), 980 more than the base",
            id="more",
        ),
        pytest.param(
            count("40", ", qualifier: at_least"), count("20"), "at least 60 families (The North 40, The South 20)",
            id="as exact as its parts",
        ),
        pytest.param(count("40"), count("null"), "not known for The South (The North 40)", id="not published"),
        pytest.param(count("40"), "", "not known for The South (The North 40)", id="only the base's own count"),
        pytest.param(
            count("40"), "drop: {seen: Not done}\n",
            "40 families (The North 40; dropped by The South), 20 fewer than the base", id="dropped",
        ),
        pytest.param(
            "drop: {seen: Not done}\n", "drop: {seen: Not done}\n", "none (dropped by The North, The South)",
            id="dropped by all",
        ),
        pytest.param(
            count("40"), count("20", ", unit: person"),
            "not added: families and people are different units and cannot be added.", id="two units",
        ),
        pytest.param(
            count("40", ", unit: person"), count("20", ", unit: person"),
            "60 people (The North 40, The South 20), while the base counts families", id="a unit of their own",
        ),
    ],
)  # fmt: skip
def test_a_sum_says_what_it_is_of_and_how_it_differs(tmp_path: Path, north: str, south: str, said: str) -> None:
    assert words(tmp_path, north, south) == [said]


def test_a_base_without_a_count_says_so_beside_the_sum(tmp_path: Path) -> None:
    base = BASE.replace("    count: 60\n", "")
    assert words(tmp_path, count("40"), count("20"), base) == [
        "60 families (The North 40, The South 20); the base gives no count"
    ]


def test_an_output_that_nobody_counts_is_left_out(tmp_path: Path) -> None:
    assert words(tmp_path, "", "", BASE.replace("    count: 60\n", "")) == []


def test_counts_without_a_unit_are_not_added(tmp_path: Path) -> None:
    assert words(tmp_path, count("40"), count("20"), BASE.replace("    unit: family\n", "")) == [
        "not added: a count without a unit cannot be added: nobody knows what it counts."
    ]


def test_a_count_of_a_country_is_not_that_of_its_town(tmp_path: Path) -> None:
    (tmp_path / "south.yaml").write_text("toc: 1\nextends: north.yaml\nsite: {id: south, name: The South}\n")
    (tmp_path / "base.yaml").write_text(BASE)
    (tmp_path / "north.yaml").write_text(NORTH + count("40"))
    (total,) = site_totals(load(tmp_path / "base.yaml")).outputs
    assert total.words == "not known for The South (The North 40)"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (None, "north: north.yaml does not exist. In that folder there is: south.yaml, base.yaml."),
        ("toc: 1\nid: [\n", "north: north.yaml has a fault; `toc validate` says where."),
        ("toc: 1\nid: [x]\nname: y\n", "north: north.yaml has 3 faults; `toc validate` says where."),
        ("toc: 1\nid: other\ntitle: Other\n", "north: north.yaml does not extend this model."),
    ],
)
def test_a_site_that_cannot_be_read_is_one_line_and_its_counts_are_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, why: str
) -> None:
    (tmp_path / "base.yaml").write_text(BASE)
    (tmp_path / "south.yaml").write_text(SOUTH + count("20"))
    if text is not None:
        (tmp_path / "north.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)
    totals = site_totals(load("base.yaml"))
    assert totals.unread == (why,)
    assert [output.words for output in totals.outputs] == ["not known for north (The South 20)"]


def test_a_base_that_lists_a_site_outside_the_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "north.yaml").write_text(NORTH)
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "base.yaml").write_text(BASE.replace("north: north.yaml", "north: ../north.yaml"))
    with pytest.raises(LoadError) as refused:
        load(inner / "base.yaml")
    assert [(fault.kind, fault.message.partition(" of ")[0]) for fault in refused.value.faults] == [
        ("path-escape", '"../north.yaml" leads out')
    ]


def test_a_base_that_is_no_file_cannot_find_its_sites() -> None:
    assert site_totals(loads(BASE)).unread == (
        "north: this model was not read from a file, so its sites cannot be found.",
        "south: this model was not read from a file, so its sites cannot be found.",
    )


def test_a_base_in_short_ends_with_its_outputs(tmp_path: Path) -> None:
    words(tmp_path, count("40"), count("15"))
    shown = shown_theory(load(tmp_path / "base.yaml")).written("text")
    assert (
        shown.partition("Outputs: 1\nLinks: 0\n")[2]
        == """\

Outputs, and what the sites add up to
  Families seen (seen): 60 families
    sites: 55 families (The North 40, The South 15), 5 fewer than the base
"""
    )
