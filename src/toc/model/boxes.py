"""The boxes of a theory of change: inputs, participants, activities, outputs and outcomes."""

from __future__ import annotations

from typing import Annotated, cast

from pydantic import Field

from toc.model.entry import Basis, Entry, Ids, Number
from toc.model.links import LinkDefaults, Links
from toc.model.quantities import Qualifier, Quantity
from toc.model.read_only import ReadOnly
from toc.model.stages import Stage

__all__ = ["Activity", "Box", "Input", "Outcome", "Output", "Participant"]


class Box(Entry):
    """A box of the figure.

    `strand` holds the strands it belongs to: none or several means shared. `part_of` is the whole that it
    belongs to. `basis` says where its stage comes from (None: not said). `leads_to` maps the id of another box
    or factor to the link between them; `links` are defaults for its own links. `aligns` names items of outside
    frameworks (`<framework>.<item>`).
    """

    basis: Basis | None = None
    strand: Ids = ()
    who: Ids = ()
    part_of: str | None = None
    aligns: Ids = ()
    links: LinkDefaults = LinkDefaults.model_construct()
    leads_to: Links = Field(default_factory=ReadOnly)

    @property
    def stage(self) -> Stage:
        """The section of the file in which it stands."""
        return cast("Stage", self.remembered("stage") or "inputs")


class Input(Box):
    """A resource that the work needs: staff time, money, materials."""


class Participant(Box):
    """A group of people or agencies that the work reaches."""


class Activity(Box):
    """Something that is done. `engages` maps the participants that it reaches to the link between them."""

    engages: Links = Field(default_factory=ReadOnly)


class Output(Box):
    """What the work delivers.

    `count` is a number of `unit` (an id of `units`), None where none was published; `qualifier` says how exact
    it is. `quantity` is the three as one value that can be added.
    """

    count: Annotated[Number, Field(ge=0)] | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None

    @property
    def quantity(self) -> Quantity | None:
        """The count with its unit; None where no count was published, which is not zero."""
        if self.count is None:
            return None
        return Quantity(self.count, self.unit, self.qualifier, self.remembered("unit_label"))


class Outcome(Box):
    """A change that is hoped for.

    A `required` outcome must have an indicator and stay in every site; a `terminal` one may end a path.
    `contributors` are other services that share in it.
    """

    required: bool = False
    terminal: bool = False
    contributors: Ids = ()
