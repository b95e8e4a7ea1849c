"""Files as editors and systems write them: encodings, byte order marks and line ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.errors import Fault
from toc.loading import inspect, load, loads
from toc.places import Place

MODEL = "toc: 1\nid: m\ntitle: Café\ninputs:\n  a:\n    colour: A\n"
FAULTS = [(5, 3, 1, "missing-field"), (6, 5, 6, "unknown-field")]
NOT_UTF8 = "from here on this is not UTF-8 text."
SAVE_AS = "Save the file as UTF-8 (in most editors: Save as, Encoding)."


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "m.yaml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "a byte order mark"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_places_count_the_lines_that_an_editor_shows(tmp_path: Path, mark: bytes, line_end: str) -> None:
    path = saved(tmp_path, mark + MODEL.replace("\n", line_end).encode())
    found = [(fault.place, fault.kind) for fault in inspect(path).faults]
    assert found == [(Place(str(path), line, column, width), kind) for line, column, width, kind in FAULTS]


def test_a_mark_moves_no_column_of_the_first_line(tmp_path: Path) -> None:
    path = saved(tmp_path, b"\xef\xbb\xbftco: 1\n")
    assert [fault.place for fault in inspect(path).faults if fault.kind == "unknown-field"] == [
        Place(str(path), 1, 1, 3)
    ]


def test_a_mark_at_the_start_of_a_text_is_no_part_of_it() -> None:
    assert loads("\ufefftoc: 1\nid: m\ntitle: T\n") == loads("toc: 1\nid: m\ntitle: T\n")


def test_letters_outside_the_first_plane_count_once(tmp_path: Path) -> None:
    path = saved(tmp_path, "toc: 1\nid: m\ntitle: {cy: 😀😀, en: 3}\n".encode())
    assert [fault.place for fault in inspect(path).faults] == [Place(str(path), 3, 1, 5)]
    path = saved(tmp_path, "toc: 1\nid: m\ntitle: T\nfigure: {columns: [😀😀, impact]}\n".encode())
    assert [str(fault.place) for fault in inspect(path).faults] == [f"{path}:4:20", f"{path}:4:24"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_letter_of_latin_1_is_told_where_it_stands(tmp_path: Path, line_end: str) -> None:
    path = saved(tmp_path, MODEL.replace("\n", line_end).encode("latin-1"))
    assert inspect(path).faults == (Fault("encoding", NOT_UTF8, Place(str(path), 3, 11), SAVE_AS),)


def test_a_letter_of_latin_1_behind_other_accents_is_told_in_letters_not_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path, b"\xef\xbb\xbf" + "title: éé".encode() + b"\xe9")
    assert inspect(path).faults == (Fault("encoding", NOT_UTF8, Place(str(path), 1, 10), SAVE_AS),)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_and_utf_32_are_encoding_faults(tmp_path: Path, encoding: str) -> None:
    path = saved(tmp_path, MODEL.encode(encoding))
    assert [fault.kind for fault in inspect(path).faults] == ["encoding"]


def test_accents_and_other_scripts_are_kept(tmp_path: Path) -> None:
    words = "Gwell iechyd – café – 家族 – العائلة"
    path = saved(tmp_path, f"toc: 1\nid: m\ntitle: {words}\n".encode())
    assert str(load(path).title) == words
