from __future__ import annotations

import pytest

from toc.errors import Fault, TocError
from toc.places import Place
from toc.validation import Finding, Findings, findings_of_faults


def finding(code: str, line: int | None = 1, severity: str = "warning", **other: str) -> Finding:
    words = {"name": "a-rule", "message": "Something.", "subject": "skills", "hint": "Mend it.", **other}
    place = None if line is None else Place("model.yaml", line, 3, 6)
    return Finding(code=code, severity=severity, place=place, **words)  # type: ignore[arg-type]


def test_findings_stand_in_the_order_of_file_line_code_and_subject() -> None:
    first, second, third = finding("TOC401", 2), finding("TOC110", 7), finding("TOC301", 7)
    nowhere = finding("TOC701", None)
    assert list(Findings([third, second, nowhere, first])) == [nowhere, first, second, third]


def test_the_same_finding_twice_is_one() -> None:
    assert len(Findings([finding("TOC401"), finding("TOC401")])) == 1


def test_findings_as_plain_values() -> None:
    assert Findings([finding("TOC110", 2, "error"), finding("TOC705", None)]).to_dict() == {
        "version": 1,
        "findings": [
            {
                "code": "TOC705",
                "name": "a-rule",
                "severity": "warning",
                "message": "Something.",
                "subject": "skills",
                "file": None,
                "line": None,
                "column": None,
                "hint": "Mend it.",
                "other": None,
                "fix": None,
            },
            {
                "code": "TOC110",
                "name": "a-rule",
                "severity": "error",
                "message": "Something.",
                "subject": "skills",
                "file": "model.yaml",
                "line": 2,
                "column": 3,
                "hint": "Mend it.",
                "other": None,
                "fix": None,
            },
        ],
        "summary": {"error": 1, "warning": 1, "info": 0},
        "ignored": 0,
        "known": 0,
    }


def test_findings_at_least_as_serious_as_a_warning() -> None:
    error, warning, info = finding("TOC1", 1, "error"), finding("TOC2"), finding("TOC3", 1, "info")
    findings = Findings([error, warning, info])
    assert findings.at_least("info") == (error, warning, info)
    assert findings.at_least("warning") == (error, warning)
    assert findings.errors == findings.at_least("error") == (error,)


def test_errors_are_raised_with_the_place_and_hint_of_the_first() -> None:
    with pytest.raises(TocError) as raised:
        Findings([finding("TOC110", 2, "error"), finding("TOC103", 9, "error")]).raise_if_errors()
    assert str(raised.value) == "model.yaml:2:3: TOC110 a-rule: Something. (1 more error.) Mend it."


def test_warnings_alone_raise_nothing() -> None:
    Findings([finding("TOC401")]).raise_if_errors()


def test_findings_show_themselves_as_an_escaped_table() -> None:
    shown = Findings([finding("TOC401", message="<b>bold</b> & more")])._repr_html_()
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; more" in shown
    assert "<caption>0 error, 1 warning, 0 info</caption>" in shown
    assert "model.yaml:1:3" in shown


def test_findings_are_a_value() -> None:
    assert Findings([finding("TOC401")]) == Findings([finding("TOC401")])
    assert hash(Findings([finding("TOC401")])) == hash(Findings([finding("TOC401")]))
    assert Findings() != Findings([finding("TOC401")])
    assert repr(Findings()) == "Findings(error=0, warning=0, info=0)"


def test_a_fault_of_reading_becomes_a_finding_with_its_code() -> None:
    place, other = Place("model.yaml", 4, 3, 6), Place("model.yaml", 2, 3, 6)
    fault = Fault("duplicate-id", "the id `skills` is already used.", place, "Rename one.", "skills", other)
    assert findings_of_faults([fault]) == (
        Finding(
            code="TOC102",
            name="duplicate-id",
            severity="error",
            message="The id `skills` is already used.",
            subject="skills",
            place=place,
            hint="Rename one.",
            other=other,
        ),
    )
