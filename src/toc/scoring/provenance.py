"""`Provenance`: of which model and of which data scores are."""

from __future__ import annotations

from dataclasses import dataclass

from toc.data import Data, DataOrigin
from toc.model import TheoryOfChange
from toc.model.theory_fingerprint import fingerprint

__all__ = ["Provenance", "provenance_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """`model` is the id of a model, `version` what it calls itself (None: not said), `fingerprint` what it says.

    `language` is that of its labels, `site` the name of the site that it is of ("" for a whole service), and
    `data` where the data were kept.
    """

    model: str
    version: str | None
    fingerprint: str
    language: str
    site: str
    data: DataOrigin


def provenance_of(theory: TheoryOfChange, data: Data) -> Provenance:
    """Return of which model and data scores are that are made of these."""
    return Provenance(
        model=theory.id,
        version=theory.version,
        fingerprint=fingerprint(theory),
        language=theory.language,
        site=str(theory.site.name) if theory.site else "",
        data=data.origin,
    )
