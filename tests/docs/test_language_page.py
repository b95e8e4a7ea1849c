"""The page on the language names every key that the model has, and no other, in the model's own words."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

import toc
from docs.doc_pages import ROOT, blocks_of
from toc import model
from toc.loading import SITE_KEYS
from toc.model.key_descriptions import described_keys

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


Table = tuple[type[BaseModel], frozenset[str]]


def table(holder: type[BaseModel], without: frozenset[str] = frozenset()) -> Table:
    return holder, without


TABLES: tuple[Table | None, ...] = (
    table(model.TheoryOfChange),
    table(model.Source),
    table(model.Strand),
    table(model.Framework, _ENTRY),
    table(model.Box),
    table(model.Activity, _BOX),
    table(model.Output, _BOX),
    table(model.Outcome, _BOX),
    table(model.LinkEntry),
    table(model.StageLinkEntry),
    table(model.Assumption, _ENTRY),
    table(model.Factor, _ENTRY),
    table(model.Evidence),
    table(model.Study, _ENTRY),
    table(model.Effect),
    table(model.Scale),
    table(model.Better),
    table(model.Indicator, _ENTRY),
    table(model.Target),
    table(model.Coverage),
    table(model.Claim, _ENTRY),
    table(model.About),
    table(model.Figure),
    table(model.Ignore),
    None,  # the file of a site, whose keys the loader knows
    table(model.Site),
)
OF_MODEL = [pytest.param(*wanted, number, id=wanted[0].__name__) for number, wanted in enumerate(TABLES) if wanted]


SITE_FILE = sorted(key for kind, key in described_keys() if kind == "SiteFile")


def fields(holder: type[BaseModel], without: frozenset[str]) -> dict[str, FieldInfo]:
    keys = {field.alias or name: field for name, field in holder.model_fields.items()}
    return {key: field for key, field in keys.items() if key not in without}


def test_every_table_of_the_page_has_the_keys_of_its_part_of_the_model() -> None:
    wanted = [fields(*one) if one else SITE_KEYS for one in TABLES]
    assert [sorted(table) for table in tables()] == [sorted(keys) for keys in wanted]


@pytest.mark.parametrize(("holder", "without", "number"), OF_MODEL)
def test_a_key_is_described_as_the_model_describes_it(
    holder: type[BaseModel], without: frozenset[str], number: int
) -> None:
    kinds = [kind.__name__ for kind in holder.__mro__]
    wanted = {
        key: (model.describe(kinds, key), "yes" if field.is_required() else "")
        for key, field in fields(holder, without).items()
    }
    assert {key: cells_of(rest) for key, rest in tables()[number].items()} == wanted


def cells_of(rest: str) -> tuple[str, str]:
    """What a row says that its key holds, without links, and whether it is needed."""
    holds, needed = rest.split("|")
    return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", holds).strip(), needed.strip()


@pytest.mark.parametrize("key", SITE_FILE)
def test_a_key_of_a_site_is_described_as_the_model_describes_it(key: str) -> None:
    row, _ = cells_of(tables()[TABLES.index(None)][key] + "|")
    assert row == model.describe(["SiteFile"], key)


@pytest.mark.parametrize(("holder", "without", "number"), OF_MODEL)
def test_a_key_that_takes_certain_words_names_each_of_them(
    holder: type[BaseModel], without: frozenset[str], number: int
) -> None:
    rows = tables()[number]
    unnamed = {
        (key, word)
        for key, field in fields(holder, without).items()
        for word in words_of(field.annotation)
        if f"`{word}`" not in rows[key]
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
