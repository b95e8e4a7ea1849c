"""What every verb does with a file that it cannot use: one line for each fault, and nothing written."""

from __future__ import annotations

import json

import pytest

BAD_MODELS = {
    "not YAML": ("toc: 1\nid: [\n", ["TOC001"]),
    "an empty file": ("", ["TOC020"]),
    "a list": ("- a\n- b\n", ["TOC019"]),
    "a single value": ("just words\n", ["TOC019"]),
    "an unknown format version": ("GARDEN:toc: 1=toc: 9", ["TOC017"]),
    "an unknown key": ("GARDEN:because: People=becuase: People", ["TOC009"]),
    "a dangling link": ("GARDEN:        health:\n=        heath:\n", ["TOC101"]),
}
VERBS = {
    "score": ("counts.csv",),
    "draw": ("-o", "figure.svg"),
}


def _text(written: str, garden: str) -> str:
    if not written.startswith("GARDEN:"):
        return written
    old, new = written.removeprefix("GARDEN:").split("=", 1)
    assert garden.count(old) == 1
    return garden.replace(old, new)


@pytest.fixture(params=sorted(BAD_MODELS))
def codes(request, folder):
    """The codes that the errors of bad.yaml must have."""
    text, expected = BAD_MODELS[request.param]
    (folder / "bad.yaml").write_text(_text(text, (folder / "garden.yaml").read_text()))
    return expected


def _errors(run):
    return [finding for finding in json.loads(run.out)["findings"] if finding["severity"] == "error"]


def test_a_bad_model_is_found_at_its_place_and_leaves_with_1(toc, codes):
    run = toc("validate", "bad.yaml", "--format", "json")
    assert (run.code, run.err) == (1, "")
    assert sorted(finding["code"] for finding in _errors(run)) == codes
    assert all(one["file"] == "bad.yaml" and one["line"] >= 1 and one["hint"] for one in _errors(run))


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_other_verb_refuses_a_bad_model_with_a_line_for_each_fault(toc, folder, codes, verb):
    found = _errors(toc("validate", "bad.yaml", "--format", "json"))
    before = sorted(folder.rglob("*"))
    run = toc(verb, "bad.yaml", *VERBS[verb])
    assert (run.code, run.out, len(run.complaints)) == (2, "", len(codes))
    assert sorted(line.removeprefix("toc: ").split(": ")[0] for line in run.complaints) == sorted(
        f"bad.yaml:{one['line']}:{one['column']}" for one in found
    )
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(("verb", "rest"), [("validate", ()), *sorted(VERBS.items())])
def test_a_missing_model_is_refused_in_one_line_that_names_what_is_there(toc, folder, verb, rest):
    before = sorted(folder.rglob("*"))
    run = toc(verb, "gardn.yaml", *rest)
    assert (run.code, run.out) == (2, "")
    assert run.complaints == ["toc: gardn.yaml does not exist. In that folder there is: garden.yaml."]
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(("verb", "rest"), sorted(VERBS.items()))
def test_a_folder_in_place_of_a_model_is_refused_in_one_line(toc, verb, rest):
    run = toc(verb, ".", *rest)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert "is a folder" in run.err


DATA_VERBS = {
    "validate": ("validate", "garden.yaml", "--data"),
    "score": ("score", "garden.yaml"),
    "draw": ("draw", "garden.yaml", "-o", "figure.dot", "--scores"),
}
BAD_DATA = {
    "unknown columns": (b"colour,size\nred,3\n", "The columns of data.csv are not recognised."),
    "an empty file": (b"", "data.csv is empty."),
    "a spreadsheet": (b"PK\x03\x04\0\0", "data.csv is not a text file"),
}


@pytest.mark.parametrize("verb", ["draw", "score", "validate"])
@pytest.mark.parametrize("kind", sorted(BAD_DATA))
def test_data_that_cannot_be_read_are_refused_in_one_line(toc, folder, verb, kind):
    content, told = BAD_DATA[kind]
    (folder / "data.csv").write_bytes(content)
    before = sorted(folder.rglob("*"))
    run = toc(*DATA_VERBS[verb], "data.csv")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert run.err.startswith(f"toc: {told}")
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("verb", ["draw", "score", "validate"])
def test_missing_data_are_refused_in_one_line(toc, verb):
    run = toc(*DATA_VERBS[verb], "missing.csv")
    assert (run.code, run.out) == (2, "")
    assert run.complaints == ["toc: missing.csv does not exist. In that folder there is: counts.csv."]


def test_every_indicator_that_the_model_lacks_is_listed(toc, folder):
    rows = "".join(f"{name},1,2,3\n" for name in ("growing_skills", "weeding", "raking", "mulching"))
    (folder / "data.csv").write_text(f"indicator,improved,no_change,worsened\n{rows}")
    run = toc("validate", "garden.yaml", "--data", "data.csv", "--format", "json")
    found = [one for one in json.loads(run.out)["findings"] if one["code"] == "TOC708"]
    assert run.code == 1
    assert [(one["file"], one["line"]) for one in found] == [("data.csv", 3), ("data.csv", 4), ("data.csv", 5)]
    assert [name for one in found for name in ("weeding", "raking", "mulching") if name in one["message"]] == [
        "weeding", "raking", "mulching",
    ]  # fmt: skip


def test_a_score_off_its_scale_is_named_by_its_row_never_by_its_value_or_person(toc, folder):
    (folder / "data.csv").write_text(
        "person,indicator,date,kind,score\n"
        "zebra-person,growing_skills,2024-01-01,initial,2\n"
        "zebra-person,growing_skills,2024-03-01,follow_up,7319\n"
    )
    run = toc("validate", "garden.yaml", "--data", "data.csv")
    assert (run.code, run.err) == (1, "")
    assert "data.csv:3:1: TOC701 score-off-scale (error)" in run.out
    assert "7319" not in run.out
    assert "zebra" not in run.out


def test_a_model_in_the_place_of_the_data_is_told_in_one_line(toc):
    run = toc("score", "counts.csv", "garden.yaml")
    message = (
        "toc: The model comes first, and counts.csv looks like the data. Write toc score garden.yaml counts.csv."
    )
    assert (run.code, run.out, run.complaints) == (2, "", [message])


def test_a_rule_with_a_dash_is_told_as_the_one_that_is_meant(toc):
    run = toc("score", "garden.yaml", "counts.csv", "--rule", "person-net")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert "There is no rule of this name. Did you mean `person_net`? The rules: pairs," in run.err


def test_an_option_without_its_value_names_the_help_of_its_verb(toc):
    run = toc("score", "garden.yaml", "counts.csv", "--by")
    message = "toc: Option '--by' requires an argument. (toc score --help shows what there is.)"
    assert (run.code, run.complaints) == (2, [message])


def test_an_indicator_that_shall_be_explained_is_told_with_its_outcome(toc, csof):
    data = csof.parent / "data" / "readings_synthetic.csv"
    run = toc("score", csof, data, "--explain", "parental_stress")
    message = (
        "toc: There is no outcome `parental_stress` to explain. It is an indicator; explain what it measures: "
    )
    assert (run.code, run.out) == (2, "")
    assert run.complaints[-1] == f"{message}parenting_capacity."
