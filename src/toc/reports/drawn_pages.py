"""The pages of one drawing: how it is split, and which of them is meant."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from toc.diagram import View
from toc.diagram.split_layout import Splits, readable_views, split_views
from toc.diagram.splits import SPLITS, SplitKind
from toc.errors import TocError
from toc.files import numbered_files
from toc.loading.nearest import nearest_hint, shown

__all__ = ["check_split", "checked_number", "older_pages", "views_on"]

_MOST_TOLD = 5
_LACKS: dict[SplitKind, str] = {
    "strand": "fewer than two strands",
    "outcome": "fewer than two last outcomes that something leads to",
    "detail": "no box with parts",
}


def views_on(view: View, page: str, split: str | None, splits: Splits | None) -> tuple[View, ...]:
    """Return the pages of a figure on a paper, split as is asked; "auto" splits what could not be read on one."""
    if split is None or splits is None:
        return (view,)
    if split == "auto":
        return readable_views(view, splits, page)
    found = next((splits(kind) for kind in SPLITS if kind == split), None)
    return split_views(found, page) if found else (view,)


def check_split(split: str | None, splits: Splits) -> None:
    """Raise `TocError` for a way to split that there is not, or by what the theory does not have."""
    if split is None or split == "auto":
        return
    kind = next((one for one in SPLITS if one == split), None)
    if kind is None:
        choices = ", ".join((*SPLITS, "auto"))
        raise TocError(
            f'A figure cannot be split by "{shown(split)}".',
            hint=nearest_hint(split, (*SPLITS, "auto"), f"Choose one of {choices}."),
        )
    if splits(kind) is None:
        others = [one for one in SPLITS if one != kind and splits(one) is not None]
        hint = f"It can be split by {' or '.join(others)}." if others else "Draw it on one page."
        raise TocError(f"This figure cannot be split by {kind}: it has {_LACKS[kind]}.", hint=hint)


def checked_number(number: int | None, count: int, kind: str) -> int:
    """Return the number of the page that is meant, from 1; raise `TocError` where there is no such page.

    Without a number it is the only page.
    """
    if number is None and count > 1:
        hint = f"Name a page from 1 to {count} (number=1), or save it to as many files."
        raise TocError(f"One .{kind} cannot hold the {count} pages of this figure.", hint=hint)
    if number is None:
        return 1
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= count:
        raise TocError(f"This figure has no page {shown(str(number))}.", hint=f"It has pages 1 to {count}.")
    return number


def older_pages(path: Path, files: Collection[Path]) -> str:
    """Say which files are named as pages of the figure at a path are, and are none of its `files`; "" without any.

    They are left where they are: whose they are is not known.
    """
    older = [file.name for file in numbered_files(path) if file not in files] if len(files) > 1 else []
    if not older:
        return ""
    more = f" and {len(older) - _MOST_TOLD} more" if len(older) > _MOST_TOLD else ""
    told = f"{', '.join(older[:_MOST_TOLD])}{more}"
    return f"Not written now, and perhaps pages of an earlier figure: {told}."
