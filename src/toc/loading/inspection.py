"""`Inspection`: a theory together with everything that is wrong with the files it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from toc.errors import Fault
from toc.loading.accepted_version import accepted_base
from toc.loading.chain import Chain, read_chain
from toc.loading.document import Document, document_of, read_document
from toc.loading.duplicate_ids import duplicate_ids
from toc.loading.ignored_words import IgnoredWord, ignored_words
from toc.loading.locks import dangling_locks
from toc.loading.notes import faults_and_notes
from toc.loading.origin import TreeOrigin
from toc.loading.overlay import Overlay, overlaid
from toc.loading.plain_tree import plain_tree
from toc.loading.references import dangling_references, reference_faults
from toc.loading.removal import remove_references, remove_unexplained_ignores
from toc.loading.tree import Branch
from toc.loading.typed import typed_theory
from toc.model import AcceptedBase, Derivation, TheoryOfChange
from toc.places import Place

__all__ = ["Inspection", "inspect", "inspect_mapping", "inspect_text"]

TEXT = "<text>"


class Inspection(NamedTuple):
    """`theory` is None where the faults leave nothing to work with.

    With faults that only name what is not there (a dangling id, a source), or of an `ignore` without a reason, the
    theory is made without those references and ignores, so that the rest of it can still be checked. `texts` are
    the files that were read. `notes` are what is sound in them but worth a finding; they refuse no model.
    `ignored` are the rules that the files ask to ignore, where there is no theory that could be asked for them.
    """

    theory: TheoryOfChange | None
    faults: tuple[Fault, ...]
    texts: Mapping[str, str]
    notes: tuple[Fault, ...] = ()
    ignored: tuple[IgnoredWord, ...] = ()


def inspect(
    path: str | Path, *, root: str | Path | None = None, instead: Mapping[Path, str] = MappingProxyType({})
) -> Inspection:
    """Read a model file, or a site and its bases, and say everything that is wrong with it.

    `extends` must stay inside `root` (default: the nearest folder above with `toc.toml`, a `[tool.toc]` table
    or `.git`). `instead` has texts that are taken for what the files at these resolved paths hold, so that an edit
    can be looked at before it is saved. Raises `TocError` where the file itself cannot be read.
    """
    return _inspected(read_chain(path, root, instead))


def inspect_text(text: str) -> Inspection:
    """Read a model from a text; a text has no folder, so it cannot extend a base."""
    return _without_folder(read_document(text, TEXT))


def inspect_mapping(mapping: Mapping[str, Any]) -> Inspection:
    """Read a model from plain dicts, lists, text and numbers; its faults have no places."""
    tree, faults = plain_tree(mapping)
    document = Document(TEXT, "", None, faults) if tree is None else document_of(tree, "", TEXT, faults)
    return _without_folder(document)


def _without_folder(document: Document) -> Inspection:
    faults: tuple[Fault, ...] = ()
    if document.tree is not None and "extends" in document.tree:
        message = "a site that is not a file has no folder in which its base could be."
        place = document.tree.key_place("extends")
        faults = (Fault("path-escape", message, place, "Save it as a file and load that.", "extends"),)
    return _inspected(Chain((document,), faults))


def _inspected(chain: Chain) -> Inspection:
    texts = {document.file: document.text for document in chain.documents}
    faults = [*chain.faults, *(fault for document in chain.documents for fault in document.faults)]
    theory = None
    if not chain.faults and all(_is_usable(document) for document in chain.documents):
        theory, found = _theory_of(chain, texts)
        faults.extend(found)
    wrong, notes = faults_and_notes(_in_order(faults))
    trees = (document.tree for document in chain.documents if theory is None)
    ignored = (word for tree in trees if tree is not None for word in ignored_words(tree))
    return Inspection(theory, wrong, texts, notes, tuple(ignored))


def _is_usable(document: Document) -> bool:
    return document.tree is not None and all(fault.kind != "unknown-format-version" for fault in document.faults)


def _theory_of(chain: Chain, texts: Mapping[str, str]) -> tuple[TheoryOfChange | None, list[Fault]]:
    theory: TheoryOfChange | None = None
    tree: Branch | None = None
    faults: list[Fault] = []
    _, notes = faults_and_notes(fault for document in chain.documents for fault in document.faults)
    for document in chain.documents:
        written = Branch() if document.tree is None else document.tree
        overlay = None if tree is None else overlaid(tree, written)
        tree = written if overlay is None else overlay.tree
        base = theory
        unread = overlay.unread if overlay else []
        theory, found = _checked(tree, unread)
        found.extend(dangling_locks(written, tree))
        accepted, wrong = accepted_base(written)
        faults.extend((*(overlay.faults if overlay else ()), *wrong, *found))
        # Without what could not be read of it, rules would judge another model than was written.
        if theory is None or unread:
            return None, faults
        theory.remember(TreeOrigin(tree, texts, notes), _derivation(overlay, base, accepted))
    return theory, faults


def _checked(tree: Branch, unread: Iterable[object]) -> tuple[TheoryOfChange | None, list[Fault]]:
    dangling = dangling_references(tree)
    theory, wrong = typed_theory(tree)
    if wrong and all(fault.kind == "ignore-without-reason" for fault in wrong):
        remove_unexplained_ignores(tree)
        theory, more = typed_theory(tree)
        wrong = (*wrong, *more)
    bad_ids = {fault.place for fault in wrong if fault.kind == "bad-id" and fault.place}
    faults = [fault for fault in reference_faults(tree, dangling, unread) if fault.place not in bad_ids]
    faults.extend((*duplicate_ids(tree), *wrong))
    if theory is not None and dangling:
        remove_references(dangling)
        theory, _ = typed_theory(tree)
    return theory, faults


def _derivation(
    overlay: Overlay | None, base: TheoryOfChange | None, accepted: AcceptedBase | None
) -> Derivation | None:
    if overlay is None or base is None:
        return None
    return Derivation(base, tuple(overlay.added), tuple(overlay.changed), tuple(overlay.dropped), accepted)


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    nowhere = Place("", 0, 0)
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.place or nowhere, fault.kind)))
