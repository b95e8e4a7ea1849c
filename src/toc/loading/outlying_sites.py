"""The files that a base lists as its sites, and that it may not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toc.errors import Fault, TocError
from toc.files import reference_inside
from toc.loading.limits import MAX_PATH
from toc.loading.nearest import shown
from toc.loading.sections import section_of
from toc.loading.tree import Branch

__all__ = ["outlying_sites"]


def outlying_sites(tree: Branch, folder: Path, root: Path) -> Iterator[Fault]:
    """Yield a fault for each path under `sites` that is no path of a file inside `root`, seen from `folder`.

    Whether there is such a file is not asked: a base may be read where its sites are not.
    """
    sites = section_of(tree, ("sites",)) or Branch()
    for name, reference in sites.items():
        if not isinstance(reference, str):
            continue
        place = sites.value_place(name)
        if len(reference) > MAX_PATH or not reference.isprintable():
            message = f'"{shown(reference)}" is not the path of a file.'
            yield Fault("path-escape", message, place, "Write a path like sites/wales.yaml.", name)
            continue
        try:
            reference_inside(root, folder, reference)
        except TocError as error:
            yield Fault("path-escape", error.message, place, error.hint, name)
