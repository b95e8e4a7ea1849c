"""`TheoryOfChange`: the whole model as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, Field, PrivateAttr

from toc.model.box_links import links_of
from toc.model.boxes import Activity, Box, Input, Outcome, Output, Participant
from toc.model.claims import Claim
from toc.model.context import (
    Assumption,
    Contributor,
    Coverage,
    Factor,
    Figure,
    Population,
    Site,
    Source,
    Strand,
    Unit,
)
from toc.model.entry import Entry, Id, Ids, Ignores, Keyed, Strict
from toc.model.frameworks import Framework
from toc.model.indicators import Indicator, Scale
from toc.model.links import Link, StageLinks
from toc.model.origin import AcceptedBase, Origin, SiteChange
from toc.model.read_only import ReadOnly
from toc.model.stage_table import stage_table
from toc.model.stages import COLUMN_LABELS, OUTCOME_STAGES, STAGES, ColumnName, Stage
from toc.model.studies import Study
from toc.model.text import Text

__all__ = ["Derivation", "Outcomes", "TheoryOfChange"]

_Links = tuple[tuple[Link, ...], tuple[Link, ...]]
"""The links between boxes, and those of which an end is a factor."""


class Outcomes(Strict):
    """Outcomes by the time that they take."""

    short_term: Keyed[Outcome] = Field(default_factory=ReadOnly)
    intermediate: Keyed[Outcome] = Field(default_factory=ReadOnly)
    long_term: Keyed[Outcome] = Field(default_factory=ReadOnly)


class TheoryOfChange(Strict):
    """A theory of change as it was written, with everything that its site changes already applied.

    Its fields are the sections of the file; a section that is not in the file is empty. `boxes` and `links`
    are the graph. Two theories are equal when they say the same, wherever they came from.
    """

    toc: Literal[1]
    id: Id
    title: Text
    version: str | None = None
    language: str = "en"
    description: Text | None = None
    sources: Keyed[Source] = Field(default_factory=ReadOnly)
    strands: Keyed[Strand] = Field(default_factory=ReadOnly)
    populations: Keyed[Population] = Field(default_factory=ReadOnly)
    units: Keyed[Unit] = Field(default_factory=ReadOnly)
    inputs: Keyed[Input] = Field(default_factory=ReadOnly)
    participants: Keyed[Participant] = Field(default_factory=ReadOnly)
    activities: Keyed[Activity] = Field(default_factory=ReadOnly)
    outputs: Keyed[Output] = Field(default_factory=ReadOnly)
    outcomes: Outcomes = Outcomes.model_construct()
    contributors: Keyed[Contributor] = Field(default_factory=ReadOnly)
    stage_links: StageLinks = Field(default_factory=ReadOnly)
    stage_labels: Annotated[dict[ColumnName, Text], AfterValidator(ReadOnly)] = Field(default_factory=ReadOnly)
    assumptions: Keyed[Assumption] = Field(default_factory=ReadOnly)
    factors: Keyed[Factor] = Field(default_factory=ReadOnly)
    studies: Keyed[Study] = Field(default_factory=ReadOnly)
    scales: Keyed[Scale] = Field(default_factory=ReadOnly)
    indicators: Keyed[Indicator] = Field(default_factory=ReadOnly)
    frameworks: Keyed[Framework] = Field(default_factory=ReadOnly)
    coverage: Coverage | None = None
    claims: Keyed[Claim] = Field(default_factory=ReadOnly)
    locked: Ids = ()
    site: Site | None = None
    sites: Keyed[str] = Field(default_factory=ReadOnly)
    figure: Figure = Figure.model_construct()
    ignore: Ignores = ()
    _boxes: ReadOnly[str, Box] = PrivateAttr(default_factory=ReadOnly)
    _links: _Links | None = PrivateAttr(default=None)
    _origin: Origin | None = PrivateAttr(default=None)
    _derivation: Derivation | None = PrivateAttr(default=None)

    def model_post_init(self, _: Any) -> None:
        """Tell every entry its id, and every box its stage."""
        for stage, boxes in self._stages():
            for key, box in boxes.items():
                box.remember(id=key, stage=stage)
        for section in self._other_entries():
            for key, entry in section.items():
                entry.remember(id=key)
        for key, output in self.outputs.items():
            if output.unit in self.units:
                output.remember(id=key, stage="outputs", unit_label=str(self.units[output.unit].label))
        self._boxes = ReadOnly(chain.from_iterable(boxes.items() for _, boxes in self._stages()))

    def _stages(self) -> Iterator[tuple[Stage, Mapping[str, Box]]]:
        for stage in STAGES:
            yield stage, self.boxes_of(stage)

    def _other_entries(self) -> tuple[Mapping[str, Entry], ...]:
        named = (self.strands, self.populations, self.units, self.contributors, self.frameworks)
        items = (framework.items for framework in self.frameworks.values())
        return (*named, self.assumptions, self.factors, self.studies, self.indicators, self.claims, *items)

    @property
    def boxes(self) -> Mapping[str, Box]:
        """Every box by its id, stage by stage, each stage in the order of the file."""
        computed = self.__pydantic_private__  # read at every turn of every loop: twenty times as quick as `_boxes`
        return computed["_boxes"] if computed else self._boxes

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link of a box but those to factors, in the order of the boxes under which they stand."""
        return self._every_link()[0]

    @property
    def factor_links(self) -> tuple[Link, ...]:
        """Every link of which one end or both are factors, those of boxes first."""
        return self._every_link()[1]

    def _every_link(self) -> _Links:
        computed = self.__pydantic_private__  # as for `boxes`
        found: _Links | None = computed["_links"] if computed else self._links
        if found is None:
            self._links = found = _links_of_both_kinds(self.boxes, self.factors)
        return found

    @property
    def origin(self) -> Origin | None:
        """Where everything stands; None for a theory that was not read from a text."""
        computed = self.__pydantic_private__  # as for `boxes`: every finding asks where it stands
        return computed["_origin"] if computed else self._origin

    @property
    def derivation(self) -> Derivation | None:
        """How a site was made from its base; None for a model that stands alone."""
        computed = self.__pydantic_private__
        return computed["_derivation"] if computed else self._derivation

    def remember(self, origin: Origin, derivation: Derivation | None) -> None:
        """Note where this theory came from; said once, by whoever read it."""
        self._origin = origin
        self._derivation = derivation

    def boxes_of(self, stage: Stage) -> Mapping[str, Box]:
        """Return the boxes of one stage by their id."""
        boxes: Mapping[str, Box] = getattr(self.outcomes if stage in OUTCOME_STAGES else self, stage)
        return boxes

    def stage_label(self, stage: ColumnName, language: str | None = None) -> str:
        """Return the heading of a stage or of a role of factors: the model's own word, or the usual one."""
        own = self.stage_labels.get(stage)
        return own.in_language(language or self.language) if own else COLUMN_LABELS[stage]

    def path_of(self, subject: str) -> tuple[str, ...]:
        """Return the keys under which an id, a link (`from -> to`) or a section without ids stands, or ().

        Of an id that is used in two sections, as a population's may be, the box comes first.
        """
        return _path(self, subject)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TheoryOfChange):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in type(self).model_fields)

    def __hash__(self) -> int:
        return hash((self.id, str(self.title), self.version, frozenset(self.boxes), len(self.links)))

    def __repr_args__(self) -> Any:
        yield "id", self.id
        yield "boxes", len(self.boxes)
        yield "links", len(self.links)

    def _repr_html_(self) -> str:
        stages = [(self.stage_label(stage), len(boxes)) for stage, boxes in self._stages() if boxes]
        return stage_table(str(self.title), (*stages, ("Links", len(self.links))))


class Derivation(NamedTuple):
    """How a site's model was made from its base; `accepted` is None where any version of the base will do."""

    base: TheoryOfChange
    added: tuple[str, ...]
    changed: tuple[SiteChange, ...]
    dropped: tuple[SiteChange, ...]
    accepted: AcceptedBase | None = None


def _links_of_both_kinds(boxes: Mapping[str, Box], factors: Mapping[str, Factor]) -> _Links:
    links = tuple(links_of(boxes.values()))
    if not factors:
        return links, ()
    of_factors = tuple(
        link
        for link in chain(links, links_of(factors.values()))
        if link.source in factors or link.target in factors
    )
    return tuple(link for link in links if link.target not in factors), of_factors


def _path(theory: TheoryOfChange, subject: str) -> tuple[str, ...]:
    if subject in theory.stage_links:
        return ("stage_links", subject)
    if " -> " in subject:
        links = (*theory.links, *theory.factor_links)
        link = next((link for link in links if link.name == subject), None)
        return (*_path(theory, link.owner), *link.path) if link else ()
    if subject in theory.boxes:
        stage = theory.boxes[subject].stage
        return ("outcomes", stage, subject) if stage in OUTCOME_STAGES else (stage, subject)
    for section in (
        "assumptions",
        "factors",
        "studies",
        "indicators",
        "scales",
        "strands",
        "populations",
        "units",
        "sources",
        "contributors",
        "frameworks",
        "claims",
    ):
        if subject in getattr(theory, section):
            return (section, subject)
    return (subject,) if subject in ("coverage", "figure", "site", "stage_labels") else ()
