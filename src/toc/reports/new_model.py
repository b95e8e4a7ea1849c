"""A new model file to begin from, written and told in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toc.errors import TocError
from toc.files import check_free, made_folder, resolved, write_new, write_once
from toc.loading import SiteStarter, id_of_file, site_starter, starter_text, title_of_file

__all__ = ["new_model", "new_site"]


def new_model(file: str, *, kind: str, model_id: str | None, title: str | None) -> Iterator[str]:
    """Write a commented model ("blank" or "logic-model") and yield the lines to print.

    The id and the title are made from the name of the file where they are not given. Raises `TocError` where
    the file is there already or cannot be written, or the id cannot be one.
    """
    path = _free(file)
    text = starter_text(kind, model_id or id_of_file(path, "my_theory"), title or title_of_file(path))
    yield f"Wrote {write_new(path, text.encode())}"
    yield _next(file)


def new_site(file: str, base: str, *, site_id: str | None, name: str | None) -> Iterator[str]:
    """Write a commented site of a base and yield the lines to print.

    A base that lies outside the root of the new file is copied beside it, and a line says so. Raises `TocError`
    where a file is there already or cannot be written, and where the base cannot be extended.
    """
    path = _free(file)
    starter = site_starter(path, Path(base), site_id or id_of_file(path, "my_site"), name or title_of_file(path))
    yield from (f"Wrote {copy}" for copy in _vendored(path, starter))
    yield f"Wrote {write_new(path, starter.text.encode())}"
    if starter.note:
        yield starter.note
    yield _next(file)
    if starter.listing:
        yield f"Then add `{starter.listing}` under `sites:` of {base}, so that data may name this site."


def _free(file: str) -> Path:
    if not file.endswith((".yaml", ".yml")):
        raise TocError(f"{file} is not the name of a model file.", hint="Let it end in .yaml.")
    check_free(file)
    return Path(file)


def _next(file: str) -> str:
    word = f'"{file}"' if " " in file else file
    return f"Change it in a text editor, then check it with: toc validate {word}"


def _vendored(path: Path, starter: SiteStarter) -> Iterator[Path]:
    """Copy what a base needs and yield each file that was not there yet."""
    folder = resolved(path).parent
    for copy, text in starter.vendored:
        seen = copy.relative_to(folder)
        for parent in reversed(seen.parents[:-1]):
            made_folder(path.parent / parent)
        if write_once(path.parent / seen, text.encode()):
            yield path.parent / seen
