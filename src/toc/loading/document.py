"""`Document`: one file or text as a tree, with what is wrong with its form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toc.errors import Edit, Fault
from toc.loading.hidden_signs import hidden_signs
from toc.loading.nearest import shown
from toc.loading.notes import faults_and_notes
from toc.loading.sections import box_contents
from toc.loading.texts import Texts
from toc.loading.tree import Branch, Items
from toc.loading.yaml_tree import read_yaml
from toc.places import Place

__all__ = ["Document", "decoded", "document_of", "read_document"]

FORMAT_VERSION = 1


class Document(NamedTuple):
    """`tree` is None where the text has no usable form; `faults` then says why. Notes are among them."""

    file: str
    text: str
    tree: Branch | None
    faults: tuple[Fault, ...]


def decoded(content: bytes, file: str) -> tuple[str, tuple[Fault, ...]]:
    """Return the bytes as text, or the fault that says where they are not UTF-8."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        return content.decode(), ()
    except UnicodeDecodeError as error:
        before = re.split("\r\n|\r|\n", content[: error.start].decode())
        message = "from here on this is not UTF-8 text."
        hint = "Save the file as UTF-8 (in most editors: Save as, Encoding)."
        return "", (Fault("encoding", message, Place(file, len(before), len(before[-1]) + 1), hint),)


def read_document(text: str, file: str, texts: Texts | None = None) -> Document:
    """Read a text into a tree whose links are all in their long form; `texts` as in `read_yaml`."""
    value, told = read_yaml(text, file, texts)
    faults, _ = faults_and_notes(told)
    if isinstance(value, Branch):
        return document_of(value, text, file, (*told, *hidden_signs(text, file)))
    return Document(file, text, None, faults or (_not_a_model(value, Place(file, 1, 1)),))


def document_of(tree: Branch, text: str, file: str, faults: tuple[Fault, ...] = ()) -> Document:
    """Return a fresh tree as a document: its format version checked, its short lists of links spelt out."""
    return Document(file, text, tree, (*faults, *_version_faults(tree), *_spell_links_out(tree)))


def _not_a_model(value: object, start: Place) -> Fault:
    if value is None:
        hint = "Let `toc new` write one with notes in it, or begin it with `toc: 1`, `id: ...` and `title: ...`."
        return Fault("empty-file", "there is nothing in this file.", start, hint)
    kind = "a list" if isinstance(value, Items) else "a single value"
    message = f"this file is {kind}, where a model is a mapping (`key: value` lines)."
    return Fault("not-a-mapping", message, start, "Begin with `toc: 1`.")


def _version_faults(tree: Branch) -> tuple[Fault, ...]:
    if "toc" not in tree:
        message = "`toc` is missing: the version of the format."
        return (Fault("missing-field", message, tree.start_place(), "Begin the file with `toc: 1`."),)
    if type(tree["toc"]) is not int or tree["toc"] != FORMAT_VERSION:
        message = "this version of the format is not known; this program reads version 1."
        return (Fault("unknown-format-version", message, tree.value_place("toc"), "Write `toc: 1`."),)
    return ()


def _spell_links_out(tree: Branch) -> Iterator[Fault]:
    """Turn every short `leads_to: [a, b]` or `engages: [a]` of a box or factor into its long form."""
    for holder, box, is_change in box_contents(tree):
        for key in ("leads_to", "engages"):
            written = box.get(key)
            # In a change an empty target takes the link away, as an empty field takes a field away.
            if isinstance(written, Branch) and not is_change:
                _fill_empty(written)
            if isinstance(written, str):
                mark = box.marks.get(key)
                written = Items.of((written,), box.texts, mark[1:] if mark else ())
            if isinstance(written, Items) and all(isinstance(item, str) for item in written):
                links = Branch.of({}, box.texts)
                box[key] = links
                yield from _fill(links, written, (key, holder))


def _fill_empty(links: Branch) -> None:
    """Take a target with nothing below it (`target:`) as a link of which nothing more is said."""
    for target, link in links.items():
        if link is None:
            links[target] = Branch.of({}, links.texts)


def _fill(links: Branch, targets: Items, owner: tuple[str, str]) -> Iterator[Fault]:
    """Take each target as a link; `owner` is the key of the list and the id that holds it."""
    for index, target in enumerate(targets):
        if target in links:
            yield _listed_twice(owner, target, links.key_place(target), targets.place_of(index))
            continue
        mark = (targets.starts[index], targets.starts[index]) if targets.starts else None
        links.with_entry(target, Branch.of({}, links.texts), mark)


def _listed_twice(owner: tuple[str, str], target: str, first: Place | None, again: Place | None) -> Fault:
    key, holder = owner
    ends = (holder, target) if key == "leads_to" else (target, holder)
    message = f"`{shown(target)}` stands twice in this list, so the second says nothing."
    hint = "Take one of the two away, or correct it where another id was meant."
    edit = Edit("remove", again) if again else None
    return Fault("duplicate-link", message, again, hint, " -> ".join(ends), first, edit)
