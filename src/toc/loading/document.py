"""`Document`: one file or text as a tree, with what is wrong with its form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from toc.errors import Fault
from toc.loading.tree import Branch, Items, Mark
from toc.loading.yaml_tree import read_yaml
from toc.places import Place

__all__ = ["Document", "decoded", "read_document", "spell_links_out", "version_faults"]

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class Document:
    """`tree` is None where the text has no usable form; `faults` then says why."""

    file: str
    text: str
    tree: Branch | None
    faults: tuple[Fault, ...]


def decoded(content: bytes, file: str) -> tuple[str, tuple[Fault, ...]]:
    """Return the bytes as text, or the fault that says where they are not UTF-8."""
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        message = "from here on this is not UTF-8 text."
        hint = "Save the file as UTF-8 (in most editors: Save as, Encoding)."
        return "", (Fault("encoding", message, Place(file, line, column), hint),)


def read_document(text: str, file: str) -> Document:
    """Read a text into a tree whose links are all in their long form."""
    value, faults = read_yaml(text, file)
    start = Place(file, 1, 1)
    if value is None and not faults:
        hint = "A model begins with `toc: 1`; `toc demo` writes one to look at."
        faults = (Fault("empty-file", "there is nothing in this file.", start, hint),)
    elif value is not None and not isinstance(value, Branch):
        kind = "a list" if isinstance(value, Items) else "a single value"
        message = f"this file is {kind}, where a model is a mapping (`key: value` lines)."
        value, faults = None, (*faults, Fault("not-a-mapping", message, start, "Begin with `toc: 1`."))
    if isinstance(value, Branch):
        faults = (*faults, *version_faults(value, start), *spell_links_out(value))
        return Document(file, text, value, faults)
    return Document(file, text, None, faults)


def version_faults(tree: Branch, start: Place | None) -> tuple[Fault, ...]:
    """Return the fault of a format version that is missing or not known."""
    if "toc" not in tree:
        message = "`toc` is missing: the version of the format."
        return (Fault("missing-field", message, start, "Begin the file with `toc: 1`."),)
    if tree["toc"] != FORMAT_VERSION or isinstance(tree["toc"], bool):
        message = "this version of the format is not known; this program reads version 1."
        return (Fault("unknown-format-version", message, tree.value_place("toc"), "Write `toc: 1`."),)
    return ()


def spell_links_out(node: Any) -> tuple[Fault, ...]:
    """Turn every short `leads_to: [a, b]` or `engages: [a]` in a fresh tree into its long form."""
    faults: list[Fault] = []
    if isinstance(node, Branch):
        for key in ("leads_to", "engages"):
            if isinstance(node.get(key), (Items, str)):
                node[key] = _long_form(node, key, faults)
        for value in node.values():
            faults.extend(spell_links_out(value))
    return tuple(faults)


def _long_form(node: Branch, key: str, faults: list[Fault]) -> Any:
    written = node[key]
    items = Items.of((written,), _only(node.value_place(key))) if isinstance(written, str) else written
    if not all(isinstance(item, str) for item in items):
        return written
    links = Branch()
    for index, target in enumerate(items):
        place = items.place_of(index)
        if target in links:
            message = f"`{target}` stands in this list twice."
            faults.append(Fault("duplicate-key", message, place, "Keep one.", target, links.key_place(target)))
            continue
        links.with_entry(target, Branch(), _mark(place))
    return links


def _only(place: Place | None) -> tuple[Place, ...]:
    return (place,) if place else ()


def _mark(place: Place | None) -> Mark | None:
    if place is None:
        return None
    spot = (place.line - 1, place.column - 1, place.width)
    return Mark(place.file, *spot, *spot)
