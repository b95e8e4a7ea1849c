"""`Findings`: everything that validation has to say about a theory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, overload

from toc.errors import TocError
from toc.graph import html_table
from toc.places import Place
from toc.validation.fix import Fix
from toc.validation.rule import SEVERITIES, Severity

__all__ = ["Finding", "Findings", "Ignored"]

_NOWHERE = Place("", 0, 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that validation found.

    `subject` is the id, or `from -> to` for a link, that it is about; `place` is None for a theory that was
    not read from a file; `hint` says how to mend it. `other` is the second place of a finding
    that is about two, as of an id that stands twice (None: there is one). `fix` is the edit of the text that would
    mend it (None: only a person can); it follows from the rest, and takes no part in `==`.
    """

    code: str
    name: str
    severity: Severity
    message: str
    subject: str
    place: Place | None
    hint: str
    other: Place | None = None
    fix: Fix | None = field(default=None, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as plain values; file, line and column are None where it has no place."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity,
            "message": self.message,
            "subject": self.subject,
            "file": self.place.file if self.place else None,
            "line": self.place.line if self.place else None,
            "column": self.place.column if self.place else None,
            "hint": self.hint,
            "other": {"file": self.other.file, "line": self.other.line, "column": self.other.column}
            if self.other
            else None,
            "fix": self.fix.safety if self.fix else None,
        }

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.code} {self.name} ({self.severity}): {self.message}"


class Ignored(NamedTuple):
    """A finding that the model leaves out, and why; `until` is the last month or day of it (None: for good)."""

    finding: Finding
    reason: str
    until: str | None


class Findings(Sequence[Finding]):
    """Findings in the order of file, line, column, code and subject; those without a place come first.

    `ignored` are those that the model leaves out, `known` those that a baseline lists, both in the same order;
    nothing else counts them. Two are equal when they hold and leave out the same findings.
    """

    __slots__ = ("_findings", "ignored", "known")

    def __init__(
        self,
        findings: Sequence[Finding] = (),
        ignored: Sequence[Ignored] = (),
        known: Sequence[Finding] = (),
    ) -> None:
        self._findings = tuple(sorted(dict.fromkeys(findings), key=_position))
        self.ignored = tuple(sorted(dict.fromkeys(ignored), key=lambda one: _position(one.finding)))
        self.known = tuple(sorted(dict.fromkeys(known), key=_position))

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        return self._findings[index]

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Findings):
            return NotImplemented
        return (self._findings, self.ignored, self.known) == (other._findings, other.ignored, other.known)

    def __hash__(self) -> int:
        return hash((self._findings, self.ignored, self.known))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return self.at_least("error")

    @property
    def summary(self) -> dict[Severity, int]:
        """How many findings there are of each severity, zero included."""
        return {severity: sum(one.severity == severity for one in self) for severity in SEVERITIES}

    @property
    def apart(self) -> dict[str, int]:
        """How many findings are kept apart, by the word for it: ignored, known."""
        return {"ignored": len(self.ignored), "known": len(self.known)}

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings that are as serious as `severity` or more.

        Raises `TocError` where it is not one of error, warning and info.
        """
        if severity not in SEVERITIES:
            raise TocError("There is no such severity.", hint=f"Choose one of {', '.join(SEVERITIES)}.")
        serious = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return tuple(finding for finding in self if finding.severity in serious)

    def to_dict(self) -> dict[str, Any]:
        """Return version, findings, summary and how many are kept apart as plain values, ready for JSON."""
        return {
            "version": 1,
            "findings": [one.to_dict() for one in self],
            "summary": dict(self.summary),
            **self.apart,
        }

    def raise_if_errors(self) -> None:
        """Raise `TocError` with the first error where there is one; else do nothing."""
        errors = self.errors
        if errors:
            first = errors[0]
            count = len(errors) - 1
            more = f" ({count} more {'error' if count == 1 else 'errors'}.)" if count else ""
            raise TocError(f"{first.code} {first.name}: {first.message}{more}", place=first.place, hint=first.hint)

    def __repr__(self) -> str:
        counts = ", ".join(f"{severity}={number}" for severity, number in self.summary.items())
        apart = "".join(f", {word}={number}" for word, number in self.apart.items() if number)
        return f"Findings({counts}{apart})"

    def _repr_html_(self) -> str:
        rows = (
            (one.severity, f"{one.code} {one.name}", str(one.place or ""), one.message, one.hint) for one in self
        )
        words = ", ".join(f"{number} {severity}" for severity, number in self.summary.items())
        words += "".join(f"; {number} {word}" for word, number in self.apart.items() if number)
        return html_table(("severity", "rule", "place", "finding", "how to mend it"), rows, caption=words)


def _position(finding: Finding) -> tuple[str, int, int, str, str, str]:
    place = finding.place or _NOWHERE
    return (place.file, place.line, place.column, finding.code, finding.subject, finding.message)
