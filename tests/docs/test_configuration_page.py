"""The page on the configuration names every key and every profile that there is, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from docs.doc_pages import ROOT, blocks_of
from toc.validation import PROFILES
from toc.validation.configuration import read_configuration
from toc.validation.configuration.configuration import KEYS, KEYS_OF_PROFILE

PAGE = ROOT / "docs" / "configuration.md"


def first_cells(heading: str) -> list[set[str]]:
    """The words in the first column of each table that begins with this heading."""
    tables = re.findall(
        rf"^\| {heading} .*\n\|[-|]+\n((?:\|.*\n)+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    return [
        {word for row in table.splitlines() for word in re.findall(r"`([\w-]+)`", row.split("|")[1])}
        for table in tables
    ]


def test_the_tables_hold_every_key_of_the_file_and_of_a_profile() -> None:
    assert first_cells("key") == [set(KEYS), set(KEYS_OF_PROFILE)]


def test_the_profiles_are_described_as_they_describe_themselves() -> None:
    assert first_cells("profile") == [set(PROFILES)]
    text = PAGE.read_text(encoding="utf-8")
    assert [one.name for one in PROFILES.values() if f"| `{one.name}` | {one.summary} |" not in text] == []


def test_the_first_example_settles_what_the_page_says(tmp_path: Path) -> None:
    (example,) = (block for block in blocks_of(PAGE) if block.options.get("file") == "club/toc.toml")
    (tmp_path / "toc.toml").write_text(example.text, encoding="utf-8")
    read = read_configuration(tmp_path / "toc.toml")
    assert (read.fail_on, read.settings().severity("TOC301")) == ("warning", "error")
    assert read.settings().codes.isdisjoint({"TOC122", "TOC401"})
