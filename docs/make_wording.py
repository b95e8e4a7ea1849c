"""Write into `wording.md` how well the rules of wording do: `python docs/make_wording.py`.

Each statement of `tests/wording/statements.csv` is made the outcome of a small theory, and what `validate` tells
of it is held against what was labelled by hand before the rules were written.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toc.model import TheoryOfChange
from toc.validation import RULES, Settings, validate

PAGE = Path(__file__).parent / "wording.md"
STATEMENTS = Path(__file__).parents[1] / "tests" / "wording" / "statements.csv"
BEGIN, END = "<!-- figures: python docs/make_wording.py -->\n", "<!-- end of figures -->\n"

HALVES = ("development", "held out")
FRESH = "fresh"
PARTS = (*HALVES, FRESH)
STAGES = ("short_term", "intermediate", "long_term")
MEASURED = tuple(f"TOC{number}" for number in (*range(201, 210), 211, 214))
SETTINGS = Settings(codes=frozenset(MEASURED))
FEW = 10
"""Below so many statements with the fault, a share of them says little."""


@dataclass(frozen=True)
class Figures:
    """How often a rule was right on one part: found and missed faults, and what it told wrongly and left alone."""

    code: str
    part: str
    found: int
    missed: int
    wrong: int
    silent: int

    @property
    def faults(self) -> int:
        """How many statements have the fault."""
        return self.found + self.missed

    @property
    def precision(self) -> float | None:
        """The share of what is told that is right; None where nothing is told."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else None

    @property
    def recall(self) -> float | None:
        """The share of the faults that is told; None where there are none."""
        return self.found / self.faults if self.faults else None

    @property
    def false_positives(self) -> float:
        """The share that is told among the statements without the fault."""
        return self.wrong / (self.wrong + self.silent)


def statements() -> list[dict[str, str]]:
    """Return the labelled statements; a cell is empty where a rule is not asked."""
    with STATEMENTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def part_of(row: Mapping[str, str]) -> str:
    """Return the part to which a statement belongs: fresh by its source, else a half by its own letters alone."""
    if row["source"].startswith("written fresh"):
        return FRESH
    return HALVES[hashlib.sha256(row["statement"].encode()).digest()[0] % 2]


def figures(rows: Sequence[Mapping[str, str]]) -> tuple[Figures, ...]:
    """Measure every rule on each part."""
    judged: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
    for row in rows:
        for code, label, told in _judged(row):
            judged.setdefault((code, part_of(row)), []).append((label, told))
    return tuple(_counted(code, part, judged[code, part]) for part in PARTS for code in MEASURED)


def _judged(row: Mapping[str, str]) -> Iterator[tuple[str, bool, bool]]:
    """Yield each rule that is asked of a statement, whether it should tell it, and whether it does."""
    told = {stage: found(row["statement"], stage) for stage in STAGES}
    for code in MEASURED:
        # What another rule says already is not asked again: one fault, one finding.
        if any(row.get(cause) == "1" for cause in RULES[code].unless):
            continue
        if code == "TOC211":
            for stage in ("short_term", "long_term"):
                if row[f"{code} {stage}"]:
                    yield code, row[f"{code} {stage}"] == "1", code in told[stage]
        elif row[code]:
            yield code, row[code] == "1", code in told[row["stage"]]


def found(statement: str, stage: str) -> set[str]:
    """Return the rules that are told of a statement as an outcome of a stage, measured and without a baseline."""
    others = {one: {f"other_{one}": {"label": "Parents stay"}} for one in STAGES if one != stage}
    theory: dict[str, Any] = {
        "toc": 1,
        "id": "one",
        "title": "One statement",
        "language": "en",
        "outcomes": {**others, stage: {"it": {"label": statement}}},
        "indicators": {"sign": {"label": "What is asked", "measures": ("it",)}},
    }
    findings = validate(TheoryOfChange.model_validate(theory), settings=SETTINGS)
    return {finding.code for finding in findings if finding.subject == "it"}


def _counted(code: str, part: str, judged: Sequence[tuple[bool, bool]]) -> Figures:
    count = {(label, told): judged.count((label, told)) for label in (True, False) for told in (True, False)}
    return Figures(code, part, count[True, True], count[True, False], count[False, True], count[False, False])


def tables(rows: Sequence[Mapping[str, str]]) -> str:
    """Return the figures as Markdown, those of the fresh statements first."""
    measured = figures(rows)
    lines = []
    for part in reversed(PARTS):
        of_part = [one for one in measured if one.part == part]
        count = sum(part_of(row) == part for row in rows)
        name = f"{part.capitalize()} half" if part in HALVES else part.capitalize()
        lines += [f"**{name}, {count} statements**", "", *_table(of_part), ""]
    return "\n".join(lines)


def _table(measured: Sequence[Figures]) -> Iterator[str]:
    yield "| rule | found | told wrongly | precision | recall | false positives |"
    yield "|---|---|---|---|---|---|"
    for one in measured:
        name = f"{one.code} {RULES[one.code].name}"
        few = " (few)" if one.faults < FEW else ""
        yield (
            f"| [{name}](rules/{one.code}.md) | {one.found} of {one.faults}{few} "
            f"| {one.wrong} of {one.wrong + one.silent} "
            f"| {_percent(one.precision)} | {_percent(one.recall)} | {_percent(one.false_positives, 1)} |"
        )


def _percent(share: float | None, digits: int = 0) -> str:
    return "-" if share is None else f"{100 * share:.{digits}f}%"


def wording_page() -> str:
    """Return the page with today's figures."""
    before, begin, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{begin}{tables(statements())}{end}{after}"


if __name__ == "__main__":
    PAGE.write_text(wording_page(), encoding="utf-8")
