"""The groups of scores: stages, strands, populations, sites, and the parts into which people were split."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from toc.reports.cards.card import Row, Section, Table
from toc.reports.cards.rated_rows import rated_row, rated_table
from toc.reports.cards.score_cells import percent
from toc.scoring import GroupScore, Scores
from toc.scoring.publication import HIDDEN

__all__ = ["group_sections"]

_OVERLAP = {
    "strand": "An indicator of several strands counts in each of them.",
    "population": "An indicator about several populations counts in each of them.",
}
_SEEN = ("People", "With two assessments", "Share")


def group_sections(scores: Scores) -> Iterator[Section]:
    """Yield a section for each way in which there are two groups or more, and for each that was asked for."""
    for by, found in groupby(scores.groups, key=lambda group: group.by):
        groups = tuple(found)
        if by in scores.by or sum(group.of == "all" for group in groups) > 1:
            yield _section(scores, by, groups)


def _section(scores: Scores, by: str, groups: tuple[GroupScore, ...]) -> Section:
    name = by.replace("_", " ")
    tables = [
        rated_table(scores, of, name.capitalize(), tuple(rated_row(scores, group) for group in rows))
        for of, rows in groupby(groups, key=lambda group: group.of_label)
    ]
    seen = tuple(_seen(group) for group in groups if group.coverage or "coverage" in group.hidden)
    if seen:
        columns = (name.capitalize(), *_SEEN)
        tables.append(Table(caption=f"Coverage by {name}", columns=columns, rows=seen, numbers=frozenset(_SEEN)))
    words = (_OVERLAP[by],) if by in _OVERLAP else ()
    return Section(title=f"By {name}", paragraphs=words, tables=tuple(tables))


def _seen(group: GroupScore) -> Row:
    seen = group.coverage
    if seen is None:
        return Row(group.label, (HIDDEN,) * 3)
    share = "" if seen.share is None else percent(seen.share)
    return Row(group.label, (str(seen.people), str(seen.with_two), share))
