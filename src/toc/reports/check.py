"""Model files checked in one run, and what was found in the words or the format that was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toc.loading import inspect
from toc.reports.findings_json import findings_json
from toc.reports.findings_text import findings_text
from toc.validation import Finding, Findings, Ignored, Severity, validate_inspection

__all__ = ["Checked", "check_files"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in some files, and the texts that it points into."""

    files: tuple[str, ...]
    findings: Findings
    texts: Mapping[str, str]

    def fails(self, severity: Severity) -> bool:
        """Whether anything was found that is as serious as `severity` or more."""
        return bool(self.findings.at_least(severity))

    @property
    def summary(self) -> str:
        """How much was found, in one line."""
        return self.written("text").rstrip().rpartition("\n")[2]

    def written(self, kind: str) -> str:
        """Return the findings as "text" (80 columns) or "json"."""
        return findings_json(self.findings) if kind == "json" else findings_text(self.findings, self.texts.get)


def check_files(files: Sequence[str], *, data: str | None = None, root: str | None = None) -> Checked:
    """Check model files, and `data` against each of them; a fault that two files share is told once.

    Raises `TocError` where a file cannot be read at all.
    """
    found: list[Finding] = []
    ignored: list[Ignored] = []
    texts: dict[str, str] = {}
    for file in dict.fromkeys(files):
        inspection = inspect(file, root=root)
        texts.update(inspection.texts)
        findings = validate_inspection(inspection, data)
        found.extend(findings)
        ignored.extend(findings.ignored)
    return Checked(tuple(files), Findings(found, ignored), texts)
