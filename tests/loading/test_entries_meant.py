"""Which entry is meant by a word that is no id."""

from __future__ import annotations

import pytest

from toc.loading.nearest import entries_listed, entry_hint

LABELS = {"calm": "Less worry", "esteem_1": "Self-esteem", "esteem_2": "Self-esteem", "bare": ""}


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("clam", "Did you mean `calm` (Less worry)?"),
        ("less worry", "Did you mean `calm` (Less worry)?"),
        ("Less wory", "Did you mean `calm` (Less worry)?"),
        ("SELF-ESTEEM", "Did you mean `esteem_1` (Self-esteem) or `esteem_2` (Self-esteem)?"),
        ("selv-esteen", "Did you mean `esteem_1` (Self-esteem) or `esteem_2` (Self-esteem)?"),
        ("bear", "Did you mean `bare`?"),
        ("zzz", "Look."),
    ],
)
def test_an_entry_is_found_by_its_id_or_by_its_label(word: str, said: str) -> None:
    assert entry_hint(word, LABELS, "Look.") == said


def test_of_many_entries_the_first_twelve_are_listed_and_the_rest_is_counted() -> None:
    assert entries_listed({f"b{n}": f"B {n}" for n in range(14)}).endswith("`b11` (B 11), and 2 more")
    assert entries_listed({}) == "none"
