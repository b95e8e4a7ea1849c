from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from toc.loading import inspect_text
from toc.places import Place
from toc.reports.check import Checked
from toc.reports.findings_json import findings_json
from toc.reports.findings_text import findings_text
from toc.validation import Finding, Findings, validate_inspection

MODEL = """\
toc: 1
id: advice
title: Advice
participants:
  parents: {label: Parents}
activities:
  sessions:
    label: Sessions
    engages: [parents]
    leads_to: [skills, trust]
outcomes:
  short_term:
    skills:
      label: Parents know what helps when a child is cross in the morning
      leads_to: [calm]
    trust:
      label: Trust
      leads_to: [calm]
  long_term:
    calm: {label: Calm}
indicators:
  knows: {label: Knows, measures: [skills, calm]}
  trusts: {label: Trusts, measures: [trust]}
"""

SHOWN = """\
<text>:15:18: TOC401 link-without-rationale (warning)
  The link `skills -> calm` ("Parents know what helps when a child is cross in
  the morning" to "Calm") does not say why.
  15 |       leads_to: [calm]
     |                  ^^^^
  To mend it: Add `because:` with the mechanism in one sentence.
  More: toc explain TOC401

<text>:18:18: TOC401 link-without-rationale (warning)
  The link `trust -> calm` ("Trust" to "Calm") does not say why.
  18 |       leads_to: [calm]
     |                  ^^^^

0 errors, 2 warnings, 0 info
"""


def at(place: Place | None, message: str = "Something.") -> Findings:
    return Findings([Finding("TOC401", "a-rule", "warning", message, "skills", place, "")])


def test_findings_are_shown_with_their_line_and_a_caret_and_mended_once() -> None:
    inspection = inspect_text(MODEL)
    assert findings_text(validate_inspection(inspection), inspection.texts.get) == SHOWN


def test_no_findings_are_said_in_one_line() -> None:
    assert findings_text(Findings(), lambda _: None) == "No findings.\n"


def test_a_finding_without_a_place_has_no_line() -> None:
    assert findings_text(at(None), lambda _: None) == (
        "TOC401 a-rule (warning)\n  Something.\n  More: toc explain TOC401\n\n0 errors, 1 warning, 0 info\n"
    )


def test_a_row_of_data_is_named_but_not_shown() -> None:
    assert findings_text(at(Place("scores.csv", 4, 1)), {"model.yaml": "toc: 1"}.get) == (
        "scores.csv:4:1: TOC401 a-rule (warning)\n  Something.\n  More: toc explain TOC401\n\n"
        "0 errors, 1 warning, 0 info\n"
    )


def test_a_caret_stands_under_its_word_after_wide_letters() -> None:
    shown = findings_text(at(Place("m.yaml", 1, 5, 4)), {"m.yaml": "日本: calm"}.get)
    assert shown.split("\n")[2:4] == ["  1 | 日本: calm", "    |       ^^^^"]


def test_a_long_line_is_cut_around_its_word_and_fits_eighty_columns() -> None:
    text = "x" * 200 + "calm" + "y" * 200
    line, carets = findings_text(at(Place("m.yaml", 1, 201, 4)), {"m.yaml": text}.get).split("\n")[2:4]
    assert len(line) == 80
    assert line[carets.index("^") : carets.rindex("^") + 1] == "calm"


def test_characters_that_steer_a_terminal_are_replaced() -> None:
    shown = findings_text(at(Place("m.yaml", 1, 1), "Box \x1b[31mred\u202e."), {"m.yaml": "a\x1b[2J"}.get)
    assert "Box \ufffd[31mred\ufffd." in shown
    assert "\x1b" not in shown


def test_a_second_place_is_shown_with_its_line_too() -> None:
    first, second = Place("m.yaml", 1, 1, 4), Place("m.yaml", 2, 3, 4)
    twice = Findings([Finding("TOC003", "a-rule", "error", "Twice.", "calm", second, "Keep one.", first)])
    assert findings_text(twice, {"m.yaml": "calm: 1\n  calm: 2"}.get) == (
        "m.yaml:2:3: TOC003 a-rule (error)\n  Twice.\n"
        "  2 |   calm: 2\n    |   ^^^^\n"
        "  See also m.yaml:1:1\n"
        "  1 | calm: 1\n    | ^^^^\n"
        "  To mend it: Keep one.\n  More: toc explain TOC003\n\n1 error, 0 warnings, 0 info\n"
    )


def test_colour_marks_the_rule_and_the_caret_and_changes_no_word() -> None:
    inspection = inspect_text(MODEL)
    shown = findings_text(validate_inspection(inspection), inspection.texts.get, colour=True)
    assert shown.startswith("<text>:15:18: \x1b[1;33mTOC401 link-without-rationale (warning)\x1b[0m\n")
    assert "|                  \x1b[1;33m^^^^\x1b[0m\n" in shown
    assert re.sub("\x1b\\[[0-9;]+m", "", shown) == SHOWN


def test_a_file_below_the_working_folder_is_named_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = Place(str(tmp_path / "models" / "advice.yaml"), 3, 1)
    shown = findings_text(at(place), lambda _: None)
    assert shown.startswith(f"{Path('models') / 'advice.yaml'}:3:1: TOC401")


def test_the_json_is_the_promised_one() -> None:
    inspection = inspect_text(MODEL)
    assert json.loads(findings_json(validate_inspection(inspection))) == {
        "version": 1,
        "findings": [
            {
                "code": "TOC401",
                "name": "link-without-rationale",
                "severity": "warning",
                "message": (
                    'The link `skills -> calm` ("Parents know what helps when a child is cross in the morning" to '
                    '"Calm") does not say why.'
                ),
                "subject": "skills -> calm",
                "file": "<text>",
                "line": 15,
                "column": 18,
                "hint": "Add `because:` with the mechanism in one sentence.",
                "other": None,
                "fix": None,
                "page": None,
            },
            {
                "code": "TOC401",
                "name": "link-without-rationale",
                "severity": "warning",
                "message": 'The link `trust -> calm` ("Trust" to "Calm") does not say why.',
                "subject": "trust -> calm",
                "file": "<text>",
                "line": 18,
                "column": 18,
                "hint": "Add `because:` with the mechanism in one sentence.",
                "other": None,
                "fix": None,
                "page": None,
            },
        ],
        "summary": {"error": 0, "warning": 2, "info": 0},
        "ignored": 0,
        "known": 0,
    }


def test_where_the_pages_are_published_every_finding_names_its_own() -> None:
    inspection = inspect_text(MODEL)
    findings = validate_inspection(inspection)
    shown = findings_text(findings, inspection.texts.get, pages="https://wiki.example.org/toc/{code}.html")
    more = "\n  More: https://wiki.example.org/toc/TOC401.html\n"
    assert (shown.count(more), "toc explain" in shown) == (2, False)
    assert Checked(("m.yaml",), at(None), {}, pages="https://wiki.example.org/rules").text() == (
        "TOC401 a-rule (warning)\n  Something.\n  More: https://wiki.example.org/rules/TOC401.md\n"
        "\n0 errors, 1 warning, 0 info\n"
    )


def test_in_json_files_are_named_from_the_folder_that_is_given(tmp_path: Path) -> None:
    first, second = (Place(str(tmp_path / "models" / "m.yaml"), line, 1) for line in (1, 2))
    twice = Findings([Finding("TOC003", "a-rule", "error", "Twice.", "calm", second, "Keep one.", first)])
    (told,) = json.loads(findings_json(twice, tmp_path))["findings"]
    assert (told["file"], told["other"]) == ("models/m.yaml", {"file": "models/m.yaml", "line": 1, "column": 1})
