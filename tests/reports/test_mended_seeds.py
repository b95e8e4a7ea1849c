"""Faults put into sound models: once they are mended, the model is the one without them, and stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from loading.models_made import models
from loading.text_with_comments import commented, comments_of
from toc.loading import dump, from_dict, load, loads
from toc.loading.hidden_signs import without_hidden_signs
from toc.model import TheoryOfChange
from toc.reports.check_plan import CheckPlan
from toc.reports.mended_files import mended_files
from toc.reports.mending import Mending
from toc.validation import Settings, validate

CSOF = Path(__file__).parents[2] / "models" / "csof" / "csof.yaml"
SECTIONS = ("inputs", "participants", "activities", "outputs", "outcomes")


@contextmanager
def file_with(text: str) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model.yaml"
        path.write_bytes(text.encode())
        yield path


def mended(path: Path, code: str) -> Mending:
    """Mend a file by one rule and those that are always asked, and save it."""
    plan = CheckPlan(settings=Settings(codes=frozenset({code, "TOC113"})))
    mending = mended_files([str(path)], root=str(path.parent), plan=plan, unsafe=True)
    mending.save()
    return mending


def check_mended(text: str, code: str, sound: TheoryOfChange, most_gone: int = 0) -> None:
    with file_with(text) as path:
        once = mended(path, code)
        assert once.count > 0
        after = path.read_bytes().decode()
        assert load(path) == sound
        kept = comments_of(after)
        text = text.replace("\u200b", "")
        assert len(comments_of(text)) - len(kept) <= most_gone
        rest = iter(comments_of(text))
        assert all(comment in rest for comment in kept)
        again = mended(path, code)
        assert (again.count, dict(again.after), path.read_bytes().decode()) == (0, {}, after)


def boxes(made: dict[str, Any]) -> list[dict[str, Any]]:
    stages = [made.get(section, {}) for section in SECTIONS[:-1]]
    return [box for stage in (*stages, *made["outcomes"].values()) for box in stage.values()]


@settings(max_examples=min(settings().max_examples, 40))
@given(models(), st.data())
def test_an_unused_ignore_goes_and_nothing_else(made: dict[str, Any], data: st.DataObject) -> None:
    sound = from_dict(made)
    ignore = [{"code": "TOC113", "reason": data.draw(st.text("ab #:'\n", min_size=1).filter(str.strip))}]
    held = [made, *boxes(made)]
    data.draw(st.sampled_from(held))["ignore"] = ignore
    text = data.draw(commented(dump(from_dict(made))))
    assume("TOC013" in {finding.code for finding in validate(loads(text), select="TOC113")})
    check_mended(text, "TOC013", sound, most_gone=6)


@settings(max_examples=min(settings().max_examples, 40))
@given(models(), st.data())
def test_a_hidden_character_goes_from_wherever_it_stands(made: dict[str, Any], data: st.DataObject) -> None:
    sound = from_dict(made)
    text = data.draw(commented(dump(sound)))
    assume(without_hidden_signs(text) == text)
    spots = [found.end() for found in re.finditer(r"# comment \d+|^(?:toc|id)(?=:)", text, re.MULTILINE)]
    for place in sorted(data.draw(st.lists(st.sampled_from(spots), min_size=1, unique=True)), reverse=True):
        text = f"{text[:place]}\u200b{text[place:]}" if "#" in text[:place].splitlines()[-1] else text
    if "\u200b" in text:
        check_mended(text, "TOC021", sound)


@settings(max_examples=min(settings().max_examples, 40))
@given(models(), st.data())
def test_a_misspelt_key_is_corrected(made: dict[str, Any], data: st.DataObject) -> None:
    sound = from_dict(made)
    text = data.draw(commented(dump(sound)))
    keys = list(re.finditer(r"^ +(description|measures|assumptions|confidence):", text, re.MULTILINE))
    if not keys:
        return
    key = data.draw(st.sampled_from(keys))
    gone = data.draw(st.integers(key.start(1) + 1, key.end(1) - 1))
    check_mended(text[:gone] + text[gone + 1 :], "TOC009", sound)


def test_misspelt_ids_of_the_real_model_are_corrected_where_one_id_is_meant() -> None:
    text = CSOF.read_text(encoding="utf-8")
    sound = load(CSOF)
    listed = list(re.finditer(r"(?<=measures: \[)[a-z_]{12,}(?=\])", text))[::4]
    for found in listed:
        with file_with(text[: found.start() + 4] + text[found.start() + 5 :]) as path:
            mending = mended(path, "TOC101")
            assert (mending.count, path.read_text(encoding="utf-8")) == (1, text), found[0]
            assert load(path) == sound
    assert len(listed) > 2
