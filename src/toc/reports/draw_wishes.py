"""What may be asked of one figure, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Mapping

from toc.errors import TocError

__all__ = ["check_wishes"]

_MOST_BOXES = 30
_NOT_IDS = {
    "strand": ("the id of one strand", "Leave it out to draw them all."),
    "chain": ("the id of one box", "Use the id under which it stands in the file."),
    "who": ("the id of one population", "Leave it out to draw everybody."),
    "highlight": ("the id of one box", "Use the id under which it stands in the file."),
    "language": ("the code of a language", 'Write "cy" for Welsh.'),
    "split": ('"strand", "outcome", "detail" or "auto"', "Leave it out for one page."),
}


def check_wishes(
    *, ids: Mapping[str, object], scored: bool, shown: Mapping[str, object], blank: object, boxes: object
) -> None:
    """Raise `TocError` for what is no id, for a number of boxes that no page holds, and for a contradiction.

    `ids` are by the name of the wish, None where it is left out; `shown` says what else is asked for, by its name.
    """
    for name, value in ids.items():
        if not isinstance(value, str | None):
            what, hint = _NOT_IDS[name]
            raise TocError(f"`{name}` must be {what}.", hint=hint)
    for name, value in (*shown.items(), ("blank", blank)):
        if not isinstance(value, bool):
            raise TocError(f"`{name}` must be True or False.")
    if shown["evidence"] and ids["highlight"] is not None:
        raise TocError("Evidence and a highlighted path are both told by the width of lines.", hint="Choose one.")
    if blank and (scored or any(shown.values()) or ids["highlight"] is not None):
        raise TocError(f"A blank worksheet shows no scores, {', '.join(shown)} or path.", hint="Leave them out.")
    _check_split(ids, blank=bool(blank))
    if boxes is None:
        return
    if not blank:
        raise TocError("The number of boxes is for a blank worksheet.", hint="Ask for `blank` too.")
    if isinstance(boxes, bool) or not isinstance(boxes, int) or not 1 <= boxes <= _MOST_BOXES:
        raise TocError(f"A column can have 1 to {_MOST_BOXES} boxes.")


def _check_split(ids: Mapping[str, object], *, blank: bool) -> None:
    if ids["split"] is None:
        return
    if blank or ids["highlight"] is not None:
        raise TocError("A worksheet and a highlighted path are drawn on one page.", hint="Leave `split` out.")
    if ids["split"] == "strand" and ids["strand"] is not None:
        raise TocError("One strand cannot be split by strand.", hint="Split it by outcome or detail.")
