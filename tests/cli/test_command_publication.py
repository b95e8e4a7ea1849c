from __future__ import annotations

import json

import pytest

LINE = (
    "For publication numbers below 5 are hidden, and those from which one could be worked out "
    "(zeros are hidden too)."
)


def test_small_numbers_are_hidden_in_the_table_which_says_so_in_one_line(toc, csof, table4):
    run = toc("score", csof, table4, "--publication")
    assert (run.code, run.complaints) == (0, [f"toc: {LINE}"])
    assert max(map(len, run.out.splitlines())) <= 80
    assert LINE in " ".join(run.out.split())
    assert "61  hidden" not in run.out
    rows = [" ".join(line.split()) for line in run.out.splitlines()]
    assert "– Satisfactory hidden hidden hidden 7 hidden hidden n<10" in rows
    assert "▲ All indicators 152 hidden hidden 219 69.4 % 63.0 to 75.1" in rows


def test_json_and_csv_hide_the_same(toc, csof, table4):
    printed = json.loads(toc("score", csof, table4, "--publication", "--format", "json").out)
    assert printed["publication"]["reason"] == LINE
    attendance = next(row for row in printed["indicators"] if row["id"] == "attendance")
    assert (attendance["improved"], attendance["n"]) == (None, 7)
    table = toc("score", csof, table4, "--publication", "--format", "csv").out
    [row] = [line for line in table.splitlines() if line.startswith("indicator,attendance,")]
    assert ",true,hidden,hidden,hidden,7,hidden,hidden,hidden,n<10," in row


def test_a_lower_threshold_hides_less_and_zeros_may_be_shown(toc):
    usual, lower, shown = (
        toc("score", "garden.yaml", "counts.csv", "--publication", "--format", "json", *options)
        for options in ((), ("--threshold", "2"), ("--threshold", "2", "--show-zeros"))
    )
    assert [json.loads(run.out)["publication"]["hidden"] for run in (usual, lower, shown)] == [10, 8, 10]
    assert usual.complaints == [f"toc: {LINE}"]
    assert lower.complaints == [f"toc: {LINE}".replace("5", "2")]
    assert shown.complaints == [f"toc: {LINE}".replace("5", "2").replace("hidden too", "shown")]


@pytest.mark.parametrize("option", [("--threshold", "7"), ("--show-zeros",)])
def test_its_options_without_publication_are_a_wrong_call(toc, option):
    run = toc("score", "garden.yaml", "counts.csv", *option)
    assert (run.code, run.out) == (2, "")
    assert run.complaints == [
        "toc: `--threshold` and `--show-zeros` go with `--publication`. (toc score --help shows what there is.)"
    ]


def test_tests_of_hidden_counts_are_left_out(toc, csof, table4):
    run = toc("score", csof, table4, "--publication", "--tests", "--format", "json")
    tests = json.loads(run.out)["tests"]
    assert (run.code, tests["indicators"], tests["family"]) == (0, [], 18)
    assert any("indicators of which a count is hidden are left out" in note for note in tests["notes"])


def test_a_figure_draws_no_badge_of_a_hidden_share(toc, folder):
    (folder / "few.csv").write_text(
        "indicator,improved,no_change,worsened\ngrowing_skills,2,1,0\nfeels_well,15,5,9\n"
    )
    run = toc("draw", "garden.yaml", "--scores", "few.csv", "--publication", "-o", "figure.json")
    assert run.code == 0
    figure = json.loads((folder / "figure.json").read_text())
    badges = {box["id"]: box["badge"] and box["badge"]["text"] for box in figure["boxes"]}
    assert badges["skills"] == "hidden"
    assert "For publication" in run.err
    assert "For publication" in json.dumps(figure["texts"])


def test_publication_of_a_figure_without_scores_is_a_wrong_call(toc):
    run = toc("draw", "garden.yaml", "--publication", "-o", "figure.json")
    assert (run.code, run.out) == (2, "")
    assert "`--publication` hides small numbers of `--scores`, and there are none." in run.err
