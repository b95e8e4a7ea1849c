from __future__ import annotations

from pathlib import Path

import pytest

from diagram.quality import arrows_through_boxes, off_page, overflows, overlaps
from toc.diagram import Picture
from toc.diagram.pages import larger_pages, page_named
from toc.errors import TocError
from toc.loading import load
from toc.reports import draw

MODELS = Path(__file__).parents[2] / "models"


@pytest.mark.parametrize(
    ("written", "name", "width", "height"),
    [
        ("a4", "A4", 841.89, 595.28),
        ("A4 portrait", "A4 portrait", 595.28, 841.89),
        ("A4 upright", "A4 portrait", 595.28, 841.89),
        ("a3-Portrait", "A3 portrait", 841.89, 1190.55),
        ("A4portrait", "A4 portrait", 595.28, 841.89),
        ("A4 landscape", "A4", 841.89, 595.28),
        ("16:9", "16:9", 960.0, 540.0),
        ("slide", "16:9", 960.0, 540.0),
        ("300x200mm", "300x200 mm", 850.39, 566.93),
        ("210.5 x 100 mm", "210.5x100 mm", 596.69, 283.46),
    ],
)
def test_a_page_has_a_name_and_its_exact_size_in_points(
    written: str, name: str, width: float, height: float
) -> None:
    page = page_named(written)
    assert (page.name, page.width, page.height) == (name, width, height)


@pytest.mark.parametrize("written", ["", "A6", "upright", "letter", "300x200", "3 mm", "1e3x2 mm", "٣٠٠x200 mm"])
def test_another_page_is_refused_with_the_choices(written: str) -> None:
    with pytest.raises(TocError) as refused:
        page_named(written)
    assert refused.value.message == f'"{written}" is not a page that can be drawn on.'
    assert refused.value.hint == (
        'Choose one of A5, A4, A3, A2, A1, A0, which lie and can be upright ("A4 portrait"), a slide (16:9), or a '
        'size ("300x200 mm").'
    )


@pytest.mark.parametrize("written", ["99x200 mm", "200x2001 mm", "0x0 mm"])
def test_a_page_too_small_or_too_large_is_refused_with_the_limits(written: str) -> None:
    with pytest.raises(TocError) as refused:
        page_named(written)
    assert refused.value.hint == "Its sides can be 100 to 2000 mm."


@pytest.mark.parametrize(
    ("written", "next_page"),
    [("A4", "A3"), ("A4 portrait", "A3 portrait"), ("300x200 mm", "A3"), ("A0", None), ("16:9", None)],
)
def test_the_next_larger_page_lies_or_stands_as_the_page_does(written: str, next_page: str | None) -> None:
    larger = larger_pages(page_named(written))
    assert (larger[0].name if larger else None) == next_page


@pytest.mark.parametrize("page", ["A4 portrait", "A3 portrait", "16:9", "420x200 mm"])
@pytest.mark.parametrize("model", ["csof", "family_ties", "parental_imprisonment"])
def test_every_model_is_tidy_on_every_shape_of_page(model: str, page: str) -> None:
    picture = draw(load(MODELS / model / f"{model}.yaml"), page=page).picture
    assert [fault(picture) for fault in (overlaps, arrows_through_boxes, overflows, off_page)] == [[], [], [], []]
    assert page_named(page) == picture.page


def headings(picture: Picture) -> set[str]:
    return {word for header in picture.headers for line in header.text for word in line.text.split()}


def test_no_word_of_a_heading_is_cut_in_two_on_an_upright_page() -> None:
    picture = draw(load(MODELS / "csof" / "csof.yaml"), page="A4 portrait").picture
    whole = {word for header in picture.headers for word in header.label.split()}
    assert headings(picture) == whole | {"Short-term", "Long-term"}
    assert picture.font_size >= 8.0


def test_the_painted_file_has_the_size_of_the_page() -> None:
    drawing = draw(load(MODELS / "csof" / "csof.yaml"), page="A4 portrait")
    assert 'width="595.28pt" height="841.89pt"' in drawing.to_bytes("svg").decode()
    assert b"/MediaBox [ 0 0 595.28 841.89 ]" in drawing.to_bytes("pdf")
