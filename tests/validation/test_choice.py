"""Words that people write become settings, or an error that helps."""

from __future__ import annotations

import pytest

from toc.errors import TocError
from toc.validation import PROFILES, RULES, Choice, ChoiceError, Option, Settings, choice_of, settings_of
from toc.validation.option_value import option_value

FIXED = frozenset(code for code, rule in RULES.items() if not rule.may_be_ignored)
FAMILY_6 = frozenset(code for code in RULES if code.startswith("TOC6"))


def family(beginning: str) -> frozenset[str]:
    return frozenset(code for code in RULES if code.startswith(beginning))


def refused(choice: Choice, own: dict[str, Choice] | None = None) -> tuple[tuple[str, ...], str, str]:
    with pytest.raises(ChoiceError) as raised:
        settings_of(choice, own or {})
    return raised.value.path, raised.value.message, raised.value.hint


def test_nothing_chosen_is_the_default_profile() -> None:
    assert settings_of(Choice()) == Settings()
    assert Settings().codes == PROFILES["site"].codes


@pytest.mark.parametrize("name", sorted(PROFILES))
def test_a_profile_is_asked_by_its_name(name: str) -> None:
    assert settings_of(Choice(profile=name)) == Settings(PROFILES[name].codes)


def test_a_word_is_a_code_a_family_or_a_name_in_any_case() -> None:
    chosen = settings_of(Choice(select=("toc301", "TOC6", "Link-Without-Rationale")))
    assert chosen.codes == {"TOC301", "TOC401"} | FAMILY_6


def test_two_digits_choose_the_codes_that_begin_so() -> None:
    assert settings_of(Choice(select=("TOC10",))).codes == family("TOC10")


def test_select_takes_the_place_of_the_profile_then_also_adds_then_ignore_takes_away() -> None:
    choice = Choice(profile="strict", select=("TOC1",), also=("TOC301", "TOC401"), ignore=("TOC401", "TOC118"))
    assert settings_of(choice).codes == (family("TOC1") | {"TOC301"}) - {"TOC118"}


def test_also_adds_to_the_profile() -> None:
    assert settings_of(Choice(profile="draft", also=("TOC301",))).codes == PROFILES["draft"].codes | {"TOC301"}


def test_what_cannot_be_left_out_is_asked_whatever_is_selected() -> None:
    assert settings_of(Choice(select=("TOC301",))).asked == FIXED | {"TOC301"}


def test_ignoring_a_family_leaves_out_those_of_it_that_may_be() -> None:
    left = settings_of(Choice(profile="strict", ignore=("TOC6",)))
    assert left.asked & FAMILY_6 == FIXED & FAMILY_6
    assert FIXED & FAMILY_6


@pytest.mark.parametrize("code", sorted(FIXED))
def test_a_rule_that_cannot_be_left_out_says_why(code: str) -> None:
    rule = RULES[code]
    why = f"{code} {rule.name} cannot be left out. {rule.why}"
    assert refused(Choice(ignore=("TOC301", code))) == (("ignore", code), why, "Mend what it finds.")


@pytest.mark.parametrize("severity", ["warning", "info"])
def test_a_rule_that_cannot_be_left_out_is_not_made_less_serious(severity: str) -> None:
    path, message, _ = refused(Choice(severity={"dangling-reference": severity}))
    assert path == ("severity", "dangling-reference")
    assert message.startswith("TOC101 dangling-reference cannot be made less serious. ")


def test_a_severity_is_set_for_a_rule_and_for_those_of_a_family_that_may_be() -> None:
    chosen = settings_of(Choice(severity={"TOC6": "info", "TOC301": "error", "TOC013": "warning"}))
    weaker = dict.fromkeys(FAMILY_6 - FIXED, "info")
    assert dict(chosen.severities) == {**weaker, "TOC301": "error", "TOC013": "warning"}


@pytest.mark.parametrize(
    ("word", "message", "hint"),
    [
        ("TOC302x", 'There is no rule "TOC302x".', "Codes look like TOC301; `toc explain --all` lists them."),
        ("TOC309999", 'There is no rule "TOC309999".', "Codes look like TOC301; `toc explain --all` lists them."),
        ("toc404x", 'There is no rule "toc404x".', "Codes look like TOC301; `toc explain --all` lists them."),
        (
            "outcome-without-indicater",
            'There is no rule "outcome-without-indicater".',
            "Did you mean `outcome-without-indicator`?",
        ),
        ("", 'There is no rule "".', "Codes look like TOC301; `toc explain --all` lists them."),
    ],
)
@pytest.mark.parametrize("key", ["select", "also", "ignore"])
def test_an_unknown_rule_is_refused_with_the_nearest(key: str, word: str, message: str, hint: str) -> None:
    assert refused(Choice(**{key: (word,)})) == ((key, word), message, hint)


def test_an_unknown_code_is_answered_from_its_own_family() -> None:
    _, message, hint = refused(Choice(also=("TOC699",)))
    assert message == 'There is no rule "TOC699".'
    assert hint.startswith("TOC699 is not used; TOC601 to TOC6")


def test_a_family_without_rules_is_refused_with_those_that_there_are() -> None:
    families = ", ".join(sorted({code[:4] for code in RULES}))
    assert refused(Choice(select=("TOC9",))) == (
        ("select", "TOC9"),
        "No code of a rule begins with TOC9.",
        f"The families are {families}.",
    )


def test_an_unknown_profile_is_refused_with_the_nearest_of_all() -> None:
    assert refused(Choice(profile="strickt")) == (
        ("profile",),
        'There is no profile "strickt".',
        "Did you mean `strict`?",
    )
    _, _, hint = refused(Choice(profile="fundr"), {"funder": Choice()})
    assert hint == "Did you mean `funder`?"
    _, _, hint = refused(Choice(profile="zzz"), {"funder": Choice()})
    assert hint == "There are draft, site, publication, strict, funder."


@pytest.mark.parametrize(
    ("name", "hint"),
    [("warn", "Did you mean `warning`?"), ("Error", "Did you mean `error`?"), ("x", "Choose one of ")],
)
def test_an_unknown_severity_is_refused_with_those_that_there_are(name: str, hint: str) -> None:
    path, message, told = refused(Choice(severity={"TOC301": name}))
    assert (path, message) == (("severity", "TOC301"), f'There is no severity "{name}".')
    assert told.startswith(hint)


def test_an_own_profile_stands_on_another() -> None:
    own = {
        "funder": Choice(profile="house", also=("TOC301",), severity={"TOC301": "error"}),
        "house": Choice(profile="draft", ignore=("TOC114",), severity={"TOC301": "info", "TOC401": "info"}),
    }
    chosen = settings_of(Choice(profile="funder"), own)
    assert chosen.codes == (PROFILES["draft"].codes | {"TOC301"}) - {"TOC114"}
    assert dict(chosen.severities) == {"TOC301": "error", "TOC401": "info"}


def test_an_own_profile_without_extends_stands_on_the_default_one() -> None:
    chosen = settings_of(Choice(profile="house"), {"house": Choice(ignore=("TOC118",))})
    assert chosen.codes == PROFILES["site"].codes - {"TOC118"}


def test_profiles_that_extend_one_another_are_refused_where_the_circle_closes() -> None:
    own = {"a": Choice(profile="b"), "b": Choice(profile="a")}
    assert refused(Choice(profile="a"), own) == (
        ("profiles", "b", "extends"),
        "These profiles extend one another: a -> b -> a.",
        "Let one of them extend another.",
    )


def test_a_chain_of_very_many_profiles_is_refused() -> None:
    own = {f"p{number}": Choice(profile=f"p{number + 1}") for number in range(5_000)}
    path, message, _ = refused(Choice(profile="p0"), own)
    assert (path, message) == (("profiles", "p7", "extends"), "More than 8 profiles extend one another.")


def test_a_fault_in_a_profile_leads_to_the_profile() -> None:
    path, _, _ = refused(Choice(profile="house"), {"house": Choice(ignore=("TOC0x",))})
    assert path == ("profiles", "house", "ignore", "TOC0x")


def test_a_later_choice_goes_on_top_of_an_earlier_one() -> None:
    start = settings_of(Choice(profile="draft", also=("TOC301",), severity={"TOC301": "error"}))
    chosen = settings_of(Choice(also=("TOC401",), severity={"TOC401": "info"}), start=start)
    assert chosen.codes == PROFILES["draft"].codes | {"TOC301", "TOC401"}
    assert dict(chosen.severities) == {"TOC301": "error", "TOC401": "info"}


def test_words_in_a_call_may_have_commas_or_be_a_list() -> None:
    wanted = Choice(profile="site", select=("TOC1", "TOC301", "TOC401"))
    assert choice_of("site", "TOC1, TOC301,TOC401") == wanted
    assert choice_of("site", ["TOC1,", "TOC301,TOC401"]) == wanted


@pytest.mark.parametrize("words", [3, None, ["TOC301", 3], b"TOC301"])
def test_what_is_no_list_of_words_is_refused(words: object) -> None:
    with pytest.raises(TocError, match="`select` must be a list of rules"):
        choice_of(select=words)  # type: ignore[arg-type]  # the wrong call is what is tested


RULE = RULES["TOC301"]._replace(
    options=(
        Option("boxes", 60, "How many."),
        Option("share", 0.5, "How much.", 0, 1),
        Option("words", ("a", "b"), "Which."),
    ),
)


@pytest.mark.parametrize(
    ("name", "value", "taken"),
    [("boxes", 40, 40), ("boxes", 0, 0), ("share", 1, 1), ("share", 0.25, 0.25), ("words", ["x"], ("x",))],
)
def test_a_value_that_an_option_allows_is_taken(name: str, value: object, taken: object) -> None:
    assert option_value(RULE, name, value) == taken


@pytest.mark.parametrize(
    ("name", "value", "message", "hint"),
    [
        ("boxes", -1, "`boxes` of TOC301 must be at least 0.", "By default: boxes = 60."),
        ("boxes", 2.5, "`boxes` of TOC301 must be a whole number.", "By default: boxes = 60."),
        ("boxes", True, "`boxes` of TOC301 must be a whole number.", "By default: boxes = 60."),
        ("boxes", "60", "`boxes` of TOC301 must be a whole number.", "By default: boxes = 60."),
        ("share", 1.5, "`share` of TOC301 must be at least 0 and at most 1.", "By default: share = 0.5."),
        ("share", float("nan"), "`share` of TOC301 must be a number.", "By default: share = 0.5."),
        ("words", "x", "`words` of TOC301 must be a list of words.", 'By default: words = ["a", "b"].'),
        ("words", [1], "`words` of TOC301 must be a list of words.", 'By default: words = ["a", "b"].'),
        ("box", 4, "TOC301 outcome-without-indicator has no option `box`.", "Did you mean `boxes`?"),
        (
            "zzz",
            4,
            "TOC301 outcome-without-indicator has no option `zzz`.",
            "It has: boxes, share, words.",
        ),
    ],
)
def test_a_value_that_an_option_does_not_allow_is_refused(
    name: str, value: object, message: str, hint: str
) -> None:
    with pytest.raises(TocError) as raised:
        option_value(RULE, name, value)
    assert (raised.value.message, raised.value.hint) == (message, hint)


def test_an_option_of_a_rule_that_has_none_is_refused() -> None:
    path, message, hint = refused(Choice(options={"TOC401": {"least": 3}}))
    assert path == ("options", "TOC401", "least")
    assert (message, hint) == ("TOC401 link-without-rationale has no option `least`.", "It has none at all.")


def test_options_of_an_unknown_rule_are_refused_and_a_family_is_none() -> None:
    assert refused(Choice(options={"TOC4": {"least": 3}}))[:2] == (("options", "TOC4"), 'There is no rule "TOC4".')
