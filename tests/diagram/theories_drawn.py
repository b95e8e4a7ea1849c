"""Theories made by chance for figures of many pages: strands, wholes within wholes, links between all of them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from toc.loading import from_dict
from toc.model import TheoryOfChange

SECTIONS = ("inputs", "participants", "activities", "outputs")
OUTCOMES = ("short_term", "intermediate", "long_term")
STAGES = (*SECTIONS, *OUTCOMES)
WORDS = (
    *("support", "families", "children", "services", "parents", "practice", "health", "school", "confidence"),
    *("knowledge", "agencies", "training", "community", "skills", "referral", "employment", "housing", "debts"),
)


def made_theory(
    seed: int, boxes: int, *, strands: int = 3, parts: float = 0.2, across: float = 0.05, around: bool = False
) -> TheoryOfChange:
    """A theory of so many boxes.

    A share `parts` of the boxes is part of another of its strand, mostly of its own stage; a share `across` of the
    links joins two strands. A few boxes belong to no strand or to two, a few links feed back. With `around` it has
    indicators, factors and assumptions too.
    """
    rng = Random(seed)  # noqa: S311 - it makes test cases, not secrets
    names = [f"s{number}" for number in range(strands)]
    found: list[tuple[str, str, list[str]]] = []
    for number in range(boxes):
        stage = STAGES[number % len(STAGES)] if number < len(STAGES) else rng.choice(STAGES)
        usual = (1, 0, 0, 2) if stage in ("inputs", "participants", "long_term") else (1, 1, 1, 1, 1, 1, 0, 2)
        own = rng.sample(names, min(rng.choice(usual), len(names)))
        found.append((f"b{number:03}", stage, own))
    entries: dict[str, dict[str, Any]] = {
        key: {"label": " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 7))).capitalize(), "strand": own}
        for key, _, own in found
    }
    _link(rng, found, entries, across)
    _fold(rng, found, entries, parts)
    model = _model(found, entries, names, rng)
    return from_dict(model | _around(rng, found, entries) if around else model)


def _link(
    rng: Random, found: Sequence[tuple[str, str, list[str]]], entries: dict[str, Any], across: float
) -> None:
    wanted = round(1.4 * len(found))
    for _ in range(30 * wanted):
        if wanted <= 0:
            break
        (one, stage, own), (other, next_stage, others) = rng.sample(found, 2)
        step = STAGES.index(next_stage) - STAGES.index(stage)
        related = bool(set(own) & set(others)) or not own or not others
        if rng.random() > (1.0 if related else across) or (step <= 0 and rng.random() > 0.02):
            continue
        if one in entries[other].get("leads_to", {}):
            continue
        entries[one].setdefault("leads_to", {})[other] = {"feedback": True} if step <= 0 else {}
        wanted -= 1


def _fold(rng: Random, found: Sequence[tuple[str, str, list[str]]], entries: dict[str, Any], parts: float) -> None:
    """Make boxes parts of boxes that come later in the list, so that nothing is part of itself."""
    for place, (key, stage, own) in enumerate(found[:-1]):
        wholes = [one for one in found[place + 1 :] if one[2] == own and (one[1] == stage or rng.random() < 0.05)]
        if wholes and rng.random() < parts:
            entries[key]["part_of"] = rng.choice(wholes)[0]


def _model(
    found: Sequence[tuple[str, str, list[str]]], entries: dict[str, Any], names: list[str], rng: Random
) -> dict[str, Any]:
    model: dict[str, Any] = {"toc": 1, "id": "made", "title": "Made by chance", "outcomes": {}}
    if names:
        model["strands"] = {name: {"label": f"Strand {name}"} for name in names}
    for key, stage, own in found:
        if not own:
            del entries[key]["strand"]
        place = model if stage in SECTIONS else model["outcomes"]
        place.setdefault(stage, {})[key] = entries[key]
    whole = sorted({entry["part_of"] for entry in entries.values() if "part_of" in entry})
    model["figure"] = {"open": [key for key in whole if rng.random() < 0.5]}
    return model


def _around(rng: Random, found: Sequence[tuple[str, str, list[str]]], entries: dict[str, Any]) -> dict[str, Any]:
    """The sections with what measures, surrounds and is assumed of boxes and links; links name what is assumed."""
    outcomes = [key for key, stage, _ in found if stage in OUTCOMES]
    links = [(key, target) for key in entries for target in entries[key].get("leads_to", {})]
    assumed = {f"a{number}": {"label": f"Assumption {number}"} for number in range(9)}
    for source, target in links:
        if rng.random() < 0.3:
            entries[source]["leads_to"][target]["assumptions"] = rng.sample(sorted(assumed), rng.randint(1, 3))
    factors: dict[str, dict[str, Any]] = {}
    for number in range(12):
        role = rng.choice(("context", "risk", "moderator"))
        affects = [rng.choice(found)[0], *(" -> ".join(rng.choice(links)) for _ in links[:1])]
        factors[f"f{number}"] = {"label": f"Factor {number}", "role": role, "affects": affects[number % 2 :][:1]}
    factors["f0"]["leads_to"] = [outcomes[0]]
    indicators = {
        f"i{number}": {"label": f"Indicator {number}", "measures": [rng.choice(outcomes)], "percent": True}
        for number in range(15)
    }
    return {"assumptions": assumed, "factors": factors, "indicators": indicators}
