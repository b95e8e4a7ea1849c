"""The pages of the rules are the catalogue and its cases."""

from __future__ import annotations

import runpy
from collections.abc import Mapping

import pytest

from docs.doc_pages import ROOT
from toc.validation import RULES

PAGES: Mapping[str, str] = runpy.run_path(str(ROOT / "docs" / "make_rules.py"))["pages"]()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_rules_is_what_the_catalogue_says_today(path: str) -> None:
    assert (ROOT / "docs" / path).read_text(encoding="utf-8") == PAGES[path], "run: python docs/make_rules.py"


def test_every_rule_has_its_page_and_every_page_its_rule() -> None:
    assert {file.stem for file in (ROOT / "docs" / "rules").iterdir()} == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_page_says_why_how_to_mend_it_when_it_is_asked_and_shows_what_it_finds(code: str) -> None:
    page = PAGES[f"rules/{code}.md"]
    wanted = ("**Severity:** ", "**Why:** ", "**How to mend it:** ", "**Asked in the profiles:** ")
    assert [words for words in wanted if words not in page] == []
    special = {"TOC002", "TOC006", "TOC021"}
    assert ("## What it finds" in page) is (code not in special), "its cases cannot all be shown on a page"
