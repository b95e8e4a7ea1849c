"""The reasons of a site: text, or nothing, or in a mapping of their own; nothing else is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.marked_text import Told
from loading.site_folder import check_told, site_of
from toc.loading import load

QUOTES = "Put it into quotes."


def wrong(hint: str) -> list[Told]:
    return [("wrong-type", "the reason for `groups` must be text.", hint, "groups")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("drop:\n  «groups»: 2014\n", wrong(QUOTES), id="a number for a drop"),
        pytest.param("drop:\n  «groups»: [No, Never]\n", wrong(""), id="a list for a drop"),
        pytest.param("drop:\n  groups:\n    «reason»: true\n", wrong(QUOTES), id="a truth value in full"),
        pytest.param("change:\n  groups:\n    «reason»: 3\n", wrong(QUOTES), id="a number for a change"),
        pytest.param(
            "drop:\n  groups:\n    reason: Full\n    «becuase»: x\n",
            [("unknown-field", "`becuase` is not a key that can stand in what is dropped.",
              "It may have: reason.", "groups")],
            id="another key in a drop",
        ),
    ],
)  # fmt: skip
def test_a_reason_that_is_no_text_is_told_where_it_stands(tmp_path: Path, text: str, told: list[Told]) -> None:
    check_told(tmp_path, text, told)


@pytest.mark.parametrize(
    ("written", "reason"), [("No room", "No room"), ("{reason: No room}", "No room"), ("", ""), ("{}", "")]
)
def test_a_reason_is_text_a_mapping_with_it_or_nothing(tmp_path: Path, written: str, reason: str) -> None:
    derivation = load(site_of(tmp_path, f"drop:\n  groups: {written}\n")).derivation
    assert derivation is not None
    assert [(one.subject, one.reason) for one in derivation.dropped] == [("groups", reason)]
