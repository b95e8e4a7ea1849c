"""`Link`: one arrow of the theory, and how it is written under a box."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema

from toc.model.citations import Citation, Citations
from toc.model.entry import Basis, Ids, Ignore, Ignores, Keyed, Number, Strict
from toc.model.read_only import ReadOnly
from toc.model.stages import STAGES
from toc.model.studies import Evidence
from toc.model.text import Text

__all__ = ["Link", "LinkDefaults", "LinkEntry", "LinkKind", "Links", "StageLinkEntry", "StageLinks"]


class LinkDefaults(Strict):
    """What a box says once for all the links that stand under it; each link may say otherwise."""

    basis: Basis | None = None
    cite: Citations = Field(default=())


_PAIRS = [f"{source} -> {target}" for source in STAGES for target in STAGES]
_StagePair = Annotated[str, WithJsonSchema({"type": "string", "enum": [*_PAIRS]})]
"""Two stages; that they are stages is checked on reading, as it is for every other reference."""


class StageLinkEntry(Strict):
    """What a source says of two whole stages."""

    basis: Basis | None = None
    cite: Citations = Field(default=())
    because: Text | None = None
    ignore: Ignores = ()


StageLinks = Annotated[dict[_StagePair, StageLinkEntry], AfterValidator(ReadOnly)]
"""Links by the names of the two stages."""


class LinkEntry(Strict):
    """A link as it is written under its box: everything but its two ends.

    `moderated_by` are factors that act on it, `evidence` the studies for and against it. `necessary` says that
    the target cannot come about without it, `sufficient` that it alone is enough.
    """

    because: Text | None = None
    basis: Basis | None = None
    cite: Citations = Field(default=())
    confidence: Annotated[Number, Field(ge=0, le=100)] | None = None
    polarity: Literal["positive", "negative"] = "positive"
    feedback: bool = False
    assumptions: Ids = ()
    moderated_by: Ids = ()
    evidence: Evidence = Evidence.model_construct()
    necessary: bool = False
    sufficient: bool = False
    ignore: Ignores = ()


class _ShortForms:
    """Tells editors the short forms of links, which are spelt out on reading: ids alone, and an empty link."""

    @staticmethod
    def __get_pydantic_json_schema__(schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        links = handler(schema)
        pattern, link = next(iter(links["patternProperties"].items()))
        links["patternProperties"] = {pattern: {"anyOf": [link, {"type": "null"}]}}
        one = {"type": "string", "pattern": pattern, **links["propertyNames"]}
        return {"anyOf": [links, {"type": "array", "items": one}, one]}


Links = Annotated[Keyed[LinkEntry], _ShortForms]
"""Links by the id of their other end."""


LinkKind = Literal["leads_to", "engages"]


class Link(NamedTuple):
    """An arrow between two boxes or factors, with the defaults of the box under which it stands applied.

    `kind` is "leads_to", or "engages" for a participant reached by an activity (drawn and followed from the
    participant to the activity). `because` is the mechanism and `basis` where the link comes from; None means
    not said. `confidence` is 0-100 or None. `owner` is the box under which it is written.
    """

    source: str
    target: str
    kind: LinkKind
    owner: str
    basis: Basis | None
    cite: tuple[Citation, ...]
    because: Text | None
    confidence: int | float | None
    polarity: Literal["positive", "negative"]
    feedback: bool
    assumptions: tuple[str, ...]
    moderated_by: tuple[str, ...]
    evidence: Evidence
    necessary: bool
    sufficient: bool
    ignore: tuple[Ignore, ...] = ()

    @property
    def name(self) -> str:
        """How the link is referred to everywhere: `from -> to`."""
        return f"{self.source} -> {self.target}"

    @property
    def path(self) -> tuple[str, ...]:
        """The keys that lead to it below its box in the file."""
        return (self.kind, self.target if self.kind == "leads_to" else self.source)
