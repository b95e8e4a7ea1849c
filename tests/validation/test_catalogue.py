from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

import toc.data
import toc.loading
from toc.data import FaultKind
from toc.validation import RULES, SEVERITIES, Rule
from toc.validation.catalogue import rule_of_fault

CASES = Path(__file__).parents[1] / "cases"
ALL = tuple(RULES.values())
EVERY_RULE = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
SILENCERS = {"TOC101/links", "TOC101/measures", *RULES}


def test_codes_names_and_kinds_of_fault_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in ALL]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in ALL}) == len(ALL)
    faults = [rule.fault for rule in ALL if rule.fault]
    assert len(set(faults)) == len(faults)
    assert tuple(RULES) == tuple(codes)


def test_every_rule_has_its_file_of_cases_and_every_file_its_rule() -> None:
    assert {path.stem for path in CASES.iterdir()} == set(RULES)


@EVERY_RULE
def test_a_file_of_cases_has_three_that_fail_and_one_that_passes(rule: Rule) -> None:
    content = yaml.safe_load((CASES / f"{rule.code}.yaml").read_text(encoding="utf-8"))
    assert content["code"] == rule.code
    assert len(content["failing"]) >= 3
    assert len(content["passing"]) >= 1
    names = [case["name"] for kind in ("failing", "passing") for case in content[kind]]
    assert len(set(names)) == len(names)


@EVERY_RULE
def test_a_rule_says_what_why_and_how_to_mend_in_whole_sentences(rule: Rule) -> None:
    assert re.fullmatch(r"TOC\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.severity in SEVERITIES
    for words in (rule.summary, rule.why, rule.hint):
        assert re.fullmatch(r"[A-Z`].+\.", words), words
    assert "\n" not in rule.message
    assert rule.message == "{message}" or rule.message.endswith(".")


@EVERY_RULE
def test_a_rule_is_silenced_only_by_rules_that_exist(rule: Rule) -> None:
    assert {*rule.requires, *rule.unless} <= SILENCERS - {rule.code}


def test_every_kind_of_fault_of_a_row_has_a_code() -> None:
    assert {rule_of_fault(kind).name for kind in get_args(FaultKind)} == set(get_args(FaultKind))


def test_every_kind_of_fault_that_reading_can_give_has_a_code() -> None:
    folder = Path(toc.loading.__file__).parent
    quoted = {
        word for path in folder.glob("*.py") for word in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text())
    }
    kinds = quoted - {"utf-8", "utf-8-sig"}
    assert kinds >= {"yaml-syntax", "dangling-reference"}
    assert {rule_of_fault(kind).name for kind in kinds} == kinds
