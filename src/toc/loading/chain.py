"""`Chain`: a model file and the bases that it extends, each read once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from toc.errors import Fault, TocError
from toc.files import kind_of, read_bytes, reference_inside, root_of
from toc.loading.document import Document, decoded, read_document
from toc.loading.limits import MAX_BYTES, MAX_LEVELS, MAX_PATH
from toc.loading.listed_sites import listed_site_faults
from toc.loading.nearest import shown
from toc.loading.texts import Texts
from toc.loading.tree import Branch

__all__ = ["Chain", "read_chain"]


class Chain(NamedTuple):
    """The documents from the outermost base to the file that was asked for.

    `faults` are those of the chain itself (a base that is missing, outside the root or circular).
    """

    documents: tuple[Document, ...]
    faults: tuple[Fault, ...]


def read_chain(
    path: str | Path, root: str | Path | None = None, instead: Mapping[Path, str] = MappingProxyType({})
) -> Chain:
    """Read a file and everything that it extends; `instead` has texts to take for what resolved paths hold.

    Raises `TocError` where the file itself cannot be read, and where `root` is no folder.
    """
    file = Path(path)
    texts = Texts()
    documents = [_read(file, os.fspath(path), texts, instead)]
    inside = _folder(root) if root is not None else root_of(file)
    seen = [file.resolve()]
    while (tree := documents[0].tree) is not None and "extends" in tree:
        base = _base(tree, seen, inside)
        if isinstance(base, Fault):
            return Chain(tuple(documents), (base,))
        try:
            name = _name_of(base, Path(documents[0].file).parent, tree["extends"])
            documents.insert(0, _read(base, name, texts, instead, tree["extends"]))
        except TocError as error:
            # As it is written there: the way to it from the top of the disk is nobody's business.
            message = f"`{tree['extends']}`{error.message.removeprefix(tree['extends'])}"
            fault = Fault("dangling-reference", message, tree.value_place("extends"), error.hint, "extends")
            return Chain(tuple(documents), (fault,))
        seen.append(base)
    # Asked of the file itself only: every site would ask it of its base again.
    if (tree := documents[-1].tree) is not None and "sites" in tree:
        found = listed_site_faults(tree, seen[0], inside)
        documents[-1] = documents[-1]._replace(faults=(*documents[-1].faults, *found))
    return Chain(tuple(documents), ())


def _folder(root: str | Path) -> Path:
    if kind_of(root) != "folder":
        raise TocError(f"There is no folder {root}, which is to be the root.", hint="Name one that is there.")
    return Path(root)


def _base(tree: Branch, seen: list[Path], root: Path) -> Path | Fault:
    """Return the file that a site extends, or why it may not."""
    reference, place = tree["extends"], tree.value_place("extends")
    if not isinstance(reference, str):
        hint = "Write a path like ../base.yaml."
        return Fault("wrong-type", "`extends` must be the path of one base.", place, hint, "extends")
    if len(reference) > MAX_PATH or not reference.isprintable():
        message = f'"{shown(reference)}" is not the path of a file.'
        return Fault("path-escape", message, place, "Write a path like ../base.yaml.", "extends")
    try:
        base = reference_inside(root, seen[-1].parent, reference)
    except TocError as error:
        return Fault("path-escape", error.message, place, error.hint, "extends")
    if base in seen:
        hint = "Let it extend a base that does not extend it."
        return Fault("include-cycle", f'"{reference}" leads back to this file.', place, hint, "extends")
    if len(seen) >= MAX_LEVELS:
        message = f"there are more than {MAX_LEVELS} files that extend one another."
        return Fault("include-cycle", message, place, "Extend a base that is nearer to the first.", "extends")
    return base


def _name_of(base: Path, folder: Path, reference: str) -> str:
    """Return the base as it is seen from where the user is, if that is the same file."""
    name = os.path.normpath(folder / reference)
    return name if Path(name).resolve() == base else os.fspath(base)


def _read(file: Path, name: str, texts: Texts, instead: Mapping[Path, str], called: str = "") -> Document:
    if instead and (given := instead.get(file.resolve())) is not None:
        return read_document(given, name, texts)
    text, faults = decoded(read_bytes(file, limit=MAX_BYTES, name=called), name)
    return Document(name, text, None, faults) if faults else read_document(text, name, texts)
