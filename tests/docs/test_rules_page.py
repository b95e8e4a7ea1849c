"""The page of rules is the catalogue."""

from __future__ import annotations

import runpy

from docs.doc_pages import ROOT


def test_the_page_of_rules_is_what_the_catalogue_says_today() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_rules.py"))["rules_page"]()
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == made, "run: python docs/make_rules.py"
