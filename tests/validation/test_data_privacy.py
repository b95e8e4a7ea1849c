from __future__ import annotations

from pathlib import Path

import pytest

from toc.errors import TocError
from toc.loading import inspect_text
from toc.reports.check import Checked
from toc.reports.findings_text import findings_text
from toc.reports.machine_format import machine_format
from toc.validation import validate, validate_inspection

FORMATS = ("json", "sarif", "github", "junit", "gitlab")
MODEL = """\
toc: 1
id: advice
title: Advice
participants:
  parents: {label: Parents}
activities:
  sessions: {label: Sessions, engages: [parents], leads_to: [calm]}
outcomes:
  long_term:
    calm: {label: Calm}
indicators:
  knows: {label: Knows, measures: [calm], scale: five}
scales:
  five: {lowest: 1, highest: 5, better: higher, points: {"1": never, "5": always}}
"""
ROWS = """\
person,indicator,date,kind,score
canary-person,knows,2013-01-01,initial,2
canary-person,knows,2013-06-01,follow-up,987654
canary-person,knows,2013-07-01,follow-up,canary-score
canary-person,knows,canary-date,follow-up,3
canary-person,canary-indicator,2013-08-01,follow-up,3
,knows,2013-01-01,initial,2
"""


def test_no_finding_shows_a_person_or_a_score(tmp_path: Path) -> None:
    data = tmp_path / "scores.csv"
    data.write_text(ROWS)
    inspection = inspect_text(MODEL)
    findings = validate_inspection(inspection, str(data))
    assert {one.code for one in findings} == {"TOC701", "TOC705", "TOC708", "TOC712", "TOC719", "TOC721"}
    shown = (
        findings_text(findings, inspection.texts.get)
        + "".join(machine_format(Checked((), findings, {}), kind) for kind in FORMATS)
        + findings._repr_html_()
        + repr(findings)
    )
    assert "canary" not in shown
    assert "987654" not in shown


def test_data_without_a_usable_row_are_findings_not_an_error() -> None:
    inspection = inspect_text(MODEL)
    assert inspection.theory is not None
    rows = [{"person": "p1", "indicator": "knows", "date": "2013-01-01", "kind": "initial", "score": 9}]
    assert [(one.code, one.subject, one.place) for one in validate(inspection.theory, rows)] == [
        ("TOC701", "knows", None)
    ]


def test_data_that_cannot_be_read_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(TocError):
        validate_inspection(inspect_text(MODEL), str(tmp_path / "missing.csv"))
