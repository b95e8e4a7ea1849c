"""Which numbers in quotes are mended, into what, and that nothing new is found of what was mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.errors import Edit
from toc.loading import inspect_text
from toc.loading.mended_text import Mended, mended_text
from toc.places import Place
from toc.reports.check_plan import CheckPlan
from toc.reports.mended_files import mended_files
from toc.validation import Settings, validate_inspection

MODEL = """\
toc: 1
id: club
title: Homework club
outcomes:
  long_term:
    calm: {label: Calmer homes}
indicators:
  one: {label: Pupils who know, measures: [calm], %s}
scales:
  thousand: {lowest: -2000, highest: 2000, better: higher}
"""
ON_SCALE = "scale: thousand"
OF_SHARE = "percent: true"
ASKED = Settings(codes=frozenset({"TOC008", "TOC321"}))


def model(kind: str, written: str) -> str:
    return MODEL % f"{kind}, target: {written}"


@pytest.mark.parametrize(
    ("kind", "written", "after"),
    [
        (ON_SCALE, '"012"', "12"),
        (ON_SCALE, '"+007,50"', "7.50"),
        (ON_SCALE, '"-05"', "-5"),
        (ON_SCALE, '"000"', "0"),
        (ON_SCALE, '",5"', "0.5"),
        (ON_SCALE, '"0,6"', "0.6"),
        (ON_SCALE, '"\uff12"', "2"),
        (ON_SCALE, "\uff11\uff12", "12"),
        (OF_SHARE, '"0,6 %"', "0.6"),
        (OF_SHARE, '"60,5"', "60.5"),
    ],
)
def test_a_number_that_can_mean_only_one_is_mended_in_one_edit_and_nothing_is_left_to_find(
    kind: str, written: str, after: str, tmp_path: Path
) -> None:
    path = tmp_path / "model.yaml"
    path.write_text(model(kind, written), encoding="utf-8")
    mending = mended_files([str(path)], root=str(tmp_path), plan=CheckPlan(settings=ASKED))
    assert mending.after == {str(path): model(kind, after)}
    assert (mending.count, tuple(mending.left.findings)) == (1, ())


@pytest.mark.parametrize(
    ("kind", "written", "instead"),
    [
        (OF_SHARE, "0,6", "the per cent in digits alone (60 rather than 0.6)"),
        (OF_SHARE, "1,0", "the per cent in digits alone (60 rather than 0.6)"),
        (ON_SCALE, "1.000,5", "digits alone, with a point where there are parts of one"),
        (ON_SCALE, "1 000", "digits alone, with a point where there are parts of one"),
        (ON_SCALE, "1,200", "digits alone, with a point where there are parts of one"),
        (ON_SCALE, "1'000.25", "digits alone, with a point where there are parts of one"),
    ],
)
def test_a_number_that_may_mean_two_is_told_and_left_to_a_person(kind: str, written: str, instead: str) -> None:
    (told,) = validate_inspection(inspect_text(model(kind, f'"{written}"')), settings=ASKED)
    assert told.fix is None
    assert told.message == (
        f'The target of indicator "Pupils who know" (one), "{written}", is read as words: write {instead}.'
    )


@pytest.mark.parametrize("written", ["about 12", "12 of 20", "1 00", "2015-03", "1.2.3", "12 pupils", ".", ","])
def test_words_with_numbers_in_them_are_words(written: str) -> None:
    assert not validate_inspection(inspect_text(model(ON_SCALE, f'"{written}"')), settings=ASKED)


def test_an_edit_that_writes_the_same_again_is_not_made() -> None:
    text = model(ON_SCALE, '"12"')
    place = Place("model.yaml", 8, text.splitlines()[7].index('"12"') + 1)
    assert mended_text(text, [Edit("replace", place, "12", "12")]) == Mended(text)
    word = text.replace('"12"', "no")
    assert mended_text(word, [Edit("replace", place, "no", "no")]) == Mended(word)
