"""Numbers and days on the command line are refused in plain words."""

from __future__ import annotations

import datetime as dt

import click
import pytest

from toc.cli.command import command
from toc.cli.option_types import day, number, whole_number


@pytest.mark.parametrize(
    ("read", "written", "words"),
    [
        (whole_number, "five", '"five" is no whole number; write one such as 2.'),
        (whole_number, "1.5", '"1.5" is no whole number; write one such as 2.'),
        (whole_number, "1_0", '"1_0" is no whole number; write one such as 2.'),
        (whole_number, "٥", '"٥" is no whole number; write one such as 2.'),
        (whole_number, "9" * 5_000, f'"{"9" * 40}…" is no whole number; write one such as 2.'),
        (number, "1_0.5", '"1_0.5" is no number; write one such as 2 or 0.5.'),
        (number, "٠.٥", '"٠.٥" is no number; write one such as 2 or 0.5.'),
        (number, "nan", '"nan" is no number; write one such as 2 or 0.5.'),
        (number, "9" * 5_000, f'"{"9" * 40}…" is no number; write one such as 2 or 0.5.'),
        (day, "2" * 5_000, f'"{"2" * 40}…" is no day; write year, month and day, as 2014-03-31.'),
        (number, "1,5", '"1,5" is no number; write one such as 2 or 0.5.'),
        (day, "31/03/2014", '"31/03/2014" is no day; write year, month and day, as 2014-03-31.'),
        (day, "0000-01-01", '"0000-01-01" is no day; write year, month and day, as 2014-03-31.'),
        (day, "2014-13-01", "2014-13-01 is no day: a year has the months 01 to 12."),
        (day, "2014-02-30", "2014-02-30 is no day: February 2014 has 28 days."),
        (day, "2012-02-30", "2012-02-30 is no day: February 2012 has 29 days."),
    ],
)
def test_what_is_no_number_or_day_is_refused_with_one_to_follow(read, written, words):
    with pytest.raises(click.BadParameter) as refused:
        read(written)
    assert refused.value.message == words


def test_a_number_and_a_day_are_read():
    assert (whole_number("30"), number("0.5"), day("2012-02-29")) == (30, 0.5, dt.date(2012, 2, 29))
    assert [whole_number(written) for written in (" 2 ", "-1", "+3", 91)] == [2, -1, 3, 91]
    assert [number(written) for written in ("2", "-1.5", ".5", "3.", 0.25)] == [2.0, -1.5, 0.5, 3.0, 0.25]


def test_no_option_of_any_verb_has_a_type_that_answers_in_the_words_of_programmers():
    spoken = {click.INT.name, click.FLOAT.name, click.DateTime.name}
    found = [
        (verb, option.name)
        for verb, each in command.commands.items()
        for option in each.params
        if option.type.name in spoken
    ]
    assert found == []


def test_the_refusal_of_a_verb_names_the_option(toc):
    run = toc("schedule", "model.yaml", "data.csv", "--every", "five")
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "toc: Invalid value for '--every': \"five\" is no whole number; write one such as 2. "
        "(toc schedule --help shows what there is.)\n"
    )
