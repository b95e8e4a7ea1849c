"""Where teams meet the checks: the hook before a commit, the action and the snippet, run as their hosts do."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
SNIPPET = yaml.safe_load((ROOT / "docs" / "gitlab-ci.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
SOUND = """\
toc: 1
id: garden
title: Garden
participants:
  neighbours:
    label: Neighbours
activities:
  digging:
    label: Digging days
    engages: [neighbours]
    leads_to: [skills]
outcomes:
  long_term:
    skills:
      label: Neighbours know how to grow food
indicators:
  knows:
    label: Knows when to sow
    measures: [skills]
    scale: five
scales:
  five:
    lowest: 1
    highest: 5
    better: higher
    points: {1: nothing, 2: a little, 3: some, 4: a lot, 5: all}
"""
BROKEN = SOUND.replace("leads_to: [skills]", "leads_to: [skils]")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "models" / "more").mkdir(parents=True)
    (tmp_path / "models" / "garden.yaml").write_text(SOUND)
    return tmp_path


def run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script as the hosts do, with the command of this Python first on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, "RUNNER_TEMP": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def act(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the checking step of the action with its inputs where GitHub would put them."""
    step = ACTION["runs"]["steps"][1]
    given = {name: str(about.get("default", "")) for name, about in ACTION["inputs"].items()} | inputs
    environment = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in step["env"].items()
    }
    return run(step["run"], folder, **environment)


@pytest.mark.parametrize(
    ("schema", "file"), [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "docs/gitlab-ci.yml")]
)
def test_the_file_is_what_its_host_reads(schema: str, file: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_action_passes_where_the_models_are_sound(folder: Path) -> None:
    done = act(folder, files="models/*.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "No findings.\n", "")


def test_the_action_points_at_the_lines_of_every_file_below(folder: Path) -> None:
    (folder / "models" / "more" / "broken.yaml").write_text(BROKEN)
    done = act(folder, files="models/**/*.yaml", **{"fail-on": "error"})
    assert (done.returncode, done.stderr) == (1, "")
    first, *_ = done.stdout.splitlines()
    assert first.startswith(
        "::error file=models/more/broken.yaml,line=11,col=16,endColumn=21,title=TOC101 dangling"
    )


def test_the_action_checks_all_models_of_a_folder(folder: Path) -> None:
    (folder / "models" / "more" / "broken.yaml").write_text(BROKEN)
    (folder / "models" / "other.yaml").write_text("about: something else\n")
    done = act(folder, files="models")
    assert done.returncode == 1
    assert (
        done.stderr == "toc: 2 models below models; 1 YAML file without `toc:` is left out (models/other.yaml).\n"
    )
    assert done.stdout.startswith("::error file=models/more/broken.yaml,line=11,")


def test_the_page_shows_what_the_action_takes_and_uploads_what_it_writes() -> None:
    page = (ROOT / "docs" / "teams.md").read_text(encoding="utf-8")
    workflows = [
        yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "jobs:" in text
    ]
    steps = [workflow["jobs"]["models"]["steps"] for workflow in workflows]
    ours = [step for step in (*steps[0], *steps[1]) if step["uses"].startswith("your-organisation/toc@")]
    assert [set(step["with"]) - set(ACTION["inputs"]) for step in ours] == [set(), set()]
    assert steps[1][-1]["with"]["sarif_file"] == ours[1]["with"]["sarif"]


def test_the_action_writes_sarif_beside_the_annotations(folder: Path) -> None:
    (folder / "models" / "broken.yaml").write_text(BROKEN)
    done = act(folder, files="models/broken.yaml", sarif="toc.sarif")
    assert (done.returncode, done.stderr) == (1, "")
    (log,) = json.loads((folder / "toc.sarif").read_text())["runs"]
    assert next(one["ruleId"] for one in log["results"]) == "TOC101"


def test_the_action_asks_the_rules_of_a_profile(folder: Path) -> None:
    done = act(folder, files="models/*.yaml", profile="strict", **{"fail-on": "info"})
    assert (done.returncode, done.stderr) == (1, "")
    assert "::notice file=models/garden.yaml" in done.stdout


def test_the_action_fails_where_no_file_is_called_so(folder: Path) -> None:
    done = act(folder, files="modles/*.yaml")
    assert (done.returncode, done.stdout) == (2, "::error title=toc::No file is called modles/*.yaml.\n")


def test_a_report_that_cannot_be_written_fails_the_action(folder: Path) -> None:
    (folder / "taken").touch()
    done = act(folder, files="models/*.yaml", sarif="taken/toc.sarif")
    assert (done.returncode, done.stdout) == (2, "")


def test_the_folder_of_a_report_is_made(folder: Path) -> None:
    done = act(folder, files="models/*.yaml", sarif="out/reports/toc.sarif")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((folder / "out" / "reports" / "toc.sarif").read_text())["runs"][0]["results"] == []


def test_the_summary_page_holds_all_findings_as_text(folder: Path) -> None:
    (folder / "models" / "broken.yaml").write_text(BROKEN)
    done = act_with_summary(folder)
    assert done.returncode == 1
    lines = (folder / "summary.md").read_text().splitlines()
    assert (lines[0], lines[1].partition(" ")[0], lines[-1]) == ("````", "models/broken.yaml:11:16:", "````")


def act_with_summary(folder: Path) -> subprocess.CompletedProcess[str]:
    step = ACTION["runs"]["steps"][1]
    empty = dict.fromkeys(step["env"], "")
    summary = {"TOC_FILES": "models/broken.yaml", "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    return run(step["run"], folder, **empty | summary)


def test_a_file_name_is_no_option(folder: Path) -> None:
    (folder / "--version").write_text(BROKEN)
    done = act(folder, files="--version")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=--version,line=11,")


def test_a_file_name_is_no_command(folder: Path) -> None:
    done = act(folder, files="models/*.yaml", data="$(touch stolen); `touch stolen`")
    assert done.returncode == 2
    assert not (folder / "stolen").exists()


def test_the_snippet_leaves_both_reports_and_fails_with_the_text(folder: Path) -> None:
    (folder / "models" / "more" / "broken.yaml").write_text(BROKEN)
    job: dict[str, Any] = SNIPPET["validate-models"]
    done = run("\n".join(job["script"]), folder, TOC_FILES=job["variables"]["TOC_FILES"])
    assert done.returncode == 1
    assert "models/more/broken.yaml:11:16: TOC101" in done.stdout
    reports = job["artifacts"]["reports"]
    told = json.loads((folder / reports["codequality"]).read_text())
    junit = JUnitXml.fromstring((folder / reports["junit"]).read_bytes())
    assert {one["location"]["path"] for one in told} == {"models/more/broken.yaml"}
    assert sum(suite.tests for suite in junit) == len(told) + 1


def test_the_hook_runs_on_models_and_on_nothing_else() -> None:
    (hook,) = HOOKS
    assert (hook["id"], hook["entry"], hook["language"]) == ("toc-validate", "toc validate", "python")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_a_report_that_cannot_be_written_fails_the_snippet(folder: Path) -> None:
    (folder / "toc-junit.xml").mkdir()
    job: dict[str, Any] = SNIPPET["validate-models"]
    done = run("\n".join(job["script"]), folder, TOC_FILES=job["variables"]["TOC_FILES"])
    assert (done.returncode, done.stdout) == (1, "")
    assert "toc-junit.xml" in done.stderr
