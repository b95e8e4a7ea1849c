"""Rules are chosen in a call as they are on the command line."""

from __future__ import annotations

import pytest

import toc
from toc.validation import PROFILES, RULES, settings_of
from toc.validation import Choice as Chosen


def codes(**wanted: object) -> set[str]:
    return {finding.code for finding in toc.validate(MODEL, **wanted)}


MODEL = toc.loads(
    """\
toc: 1
id: advice
title: Advice
activities:
  sessions:
    label: Sessions
    leads_to: [calm]
outcomes:
  short_term:
    calm: {label: Calm, leads_to: [home]}
  long_term:
    home: {label: Home}
"""
)


def test_a_profile_is_chosen_by_its_name() -> None:
    assert codes(profile="draft") == set()
    assert codes(profile="site") == codes() >= {"TOC122", "TOC301", "TOC401"}
    assert codes(profile="strict") >= codes(profile="publication") >= codes()


def test_select_asks_only_these_in_words_with_commas_or_in_a_list() -> None:
    assert codes(select="TOC301, link-without-rationale") == {"TOC301", "TOC401"}
    assert codes(select=["TOC3"]) == {"TOC301"}


def test_also_and_ignore_add_and_take_away() -> None:
    assert codes(profile="draft", also="TOC301") == {"TOC301"}
    assert codes() - codes(ignore=["TOC301"]) == {"TOC301"}


def test_settings_take_the_place_of_a_profile_and_words_go_on_top_of_them() -> None:
    settings = settings_of(Chosen(profile="draft", also=("TOC401",)))
    assert codes(settings=settings) == {"TOC401"}
    assert codes(settings=settings, also="TOC301") == {"TOC301", "TOC401"}


def test_a_severity_in_the_settings_is_that_of_the_findings() -> None:
    settings = settings_of(Chosen(select=("TOC301",), severity={"TOC301": "error"}))
    assert toc.validate(MODEL, settings=settings).summary == {"error": 2, "warning": 0, "info": 0}


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"profile": "strickt"}, 'There is no profile "strickt". Did you mean `strict`?'),
        ({"select": "TOC301, outcome-without-indicater"}, "Did you mean `outcome-without-indicator`?"),
        ({"ignore": ["TOC101"]}, "TOC101 dangling-reference cannot be left out."),
        ({"profile": 3}, "`profile` must be the name of one."),
        ({"select": 3}, "`select` must be a list of rules."),
        ({"settings": "strict"}, "`settings` are no settings."),
        ({"settings": settings_of(Chosen()), "profile": "strict"}, "Give one of the two."),
    ],
)
def test_a_wrong_choice_is_a_toc_error_that_says_what_to_do(wanted: dict[str, object], message: str) -> None:
    with pytest.raises(toc.TocError) as raised:
        toc.validate(MODEL, **wanted)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_an_ignore_of_a_rule_that_is_not_asked_is_not_unused(profile: str) -> None:
    ignore = "ignore:\n  - {code: TOC302, reason: Measured for the funder}\n"
    theory = toc.loads(toc.dump(MODEL) + ignore)
    found = {(one.code, one.subject) for one in toc.validate(theory, profile=profile)}
    assert (("TOC013", "advice") in found) == ("TOC302" in PROFILES[profile].codes)


def test_an_ignore_is_unused_only_where_its_rule_is_selected() -> None:
    theory = toc.loads(toc.dump(MODEL) + "ignore:\n  - {code: TOC302, reason: Measured for the funder}\n")
    assert [one.code for one in toc.validate(theory, select="TOC302")] == ["TOC013"]
    assert [one.code for one in toc.validate(theory, select="TOC118")] == []
    assert [one.code for one in toc.validate(theory, select="TOC302", ignore="TOC302")] == []


def test_an_expired_ignore_is_told_under_every_profile() -> None:
    ignore = 'ignore:\n  - {code: TOC302, reason: Until the funder has decided, until: "2020-01"}\n'
    theory = toc.loads(toc.dump(MODEL) + ignore)
    assert RULES["TOC013"].may_be_ignored is False
    assert all("TOC013" in {one.code for one in toc.validate(theory, profile=name)} for name in PROFILES)
