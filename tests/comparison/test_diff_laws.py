from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from loading.theories_made import models
from toc.comparison import diff
from toc.loading import from_dict, load
from toc.model import TheoryOfChange

ROOT = Path(__file__).parents[2]
FILES = [
    path
    for folder in (ROOT / "models", ROOT / "tests" / "models")
    for path in sorted(folder.rglob("*.yaml"))
    if "extends:" not in path.read_text(encoding="utf-8") and "toc: 1" in path.read_text(encoding="utf-8")
]
SITES = sorted((ROOT / "models" / "csof" / "sites").glob("*.yaml"))


@settings(max_examples=40)
@given(models())
def test_no_theory_differs_from_itself(content: dict[str, Any]) -> None:
    assert diff(from_dict(content), from_dict(content)).changes == ()


@settings(max_examples=20)
@given(models(), models())
def test_any_two_theories_can_be_compared_and_what_came_one_way_goes_the_other(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    old, new = from_dict(one), from_dict(other)
    there, back = diff(old, new), diff(new, old)
    boxes = len(new.boxes) - len(old.boxes)
    assert len(there.of("boxes", "added")) - len(there.of("boxes", "dropped")) == boxes
    assert len(back.of("boxes", "added")) - len(back.of("boxes", "dropped")) == -boxes


def renamed(value: Any, ids: frozenset[str]) -> Any:
    """Put `x_` before every id, wherever it stands, also in `a -> b` and `a.label`."""
    if isinstance(value, dict):
        return {
            renamed(key, ids): inner if key == "label" else renamed(inner, ids) for key, inner in value.items()
        }
    if isinstance(value, list):
        return [renamed(inner, ids) for inner in value]
    if not isinstance(value, str):
        return value
    ends = value.split(" -> ")
    return " -> ".join(f"x_{end}" if end.partition(".")[0] in ids else end for end in ends)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_other_ids_everywhere_are_told_as_other_ids_and_nothing_else(path: Path) -> None:
    theory = load(path)
    twin = with_other_ids(theory)
    found = diff(theory, twin)
    assert {one.aspects for one in found} <= {("renamed",)}
    assert {(one.was, one.id) for one in found.of("boxes")} == {(key, f"x_{key}") for key in theory.boxes}
    assert found.of("links") == ()


def with_other_ids(theory: TheoryOfChange) -> TheoryOfChange:
    content = theory.model_dump(mode="json", exclude_defaults=True)
    sections = ("inputs", "participants", "activities", "outputs", "indicators", "assumptions", "factors")
    ids = frozenset((*theory.boxes, *(key for section in sections for key in content.get(section, ()))))
    kept = {key: content[key] for key in ("toc", "id", "title", "populations", "frameworks") if key in content}
    named = {key: value for key, value in content.items() if key not in kept}
    return from_dict({**renamed(named, ids - set(theory.populations)), **kept})


@pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)
def test_a_site_has_of_its_base_what_it_did_not_add_change_or_drop(path: Path) -> None:
    site = load(path)
    assert site.derivation is not None
    base, derivation = site.derivation.base, site.derivation
    found = diff(base, site)
    boxes = {kind: {one.id for one in found.of("boxes", kind)} for kind in ("added", "dropped", "changed")}
    assert boxes["added"] == {key for key in derivation.added if key in site.boxes}
    assert boxes["dropped"] == {one.subject for one in derivation.dropped if one.subject in base.boxes}
    changed = {one.subject for one in derivation.changed if one.subject in site.boxes}
    with_links = {one.id.partition(" -> ")[0] for one in found.of("links")}
    assert boxes["changed"] == changed - (with_links - boxes["changed"])
