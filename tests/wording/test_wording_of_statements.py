"""What the rules of wording tell of single statements that readers found judged wrongly."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from toc.model import TheoryOfChange
from toc.validation import Settings, validate

ROOT = Path(__file__).parents[2]
MADE: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "make_wording.py"))

GOOD = (
    "Staff trust their managers",
    "Staff use data in supervision",
    "Staff know how to report abuse",
    "Staff notice who is a parent",
    "Design teams involve users",
    "Farmers mulch",
    "Farmers rotate crops",
    "Nurses triage patients",
    "Teachers mark homework",
    "Prisoners phone their children",
    "Landlords insulate homes",
    "Shops stock fresh fruit",
    "Girls delay marriage",
    "Parents praise their children",
    "Pupils in Years 5 and 6 read daily",
    "Young people stop and think before acting",
    "Pupils do as well as their peers",
    "Clean rivers",
    "Support workers spot abuse early",
    "Help seekers find services",
    "Prisoners receive visits",
    "Guide dogs help owners get around",
    "Lead teachers change how they mark",
    "Research findings shape policy",
    "Place names appear in Welsh",
    "Support from peers lasts",
    "Build trust between neighbours",
    "Residents participate in events",
    "Students complete the course with a qualification",
    "Reports are written in plain words",
    "Protocols are followed",
    "Patients attend their appointments",
    "Children attend school regularly",
    "Families get the support they need",
)

NO_WARNING = (
    "Buy fresh food",
    "Staff recognise and report abuse",
    "Decisions are published",
    "Mentoring lasts a year",
    "Mentoring relationships last",
    "Ask for help when needed",
    "Farmers sell milk and cheese locally",
    "Young people aged 16 and over vote",
    "Parents in Leeds and Hull read to their children",
    "Couples plan and cook together",
    "Bus and rail services run on time",
    "Homes built to passive standard use less energy",
    "Children supported by mentors return to school",
    "Patients treated within two weeks",
    "Parents informed of their rights",
    "Budgets published on time",
    "80% of tenants attend reviews",
    "Two in three pupils attend daily",
    "Draft laws reflect what women say",
    "Plan ahead",
)

TOLD = {
    "Staff feel safe and valued": {"TOC203"},
    "Staff stay longer": {"TOC208"},
    "Nobody sleeps rough": {"TOC209"},
    "Search and rescue teams arrive sooner": {"TOC208"},
    "Fewer accidents in England and Wales": {"TOC208"},
    "Support networks of carers widen": {"TOC208"},
    "Children in care move through the system faster": {"TOC208"},
    "Fire and rescue crews reach homes sooner": {"TOC208"},
    "Planting seasons lengthen": {"TOC208"},
    "Better balance of work and life": {"TOC206", "TOC208"},
    "Increased number of crimes reported": {"TOC206", "TOC208"},
    "Guidelines are developed and disseminated": {"TOC202"},
    "Increased number of parents trained": {"TOC202"},
    "Participants attend six sessions": {"TOC202"},
    "Young people attend mentoring": {"TOC202"},
    "50 parents attend": {"TOC202"},
    "Parents receive advice": {"TOC202"},
    "Carers receive training": {"TOC202"},
    "The project will train 20 nurses": {"TOC201"},
    "Coach parents": {"TOC201"},
    "To train 40 volunteers": {"TOC201"},
    "We will provide advice to parents": {"TOC201"},
    "Staff the helpline at night": {"TOC201"},
    "Staff training": {"TOC201"},
    "Better diet as well as more exercise": {"TOC203", "TOC206", "TOC208"},
    "Parents cope better through workshops": {"TOC207", "TOC208"},
    "Improved self-esteem": {"TOC206", "TOC208"},
    "Promote gender equality": {"TOC204"},
    "Support families": {"TOC204"},
    "Help parents find work": {"TOC204"},
    "Water quality": {"TOC205"},
    "Parents' stress": {"TOC205"},
    "Staff turnover": {"TOC205"},
    "Lower reoffending among prisoners": {"TOC208", "TOC211"},
    "Prisoners reoffend less": {"TOC208", "TOC211"},
}


@pytest.mark.parametrize("statement", GOOD)
def test_a_statement_of_what_people_do_or_how_things_are_is_left_alone(statement: str) -> None:
    assert MADE["found"](statement, "short_term") == set()


@pytest.mark.parametrize("statement", NO_WARNING)
def test_a_statement_of_a_change_is_not_called_work_a_product_or_several(statement: str) -> None:
    assert MADE["found"](statement, "short_term") & {"TOC201", "TOC202", "TOC203"} == set()


@pytest.mark.parametrize("statement", TOLD)
def test_one_fault_of_a_statement_is_told_by_one_rule(statement: str) -> None:
    assert MADE["found"](statement, "short_term") == TOLD[statement]


def test_a_label_without_people_is_told_though_who_names_them_and_the_message_says_so() -> None:
    theory = {
        "toc": 1,
        "id": "one",
        "title": "One outcome",
        "language": "en",
        "populations": {"parents": {"label": "Parents"}},
        "outcomes": {"long_term": {"it": {"label": "Improved self-esteem", "who": ("parents",)}}},
    }
    findings = validate(TheoryOfChange.model_validate(theory), settings=Settings(codes=frozenset(("TOC206",))))
    assert [finding.message for finding in findings] == [
        'The label "Improved self-esteem" (it) does not say whose change it is; only `who` does.'
    ]
