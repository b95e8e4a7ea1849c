"""What the machine formats promise, each judged by somebody else's reader of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from junitparser import JUnitXml

from toc.loading import inspect
from toc.places import Place
from toc.reports.check import Checked
from toc.reports.findings_github import findings_github
from toc.reports.findings_gitlab import findings_gitlab
from toc.reports.findings_json import findings_json
from toc.reports.findings_junit import findings_junit
from toc.reports.findings_sarif import findings_sarif
from toc.reports.machine_format import machine_format
from toc.validation import Finding, Findings, Ignored, fingerprints, validate_inspection

SCHEMA = Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json"
MODEL = """\
toc: 1
id: m
title: A model, 100% "new" & <old>
activities:
  talks:
    label: Talks
    leads_to: [calmm]
outcomes:
  long_term:
    calm: {label: 'Calm: at home, & <at> work'}
    peace: {label: 'Calm: at home, & <at> work', ignore: [{code: TOC301, reason: Nobody asks.}]}
"""


@pytest.fixture
def found(tmp_path: Path) -> Findings:
    """Errors and warnings, one of them about two places, and one that is ignored."""
    folder = tmp_path / "a folder, 100%"
    folder.mkdir()
    (folder / "mödel.yaml").write_text(MODEL, encoding="utf-8")
    findings = validate_inspection(inspect(folder / "mödel.yaml", root=tmp_path))
    assert {"error", "warning"} <= {one.severity for one in findings}
    assert len(findings.ignored) == 1
    assert any(one.other for one in findings)
    return findings


def finding(severity: str = "error", message: str = "Wrong.", place: Place | None = None) -> Finding:
    return Finding("TOC301", "a-rule", severity, message, "calm", place, "Mend it.")  # type: ignore[arg-type]


ODD = Findings(
    [
        finding(),
        finding("info", "100%: a, b\nc\x00\x1b[31m", Place("/elsewhere/x,y:z.yaml", 3, 2, 4)),
        finding("warning", ""),
    ],
    [Ignored(finding("warning", "Left."), "A reason.", None)],
)


def is_valid_sarif(text: str, folder: Path) -> tuple[int, str]:
    (folder / "log.sarif").write_text(text, encoding="utf-8")
    # The schema's regular expression for languages is sound in JavaScript without its Unicode mode only.
    checker = [sys.executable, "-m", "check_jsonschema", "--regex-variant", "nonunicode"]
    command = [*checker, "--schemafile", str(SCHEMA), str(folder / "log.sarif")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode, "" if run.returncode == 0 else run.stdout + run.stderr


def test_sarif_is_what_its_schema_says(found: Findings, tmp_path: Path) -> None:
    for findings in (found, ODD, Findings()):
        assert is_valid_sarif(findings_sarif(findings, tmp_path), tmp_path) == (0, "")


def test_what_is_no_sarif_is_refused_by_the_schema(tmp_path: Path) -> None:
    log = json.loads(findings_sarif(ODD, tmp_path))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert is_valid_sarif(json.dumps(log), tmp_path)[0] == 1


def test_sarif_says_where_what_and_what_else(found: Findings, tmp_path: Path) -> None:
    (run,) = json.loads(findings_sarif(found, tmp_path))["runs"]
    twice = next(one for one in found if one.other)
    (result,) = (one for one in run["results"] if one["ruleId"] == twice.code)
    place = result["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "a%20folder%2C%20100%25/m%C3%B6del.yaml"},
        "region": {"startLine": 11, "startColumn": 5, "endLine": 11, "endColumn": 10},
    }
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 10
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == twice.code


def test_what_a_model_ignores_is_no_result_since_github_would_open_an_alert_for_it(
    found: Findings, tmp_path: Path
) -> None:
    (run,) = json.loads(findings_sarif(found, tmp_path))["runs"]
    assert (len(run["results"]), len(found.ignored)) == (len(found), 1)


def test_a_label_is_no_link_and_no_placeholder_in_sarif(tmp_path: Path) -> None:
    label = "[click](https://example.org) {0} {a}"
    (run,) = json.loads(findings_sarif(Findings([finding(message=label)]), tmp_path))["runs"]
    assert run["results"][0]["message"]["text"] == "[click] (https://example.org) {{0}} {a} Mend it."


@pytest.mark.parametrize("sign", ["\x9b", "\u202e", "\x7f", "\u2066"])
def test_signs_that_steer_a_terminal_or_turn_letters_round_are_in_no_format(sign: str, tmp_path: Path) -> None:
    odd = Findings([finding(message=f"a{sign}b \u0995\u09cd\u200d\u09af")])
    texts = (findings_github(odd, tmp_path, ""), findings_junit(odd, [], tmp_path, "error"))
    machine = (findings_sarif(odd, tmp_path), findings_gitlab(odd, tmp_path), findings_json(odd))
    assert [text for text in (*texts, *machine) if sign in text] == []
    assert all("a\ufffdb \u0995\u09cd\u200d\u09af" in text for text in texts)
    assert json.loads(machine[2])["findings"][0]["message"] == f"a{sign}b \u0995\u09cd\u200d\u09af"


def test_of_findings_that_share_everything_each_is_a_test_of_its_own(tmp_path: Path) -> None:
    rows = Findings([finding(place=Place("rows.csv", row, 1)) for row in (2, 3, 4)])
    (suite,) = JUnitXml.fromstring(findings_junit(rows, [], tmp_path, "error").encode())
    assert [test.name for test in suite] == [
        "TOC301 a-rule calm",
        "TOC301 a-rule calm (2)",
        "TOC301 a-rule calm (3)",
    ]


def test_annotations_begin_with_the_most_serious(tmp_path: Path) -> None:
    lines = findings_github(
        Findings([finding("info", "I"), finding("warning", "W"), finding("error", "Z")]), tmp_path, ""
    )
    assert [line.partition(" ")[0] for line in lines.splitlines()] == ["::error", "::warning", "::notice", ""]


def test_every_machine_format_names_the_page_of_a_rule_where_it_has_a_place_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    checked = Checked(("m.yaml",), ODD, {}, pages="https://wiki.example.org/rules/")
    page = "https://wiki.example.org/rules/TOC301.md"
    told = {kind: machine_format(checked, kind) for kind in ("sarif", "github", "junit", "gitlab", "json")}
    (run,) = json.loads(told["sarif"])["runs"]
    assert [rule["helpUri"] for rule in run["tool"]["driver"]["rules"]] == [page]
    assert is_valid_sarif(told["sarif"], tmp_path) == (0, "")
    assert {line.endswith(f"%0A{page}") for line in told["github"].splitlines()[:-1]} == {True}
    assert told["junit"].count(f"\n{page}<") == len(ODD)
    assert {one["description"].rpartition(" ")[2] for one in json.loads(told["gitlab"])} == {page}
    assert {one["page"] for one in json.loads(told["json"])["findings"]} == {page}


def test_without_pages_no_machine_format_makes_one_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    checked = Checked(("m.yaml",), ODD, {})
    told = {kind: machine_format(checked, kind) for kind in ("sarif", "github", "junit", "gitlab", "json")}
    assert "helpUri" not in told["sarif"]
    assert [one for one in told.values() if "TOC301.md" in one or "explain" in one] == []
    assert {one["page"] for one in json.loads(told["json"])["findings"]} == {None}


def test_every_format_names_files_from_the_top_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "models").mkdir()
    monkeypatch.chdir(tmp_path / "models")
    checked = Checked(("m.yaml",), Findings([finding(place=Place("m.yaml", 1, 1))]), {})
    told = {kind: machine_format(checked, kind) for kind in ("sarif", "github", "junit", "gitlab", "json")}
    assert [kind for kind, text in told.items() if text.count("models/m.yaml") == 0] == []
    assert [kind for kind, text in told.items() if text.count("m.yaml") != text.count("models/m.yaml")] == []


def test_two_files_of_one_name_outside_the_working_folder_stay_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    files = tuple(str(tmp_path / name / "m.yaml") for name in ("a", "b"))
    checked = Checked(files, Findings([finding(place=Place(file, 1, 1)) for file in files]), {})
    told = json.loads(machine_format(checked, "gitlab"))
    assert [one["location"]["path"] for one in told] == ["a/m.yaml", "b/m.yaml"]


def test_junit_is_read_back_with_a_test_for_each_finding(found: Findings, tmp_path: Path) -> None:
    files = [str(tmp_path / "a folder, 100%" / "mödel.yaml"), str(tmp_path / "sound.yaml")]
    suites = JUnitXml.fromstring(findings_junit(found, files, tmp_path, "warning").encode())
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        ("a folder, 100%/mödel.yaml", len(found), len(found)),
        ("sound.yaml", 1, 0),
    ]
    assert (suites.tests, suites.failures) == (len(found) + 1, len(found))


def test_a_finding_that_does_not_fail_the_run_is_a_test_that_passed(tmp_path: Path) -> None:
    (suite, other) = JUnitXml.fromstring(findings_junit(ODD, [], tmp_path, "error").encode())
    assert [(test.name, [type(one).__name__ for one in test.result]) for test in (*suite, *other)] == [
        ("TOC301 a-rule calm", []),
        ("TOC301 a-rule calm (2)", ["Failure"]),
        ("TOC301 a-rule calm", []),
    ]


def test_every_annotation_is_one_line_with_its_place(found: Findings, tmp_path: Path) -> None:
    lines = findings_github(found, tmp_path, "The summary").splitlines()
    assert len(lines) == len(found) + 1
    assert lines[-1] == "The summary"
    twice = next(line for line in lines if "See also" in line)
    assert twice.startswith(
        "::warning file=a folder%2C 100%25/mödel.yaml,line=11,col=5,endColumn=10,title=TOC118 duplicate-label::"
    )
    assert "%0ASee also a folder, 100%25/mödel.yaml:10.%0A" in twice


def test_an_annotation_without_a_place_has_its_title_only(tmp_path: Path) -> None:
    assert findings_github(Findings([finding()]), tmp_path, "1 error") == (
        "::error title=TOC301 a-rule::Wrong.%0AMend it.\n1 error\n"
    )


def test_gitlab_gets_a_file_a_line_and_a_fingerprint_of_each(found: Findings, tmp_path: Path) -> None:
    reported = json.loads(findings_gitlab(found, tmp_path))
    assert [set(one) for one in reported] == len(found) * [
        {"description", "check_name", "fingerprint", "severity", "location"}
    ]
    assert [one["fingerprint"] for one in reported] == list(fingerprints(found, tmp_path))
    assert len({one["fingerprint"] for one in reported}) == len(found)
    assert {one["location"]["path"] for one in reported} == {"a folder, 100%/mödel.yaml"}
    assert [one["location"]["lines"]["begin"] for one in reported] == [
        one.place.line for one in found if one.place
    ]


def test_gitlab_gets_a_line_of_what_has_no_place(tmp_path: Path) -> None:
    (reported,) = json.loads(findings_gitlab(Findings([finding()]), tmp_path))
    assert reported["location"] == {"path": ".", "lines": {"begin": 1}}
