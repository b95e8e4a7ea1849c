"""The way out where a site names a link that its base does not have, although both ends of it are there."""

from __future__ import annotations

from toc.loading.named_parts import NamedParts
from toc.loading.nearest import shown
from toc.loading.tree import Branch

__all__ = ["link_meant", "missing_link_hint"]


def link_meant(known: NamedParts, subject: str) -> str | None:
    """Return the name of the link that a name means but for its blanks (`a->b`); None where there is none."""
    name = " -> ".join(part.strip() for part in subject.split("->"))
    return name if name != subject and name in known.links else None


def missing_link_hint(known: NamedParts, subject: str) -> str:
    """Return what there is between the two ends of a link; "" where one of them is not there itself."""
    source, _, target = (part.strip() for part in subject.partition("->"))
    if source not in known.entries or not (target in known.entries or target in known.links):
        return ""
    if f"{target} -> {source}" in known.links:
        return f"The link of these two is `{target} -> {source}`."
    content = known.content_of(source)
    if isinstance(content, Branch) and target in _listed(content.get("affects")):
        return f"`{shown(source)}` acts on it by its `affects`: write that list again under `change`, without it."
    ends = [link.removeprefix(f"{source} -> ") for link in sorted(known.links) if link.startswith(f"{source} -> ")]
    leads = f"`{shown(source)}` leads to {', '.join(f'`{shown(end)}`' for end in ends[:5])}" if ends else ""
    return f"Both are there, but no link joins them{f'; {leads}' if leads else ''}."


def _listed(written: object) -> tuple[object, ...]:
    """Return the ids of a list, of which one may stand alone."""
    return written if isinstance(written, tuple) else (written,)
