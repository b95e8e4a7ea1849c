"""The page on the language names every key that the model has, and no other."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

import toc
from docs.doc_pages import ROOT, blocks_of
from toc import model
from toc.loading import overlay

PAGE = ROOT / "docs" / "language.md"
_ENTRY = frozenset(model.Entry.model_fields)
_BOX = frozenset(model.Box.model_fields)


def tables() -> list[dict[str, str]]:
    """Every table of the page: key -> the words of its row."""
    found = re.findall(r"^\| key .*\n\|[-|]+\n((?:\|.*\n)+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return [table_of(rows) for rows in found]


def table_of(rows: str) -> dict[str, str]:
    keys: dict[str, str] = {}
    for row in rows.splitlines():
        first, rest = row.strip("|").split("|", 1)
        keys.update(dict.fromkeys(re.findall(r"`(\w+)`", first), rest))
    return keys


def fields(holder: type[BaseModel], without: frozenset[str] = frozenset()) -> dict[str, Any]:
    keys = ((field.alias or name, field.annotation) for name, field in holder.model_fields.items())
    return {key: annotation for key, annotation in keys if key not in without}


WANTED = (
    fields(model.TheoryOfChange),
    fields(model.Source),
    fields(model.Strand),
    fields(model.Framework, _ENTRY),
    fields(model.Box),
    fields(model.Activity, _BOX),
    fields(model.Output, _BOX),
    fields(model.Outcome, _BOX),
    fields(model.LinkEntry),
    fields(model.StageLinkEntry),
    fields(model.Assumption, _ENTRY),
    fields(model.Factor, _ENTRY),
    fields(model.Evidence),
    fields(model.Study, _ENTRY),
    fields(model.Effect),
    fields(model.Scale),
    fields(model.Better),
    fields(model.Indicator, _ENTRY),
    fields(model.Target),
    fields(model.Coverage),
    fields(model.Figure),
    dict.fromkeys(overlay._SITE_KEYS),
    fields(model.Site),
)


def test_every_table_of_the_page_has_the_keys_of_its_part_of_the_model() -> None:
    assert [sorted(table) for table in tables()] == [sorted(keys) for keys in WANTED]


@pytest.mark.parametrize("number", range(len(WANTED)))
def test_a_key_that_takes_certain_words_names_each_of_them(number: int) -> None:
    table = tables()[number]
    unnamed = {
        (key, word)
        for key, annotation in WANTED[number].items()
        for word in words_of(annotation)
        if f"`{word}`" not in table[key]
    }
    assert unnamed == set()


def words_of(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return [word for word in get_args(annotation) if isinstance(word, str)]
    if get_origin(annotation) in (dict, Annotated):
        return []
    return list(chain.from_iterable(words_of(inner) for inner in get_args(annotation)))


def test_the_examples_of_the_page_are_one_model_and_the_site_fits_it(tmp_path: Path) -> None:
    blocks = blocks_of(PAGE)
    (tmp_path / "toc.toml").touch()
    (tmp_path / "sites").mkdir()
    base, site = tmp_path / "homework_club.yaml", tmp_path / "sites" / "riverside.yaml"
    base.write_text("".join(block.text for block in blocks if "part" in block.options), encoding="utf-8")
    site.write_text(next(block.text for block in blocks if "file" in block.options), encoding="utf-8")
    findings = [*toc.validate(toc.load(base)), *toc.validate(toc.load(site))]
    assert [str(finding) for finding in findings] == []
