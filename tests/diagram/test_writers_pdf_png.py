"""The PDF and the PNG: exact page, fixed date, known resolution, words where the picture says."""

from __future__ import annotations

import re
import struct
import zlib
from datetime import date
from functools import cache

import pytest

from diagram.pictures_made import A3, A4, line, picture, small_theory
from toc.diagram.figure_file import FORMATS, figure_bytes
from toc.diagram.pdf_figure import fix_pdf
from toc.errors import TocError


@cache
def pdf() -> bytes:
    return figure_bytes(small_theory(), "pdf", date=date(2014, 3, 31))


def words_at(painted: bytes) -> list[tuple[float, float, float]]:
    """Font size, x and y of every run of words in a PDF, y from the lower edge of its page box."""
    box = [float(value) for value in re.search(rb"/MediaBox \[ ([^\]]*) \]", painted)[1].split()]  # type: ignore[index]
    stream = re.search(rb"stream\n(.*?)endstream", painted, re.DOTALL)
    assert stream is not None
    text = zlib.decompress(stream[1]).decode("latin1")
    runs = re.findall(r"([\d.]+) 0 0 -[\d.]+ ([\d.]+) ([\d.]+) Tm", text)
    surface = float(re.search(r"1 0 0 -1 0 ([\d.]+) cm", text)[1])  # type: ignore[index]
    return [(float(size), float(x), surface - float(y) - box[1]) for size, x, y in runs]


@pytest.mark.parametrize("page", [A4, A3])
def test_the_page_of_the_pdf_is_exact(page: object) -> None:
    painted = figure_bytes(picture(page=page), "pdf")  # type: ignore[arg-type]
    left, bottom, right, top = (
        float(value)
        for value in re.search(rb"/MediaBox \[ ([^\]]*) \]", painted)[1].split()  # type: ignore[index]
    )
    assert (right - left, top - bottom) == pytest.approx((page.width, page.height))  # type: ignore[attr-defined]


def test_words_stand_at_their_place_in_the_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOC_RENDERER", "pygraphviz")
    lines = [line("Words", 100, 50 + 40 * at, 5 + at, bold=at % 2 == 1) for at in range(10)]
    found = words_at(figure_bytes(picture(texts=tuple(lines)), "pdf"))
    wanted = [(line.size, line.x, A4.height - line.y) for line in lines]
    assert [value for run in found for value in run] == pytest.approx([v for run in wanted for v in run], abs=0.03)


def test_the_pdf_carries_the_date_that_it_is_given() -> None:
    assert re.findall(rb"/CreationDate \(([^)]*)\)", pdf()) == [b"D:20140331000000Z"]


def test_a_pdf_without_a_date_says_1970() -> None:
    assert b"/CreationDate (D:19700101000000Z)" in figure_bytes(picture(), "pdf")


def test_the_same_picture_gives_the_same_pdf() -> None:
    assert figure_bytes(small_theory(), "pdf", date=date(2014, 3, 31)) == pdf()


def test_every_offset_in_the_table_of_the_pdf_is_an_object() -> None:
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n\Z", pdf())[1])  # type: ignore[index]
    offsets = [int(entry) for entry in re.findall(rb"(\d{10}) 00000 n", pdf()[start:])]
    wrong = [at for number, at in enumerate(offsets, 1) if not pdf().startswith(b"%d 0 obj" % number, at)]
    assert (pdf()[start : start + 4], len(offsets) > 5, wrong) == (b"xref", True, [])


def test_a_pdf_with_another_kind_of_table_is_left_as_it_is() -> None:
    other = b"%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n"
    assert fix_pdf(other, A4) == other


def test_words_of_the_pdf_are_set_in_the_font_that_comes_with_the_library() -> None:
    fonts = set(re.findall(rb"/BaseFont /\w+\+([\w-]+)", figure_bytes(picture(texts=(line("A", 90, 90),)), "pdf")))
    assert fonts == {b"LiberationSans"}


@pytest.mark.parametrize(("dpi", "size"), [(72, (842, 595)), (150, (1754, 1240)), (300, (3508, 2480))])
def test_a_png_has_the_pixels_of_its_page(dpi: int, size: tuple[int, int]) -> None:
    painted = figure_bytes(picture(), "png", dpi=dpi)
    assert struct.unpack(">II", painted[16:24]) == size


def test_a_png_says_its_resolution_once() -> None:
    painted = figure_bytes(picture(), "png", dpi=150)
    chunks = re.findall(rb"\x00\x00\x00\x09pHYs(.{9})(.{4})", painted, re.DOTALL)
    data = struct.pack(">IIB", 5906, 5906, 1)
    assert chunks == [(data, struct.pack(">I", zlib.crc32(b"pHYs" + data)))]


@pytest.mark.parametrize("dpi", [0, 19, 1201])
def test_a_resolution_outside_20_to_1200_is_refused(dpi: int) -> None:
    with pytest.raises(TocError, match="Choose from 20 to 1200"):
        figure_bytes(picture(), "png", dpi=dpi)


def test_an_unknown_format_is_refused_with_the_choices() -> None:
    with pytest.raises(TocError) as refusal:
        figure_bytes(picture(), "gif")
    assert str(refusal.value) == (
        "There is no figure format 'gif'. Choose one of svg, pdf, png, html, dot, json, mmd, txt."
    )


def test_every_format_gives_bytes() -> None:
    assert [form for form in FORMATS if not figure_bytes(small_theory(), form)] == []
