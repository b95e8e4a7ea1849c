"""A participant that leads to an activity which engages it: two links of one name, and which of them is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.site_folder import site_of
from toc.loading import load, loads
from toc.model import TheoryOfChange
from toc.validation import validate

TWICE = """\
toc: 1
id: advice
title: Advice
participants:
  parents:
    label: Parents
    leads_to:
      sessions:
        because: They ask.
activities:
  sessions:
    label: Advice sessions
    engages:
      parents:
        because: We call.
    leads_to: [calm]
  calls:
    label: Calls
    engages: [parents]
    leads_to: [sessions, calm]
outcomes:
  long_term:
    calm:
      label: Calm
scales:
  five: {lowest: 1, highest: 5, better: higher, points: {"1": never, "5": always}}
indicators:
  feels: {label: Feels calm, measures: [calm], scale: five}
"""
NAME = "parents -> sessions"


def links_of(theory: TheoryOfChange) -> list[tuple[str, str | None]]:
    return [(link.kind, link.because) for link in theory.links if link.name == NAME]


def found(theory: TheoryOfChange) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in validate(theory)]


def test_the_second_is_told_where_it_stands() -> None:
    (finding,) = validate(loads(TWICE))
    assert finding.place is not None
    assert (finding.code, finding.subject, finding.place.line) == ("TOC105", NAME, 14)


def test_the_name_leads_to_the_one_under_the_participant() -> None:
    theory = loads(TWICE)
    assert theory.path_of(NAME) == ("participants", "parents", "leads_to", "sessions")
    once = TWICE.replace("    leads_to:\n      sessions:\n        because: They ask.\n", "")
    assert loads(once).path_of(NAME) == ("activities", "sessions", "engages", "parents")


def test_a_change_alters_the_one_under_the_participant(tmp_path: Path) -> None:
    site = f'change:\n  "{NAME}": {{because: They hear of it., reason: So it is here}}\n'
    theory = load(site_of(tmp_path, site, base=TWICE))
    assert links_of(theory) == [("leads_to", "They hear of it."), ("engages", "We call.")]
    assert found(theory) == [("TOC105", NAME)]


def test_a_drop_takes_both_away(tmp_path: Path) -> None:
    theory = load(site_of(tmp_path, f'drop:\n  "{NAME}": Not here\n', base=TWICE))
    assert links_of(theory) == []
    assert found(theory) == []


@pytest.mark.parametrize(
    ("locked", "may_change"),
    [
        pytest.param(f'"{NAME}"', False, id="the link"),
        pytest.param("parents", False, id="the participant"),
        pytest.param("parents.leads_to", False, id="the key under the participant"),
        pytest.param("sessions", True, id="the activity"),
        pytest.param("sessions.engages", True, id="the key under the activity"),
    ],
)
def test_a_lock_of_either_holds_against_a_drop_and_one_of_the_first_against_a_change(
    tmp_path: Path, locked: str, *, may_change: bool
) -> None:
    base = f"{TWICE}locked: [{locked}]\n"
    dropped = load(site_of(tmp_path, f'drop:\n  "{NAME}": Not here\n', base=base))
    assert found(dropped) == [("TOC612", NAME)]
    changed = load(site_of(tmp_path, f'change:\n  "{NAME}": {{because: So., reason: So}}\n', base=base))
    assert ("TOC611", NAME) not in found(changed) if may_change else ("TOC611", NAME) in found(changed)
