"""How long all rules take on the largest and the densest theory that they must stay quick on, check by check.

Run with `make bench`. The profile is "strict", so that every rule is asked; seconds are CPU time, the median of
some rounds, and the goal is 1 second for each theory. The share is of what finding and wording take together.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import yaml
from arms import cpu_seconds
from grown_model import grown_model

import toc
from toc.model import TheoryOfChange
from toc.validation import PROFILES, Settings, validate
from toc.validation.checks import every_check
from toc.validation.context import Context

BOXES = 10_000
DENSE = 60
GOAL = 1.0
ROUNDS = 3
SHOWN = 12
STRICT = Settings(codes=PROFILES["strict"].codes)


def ordinary_theory() -> TheoryOfChange:
    """A theory of some 10,000 boxes shaped as real ones are, put together without a file: none may be so large."""
    text = grown_model(BOXES * 4 // 3)
    return TheoryOfChange.model_validate(yaml.load(text, yaml.CSafeLoader), strict=False)


def dense_theory() -> TheoryOfChange:
    """A complete acyclic graph of activities, short-term and long-term outcomes: each box leads to all later."""
    keys = [f"box_{number}" for number in range(DENSE)]
    boxes = {
        name: {"label": f"Step number {number}", "leads_to": {later: {} for later in keys[number + 1 :]}}
        for number, name in enumerate(keys)
    }
    thirds = [dict([*boxes.items()][start : start + DENSE // 3]) for start in range(0, DENSE, DENSE // 3)]
    outcomes = {"short_term": thirds[1], "long_term": thirds[2]}
    return toc.from_dict(
        {"toc": 1, "id": "dense", "title": "Dense", "activities": thirds[0], "outcomes": outcomes}
    )


def shares(theory: TheoryOfChange) -> Iterator[tuple[str, float]]:
    """The codes of each check with its seconds, what all of them share worked out beforehand."""
    for check in every_check():
        context = Context(theory, STRICT)
        list(check.find(context))
        gc.collect()
        gc.disable()
        start = time.process_time()
        list(check.find(context))
        spent = time.process_time() - start
        gc.enable()
        yield ", ".join(sorted(check.codes)), spent


def main() -> None:
    """Print the seconds of each theory, and of the checks that take most of them."""
    for name, theory in (("10,000 boxes", ordinary_theory()), ("complete, 60 boxes", dense_theory())):
        (whole,) = cpu_seconds([lambda theory=theory: validate(theory, settings=STRICT)], ROUNDS)
        found = len(validate(theory, settings=STRICT))
        met = "yes" if whole <= GOAL else "NO"
        print(f"{name}: {found:,} findings in {whole:.2f} s, goal <= {GOAL:g} s: {met}")
        longest = sorted(shares(theory), key=lambda share: -share[1])[:SHOWN]
        for codes, spent in longest:
            print(f"  {codes:<32}{1000 * spent:>8.1f} ms{spent / whole:>7.1%}")


if __name__ == "__main__":
    main()
