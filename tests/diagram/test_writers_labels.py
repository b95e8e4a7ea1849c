"""Any label at all: well-formed files in which it stands exactly where it belongs, and nowhere else."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagram.pictures_made import box, line, picture, read_xml
from toc.diagram.dot_text import write_dot
from toc.diagram.figure_file import figure_bytes
from toc.diagram.html_page import write_html
from toc.diagram.painting import paint
from toc.diagram.picture import Picture
from toc.diagram.plain_text import has_ink, strip_unprintable

SVG = "{http://www.w3.org/2000/svg}"
HARD = (
    "&<>\"'\\", "\\N\\G\\l\\", "<b>bold</b><br/>", "&amp;&#65;&quot;", "\x00\x01\x1b\x7f\ud800\ufffe",
    "a\nb\tc\rd",
    "مرحبا بالعالم", "\u202eright to left", "👩‍👩‍👧‍👦🎉",
    "日本語", "]]>", "--><script>alert(1)</script>", "x" * 500, "%s {0}",
    'x" onload="alert(1)', "\\\\\\", "ends with \\", "=1+1", "\n::error ::x", " leading and trailing ",
    "1. Recruit", "2) Better", "- Train", "---", "www.example.org",
)  # fmt: skip
LABELS = st.text(max_size=80) | st.sampled_from(HARD) | st.text(alphabet="&<>\"'\\;#lNG\n\x00é😀", max_size=30)


def labelled(labels: list[str]) -> Picture:
    return picture(
        tuple(box(f"box_{at}", (label,), 200, 20 + 14 * at) for at, label in enumerate(labels)), title=labels[0],
        texts=(line("The end", 90, 590),),
    )  # fmt: skip


class Items(HTMLParser):
    """The words of every list item of a page before its first inner tag."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[str] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "li"
        if self.inside:
            self.items.append("")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.items[-1] += data


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LABELS, min_size=30, max_size=40))
def test_any_labels_stand_once_per_place_in_a_well_formed_svg(labels: list[str]) -> None:
    root = read_xml(figure_bytes(labelled(labels), "svg"))
    groups = [group for group in root.iter(f"{SVG}g") if group.get("class") == "box"]
    written = [
        (group.findtext(f"{SVG}title"), [text.text or "" for text in group.iter(f"{SVG}text")]) for group in groups
    ]
    plain = [strip_unprintable(label) for label in labels]
    assert written == [(label.strip() or "empty box", [label]) for label in plain]


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LABELS, min_size=30, max_size=40))
def test_graphviz_itself_reads_every_word_as_it_is(labels: list[str]) -> None:
    painted = paint(write_dot(labelled(labels)), "svg").decode()
    root = read_xml(painted[painted.index("<svg") :])
    words = {
        group.get("id"): (group.findtext(f"{SVG}text") or "").replace("\u00a0", " ")
        for group in root.iter(f"{SVG}g")
    }
    # In an SVG, Graphviz keeps the second of two spaces by writing one that does not break.
    plain = [strip_unprintable(label).replace("\u00a0", " ") for label in labels]
    found = [words.get(f"text-{at}", "") for at in range(len(labels))]
    assert found == [label if has_ink(label) else "" for label in plain]


def test_the_hard_labels_can_all_be_painted_as_pdf_and_png() -> None:
    shown = labelled(list(HARD))
    starts = (figure_bytes(shown, "pdf")[:5], figure_bytes(shown, "png")[:4])
    assert starts == (b"%PDF-", b"\x89PNG")


@settings(max_examples=60, deadline=None)
@given(LABELS)
def test_any_label_is_one_list_item_of_the_page(label: str) -> None:
    items = Items(write_html(labelled([label]), None)).items
    assert [item.strip() for item in items] == [strip_unprintable(label).strip() or "empty box"]


@given(st.text(max_size=200))
def test_what_is_left_of_any_text_can_stand_in_xml(text: str) -> None:
    element = ET.Element("a")
    element.text = strip_unprintable(text)
    assert (read_xml(ET.tostring(element, encoding="unicode")).text or "") == element.text
