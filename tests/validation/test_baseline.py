"""A baseline holds what is known, whatever else is edited, and hides nothing that may not be left out."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.errors import TocError
from toc.places import Place
from toc.validation import RULES, Baseline, Entry, Finding, Findings, baseline_of, fingerprints, read_baseline

FIXED = sorted(code for code, rule in RULES.items() if not rule.may_be_ignored)


def finding(code: str = "TOC301", subject: str = "calm", line: int = 1, message: str = "Said.") -> Finding:
    return Finding(code, RULES[code].name, "warning", message, subject, Place("a.yaml", line, 1), "Mend it.")


FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from(["TOC301", "TOC401", "TOC101", "TOC601"]),
        st.text(max_size=3),
        st.integers(1, 9),
        st.sampled_from(["One.", "Two."]),
    )
).map(Findings)


def test_a_baseline_is_one_line_for_each_finding_in_order_of_file_code_and_subject() -> None:
    found = Findings([finding(line=1), finding(line=9), finding("TOC106", "b -> a")])
    marks = [mark(words) for words in ("TOC106\0a.yaml\0b -> a\x001", "TOC301\0a.yaml\0calm\x001")]
    lines = [
        f'    {{"file": "a.yaml", "code": "TOC106", "subject": "b -> a", "fingerprint": "{marks[0]}"}}',
        f'    {{"file": "a.yaml", "code": "TOC301", "subject": "calm", "fingerprint": "{marks[1]}"}}',
    ]
    text = '{\n  "toc_baseline": 1,\n  "findings": [\n' + ",\n".join(lines) + "\n  ]\n}\n"
    assert baseline_of(Findings([found[0], found[1]]), None).text() == text
    assert len(baseline_of(found, None).entries) == 3


def mark(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def test_an_empty_baseline_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(Baseline().text())
    assert Baseline().text() == '{\n  "toc_baseline": 1,\n  "findings": []\n}\n'
    assert read_baseline(path) == Baseline()


@given(FINDINGS)
def test_a_written_baseline_reads_as_it_was(tmp_path_factory: pytest.TempPathFactory, found: Findings) -> None:
    path = tmp_path_factory.getbasetemp() / "known.json"
    made = baseline_of(found, None)
    path.write_bytes(made.text().encode())
    assert read_baseline(path) == made


@given(FINDINGS)
def test_what_was_found_is_known_but_for_what_cannot_be_left_out(found: Findings) -> None:
    told = baseline_of(found, None).apart(found, None)
    assert {one.code for one in told} <= {"TOC101", "TOC601"}
    assert {one.code for one in told.known} <= {"TOC301", "TOC401"}
    assert sorted(map(str, (*told, *told.known))) == sorted(map(str, found))


@given(FINDINGS, FINDINGS)
def test_as_many_are_told_as_are_new_of_each_subject(old: Findings, new: Findings) -> None:
    told = baseline_of(old, None).apart(new, None)
    for code, subject in {(one.code, one.subject) for one in new}:
        before, after, left = (
            sum((one.code, one.subject) == (code, subject) for one in some) for some in (old, new, told)
        )
        assert left == (after if code in FIXED else max(0, after - before))


@given(FINDINGS, FINDINGS)
def test_what_is_gone_is_what_the_baseline_has_too_many(old: Findings, new: Findings) -> None:
    baseline = baseline_of(old, None)
    gone = baseline.gone(new, None, lambda _: True)
    assert set(gone.entries) == set(baseline.entries) - set(baseline_of(new, None).entries)
    assert baseline.gone(new, None, lambda _: False) == Baseline()


@pytest.mark.parametrize("code", FIXED)
def test_what_cannot_be_left_out_is_told_although_it_is_listed(code: str) -> None:
    found = Findings([finding(code)])
    assert baseline_of(found, None) == Baseline()
    listed = Baseline((Entry("a.yaml", code, "calm", fingerprints(found, None)[0]),))
    assert listed.apart(found, None) == found


def test_an_entry_counts_only_with_the_mark_of_its_own_code_file_and_subject() -> None:
    found = Findings([finding()])
    (entry,) = baseline_of(found, None).entries
    for forged in (entry._replace(subject="joy"), entry._replace(code="TOC401"), entry._replace(file="b.yaml")):
        assert Baseline((forged,)).apart(found, None) == found


HINT = "Delete it, and write it again with --write-baseline."
BROKEN = {
    "": "1:1: This baseline is not JSON.",
    '{\n  "toc_baseline": 1,\n<<<<<<< HEAD\n': "3:1: This baseline is not JSON.",
    "[]": f"1:1: This is not a baseline. {HINT}",
    "{}": f"1:1: This is not a baseline. {HINT}",
    '{"toc_baseline": "1"}': f"1:1: This is not a baseline. {HINT}",
    '{"toc_baseline": 2, "findings": []}': "1:1: This baseline has version 2; this program reads version 1.",
    '{"toc_baseline": 1}': f"1:1: This baseline has no list of `findings`. {HINT}",
    '{"toc_baseline": 1, "findings": [3]}': "1:1: Entry 1 of this baseline is none: it needs file, code, subject,",
    '{"toc_baseline": 1, "findings": [{"file": "a"}]}': "1:1: Entry 1 of this baseline is none: it needs file,",
    "[" * 100_000: f"1:1: This is not a baseline. {HINT}",
    "1" * 10_000: f"1:1: This is not a baseline. {HINT}",
}


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:40])
def test_a_broken_baseline_is_told_with_its_place_and_the_way_out(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text)
    with pytest.raises(TocError) as raised:
        read_baseline(path)
    assert str(raised.value).startswith(f"{path}:{BROKEN[text]}")
    assert raised.value.hint


def test_bytes_that_are_no_text_are_no_baseline(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(b'{"toc_baseline": "\xe9"}')
    with pytest.raises(TocError, match="This is not a baseline"):
        read_baseline(path)


def test_half_a_letter_in_an_entry_can_be_written_again(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    entry = '{"file": "\\ud800", "code": "TOC301", "subject": "a", "fingerprint": "f"}'
    path.write_text(f'{{"toc_baseline": 1, "findings": [{entry}]}}')
    assert read_baseline(path).text().encode().count(b'"file": "?"') == 1
