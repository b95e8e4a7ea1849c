"""What a model says to ignore is left out, kept with its reason, and told once it leaves nothing out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loading.theories_made import models
from toc.errors import LoadError
from toc.loading import dump, from_dict, inspect, inspect_text, load, loads
from toc.model import Ignore, Link
from toc.reports.check import check_files
from toc.reports.findings_text import findings_text
from toc.reports.shown_entry import shown_entry
from toc.validation import RULES, Findings, validate, validate_inspection

TODAY = date(2015, 3, 31)
MODEL = """\
toc: 1
id: advice
title: Advice
participants:
  parents: {label: Parents}
activities:
  sessions:
    label: Sessions
    engages: [parents]
    leads_to: [skills]
outcomes:
  short_term:
    skills:
      label: Skills
      leads_to:
        calm: {}
  long_term:
    calm:
      label: Calm
indicators:
  knows: {label: Knows, measures: [skills]}
"""
BOTH = [("TOC401", "skills -> calm"), ("TOC301", "calm")]
TOP = max(code for code in RULES if code.startswith("TOC6"))
OF_CALM = "      label: Calm\n"


def ignoring(code: str = "TOC301", reason: str = "Later.", until: str = "") -> str:
    last = f', until: "{until}"' if until else ""
    return f"ignore: [{{code: {code}, reason: {reason}{last}}}]"


def at_calm(ignore: str) -> str:
    return MODEL.replace(OF_CALM, f"{OF_CALM}      {ignore}\n")


def checked(text: str, today: date = TODAY) -> Findings:
    return validate_inspection(inspect_text(text), today=today)


def found(findings: Findings) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in findings]


def left_out(findings: Findings) -> list[tuple[str, str, str, str | None]]:
    return [(one.finding.code, one.finding.subject, one.reason, one.until) for one in findings.ignored]


def test_the_model_of_these_tests_has_two_findings() -> None:
    assert (found(checked(MODEL)), left_out(checked(MODEL))) == (BOTH, [])


def test_a_finding_is_left_out_at_the_entry_that_ignores_it_and_kept_with_the_reason() -> None:
    findings = checked(at_calm(ignoring()))
    assert (found(findings), left_out(findings)) == (BOTH[:1], [("TOC301", "calm", "Later.", None)])


def test_a_finding_is_left_out_at_the_link_that_ignores_it() -> None:
    findings = checked(MODEL.replace("calm: {}", f"calm: {{{ignoring('TOC401')}}}"))
    assert (found(findings), left_out(findings)) == (BOTH[1:], [("TOC401", "skills -> calm", "Later.", None)])


def test_a_rule_that_the_model_ignores_is_left_out_wherever_it_finds_something() -> None:
    findings = checked(MODEL.replace("[skills]}", "[]}") + ignoring())
    assert left_out(findings) == [("TOC301", "skills", "Later.", None), ("TOC301", "calm", "Later.", None)]
    assert found(findings) == [("TOC401", "skills -> calm"), ("TOC302", "knows")]


def test_the_reason_at_the_entry_is_given_before_that_of_the_model_and_both_are_in_use() -> None:
    findings = checked(at_calm(ignoring(reason="Nearer.")) + ignoring())
    assert (found(findings), left_out(findings)) == (BOTH[:1], [("TOC301", "calm", "Nearer.", None)])


def test_an_ignore_at_another_entry_leaves_the_finding_and_is_told() -> None:
    text = MODEL.replace("label: Sessions\n", f"label: Sessions\n    {ignoring()}\n")
    assert found(checked(text)) == [("TOC013", "sessions"), *BOTH]


def test_an_error_may_be_ignored_too() -> None:
    findings = checked(at_calm(f"required: true\n      {ignoring()}"))
    assert (findings.errors, [one.finding.severity for one in findings.ignored]) == ((), ["error"])


@pytest.mark.parametrize("until", ["2015-03", "2015-03-31", "2015-04-01", "2016-01"])
def test_up_to_the_end_of_its_month_or_day_an_ignore_holds(until: str) -> None:
    findings = checked(at_calm(ignoring(until=until)))
    assert (found(findings), left_out(findings)) == (BOTH[:1], [("TOC301", "calm", "Later.", until)])


@pytest.mark.parametrize("until", ["2015-02", "2015-03-30", "2014-12", "1999-12-31"])
def test_after_that_the_finding_is_back_and_the_ignore_is_told(until: str) -> None:
    findings = checked(at_calm(ignoring(until=until)))
    assert (found(findings), left_out(findings)) == ([BOTH[0], BOTH[1], ("TOC013", "calm")], [])
    told = findings[2].message
    assert told == f"The ignore of `TOC301` at `calm` has expired: it held until {until}."


def test_a_note_on_how_a_word_is_written_may_be_ignored() -> None:
    findings = checked(MODEL.replace("label: Skills", "label: no") + ignoring("TOC008"))
    assert (found(findings), left_out(findings)) == (BOTH, [("TOC008", "skills", "Later.", None)])


def test_a_theory_that_is_checked_without_its_file_is_held_to_the_same_day() -> None:
    theory = loads(at_calm(ignoring(until="2015-03-30")))
    assert found(validate(theory, today=TODAY)) == [*BOTH, ("TOC013", "calm")]
    assert found(validate(theory, today=date(2015, 3, 30))) == BOTH[:1]


def test_an_ignore_of_what_another_finding_says_already_is_in_use() -> None:
    text = MODEL.replace("calm: {}", "sessions: {ignore: [{code: TOC106, reason: Old.}]}\n        calm: {}")
    assert found(checked(text)) == [("TOC103", "skills -> sessions"), *BOTH]


def test_where_a_name_names_nothing_no_ignore_is_called_unused() -> None:
    text = at_calm(ignoring("TOC109")).replace("measures: [skills]", "measures: [skils]")
    assert found(checked(text)) == [*BOTH, ("TOC101", "knows")]


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if not rule.may_be_ignored])
def test_a_rule_that_cannot_be_ignored_says_so(code: str) -> None:
    findings = checked(at_calm(ignoring(code)))
    assert found(findings) == [BOTH[0], BOTH[1], ("TOC013", "calm")]
    assert findings[2].message == f"`{code}` is ignored at `calm`, but what it finds cannot be left out."


def test_what_refuses_a_file_and_what_a_base_forbids_its_sites_cannot_be_ignored() -> None:
    of_reading = [rule for rule in RULES.values() if rule.fault and not rule.code.startswith("TOC7")]
    # What a base says of the files of its sites keeps nobody from reading it.
    refusing = {rule.code for rule in of_reading if rule.severity == "error"} - {"TOC615", "TOC616", "TOC618"}
    assert {code for code, rule in RULES.items() if not rule.may_be_ignored} == {
        *refusing, "TOC013", "TOC015", "TOC601", "TOC611", "TOC612",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("TOC3O1", "TOC301"),
        ("outcome-without-indicater", "outcome-without-indicator"),
        ("TC301", "TOC301"),
        ("T0C-301", "TOC301"),
    ],
)
def test_an_unknown_code_is_an_error_that_says_what_was_meant(code: str, meant: str) -> None:
    told = checked(at_calm(ignoring(code)))[2]
    assert (told.code, told.severity, told.subject) == ("TOC015", "error", "calm")
    assert told.message == f"There is no rule `{code}`, which is ignored at `calm`."
    assert told.hint == f"Did you mean `{meant}`?"


@pytest.mark.parametrize("code", ["toc301", "outcome-without-indicator", "Outcome-Without-Indicator", " TOC301 "])
def test_a_rule_is_ignored_by_its_code_or_its_name_in_any_case(code: str) -> None:
    findings = checked(at_calm(ignoring(f"'{code}'")))
    assert [(one.finding.code, one.finding.subject) for one in findings.ignored] == [("TOC301", "calm")]
    assert found(findings) == [one for one in BOTH if one != ("TOC301", "calm")]


def test_an_ignore_by_name_that_leaves_nothing_out_is_told_by_its_code() -> None:
    told = [one for one in checked(at_calm(ignoring("link-without-rationale"))) if one.code == "TOC013"]
    assert [one.message for one in told] == ["The ignore of `TOC401` at `calm` leaves nothing out."]


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("TOC610", f"TOC610 is not used; TOC601 to {TOP} are rules of this kind. `toc explain --all` lists them."),
        ("TOC999", "Codes look like TOC301; `toc explain --all` lists them."),
    ],
)
def test_the_number_next_to_one_that_is_not_used_is_not_what_was_meant(code: str, hint: str) -> None:
    assert checked(at_calm(ignoring(code)))[2].hint == hint


def test_without_a_reason_no_theory_is_made() -> None:
    with pytest.raises(LoadError, match=r"<text>:20:16: `ignore` does not say why\. Add `reason: \.\.\.` to it\."):
        loads(at_calm("ignore: [{code: TOC301}]"))


def test_an_ignore_without_a_reason_leaves_nothing_out_and_hides_no_other_fault() -> None:
    told = checked(at_calm("ignore: [{code: TOC301}, {code: TOC399, reason: Later.}]"))
    assert sorted(found(told)) == sorted([*BOTH, ("TOC014", "calm"), ("TOC015", "calm")])


def test_an_ignore_that_is_no_list_is_told_how_one_is_written() -> None:
    (told,) = checked(at_calm("ignore: {code: TOC301, reason: Later}"))
    assert (told.code, told.message) == ("TOC010", "`ignore` must be a list.")
    assert told.hint == (
        "Begin each entry of it with a dash, also the only one. "
        "Write `- code: TOC301`, and on the line below `reason: ...`."
    )


@pytest.mark.parametrize(
    "entry",
    [
        "TOC301: Nobody asks.",
        "{TOC301: Nobody asks., until: 2026-12}",
        "outcome-without-indicator: Nobody asks.",
        "{rule: TOC301, reason: Nobody asks.}",
        "TOC301",
    ],
)
def test_an_entry_that_is_written_otherwise_is_one_finding_that_shows_how(entry: str) -> None:
    (told,) = checked(at_calm(f"ignore: [{entry}]"))
    assert told.code in ("TOC009", "TOC010")
    assert told.hint.endswith("Write `- code: TOC301`, and on the line below `reason: ...`.")


def test_a_key_with_a_slip_in_an_ignore_is_one_finding() -> None:
    (told,) = checked(at_calm("ignore: [{cod: TOC301, reason: Nobody asks.}]"))
    assert (told.code, told.hint) == ("TOC009", "Did you mean `code`?")


def test_a_key_too_many_hides_no_missing_reason() -> None:
    told = checked(at_calm("ignore: [{code: TOC301, note: Nobody asks.}]"))
    assert [one.code for one in told] == ["TOC014", "TOC009"]


def test_a_link_knows_what_it_ignores() -> None:
    theory = loads(MODEL.replace("calm: {}", f"calm: {{{ignoring('TOC401')}}}"))
    links: dict[str, Link] = {link.name: link for link in theory.links}
    assert links["skills -> calm"].ignore == (Ignore(code="TOC401", reason="Later."),)
    assert links["sessions -> skills"].ignore == ()


class TestSites:
    SITE = "toc: 1\nextends: base.yaml\nid: leeds\ntitle: Leeds\nsite: {id: leeds, name: Leeds}\n"

    def checked(self, folder: Path, base: str, site: str) -> Findings:
        (folder / "base.yaml").write_text(base, encoding="utf-8")
        (folder / "site.yaml").write_text(self.SITE + site, encoding="utf-8")
        return validate_inspection(inspect(folder / "site.yaml", root=folder), today=TODAY)

    def test_a_site_adds_what_it_ignores_to_what_its_base_does(self, tmp_path: Path) -> None:
        findings = self.checked(tmp_path, MODEL + ignoring(), ignoring("TOC401", "Known in Leeds."))
        assert found(findings) == []
        assert left_out(findings) == [
            ("TOC401", "skills -> calm", "Known in Leeds.", None),
            ("TOC301", "calm", "Later.", None),
        ]
        assert [one.code for one in load(tmp_path / "site.yaml", root=tmp_path).ignore] == ["TOC301", "TOC401"]

    def test_a_change_that_only_ignores_needs_no_reason_beside_its_own(self, tmp_path: Path) -> None:
        findings = self.checked(tmp_path, MODEL, f"change:\n  calm: {{{ignoring()}}}\n")
        assert (found(findings), left_out(findings)) == (BOTH[:1], [("TOC301", "calm", "Later.", None)])

    def test_a_change_replaces_the_list_of_its_base_and_null_takes_it_away(self, tmp_path: Path) -> None:
        changed = f"change:\n  calm: {{{ignoring(reason='In Leeds too.')}}}\n"
        findings = self.checked(tmp_path, at_calm(ignoring()), changed)
        assert left_out(findings) == [("TOC301", "calm", "In Leeds too.", None)]
        findings = self.checked(tmp_path, at_calm(ignoring()), "change:\n  calm: {ignore: null}\n")
        assert (found(findings), left_out(findings)) == (BOTH, [])

    def test_a_site_is_not_told_that_it_has_no_use_for_an_ignore_of_its_base(self, tmp_path: Path) -> None:
        mended = "change:\n  knows: {measures: [skills, calm], reason: Visits}\n"
        assert found(self.checked(tmp_path, at_calm(ignoring()), mended)) == BOTH[:1]

    def test_a_site_is_told_of_an_ignore_of_its_own_that_it_has_no_use_for(self, tmp_path: Path) -> None:
        mended = f"change:\n  knows: {{measures: [skills, calm], reason: Visits}}\n  calm: {{{ignoring()}}}\n"
        assert found(self.checked(tmp_path, MODEL, mended)) == [BOTH[0], ("TOC013", "calm")]

    def test_a_site_cannot_ignore_that_it_changes_what_is_locked(self, tmp_path: Path) -> None:
        change = f"change:\n  calm: {{label: Quiet, reason: Our word, {ignoring('TOC611')}}}\n"
        findings = self.checked(tmp_path, f"{MODEL}locked: [calm.label]\n{ignoring('TOC301')}\n", change)
        assert found(findings) == [BOTH[0], ("TOC611", "calm"), ("TOC013", "calm")]

    def test_adding_an_ignore_to_what_is_locked_is_a_change_of_it(self, tmp_path: Path) -> None:
        findings = self.checked(tmp_path, MODEL + "locked: [calm]\n", f"change:\n  calm: {{{ignoring()}}}\n")
        assert found(findings) == [BOTH[0], ("TOC611", "calm")]


def test_a_rule_on_data_is_held_to_its_ignore_only_where_there_are_data(tmp_path: Path) -> None:
    theory = loads(MODEL + ignoring("TOC703"))
    assert found(validate(theory)) == BOTH
    data = tmp_path / "data.csv"
    data.write_text("indicator,improved,no_change,worsened\nknows,5,6,7\n", encoding="utf-8")
    assert ("TOC013", "advice") in found(validate(theory, data))


def test_the_summary_counts_what_is_ignored(tmp_path: Path) -> None:
    one, all_of_it = (
        checked(at_calm(ignoring())),
        checked(MODEL + ignoring()[:-1] + ", {code: TOC401, reason: A}]"),
    )
    assert findings_text(one, lambda _: None).endswith("\n0 errors, 1 warning, 0 info; 1 ignored\n")
    assert findings_text(all_of_it, lambda _: None) == "No findings; 2 ignored.\n"
    assert (one.to_dict()["ignored"], one.to_dict()["summary"]) == (1, {"error": 0, "warning": 1, "info": 0})
    assert repr(one) == "Findings(error=0, warning=1, info=0, ignored=1)"
    assert "<caption>0 error, 1 warning, 0 info; 1 ignored</caption>" in one._repr_html_()
    file = tmp_path / "model.yaml"
    file.write_text(at_calm(ignoring()), encoding="utf-8")
    assert check_files([str(file), str(file)]).summary == "0 errors, 1 warning, 0 info; 1 ignored"


def test_findings_that_leave_out_something_else_are_not_equal() -> None:
    one, other = checked(at_calm(ignoring())), checked(at_calm(ignoring(reason="Never.")))
    assert (list(one), one == other, one == checked(at_calm(ignoring()))) == (list(other), False, True)
    assert hash(one) == hash(checked(at_calm(ignoring())))


def test_an_entry_is_shown_with_what_it_ignores() -> None:
    shown = shown_entry(loads(at_calm(ignoring(reason='"Later, in April."', until="2015-04"))), "calm")
    line = 'ignore: [{code: TOC301, reason: "Later, in April.", until: "2015-04"}]'
    assert line in shown.written("text")


@given(models(), st.sampled_from(sorted(RULES)))
def test_ignoring_a_rule_in_a_whole_model_takes_its_findings_and_no_other(
    made: dict[str, object], code: str
) -> None:
    bare = {key: value for key, value in made.items() if key != "ignore"}
    before = validate(from_dict(bare), today=TODAY)
    after = validate(from_dict({**bare, "ignore": [{"code": code, "reason": "Because."}]}), today=TODAY)
    here = [one for one in before if one.code == code] if RULES[code].may_be_ignored else []
    assert [one.finding for one in after.ignored if one.reason == "Because."] == here
    assert [one for one in after if one.code != "TOC013"] == [
        one for one in before if one.code != "TOC013" and one not in here
    ]


def test_what_is_ignored_is_written_back_as_a_person_would() -> None:
    text = dump(loads(at_calm(ignoring(until="2015-03"))))
    assert '      ignore:\n        - code: TOC301\n          reason: Later.\n          until: "2015-03"\n' in text


PLANNED = "source: Diaries, frequency: yearly, baseline: deferred, target: deferred"
GATHERED = """\
toc: 1
id: advice
title: Advice
activities:
  sessions: {label: Sessions, leads_to: [calm]}
  calls: {label: Calls, leads_to: [calm]}
  visits: {label: Visits, leads_to: [calm]%s}
outcomes:
  long_term:
    calm: {label: Calm}
indicators:
""" + "".join(f"  {one}: {{label: {one}, measures: [calm], {PLANNED}%s}}\n" for one in "abcde")


def gathered(code: str, *ignored: str) -> Findings:
    words = [f", {ignoring(code)}" if one in ignored else "" for one in ("visits", *"abcde")]
    return validate(loads(GATHERED % tuple(words)), select=[code, "TOC013"], today=TODAY)


def test_an_entry_that_ignores_a_rule_is_taken_out_of_what_is_told_of_all_together() -> None:
    owners = gathered("no-owner", "e")
    assert [(one.subject, one.message) for one in owners] == [
        (
            "indicators",
            "Nobody is named who answers for the data of any of the 4 indicators that do not ignore this.",
        )
    ]
    assert left_out(owners) == [("TOC318", "e", "Later.", None)]
    reach = gathered("TOC410", "visits")
    assert [(one.subject, one.message) for one in reach] == [
        (
            "advice",
            (
                "The 2 activities that lead to outcomes and do not ignore this name no assumption on how people "
                "are reached and take up what is offered."
            ),
        )
    ]
    assert left_out(reach) == [("TOC410", "visits", "Later.", None)]


def test_below_the_number_that_is_told_together_each_that_does_not_ignore_a_rule_is_told() -> None:
    owners = gathered("TOC318", "d", "e")
    assert found(owners) == [("TOC318", one) for one in "abc"]
    assert [one.finding.subject for one in owners.ignored] == ["d", "e"]


def test_a_rule_that_there_is_not_is_told_beside_faults_that_leave_no_theory() -> None:
    text = (
        at_calm(ignoring("TOC3O1"))
        + "colour: green\nignore: [{code: TOC401, reason: r}, {code: TOC4, reason: r}]\n"
    )
    told = [(one.code, one.subject, one.message, one.hint) for one in checked(text)]
    assert sorted(told)[1:] == [
        ("TOC015", "", "There is no rule `TOC4`, which is ignored in the whole model.", told[-1][3]),
        ("TOC015", "calm", "There is no rule `TOC3O1`, which is ignored at `calm`.", "Did you mean `TOC301`?"),
    ]
    assert min(told)[:2] == ("TOC009", "")


def test_the_word_that_names_no_rule_is_marked_where_it_stands() -> None:
    text = at_calm(ignoring("TOC3O1"))
    for each in (text, f"{text}colour: green\n"):
        place = next(one.place for one in checked(each) if one.code == "TOC015")
        assert place is not None
        assert each.splitlines()[place.line - 1][place.column - 1 :].startswith("TOC3O1")
