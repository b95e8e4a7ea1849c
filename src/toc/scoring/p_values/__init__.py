"""P values and the ranks behind them. They need scipy, so it is imported when one is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.errors import TocError

if TYPE_CHECKING:
    from toc.scoring.p_values.from_scipy import benjamini_hochberg, chance_limits, sign_test, signed_ranks

__all__ = ["benjamini_hochberg", "chance_limits", "sign_test", "signed_ranks"]


def __getattr__(name: str) -> Any:
    if name not in set(__all__):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        door = import_module(f"{__name__}.from_scipy")
    except ImportError as error:
        hint = 'Install it with: pip install "scipy>=1.15"'
        raise TocError("Tests need scipy, which is not installed here or cannot be loaded.", hint=hint) from error
    return getattr(door, name)
