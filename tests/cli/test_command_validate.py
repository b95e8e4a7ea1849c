from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

FORMATS = ("json", "sarif", "github", "junit", "gitlab")
FINDING = {
    "code",
    "name",
    "severity",
    "message",
    "subject",
    "file",
    "line",
    "column",
    "hint",
    "other",
    "fix",
    "page",
}


@pytest.fixture
def warned(folder):
    """The model with one warning and no error: an outcome that no indicator measures."""
    path = folder / "warned.yaml"
    text = (folder / "garden.yaml").read_text()
    path.write_text(text.replace("    measures: [health]\n", "    measures: [skills]\n"))
    return path.name


def test_a_sound_model_has_no_findings_and_exit_code_0(toc):
    run = toc("validate", "garden.yaml")
    assert (run.code, run.out, run.err) == (0, "No findings.\n", "")


def test_csof_has_no_error_and_exit_code_0(toc, csof):
    run = toc("validate", csof)
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines()[-1].startswith("0 errors, ")


@pytest.mark.parametrize("site", ["bristol", "isle_of_wight", "wales"])
def test_a_site_of_csof_has_no_error(toc, csof, site):
    run = toc("validate", csof.parent / "sites" / f"{site}.yaml")
    assert (run.code, run.err) == (0, "")


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_a_warning_fails_from_warning_on(toc, warned, severity, code):
    run = toc("validate", warned, "--fail-on", severity)
    assert (run.code, run.err) == (code, "")
    assert run.out.splitlines()[-1] == "0 errors, 1 warning, 0 info"


def test_a_warning_does_not_fail_unless_asked(toc, warned):
    assert toc("validate", warned).code == 0


def test_text_is_at_most_80_columns_wide(toc, folder, csof):
    (folder / "csof.yaml").write_bytes(csof.read_bytes())
    lines = toc("validate", "csof.yaml", COLUMNS="200").out.splitlines()
    assert len(lines) > 20
    assert max(map(len, lines)) <= 80


def test_json_has_exactly_the_documented_keys_and_nothing_else_is_said(toc, warned):
    run = toc("validate", warned, "--format", "json")
    said = json.loads(run.out)
    assert (run.code, run.err) == (0, "")
    assert set(said) == {"version", "findings", "summary", "ignored", "known"}
    assert said["version"] == 1
    assert said["summary"] == {"error": 0, "warning": 1, "info": 0}
    assert [set(finding) for finding in said["findings"]] == [FINDING]
    finding = said["findings"][0]
    assert (finding["code"], finding["subject"], finding["file"]) == ("TOC301", "health", "warned.yaml")
    assert (finding["line"], finding["column"]) == (33, 5)


def test_json_of_a_sound_model_is_json_too(toc):
    run = toc("validate", "garden.yaml", "--format", "json")
    summary = {"error": 0, "warning": 0, "info": 0}
    assert json.loads(run.out) == {"version": 1, "findings": [], "summary": summary, "ignored": 0, "known": 0}


def test_json_of_a_broken_model_is_json_with_exit_code_1(toc, folder):
    (folder / "broken.yaml").write_text("toc: 1\nid: [\n")
    run = toc("validate", "broken.yaml", "--format", "json")
    said = json.loads(run.out)
    assert (run.code, run.err) == (1, "")
    assert [finding["code"] for finding in said["findings"]] == ["TOC001"]


def test_where_faults_keep_the_rules_from_being_asked_that_is_said_under_the_count(toc, folder):
    (folder / "broken.yaml").write_text("toc: 1\nid: a\n")
    said = "The rules on the theory itself are asked once these are mended."
    assert toc("validate", "broken.yaml").out.splitlines()[-2:] == ["1 error, 0 warnings, 0 info", said]
    assert said not in toc("validate", "garden.yaml").out


def test_several_files_have_one_summary(toc, folder, warned):
    (folder / "broken.yaml").write_text("")
    run = toc("validate", "garden.yaml", warned, "broken.yaml")
    assert (run.code, run.err) == (1, "")
    assert [line for line in run.out.splitlines() if line.startswith(("0 error", "1 error"))] == [
        "1 error, 1 warning, 0 info"
    ]
    assert "warned.yaml:33:5: TOC301" in run.out
    assert "broken.yaml:1:1: TOC020" in run.out


def test_several_files_make_one_json_document(toc, warned):
    said = json.loads(toc("validate", "garden.yaml", warned, warned, "--format", "json").out)
    assert said["summary"] == {"error": 0, "warning": 1, "info": 0}


def test_one_missing_file_among_several_is_a_wrong_call(toc):
    run = toc("validate", "garden.yaml", "missing.yaml")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert run.err.startswith("toc: missing.yaml does not exist.")


def test_with_dangling_links_the_other_rules_still_run(toc, folder, warned):
    text = (folder / warned).read_text().replace("      skills:\n        because", "      skils:\n        because")
    (folder / warned).write_text(text)
    said = json.loads(toc("validate", warned, "--format", "json").out)
    codes = {finding["code"] for finding in said["findings"]}
    assert {"TOC101", "TOC301"} <= codes
    assert [finding["hint"] for finding in said["findings"] if finding["code"] == "TOC101"] == [
        "Did you mean `skills`?"
    ]


def test_sound_data_add_no_error(toc):
    run = toc("validate", "garden.yaml", "--data", "counts.csv")
    assert (run.code, run.out, run.err) == (0, "No findings.\n", "")


def test_a_base_outside_the_root_is_an_error_with_the_way_out(toc, folder):
    (folder / "sites").mkdir()
    (folder / "toc.toml").write_text("")
    site = "toc: 1\nextends: ../garden.yaml\nsite:\n  id: north\n  name: North\n"
    (folder / "sites" / "north.yaml").write_text(site)
    assert toc("validate", "sites/north.yaml").code == 0
    run = toc("validate", "sites/north.yaml", "--root", "sites", "--format", "json")
    (finding,) = json.loads(run.out)["findings"]
    assert run.code == 1
    assert (finding["line"], finding["column"]) == (2, 10)
    assert "--root" in finding["hint"]


def test_root_lets_a_base_be_further_up(toc, folder):
    (folder / "sites").mkdir()
    (folder / "sites" / "toc.toml").write_text("")
    site = "toc: 1\nextends: ../garden.yaml\nsite:\n  id: north\n  name: North\n"
    (folder / "sites" / "north.yaml").write_text(site)
    assert toc("validate", "sites/north.yaml").code == 1
    assert toc("validate", "sites/north.yaml", "--root", ".").code == 0


def count_in(kind: str, out: str) -> int:
    """How many findings a machine format holds."""
    if kind == "sarif":
        return len(json.loads(out)["runs"][0]["results"])
    if kind == "github":
        return sum(line.startswith("::") for line in out.splitlines())
    if kind == "junit":
        return int(ElementTree.fromstring(out).attrib["tests"])  # noqa: S314  # our own output
    return len(json.loads(out)) if kind == "gitlab" else len(json.loads(out)["findings"])


def test_every_format_holds_the_same_findings_and_leaves_with_the_same_code(toc, csof):
    runs = {kind: toc("validate", csof, "--format", kind, "--fail-on", "warning") for kind in FORMATS}
    shown = toc("validate", csof, "--fail-on", "warning").out.splitlines()[-1]
    total = sum(int(number) for number in re.findall(r"\d+", shown))
    told = {kind: (run.code, run.err, count_in(kind, run.out)) for kind, run in runs.items()}
    assert told == dict.fromkeys(FORMATS, (1, "", total))


@pytest.mark.parametrize(
    "option",
    [
        ("--format", "json"),
        ("--write-baseline", "--baseline", "known.json"),
        ("--fix",),
        ("--unsafe-fixes",),
        ("--diff",),
    ],
)
def test_watching_is_for_people(toc, option):
    run = toc("validate", "garden.yaml", "--watch", *option)
    assert (run.code, run.out) == (2, "")
    refusal = "toc: `--watch` is for people: it shows text, writes no baseline and mends nothing."
    assert run.complaints[0].startswith(refusal)


def test_watching_checks_again_when_a_file_is_saved_until_it_is_interrupted(folder):
    command = [sys.executable, "-m", "toc", "validate", "garden.yaml", "--watch"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            check_watching(process, folder)
        finally:
            process.kill()


def looked_at(process):
    """Read to the end of what is shown of one look; give the lines before the last, which says when it was."""
    lines = []
    while not (line := process.stdout.readline()).startswith("Looked at "):
        assert line
        lines.append(line)
    hour = re.fullmatch(r"Looked at (\d\d:\d\d):\d\d\. Watching garden\.yaml\. Ctrl\+C stops\.\n", line)[1]
    now = datetime.now(tz=UTC).astimezone()
    assert hour in {f"{now - timedelta(minutes=ago):%H:%M}" for ago in (0, 1)}
    return lines


def check_watching(process, folder):
    """Save a mistake, take the file away, put it back as it was, and end it as a person does."""
    opening = "Watching garden.yaml: looking for the first time. Ctrl+C stops.\n"
    assert process.stdout.readline() == opening
    assert looked_at(process) == ["No findings.\n", "\n"]
    text = (folder / "garden.yaml").read_text()
    (folder / "garden.yaml").write_text(text.replace("        health:\n", "        helth:\n"))
    first, *_ = looked_at(process)
    assert first.startswith("garden.yaml:")
    (folder / "garden.yaml").unlink()
    assert looked_at(process)[0].startswith("garden.yaml does not exist.")
    (folder / "garden.yaml").write_text(text)
    assert looked_at(process) == ["No findings.\n", "\n"]
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=20) == ("", "")
    assert process.returncode == 0


def test_an_output_that_cannot_be_written_is_a_wrong_call_and_no_finding(folder):
    command = [sys.executable, "-m", "toc", "validate", "garden.yaml"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        "toc: What was found cannot be written: no space left on device. Nothing of it counts.\n",
    )
