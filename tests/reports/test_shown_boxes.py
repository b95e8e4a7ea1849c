"""All boxes and factors of a model, listed with their ids."""

from __future__ import annotations

from toc.loading import loads
from toc.reports.shown_boxes import shown_boxes

TEXT = """\
toc: 1
id: m
title: Talking
inputs:
  room: {label: Room}
activities:
  advice: {label: Advice, part_of: work}
  work: {label: Work}
  phone: {label: By phone, part_of: advice}
outcomes:
  long_term:
    calm: {label: Calm, part_of: room}
factors:
  poverty: {label: Poverty, role: risk, affects: [calm]}
"""


def test_parts_stand_below_their_wholes_and_factors_last() -> None:
    assert shown_boxes(loads(TEXT)).written("text").splitlines() == [
        "Talking",
        "",
        "Inputs",
        "  Room (room)",
        "",
        "Activities",
        "  Work (work)",
        "    Advice (advice)",
        "      By phone (phone)",
        "",
        "Long-term outcomes",
        "  Calm (calm)",
        "",
        "Risks",
        "  Poverty (poverty)",
    ]


def test_parts_of_one_another_in_a_ring_are_listed_once_each() -> None:
    ring = "".join(
        f"  {one}: {{label: Box {one}, part_of: {whole}}}\n" for one, whole in ("ab", "bc", "ca", "da", "ee")
    )
    text = f"toc: 1\nid: m\ntitle: T\nactivities:\n{ring}  f: {{label: Box f}}\n"
    assert shown_boxes(loads(text)).written("text").splitlines()[3:] == [
        "  Box f (f)",
        "  Box a (a)",
        "    Box c (c)",
        "      Box b (b)",
        "    Box d (d)",
        "  Box e (e)",
    ]


def test_for_programs_every_box_is_told_with_its_stage_and_its_whole() -> None:
    told = shown_boxes(loads(TEXT)).to_dict()
    assert (told["version"], told["subject"]) == (1, "m")
    assert [tuple(box.values()) for box in told["boxes"]] == [
        ("room", "Room", "inputs", None),
        ("advice", "Advice", "activities", "work"),
        ("work", "Work", "activities", None),
        ("phone", "By phone", "activities", "advice"),
        ("calm", "Calm", "long_term", "room"),
        ("poverty", "Poverty", "risk", None),
    ]
