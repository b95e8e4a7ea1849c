"""Models in the shapes that others use load, are checked, drawn, written and read back without bending."""

from __future__ import annotations

from collections import Counter

import pytest

from models.shapes.loaded import SHAPES, SVG, drawing, flaws, picture, svg, theory
from toc.loading import dump, inspect, loads
from toc.validation import validate

FINDINGS = {
    "arabic_literacy": {"TOC301": 5},
    "clean_water": {"TOC301": 4},
    "flood_warning": {"TOC301": 6},
    "job_training": {"TOC107": 1, "TOC301": 6},
    "korean_elders": {"TOC301": 4},
    "neighbourhood_matrix": {"TOC122": 1, "TOC203": 1, "TOC301": 19},
    "school_health_plan": {"TOC301": 130},
    "school_meals": {},
    "tree_planting": {"TOC122": 1, "TOC301": 1},
    "welsh_reading": {},
    "youth_mentoring": {"TOC203": 2, "TOC301": 8},
}
"""What the rules say of each: nobody measures these outcomes, and some reach nobody in particular."""
DRAWN = [name for name in FINDINGS if name != "school_health_plan"]


def without_spaces(words: str) -> str:
    return words.replace(" ", "")


def test_every_model_of_the_folder_is_tested() -> None:
    assert {path.stem for path in SHAPES.glob("*.yaml")} == set(FINDINGS)


@pytest.mark.parametrize("name", FINDINGS)
def test_a_model_of_any_shape_loads_without_fault(name: str) -> None:
    assert inspect(SHAPES / f"{name}.yaml").faults == ()


@pytest.mark.parametrize("name", FINDINGS)
def test_the_rules_find_only_what_the_shape_leaves_open(name: str) -> None:
    assert Counter(finding.code for finding in validate(theory(name))) == FINDINGS[name]


@pytest.mark.parametrize("name", FINDINGS)
def test_a_model_that_is_written_and_read_again_is_equal(name: str) -> None:
    written = dump(theory(name))
    assert (loads(written), dump(loads(written))) == (theory(name), written)


@pytest.mark.parametrize("name", DRAWN)
def test_a_model_is_drawn_whole_and_without_flaw(name: str) -> None:
    shown, model = picture(name), theory(name)
    groups = {frame.id for frame in shown.frames if frame.kind == "group"}
    hidden = {key for key, box in model.boxes.items() if box.part_of is not None and box.part_of not in groups}
    drawn = Counter([box.id for box in shown.boxes] + sorted(groups))
    assert (flaws(shown), drawn) == ({}, Counter({*model.boxes, *model.factors} - hidden))


@pytest.mark.parametrize("name", ["flood_warning", "korean_elders", "arabic_literacy", "neighbourhood_matrix"])
def test_the_svg_is_well_formed_and_holds_every_label_whole(name: str) -> None:
    boxes = {str(box.get("id")): box for box in svg(name).iter(f"{SVG}g") if box.get("class") == "box"}
    told = {key: box.findtext(f"{SVG}title") for key, box in boxes.items()}
    painted = {key: "".join(str(line.text) for line in box.iter(f"{SVG}text")) for key, box in boxes.items()}
    labels = {f"toc-{key}": str(box.label) for key, box in theory(name).boxes.items()}
    assert told == labels
    assert {key: without_spaces(words) for key, words in painted.items()} == {
        key: without_spaces(label) for key, label in labels.items()
    }


@pytest.mark.parametrize("name", DRAWN)
def test_the_outline_holds_every_label_whole(name: str) -> None:
    told = " ".join(drawing(name).outline.split())
    assert [box.label for box in picture(name).boxes if f"- {box.label}" not in told] == []


def test_the_outline_holds_every_heading_whole() -> None:
    told = drawing("school_meals").outline
    assert [words for words in ("RESOURCES", "PARTICIPANTS", "ACTIVITIES", "OUTPUTS") if words not in told] == []
