"""A matrix of defects, each made in a copy of the real model: what is found then, and that nothing else is.

The YAML files beside this one hold the defects, family by family. A defect has

- `in`: the file of models/csof that is spoilt (`data/` in front of a table), and `replace`: what is replaced
  there, each text standing exactly once (`in` beside it for another file), `<long>` for 100,001 letters; or
  `whole`: the whole text instead. `encoding`: what the file is then saved in, where that is not UTF-8.
- `ask`: the file that is validated (the spoilt one where nothing is said, csof.yaml for a table), `data`: the
  table that goes with it, `profile` (site), `also` (codes asked besides), `today` (2026-01-01).
- `new`: the findings that the unspoilt copy does not have, as `CODE subject`, on a line that a replacement wrote;
  or with `at`, the line as it is written, and as many after it as make it the only one in its file (`in`; the
  spoilt one), and with `severity`.
- `gone`: the findings that the spoilt copy has no more, as `CODE subject`, `CODE` for all of it, or `everything`.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from toc.loading import inspect
from toc.validation import PROFILES, RULES, Finding, Findings, Settings, validate_inspection

HERE = Path(__file__).parent
CSOF = Path(__file__).parents[2] / "models" / "csof"
KEYS = {"name", "in", "replace", "whole", "encoding", "ask", "data", "profile", "also", "today", "new", "gone"}
DEFECTS: list[dict[str, Any]] = [
    defect for path in sorted(HERE.glob("*.yaml")) for defect in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@dataclass(frozen=True)
class Question:
    """What is asked of a copy."""

    file: str
    data: str | None
    profile: str
    also: tuple[str, ...]
    today: str


def question_of(defect: dict[str, Any]) -> Question:
    is_table = defect["in"].startswith("data/")
    return Question(
        defect.get("ask", "csof.yaml" if is_table else defect["in"]),
        defect.get("data", defect["in"] if is_table else None),
        defect.get("profile", "site"),
        tuple(defect.get("also", ())),
        str(defect.get("today", "2026-01-01")),
    )


def answers(question: Question, folder: Path) -> Findings:
    codes = PROFILES[question.profile].codes | set(question.also)
    return validate_inspection(
        inspect(folder / question.file, root=folder),
        str(folder / question.data) if question.data else None,
        settings=Settings(codes=codes),
        today=dt.date.fromisoformat(question.today),
    )


@cache
def answers_of_the_unspoilt_copy(question: Question) -> Findings:
    return answers(question, CSOF)


def spoil(defect: dict[str, Any], folder: Path) -> dict[str, set[int]]:
    """Make a defect in a copy, and return the lines that it wrote in each file."""
    written: dict[str, set[int]] = {}
    if "whole" in defect:
        (folder / defect["in"]).write_text(defect["whole"], encoding="utf-8")
        return {defect["in"]: {1}}
    for edit in defect["replace"]:
        name = edit.get("in", defect["in"])
        text = (folder / name).read_text(encoding="utf-8")
        count = text.count(edit["find"])
        assert count == 1, f"This defect no longer applies: its text stands {count} times in {name}."
        start = text.index(edit["find"])
        becomes = edit["becomes"].replace("<long>", "x" * 100_001)
        first, more = text.count("\n", 0, start) + 1, becomes.count("\n") - edit["find"].count("\n")
        earlier = {line + more if line > first else line for line in written.get(name, ())}
        written[name] = earlier.union(range(first, first + becomes.rstrip("\n").count("\n") + 1))
        text = text.replace(edit["find"], becomes)
        (folder / name).write_bytes(text.encode(defect.get("encoding", "utf-8")))
    return written


def wanted_of(one: str | dict[str, str]) -> dict[str, str]:
    words = {"finds": one} if isinstance(one, str) else one
    code, _, subject = words["finds"].partition(" ")
    return {"severity": RULES[code].severity, **words, "code": code, "subject": subject}


def keys_of(findings: Findings) -> Counter[tuple[str, str, str]]:
    return Counter((one.code, one.subject, one.severity) for one in findings)


def gone_of(defect: dict[str, Any], before: Counter[tuple[str, str, str]]) -> Counter[tuple[str, str, str]]:
    gone = defect.get("gone", [])
    if gone == "everything":
        return before
    named = {one: [key for key in before if one in (key[0], f"{key[0]} {key[1]}")] for one in gone}
    assert all(named.values()), f"Not found in the unspoilt copy: {[one for one in named if not named[one]]}"
    return Counter({key: before[key] for keys in named.values() for key in keys})


def is_in_place(
    one: Finding, want: dict[str, str], defect: dict[str, Any], folder: Path, written: dict[str, set[int]]
) -> bool:
    if one.place is None:
        return False
    name = Path(one.place.file).relative_to(folder).as_posix()
    if "at" not in want:
        return name == want.get("in", name) and one.place.line in written.get(name, ())
    if name != want.get("in", defect["in"]):
        return False
    text, at = f"\n{(folder / name).read_text(encoding='utf-8')}\n", f"\n{want['at']}\n"
    assert text.count(at) == 1, f"{want['at']!r} stands {text.count(at)} times in {name}."
    return one.place.line == text.count("\n", 0, text.index(at)) + 1


@pytest.mark.parametrize("defect", [pytest.param(one, id=one["name"]) for one in DEFECTS])
def test_a_defect_gives_its_findings_and_nothing_else_new(defect: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "csof"
    shutil.copytree(CSOF, folder)
    question = question_of(defect)
    lines = spoil(defect, folder)
    before, findings = keys_of(answers_of_the_unspoilt_copy(question)), answers(question, folder)
    after, gone = keys_of(findings), gone_of(defect, before)
    wanted = [wanted_of(one) for one in defect["new"]]
    new = Counter((one["code"], one["subject"], one["severity"]) for one in wanted)
    assert after == before - gone + new
    for want in wanted:
        found = [one for one in findings if (one.code, one.subject) == (want["code"], want["subject"])]
        assert any(is_in_place(one, want, defect, folder, lines) for one in found), [str(one) for one in found]


def test_the_matrix_has_140_defects_over_75_codes() -> None:
    codes = {wanted_of(one)["code"] for defect in DEFECTS for one in defect["new"]}
    assert len(DEFECTS) >= 140
    assert len(codes) >= 75


def test_every_defect_has_a_name_of_its_own_known_keys_and_one_way_to_spoil() -> None:
    names = Counter(one["name"] for one in DEFECTS)
    assert [name for name, count in names.items() if count > 1] == []
    known = [
        one for one in DEFECTS if one.keys() <= KEYS and one["new"] and ("replace" in one) != ("whole" in one)
    ]
    assert known == DEFECTS
