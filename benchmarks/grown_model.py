"""The text of a model of any size, shaped as real ones are: stages, strands, mechanisms and indicators."""

from __future__ import annotations

from collections.abc import Iterator

SHARES = {"inputs": 10, "activities": 30, "outputs": 10, "short_term": 12, "intermediate": 9, "long_term": 4}
"""Boxes of each stage among 100 nodes; the other 25 nodes are indicators, one of each outcome."""
OUTCOMES = ("short_term", "intermediate", "long_term")
STRANDS = 5
HEAD = """\
toc: 1
id: grown
title: A model of {size} nodes
version: "2024-05"
populations:
  people:
    label: People
scales:
  points:
    lowest: 1
    highest: 5
    better: higher
    points: {{"1": never, "5": always}}
participants:
  everyone:
    label: Everyone
    who: [people]
    leads_to:
      activities_0:
        because: They come.
strands:
"""


def grown_model(size: int) -> str:
    """The YAML of a sound model without circles; every box leads to some of the next stage and all are reached."""
    return HEAD.format(size=size) + "\n".join(_lines(size)) + "\n"


def _lines(size: int) -> Iterator[str]:
    counts = {stage: max(1, size * share // 100) for stage, share in SHARES.items()}
    for strand in range(STRANDS):
        yield f"  strand_{strand}:"
        yield f"    label: Strand number {strand}"
    stages = list(counts)
    for stage, following in zip(stages, [*stages[1:], ""], strict=True):
        indent = "    " if stage in OUTCOMES else "  "
        if stage == OUTCOMES[0]:
            yield "outcomes:"
        yield f"{indent[2:]}{stage}:"
        for number in range(counts[stage]):
            yield from _box(stage, number, indent)
            if following:
                yield from _links(number, counts[stage], following, counts[following], indent)
    yield "indicators:"
    for stage in OUTCOMES:
        for number in range(counts[stage]):
            yield f"  sign_of_{stage}_{number}:"
            yield f"    label: What is asked of people about {stage}, question {number}"
            yield f"    measures: [{stage}_{number}]"
            yield "    scale: points"


def _box(stage: str, number: int, indent: str) -> Iterator[str]:
    yield f"{indent}{stage}_{number}:"
    yield f"{indent}  label: Something of the stage {stage} with the number {number}"
    yield f"{indent}  strand: strand_{number % STRANDS}"
    if stage == "activities":
        yield f"{indent}  who: people"


def _links(number: int, count: int, following: str, others: int, indent: str) -> Iterator[str]:
    yield f"{indent}  leads_to:"
    for target in sorted({number % others, (number * 7 + 1) % others, *range(number, others, count)}):
        yield f"{indent}    {following}_{target}:"
        yield f"{indent}      because: People who have the one are more likely to have the other."
        yield f"{indent}      confidence: {number % 101}"
