"""A `TheoryOfChange` from a file, a text or a mapping, or one error that says everything that is wrong."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toc.errors import LoadError, TocError
from toc.loading.inspection import Inspection, inspect, inspect_mapping, inspect_text
from toc.model import TheoryOfChange

__all__ = ["from_dict", "load", "loads"]


def load(path: str | Path, *, root: str | Path | None = None) -> TheoryOfChange:
    """Load a theory of change from a YAML file; a site file is applied to the base that it extends.

    `extends` must stay inside `root` (default: the nearest folder above with `toc.toml`, a `[tool.toc]` table
    or `.git`). Raises `LoadError` with every fault and its place, or `TocError` where the file cannot be read.
    """
    if not isinstance(path, str | os.PathLike) or isinstance(os.fspath(path), bytes):
        raise TocError("toc.load wants the path of a model file.", hint="For a text, use toc.loads(text).")
    if root is not None and not isinstance(root, str | os.PathLike):
        raise TocError("`root` must be the path of a folder.", hint="Leave it out to have it found.")
    return _sound(inspect(path, root=root))


def loads(text: str) -> TheoryOfChange:
    """Load a theory of change from a YAML text.

    Raises `LoadError` with every fault and its place (in a file called "<text>").
    """
    if not isinstance(text, str):
        raise TocError("toc.loads wants the text of a model.", hint="For a file, use toc.load(path).")
    return _sound(inspect_text(text))


def from_dict(mapping: Mapping[str, Any]) -> TheoryOfChange:
    """Make a theory of change from plain dicts, lists, text and numbers, in the shape of the YAML.

    Raises `LoadError` with every fault; there are no places, since there is no text.
    """
    if not isinstance(mapping, Mapping):
        raise TocError("toc.from_dict wants a mapping.", hint="For a file, use toc.load(path).")
    return _sound(inspect_mapping(mapping))


def _sound(inspection: Inspection) -> TheoryOfChange:
    if inspection.faults or inspection.theory is None:
        raise LoadError(inspection.faults)
    return inspection.theory
