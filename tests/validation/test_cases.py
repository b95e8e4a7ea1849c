"""Every case of tests/cases: what a rule finds, where, and that nothing else is found.

A case is a `model` text, or a `base` and a `site` that extends it, and perhaps `data` (a CSV text). `finds` lists
what must be found, each with the text it is in (model, base, site or data), line, column, subject and, where
given, severity. A passing case has no finding at all. The profile "site" is asked, and the case's own
rule, on the day `today` where the case names one. `beside` holds the texts of further files in that folder.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from toc.loading import inspect
from toc.validation import PROFILES, RULES, Findings, Settings, validate_inspection

CASES = Path(__file__).parents[1] / "cases"
FILES = sorted(CASES.glob("TOC*.yaml"))


def _cases(kind: str) -> list[Any]:
    contents = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES}
    return [
        pytest.param(content["code"], case, id=f"{stem}: {case['name']}")
        for stem, content in contents.items()
        for case in content[kind]
    ]


def _written(case: dict[str, Any], folder: Path) -> dict[str, Path]:
    files = {}
    for name, text in case.get("beside", {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name, suffix in (("base", ".yaml"), ("model", ".yaml"), ("site", ".yaml"), ("data", ".csv")):
        if name in case:
            text = case[name]
            if "letters" in case:
                text = text.rstrip("\n") + "x" * (case["letters"] - len(text)) + "\n"
            files[name] = folder / f"{name}{suffix}"
            files[name].write_bytes(text.encode(case.get("encoding", "utf-8")))
    return files


def _found(code: str, case: dict[str, Any], folder: Path) -> tuple[Findings, dict[str, str]]:
    files = _written(case, folder)
    data = str(files["data"]) if "data" in files else None
    inspection = inspect(files.get("site", files.get("model")), root=folder)
    settings = Settings(codes=PROFILES["site"].codes | {code})
    today = date.fromisoformat(case["today"]) if "today" in case else None
    return validate_inspection(inspection, data, settings=settings, today=today), {
        str(path): name for name, path in files.items()
    }


@pytest.mark.parametrize(("code", "case"), _cases("failing"))
def test_a_failing_case_gives_its_findings_and_no_other(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    findings, names = _found(code, case, tmp_path)
    assert [
        (one.code, one.place and (names[one.place.file], one.place.line, one.place.column), one.subject)
        for one in findings
    ] == [(code, (want["in"], want["line"], want["column"]), want["subject"]) for want in case["finds"]]
    assert [one.severity for one in findings] == [
        want.get("severity", RULES[code].severity) for want in case["finds"]
    ]


@pytest.mark.parametrize(("code", "case"), _cases("passing"))
def test_a_passing_case_gives_no_finding(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    findings, _ = _found(code, case, tmp_path)
    assert not findings, f"{code}: {[str(one) for one in findings]}"
