"""The folder that a model's references must stay inside."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from toc.errors import TocError
from toc.files.kinds import kind_of
from toc.files.whole_paths import resolved, working_folder

__all__ = ["configuration_in", "is_root", "reference_inside", "repository_here", "root_of"]

_TABLE = rb"(?m)^\s*\[+\s*tool\s*\.\s*toc\s*[.\]]"


def root_of(path: str | Path) -> Path:
    """Return the nearest parent folder with `toc.toml`, a `[tool.toc]` table or `.git`, else the file's own.

    Raises `TocError` as `resolved` does.
    """
    folder = resolved(path).parent
    return next((parent for parent in (folder, *folder.parents) if is_root(parent)), folder)


def is_root(folder: Path) -> bool:
    """Whether a folder says of itself that all below it is one project: `toc.toml`, `[tool.toc]` or `.git`."""
    return configuration_in(folder) is not None or _is_repository(folder)


def _is_repository(folder: Path) -> bool:
    return kind_of(folder / ".git") not in {"", "closed"}


def repository_here() -> Path:
    """Return the nearest folder from the working folder upwards that holds `.git`, else the working folder.

    Code hosts name files from there.
    """
    here = working_folder()
    return next((folder for folder in (here, *here.parents) if _is_repository(folder)), here)


def configuration_in(folder: Path) -> Path | None:
    """Return the configuration that a folder holds: `toc.toml`, else a `pyproject.toml` with a `[tool.toc]` table.

    One that is not sound TOML counts where a line of it opens that table.
    """
    if kind_of(folder / "toc.toml") == "file":
        return folder / "toc.toml"
    project = folder / "pyproject.toml"
    return project if kind_of(project) == "file" and _has_table(project) else None


def _has_table(project: Path) -> bool:
    try:
        with project.open("rb") as stream:
            content = stream.read()
    except OSError:
        return False
    try:
        tools = tomllib.loads(content.decode()).get("tool")
    except (ValueError, RecursionError):
        return re.search(_TABLE, content) is not None
    return isinstance(tools, dict) and "toc" in tools


def reference_inside(root: Path, folder: Path, reference: str) -> Path:
    """Return the file that `reference` names, seen from `folder`; it must be YAML and lie inside `root`.

    Links are followed before the check. Raises `TocError` for an absolute path, a URL, `~`, a backslash, another
    file type, or a way out of `root`.
    """
    if any(sign in reference for sign in ":\\~\0") or reference.startswith("/") or not reference:
        raise TocError(
            f'"{reference}" is not a relative path.', hint="Write a path like ../base.yaml, with forward slashes."
        )
    if not reference.endswith((".yaml", ".yml")):
        raise TocError(f'"{reference}" is not a YAML file.', hint="The name must end in .yaml or .yml.")
    top = root.resolve()
    try:
        target = (folder / reference).resolve()
    except (OSError, RuntimeError):
        raise TocError(f'"{reference}" is a link that leads to itself.', hint="Name the file itself.") from None
    if not target.is_relative_to(top):
        raise TocError(
            f'"{reference}" leads out of the folder {top.name}, the root of this model.',
            hint="Put an empty file toc.toml into the folder that holds both, or name it with --root.",
        )
    return target
