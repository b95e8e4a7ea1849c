"""`Chain`: a model file and the bases that it extends, each read once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from toc.errors import Fault, TocError
from toc.files import read_bytes, reference_inside, root_of
from toc.loading.document import Document, decoded, read_document
from toc.loading.limits import MAX_BYTES, MAX_LEVELS

__all__ = ["Chain", "read_chain"]


@dataclass(frozen=True, slots=True)
class Chain:
    """The documents from the outermost base to the file that was asked for.

    `faults` are those of the chain itself (a base that is missing, outside the root or circular).
    """

    documents: tuple[Document, ...]
    faults: tuple[Fault, ...]


def read_chain(path: str | Path, root: str | Path | None = None) -> Chain:
    """Read a file and everything that it extends.

    Raises `TocError` where the file itself cannot be read.
    """
    inside = Path(root) if root is not None else root_of(path)
    documents = [_read(os.fspath(path))]
    seen = {Path(path).resolve()}
    while (tree := documents[0].tree) is not None and "extends" in tree:
        reference, place = tree["extends"], tree.value_place("extends")
        try:
            target = _target(reference, documents[0].file, inside)
            if target in seen or len(documents) >= MAX_LEVELS:
                message = "this chain of `extends` comes back to where it began, or is too long."
                return Chain(tuple(documents), (Fault("include-cycle", message, place, "Extend one base."),))
            seen.add(target)
            name = os.path.normpath(Path(documents[0].file).parent / reference)
            documents.insert(0, _read(name))
        except TocError as error:
            missing = isinstance(reference, str) and "does not exist" in error.message
            kind = "dangling-reference" if missing else "path-escape"
            return Chain(tuple(documents), (Fault(kind, error.message, place, error.hint, "extends"),))
    return Chain(tuple(documents), ())


def _target(reference: object, file: str, root: Path) -> Path:
    if not isinstance(reference, str):
        raise TocError("`extends` must be the path of one base.", hint="Write a path like ../base.yaml.")
    return reference_inside(root, Path(file).resolve().parent, reference)


def _read(file: str) -> Document:
    text, faults = decoded(read_bytes(file, limit=MAX_BYTES), file)
    return Document(file, text, None, faults) if faults else read_document(text, file)
