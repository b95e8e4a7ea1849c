"""`PairCells` of readings that another library holds, which is imported when such readings are first given."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.errors import TocError

if TYPE_CHECKING:
    from toc.scoring.table_cells.from_narwhals import table_cells

__all__ = ["table_cells"]


def __getattr__(name: str) -> Any:
    if name != "table_cells":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        door = import_module(f"{__name__}.from_narwhals")
    except ImportError as error:
        hint = 'Install it with: pip install "narwhals>=2.28"'
        message = "Tables of other libraries need narwhals, which is not installed here or cannot be loaded."
        raise TocError(message, hint=hint) from error
    return getattr(door, name)
