"""Which box of a figure stands for each box of the theory: itself, its whole, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from toc.model import FACTOR_ROLES, STAGES, Box, ColumnName, Factor, Link, TheoryOfChange

__all__ = ["Shown", "all_links", "shown_boxes"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a figure draws of a theory.

    `columns` are the stages, or roles of factors, that are drawn; `boxes` the boxes and factors drawn as boxes,
    with the opened whole that frames each (None: no frame); `groups` the opened wholes; `stands_for` maps every
    box of the theory that appears in any way to the drawn box or group that it appears as.
    """

    columns: tuple[ColumnName, ...]
    boxes: Mapping[str, str | None]
    groups: tuple[str, ...]
    stands_for: Mapping[str, str]

    def end(self, box: str) -> str | None:
        """Return the drawn box or group at which a link of `box` ends; None where it is not in the figure."""
        return self.stands_for.get(box)


def all_links(theory: TheoryOfChange) -> tuple[Link, ...]:
    """Return the links between boxes, then those of factors."""
    return (*theory.links, *theory.factor_links)


def shown_boxes(
    theory: TheoryOfChange,
    choose: Callable[[Mapping[str, str]], Collection[str]] | None = None,
    opened: Collection[str] | None = None,
    closed: Collection[str] = (),
) -> Shown:
    """Choose what is drawn: the columns of `figure`, wholes closed unless opened, and a part of it all if asked.

    A whole counts as opened where `figure.open` names it, `closed` does not, and all its parts stand in its own
    column. `opened` are outermost wholes that are shown by all their parts instead, at any depth and in any
    column: in a frame where all of them stand in one, else as boxes beside the box of the whole. Factors are drawn
    where `figure.columns` names their role. `choose` says of what stands for what which of the drawn boxes are
    kept; a column that is left without a box goes then.
    """
    columns = _columns(theory)
    boxes = {key: box for key, box in theory.boxes.items() if box.stage in columns}
    stands_for, frames = _as_modelled(theory, boxes, closed) if opened is None else _by_parts(boxes, opened)
    stands_for.update({key: key for key, factor in theory.factors.items() if factor.role in columns})
    if choose is not None:
        keep = choose(stands_for)
        stands_for = {key: end for key, end in stands_for.items() if end in keep}
    drawn = dict.fromkeys(stands_for.values())
    wholes = frozenset(frames.values())
    framed = {key: frames.get(key) for key in drawn if key not in wholes}
    groups = tuple(key for key in drawn if key in wholes and key in framed.values())
    if choose is not None:
        stands_for = {key: end for key, end in stands_for.items() if end in framed or end in groups}
        used = {_column(boxes.get(key) or theory.factors[key]) for key in framed}
        columns = tuple(column for column in columns if column in used)
    return Shown(columns, framed, groups, stands_for)


def _columns(theory: TheoryOfChange) -> tuple[ColumnName, ...]:
    wanted = theory.figure.columns
    if wanted is None:
        used = {box.stage for box in theory.boxes.values()}
        return tuple(stage for stage in STAGES if stage in used)
    order: tuple[ColumnName, ...] = (*STAGES, *FACTOR_ROLES)
    known = {str(column): column for column in order}
    return tuple(dict.fromkeys(known[column] for column in wanted if column in known))


def _column(shown: Box | Factor) -> ColumnName:
    return shown.role if isinstance(shown, Factor) else shown.stage


def _as_modelled(
    theory: TheoryOfChange, boxes: Mapping[str, Box], closed: Collection[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what stands for what, and the frame of each part, as `figure.open` has it but for those closed."""
    opened = _opened(theory, boxes) - frozenset(closed)
    stands_for = {key: _representative(key, boxes, opened) for key in boxes}
    return stands_for, {key: whole for key, box in boxes.items() if (whole := box.part_of) in opened and whole}


def _by_parts(boxes: Mapping[str, Box], opened: Collection[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the same with these outermost wholes shown by all their parts, and all others closed."""
    outermost = {key: _representative(key, boxes, frozenset()) for key in boxes}
    spread = {
        whole for key, whole in outermost.items() if whole in opened and boxes[key].stage != boxes[whole].stage
    }
    frames = {
        key: whole for key, whole in outermost.items() if whole in opened and whole not in spread and key != whole
    }
    return {key: key if whole in opened else whole for key, whole in outermost.items()}, frames


def _opened(theory: TheoryOfChange, boxes: Mapping[str, Box]) -> frozenset[str]:
    wanted = {key for key in theory.figure.open if key in boxes and boxes[key].part_of is None}
    with_parts = {box.part_of for box in boxes.values() if box.part_of in wanted}
    return frozenset(key for key in with_parts if key is not None and _holds_its_column(key, boxes))


def _holds_its_column(whole: str, boxes: Mapping[str, Box]) -> bool:
    return all(box.stage == boxes[whole].stage for box in boxes.values() if box.part_of == whole)


def _representative(key: str, boxes: Mapping[str, Box], opened: frozenset[str]) -> str:
    """Climb from a part to the first whole that is not opened; a part of an opened whole stands for itself."""
    seen = {key}
    whole = boxes[key].part_of
    while whole is not None and whole in boxes and whole not in opened and whole not in seen:
        seen.add(whole)
        key, whole = whole, boxes[whole].part_of
    return key
