"""Scores of every stage, strand, population and site, and of the parts into which people were split."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toc.data import Counts, Data, Readings, ReadingsTable
from toc.model import TheoryOfChange
from toc.scoring import table_cells
from toc.scoring.change_rule import ChangeRule
from toc.scoring.counted_pairs import counted_pairs
from toc.scoring.coverage import people_seen
from toc.scoring.group_scores import NOT_RECORDED, GroupScore, group_scores, part_scores
from toc.scoring.indicator_groups import Group, indicator_groups
from toc.scoring.pair_cells import PairCells
from toc.scoring.roll_up import RollUp
from toc.scoring.splits import SITE, columns_in
from toc.scoring.tallies import Tally, tallies_of_counts, tallies_of_readings

__all__ = ["Breakdown", "breakdown", "parts_at_sites"]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Of what data are broken down: `cells` are the counted pairs of readings, None for published counts."""

    theory: TheoryOfChange
    data: Data
    cells: PairCells | None
    change: ChangeRule
    rule: RollUp

    @property
    def groups(self) -> Mapping[Group, frozenset[str]]:
        """The groups of indicators of the theory."""
        return indicator_groups(self.theory)


def breakdown(of: Breakdown, by: Sequence[str]) -> tuple[GroupScore, ...]:
    """Score every stage, strand, population and site, and every part of the columns in `by`.

    Of a site there is a score of all indicators, and of each outcome where `by` has "site". Nothing can be added
    of percentages before and after.
    """
    if not isinstance(of.data, Counts | Readings | ReadingsTable):
        return ()
    grouped = group_scores(of.theory, _tallied(of, of.cells, of.data), of.groups, of.rule)
    sites = [row for row in _of_sites(of) if SITE in by or row.of == "all"]
    parts = [row for column in columns_in(by) for row in _of_parts(of, column)]
    return (*grouped, *_in_order(sites), *_in_order(parts))


def parts_at_sites(of: Breakdown, column: str) -> Iterator[tuple[str, GroupScore]]:
    """Yield the score of every part of a column at every site, with the site."""
    split = _split(of, column)
    if split is None:
        return
    for site in split.sites:
        for part in split.parts:
            tallies = _tallied(of, split.only(site=site, part=part), of.data)
            named = part, part or NOT_RECORDED
            rows = part_scores(of.theory, column, named, tallies, of.groups, of.rule)
            yield from ((site, row) for row in rows)


def _tallied(of: Breakdown, cells: PairCells | None, data: Data) -> dict[Group, Tally]:
    if cells is not None:
        return tallies_of_readings(cells, of.theory, of.change, of.groups)
    return tallies_of_counts(data, of.groups) if isinstance(data, Counts) else {}


def _of_sites(of: Breakdown) -> Iterator[GroupScore]:
    named = set(of.cells.sites if of.cells else ())
    if not isinstance(of.data, ReadingsTable):
        named |= {row.site for row in of.data.rows}
    for site in sorted(named - {""}):
        cells = of.cells.only(site=site) if of.cells else None
        tallies = _tallied(of, cells, _at(of.data, site))
        people = people_seen(cells) if cells else None
        part = site, _site_label(of.theory, site)
        yield from part_scores(of.theory, SITE, part, tallies, of.groups, of.rule, people)


def _site_label(theory: TheoryOfChange, site: str) -> str:
    """Return the name of the site that a site's model speaks of; a base knows no names, only files."""
    own = theory.site
    return str(own.name) if own and own.id == site else site


def _at(data: Data, site: str) -> Data:
    if not isinstance(data, Counts):
        return data
    return replace(data, rows=tuple(row for row in data.rows if row.site == site))


def _of_parts(of: Breakdown, column: str) -> Iterator[GroupScore]:
    split = _split(of, column)
    if split is None:
        return
    for part in sorted(split.parts, key=lambda value: (value == "", value)):
        tallies = _tallied(of, split.only(part=part), of.data)
        named = part, part or NOT_RECORDED
        yield from part_scores(of.theory, column, named, tallies, of.groups, of.rule)


def _split(of: Breakdown, column: str) -> PairCells | None:
    if isinstance(of.data, ReadingsTable):
        return table_cells.table_cells(of.data, of.theory, of.change, of.groups, by_informant=True)
    if isinstance(of.data, Readings):
        return counted_pairs(of.data, of.theory, of.change, of.groups, column)
    return None


def _in_order(rows: Sequence[GroupScore]) -> list[GroupScore]:
    """Put what is of one outcome together, and keep the order otherwise."""
    columns = list(dict.fromkeys(row.by for row in rows))
    outcomes = list(dict.fromkeys(row.of for row in rows))
    return sorted(rows, key=lambda row: (columns.index(row.by), outcomes.index(row.of)))
