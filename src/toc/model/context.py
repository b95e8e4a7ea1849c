"""What surrounds the boxes: sources, strands, people, assumptions, outside factors and published coverage."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from toc.model.citations import Citations
from toc.model.entry import Entry, Ids, Ignores, Month, Strict
from toc.model.links import LinkDefaults, Links
from toc.model.read_only import ReadOnly
from toc.model.stages import FACTOR_ROLES, STAGES, FactorRole
from toc.model.text import Text

__all__ = [
    "Assumption",
    "Contributor",
    "Coverage",
    "Factor",
    "Figure",
    "Population",
    "Site",
    "Source",
    "Strand",
    "Unit",
]


class Source(Strict):
    """A document that the model cites; `own` where those whose theory it is wrote it themselves."""

    title: str
    publisher: str | None = None
    authors: str | None = None
    year: int | None = None
    url: str | None = None
    own: bool = False
    ignore: Ignores = ()


class Strand(Entry):
    """A strand of work, drawn as a lane."""


class Population(Entry):
    """A group of people that boxes and indicators speak about."""


class Unit(Entry):
    """What is counted; numbers of different units are never added."""


class Assumption(Entry):
    """Something that must hold for a link to work; attached from links."""

    status: Literal["untested", "supported", "mixed", "refuted"] = "untested"


class Contributor(Entry):
    """Another service or body that shares in an outcome."""


class Factor(Entry):
    """Something outside the service that acts on it.

    `affects` names boxes, factors or links (`from -> to`) without saying more; `leads_to` says how, link by
    link, as a box does.
    """

    role: FactorRole = "context"
    affects: Ids = ()
    links: LinkDefaults = LinkDefaults.model_construct()
    leads_to: Links = Field(default_factory=ReadOnly)


class Coverage(Strict):
    """For published counts: how many people there were and how many have two assessments.

    `closed_before_second` of those who have not were closed before one could be made (None: not said).
    """

    people: Annotated[int, Field(ge=0)]
    with_two: Annotated[int, Field(ge=0)]
    closed_before_second: Annotated[int, Field(ge=0)] | None = None
    unit: str | None = None
    cite: Citations = Field(default=())
    ignore: Ignores = ()


class Site(Strict):
    """The place that a derived model describes. Dates are "YYYY-MM"; None means not said."""

    id: str
    name: Text
    start: Month | None = None
    end: Month | None = None
    residents: Annotated[int, Field(ge=0)] | None = None
    staffing: Text | None = None
    had: tuple[Text, ...] = ()
    lacked: tuple[Text, ...] = ()
    notes: Text | None = None
    cite: Citations = Field(default=())


_Column = Annotated[str, WithJsonSchema({"type": "string", "enum": [*STAGES, *FACTOR_ROLES]})]
"""A stage or a role of factors; that it is one is checked on reading, as it is for every other reference."""


class Figure(Strict):
    """What the figure shows: which stages are columns, and which wholes are shown by their parts."""

    columns: tuple[_Column, ...] | None = None
    open: Ids = ()
