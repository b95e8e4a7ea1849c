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
