"""`SiteModels`: the models of the sites that a base lists, and what each of them counts itself."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from toc.errors import LoadError, TocError
from toc.files import reference_inside, resolved, root_of, working_folder
from toc.loading import load
from toc.loading.inspection import TEXT
from toc.model import Quantity, TheoryOfChange, total
from toc.places import Place

__all__ = ["SiteModels", "own_count", "read_sites"]


@dataclass(frozen=True, slots=True)
class SiteModels:
    """The sites of a base by their id, None for one that cannot be read, and a line on each of those."""

    models: Mapping[str, TheoryOfChange | None]
    unread: tuple[str, ...]

    def total(self, output: str) -> Quantity | None:
        """Return the sum of what the sites that have an output count; None where one of them gives no count.

        Raises `TocError` where they count in different units.
        """
        sites = [site for site in self.models.values() if site is None or output in site.outputs]
        return total(own_count(site, output) if site else None for site in sites)


def read_sites(base: TheoryOfChange, *, root: str | Path | None = None) -> SiteModels:
    """Read the sites that a base lists under `sites`; `root` is as for `toc.load`."""
    models: dict[str, TheoryOfChange | None] = dict.fromkeys(base.sites)
    unread: list[str] = []
    for key in base.sites:
        try:
            models[key] = _site(base, key, root)
        except LoadError as error:
            count = len(error.faults)
            what = "a fault" if count == 1 else f"{count} faults"
            unread.append(f"{key}: {base.sites[key]} has {what}; `toc validate` says where.")
        except TocError as error:
            unread.append(f"{key}: {error}")
    return SiteModels(models, tuple(unread))


def own_count(site: TheoryOfChange, output: str) -> Quantity | None:
    """Return what a site counts of an output, where its own file says so.

    A count that it inherits is that of a whole service, and so not known for the site.
    """
    is_own = _file_of(site, "outputs", output, "count") == _file_of(site)
    return site.outputs[output].quantity if is_own else None


def _site(base: TheoryOfChange, key: str, root: str | Path | None) -> TheoryOfChange:
    place = base.origin.place(("sites", key)) if base.origin else None
    if place is None or place.file == TEXT:
        raise TocError("this model was not read from a file, so its sites cannot be found.")
    inside = Path(root) if root is not None else root_of(place.file)
    target = reference_inside(inside, Path(place.file).resolve().parent, base.sites[key])
    spelt = Path(os.path.normpath(Path(place.file).parent / base.sites[key]))
    site = load(_shown(target, spelt), root=inside)
    if _file_of(base) not in map(_file_of, _bases(site)):
        raise TocError(f"{base.sites[key]} does not extend this model.")
    return site


def _shown(file: Path, spelt: Path) -> Path:
    """Return a file from where the user is, if it lies below; else as its base spells it, if that is this file."""
    here = working_folder()
    if file.is_relative_to(here):
        return file.relative_to(here)
    return spelt if resolved(spelt) == file else file


def _bases(site: TheoryOfChange) -> Iterator[TheoryOfChange]:
    while (derivation := site.derivation) is not None:
        site = derivation.base
        yield site


def _file_of(theory: TheoryOfChange, *path: str) -> Path | None:
    """Return the file in which something was written, or None where it was not read from one."""
    place: Place | None = theory.origin.place(path) if theory.origin else None
    return Path(place.file).resolve() if place else None
