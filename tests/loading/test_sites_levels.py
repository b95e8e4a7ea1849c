"""Three levels, service, country and town: what each may do, where it is told, and what stays locked."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.site_folder import written
from toc.errors import LoadError
from toc.loading import load
from toc.model import TheoryOfChange
from toc.places import Place
from toc.validation import validate

SERVICE = """\
toc: 1
id: advice
title: Advice
participants:
  parents: {label: Parents}
activities:
  sessions:
    label: Advice sessions
    engages: [parents]
    leads_to:
      skills:
        basis: stated
  calls:
    label: Calls
    engages: [parents]
    leads_to: [skills]
outputs:
  seen:
    label: Families seen
    count: 79
outcomes:
  long_term:
    skills:
      label: Parents know what helps
      terminal: true
scales:
  five: {lowest: 1, highest: 5, better: higher}
indicators:
  knows: {label: Knows what helps, measures: [skills], scale: five}
locked: knows
"""
COUNTRY = """\
toc: 1
extends: service.yaml
title: Advice in Wales
site: {id: wales, name: Wales}
locked: [calls.label, sessions -> skills]
"""
TOWN = """\
toc: 1
extends: country.yaml
title: Advice in Cardiff
site: {id: cardiff, name: Cardiff}
"""


def town(folder: Path, more: str = "", *, country: str = "", service: str = SERVICE) -> TheoryOfChange:
    written(folder, "service.yaml", service)
    written(folder, "country.yaml", COUNTRY + country)
    return load(written(folder, "town.yaml", TOWN + more))


def found(theory: TheoryOfChange, folder: Path) -> list[tuple[str, str, str, int]]:
    return [
        (one.code, one.subject, Path(one.place.file).relative_to(folder).as_posix(), one.place.line)
        for one in validate(theory)
        if one.place and one.code.startswith("TOC6")
    ]


def test_every_leaf_keeps_the_level_that_wrote_it(tmp_path: Path) -> None:
    country = "change:\n  seen:\n    count: 40\n  calls: {description: In Welsh too, reason: Asked for}\n"
    theory = town(tmp_path, "change:\n  seen:\n    qualifier: at_least\n", country=country)
    assert theory.origin is not None
    places = {key: theory.origin.place(("outputs", "seen", key)) for key in ("label", "count", "qualifier")}
    assert places == {
        "label": Place(str(tmp_path / "service.yaml"), 19, 5, 5),
        "count": Place(str(tmp_path / "country.yaml"), 8, 5, 5),
        "qualifier": Place(str(tmp_path / "town.yaml"), 7, 5, 9),
    }
    assert theory.origin.place(("activities", "calls", "description")) == Place(
        str(tmp_path / "country.yaml"), 9, 11, 11
    )


def test_what_a_country_locks_is_added_to_what_the_service_locks(tmp_path: Path) -> None:
    assert town(tmp_path).locked == ("knows", "calls.label", "sessions -> skills")


def test_a_country_may_lock_where_the_service_locks_nothing(tmp_path: Path) -> None:
    service = SERVICE.replace("locked: knows\n", "")
    assert town(tmp_path, service=service).locked == ("calls.label", "sessions -> skills")


def test_locks_that_are_no_list_of_ids_are_a_fault_where_they_stand(tmp_path: Path) -> None:
    with pytest.raises(LoadError) as refused:
        town(tmp_path, "locked: {calls: label}\n")
    (fault,) = refused.value.faults
    assert (fault.kind, fault.place) == ("wrong-type", Place(str(tmp_path / "town.yaml"), 5, 1, 6))


def test_a_country_may_change_what_it_locks_itself(tmp_path: Path) -> None:
    assert found(town(tmp_path, country="change:\n  calls: {label: Ring, reason: Words}\n"), tmp_path) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param("change:\n  knows: {label: Other, reason: R}\n", "TOC611", id="what the service locks"),
        pytest.param("change:\n  calls: {label: Other, reason: R}\n", "TOC611", id="a field the country locks"),
        pytest.param('change:\n  "sessions -> skills": {basis: inferred, reason: R}\n', "TOC611", id="a link"),
        pytest.param(
            "change:\n  sessions: {leads_to: {skills: {basis: inferred}}, reason: R}\n", "TOC611",
            id="a link below its box",
        ),
        pytest.param("change:\n  sessions: {leads_to: null, reason: R}\n", "TOC611", id="a link taken away"),
        pytest.param(
            "change:\n  sessions: {links: {cite: []}, leads_to: {skills: {because: X}}, reason: R}\n", "TOC611",
            id="what is said of a link",
        ),
        pytest.param("drop:\n  knows: R\n", "TOC612", id="an entry dropped"),
        pytest.param("drop:\n  calls: R\n", "TOC612", id="the box of a locked field"),
        pytest.param('drop:\n  "sessions -> skills": R\n', "TOC612", id="a link dropped"),
        pytest.param("drop:\n  sessions: R\n", "TOC612", id="the box of a locked link"),
        pytest.param("drop:\n  skills: R\n", "TOC612", id="the other end of a locked link"),
    ],
)  # fmt: skip
def test_a_town_may_not_touch_what_is_locked_above_it(tmp_path: Path, change: str, code: str) -> None:
    theory = town(tmp_path, change)
    subject = change.splitlines()[1].strip().replace('"', "").split(": ")[0]
    assert found(theory, tmp_path) == [(code, subject, "town.yaml", 6)]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("change:\n  calls: {description: Other, reason: R}\n", id="another field"),
        pytest.param('change:\n  "calls -> skills": {because: X, reason: R}\n', id="another link"),
        pytest.param("change:\n  sessions: {description: Other, reason: R}\n", id="the box of a locked link"),
        pytest.param(
            "change:\n  sessions: {leads_to: {seen: {}}, reason: R}\n", id="one more link beside a locked one"
        ),
        pytest.param('drop:\n  "calls -> skills": R\n', id="another link dropped"),
    ],
)
def test_a_town_may_touch_what_stands_beside_what_is_locked(tmp_path: Path, change: str) -> None:
    assert found(town(tmp_path, change), tmp_path) == []


@pytest.mark.parametrize("key", ["calls", "calls.leads_to"])
def test_a_locked_box_and_a_locked_key_keep_their_links(tmp_path: Path, key: str) -> None:
    service = SERVICE.replace("locked: knows\n", f"locked: [{key}]\n")
    changed = town(tmp_path, 'change:\n  "calls -> skills": {because: X, reason: R}\n', service=service)
    assert found(changed, tmp_path) == [("TOC611", "calls -> skills", "town.yaml", 6)]
    dropped = town(tmp_path, 'drop:\n  "calls -> skills": R\n', service=service)
    assert found(dropped, tmp_path) == [("TOC612", "calls -> skills", "town.yaml", 6)]


def test_what_a_country_did_wrong_is_told_for_its_towns_at_the_line_of_the_country(tmp_path: Path) -> None:
    country = "change:\n  knows: {label: Other, reason: R}\n  sessions: {label: Talks}\ndrop:\n  seen:\n"
    theory = town(tmp_path, "change:\n  calls: {description: X}\n", country=country)
    assert found(theory, tmp_path) == [
        ("TOC611", "knows", "country.yaml", 7),
        ("TOC609", "sessions", "country.yaml", 8),
        ("TOC609", "seen", "country.yaml", 10),
        ("TOC609", "calls", "town.yaml", 6),
    ]


def test_an_activity_that_a_country_adds_for_nothing_is_told_for_its_towns(tmp_path: Path) -> None:
    country = "add:\n  activities:\n    walks: {label: Walks, engages: [parents]}\n"
    assert found(town(tmp_path, country=country), tmp_path) == [("TOC602", "walks", "country.yaml", 8)]


def test_an_outcome_that_a_country_drops_though_it_is_required_is_told_for_its_towns(tmp_path: Path) -> None:
    service = SERVICE.replace("long_term:\n", "long_term:\n    calm: {label: Calm, required: true}\n")
    theory = town(tmp_path, country="drop:\n  calm: Not here\n", service=service)
    assert found(theory, tmp_path) == [("TOC601", "calm", "country.yaml", 7)]
