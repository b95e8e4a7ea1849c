"""Model files checked in one run, and what was found in the words or the format that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from toc import reports
from toc.files import root_of
from toc.loading import inspect
from toc.places import Place
from toc.reports.check_plan import CheckPlan
from toc.reports.findings_text import findings_text
from toc.reports.run_scope import RunScope
from toc.validation import Finding, Findings, Ignored, Severity, file_below, validate_inspection

__all__ = ["DEFAULT", "Checked", "check_files"]


DEFAULT = CheckPlan()

_FEW = frozenset(("TOC706", "TOC718"))
"""What is so of each site where it is so of all together."""
_NOT_ASKED = "The rules on the theory itself are asked once these are mended."


class Checked(NamedTuple):
    """What was found in some files, and the texts that it points into.

    `asked` is False where the faults of a file kept the rules on its theory from being asked. `fail_on` is the
    severity from which on the run has failed, `notes` are lines on its baseline, and `pages` is where the pages of
    the rules are, as in `page_of`.
    """

    files: tuple[str, ...]
    findings: Findings
    texts: Mapping[str, str]
    asked: bool = True
    fail_on: Severity = "error"
    notes: tuple[str, ...] = ()
    pages: str = ""

    @property
    def fails(self) -> bool:
        """Whether anything was found that is as serious as `fail_on` or more."""
        return bool(self.findings.at_least(self.fail_on))

    @property
    def summary(self) -> str:
        """How much was found, in one line."""
        return findings_text(self.findings, self.texts.get).rstrip().rpartition("\n")[2]

    def text(self, *, colour: bool = False) -> str:
        """Return the findings as text of 80 columns; with `colour`, for a terminal that shows it."""
        written = findings_text(self.findings, self.texts.get, pages=self.pages, colour=colour)
        return written + ("" if self.asked else f"{_NOT_ASKED}\n")


def check_files(
    files: Sequence[str],
    *,
    data: str | None = None,
    root: str | None = None,
    plan: CheckPlan = DEFAULT,
    instead: Mapping[Path, str] = MappingProxyType({}),
) -> Checked:
    """Check model files, and `data` against each of them, as a plan says; what two files share is told once.

    `instead` has texts to take for what the files at these resolved paths hold. Raises `TocError` where a file
    cannot be read at all, or the baseline of the plan cannot be written.
    """
    found: list[Finding] = []
    ignored: list[Ignored] = []
    texts: dict[str, str] = {}
    asked = True
    few: set[tuple[str, str, Place | None]] = set()
    for file in dict.fromkeys(files):
        inspection = inspect(file, root=root, instead=instead)
        texts.update(inspection.texts)
        asked = asked and inspection.theory is not None
        findings = validate_inspection(inspection, data, settings=plan.settings)
        of_site = inspection.theory is not None and inspection.theory.site is not None
        found.extend(_not_told_yet((one for one in findings if not of_site or _of(one) not in few), found))
        few.update(_of(one) for one in findings if one.code in _FEW and not of_site)
        ignored.extend(findings.ignored)
    # Not `root`, which may differ from run to run: what is known must be named in one way.
    folder = root_of(files[0])
    named = frozenset(file_below(folder, file) for file in (*files, *([data] if data else ())))
    scope = RunScope(named, plan.settings.asked, folder, with_data=data is not None, whole=asked)
    told, notes = Findings(found, ignored), tuple[str, ...]()
    if plan.baseline is not None:
        told, notes = reports.known_findings(told, plan, scope)
    return Checked(tuple(files), told, texts, asked, plan.fail_on, notes, plan.pages)


def _not_told_yet(findings: Iterable[Finding], told: Iterable[Finding]) -> list[Finding]:
    """Return what no file before has told of the same place as seriously, be it with the words of another site."""
    known = set(map(_told_as, told))
    return [one for one in findings if _told_as(one) not in known]


def _of(finding: Finding) -> tuple[str, str, Place | None]:
    return finding.code, finding.subject, finding.place


def _told_as(finding: Finding) -> tuple[str, str, str, Place | None, str]:
    """Return by what a finding is known again; on data each site says something of its own."""
    is_of_its_own = finding.place is None or finding.code[3] == "7"
    words = finding.message if is_of_its_own else ""
    return finding.code, finding.subject, finding.severity, finding.place, words
