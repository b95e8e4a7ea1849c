"""Views made by hand and by a seeded generator, for the tests of the layout."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import combinations
from math import ceil
from random import Random

from toc.diagram.layout import lay_out
from toc.diagram.picture import Picture
from toc.diagram.view import Badge, Column, StageLink, Strand, View, ViewBox, ViewGroup, ViewLink

STAGES = (
    ("inputs", "Inputs"),
    ("participants", "Participants"),
    ("activities", "Activities"),
    ("short_term", "Short-term outcomes"),
    ("intermediate", "Intermediate outcomes"),
    ("long_term", "Long-term outcomes"),
)
COLUMNS = tuple(Column(*stage) for stage in STAGES)
SUPPORT, PROCEDURES, AWARENESS = ("family_support",), ("local_procedures",), ("awareness_raising",)
STRANDS = (
    Strand("family_support", "Family support"),
    Strand("local_procedures", "Local procedures and practice"),
    Strand("awareness_raising", "Awareness raising"),
)
GROUPS = (
    ViewGroup("family_work", "Direct work with families", "activities", SUPPORT),
    ViewGroup("local_procedures_work", "Local procedures and practice", "activities", PROCEDURES),
    ViewGroup("awareness_work", "Raising awareness", "activities", AWARENESS),
)
INPUTS = (
    ("staff_time", "Staff time", ()),
    ("partners", "Professionals from partner agencies", ()),
    ("publicity", "Publicity materials", AWARENESS),
    ("assessment_tools", "Assessment tools", SUPPORT),
    ("outcome_framework", "Framework for measuring outcomes", SUPPORT),
    ("training_resources", "Training resources", AWARENESS),
    ("family_resources", "Resources for parents and children", SUPPORT),
)
PARTICIPANTS = (
    ("families", "Families with a parent in prison or on a community sentence", SUPPORT),
    ("justice_agencies", "Criminal justice agencies", ()),
    ("family_services", "Children, family and community services", ()),
)
DIRECT_WORK = (
    "Therapeutic interventions",
    "Service and CAF co-ordination",
    "Housing or rehousing",
    "Parenting advice",
    "Household items",
    "Health-related issues",
    "Group work",
    "Financial assistance",
    "Prison visits or contact",
    "Contact with schools",
    "Work, training, volunteering",
    "Childcare or nursery",
    "Community integration",
    "Leisure activities",
)
PROCEDURE_WORK = (
    "Links with groups and forums",
    "Steering groups",
    "Reviewing processes",
    "New tools and protocols",
)
AWARENESS_WORK = ("One-day course", "Shorter briefings", "Families speaking out")
SHORT = (
    ("voice", "Parents and children can voice their needs", SUPPORT),
    ("identify", "Agencies identify offenders' families", PROCEDURES),
    ("share", "Agencies share information, with consent", PROCEDURES),
    ("aware", "Professionals are aware of the families' needs", AWARENESS),
)
MIDDLE = (
    ("isolation", "Reduced isolation and stigma", SUPPORT),
    ("capacity", "Improved parenting capacity", SUPPORT),
    ("parenting_knowledge", "Parenting knowledge and strategies", SUPPORT),
    ("contact", "Parent-child contact and relationships", SUPPORT),
    ("confidence", "Confidence and self-esteem of children", SUPPORT),
    ("assess", "Families' needs are assessed", PROCEDURES),
    ("strategy", "Strategic commitment to families", PROCEDURES),
    ("access", "Access to support services", PROCEDURES),
    ("practice", "Practitioners change their practice", AWARENESS),
    ("referrals", "More referrals of families", AWARENESS),
)
LONG = (
    ("life_chances", "Improved life chances of offenders' children", ()),
    ("reoffending", "Reduced re-offending", ()),
)
LINKS = (
    "staff_time>family_work stated;staff_time>local_procedures_work stated;staff_time>awareness_work stated;"
    "partners>justice_agencies inferred;partners>family_services inferred;publicity>awareness_work inferred;"
    "assessment_tools>family_work inferred;outcome_framework>family_work inferred;"
    "family_resources>families inferred;"
    "training_resources>awareness_work inferred;families>family_work stated;"
    "justice_agencies>local_procedures_work stated;justice_agencies>awareness_work stated;"
    "family_services>local_procedures_work stated;family_services>awareness_work stated;"
    "family_work>voice stated;direct_01>capacity inferred;direct_02>confidence stated;"
    "direct_04>parenting_knowledge stated;"
    "direct_04>capacity stated;direct_07>confidence stated;direct_07>voice inferred;direct_08>capacity stated;"
    "direct_09>contact stated;direct_10>confidence inferred;direct_11>confidence stated;"
    "family_work>isolation stated;"
    "procedure_1>identify stated;procedure_2>strategy stated;procedure_3>identify stated;procedure_3>share stated;"
    "procedure_4>share stated;procedure_4>assess stated;local_procedures_work>voice stated;"
    "course>aware stated;briefings>aware stated;speaking_out>aware stated;speaking_out>voice stated;"
    "awareness_work>referrals stated;voice>isolation inferred;voice>capacity inferred;voice>confidence inferred;"
    "voice>contact inferred;identify>assess inferred;identify>access stated;share>access inferred;"
    "aware>practice stated;aware>referrals stated;aware>access stated;isolation>life_chances stated;"
    "capacity>life_chances generic;parenting_knowledge>life_chances generic;contact>life_chances stated;"
    "contact>reoffending stated;confidence>life_chances stated;strategy>life_chances inferred;"
    "access>reoffending inferred;practice>life_chances inferred"
)
INTERNAL = "awareness_work>family_work"


def dice(seed: int) -> Random:
    """Chance that repeats itself."""
    return Random(seed)  # noqa: S311 - it makes test cases, not secrets


def csof_like() -> View:
    """A figure of the size and shape of the service's Figure 1."""
    boxes = [
        ViewBox(one, label, stage, strands)
        for stage, rows in (
            ("inputs", INPUTS),
            ("participants", PARTICIPANTS),
            ("short_term", SHORT),
            ("intermediate", MIDDLE),
            ("long_term", LONG),
        )
        for one, label, strands in rows
    ]
    boxes += [
        ViewBox(f"direct_{place:02}", label, "activities", SUPPORT, "family_work")
        for place, label in enumerate(DIRECT_WORK, 1)
    ]
    boxes += [
        ViewBox(f"procedure_{place}", label, "activities", PROCEDURES, "local_procedures_work")
        for place, label in enumerate(PROCEDURE_WORK, 1)
    ]
    boxes += [
        ViewBox(one, label, "activities", AWARENESS, "awareness_work")
        for one, label in zip(("course", "briefings", "speaking_out"), AWARENESS_WORK, strict=True)
    ]
    links = []
    for words in LINKS.split(";"):
        pair, basis = words.split(" ")
        source, target = pair.split(">")
        links.append(ViewLink(source, target, basis))  # type: ignore[arg-type]
    links.append(ViewLink("awareness_work", "family_work", "stated", feedback=True))
    links.append(ViewLink("family_work", "local_procedures_work", "stated"))
    return View(
        title="Community Support for Offenders' Families: theory of change",
        columns=COLUMNS,
        boxes=tuple(boxes),
        links=tuple(links),
        strands=STRANDS,
        groups=GROUPS,
        stage_links=(
            StageLink("inputs", "activities", "generic"),
            StageLink("short_term", "intermediate", "generic"),
            StageLink("intermediate", "long_term", "generic"),
        ),
        subtitle="Version 2014-03",
        notes=(
            "Source: Barnardo's (2015), The evaluation of the Community Support for Offenders' Families service.",
            "Dashed arrows are our reading of the text.",
        ),
    )


def with_badges(view: View) -> View:
    """The same view with a score under every outcome, some of few people."""
    badges = (
        Badge("▲ 73% improved, n=86", "good"),
        Badge("■ 50% improved, n=22", "mixed", "few people: read with care"),
        Badge("○ no scores", "none"),
    )
    outcomes = {"short_term", "intermediate", "long_term"}
    return replace(
        view,
        boxes=tuple(
            replace(box, badge=badges[place % 3]) if box.column in outcomes else box
            for place, box in enumerate(view.boxes)
        ),
    )


def shuffled(view: View, seed: int) -> View:
    """The same view with its boxes, links and groups in another order."""
    rng = dice(seed)
    return replace(
        view,
        boxes=tuple(rng.sample(view.boxes, len(view.boxes))),
        links=tuple(rng.sample(view.links, len(view.links))),
        groups=tuple(rng.sample(view.groups, len(view.groups))),
    )


def renamed(view: View, seed: int) -> View:
    """The same view under other ids and with labels three tenths longer."""
    other = with_other_ids(view, seed)
    return replace(other, boxes=tuple(replace(box, label=lengthen(box.label)) for box in other.boxes))


def with_other_ids(view: View, seed: int) -> View:
    """The same view in another order and under other ids."""
    rng = dice(seed)
    names = [one.id for one in (*view.boxes, *view.groups)]
    fresh = dict(zip(names, rng.sample([f"n{place:03}" for place in range(len(names))], len(names)), strict=True))
    other = shuffled(view, seed)
    return replace(
        other,
        boxes=tuple(
            replace(box, id=fresh[box.id], group=fresh[box.group] if box.group else None) for box in other.boxes
        ),
        groups=tuple(replace(group, id=fresh[group.id]) for group in other.groups),
        links=tuple(replace(link, source=fresh[link.source], target=fresh[link.target]) for link in other.links),
    )


def lengthen(label: str) -> str:
    """A label three tenths longer, in words like its own."""
    words = label.split()
    longer = label
    while len(longer) < 1.3 * len(label):
        longer += " " + words[len(longer) % len(words)]
    return longer


WORDS = re.findall(
    r"\w+",
    "improved support families children access services parents practice health school confidence of "
    "and with local reduced isolation knowledge agencies training community young people skills "
    "referral employment housing debts ",
)


OUTSIDE_STRANDS = ("inputs", "participants", "long_term")


def made_view(seed: int, boxes: int | None = None) -> View:
    """A view of 5 to 60 boxes: 1.3 to 2 links per box, a fifth and more of them skipping a column, some loops.

    `boxes` sets how many there are.

    As in theories of change with strands, most activities and outcomes belong to one strand, while inputs,
    participants and long-term outcomes are often shared.
    """
    rng = dice(seed)
    usual = rng.choice((5, 8, 12, 16, 20, 25, 30, 35, 40, 45, 50, 60))
    count = usual if boxes is None else boxes
    stages = COLUMNS if count > 12 else COLUMNS[1:5]
    strands = tuple(Strand(f"s{place}", make_label(rng, 12, 40)) for place in range(rng.randint(1, 4)))
    made = []
    for place in range(count):
        number = place if place < len(stages) else int(rng.gauss(2.6, 1.3))
        stage = stages[min(max(number, 0), len(stages) - 1)].id
        own = rng.choices((1, 0, 2), (50, 35, 15) if stage in OUTSIDE_STRANDS else (90, 5, 5))[0]
        of = tuple(strand.id for strand in rng.sample(strands, min(own, len(strands))))
        made.append(ViewBox(f"b{place:02}", make_label(rng, 10, 90), stage, of))
    return View(
        title=f"Made view {seed}",
        columns=stages,
        boxes=tuple(made),
        links=make_links(rng, made, [stage.id for stage in stages], round(rng.uniform(1.3, 2.0) * count)),
        strands=strands,
        notes=("A made view.",),
    )


@cache
def made_picture(seed: int) -> Picture:
    """A made view on A3, laid out once for all tests that look at it; these are one group of pytest-xdist."""
    return lay_out(made_view(seed), "A3")


def make_label(rng: Random, shortest: int, longest: int) -> str:
    """Words of the field up to a length."""
    length = rng.randint(shortest, longest)
    label = rng.choice(WORDS).capitalize()
    while len(label) < length:
        label += " " + rng.choice(WORDS)
    return label[:longest].strip()


def make_links(rng: Random, boxes: list[ViewBox], stages: list[str], wanted: int) -> tuple[ViewLink, ...]:
    """Links mostly within a strand and to the next column; one in twenty goes back or stays in its column.

    Where these skip too few columns, or are too few, links between any two boxes are put in their place.
    """
    found: dict[tuple[str, str], ViewLink] = {}
    for _ in range(60 * wanted):
        if len(found) >= wanted:
            break
        one, other = rng.sample(boxes, 2)
        step = stages.index(other.column) - stages.index(one.column)
        is_related = bool(set(one.strands) & set(other.strands)) or not (one.strands and other.strands)
        is_back = step < 0
        chance = {0: 0.03, 1: 0.7, 2: 0.3, 3: 0.12}.get(step, 0.02)
        if rng.random() > (chance if is_related else 0.02 * chance) or (other.id, one.id) in found:
            continue
        basis = rng.choice(("stated", "inferred", "generic", None))
        found[one.id, other.id] = ViewLink(one.id, other.id, basis, feedback=is_back)
    columns = {box.id: stages.index(box.column) for box in boxes}
    fill_up(rng, found, columns, wanted)
    return tuple(found.values())


def fill_up(rng: Random, found: dict[tuple[str, str], ViewLink], columns: dict[str, int], wanted: int) -> None:
    """Take away links to the next column and add others, until there are enough, a fifth of which skip one."""
    free = [
        (one, other)
        for one, other in combinations(sorted(columns), 2)
        if columns[one] != columns[other] and (one, other) not in found and (other, one) not in found
    ]
    rng.shuffle(free)
    free.sort(key=lambda pair: abs(columns[pair[0]] - columns[pair[1]]) < 2)
    short = [(one, other) for one, other in found if abs(columns[one] - columns[other]) < 2]
    lacking = max(0, ceil(wanted / 5) - len(found) + len(short))
    for pair in short[: max(0, lacking - (wanted - len(found)))]:
        del found[pair]
    for one, other in free[: wanted - len(found)]:
        source, target = sorted((one, other), key=columns.__getitem__)
        found[source, target] = ViewLink(source, target, "stated")
