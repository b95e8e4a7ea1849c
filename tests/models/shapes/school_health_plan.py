"""A plan of 400 boxes: twenty districts with nineteen boxes each, and twenty boxes that all of them share.

`python tests/models/shapes/school_health_plan.py` writes school_health_plan.yaml beside this file.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from toc.loading import dump, from_dict

DISTRICTS = (
    "Ashdale", "Birchwood", "Calder", "Dunmore", "Elmfield", "Farley", "Glenbrook", "Harrow Hill", "Ivybridge",
    "Jordans", "Kingsford", "Larkhill", "Marsh End", "Northfold", "Oakhurst", "Priory", "Quayside", "Redmoor",
    "Stonebeck", "Thornby",
)  # fmt: skip
THEMES = (
    ("teeth", "Tooth brushing in class", "Children brush twice a day", "Fewer teeth are lost"),
    ("eyes", "Eye tests at school", "Children who need glasses wear them", "The board can be read from any seat"),
    ("jabs", "Vaccination mornings", "Parents agree to vaccination", "No outbreak closes a school"),
    ("walking", "Walking buses", "Children walk to school", "Children are fitter"),
    ("meals", "Breakfast clubs", "No lesson begins hungry", "Children eat regularly"),
    ("calm", "Quiet rooms", "Children ask for help early", "Worries are dealt with before they grow"),
    ("sleep", "Evenings on sleep for parents", "Bedtimes are kept", "Children are rested"),
    ("play", "Longer breaks outside", "Children play every day", "Children get on with each other"),
)
SHARED_INPUTS = {
    "act": "School Health Act",
    "money": "Health budget of the state",
    "records": "Shared health records",
    "college": "College of school nursing",
    "campaign": "Radio campaign",
    "advisers": "Advisers of the ministry",
}
SHARED_PARTICIPANTS = {
    "unions": "Teachers' unions",
    "doctors": "Family doctors",
    "dentists": "Dentists",
    "media": "Local papers",
}
SHARED_CHANGES = {
    "trust": ("Families trust the school nurse", "rights", "Whoever trusts a service asks it for help."),
    "early": ("Illness is found early", "cost", "What is found early is cheaper to treat."),
    "absence": ("Fewer days are missed", "learn_well", "Lessons that are not missed are learnt from."),
    "habits": ("Healthy habits last", "fewer_ill", "Habits of childhood are kept."),
}
GOALS = {
    "grow_well": "Children grow up well",
    "learn_well": "Children learn what they can",
    "gap": "Rich and poor districts are alike",
    "fewer_ill": "Fewer adults with lasting illness",
    "cost": "Treatment costs less",
    "rights": "Every child has the care it is entitled to",
}


def health_plan() -> dict[str, Any]:
    """The plan as the mapping of a model file, the same every time."""
    rng = Random(400)  # noqa: S311  # it makes a test case, not secrets
    plan: dict[str, Any] = {
        "toc": 1,
        "id": "school_health_plan",
        "title": "National plan for health at school",
        "strands": {slug(name): {"label": f"District {name}"} for name in DISTRICTS},
        "inputs": labelled(SHARED_INPUTS),
        "participants": labelled(SHARED_PARTICIPANTS),
        "activities": {},
        "outputs": {},
        "outcomes": {"short_term": {}, "intermediate": shared_changes(), "long_term": labelled(GOALS)},
    }
    for name in DISTRICTS:
        add_district(plan, name, rng)
    return plan


def add_district(plan: dict[str, Any], name: str, rng: Random) -> None:
    """Add the nineteen boxes of a district: what it does in three themes, for whom, and what changes."""
    of = {"strand": slug(name)}
    nurses, fund, children, parents, hub, visits = (
        f"{slug(name)}_{what}" for what in ("nurses", "fund", "children", "parents", "hub", "visits")
    )
    themes = rng.sample(THEMES, 3)
    works = [f"{slug(name)}_{theme[0]}" for theme in themes]
    plan["inputs"][nurses] = {"label": f"School nurses of {name}", **of, "leads_to": [*works, visits]}
    plan["inputs"][fund] = {"label": f"Health fund of {name}", **of, "leads_to": rng.sample(works, 2)}
    plan["participants"][children] = {"label": f"Pupils of {name}", **of}
    plan["participants"][parents] = {"label": f"Parents in {name}", **of}
    for shared in rng.sample(sorted(SHARED_INPUTS), 2):
        plan["inputs"][shared].setdefault("leads_to", []).append(hub)
    plan["activities"][hub] = {
        "label": f"Health hub of {name}",
        **of,
        "engages": [rng.choice(sorted(SHARED_PARTICIPANTS))],
        "leads_to": [f"{hub}_open"],
    }
    plan["activities"][visits] = {
        "label": f"Home visits in {name}",
        **of,
        "engages": [parents],
        "leads_to": [f"{works[0]}_change"],
    }
    plan["outputs"][f"{hub}_open"] = {
        "label": f"Days on which the hub of {name} is open",
        **of,
        "leads_to": [sorted(SHARED_CHANGES)[DISTRICTS.index(name) % len(SHARED_CHANGES)]],
    }
    for work, theme in zip(works, themes, strict=True):
        add_theme(plan, name, work, theme, rng.choice(sorted(GOALS)))


def add_theme(plan: dict[str, Any], name: str, work: str, theme: tuple[str, ...], goal: str) -> None:
    """Add what a district does in one theme, from the sessions that it holds to the goal they serve."""
    of = {"strand": slug(name)}
    _, activity, early, late = theme
    plan["activities"][work] = {
        "label": f"{activity}, {name}",
        **of,
        "engages": [f"{slug(name)}_children"],
        "leads_to": [f"{work}_done"],
    }
    plan["outputs"][f"{work}_done"] = {
        "label": f"{activity}: sessions in {name}",
        **of,
        "leads_to": [f"{work}_change"],
    }
    plan["outcomes"]["short_term"][f"{work}_change"] = {
        "label": f"{early} ({name})",
        **of,
        "leads_to": {f"{work}_later": {"because": "What is done every day becomes usual."}},
    }
    plan["outcomes"]["intermediate"][f"{work}_later"] = {
        "label": f"{late} ({name})",
        **of,
        "leads_to": {goal: {"because": "It adds up over the years of school."}},
    }


def shared_changes() -> dict[str, dict[str, Any]]:
    """The outcomes that every district works for, each with the goal that it serves and why."""
    return {
        key: {"label": label, "leads_to": {goal: {"because": why}}}
        for key, (label, goal, why) in SHARED_CHANGES.items()
    }


def labelled(labels: dict[str, str]) -> dict[str, dict[str, Any]]:
    """Boxes that have a label and nothing else yet."""
    return {key: {"label": label} for key, label in labels.items()}


def slug(name: str) -> str:
    """The id of a district."""
    return name.lower().replace(" ", "_")


if __name__ == "__main__":
    text = dump(from_dict(health_plan()))
    Path(__file__).with_suffix(".yaml").write_text(text, encoding="utf-8")
