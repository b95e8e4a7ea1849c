"""Canaries: a person's id and scores in good and bad rows, looked for in everything that comes out."""

from __future__ import annotations

import json
import traceback

import pytest

from toc.data import Readings, read_data, told
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.reports.score_badges import badge_note, badges_of
from toc.reports.score_csv import score_csv
from toc.reports.score_json import score_json
from toc.reports.score_table import score_table
from toc.scoring import score

PERSON = "CANARY-7141"
SCORE = "987654321"
GOOD = {"person": PERSON, "site": "s", "indicator": "shared", "date": "2013-01-01", "kind": "initial", "score": 2}
BAD = [
    {"score": SCORE},
    {"score": f"{SCORE}.5"},
    {"score": f"x{SCORE}"},
    {"indicator": PERSON},
    {"date": PERSON},
    {"date": "2999-01-01"},
    {"kind": PERSON},
    {"indicator": PERSON, "person": SCORE},
    {"kind": "follow_up", "date": "2012-01-01"},
    {"score": 3},
    {"person": f"{PERSON}-b", "kind": "final"},
]


def test_no_person_and_no_bad_score_comes_out_anywhere(theory: TheoryOfChange) -> None:
    rows = [GOOD, *({**GOOD, **bad} for bad in BAD), {**GOOD, "person": f"{PERSON}-c"}]
    data = read_data(rows, theory)
    assert isinstance(data, Readings)
    scores = score(theory, data)
    shown = [
        repr(data),
        str(data),
        repr(data.rows),
        repr(data.faults),
        *told(data.faults),
        repr(scores),
        repr(scores.outcomes),
        json.dumps(scores.to_dict()),
        json.dumps(scores.to_dicts()),
        scores._repr_html_(),
        score_table(scores),
        score_json(scores),
        score_csv(scores),
        repr(badges_of(scores)),
        badge_note(scores),
    ]
    assert len(data.faults) >= len(BAD)
    assert [text for text in shown if "CANARY" in text or SCORE in text] == []


def test_no_person_and_no_score_stands_in_an_error_or_its_traceback(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError) as refused:
        score(theory, [{**GOOD, **bad} for bad in BAD[:4]])
    told_in_full = "".join(traceback.format_exception(refused.value))
    assert "CANARY" not in told_in_full
    assert SCORE not in told_in_full
