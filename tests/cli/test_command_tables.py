"""`toc tabulate` and `toc funnel`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "models" / "csof" / "data"


def test_a_table_is_added_up_and_checked(toc):
    run = toc("tabulate", DATA / "appendix3_table5.csv", "--strict")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Children by age (appendix3_table5.csv)\n")
    assert "Checked: 1 printed total; all agree.\n" in run.out


def test_a_number_of_another_place_that_differs_is_told_and_strict_leaves_with_1(toc):
    call = ("tabulate", DATA / "appendix3_table3.csv", "--against", "bristol=85", "--against", "Isle of Wight=32")
    line = 'Column "bristol": given elsewhere as 85, but its cells add up to 86.'
    plain, strict = toc(*call), toc(*call, "--strict")
    assert (plain.code, plain.complaints) == (0, [f"toc: {line}"])
    assert (strict.code, strict.complaints, strict.out) == (1, plain.complaints, plain.out)


def test_totals_that_cannot_all_be_right_are_told_and_strict_leaves_with_1(toc, folder):
    (folder / "ages.csv").write_text("age,boys,girls,total\na,1,,2\nb,2,3,5\nTotal,3,3,7\n")
    run = toc("tabulate", "ages.csv", "--unit", "children", "--strict", "--format", "json")
    assert (run.code, [line.removeprefix("toc: ") for line in run.complaints]) == (
        1,
        json.loads(run.out)["conflicts"],
    )


@pytest.mark.skipif(os.name == "nt", reason="There are no such terminals on Windows.")
def test_what_is_wrong_is_told_once_on_a_terminal(folder):
    table = folder / "ages.csv"
    table.write_text("age,boys\na,1\nTotal,3\n")
    near, far = os.openpty()
    subprocess.run([sys.executable, "-m", "toc", "tabulate", table], stdout=far, stderr=far, check=True)
    os.close(far)
    assert os.read(near, 65_536).decode().count("printed as 3") == 1
    os.close(near)


def test_small_numbers_are_hidden_for_publication(toc):
    run = toc("tabulate", DATA / "appendix3_table2.csv", "--publication", "--format", "json")
    assert (run.code, len(run.complaints)) == (0, 1)
    assert json.loads(run.out)["publication"]["reason"] in run.err


def test_strict_heeds_for_publication_only_what_is_told_there(toc, folder):
    """Exit code 1 would tell that a hidden total is wrong, which the page does not."""
    (folder / "ages.csv").write_text("age,boys,girls\na,2,1\nb,30,40\nc,50,60\n")
    call = ("tabulate", "ages.csv", "--unit", "children", "--strict")
    hidden, shown = ("--against", "a=4"), ("--against", "total=184")
    assert toc(*call, *hidden).code == 1
    assert toc(*call, *hidden, "--publication").code == 0
    assert toc(*call, *shown, "--publication").code == 1


def test_a_number_in_other_digits_is_not_read(toc):
    for number in ("٨٥", "9" * 5_000):
        run = toc("tabulate", "counts.csv", "--against", f"bristol={number}")
        assert (run.code, run.out) == (2, "")
        assert "write one such as" in run.err or "is not like bristol=85" in run.err
        assert len(run.err) < 300


def test_the_unit_and_who_is_not_recorded_may_be_said(toc, folder):
    (folder / "oed.csv").write_text("oed,n\n0-4,30\nHeb ei gofnodi,10\n")
    run = toc("tabulate", "oed.csv", "--unit", "plant", "--not-recorded", "Heb ei gofnodi", "--format", "json")
    told = json.loads(run.out)
    assert (told["unit"], [row["recorded"] for row in told["rows"]]) == ("plant", [True, False])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("tabulate", "none.csv"), "none.csv does not exist."),
        (("tabulate", "counts.csv", "--against", "bristol"), '"bristol" is not like bristol=85'),
        (("tabulate", "counts.csv", "--against", "wales=3"), 'counts.csv has no category or column "wales"'),
        (("tabulate", "gaps.csv"), "gaps.csv cannot be added up: row 2: `Not known` must be a whole number"),
        (("tabulate", "gaps.csv"), "and leave one empty where its number is not known."),
        (("tabulate", DATA / "table5.csv"), "table5.csv holds shares (pre_percent, post_percent)"),
        (("tabulate", DATA / "readings_synthetic.csv"), "holds people, one by one"),
        (("funnel", "garden.yaml"), "This model says of no people of its own how far they went."),
        (("funnel", "garden.yaml", "counts.csv"), "counts.csv tells nothing of single people"),
        (("funnel", "counts.csv"), "counts.csv lacks the columns `step`, `count` and `unit` of a funnel."),
    ],
)
def test_what_cannot_be_done_is_one_line(toc, folder, arguments, words):
    (folder / "gaps.csv").write_text("age,Girls,Not known\n0-4,3,n/a\n")
    run = toc(*arguments)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert words in run.err


def test_the_funnel_of_a_model_shows_families_apart(toc, csof):
    run = toc("funnel", csof, "--apart", "families_supported", "--format", "json")
    told = json.loads(run.out)
    counts = [step["count"] for step in told["steps"]]
    assert (run.code, told["unit"], counts) == (0, "individuals", [134, 114, 85])
    assert told["apart"] == [{"label": "Families supported", "count": 79, "unit": "families"}]


def test_the_funnel_of_readings_is_counted_and_stamped(toc, csof):
    run = toc("funnel", csof, DATA / "readings_synthetic.csv")
    assert (run.code, run.out.splitlines()[0]) == (0, "SYNTHETIC DATA")


def test_a_table_of_steps_needs_no_model_and_its_small_numbers_can_be_hidden(toc, folder):
    (folder / "steps.csv").write_text(
        "step,count,unit\nReferred,40,people\nSeen,38,people\nSeen twice,20,people\n"
    )
    run = toc("funnel", "steps.csv", "--publication")
    assert (run.code, "hidden" in run.out, "For publication" in run.err) == (0, True, True)


@pytest.mark.parametrize("kind", ["table", "json", "csv"])
def test_a_format_beside_a_drawing_of_a_funnel_is_refused(toc, folder, kind):
    (folder / "steps.csv").write_text("step,count,unit\nReferred,40,people\nSeen,38,people\n")
    before = sorted(folder.iterdir())
    run = toc("funnel", "steps.csv", "--format", kind, "-o", "funnel.svg")
    said = "`--format` is for the screen; the ending of `--output` says what is written."
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert run.err.startswith(f"toc: {said} ")
    assert sorted(folder.iterdir()) == before


def test_a_funnel_of_two_units_is_refused(toc, folder):
    (folder / "steps.csv").write_text("step,count,unit\nReferred,79,families\nSeen,40,people\n")
    run = toc("funnel", "steps.csv")
    assert (run.code, "Families and people are different units: a funnel counts one." in run.err) == (2, True)
