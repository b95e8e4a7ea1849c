"""The picture as JSON: every place and word, for programs that draw or check it themselves."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from toc.diagram.picture import Arrow, Frame, Header, LegendItem, Picture, PictureBox, Point, StageArrow, TextLine
from toc.diagram.view import Support

__all__ = ["write_json"]


def write_json(picture: Picture) -> str:
    """The picture as one JSON object, the same bytes for the same picture.

    Lengths are points, the origin is the top left corner and y grows downwards; x and y of a rectangle are its
    centre. `points` of an arrow are 3n+1 control points `[x, y]` of n cubics from tail to tip. `strand` of a box
    is the id of its one strand, and null where it is shared (all of them are in `strands`); `basis` is null
    where the theory does not say. `version` grows only when a field changes or goes.
    """
    content = {
        "version": 1,
        "title": picture.title,
        "language": picture.language,
        "page": asdict(picture.page),
        "font_size": picture.font_size,
        "advice": picture.advice,
        "strands": [{"id": key, "label": label} for key, label in dict(picture.strand_labels).items()],
        "headers": [_header(header) for header in picture.headers],
        "frames": [_frame(frame) for frame in picture.frames],
        "boxes": [_box(box) for box in picture.boxes],
        "arrows": [_arrow(arrow) for arrow in picture.arrows],
        "stage_arrows": [_stage_arrow(arrow) for arrow in picture.stage_arrows],
        "legend": [_legend(item) for item in picture.legend],
        "texts": [_line(line) for line in picture.texts],
        "theme": asdict(picture.theme),
        "flags": [asdict(flag) for flag in picture.flags],
        "factors": [asdict(factor) for factor in picture.factors],
        "pointers": [{**asdict(pointer), "points": _points(pointer.points)} for pointer in picture.pointers],
    }
    return json.dumps(content, ensure_ascii=True, indent=1, allow_nan=False) + "\n"


def _box(box: PictureBox) -> dict[str, Any]:
    return {
        "id": box.id,
        "label": box.label,
        "stage": box.stage,
        "stage_inferred": box.stage_inferred,
        "strand": box.strands[0] if len(box.strands) == 1 else None,
        "strands": list(box.strands),
        "tone": box.tone,
        **_rectangle(box),
        "lines": list(box.lines),
        "font_size": box.font_size,
        "text": [_line(line) for line in box.text],
        "badge": _badge(box),
        "mark": box.mark or None,
        "tags": [asdict(tag) for tag in box.tags],
        "asides": list(box.asides),
    }


def _badge(box: PictureBox) -> dict[str, Any] | None:
    if box.badge is None:
        return None
    bar = dict(zip(("x", "y", "width", "height"), box.badge_box, strict=True)) if box.badge_box else None
    return {**asdict(box.badge), "bar": bar, "lines": [_line(line) for line in box.badge_text]}


def _arrow(arrow: Arrow) -> dict[str, Any]:
    return {
        "from": arrow.source,
        "to": arrow.target,
        "basis": arrow.basis,
        "feedback": arrow.feedback,
        "negative": arrow.negative,
        "mark": arrow.mark or None,
        "support": _support(arrow.support),
        "flags": list(arrow.flags),
        "factors": list(arrow.factors),
        "tone": arrow.tone,
        "points": _points(arrow.points),
    }


def _support(support: Support | None) -> dict[str, Any] | None:
    if support is None:
        return None
    return {"for": list(support.for_), "against": list(support.against), "confidence": support.confidence}


def _stage_arrow(arrow: StageArrow) -> dict[str, Any]:
    return {
        "from": arrow.source, "to": arrow.target, "basis": arrow.basis, "points": _points(arrow.points),
        "support": _support(arrow.support),
    }  # fmt: skip


def _header(header: Header) -> dict[str, Any]:
    text = [_line(line) for line in header.text]
    return {"stage": header.stage, "label": header.label, **_rectangle(header), "text": text}


def _frame(frame: Frame) -> dict[str, Any]:
    return {
        "id": frame.id, "kind": frame.kind, "label": frame.label, "tone": frame.tone, **_rectangle(frame),
        "text": [_line(line) for line in frame.text], "tags": [asdict(tag) for tag in frame.tags],
    }  # fmt: skip


def _legend(item: LegendItem) -> dict[str, Any]:
    return {"kind": item.kind, "tone": item.tone, "x": item.x, "y": item.y, "text": _line(item.text)}


def _line(line: TextLine) -> dict[str, Any]:
    return asdict(line)


def _rectangle(shape: PictureBox | Header | Frame) -> dict[str, float]:
    return {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}


def _points(points: tuple[Point, ...]) -> list[list[float]]:
    return [[x, y] for x, y in points]
