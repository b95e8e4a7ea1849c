from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from toc.data.row_faults import RowFault
from toc.data.source import read_table
from toc.errors import TocError


def written(folder: Path, content: bytes, name: str = "data.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def cells(path: Path) -> list[tuple[int, dict[str, str]]]:
    return [(row.number, dict(row.cells)) for row in read_table(path).rows]


def test_rows_are_numbered_by_the_line_on_which_they_start(tmp_path: Path) -> None:
    path = written(tmp_path, b'a,b\n1,"two\nlines"\n\n,\n3,4\n')
    assert cells(path) == [(2, {"a": "1", "b": "two\nlines"}), (6, {"a": "3", "b": "4"})]


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa,b\r\n1,2\r\n", b"a;b\n1;2\n", b"a\tb\n1\t2", b"a,b\r1,2\r"])
def test_byte_order_mark_line_ends_and_separators_of_spreadsheets_are_read(tmp_path: Path, content: bytes) -> None:
    assert cells(written(tmp_path, content)) == [(2, {"a": "1", "b": "2"})]


def test_headings_are_compared_without_capitals_spaces_and_hyphens(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, b" No-Change ,Share of All\n1,2\n"))
    assert dict(table.columns) == {"no_change": "No-Change", "share_of_all": "Share of All"}


def test_rows_with_other_than_the_headed_cells_are_faults_and_not_rows(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, b"a,b\n1\n1,2\n1,2,3\n"))
    assert [row.number for row in table.rows] == [3]
    assert table.faults == (
        RowFault("incomplete-row", 2, "", "the row has 1 cells where the table has 2 columns"),
        RowFault("incomplete-row", 4, "", "the row has 3 cells where the table has 2 columns"),
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "data.csv is empty."),
        (b"\n \n", "data.csv is empty."),
        (b"a,b\n\xe9,2\n", "This table is not written in UTF-8."),
        ("a,b\n1,2\n".encode("utf-16"), "data.csv is not written in UTF-8 but in UTF-16."),
        (b"PK\x03\x04rest", "data.csv is not a text file; a table in CSV is wanted."),
        (b"a,b\n\x00,2\n", "data.csv is not a text file; a table in CSV is wanted."),
        (b'a,b\n1,"2\n3,4\n', "The row that starts here cannot be read as CSV."),
        (b"a,b,A\n1,2,3\n", "Columns 1 and 3 of data.csv have the same name."),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(TocError) as refused:
        read_table(written(tmp_path, content))
    assert refused.value.message == message
    assert refused.value.hint
    assert "\n" not in str(refused.value)


def test_a_fault_inside_the_file_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(TocError) as refused:
        read_table(written(tmp_path, b"a,b\n1,2\n\xff,2\n"))
    assert str(refused.value.place) == "data.csv:3:1"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TocError, match=r"absent\.csv"):
        read_table(tmp_path / "absent.csv")


class NotAvailable:
    """Like the missing value of pandas: it refuses to compare."""

    def __ne__(self, other: object) -> bool:
        raise TypeError

    __hash__ = object.__hash__


def test_rows_of_a_notebook_become_text_and_missing_values_become_empty() -> None:
    day = dt.datetime(2013, 5, 31, 12, tzinfo=dt.UTC)
    rows = [
        {"a": 3, "b": 2.5, "c": day, "d": day.date()},
        {"a": None, "b": float("nan"), "c": True, "e": NotAvailable()},
    ]
    table = read_table(rows)
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (1, {"a": "3", "b": "2.5", "c": "2013-05-31", "d": "2013-05-31"}),
        (2, {"a": "", "b": "", "c": "True", "e": ""}),
    ]
    assert list(table.columns) == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("source", [["person", "score"], 7, [("a", 1)]])
def test_what_is_neither_a_path_nor_rows_is_refused_with_the_way_from_pandas(source: object) -> None:
    with pytest.raises(TocError, match=r'frame\.to_dict\("records"\)'):
        read_table(source)  # type: ignore[arg-type]  # a wrong call is what is tested


def test_no_rows_at_all_are_refused() -> None:
    with pytest.raises(TocError, match="hold no rows"):
        read_table([])
