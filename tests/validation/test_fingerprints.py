from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from shutil import copytree

from hypothesis import given
from hypothesis import strategies as st

from toc.loading import inspect
from toc.places import Place
from toc.validation import Finding, validate_inspection
from toc.validation.fingerprints import file_below, fingerprints

CSOF = Path(__file__).parents[2] / "models" / "csof" / "csof.yaml"


def finding(code: str = "TOC301", subject: str = "calm", file: str = "a.yaml", line: int = 1) -> Finding:
    return Finding(code, "name", "warning", "Said.", subject, Place(file, line, 1), "Mend it.")


def test_a_fingerprint_is_the_hash_of_code_file_subject_and_number() -> None:
    made = fingerprints([finding(), finding(line=9)], None)
    assert made == tuple(sha256(f"TOC301\0a.yaml\0calm\0{number}".encode()).hexdigest() for number in (1, 2))


def test_a_finding_without_a_place_has_an_empty_file() -> None:
    nowhere = Finding("TOC301", "name", "warning", "Said.", "calm", None, "")
    assert fingerprints([nowhere], Path("/")) == (sha256(b"TOC301\0\0calm\x001").hexdigest(),)


def test_lines_words_and_severity_take_no_part() -> None:
    other = Finding("TOC301", "renamed", "error", "Said in other words.", "calm", Place("a.yaml", 70, 9), "")
    assert fingerprints([finding()], None) == fingerprints([other], None)


@given(st.lists(st.tuples(st.sampled_from(["TOC301", "TOC401"]), st.sampled_from(["", "a", "a -> b"]))))
def test_every_finding_of_a_run_has_a_fingerprint_of_its_own(pairs: list[tuple[str, str]]) -> None:
    made = fingerprints([finding(code, subject) for code, subject in pairs], None)
    assert len(set(made)) == len(pairs)


@given(st.data(), st.lists(st.sampled_from(["a", "b", "c"]), unique=True))
def test_what_else_was_found_changes_no_fingerprint(data: st.DataObject, subjects: list[str]) -> None:
    order = data.draw(st.permutations(subjects))
    alone = {subject: fingerprints([finding(subject=subject)], None)[0] for subject in subjects}
    assert fingerprints([finding(subject=subject) for subject in order], None) == tuple(map(alone.get, order))


def test_a_file_is_named_from_the_root_whatever_the_working_folder(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "sites").mkdir()
    monkeypatch.chdir(tmp_path / "sites")
    names = ("wales.yaml", "../sites/wales.yaml", str(tmp_path / "sites" / "wales.yaml"))
    assert [file_below(tmp_path, name) for name in names] == ["sites/wales.yaml"] * 3


def test_of_a_file_outside_the_root_only_the_name_is_told(tmp_path: Path) -> None:
    assert file_below(tmp_path / "models", str(tmp_path / "jane" / "scores.csv")) == "scores.csv"


def test_an_accent_written_in_two_ways_is_one_file() -> None:
    assert file_below(None, "cafe\N{COMBINING ACUTE ACCENT}.yaml") == "caf\N{LATIN SMALL LETTER E WITH ACUTE}.yaml"


def test_a_comment_above_everything_changes_no_fingerprint_of_csof(tmp_path: Path) -> None:
    copytree(CSOF.parent / "sites", tmp_path / "sites")
    (tmp_path / "csof.yaml").write_bytes(b"# A note.\n\n" + CSOF.read_bytes())
    plain = validate_inspection(inspect(CSOF))
    moved = validate_inspection(inspect(tmp_path / "csof.yaml"))
    assert len(plain) > 10
    assert fingerprints(plain, CSOF.parent) == fingerprints(moved, tmp_path)
