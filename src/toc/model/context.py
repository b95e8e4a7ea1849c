"""What surrounds the boxes: sources, strands, people, assumptions, outside factors and published coverage."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toc.model.citations import Citations
from toc.model.entry import Entry, Ids, Strict
from toc.model.text import Text

__all__ = ["Assumption", "Coverage", "Factor", "Figure", "Population", "Site", "Source", "Strand", "Unit"]


class Source(Strict):
    """A document that the model cites."""

    title: str
    publisher: str | None = None
    authors: str | None = None
    year: int | None = None
    url: str | None = None


class Strand(Entry):
    """A strand of work, drawn as a lane."""


class Population(Entry):
    """A group of people that boxes and indicators speak about."""


class Unit(Entry):
    """What is counted; numbers of different units are never added."""


class Assumption(Entry):
    """Something that must hold for a link to work; attached from links."""

    status: Literal["untested", "supported", "mixed", "refuted"] = "untested"


class Factor(Entry):
    """Something outside the service that acts on it; `affects` names boxes or links (`from -> to`)."""

    role: Literal["context", "risk", "exposure", "confounder", "mediator", "moderator", "protective"] = "context"
    affects: Ids = ()


class Coverage(Strict):
    """For published counts: how many people there were and how many have two assessments."""

    people: Annotated[int, Field(ge=0)]
    with_two: Annotated[int, Field(ge=0)]
    unit: str | None = None
    cite: Citations = Field(default=())


class Site(Strict):
    """The place that a derived model describes. Dates are "YYYY-MM"; None means not said."""

    id: str
    name: Text
    start: Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$")] | None = None
    end: Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$")] | None = None
    residents: Annotated[int, Field(ge=0)] | None = None
    staffing: Text | None = None
    had: tuple[Text, ...] = ()
    lacked: tuple[Text, ...] = ()
    notes: Text | None = None
    cite: Citations = Field(default=())


class Figure(Strict):
    """What the figure shows: which stages are columns, and which wholes are shown by their parts."""

    columns: tuple[str, ...] | None = None
    open: Ids = ()
