"""Model files checked in one run, and what was found in the words or the format that was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toc.loading import inspect
from toc.reports.findings_json import findings_json
from toc.reports.findings_text import findings_text
from toc.validation import Finding, Findings, Ignored, Severity, validate_inspection

__all__ = ["Checked", "check_files"]


_NOT_ASKED = "The rules on the theory itself are asked once these are mended."


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in some files, and the texts that it points into.

    `asked` is False where the faults of a file kept the rules on its theory from being asked.
    """

    files: tuple[str, ...]
    findings: Findings
    texts: Mapping[str, str]
    asked: bool = True

    def fails(self, severity: Severity) -> bool:
        """Whether anything was found that is as serious as `severity` or more."""
        return bool(self.findings.at_least(severity))

    @property
    def summary(self) -> str:
        """How much was found, in one line."""
        return self._text().rstrip().rpartition("\n")[2]

    def written(self, kind: str) -> str:
        """Return the findings as "text" (80 columns) or "json"."""
        if kind == "json":
            return findings_json(self.findings)
        return self._text() + ("" if self.asked else f"{_NOT_ASKED}\n")

    def _text(self) -> str:
        return findings_text(self.findings, self.texts.get)


def check_files(files: Sequence[str], *, data: str | None = None, root: str | None = None) -> Checked:
    """Check model files, and `data` against each of them; a fault that two files share is told once.

    Raises `TocError` where a file cannot be read at all.
    """
    found: list[Finding] = []
    ignored: list[Ignored] = []
    texts: dict[str, str] = {}
    asked = True
    for file in dict.fromkeys(files):
        inspection = inspect(file, root=root)
        texts.update(inspection.texts)
        asked = asked and inspection.theory is not None
        findings = validate_inspection(inspection, data)
        found.extend(findings)
        ignored.extend(findings.ignored)
    return Checked(tuple(files), Findings(found, ignored), texts, asked)
