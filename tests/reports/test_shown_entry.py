"""What is shown of an entry and of a model: every leaf, its value as YAML, and the file and line it came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.errors import TocError
from toc.loading import from_dict, load
from toc.places import Place
from toc.reports.entry_fields import EntryField
from toc.reports.shown_entry import shown_entry
from toc.reports.shown_theory import shown_theory

LOOK = "`toc show FILE --boxes` lists the boxes with their ids."
SERVICE = """\
toc: 1
id: advice
title: Advice
populations: {parents: {label: Everybody's parents}}
units: {family: {label: families}, person: {label: people}}
participants:
  parents: {label: {en: Parents, cy: Rhieni}}
activities:
  sessions:
    label: "Sessions: weekly"
    links:
      basis: generic
    leads_to:
      seen:
        basis: stated
      skills: {}
  calls:
    label: Calls
    leads_to: [skills]
outputs:
  seen:
    label: Families seen
    count: 79
    unit: family
outcomes:
  long_term:
    skills: {label: Skills, terminal: true}
scales:
  five: {lowest: 1, highest: 5, better: higher}
frameworks:
  aims: {label: Aims, items: {safe: {label: Be safe}}}
sites:
  north: north.yaml
  south: south.yaml
"""
NORTH = """\
toc: 1
extends: service.yaml
title: Advice in the north
site: {id: north, name: The North}
add:
  activities:
    walks: {label: Walks, leads_to: [skills]}
change:
  seen:
    count: 39
  sessions:
    label: Talks
    leads_to:
      skills:
        because: People talk.
    reason: Nobody came weekly
  "calls -> skills":
    confidence: 60
    reason: We tried it
drop:
  five: Not measured here
"""
SOUTH = """\
toc: 1
extends: service.yaml
site: {id: south, name: The South}
change:
  seen:
    count: null
    reason: Never counted
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A base with two sites, in the folder where the user is."""
    for name, text in (("service", SERVICE), ("north", NORTH), ("south", SOUTH)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "toc.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fields_of(file: str, subject: str) -> tuple[EntryField, ...]:
    return shown_entry(load(file), subject).fields


def base(line: int, column: int, width: int) -> Place:
    return Place("service.yaml", line, column, width)


def north(line: int, column: int, width: int) -> Place:
    return Place("north.yaml", line, column, width)


def test_every_leaf_of_a_box_is_shown_with_its_place_and_what_its_links_have_from_it() -> None:
    assert fields_of("service.yaml", "sessions") == (
        EntryField("label", "Sessions: weekly", base(10, 5, 5)),
        EntryField("links.basis", "generic", base(12, 7, 5)),
        EntryField("leads_to.seen.basis", "stated", base(15, 9, 5)),
        EntryField("leads_to.skills", {}, base(16, 7, 6)),
        EntryField("leads_to.skills.basis", "generic", base(12, 7, 5), from_links=True),
    )


def test_what_a_site_changed_is_shown_at_the_line_of_the_site_with_the_reason() -> None:
    why = "Nobody came weekly"
    assert fields_of("north.yaml", "sessions") == (
        EntryField("label", "Talks", north(12, 5, 5), why),
        EntryField("links.basis", "generic", base(12, 7, 5)),
        EntryField("leads_to.seen.basis", "stated", base(15, 9, 5)),
        EntryField("leads_to.skills.because", "People talk.", north(15, 9, 7), why),
        EntryField("leads_to.skills.basis", "generic", base(12, 7, 5), from_links=True),
    )


def test_a_link_is_shown_by_its_name_with_the_defaults_of_its_box() -> None:
    assert fields_of("north.yaml", "sessions -> skills") == (
        EntryField("because", "People talk.", north(15, 9, 7), "Nobody came weekly"),
        EntryField("basis", "generic", base(12, 7, 5), from_links=True),
    )


def test_a_link_that_was_changed_by_its_name_has_the_reason_of_that() -> None:
    assert fields_of("north.yaml", "calls -> skills") == (
        EntryField("confidence", 60, north(18, 5, 10), "We tried it"),
    )


def test_what_a_site_has_taken_away_is_shown_as_null_at_its_own_line() -> None:
    assert fields_of("south.yaml", "seen") == (
        EntryField("label", "Families seen", base(22, 5, 5)),
        EntryField("unit", "family", base(24, 5, 4)),
        EntryField("count", None, Place("south.yaml", 6, 5, 5), "Never counted"),
    )


def test_the_last_level_that_wrote_a_leaf_is_the_one_that_is_shown(folder: Path) -> None:
    (folder / "town.yaml").write_text(
        "toc: 1\nextends: north.yaml\nchange:\n  seen:\n    count: 7\n    reason: R\n"
    )
    assert fields_of("town.yaml", "seen")[1] == EntryField("count", 7, Place("town.yaml", 5, 5, 5), "R")
    assert fields_of("town.yaml", "sessions")[0] == EntryField(
        "label", "Talks", north(12, 5, 5), "Nobody came weekly"
    )


def test_text_in_several_languages_is_a_leaf_for_each() -> None:
    assert fields_of("service.yaml", "parents") == (
        EntryField("label.en", "Parents", base(7, 21, 2)),
        EntryField("label.cy", "Rhieni", base(7, 34, 2)),
    )


@pytest.mark.parametrize(
    ("subject", "first"),
    [
        ("populations.parents", EntryField("label", "Everybody's parents", base(4, 25, 5))),
        ("aims.safe", EntryField("label", "Be safe", base(31, 38, 5))),
        ("family", EntryField("label", "families", base(5, 18, 5))),
        ("five", EntryField("lowest", 1, base(29, 10, 6))),
    ],
)
def test_an_entry_of_any_section_can_be_shown(subject: str, first: EntryField) -> None:
    assert fields_of("service.yaml", subject)[0] == first


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("sesions", "`sesions` is not in this model. Did you mean `sessions` (Talks)?"),
        ("calls -> skils", "`calls -> skils` is not in this model. Did you mean `calls -> skills`?"),
        ("family -> x", "`family -> x` is not in this model. " + LOOK),
        ("coverage", "`coverage` is not in this model. " + LOOK),
        ("five", "north.yaml:21:3: `five` is dropped here: Not measured here. Show the base to see it."),
    ],
)  # fmt: skip
def test_what_the_model_does_not_have_is_told_with_a_way_out(subject: str, told: str) -> None:
    with pytest.raises(TocError) as refused:
        shown_entry(load("north.yaml"), subject)
    assert str(refused.value) == told


def test_an_entry_reads_as_lines_of_yaml_with_their_places_at_the_right() -> None:
    assert (
        shown_entry(load("north.yaml"), "sessions").written("text")
        == """\
sessions in Advice in the north
(activities / sessions)

label: Talks                                                       north.yaml:12
    reason: Nobody came weekly
links.basis: generic                                             service.yaml:12
leads_to.seen.basis: stated                                      service.yaml:15
leads_to.skills.because: People talk.                              north.yaml:15
    reason: Nobody came weekly
leads_to.skills.basis: generic                                   service.yaml:12
    from `links`, the default of its box or factor
"""
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain", "plain"), ("no: yes", '"no: yes"'), ("2013-04", '"2013-04"'), (79, "79"), (2.5, "2.5"),
        (True, "true"), (None, "null"), ({}, "{}"), (["a", "b, c"], '[a, "b, c"]'),
    ],
)  # fmt: skip
def test_a_value_is_written_as_yaml(value: object, written: str) -> None:
    assert EntryField("key", value, None).written == written


def test_a_theory_that_was_read_from_no_text_has_no_places() -> None:
    theory = from_dict({"toc": 1, "id": "m", "title": "T", "inputs": {"a": {"label": "A"}}})
    assert shown_entry(theory, "a").to_dict() == {
        "version": 1,
        "subject": "a",
        "fields": [
            {"path": "label", "value": "A", "file": None, "line": None, "column": None, "reason": None,
             "from_links": False},
        ],
    }  # fmt: skip


def test_a_site_in_short_says_what_it_did_and_where() -> None:
    assert (
        shown_theory(load("north.yaml")).written("text")
        == """\
id: advice                                                        service.yaml:2
title: Advice in the north                                          north.yaml:3
site.name: The North                                                north.yaml:4
extends service.yaml

Participants: 1
Activities: 3
Outputs: 1
Long-term outcomes: 1
Links: 4

The North adds
  walks                                                             north.yaml:7

The North changes
  seen: count                                                       north.yaml:9
  sessions: label, leads_to                                        north.yaml:11
    reason: Nobody came weekly
  calls -> skills: confidence                                      north.yaml:17
    reason: We tried it

The North drops
  five                                                             north.yaml:21
    reason: Not measured here
"""
    )


def test_the_steps_of_several_levels_stand_from_the_outermost_inwards(folder: Path) -> None:
    (folder / "town.yaml").write_text("toc: 1\nextends: north.yaml\ntitle: Town\ndrop:\n  calls: No telephone\n")
    shown = shown_theory(load("town.yaml"))
    assert shown.files == ("town.yaml", "north.yaml", "service.yaml")
    assert [(step.site, step.verb, step.subject) for step in shown.steps] == [
        ("The North", "adds", "walks"),
        ("The North", "changes", "seen"),
        ("The North", "changes", "sessions"),
        ("The North", "changes", "calls -> skills"),
        ("The North", "drops", "five"),
        ("The North", "drops", "calls"),
    ]
