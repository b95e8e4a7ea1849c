"""`TagRows`: the small signs of a box in rows, measured from the middle of the top of the first row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from toc.diagram.factor_letters import spans_of
from toc.diagram.measures import Measures
from toc.diagram.picture import PictureTag, TextLine
from toc.diagram.text_widths import text_width
from toc.diagram.view import Tag
from toc.diagram.wrapping import wrap

__all__ = ["NO_TAGS", "TagRows", "rows_of", "tag_sign"]

SIDES = {"indicator": (1.04, 0.8), "no_indicator": (1.04, 0.8), "factor": (1.22, 0.5)}
"""How much wider than its words a sign is, in parts of their width and in font sizes; one for factors is round."""
GAP = 0.3
"""Between two signs, and above each row, in font sizes."""


@dataclass(frozen=True, slots=True)
class TagRows:
    """Signs around x = 0, below y = 0, and the height of all rows with the gap above each."""

    signs: tuple[PictureTag, ...] = ()
    height: float = 0.0

    def moved(self, x: float, y: float) -> tuple[PictureTag, ...]:
        """The signs at their place on the page."""
        return tuple(move_sign(sign, x, y) for sign in self.signs)


NO_TAGS = TagRows()


def rows_of(tags: tuple[Tag, ...], room: float, measures: Measures, *, in_words: bool) -> TagRows:
    """Put signs in rows no wider than `room`: numbers or words of indicators, then one sign for all factors."""
    size = measures.tag
    words = [
        tag_sign((tag,), tag.sign if tag.sign and not in_words else tag.label, size, room)
        for tag in tags
        if tag.kind != "factor"
    ]
    factors = tuple(tag for tag in tags if tag.kind == "factor")
    letters = spans_of([tag.sign for tag in factors])
    signs = [*words, *([tag_sign(factors, letters, size, room)] if factors else [])]
    rows: list[list[PictureTag]] = []
    for sign in signs:
        if rows and sum(one.width + GAP * size for one in rows[-1]) + sign.width <= room:
            rows[-1].append(sign)
        else:
            rows.append([sign])
    placed: list[PictureTag] = []
    y = 0.0
    for row in rows:
        height = max(sign.height for sign in row)
        x = -(sum(sign.width for sign in row) + GAP * size * (len(row) - 1)) / 2
        for sign in row:
            placed.append(move_sign(sign, x + sign.width / 2, y + GAP * size + height / 2))
            x += sign.width + GAP * size
        y += GAP * size + height
    return TagRows(tuple(placed), y)


def tag_sign(tags: tuple[Tag, ...], words: str, size: float, room: float) -> PictureTag:
    """One sign around (0, 0) with its words in as many lines as the room asks for."""
    kind = tags[0].kind
    part, more = SIDES[kind]
    bold = kind == "factor"
    lines = wrap(words, (room - more * size) / size / part, bold=bold)
    widths = [text_width(line, size, bold=bold) for line in lines]
    height = 1.18 * size * len(lines) + 0.2 * size
    text = tuple(
        TextLine(
            line,
            0.0,
            1.18 * size * (place - (len(lines) - 1) / 2) + 0.34 * size,
            size,
            width,
            bold=bold,
            anchor="middle",
        )
        for place, (line, width) in enumerate(zip(lines, widths, strict=True))
    )
    return PictureTag(kind, 0.0, 0.0, part * max(widths) + more * size, height, text, tags)


def move_sign(sign: PictureTag, x: float, y: float) -> PictureTag:
    """The same sign elsewhere."""
    text = tuple(replace(line, x=line.x + x, y=line.y + y) for line in sign.text)
    return replace(sign, x=sign.x + x, y=sign.y + y, text=text)
