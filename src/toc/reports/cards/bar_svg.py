"""A bar as an inline picture, readable in grey and on paper."""

from __future__ import annotations

from collections.abc import Iterator

from toc.reports.cards.card import Bar

__all__ = ["bar_svg"]

_WIDTH, _HEIGHT = 180, 18
_MARGIN = 5
_MIDDLE = _HEIGHT / 2


def bar_svg(bar: Bar) -> str:
    """Return a bar on its scale from 0 to 100 % with ticks at the quarters; its words must stand beside it.

    A screen reader passes over it and reads the words. Without a whisker the end carries a dot.
    """
    return (
        f'<svg aria-hidden="true" focusable="false" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
        f'height="{_HEIGHT}">{"".join(_shapes(bar))}</svg>'
    )


def _shapes(bar: Bar) -> Iterator[str]:
    left, right = sorted((_place(bar.start), _place(bar.end)))
    yield from (_line("tick", _place(at / 4), 2, _HEIGHT - 2) for at in range(5))
    yield f'<rect class="bar" x="{left:.1f}" y="4" width="{right - left:.1f}" height="10"/>'
    if bar.whisker is None:
        yield f'<circle class="dot" cx="{_place(bar.end):.1f}" cy="{_MIDDLE:g}" r="4"/>'
        return
    low, high = (_place(end) for end in bar.whisker)
    yield f'<path class="whisker" d="M{low:.1f} {_MIDDLE:g}H{high:.1f}"/>'
    yield from (_line("whisker", end, 5, _HEIGHT - 5) for end in (low, high))


def _line(kind: str, x: float, top: float, bottom: float) -> str:
    return f'<path class="{kind}" d="M{x:.1f} {top:g}V{bottom:g}"/>'


def _place(share: float) -> float:
    return _MARGIN + (_WIDTH - 2 * _MARGIN) * min(max(share, 0.0), 1.0)
