"""Sites in a funnel: the share of each against its n, and how far chance alone would let shares spread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from toc.errors import TocError
from toc.reports.plots.dot_labels import NamedDot, dot_labels
from toc.reports.plots.plot_frame import LEFT, RIGHT, framed, lines_of, top_of
from toc.reports.plots.sheet import INK, SOFT, Dot, Rule, Shape, Sheet, Words
from toc.reports.printable import printable_line
from toc.scoring import Scores
from toc.scoring.site_comparison import ComparedSite

__all__ = ["funnel_plot"]

_SIZE = 9.0
_FROM, _TO = LEFT + 40, RIGHT - 70
_BESIDE = _TO + 20
_HEIGHT = 270.0
_TICK = 7.0
"""How far the end of a limit reaches to both sides: beyond a dot that lies on it."""

_NAMED = 8
"""With more sites than this each dot has a number, and the list below says whose it is."""

_NOTE = (
    "The line across is the share of all sites together. By chance alone a site lies within the dashed lines 95 "
    "times in 100, within the full ones 998 times in 1000; they are drawn from site to site. A full dot lies "
    "outside one of them: more than chance alone would give, and no more is said of why. Sites are not ranked."
)


@dataclass(frozen=True, slots=True)
class _Field:
    """Where numbers and shares stand."""

    top: float
    most: int

    def x(self, n: float) -> float:
        return _FROM + (_TO - _FROM) * n / self.most

    def y(self, share: float) -> float:
        return self.top + _HEIGHT * (1 - share)


def funnel_plot(scores: Scores) -> Sheet:
    """Return the funnel plot of all indicators together.

    Raises `TocError` where sites were not compared, or a count of each of them is hidden for publication.
    """
    if scores.comparison is None:
        raise TocError(
            "There is nothing to plot: sites were not compared.",
            hint="Ask for it: --compare-sites, or toc.score(theory, data, compare_sites=True).",
        )
    sites = [site for site in scores.comparison.sites if site.of == "all"]
    if not sites:
        raise TocError("There is nothing to plot: a count of every site is hidden for publication.")
    title = "Sites, and what chance alone would give"
    shapes, top = top_of(scores, title)
    field = _Field(top + 22, _most(max(site.n for site in sites)))
    told = [_told(site, scores.unit) for site in sites]
    names = _names(sites)
    keyed = told if len(sites) <= _NAMED else [f"{at}: {words}" for at, words in zip(names, told, strict=True)]
    listed = list(_list(keyed, field.y(0) + 44))
    limits = tuple(_limits(field, sites))
    drawn = (
        *shapes,
        *_axes(field, scores.unit),
        *limits,
        Words(_BESIDE + 4, field.y(sites[0].share_of_all), f"all {100 * sites[0].share_of_all:.1f} %", 8.0),
        *_sites(field, sites, names, limits),
        *listed,
    )
    return framed(scores, title, drawn, listed[-1].y + 4, note=_NOTE, told=told)


def _names(sites: Sequence[ComparedSite]) -> list[str]:
    if len(sites) <= _NAMED:
        return [printable_line(site.site) for site in sites]
    return [str(number) for number in range(1, len(sites) + 1)]


def _list(told: Sequence[str], top: float) -> Iterator[Words]:
    y = top
    for words in told:
        for line in lines_of(words, RIGHT - LEFT, _SIZE):
            yield Words(LEFT, y, line, _SIZE)
            y += 11.5


def _most(n: int) -> int:
    """Return the end of an axis, a whole number of its steps that takes in the largest n."""
    return _step(n) * ceil(n / _step(n))


def _step(n: int) -> int:
    """Return the least of 1, 2, 5, 10, 20 and so on that cuts an axis up to n into eight parts or fewer."""
    steps = (times * int(f"1{'0' * zeros}") for zeros in range(len(str(n))) for times in (1, 2, 5))
    return next(step for step in steps if n <= 8 * step)


def _axes(field: _Field, unit: str) -> Iterator[Shape]:
    yield Words(LEFT, field.top - 16, "Share improved", _SIZE, bold=True)
    for quarter in range(5):
        y = field.y(quarter / 4)
        yield Rule(((_FROM, y), (_TO, y)), "#D8D8D8", 0.4)
        yield Words(_FROM - 6, y, f"{25 * quarter} %", 8.0, "right", colour=SOFT)
    yield Rule(((_FROM, field.top), (_FROM, field.y(0)), (_TO, field.y(0))), SOFT)
    for n in range(0, field.most + 1, _step(field.most)):
        yield Rule(((field.x(n), field.y(0)), (field.x(n), field.y(0) + 3)), SOFT)
        yield Words(field.x(n), field.y(0) + 10, str(n), 8.0, "center", colour=SOFT)
    yield Words(_TO, field.y(0) + 22, f"{unit.capitalize()} of the site", _SIZE, "right", bold=True)


def _limits(field: _Field, sites: Sequence[ComparedSite]) -> Iterator[Rule]:
    centre, ordered = sites[0].share_of_all, sorted(sites, key=lambda site: site.n)
    yield Rule(((_FROM, field.y(centre)), (_TO, field.y(centre))), INK)
    for end in (0, 1):
        usual = tuple((field.x(site.n), field.y(site.usual[end] / site.n)) for site in ordered)
        wide = tuple((field.x(site.n), field.y(site.wide[end] / site.n)) for site in ordered)
        yield Rule(usual, SOFT, 0.9, "dashed")
        yield Rule(wide, SOFT, 0.9)
        for x, y in (*usual, *wide):
            yield Rule(((x - _TICK, y), (x + _TICK, y)), SOFT, 0.9)


def _sites(
    field: _Field, sites: Sequence[ComparedSite], names: Sequence[str], limits: Sequence[Rule]
) -> Iterator[Shape]:
    dots = [
        NamedDot(field.x(site.n), field.y(site.improved / site.n), name)
        for site, name in zip(sites, names, strict=True)
    ]
    for site, dot in zip(sites, dots, strict=True):
        yield Dot(dot.x, dot.y, 4.0, hollow=site.outside is None)
    yield from dot_labels(dots, _FROM, _BESIDE, limits)


def _told(site: ComparedSite, unit: str) -> str:
    where = "within the limits of chance" if site.outside is None else f"outside the {site.outside} limits"
    share = 100 * site.improved / site.n
    return f"{site.site}: {site.improved} of {site.n} {unit} improved ({share:.1f} %), {where}."
