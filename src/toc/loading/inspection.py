"""`Inspection`: a theory together with everything that is wrong with the files it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toc.errors import Fault
from toc.loading.chain import Chain, read_chain
from toc.loading.document import Document, document_of, read_document
from toc.loading.origin import TreeOrigin
from toc.loading.overlay import Overlay, overlaid
from toc.loading.references import duplicate_ids, names_in, reference_fault, references
from toc.loading.removal import remove_references
from toc.loading.tree import Branch, Items
from toc.loading.typed import typed_theory
from toc.model import Derivation, TheoryOfChange
from toc.places import Place

__all__ = ["Inspection", "inspect", "inspect_mapping", "inspect_text"]

TEXT = "<text>"


@dataclass(frozen=True, slots=True)
class Inspection:
    """`theory` is None where the faults leave nothing to work with.

    With faults that only name what is not there (a dangling id, a source), the theory is made without those
    references, so that the rest of it can still be checked. `texts` are the files that were read.
    """

    theory: TheoryOfChange | None
    faults: tuple[Fault, ...]
    texts: Mapping[str, str]


def inspect(path: str | Path, *, root: str | Path | None = None) -> Inspection:
    """Read a model file, or a site and its bases, and say everything that is wrong with it.

    `extends` must stay inside `root` (default: the nearest folder above with `toc.toml`, a `[tool.toc]` table
    or `.git`). Raises `TocError` where the file itself cannot be read.
    """
    return _inspected(read_chain(path, root))


def inspect_text(text: str) -> Inspection:
    """Read a model from a text; a text has no folder, so it cannot extend a base."""
    document = read_document(text, TEXT)
    if document.tree is not None and "extends" in document.tree:
        message = "a site that is given as text has no folder in which its base could be."
        place = document.tree.value_place("extends")
        fault = Fault("path-escape", message, place, "Save it as a file and load that.", "extends")
        return Inspection(None, (*document.faults, fault), {TEXT: text})
    return _inspected(Chain((document,), ()))


def inspect_mapping(mapping: Mapping[str, Any]) -> Inspection:
    """Read a model from plain dicts, lists, text and numbers; its faults have no places."""
    tree = _as_tree(mapping)
    return _inspected(Chain((document_of(tree, "", TEXT),), ()))


def _as_tree(value: Any) -> Any:
    if isinstance(value, Mapping):
        return Branch({str(key): _as_tree(inner) for key, inner in value.items()})
    if isinstance(value, list | tuple):
        return Items.of([_as_tree(inner) for inner in value])
    return value


def _inspected(chain: Chain) -> Inspection:
    texts = {document.file: document.text for document in chain.documents}
    faults = [*chain.faults, *(fault for document in chain.documents for fault in document.faults)]
    if chain.faults or any(_unusable(document) for document in chain.documents):
        return Inspection(None, _in_order(faults), texts)
    tree, theory = None, None
    for document in chain.documents:
        overlay = None if tree is None else overlaid(tree, document.tree or Branch())
        tree = overlay.tree if overlay else document.tree or Branch()
        faults.extend(overlay.faults if overlay else ())
        base = theory
        theory, found = _checked(tree)
        faults.extend(found)
        if theory is None:
            break
        _remember(theory, tree, texts, overlay, base)
    return Inspection(theory, _in_order(faults), texts)


def _unusable(document: Document) -> bool:
    return document.tree is None or any(fault.kind == "unknown-format-version" for fault in document.faults)


def _checked(tree: Branch) -> tuple[TheoryOfChange | None, list[Fault]]:
    names = names_in(tree)
    dangling = [found for found in references(tree) if found.target not in names[found.kind]]
    faults = [reference_fault(found, names) for found in dangling]
    faults.extend(duplicate_ids(tree))
    theory, wrong = typed_theory(tree)
    if theory is not None and dangling:
        remove_references(dangling)
        theory, _ = typed_theory(tree)
    return theory, [*faults, *wrong]


def _remember(
    theory: TheoryOfChange,
    tree: Branch,
    texts: Mapping[str, str],
    overlay: Overlay | None,
    base: TheoryOfChange | None,
) -> None:
    derivation = None
    if overlay is not None and base is not None:
        derivation = Derivation(base, tuple(overlay.added), tuple(overlay.changed), tuple(overlay.dropped))
    theory.remember(TreeOrigin(tree, texts), derivation)


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    nowhere = Place("", 0, 0)
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.place or nowhere, fault.kind)))
