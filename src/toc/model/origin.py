"""Where a theory came from: the place of every key, and what a site changes of its base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from toc.errors import Fault
from toc.places import Place

__all__ = ["AcceptedBase", "Origin", "SiteChange"]


class Origin(Protocol):
    """Answers where something stands; opaque to everything else."""

    @property
    def notes(self) -> tuple[Fault, ...]:
        """What is sound in the files that the theory was read from, but worth a finding."""

    def place(self, path: Sequence[str | int]) -> Place | None:
        """Return the place of the key at `path`, of its nearest parent where it is not written, or None."""

    def value_place(self, path: Sequence[str | int]) -> Place | None:
        """Return the place of the value at `path`, or what `place` says where it is not written."""

    def text(self, file: str) -> str | None:
        """Return the text of a file that the theory was read from, or None."""


class AcceptedBase(NamedTuple):
    """The fingerprint of the base that a site was made for, and where the site says so."""

    fingerprint: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class SiteChange:
    """One entry of a site's `change` or `drop`: what it is about, which fields, why, and where it stands.

    `field_places` says where each of `fields` stands; two changes that say the same are equal without it.
    """

    subject: str
    fields: tuple[str, ...]
    reason: str
    place: Place | None
    field_places: tuple[Place | None, ...] = field(default=(), compare=False)
