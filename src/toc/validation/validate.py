"""`validate`: every rule asked of a theory, and the answers put into words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from toc.errors import Edit, Fault, TocError
from toc.loading.nearest import near_words
from toc.model import OUTCOME_STAGES, TheoryOfChange
from toc.places import Place
from toc.validation import checks
from toc.validation.catalogue import RULES, rule_of_fault
from toc.validation.choice import Choice, Words, choice_of, settings_of
from toc.validation.context import Context, this_day
from toc.validation.findings import Finding, Findings, Ignored
from toc.validation.fix import Fix, Mending
from toc.validation.hit import Hit
from toc.validation.ignores import Ignores, unknown_rules
from toc.validation.rule import Rule
from toc.validation.settings import Settings, causes_of
from toc.validation.site_cause import SiteCauses

if TYPE_CHECKING:
    from toc.data import Data, Source
    from toc.loading import Inspection

__all__ = ["findings_of_faults", "validate", "validate_inspection"]

DEFAULT = Settings()
_WRONGED = frozenset(("TOC601", "TOC606", "TOC611", "TOC612"))
"""Rules on what a site does to its base, at the place where it does it."""


def validate(
    theory: TheoryOfChange,
    data: Source | Data | None = None,
    *,
    profile: str | None = None,
    select: Words = (),
    also: Words = (),
    ignore: Words = (),
    settings: Settings | None = None,
    today: date | None = None,
) -> Findings:
    """Ask the rules of a theory, and of the data measured for it where there are any.

    `data` is anything that `toc.score` takes. `profile` is "draft", "site" (asked where nothing is said),
    "publication" or "strict"; `select` asks only these rules instead, `also` these too, and `ignore` leaves these
    out: words such as "TOC301", "TOC3" for all rules that begin so, or "outcome-without-indicator", as a list or
    with commas between them. `settings` are those of a configuration, in place of `profile`; no file is looked for
    here. Findings carry a place where the theory was read from a file; those that the theory says to ignore are
    kept apart, as long as `until` has not passed on `today` (by default this day). Raises `TocError` for a rule or
    profile that there is not, and where the data cannot be read at all; bad rows are findings.
    """
    if not isinstance(theory, TheoryOfChange):
        raise TocError("toc.validate wants a theory of change.", hint="Load one first: toc.load(path).")
    settings = _wanted(choice_of(profile, select, also, ignore), settings)
    notes = theory.origin.notes if theory.origin is not None else ()
    return _judged(theory, data, (), notes, settings, today)


def _wanted(choice: Choice, settings: Settings | None) -> Settings:
    if settings is not None and not isinstance(settings, Settings):
        raise TocError("`settings` are no settings.", hint="Choose with `profile` and `select` instead.")
    if settings is not None and choice.profile is not None:
        raise TocError("`settings` already say which profile is asked.", hint="Give one of the two.")
    return settings_of(choice, start=settings)


def validate_inspection(
    inspection: Inspection,
    data: Source | Data | None = None,
    *,
    settings: Settings = DEFAULT,
    today: date | None = None,
) -> Findings:
    """Put everything that is wrong with a file into findings: faults of reading it, then the rules.

    Where the faults leave no theory, the rules are not asked, and neither are the data read. `settings` and
    `today` are as in `validate`.
    """
    if inspection.theory is None:
        unknown = unknown_rules(inspection.ignored)
        told = findings_of_faults((*inspection.faults, *inspection.notes, *unknown))
        return Findings(tuple(_told(told, settings)))
    return _judged(inspection.theory, data, inspection.faults, inspection.notes, settings, today)


def _judged(
    theory: TheoryOfChange,
    data: Source | Data | None,
    faults: tuple[Fault, ...],
    notes: tuple[Fault, ...],
    settings: Settings,
    today: date | None,
) -> Findings:
    context = Context(theory, settings, today or this_day())
    sought = settings.asked | (settings.needed & _WRONGED)
    hits = [*map(_hit_of_note, notes), *_hits(context, data, sought)]
    ignores = Ignores(theory, settings.asked, context.today)
    # A finding that an ignored one would echo stays silent, and an ignore of an echo is in use.
    hits.extend(tuple(ignores.hits(hits, with_data=data is not None)))
    # What nobody asks for is looked for only where something that was found could be an echo of it.
    hits.extend(checks.hits_of(context, causes_of({hit.code for hit in hits}), sought))
    findings = list(_told(findings_of_faults(faults), settings))
    ignored = []
    causes, asked = SiteCauses(context, _told_of_sites(hits)), settings.asked
    for hit in _without_echoes(hits, _already_said(faults, theory), theory):
        if hit.code not in asked:
            continue
        ignore, finding = ignores.covering(hit), _worded(hit, theory, causes, settings)
        if finding is None:
            continue
        if ignore is None:
            findings.append(finding)
        else:
            ignored.append(Ignored(finding, ignore.reason, ignore.until))
    return Findings(findings, ignored)


def _told(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Yield the findings whose rules are asked, as serious as they are here."""
    for finding in findings:
        if finding.code in settings.asked:
            severity = settings.severities.get(finding.code)
            yield finding if severity is None else replace(finding, severity=severity)


def findings_of_faults(faults: Iterable[Fault]) -> tuple[Finding, ...]:
    """Give every fault of reading a file its code, name and severity."""
    return tuple(_finding_of_fault(fault) for fault in faults)


def _finding_of_fault(fault: Fault) -> Finding:
    rule = rule_of_fault(fault.kind)
    message = f"{fault.message[:1].upper()}{fault.message[1:]}"
    hint, other, fix = fault.hint or rule.hint, fault.other, _fix(fault.edit, rule)
    return Finding(rule.code, rule.name, rule.severity, message, fault.subject, fault.place, hint, other, fix)


def _fix(edit: Edit | None, rule: Rule) -> Fix | None:
    return Fix(edit, rule.fix) if edit is not None and rule.fix else None


def _hit_of_note(note: Fault) -> Hit:
    rule, finding, edit = rule_of_fault(note.kind), _finding_of_fault(note), note.edit
    words, mending = {"message": finding.message}, Mending(edit.kind) if edit else None
    return Hit(rule.code, note.subject, words, None, note.place, note.other, hint=finding.hint, mending=mending)


def _hits(context: Context, data: Source | Data | None, sought: frozenset[str]) -> list[Hit]:
    hits = list(checks.hits_of(context, sought))
    if data is not None:
        hits.extend(checks.data_hits(context.theory, data, context.settings, context.today))
    elif context.theory.claims:
        hits.extend(checks.claim_hits(context.theory, None))
    return hits


def _already_said(faults: Iterable[Fault], theory: TheoryOfChange) -> dict[str, set[str]]:
    """Return the codes that reading gave, each with the ids and links that it is about."""
    said: dict[str, set[str]] = {}
    for fault in faults:
        _say(said, rule_of_fault(fault.kind).code, (fault.subject,))
        if fault.named is not None and fault.named[0] == "measures":
            _say(said, "TOC101/measures", _meant(fault.named[1], theory))
    return said


def _meant(name: str, theory: TheoryOfChange) -> tuple[str, ...]:
    """Return the outcomes that a name may mean which names none: the unmeasured ones that are like it.

    The id of something else is no misspelt one.
    """
    if name in theory.boxes or name in theory.indicators or name in theory.factors:
        return ()
    measured = {outcome for indicator in theory.indicators.values() for outcome in indicator.measures}
    stages = (theory.boxes_of(stage) for stage in OUTCOME_STAGES)
    outcomes = [outcome for stage in stages for outcome in stage if outcome not in measured]
    return tuple(near_words(name, outcomes, most=len(outcomes) or 1))


def _say(said: dict[str, set[str]], code: str, subjects: tuple[str, ...]) -> None:
    """Note what a code is about; a name that names nothing is noted as a link's too."""
    said.setdefault(code, set()).update(subjects)
    if code == "TOC101" and " -> " in subjects[0]:
        said.setdefault("TOC101/links", set()).update(subjects)


def _without_echoes(hits: list[Hit], said: dict[str, set[str]], theory: TheoryOfChange) -> Iterator[Hit]:
    """Yield the hits that no other finding says already, as their rules declare."""
    for hit in hits:
        _say(said, hit.code, (hit.subject, *hit.covers))
        if "measures" in hit.words:
            _say(said, "TOC101/measures", _meant(str(hit.words["measures"]), theory))
    nothing: set[str] = set()
    # Of an id that two entries have nobody knows which is meant, nor what would be true of it.
    doubled = said.get("TOC102", nothing)
    for hit in hits:
        rule = RULES[hit.code]
        if doubled and not doubled.isdisjoint((hit.subject, *hit.subject.split(" -> "))):
            continue
        if said.keys().isdisjoint(rule.requires) and not any(
            hit.subject in said.get(code, nothing) for code in rule.unless
        ):
            yield hit


def _told_of_sites(hits: Iterable[Hit]) -> frozenset[Place]:
    """Return where sites do to their bases what is told there: what follows from it is the same fault."""
    return frozenset(hit.place for hit in hits if hit.code in _WRONGED and hit.place is not None)


def _worded(hit: Hit, theory: TheoryOfChange, causes: SiteCauses, settings: Settings) -> Finding | None:
    """Put a hit into words; None where a site brings it about by what is told of the site already."""
    rule = RULES[hit.code]
    place = hit.place
    if place is None and hit.path is not None and theory.origin is not None:
        place = theory.origin.place(hit.path or theory.path_of(hit.subject))
    message, hint = rule.message.format_map(dict(hit.words)), hit.hint or rule.hint
    cause, fix = causes.of(hit, place), _fix(_edit(hit, place, theory), rule)
    if cause is not None:
        if cause.is_told:
            return None
        # What the site brings about is not mended in its base.
        place, fix = cause.place, None
        message = f"{cause.opening}{message[:1].lower()}{message[1:]}"
        hint = f"{hint} In a site that goes under `add` or `change`{_or_drop(hit.subject, theory)}."
    severity = settings.severities.get(hit.code) or hit.severity or rule.severity
    return Finding(rule.code, rule.name, severity, message, hit.subject, place, hint, _other(hit, theory), fix)


def _edit(hit: Hit, place: Place | None, theory: TheoryOfChange) -> Edit | None:
    mending = hit.mending
    if mending is None or theory.origin is None:
        return None
    where = theory.origin.place(mending.path) if mending.path is not None else place
    return Edit(mending.kind, where, mending.old, mending.new) if where is not None else None


def _other(hit: Hit, theory: TheoryOfChange) -> Place | None:
    if isinstance(hit.other, Place):
        return hit.other
    return theory.origin.place(hit.other) if hit.other is not None and theory.origin is not None else None


def _or_drop(subject: str, theory: TheoryOfChange) -> str:
    return f"; or drop `{subject}` too" if theory.path_of(subject) else ""
