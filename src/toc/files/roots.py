"""The folder that a model's references must stay inside."""

from __future__ import annotations

import tomllib
from pathlib import Path

from toc.errors import TocError

__all__ = ["is_root", "reference_inside", "root_of"]


def root_of(path: str | Path) -> Path:
    """Return the nearest parent folder with `toc.toml`, a `[tool.toc]` table or `.git`, else the file's own."""
    folder = Path(path).resolve().parent
    return next((parent for parent in (folder, *folder.parents) if is_root(parent)), folder)


def is_root(folder: Path) -> bool:
    """Whether a folder says of itself that all below it is one project: `toc.toml`, `[tool.toc]` or `.git`."""
    if (folder / "toc.toml").is_file() or (folder / ".git").exists():
        return True
    project = folder / "pyproject.toml"
    if not project.is_file():
        return False
    try:
        with project.open("rb") as stream:
            return "toc" in tomllib.load(stream).get("tool", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False


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
    try:
        target = (folder / reference).resolve()
    except (OSError, RuntimeError):
        raise TocError(f'"{reference}" is a link that leads to itself.', hint="Name the file itself.") from None
    if not target.is_relative_to(root.resolve()):
        raise TocError(
            f'"{reference}" leads out of {root}, the root of this model.',
            hint="Put an empty file toc.toml into the folder that holds both, or name it with --root.",
        )
    return target
