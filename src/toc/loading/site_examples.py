"""What a new site may say of its base: lines that apply as they stand, and examples behind a `#`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count

from toc.loading.yaml_words import yaml_word
from toc.model import Outcome, Output, TheoryOfChange

__all__ = ["added_example", "changes", "drops"]


def added_example(theory: TheoryOfChange, site_id: str) -> Iterator[str]:
    """Yield an activity that leads to an outcome of the base, behind a `#`."""
    outcomes = (box.id for box in theory.boxes.values() if isinstance(box, Outcome))
    target = next(outcomes, "an_outcome_of_the_base")
    made = f"{site_id[:70]}_activity"
    names = chain((made,), (f"{made}{number}" for number in count(2)))
    free = next(name for name in names if _is_free(theory, name))
    yield "\n# What only this site has, section by section as in the base."
    yield "# add:"
    yield "#   activities:"
    yield f"#     {free}:"
    yield "#       label: Something that only this site does"
    yield "#       leads_to:"
    yield f"#         {yaml_word(target)}:"
    yield "#           because: Say in one sentence why it brings about this outcome."


def _is_free(theory: TheoryOfChange, name: str) -> bool:
    sections = (theory.boxes, theory.assumptions, theory.factors, theory.studies, theory.indicators)
    return not any(name in section for section in sections)


def changes(theory: TheoryOfChange) -> Iterator[str]:
    """Yield the base's own counts taken away, which are not this site's, and an example behind a `#`."""
    counted = [box for box in theory.boxes.values() if isinstance(box, Output) and box.count is not None]
    unlocked = [box for box in counted if not _is_locked(theory, box.id)]
    if unlocked:
        yield "\n# The numbers of the base are not those of this site: write this site's own in place of null, and"
        yield "# leave null where there is none. These need no reason."
    else:
        yield "\n# What is different here: only the keys that differ, and the reason."
    yield "change:" if unlocked else "# change:"
    for box in unlocked:
        yield f"  {yaml_word(box.id)}:"
        yield "    count: null"
        if box.qualifier is not None:
            yield "    qualifier: null"
    mark = "  # " if unlocked else "#   "
    for line in _changed_example(theory):
        yield f"{mark}{line}"


def _changed_example(theory: TheoryOfChange) -> tuple[str, ...]:
    free = (box for box in (*theory.activities, *theory.boxes) if not _is_locked(theory, box))
    box = next(free, "an_id_of_the_base")
    return f"{yaml_word(box)}:", "  description: How it is done here", "  reason: Why it is different here"


def drops(theory: TheoryOfChange) -> Iterator[str]:
    """Yield the base's coverage dropped, where it has one that may be, and an example behind a `#`."""
    has_coverage = theory.coverage is not None and not _is_locked(theory, "coverage")
    yield "\n# What the base has and this site has not, each with the reason. A box takes its links with it."
    yield "drop:" if has_coverage else "# drop:"
    if has_coverage:
        yield "  coverage: How many people were assessed twice is not known for this site yet"
    example = next(_droppable(theory), "an_id_of_the_base")
    yield f"{'  # ' if has_coverage else '#   '}{yaml_word(example)}: Why this site has none"


def _droppable(theory: TheoryOfChange) -> Iterator[str]:
    """Yield ids on which nothing else depends: parts first, then what the work needs, delivers and measures."""
    wholes = {box.part_of for box in theory.boxes.values()}
    free = [box for box in theory.boxes.values() if box.id not in wholes and not _is_locked(theory, box.id)]
    yield from (box.id for box in free if box.part_of is not None and not isinstance(box, Outcome))
    yield from (box.id for box in free if box.part_of is None and box.stage in ("outputs", "inputs"))
    yield from (indicator for indicator in theory.indicators if not _is_locked(theory, indicator))


def _is_locked(theory: TheoryOfChange, name: str) -> bool:
    return any(locked.partition(".")[0] == name for locked in theory.locked)
