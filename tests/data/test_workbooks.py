"""Sheets of Excel: what is read, what is left alone, and what is not opened at all."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from toc.data.source import read_table
from toc.errors import TocError


def workbook(folder: Path, sheets: dict[str, Sequence[Sequence[Any]]], name: str = "cases.xlsx") -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(folder / name)
    return folder / name


def repacked(path: Path, part: str, old: str, new: str, encoding: str = "utf-8") -> Path:
    """Change the text of one part of a workbook."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    text = parts[part].decode("utf-8")
    assert old in text
    parts[part] = text.replace(old, new, 1).encode(encoding)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def cells(source: str | Path) -> list[tuple[int, dict[str, str]]]:
    return [(row.number, dict(row.cells)) for row in read_table(source).rows]


def refusal(source: str | Path) -> str:
    with pytest.raises(TocError) as refused:
        read_table(source)
    assert refused.value.hint
    assert "\n" not in str(refused.value)
    return refused.value.message


def test_rows_have_the_numbers_that_excel_shows_and_empty_ones_are_left_out(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"one": [[None], ["a", "b"], [1, "x"], [None, " "], [2.0, None]]})
    assert cells(path) == [(3, {"a": "1", "b": "x"}), (5, {"a": "2", "b": ""})]


def test_the_first_visible_sheet_is_read_or_the_one_that_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"hidden": [["a"], [0]], "first": [["a"], [1]], "All Readings": [["a"], [2]]})
    book = openpyxl.load_workbook(path)
    book["hidden"].sheet_state = "hidden"
    book.save(path)
    assert [cells(name) for name in (path, f"{path}#all readings", f"{path}#hidden")] == [
        [(2, {"a": "1"})],
        [(2, {"a": "2"})],
        [(2, {"a": "0"})],
    ]
    assert read_table(f"{path}#first").name == "cases.xlsx#first"


def test_a_sheet_that_is_not_there_is_refused_without_naming_those_that_are(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"canary": [["a"], [1]]})
    assert refusal(f"{path}#readings") == "cases.xlsx has no sheet of that name."


def test_a_formula_counts_as_what_was_saved_with_it_and_is_never_worked_out(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"one": [["a", "b"], ["=1+1", '=WEBSERVICE("http://localhost/")']]})
    assert cells(path) == []
    path = repacked(path, "xl/worksheets/sheet1.xml", "<f>1+1</f><v />", "<f>1+1</f><v>7</v>")
    assert cells(path) == [(2, {"a": "7", "b": ""})]


def test_errors_of_excel_are_missing_and_booleans_are_words(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"one": [["a", "b", "c"], ["#N/A", True, "#DIV/0!"], ["#REF!", 1, "x"]]})
    assert cells(path) == [(2, {"a": "", "b": "True", "c": ""}), (3, {"a": "", "b": "1", "c": "x"})]


def test_a_date_beyond_the_calendar_is_missing_and_is_not_shown(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    path = workbook(tmp_path, {"one": [["a", "date"], [1, 41425]]})
    book = openpyxl.load_workbook(path)
    book["one"]["B2"].number_format = "yyyy-mm-dd"
    book.save(path)
    assert cells(path) == [(2, {"a": "1", "date": "2013-05-31"})]
    path = repacked(path, "xl/worksheets/sheet1.xml", "<v>41425</v>", "<v>4061000</v>")
    assert cells(path) == [(2, {"a": "1", "date": ""})]
    assert not recwarn.list


def test_a_cell_beyond_the_headings_makes_its_row_a_fault(tmp_path: Path) -> None:
    table = read_table(workbook(tmp_path, {"one": [["a", "b"], [1, 2, "note"], [3]]}))
    assert [row.number for row in table.rows] == [3]
    assert [(fault.row, fault.message) for fault in table.faults] == [
        (2, "the row has 3 cells where the table has 2 columns")
    ]


def test_an_empty_sheet_is_refused(tmp_path: Path) -> None:
    assert refusal(workbook(tmp_path, {"one": []})) == "cases.xlsx is empty."


def test_links_to_other_files_are_not_followed(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"one": [["a"], ["=[1]Sheet1!A1"]]})
    path = repacked(path, "xl/worksheets/sheet1.xml", "<v />", "<v>5</v>")
    assert cells(path) == [(2, {"a": "5"})]


def test_a_workbook_that_unpacks_to_far_more_than_its_size_is_not_opened(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"one": [["a"], [1]]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings.xml", b" " * 28_000_000)
    assert path.stat().st_size < 100_000
    begun = time.process_time()
    assert refusal(path) == "cases.xlsx unpacks to far more than its size, and is not opened."
    assert time.process_time() - begun < 1


def test_a_workbook_of_very_many_parts_is_not_opened(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"one": [["a"], [1]]})
    with zipfile.ZipFile(path, "a") as packed:
        for number in range(1_001):
            packed.writestr(f"xl/media/{number}", b"")
    assert "unpacks to far more" in refusal(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_whose_xml_defines_entities_is_not_opened(tmp_path: Path, encoding: str) -> None:
    path = workbook(tmp_path, {"one": [["a"], [1]]})
    doctype = '<!DOCTYPE x [<!ENTITY a "canary"><!ENTITY b "&a;&a;&a;">]><worksheet'
    path = repacked(path, "xl/worksheets/sheet1.xml", "<worksheet", doctype, encoding)
    assert refusal(path) == "cases.xlsx holds XML with definitions of its own, and is not opened."


def test_a_sheet_that_says_it_is_as_wide_and_long_as_can_be_is_read_as_it_is(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"one": [["a"], *([number] for number in range(300))]})
    path = repacked(path, "xl/worksheets/sheet1.xml", '<dimension ref="A1:A301"', '<dimension ref="A1:XFD1048576"')
    begun = time.process_time()
    assert len(cells(path)) == 300
    assert time.process_time() - begun < 2


def test_rows_that_reach_to_the_last_column_end_in_one_line(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"one": [["a"], ["first"]]})
    far = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(3, 2_000))
    path = repacked(path, "xl/worksheets/sheet1.xml", "</sheetData>", f"{far}</sheetData>")
    begun = time.process_time()
    assert refusal(path) == "cases.xlsx holds more than is read at once."
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a,b\n1,2\n", "cases.xlsx is not what its name says: what it holds is not an Excel workbook."),
        (b"", "cases.xlsx is not what its name says: what it holds is not an Excel workbook."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99, "cases.xlsx is an older Excel file, or one with a password."),
        (b"PK\x03\x04canary", "cases.xlsx cannot be read as an Excel workbook."),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "cases.xlsx").write_bytes(content)
    assert refusal(tmp_path / "cases.xlsx") == message


def test_a_packed_file_without_a_workbook_is_refused_in_one_line(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as files:
        files.writestr("canary.txt", "canary")
    (tmp_path / "cases.XLSX").write_bytes(packed.getvalue())
    assert refusal(tmp_path / "cases.XLSX") == "cases.XLSX cannot be read as an Excel workbook."


def test_a_missing_workbook_is_refused(tmp_path: Path) -> None:
    assert refusal(f"{tmp_path / 'absent.xlsx'}#one").endswith("absent.xlsx does not exist.")


def test_a_damaged_workbook_never_leaves_but_as_one_line(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"one": [["person"], ["canary"]]})
    whole = path.read_bytes()
    said = []
    for cut in range(4, len(whole), len(whole) // 60):
        path.write_bytes(whole[:cut] + bytes(40) + whole[cut + 40 :])
        try:
            read_table(path)
        except TocError as refused:
            said.append(str(refused))
    assert len(said) > 30
    assert not [line for line in said if "canary" in line or "\n" in line]
