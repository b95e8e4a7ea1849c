"""What is wrong with the files that a base lists as its sites."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from toc.errors import Fault, TocError
from toc.files import kind_of, model_files_near, read_start, reference_inside
from toc.loading.limits import MAX_PATH
from toc.loading.nearest import nearest_word, shown
from toc.loading.sections import section_of
from toc.loading.tree import Branch
from toc.loading.written_lineage import surely_extends
from toc.loading.written_site_id import written_site_id

__all__ = ["VENDORED", "listed_site_faults"]

VENDORED = "vendored"
"""The folder for copies of bases from other projects: the sites that such a base lists are not there."""

_START = 65_536
"""Letters of a site in which its id is looked for: it stands among the first lines."""


def listed_site_faults(tree: Branch, base: Path, root: Path) -> Iterator[Fault]:
    """Yield what is wrong with each path under `sites` of the model in the file `base`.

    One that is no path of a file inside `root` is a fault. That there is no such file, that it extends another
    model, or that it is the site of another id or of two, are notes, as a base may be read where its sites are
    not; none is asked of a copy in `vendored/`.
    """
    sites = section_of(tree, ("sites",)) or Branch()
    is_copy = VENDORED in Path(os.path.relpath(base, root.resolve())).parts
    listed = frozenset(one for one in sites.values() if isinstance(one, str))
    named: dict[Path, str] = {}
    for name, reference in sites.items():
        if not isinstance(reference, str):
            continue
        place = sites.value_place(name)
        if len(reference) > MAX_PATH or not reference.isprintable():
            message = f'"{shown(reference)}" is not the path of a file.'
            yield Fault("path-escape", message, place, "Write a path like sites/wales.yaml.", name)
            continue
        try:
            file = reference_inside(root, base.parent, reference)
        except TocError as error:
            yield Fault("path-escape", error.message, place, error.hint, name)
            continue
        if is_copy:
            continue
        if (kind := kind_of(file)) == "closed":
            message = f"`{shown(reference)}`, which is listed as site `{shown(name)}`, may not be opened."
            hint = "Ask whoever keeps its folder for the right to read it, or take the line away."
            yield Fault("site-file-missing", message, place, hint, name)
        elif kind != "file":
            message = f"there is no file {shown(reference)}, which is listed as site `{shown(name)}`."
            yield Fault("site-file-missing", message, place, _way_out(reference, base, file, listed), name)
        elif wrong := _of_another_base(name, reference, file, base, root):
            yield Fault("site-of-another-base", wrong[0], place, wrong[1], name)
        elif wrong := _of_another_id(name, reference, _own_id(file), [*sites, named.setdefault(file, name)]):
            yield Fault("site-of-another-id", wrong[0], place, wrong[1], name)


def _of_another_base(name: str, reference: str, file: Path, base: Path, root: Path) -> tuple[str, str] | None:
    """Return what to say of a file that surely does not extend the base that lists it; None for another."""
    away = "List the file of the site itself, or take the line away."
    if file == base:
        return f"`{shown(name)}` lists `{shown(reference)}`, which is this model itself.", away
    if surely_extends(file, base, root) is not False:
        return None
    if surely_extends(base, file, root):
        return f"`{shown(name)}` lists `{shown(reference)}`, which this model extends.", away
    message = f"`{shown(reference)}`, which is listed as site `{shown(name)}`, does not extend this model."
    extends = Path(os.path.relpath(base, file.parent)).as_posix()
    return message, f"Write `extends: {shown(extends)}` in it, or list another file."


def _of_another_id(name: str, reference: str, own: str | None, listed: Sequence[str]) -> tuple[str, str] | None:
    """Return what to say of a file that is the site of another id; None for another.

    `listed` are all ids, and last the one that lists this file first.
    """
    lists, away = f"`{shown(name)}` lists {shown(reference)}", f"List the file of `{shown(name)}` itself"
    if own is None and listed[-1] != name:
        return f"{lists}, which `{shown(listed[-1])}` lists already.", f"{away}, or take the line away."
    if own in (None, name):
        return None
    message = f"{lists}, which calls itself `{shown(own or '')}`."
    if own in listed:
        return message, f"{away}, or take the line away: `{shown(own or '')}` is listed as well."
    return (
        message,
        f"Write `{shown(own or '')}: {shown(reference)}` here, or correct `id` under `site` in that file.",
    )


def _way_out(reference: str, base: Path, file: Path, listed: Collection[str]) -> str:
    """Return which file may have been meant: the same name in another folder, else the nearest name."""
    files = model_files_near(file.parent, base.parent)
    near = (Path(os.path.relpath(one, base.parent)) for one in files if one != base)
    others = {one.with_suffix("").as_posix(): one for one in near if one.as_posix() not in listed}
    same = [one.as_posix() for one in others.values() if one.name == file.name]
    if len(same) == 1:
        return f"Did you mean `{same[0]}`?"
    # Without the ending, which all names share and which would make any two alike.
    found = nearest_word(Path(reference).with_suffix("").as_posix(), others)
    if found is not None:
        return f"Did you mean `{others[found].as_posix()}`?"
    return "Correct the path, add the file (`toc new --site-of`), or take the line away."


def _own_id(site: Path) -> str | None:
    """Return the id that a site gives itself; None where it cannot be read, or is left to its own findings."""
    try:
        return written_site_id(read_start(site, _START).decode(errors="replace"))
    except TocError:
        return None
