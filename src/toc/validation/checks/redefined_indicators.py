"""Indicators that a site measures otherwise than its base, so that sites cannot be compared on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toc.model import Indicator, Scale, SiteChange, TheoryOfChange
from toc.validation.checks.site_levels import site_changes
from toc.validation.checks.wordings import is_reworded
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["redefined_indicators"]

_NAMED = 3


def redefined_indicators(context: Context) -> Iterator[Hit]:
    """TOC603: indicators whose label, scale, percentage, people or outcomes a site changes, and changed scales.

    A site may say what its base leaves open, and may measure outcomes besides that the base does not measure.
    """
    theory = context.theory
    for site, base, change in site_changes(theory, "changed"):
        subject = change.subject
        if subject in base.indicators:
            yield from _changed_itself(site, base, change)
        elif _is_scale(subject, base) and subject in site.scales:
            fields = _differing(base.scales[subject], site.scales[subject], base, site)
            yield from _changed_by_scale(site, base, change, f"{_listed(fields)} of the" if fields else "")
    for site, base, change in site_changes(theory, "dropped"):
        if _is_scale(change.subject, base):
            yield from _changed_by_scale(site, base, change, "the")


def _changed_itself(site: TheoryOfChange, base: TheoryOfChange, change: SiteChange) -> Iterator[Hit]:
    before, after = base.indicators[change.subject], site.indicators.get(change.subject)
    if after is None or not before.comparable or (not after.comparable and change.reason.strip()):
        return
    fields = [field for field in _redefined(before, after, base, site) if field in change.fields]
    if fields:
        words = words_of(before)
        what = f'{_listed(fields)} of indicator "{words["label"]}" ({before.id})'
        hint = "" if after.comparable else "Add `reason:`, why it is not comparable."
        told = {"verb": "changes", "what": what, "whom": "it"}
        other = ("indicators", before.id)
        yield Hit("TOC603", before.id, told, place=change.place, other=other, hint=hint)


def _redefined(before: Indicator, after: Indicator, base: TheoryOfChange, site: TheoryOfChange) -> Iterator[str]:
    """Yield the keys under which an indicator says something else than in the base."""
    if is_reworded(before.label, base, after.label, site):
        yield "label"
    scale, now = base.scales.get(before.scale or ""), site.scales.get(after.scale or "")
    if scale is not None and (now is None or any(_differing(scale, now, base, site))):
        yield "scale"
    if before.percent != after.percent:
        yield "percent"
    if before.who and set(before.who) != set(after.who):
        yield "who"
    if _is_mapped_otherwise(before, after, base, site):
        yield "measures"


def _is_mapped_otherwise(before: Indicator, after: Indicator, base: TheoryOfChange, site: TheoryOfChange) -> bool:
    """Say whether an indicator leaves an outcome that the site keeps, or joins one that the base measures."""
    old, new = set(before.measures), set(after.measures)
    if any(outcome in site.boxes for outcome in old - new):
        return True
    joined = new - old
    return bool(joined) and any(not joined.isdisjoint(one.measures) for one in base.indicators.values())


def _differing(before: Scale, after: Scale, base: TheoryOfChange, site: TheoryOfChange) -> list[str]:
    """Return the keys under which two scales say something else."""
    fields = [field for field in ("lowest", "highest") if getattr(before, field) != getattr(after, field)]
    if before.better is not None and (after.better is None or before.better.value != after.better.value):
        fields.append("better")
    points = {float(point): words for point, words in after.points.items()}
    if any(
        float(point) not in points or is_reworded(words, base, points[float(point)], site)
        for point, words in before.points.items()
    ):
        fields.append("points")
    return fields


def _changed_by_scale(site: TheoryOfChange, base: TheoryOfChange, change: SiteChange, what: str) -> Iterator[Hit]:
    """Tell a scale once, with the indicators that are scored on it and said to be comparable."""
    scored = [
        f"`{one.id}`"
        for one in base.indicators.values()
        if one.scale == change.subject
        and one.comparable
        and one.id in site.indicators
        and site.indicators[one.id].comparable
        and site.indicators[one.id].scale in (change.subject, None)
    ]
    if what and scored:
        more = len(scored) - _NAMED
        named = [*scored[:_NAMED], f"{more} more"] if more > 0 else scored
        told = {
            "verb": "drops" if what == "the" else "changes",
            "what": f"{what} scale `{change.subject}`",
            "whom": " and ".join((", ".join(named[:-1]), named[-1])) if named[1:] else named[0],
        }
        hint = "Take it away, give the site a scale of its own, or write `comparable: false` at each indicator."
        yield Hit("TOC603", change.subject, told, place=change.place, hint=hint)


def _is_scale(subject: str, base: TheoryOfChange) -> bool:
    return base.path_of(subject) == ("scales", subject)


def _listed(fields: Sequence[str]) -> str:
    *others, last = [f"`{field}`" for field in fields]
    return f"{', '.join(others)} and {last}" if others else last
