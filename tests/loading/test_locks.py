"""What may be locked, and what is said of a lock of nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.site_folder import BASE, site_of, written
from toc.errors import Fault
from toc.loading import inspect, inspect_text
from toc.places import Place

ANY = "Lock an id, `id.key` or `from -> to` of this model."


@pytest.mark.parametrize(
    "name",
    [
        "visits", "calm", "law", "stress", "s1", "parents", "coverage", "figure", "visits.label",
        "coverage.people", "visits -> calm", "families -> visits",
        "inputs -> activities", "visits -> calm.because",
    ],
)  # fmt: skip
def test_what_is_in_the_model_can_be_locked(name: str) -> None:
    assert inspect_text(f'{BASE}locked: ["{name}"]\n').faults == ()
    assert inspect_text(f'{BASE}locked: "{name}"\n').faults == ()


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("vists", "`vists`, which is locked here, is not in this model.", "Did you mean `visits`?"),
        ("visits.lable", "`lable`, which is locked here, is not a key of `visits`.",
         "Did you mean `visits.label`?"),
        ("vists.label", "`vists.label`, which is locked here, is not in this model.",
         "Did you mean `visits.label`?"),
        ("visits -> clam", "`visits -> clam`, which is locked here, is not in this model.",
         "Did you mean `visits -> calm`?"),
        ("visits -> calm.becuse", "`becuse`, which is locked here, is not a key of `visits -> calm`.",
         "Did you mean `visits -> calm.because`?"),
        ("inputs -> outcome", "`inputs -> outcome`, which is locked here, is not in this model.",
         "Did you mean `inputs -> activities`?"),
        ("title", "`title`, which is locked here, is not in this model.", ANY),
        ("", "``, which is locked here, is not in this model.", ANY),
    ],
)  # fmt: skip
def test_a_lock_of_nothing_is_told_at_its_place(name: str, message: str, hint: str) -> None:
    text = f'{BASE}locked: [stress, "{name}"]\n'
    place = Place("<text>", text.count("\n"), 18, len(name) + 2)
    assert inspect_text(text).faults == (Fault("dangling-reference", message, place, hint, "locked"),)


def test_a_lock_of_a_coverage_that_is_not_there_is_told() -> None:
    inspection = inspect_text("toc: 1\nid: m\ntitle: M\nlocked: coverage\n")
    message = "`coverage`, which is locked here, is not in this model."
    assert inspection.faults == (Fault("dangling-reference", message, Place("<text>", 4, 9, 8), ANY, "locked"),)


def test_a_lock_of_nothing_in_a_site_is_told_in_the_site_alone(tmp_path: Path) -> None:
    path = site_of(tmp_path, "locked: [calm, clam]\n", base=f"{BASE}locked: [visits]\n")
    message = "`clam`, which is locked here, is not in this model."
    assert inspect(path).faults == (
        Fault("dangling-reference", message, Place(str(path), 3, 16, 4), "Did you mean `calm`?", "locked"),
    )


def test_a_lock_of_nothing_in_a_base_is_told_once_for_its_site(tmp_path: Path) -> None:
    path = site_of(tmp_path, "", base=f"{BASE}locked: [clam]\n")
    assert [(one.kind, one.place and one.place.file) for one in inspect(path).faults] == [
        ("dangling-reference", str(tmp_path / "base.yaml"))
    ]


def test_a_site_may_lock_what_it_adds(tmp_path: Path) -> None:
    path = site_of(tmp_path, "locked: walks\nadd:\n  activities:\n    walks: {label: Walks, leads_to: [calm]}\n")
    assert inspect(path).faults == ()


def test_a_lock_goes_with_what_a_site_drops_and_the_drop_is_no_dangling_lock(tmp_path: Path) -> None:
    base = f'{BASE}locked: [stress, visits.label, "groups -> calm", calm]\n'
    path = site_of(tmp_path, "drop:\n  visits: Not here\n  groups: Not here\n", base=base)
    inspection = inspect(path)
    assert inspection.faults == ()
    assert inspection.theory is not None
    assert inspection.theory.locked == ("stress", "calm")


def test_a_lock_goes_with_a_link_that_a_site_takes_away(tmp_path: Path) -> None:
    base = f'{BASE}locked: ["visits -> calm", calm]\n'
    inspection = inspect(
        site_of(tmp_path, "change:\n  visits: {leads_to: null}\n  law: {affects: null}\n", base=base)
    )
    assert inspection.faults == ()
    assert inspection.theory is not None
    assert inspection.theory.locked == ("calm",)


def test_a_lock_of_a_wrong_type_is_told_as_that(tmp_path: Path) -> None:
    path = written(tmp_path, "m.yaml", f"{BASE}locked: [12, calm]\n")
    assert [one.kind for one in inspect(path).faults] == ["wrong-type"]
