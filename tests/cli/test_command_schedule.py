from __future__ import annotations

import csv

DAY = ("--today", "2014-03-31")


def test_a_schedule_for_publication_is_csv_with_small_counts_hidden(toc, csof):
    readings = csof.parent / "data" / "readings_synthetic.csv"
    run = toc("schedule", csof, readings, *DAY, "--publication", "--format", "csv")
    rows = {row["site"]: row for row in csv.DictReader(run.out.splitlines())}
    assert (run.code, list(rows)) == (0, ["bristol", "isle_of_wight", "wales", ""])
    assert rows["wales"]["overdue"] == rows["wales"]["people_overdue"] == "hidden"
    assert rows[""]["people"] == "134"
    [line] = run.complaints
    assert line.startswith("toc: For publication ")
    assert rows[""]["publication"] == line.removeprefix("toc: ")


def test_a_schedule_is_saved_as_what_the_ending_says(toc, csof, folder):
    readings = csof.parent / "data" / "readings_synthetic.csv"
    assert "Another day" not in toc("schedule", csof, readings, *DAY).out
    for name in ("due.csv", "due.json", "due.txt"):
        run = toc("schedule", csof, readings, *DAY, "-o", name)
        assert (run.code, run.out, run.err) == (0, f"Wrote {name}\n", "")
        kind = {"due.txt": "table"}.get(name, name[4:])
        assert (folder / name).read_text() == toc("schedule", csof, readings, *DAY, "--format", kind).out
    run = toc("schedule", csof, readings, *DAY, "-o", "due.xlsx")
    assert (run.code, run.out) == (2, "")
    assert run.err == "toc: A schedule cannot be saved as due.xlsx. End its name in .csv, .json or .txt.\n"


def test_a_schedule_says_first_by_what_day_it_judges(toc, csof):
    run = toc("schedule", csof, csof.parent / "data" / "readings_synthetic.csv", *DAY)
    head = " ".join(run.out.split("\n\n")[1].split())
    assert head == (
        "Community Support for Offenders' Families Schedule of readings_synthetic.csv On 2014-03-31: a reading is "
        "due 91 days after the last one until a final reading closes the series; late until 30 days after, then "
        "overdue."
    )


def test_a_schedule_of_this_day_says_how_to_ask_for_another_but_in_no_file_nor_for_publication(toc, csof, folder):
    call = ("schedule", csof, csof.parent / "data" / "readings_synthetic.csv")
    assert "Another day: --today 2014-03-31." in " ".join(toc(*call).out.split())
    assert "Another day" not in toc(*call, "--publication").out
    assert toc(*call, "-o", "due.txt").code == 0
    assert "Another day" not in (folder / "due.txt").read_text()


def test_model_and_data_turned_round_are_told(toc):
    for verb in ("schedule", "funnel"):
        run = toc(verb, "counts.csv", "garden.yaml")
        assert (run.code, run.out) == (2, "")
        assert run.err == (
            "toc: The model comes first, and counts.csv looks like the data. "
            f"Write toc {verb} garden.yaml counts.csv.\n"
        )


def test_an_ending_that_cannot_be_written_is_refused_before_anything_is_read(toc):
    for verb, wrong, words in (
        ("schedule", ("due.xlsx",), "A schedule cannot be saved as due.xlsx."),
        ("score", ("scores.xlsx",), "Scores cannot be saved as scores.xlsx."),
        ("score", ("scores.svg",), "Say which plot: --plot changes"),
        ("score", ("plot.csv", "--plot", "changes"), "A plot cannot be made as .csv. Choose .svg or .png."),
        ("funnel", ("funnel.csv",), "A plot cannot be made as .csv. Choose .svg or .png."),
    ):
        run = toc(verb, "nowhere.yaml", "nowhere.csv", "-o", *wrong)
        assert (run.code, run.out) == (2, "")
        assert words in run.err
