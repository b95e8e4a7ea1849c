"""Where the models that come with the library are."""

from __future__ import annotations

from pathlib import Path

from toc.errors import TocError

__all__ = ["shipped_models"]


def shipped_models() -> Path:
    """Return the folder of the models: inside the installed package, or beside `src` in a checkout.

    Raises `TocError` where the installation lacks them.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "models", package.parents[1] / "models"):
        if (folder / "csof" / "csof.yaml").is_file():
            return folder
    raise TocError("The models that come with toc are missing.", hint="Install toc again.")
