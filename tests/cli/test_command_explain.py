from __future__ import annotations

import re

import pytest

from toc.validation import RULES


def test_a_rule_is_explained_in_80_columns(toc):
    run = toc("explain", "TOC109")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("TOC109 outcome-without-cause (warning)\n\n")
    assert re.findall(r"^(Why|How to mend it|Asked in the profiles)\b", run.out, re.MULTILINE) == [
        "Why",
        "How to mend it",
        "Asked in the profiles",
    ]
    assert max(map(len, run.out.splitlines())) <= 80


def test_a_rule_is_found_by_its_name_too(toc):
    assert toc("explain", "Outcome-Without-Cause").out == toc("explain", "toc109").out


def test_all_rules_are_explained_one_after_the_other(toc):
    run = toc("explain", "--all")
    assert run.code == 0
    assert re.findall(r"^(TOC\d{3}) [a-z0-9-]+ \(\w+\)$", run.out, re.MULTILINE) == list(RULES)
    assert max(map(len, run.out.splitlines())) <= 80


def test_an_option_is_explained_with_what_it_is_by_default(toc):
    out = toc("explain", "--all").out
    assert "Option similarity (by default 60): " in out
    assert "Option vague (by default none): " in out
    assert re.findall(r"\((?:it is|by default) *\)", out) == []


@pytest.mark.parametrize("arguments", [(), ("TOC109", "--all")])
def test_one_rule_or_all_of_them(toc, arguments):
    run = toc("explain", *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.complaints == [
        "toc: Name one rule, such as TOC301, or give `--all`. (toc explain --help shows what there is.)"
    ]


def test_an_unknown_rule_is_refused_with_the_one_that_was_meant(toc):
    run = toc("explain", "TOC119x")
    assert (run.code, run.out) == (2, "")
    assert toc("explain", "outcome-without-cuase").complaints == [
        'toc: There is no rule "outcome-without-cuase". Did you mean `outcome-without-cause`?'
    ]


def test_the_checklist_asks_what_no_program_can_answer_in_80_columns(toc):
    run = toc("checklist")
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line.startswith("## ")] == [
        "## Whose theory is it?",
        "## Can it be understood?",
        "## Is it plausible?",
        "## Can it be found wrong?",
        "## Does it stand in its world?",
    ]
    assert sum(line.startswith("- [ ] ") for line in lines) == 16
