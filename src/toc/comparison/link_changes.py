"""What changed in the arrows: those between boxes, and those of factors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toc.comparison.changes import Change, Kind
from toc.comparison.leaves import changed_fields, flat_leaves
from toc.comparison.names import Names
from toc.model import Link, TheoryOfChange

__all__ = ["link_changes"]

_Key = tuple[str, str, str]
"""Both ends by their newer ids, and the kind of the link."""

_SAID = (
    "because",
    "confidence",
    "basis",
    "necessary",
    "sufficient",
    "feedback",
    "assumptions",
    "moderated_by",
)


def link_changes(old: TheoryOfChange, new: TheoryOfChange, names: Names) -> Iterator[Change]:
    """Yield every link that came, went or says something else; those of the newer theory first."""
    earlier, later = _links(old, names), _links(new, None)
    ends_before, ends_after = _ends(old, names), _ends(new, None)
    for key, link in later.items():
        before = earlier.get(key)
        if before is None:
            yield _change("added", link, key, follows=not {link.source, link.target} <= ends_before)
        else:
            fields = changed_fields(_leaves(before, names), _leaves(link, None))
            if fields:
                yield Change(section="links", kind="changed", id=link.name, fields=fields)
    for key, link in earlier.items():
        if key not in later:
            yield _change("dropped", link, key, follows=not set(key[:2]) <= ends_after)


def _change(kind: Kind, link: Link, key: _Key, *, follows: bool) -> Change:
    name = f"{key[0]} -> {key[1]}"
    return Change(section="links", kind=kind, id=name, was="" if name == link.name else link.name, follows=follows)


def _links(theory: TheoryOfChange, names: Names | None) -> Mapping[_Key, Link]:
    found: dict[_Key, Link] = {}
    for link in (*theory.links, *theory.factor_links):
        source, target = (names.of_end(end) if names else end for end in (link.source, link.target))
        found[source, target, link.kind] = link
    return found


def _ends(theory: TheoryOfChange, names: Names | None) -> set[str]:
    return {names.of_end(key) if names else key for key in (*theory.boxes, *theory.factors)}


def _leaves(link: Link, names: Names | None) -> dict[str, str]:
    said = {key: getattr(link, key) or None for key in _SAID}
    said["confidence"] = link.confidence
    said["polarity"] = None if link.polarity == "positive" else link.polarity
    said["evidence"] = link.evidence.model_dump(mode="json", exclude_defaults=True)
    said["ignore"] = [one.model_dump(mode="json") for one in link.ignore] or None
    said["cite"] = tuple(map(str, link.cite)) or None
    return flat_leaves(said, names.under) if names else flat_leaves(said)
