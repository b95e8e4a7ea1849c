"""Rules chosen on the command line and in a configuration, and findings that are known."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest

# What the model is weak in; `draft` asks none of these. Rules that come later may find more.
ALL = ["TOC301", "TOC302", "TOC401"]
ONLY = 'select = ["TOC301", "TOC302", "TOC401"]\n'
CHANGES = (
    ("    measures: [health]\n", ""),
    ("        because: They eat more of what they grow.", "        basis: inferred"),
)


@pytest.fixture
def weak(folder):
    """A model with three warnings, in a project of its own."""
    text = (folder / "garden.yaml").read_text()
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new)
    (folder / "weak.yaml").write_text(text)
    (folder / "toc.toml").write_text("")
    return "weak.yaml"


@pytest.fixture
def codes(toc, weak):
    """Validate the weak model and give the codes of what is told."""

    def run(*arguments):
        done = toc("validate", weak, "--format", "json", *arguments)
        assert (done.code, done.err) == (0, "")
        return sorted({finding["code"] for finding in json.loads(done.out)["findings"]} & set(ALL))

    return run


@pytest.fixture
def settled(folder, weak):
    """The weak model in a project that asks only three rules."""
    (folder / "toc.toml").write_text(ONLY)
    return weak


def test_the_weak_model_has_three_warnings(codes):
    assert codes() == ALL


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["--profile", "draft", "--also", "TOC301"], ["TOC301"]),
        (["--select", "toc301,link-without-rationale"], ["TOC301", "TOC401"]),
        (["--select", "TOC301", "--select", "TOC302, TOC4", "--ignore", "TOC302"], ["TOC301", "TOC401"]),
    ],
)
def test_rules_are_chosen_on_the_command_line(codes, arguments, left):
    assert codes(*arguments) == left


def test_a_severity_is_set_on_the_command_line(toc, settled):
    run = toc("validate", settled, "--severity", "TOC301=error,TOC401=info", "--severity", "TOC302=info")
    assert (run.code, run.err) == (1, "")
    assert run.out.splitlines()[-1] == "1 error, 0 warnings, 2 info"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "TOC399"], 'There is no rule "TOC399". TOC399 is not used; TOC301 to TOC3'),
        (["--ignore", "TOC101"], "TOC101 dangling-reference cannot be left out."),
        (["--severity", "TOC301=warn"], 'There is no severity "warn". Did you mean `warning`?'),
        (["--severity", "TOC301"], '"TOC301" is not like TOC301=info.'),
        (["--select", ","], "it names no rule"),
        (["--config", "missing.toml"], "missing.toml does not exist."),
        (["--config", "a.toml", "--no-config"], "Give one of them."),
        (["--baseline", "missing.json"], "The baseline missing.json does not exist."),
        (["--write-baseline"], "There is no file for the baseline."),
        (["--write-baseline", "--baseline", "missing/b.json"], "there is no folder missing."),
    ],
)
def test_what_means_nothing_is_a_wrong_call_in_one_line(toc, weak, folder, arguments, said):
    before = sorted(folder.iterdir())
    run = toc("validate", weak, *arguments)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert said in run.err
    assert sorted(folder.iterdir()) == before


CONFIGURATION = """\
profile = "draft"
also = ["TOC301", "TOC401"]
ignore = ["TOC4"]
fail-on = "warning"

[severity]
TOC301 = "warning"
"""


def test_a_configuration_settles_profile_rules_severities_and_when_to_fail(toc, folder, weak):
    (folder / "toc.toml").write_text(CONFIGURATION)
    run = toc("validate", weak)
    assert (run.code, run.err) == (1, "")
    assert run.out.splitlines()[-1] == "0 errors, 1 warning, 0 info"
    assert "TOC301" in run.out


def test_the_command_line_goes_on_top_of_the_configuration(toc, folder, weak):
    (folder / "toc.toml").write_text(CONFIGURATION)

    def summary(*arguments):
        run = toc("validate", weak, *arguments)
        return run.code, run.out.splitlines()[-1]

    assert summary() == (1, "0 errors, 1 warning, 0 info")
    assert summary("--fail-on", "error") == (0, "0 errors, 1 warning, 0 info")
    assert summary("--severity", "TOC301=info") == (0, "0 errors, 0 warnings, 1 info")
    assert summary("--also", "TOC302") == (1, "0 errors, 2 warnings, 0 info")
    assert summary("--select", "TOC401") == (1, "0 errors, 1 warning, 0 info")
    assert summary("--ignore", "TOC301") == (0, "No findings.")


def test_what_the_file_leaves_out_stays_left_out_under_another_profile(codes, folder):
    (folder / "toc.toml").write_text('profile = "draft"\nignore = ["TOC4"]\n')
    assert codes("--profile", "site") == ["TOC301", "TOC302"]


def test_a_profile_on_the_command_line_takes_the_place_of_the_select_of_the_file(codes, folder):
    (folder / "toc.toml").write_text('select = ["TOC301"]\n')
    assert codes() == ["TOC301"]
    assert codes("--profile", "site") == ALL


def test_an_own_profile_is_asked_by_its_name(codes, folder):
    (folder / "toc.toml").write_text('[profiles.funder]\nextends = "draft"\nalso = ["TOC302"]\n')
    assert codes("--profile", "funder") == ["TOC302"]
    assert codes() == ALL


def test_settings_may_stand_in_pyproject_toml(codes, folder):
    (folder / "toc.toml").unlink()
    (folder / "pyproject.toml").write_text('[project]\nname = "x"\n\n[tool.toc]\nprofile = "draft"\n')
    assert codes() == []
    assert codes("--no-config") == ALL


def test_toc_toml_goes_before_pyproject_toml(codes, folder):
    (folder / "pyproject.toml").write_text('[tool.toc]\nprofile = "draft"\n')
    assert codes() == ALL
    assert codes("--config", "pyproject.toml") == []


def test_the_nearest_configuration_above_the_first_model_counts(toc, folder, weak):
    (folder / "toc.toml").write_text('profile = "draft"\n')
    (folder / "inner").mkdir()
    (folder / "inner" / "toc.toml").write_text(ONLY)
    (folder / "inner" / weak).write_text((folder / weak).read_text())
    assert toc("validate", weak, f"inner/{weak}").out == "No findings.\n"
    assert toc("validate", f"inner/{weak}").out.splitlines()[-1] == "0 errors, 3 warnings, 0 info"


def test_settings_may_be_named_or_left_alone(codes, folder):
    (folder / "toc.toml").write_text('profile = "draft"\n')
    (folder / "other.toml").write_text('select = ["TOC302"]\n')
    assert codes() == []
    assert codes("--config", "other.toml") == ["TOC302"]
    assert codes("--no-config") == ALL


BROKEN = {
    "key": ('profiel = "site"\n', "toc.toml:1:1: There is no key `profiel` here. Did you mean `profile`?"),
    "rule": ('also = [\n  "TOC301",\n  "TOC389",\n]\n', 'toc.toml:3:3: There is no rule "TOC389". TOC389 is'),
    "baseline": ('baseline = "known.json"\n', "toc.toml:1:1: The baseline known.json does not exist. Write"),
    "folder": ('profile = "site"\nbaseline = "."\n', "toc.toml:2:1: . is a folder, not a file."),
}


@pytest.mark.parametrize("fault", sorted(BROKEN))
def test_a_broken_configuration_is_a_wrong_call_with_its_place(toc, folder, weak, fault):
    text, said = BROKEN[fault]
    (folder / "toc.toml").write_text(text)
    run = toc("validate", weak)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert run.err.startswith(f"toc: {said}")


def test_a_broken_pyproject_with_our_table_is_told_and_one_without_is_not_ours(toc, folder, weak):
    (folder / "toc.toml").unlink()
    (folder / "pyproject.toml").write_text("[tool.other]\nx = \n")
    assert toc("validate", weak).code == 0
    (folder / "pyproject.toml").write_text("[tool.toc]\nprofile = \n")
    run = toc("validate", weak)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert run.err.startswith("toc: pyproject.toml:2:11: This is not TOML: ")


def test_a_baseline_makes_what_is_found_now_known(toc, folder, settled):
    run = toc("validate", settled, "--baseline", "known.json", "--write-baseline", "--fail-on", "warning")
    assert (run.code, run.out) == (0, "No findings; 3 known.\n")
    assert run.err == "toc: Wrote known.json: 3 known findings.\n"
    held = json.loads((folder / "known.json").read_text())
    assert [(one["file"], one["code"], one["subject"]) for one in held["findings"]] == [
        (settled, "TOC301", "health"),
        (settled, "TOC302", "feels_well"),
        (settled, "TOC401", "skills -> health"),
    ]
    again = toc("validate", settled, "--baseline", "known.json", "--fail-on", "warning")
    assert (again.code, again.out, again.err) == (0, "No findings; 3 known.\n", "")


def test_only_what_is_new_is_told_wherever_the_old_has_moved(toc, folder, settled):
    toc("validate", settled, "--baseline", "known.json", "--write-baseline")
    text = "# A note.\n\n" + (folder / settled).read_text()
    (folder / settled).write_text(text.replace("    measures: [skills]\n", ""))
    run = toc("validate", settled, "--baseline", "known.json", "--format", "json")
    said = json.loads(run.out)
    assert [(one["code"], one["subject"]) for one in said["findings"]] == [
        ("TOC301", "skills"),
        ("TOC302", "growing_skills"),
    ]
    assert (said["summary"], said["known"]) == ({"error": 0, "warning": 2, "info": 0}, 3)


def test_the_configuration_names_the_baseline_from_its_own_folder(toc, folder, settled):
    (folder / "toc.toml").write_text(f'{ONLY}baseline = "known.json"\n')
    (folder / "inner").mkdir()
    (folder / "inner" / settled).write_text((folder / settled).read_text())
    assert toc("validate", f"inner/{settled}", "--write-baseline").code == 0
    assert toc("validate", f"inner/{settled}").out == "No findings; 3 known.\n"
    assert toc("validate", f"inner/{settled}", "--root", "inner").out == "No findings; 3 known.\n"
    assert (folder / "known.json").is_file()


def test_what_is_gone_is_told_and_fails_nothing_until_it_is_written_again(toc, folder, settled):
    toc("validate", settled, "--baseline", "known.json", "--write-baseline")
    text = (folder / settled).read_text()
    (folder / settled).write_text(text.replace("        basis: inferred", "        because: They eat better."))
    run = toc("validate", settled, "--baseline", "known.json")
    assert (run.code, run.out) == (0, "No findings; 2 known.\n")
    assert run.err == (
        "toc: 1 known finding is gone (TOC401 skills -> health in weak.yaml): "
        "take it out of known.json with --write-baseline, which also takes in what is new.\n"
    )
    toc("validate", settled, "--baseline", "known.json", "--write-baseline")
    assert len(json.loads((folder / "known.json").read_text())["findings"]) == 2
    assert toc("validate", settled, "--baseline", "known.json").err == ""


def test_what_is_new_is_named_when_a_baseline_is_written_again(toc, folder, settled):
    toc("validate", settled, "--baseline", "known.json", "--write-baseline")
    text = (folder / settled).read_text()
    (folder / settled).write_text(
        text.replace("    label: Better health", "    label: Neighbours know how to grow food")
    )
    run = toc("validate", settled, "--baseline", "known.json", "--write-baseline", "--also", "TOC118")
    assert run.err == "toc: Wrote known.json: 4 known findings, 1 of them new (TOC118 health in weak.yaml).\n"


def test_what_a_run_does_not_look_at_is_not_gone_and_stays_written(toc, folder, settled):
    (folder / "other.yaml").write_text((folder / settled).read_text())
    toc("validate", settled, "other.yaml", "--baseline", "known.json", "--write-baseline")
    before = (folder / "known.json").read_bytes()
    for arguments in (["other.yaml"], [settled, "other.yaml", "--profile", "draft"]):
        assert toc("validate", *arguments, "--baseline", "known.json").err == ""
        toc("validate", *arguments, "--baseline", "known.json", "--write-baseline")
        assert (folder / "known.json").read_bytes() == before


def test_what_is_known_of_a_file_that_is_no_longer_there_is_gone(toc, folder, settled):
    (folder / "other.yaml").write_text((folder / settled).read_text())
    toc("validate", settled, "other.yaml", "--baseline", "known.json", "--write-baseline")
    (folder / "other.yaml").unlink()
    run = toc("validate", settled, "--baseline", "known.json")
    assert run.err.startswith("toc: 3 known findings are gone (TOC301 health in other.yaml, ")


def test_an_error_that_cannot_be_left_out_cannot_be_known(toc, folder, settled):
    text = (folder / settled).read_text()
    (folder / settled).write_text(text.replace("measures: [skills]", "measures: [skils]"))
    run = toc("validate", settled, "--baseline", "known.json", "--write-baseline")
    assert run.code == 1
    assert "TOC101" in run.out
    assert "TOC101" not in (folder / "known.json").read_text()


def test_a_forged_entry_hides_no_error(toc, folder, settled):
    (folder / settled).write_text((folder / settled).read_text().replace("[skills]", "[skils]"))
    mark = sha256(f"TOC101\0{settled}\0growing_skills\x001".encode()).hexdigest()
    entry = {"file": settled, "code": "TOC101", "subject": "growing_skills", "fingerprint": mark}
    (folder / "known.json").write_text(json.dumps({"toc_baseline": 1, "findings": [entry]}))
    run = toc("validate", settled, "--baseline", "known.json", "--select", "TOC101")
    assert (run.code, run.out.splitlines()[-1]) == (1, "1 error, 0 warnings, 0 info")
