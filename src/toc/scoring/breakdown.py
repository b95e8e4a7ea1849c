"""Scores of every stage, strand, population and site, and of the parts into which people were split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toc.data import CountRow, Counts, Data, Readings, ReadingsTable
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
from toc.scoring.tallies import Tally, tallies_apart, tallies_of_counts, tallies_of_readings

__all__ = ["Breakdown", "breakdown", "parts_at_sites"]

_Groups = Mapping[Group, frozenset[str]]


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
    groups = of.groups
    grouped = group_scores(of.theory, _tallied(of, groups), groups, of.rule)
    sites = _of_sites(of, _in_parts(groups, with_outcomes=SITE in by))
    parts = [row for column in columns_in(by) for row in _of_parts(of, column)]
    return (*grouped, *_in_order([*sites]), *_in_order(parts))


def parts_at_sites(of: Breakdown, column: str) -> Iterator[tuple[str, GroupScore]]:
    """Yield the score of every part of a column at every site, with the site."""
    split, groups = _split(of, column), _in_parts(of.groups)
    if split is None:
        return
    for site, cells in split.by_site().items():
        for row in _rows_of_parts(of, column, cells, groups):
            yield site, row


def _in_parts(groups: _Groups, *, with_outcomes: bool = True) -> _Groups:
    """Return the groups that are scored of a site or of some of the people, and those of single indicators."""
    levels = {"all", "indicator", *(["outcome"] if with_outcomes else [])}
    return {group: members for group, members in groups.items() if group.level in levels}


def _tallied(of: Breakdown, groups: _Groups) -> Mapping[Group, Tally]:
    if of.cells is not None:
        return tallies_of_readings(of.cells, of.theory, of.change, groups)
    return tallies_of_counts(of.data, groups) if isinstance(of.data, Counts) else {}


def _of_sites(of: Breakdown, groups: _Groups) -> Iterator[GroupScore]:
    cells = of.cells.by_site() if of.cells else {}
    seen = {site: people_seen(own) for site, own in cells.items()}
    by_site = tallies_apart(cells, of.theory, of.change, groups)
    if isinstance(of.data, Counts):
        by_site = _of_counts(of.data, groups)
    for site in sorted(by_site.keys() - {""}):
        part = site, _site_label(of.theory, site)
        yield from part_scores(of.theory, SITE, part, by_site[site], groups, of.rule, seen.get(site))


def _of_counts(counts: Counts, groups: _Groups) -> dict[str, dict[Group, Tally]]:
    rows: dict[str, list[CountRow]] = defaultdict(list)
    for row in counts.rows:
        rows[row.site].append(row)
    return {site: tallies_of_counts(replace(counts, rows=tuple(own)), groups) for site, own in rows.items()}


def _site_label(theory: TheoryOfChange, site: str) -> str:
    """Return the name of the site that a site's model speaks of; a base knows no names, only files."""
    own = theory.site
    return str(own.name) if own and own.id == site else site


def _of_parts(of: Breakdown, column: str) -> Iterator[GroupScore]:
    split = _split(of, column)
    if split is not None:
        yield from _rows_of_parts(of, column, split, _in_parts(of.groups))


def _rows_of_parts(of: Breakdown, column: str, cells: PairCells, groups: _Groups) -> Iterator[GroupScore]:
    """Score every part; what the data do not say comes last."""
    tallies = tallies_apart(cells.by_part(), of.theory, of.change, groups)
    for part in sorted(tallies, key=lambda value: (value == "", value)):
        named = part, part or NOT_RECORDED
        yield from part_scores(of.theory, column, named, tallies[part], groups, of.rule)


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
