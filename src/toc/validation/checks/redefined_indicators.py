"""Indicators that a site measures otherwise than its base, so that sites cannot be compared on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from toc.model import Indicator, Scale, SiteChange, TheoryOfChange
from toc.validation.checks.site_levels import site_levels
from toc.validation.checks.wordings import is_reworded
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["redefined_indicators"]

_NAMED = 3


@dataclass(frozen=True)
class _Level:
    """A site and its base, with what is asked of the base for many indicators."""

    base: TheoryOfChange
    site: TheoryOfChange

    @cached_property
    def measured(self) -> frozenset[str]:
        """The outcomes that the base measures."""
        return frozenset(outcome for one in self.base.indicators.values() for outcome in one.measures)

    @cached_property
    def scored(self) -> Mapping[str, list[Indicator]]:
        """The indicators of the base that are scored on each scale."""
        found: dict[str, list[Indicator]] = {}
        for one in self.base.indicators.values():
            if one.scale is not None:
                found.setdefault(one.scale, []).append(one)
        return found


def redefined_indicators(context: Context) -> Iterator[Hit]:
    """TOC603: indicators whose label, scale, percentage, people or outcomes a site changes, and changed scales.

    A site may say what its base leaves open, and may measure outcomes besides that the base does not measure.
    """
    for site, derivation in site_levels(context.theory):
        level = _Level(derivation.base, site)
        for change in derivation.changed:
            if change.subject in level.base.indicators:
                yield from _changed_itself(level, change)
            elif _is_scale(change.subject, level.base) and change.subject in site.scales:
                fields = _differing(level.base.scales[change.subject], site.scales[change.subject], level)
                yield from _changed_by_scale(level, change, f"{_listed(fields)} of the" if fields else "")
        for change in derivation.dropped:
            if _is_scale(change.subject, level.base):
                yield from _changed_by_scale(level, change, "the")


def _is_scale(subject: str, base: TheoryOfChange) -> bool:
    return subject in base.scales and base.path_of(subject) == ("scales", subject)


def _changed_itself(level: _Level, change: SiteChange) -> Iterator[Hit]:
    before, after = level.base.indicators[change.subject], level.site.indicators.get(change.subject)
    if after is None or not before.comparable or (not after.comparable and change.reason.strip()):
        return
    redefined = (field for field in change.fields if field in _REDEFINING)
    fields = [field for field in redefined if _REDEFINING[field](before, after, level)]
    if fields:
        words = words_of(before)
        what = f'{_listed(fields)} of indicator "{words["label"]}" ({before.id})'
        hint = "" if after.comparable else "Add `reason:`, why it is not comparable."
        told = {"verb": "changes", "what": what, "whom": "it"}
        other = ("indicators", before.id)
        yield Hit("TOC603", before.id, told, place=change.place, other=other, hint=hint)


def _is_worded_otherwise(before: Indicator, after: Indicator, level: _Level) -> bool:
    return is_reworded(before.label, level.base, after.label, level.site)


def _is_scored_otherwise(before: Indicator, after: Indicator, level: _Level) -> bool:
    scale, now = level.base.scales.get(before.scale or ""), level.site.scales.get(after.scale or "")
    return scale is not None and (now is None or any(_differing(scale, now, level)))


def _is_another_share(before: Indicator, after: Indicator, _: _Level) -> bool:
    return before.percent != after.percent


def _is_about_others(before: Indicator, after: Indicator, _: _Level) -> bool:
    return bool(before.who) and set(before.who) != set(after.who)


def _is_mapped_otherwise(before: Indicator, after: Indicator, level: _Level) -> bool:
    """Say whether an indicator leaves an outcome that the site keeps, or joins one that the base measures."""
    old, new = set(before.measures), set(after.measures)
    return any(outcome in level.site.boxes for outcome in old - new) or not level.measured.isdisjoint(new - old)


_REDEFINING = {
    "label": _is_worded_otherwise,
    "scale": _is_scored_otherwise,
    "percent": _is_another_share,
    "who": _is_about_others,
    "measures": _is_mapped_otherwise,
}
"""The keys of an indicator that say what is measured, each with the question whether it says something else."""


def _differing(before: Scale, after: Scale, level: _Level) -> list[str]:
    """Return the keys under which two scales say something else."""
    fields = [field for field in ("lowest", "highest") if getattr(before, field) != getattr(after, field)]
    if before.better is not None and (after.better is None or before.better.value != after.better.value):
        fields.append("better")
    points = {float(point): words for point, words in after.points.items()}
    if any(
        float(point) not in points or is_reworded(words, level.base, points[float(point)], level.site)
        for point, words in before.points.items()
    ):
        fields.append("points")
    return fields


def _changed_by_scale(level: _Level, change: SiteChange, what: str) -> Iterator[Hit]:
    """Tell a scale once, with the indicators that are scored on it and said to be comparable."""
    of_site = level.site.indicators
    scored = [
        f"`{one.id}`"
        for one in level.scored.get(change.subject, ())
        if one.id in of_site and of_site[one.id].comparable and of_site[one.id].scale in (change.subject, None)
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


def _listed(fields: Sequence[str]) -> str:
    *others, last = [f"`{field}`" for field in fields]
    return f"{', '.join(others)} and {last}" if others else last
