"""What each kind of file says is drawn, read back from its bytes: boxes, wholes, columns, arrows, by their labels.

Labels come back without spaces, since a writer may break a line between any two words.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from math import hypot
from typing import Any, NamedTuple

import pypdf
from pypdf.generic import ContentStream

from diagram.pictures_made import read_xml
from toc.diagram import Picture
from toc.diagram.dot_text import write_dot
from toc.diagram.painting import paint
from toc.diagram.picture import Point
from toc.diagram.plain_text import strip_unprintable

__all__ = ["EMPTY", "READERS", "Drawn", "drawn_of", "joined", "lines_of", "pdf_arrows", "pdf_words"]

SVG = "{http://www.w3.org/2000/svg}"
EMPTY = "emptybox"
"""What a file that must say something says of a box without words."""


class Drawn(NamedTuple):
    """How often each label stands in a file, and each pair of labels that an arrow joins."""

    boxes: Counter[str]
    wholes: Counter[str]
    columns: Counter[str]
    arrows: Counter[tuple[str, str]]


def joined(text: str) -> str:
    """Return a label without its spaces and without what no file can hold."""
    return "".join(strip_unprintable(text).split()) or EMPTY


def drawn_of(picture: Picture) -> Drawn:
    """Return what a picture holds, which every file must say."""
    wholes = {frame.id: joined(frame.label) for frame in picture.frames if frame.kind == "group"}
    boxes = {box.id: joined(box.label) for box in picture.boxes}
    columns = {header.stage: joined(header.label).upper() for header in picture.headers}
    labels = boxes | wholes
    pairs = [(labels[arrow.source], labels[arrow.target]) for arrow in picture.arrows]
    pairs += [(columns[arrow.source], columns[arrow.target]) for arrow in picture.stage_arrows]
    return Drawn(Counter(boxes.values()), Counter(wholes.values()), Counter(columns.values()), Counter(pairs))


def lines_of(picture: Picture) -> list[str]:
    """Return every line of words of a picture in the order in which Graphviz is told of them."""
    groups = [header.text for header in picture.headers] + [frame.text for frame in picture.frames]
    groups += [(*box.text, *box.badge_text) for box in picture.boxes]
    groups += [picture.texts, *((item.text,) for item in picture.legend)]
    groups += [(flag.text,) for flag in picture.flags]
    return [line.text for group in groups for line in group]


def _drawn(
    boxes: Mapping[Any, str], wholes: Mapping[Any, str], columns: Mapping[Any, str], pairs: list[tuple[Any, Any]]
) -> Drawn:
    labels = {**boxes, **wholes, **columns}
    arrows = Counter((labels[one], labels[other]) for one, other in pairs)
    return Drawn(Counter(boxes.values()), Counter(wholes.values()), Counter(columns.values()), arrows)


def _json(written: bytes, _: Picture) -> Drawn:
    found = json.loads(written)
    columns = {("column", one["stage"]): joined(one["label"]).upper() for one in found["headers"]}
    pairs = [(one["from"], one["to"]) for one in found["arrows"]]
    pairs += [(("column", one["from"]), ("column", one["to"])) for one in found["stage_arrows"]]
    wholes = {one["id"]: joined(one["label"]) for one in found["frames"] if one["kind"] == "group"}
    return _drawn({one["id"]: joined(one["label"]) for one in found["boxes"]}, wholes, columns, pairs)


MERMAID_BOX = re.compile(r' +(b\d+)\["([^"]*)"\]')
STRAND_LINE = re.compile(r"<br/>\((?:shared|Home|School)\)\Z")
MERMAID_FRAME = re.compile(r' +subgraph ([sg]\d+)\["([^"]*)"\]')
MERMAID_ARROW = re.compile(r' +([bgs]\d+) (?:-\.->|-->|-\.-x|--x|==>)(?:\|"[^"]*"\|)? ([bgs]\d+)')


def _mermaid(written: bytes, _: Picture) -> Drawn:
    def words(text: str) -> str:
        plain = re.sub(r"#(\d+);", lambda sign: chr(int(sign[1])), text)
        return EMPTY if plain == "\N{ZERO WIDTH SPACE}" else joined(plain)

    lines = written.decode().split("\n")
    boxes = {one[1]: words(STRAND_LINE.sub("", one[2])) for line in lines if (one := MERMAID_BOX.fullmatch(line))}
    frames = {one[1]: words(one[2]) for line in lines if (one := MERMAID_FRAME.fullmatch(line))}
    pairs = [(one[1], one[2]) for line in lines if (one := MERMAID_ARROW.fullmatch(line))]
    columns = {name: label.upper() for name, label in frames.items() if name.startswith("s")}
    wholes = {name: label for name, label in frames.items() if name.startswith("g")}
    return _drawn(boxes, wholes, columns, pairs)


def _meant(written: str) -> str:
    """Return what Graphviz takes an attribute to say: entities and escapes resolved."""
    return re.sub(r"\\(.)", lambda found: found[1] if found[1] == "\\" else "", unescape(written))


def _dot(written: bytes, picture: Picture) -> Drawn:
    graph = json.loads(paint(written.decode(), "dot_json"))
    ids = {one["_gvid"]: one.get("name", "") for one in graph["objects"]}
    named = {one.get("id", ""): one for one in graph["objects"]}
    boxed = [one for key, one in named.items() if key.startswith("box-")]
    boxes = {one["name"]: joined(_meant(one.get("tooltip", ""))) for one in boxed}
    columns = {one["name"]: key for key, one in named.items() if key.startswith("header-")}
    columns = {name: joined(picture.headers[int(key[7:])].label).upper() for name, key in columns.items()}
    frames = [one for one in named.values() if one.get("class", "").startswith("group")]
    ends = {f"whole {frame.id}": joined(frame.label) for frame in picture.frames if frame.kind == "group"}
    arrows = [one for one in graph.get("edges", ()) if one["class"].partition(" ")[0] in ("arrow", "stage-arrow")]
    labels = {**boxes, **columns, **ends}
    pairs = Counter((labels[ids[one["tail"]]], labels[ids[one["head"]]]) for one in arrows)
    wholes = Counter(joined(_meant(one.get("tooltip", ""))) for one in frames)
    return Drawn(Counter(boxes.values()), wholes, Counter(columns.values()), pairs)


def _png(_: bytes, picture: Picture) -> Drawn:
    """Read what is painted as a PNG before it becomes dots."""
    return _dot(write_dot(picture, zoom=2.0, graph={"dpi": "75"}).encode(), picture)


def _svg(written: bytes, picture: Picture) -> Drawn:
    root = read_xml(written)
    groups = [group for group in root.iter(f"{SVG}g") if group.get("class")]

    def words(kind: str) -> list[str]:
        return [
            joined(" ".join(text.text or "" for text in group.iter(f"{SVG}text")))
            for group in groups
            if group.get("class") == kind
        ]

    starts = [
        [float(value) for value in re.findall(r"-?[\d.]+", path.get("d", ""))[:2]]
        for group in groups
        if group.get("class") in ("arrow", "stage-arrow")
        for path in group.iter(f"{SVG}path")
    ]
    paths = [(x / 2, y / 2 + picture.page.height) for x, y in starts]
    titles = [joined(group.findtext(f"{SVG}title") or "") for group in groups if group.get("class") == "box"]
    assert [title for title in titles if title != EMPTY] == [word for word in words("box") if word != EMPTY]
    return Drawn(
        Counter(words("box")),
        Counter(words("group")),
        Counter(word.upper() for word in words("header")),
        _pairs_from(paths, picture),
    )


def _pairs_from(starts: list[Point], picture: Picture) -> Counter[tuple[str, str]]:
    """Return the arrows that begin at these points, each of them taken once."""
    labels = {frame.id: joined(frame.label) for frame in picture.frames}
    labels |= {box.id: joined(box.label) for box in picture.boxes}
    columns = {header.stage: joined(header.label).upper() for header in picture.headers}
    left = [(one.points[0], (labels[one.source], labels[one.target])) for one in picture.arrows]
    left += [(one.points[0], (columns[one.source], columns[one.target])) for one in picture.stage_arrows]
    found = Counter[tuple[str, str]]()
    for start in starts:
        near = [one for one in left if hypot(one[0][0] - start[0], one[0][1] - start[1]) < 0.1]
        assert near, f"an arrow that the picture does not have begins at {start}"
        left.remove(near[0])
        found[near[0][1]] += 1
    return found


class _Page(HTMLParser):
    """The lists of a page: headings, items of the outer and of the inner lists, and where each stands."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.found: list[tuple[str, str]] = []
        self.into: str | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "ul":
            self.depth += 1
        kind = {"h3": "column", "p": "note", "li": f"item {self.depth}"}.get(tag)
        self.into = kind or ("marks" if ("class", "strand") in attrs else None)
        if self.into:
            self.found.append((self.into, ""))

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "ul"
        self.into = None

    def handle_data(self, data: str) -> None:
        if self.into:
            kind, text = self.found[-1]
            self.found[-1] = (kind, text + data)


def _html(written: bytes, _: Picture) -> Drawn:
    page = written.decode()
    return _told(_html_lines(_Page(page[page.index("<h2") :]).found))


def _html_lines(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the parts of a page as those of an outline: a paragraph says that the items after it are stages."""
    lines: list[tuple[str, str]] = []
    after_note = False
    for (kind, text), (following, marks) in zip(found, [*found[1:], ("", "")], strict=True):
        if kind == "note":
            after_note = True
        elif kind == "column":
            after_note = False
            lines.append(("column", text))
        elif kind == "item 1" and following == "marks":
            after_note = False
            lines.append(("whole" if marks == "[all its parts]" else "box", text))
        elif kind.startswith("item"):
            lines.append(("column leads" if after_note else "leads", text))
    return lines


def _told(lines: list[tuple[str, str]]) -> Drawn:
    counted = {kind: Counter[str]() for kind in ("box", "whole", "column")}
    pairs = Counter[tuple[str, str]]()
    last = column = ""
    for kind, text in lines:
        label = joined(text)
        if kind in counted:
            last = label.upper() if kind == "column" else label
            column = last if kind == "column" else column
            counted[kind][last] += 1
        else:
            pairs[(column, label.upper()) if kind == "column leads" else (last, label)] += 1
    return Drawn(counted["box"], counted["whole"], counted["column"], pairs)


BASIS = re.compile(r"\((?:statedinthesource|statedofthewholestage|ourreading)(?:,[a-z]+)*\)\Z")
STRANDS = re.compile(r"\[(?:shared|Home|School|allitsparts)\]\Z")


def _txt(written: bytes, _: Picture) -> Drawn:
    text = written.decode()
    assert text.startswith("Any labels\n\n")
    lines: list[tuple[str, str]] = []
    for block in text.removesuffix("\n").split("\n\n")[1:]:
        heading, *rest = block.split("\n")
        lines.append(("column", heading))
        for line in rest:
            kind = next((kind for start, kind in OUTLINE.items() if line.startswith(start)), None)
            if kind:
                lines.append((kind, line.partition(START[kind])[2]))
            else:
                lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line}")
    return _told([_unmarked(kind, text) for kind, text in lines])


START = {"box": "- ", "leads": "-> ", "column leads": ": "}
OUTLINE = {
    "- ": "box", "    - ": "box", "    -> ": "leads", "        -> ": "leads",
    "  the whole stage leads to: ": "column leads",
}  # fmt: skip
"""With four blanks before them those of the parts of a whole."""


def _unmarked(kind: str, text: str) -> tuple[str, str]:
    plain = "".join(text.split())
    if kind == "box":
        marks = STRANDS.search(plain)
        assert marks, plain
        return ("whole" if "allits" in marks[0] else "box", plain[: marks.start()])
    return (kind, BASIS.sub("", plain))


def pdf_words(written: bytes) -> str:
    """Return the words of a PDF without spaces, in the order in which they are painted."""
    return "".join("".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(written)).pages).split())


def pdf_arrows(written: bytes, picture: Picture) -> Counter[tuple[str, str]]:
    """Return the arrows of a PDF: every open curve that is stroked and not filled, but for those in the legend."""
    reader = pypdf.PdfReader(BytesIO(written))
    (page,) = reader.pages
    contents = page.get_contents()
    assert contents is not None
    below = min((item.y - item.text.size for item in picture.legend), default=picture.page.height)
    path: list[tuple[str, Point]] = []
    starts = []
    height = 0.0
    for operands, operator in ContentStream(contents, reader).operations:
        if operator == b"cm" and not height:
            height = float(operands[5])
        elif operator in (b"m", b"c", b"l", b"h"):
            end = (float(operands[-2]), float(operands[-1])) if operands else (0.0, 0.0)
            path.append((operator.decode(), end))
        elif operator in (b"S", b"B", b"f"):
            kinds = "".join(kind for kind, _ in path)
            if operator == b"S" and re.fullmatch("mc+", kinds):
                x, y = path[0][1]
                starts.append((x, y - height + picture.page.height))
            path = []
    return _pairs_from([start for start in starts if start[1] < below], picture)


READERS: Mapping[str, Callable[[bytes, Picture], Drawn]] = {
    "svg": _svg, "json": _json, "mmd": _mermaid, "dot": _dot, "html": _html, "txt": _txt, "png": _png,
}  # fmt: skip
