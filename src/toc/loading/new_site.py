"""`SiteStarter`: the file of a new site, and the copies of its base where that lies in another project."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from string import Template

from toc.errors import TocError
from toc.files import is_root, reference_inside, resolved, root_of
from toc.loading.chain import Chain, read_chain
from toc.loading.listed_sites import VENDORED
from toc.loading.nearest import shown
from toc.loading.new_text import checked_id, template
from toc.loading.site_examples import added_example, changes, drops
from toc.loading.theory import load
from toc.loading.yaml_words import yaml_word
from toc.model import TheoryOfChange, fingerprint

__all__ = ["SiteStarter", "site_starter"]


@dataclass(frozen=True, slots=True)
class SiteStarter:
    """`text` is that of the site's file; `vendored` the files of its base to put beside it, each with its text.

    `note` says why there are copies and what to do where they are not wanted, "" where there are none. `listing`
    is the line that the base wants under its `sites`, "" where it has one for this id, is a copy, or is a site
    itself.
    """

    text: str
    vendored: tuple[tuple[Path, str], ...]
    note: str = ""
    listing: str = ""


def site_starter(file: Path, base: Path, site_id: str, name: str) -> SiteStarter:
    """Return a commented site of a base that is sound as it stands: it has no numbers but those it is given.

    A base inside the root of the new file is extended where it is. Any other is to be copied, with the files
    that it extends, to `vendored/<id of the base>` beside the new file, which then names the base's fingerprint.
    Raises `TocError` for an id that cannot be one, for a base that cannot be extended, and for one in a folder
    above the new file where nothing says that the two are one project; `LoadError` for a base with faults.
    """
    theory = load(base)
    folder = resolved(file).parent
    root = root_of(file)
    target, print_line, note = base.resolve(), "", ""
    vendored: tuple[tuple[Path, str], ...] = ()
    if not target.is_relative_to(root.resolve()):
        note = _why_copied(base, folder, root)
        vendored = _copies(read_chain(base), folder / VENDORED / theory.id)
        target = vendored[-1][0]
        print_line = f'base_fingerprint: "{fingerprint(theory)}"\n'
    extends = Path(os.path.relpath(target, folder)).as_posix()
    reference_inside(root, folder, extends)
    listing = "" if vendored or theory.site or site_id in theory.sites else _listing(file, target, site_id)
    return SiteStarter(_text(theory, extends, print_line, checked_id(site_id), name), vendored, note, listing)


def _listing(file: Path, base: Path, site_id: str) -> str:
    reference = Path(os.path.relpath(file.resolve(), base.parent)).as_posix()
    return f"{yaml_word(site_id)}: {yaml_word(reference)}"


def _why_copied(base: Path, folder: Path, root: Path) -> str:
    """Return the note for copies of a base outside `root`; one above the site's folder is not copied unasked."""
    note = "The base lies outside this project, so the site extends a copy of it."
    if is_root(root):
        return note
    if base.resolve().parent in folder.parents:
        message = f"{base} lies in a folder above the new site, and nothing says that they are one project."
        hint = f"Put an empty file toc.toml into the folder of {base}, and begin again."
        raise TocError(message, hint=hint)
    return (
        f"{note}\nTo extend the base itself, take these files away, put an empty file toc.toml into the folder "
        "that holds both, and begin again."
    )


def _text(theory: TheoryOfChange, extends: str, print_line: str, site_id: str, name: str) -> str:
    return Template(template("site.txt")).substitute(
        base_title=shown(theory.title),
        extends=yaml_word(extends),
        fingerprint=print_line,
        title=yaml_word(f"{theory.title}: {name}"),
        id=yaml_word(site_id),
        name=yaml_word(name),
        add="\n".join(added_example(theory, site_id)),
        change="\n".join(changes(theory)),
        drop="\n".join(drops(theory)),
    )


def _copies(chain: Chain, folder: Path) -> tuple[tuple[Path, str], ...]:
    """Return where each file of a chain is copied to, so that each still finds the one that it extends."""
    files = [Path(document.file).resolve() for document in chain.documents]
    top = os.path.commonpath([file.parent for file in files])
    copies = [folder / file.relative_to(top) for file in files]
    for document, copy, extended in zip(chain.documents[1:], copies[1:], copies, strict=False):
        reference = document.tree["extends"] if document.tree else ""
        if Path(os.path.normpath(copy.parent / reference)) != extended:
            hint = "Copy the files yourself, without links, and extend the copy."
            raise TocError(f"{document.file} reaches its base through a link, so it cannot be copied.", hint=hint)
    return tuple((copy, document.text) for copy, document in zip(copies, chain.documents, strict=True))
