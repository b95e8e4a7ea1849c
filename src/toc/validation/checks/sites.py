"""What a site may not do to the base that it shares with other sites."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from toc.graph import leading_to
from toc.model import Link, Outcome, Output, SiteChange, TheoryOfChange
from toc.model.theory_fingerprint import fingerprint
from toc.validation.checks.site_levels import OUTPUT_FIGURES, site_changes, site_levels
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = [
    "added_activities_without_path",
    "bases_of_another_version",
    "changes_without_reason",
    "dropped_required_outcomes",
    "locked_entries_dropped",
    "locked_fields_changed",
]

_SAYING_LINKS = frozenset(("leads_to", "engages", "links"))


def dropped_required_outcomes(context: Context) -> Iterator[Hit]:
    """TOC601: required outcomes of the base that the site leaves out, with what is left without them.

    To say that the site need not have one comes to the same: it, or a site of it, may then leave the outcome out.
    """
    for _, base, change in site_changes(context.theory, "dropped"):
        box = base.boxes.get(change.subject)
        if isinstance(box, Outcome) and box.required:
            covers = tuple(dict.fromkeys(_resting_on(box.id, base)))
            words = {**words_of(box), "does": "drops"}
            yield Hit("TOC601", change.subject, words, place=change.place, covers=covers)
    for site, base, change in site_changes(context.theory, "changed"):
        if "required" not in change.fields:
            continue
        before, box = base.boxes.get(change.subject), site.boxes.get(change.subject)
        if isinstance(before, Outcome) and before.required and isinstance(box, Outcome) and not box.required:
            words = {**words_of(before), "does": "does not require"}
            yield Hit("TOC601", change.subject, words, place=change.place, hint=_REQUIRE)


_REQUIRE = "Take `required` away here, or agree with the owner of the base that the outcome is not required."


def _resting_on(outcome: str, base: TheoryOfChange) -> Iterator[str]:
    """Yield the indicators of an outcome, the boxes that are linked with it, and what these links assume."""
    yield from (one.id for one in base.indicators.values() if outcome in one.measures)
    for link in (*base.links, *base.factor_links):
        if outcome in (link.source, link.target):
            yield from (link.source, link.target, *link.assumptions)


def added_activities_without_path(context: Context) -> Iterator[Hit]:
    """TOC602: activities that the site adds and that lead to no outcome, the last ones of a row only."""
    theory = context.theory
    levels = reversed([derivation for _, derivation in site_levels(theory)])
    added = [box for derivation in levels for box in derivation.added if box in theory.activities]
    useful = leading_to(context.graph, context.outcomes) if added else frozenset()
    useless = {box: words_of(theory.boxes[box]) for box in added if box not in useful}
    last = [box for box in useless if useless.keys().isdisjoint(context.onward.successors(box))]
    for box in last:
        # What leads there is told with the first of them.
        yield Hit("TOC602", box, useless[box], covers=tuple(useless) if box == last[0] else ())


def bases_of_another_version(context: Context) -> Iterator[Hit]:
    """TOC607: bases that are not, or no longer, the one that a site was made for."""
    for site, derivation in site_levels(context.theory):
        accepted, found = derivation.accepted, derivation.accepted and fingerprint(derivation.base)
        if accepted is not None and accepted.fingerprint != found:
            words = {"found": found, "expected": " ".join(accepted.fingerprint.split())}
            hint = f'Look at what has changed in the base; to accept it, write `base_fingerprint: "{found}"`.'
            yield Hit("TOC607", site.id, words, place=accepted.place, hint=hint)


def changes_without_reason(context: Context) -> Iterator[Hit]:
    """TOC609: changes and drops without a reason; an output's own figures and an `ignore` need none beside."""
    for _, base, change in site_changes(context.theory, "changed"):
        figures = isinstance(base.boxes.get(change.subject), Output) and set(change.fields) <= OUTPUT_FIGURES
        if not figures and change.fields != ("ignore",) and not change.reason.strip():
            yield Hit("TOC609", change.subject, {"id": change.subject, "verb": "changes"}, place=change.place)
    for _, _, change in site_changes(context.theory, "dropped"):
        if not change.reason.strip():
            words, hint = {"id": change.subject, "verb": "drops"}, "Write behind its colon why, in one sentence."
            yield Hit("TOC609", change.subject, words, place=change.place, hint=hint)


def locked_fields_changed(context: Context) -> Iterator[Hit]:
    """TOC611: changes of an entry, of one field of it or of a link, that the base has locked."""
    for site, base, change in site_changes(context.theory, "changed"):
        locked = frozenset(base.locked)
        names = [name for name in _touched(site, base, change) if name in locked] if locked else []
        if names:
            yield Hit("TOC611", change.subject, {"locked": ", ".join(names)}, place=change.place)


def _touched(site: TheoryOfChange, base: TheoryOfChange, change: SiteChange) -> Iterator[str]:
    """Yield every name by which a base may have locked what a change alters; a link is part of its box."""
    yield change.subject
    yield from (f"{change.subject}.{name}" for name in change.fields)
    yield from islice(_holders(base, change.subject), 2)  # of two links of one name, the first is changed
    if _SAYING_LINKS & set(change.fields):
        after = {link.name: link for link in _links(site)}
        for link in _links(base):
            if link.owner == change.subject and _ends_stay(link, site) and after.get(link.name) != link:
                yield link.name


def _holders(base: TheoryOfChange, subject: str) -> Iterator[str]:
    """Yield the box or factor under which a link stands, and its key there; nothing for what is no link.

    A link may stand twice: under the participant that leads to an activity, then under the activity.
    """
    if " -> " in subject:
        for link in _links(base):
            if link.name == subject:
                yield link.owner
                yield f"{link.owner}.{link.kind}"


def _links(theory: TheoryOfChange) -> Iterator[Link]:
    return chain(theory.links, theory.factor_links)


def _ends_stay(link: Link, site: TheoryOfChange) -> bool:
    return all(end in site.boxes or end in site.factors for end in (link.source, link.target))


def locked_entries_dropped(context: Context) -> Iterator[Hit]:
    """TOC612: what the site leaves out although the base has locked it, a field of it or a link of it."""
    for _, base, change in site_changes(context.theory, "dropped"):
        if base.locked:
            holders = frozenset(_holders(base, change.subject))
            names = [name for name in base.locked if name in holders or _goes(name, change.subject)]
            if names:
                gone = names[0] if " -> " in names[0] else change.subject
                indicator = base.indicators.get(change.subject)
                covers = indicator.measures if indicator else ()
                yield Hit("TOC612", change.subject, {"id": gone}, place=change.place, covers=covers)


def _goes(locked: str, dropped: str) -> bool:
    """Say whether what is locked goes with what is dropped: itself, a field of it, or a link of it."""
    return locked == dropped or locked.startswith(f"{dropped}.") or dropped in locked.split(" -> ")
