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
    before_labels, labels = _labels(old), _labels(new)
    ends_before, ends_after = _ends(old, names), _ends(new, None)
    for key, link in later.items():
        before = earlier.get(key)
        if before is None:
            follows = not {link.source, link.target} <= ends_before
            yield _change("added", link, key, _told(link, labels), follows=follows)
        else:
            fields = changed_fields(_leaves(before, names), _leaves(link, None))
            if fields:
                told = _told(link, labels)
                yield Change(section="links", kind="changed", id=link.name, label=told, fields=fields)
    for key, link in earlier.items():
        if key not in later:
            follows = not set(key[:2]) <= ends_after
            yield _change("dropped", link, key, _told(link, before_labels), follows=follows)


def _change(kind: Kind, link: Link, key: _Key, told: str, *, follows: bool) -> Change:
    name = f"{key[0]} -> {key[1]}"
    was = "" if name == link.name else link.name
    return Change(section="links", kind=kind, id=name, label=told, was=was, follows=follows)


def _labels(theory: TheoryOfChange) -> Mapping[str, str]:
    return {key: str(entry.label) for key, entry in (*theory.boxes.items(), *theory.factors.items())}


def _told(link: Link, labels: Mapping[str, str]) -> str:
    return f"{labels.get(link.source, link.source)} -> {labels.get(link.target, link.target)}"


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
