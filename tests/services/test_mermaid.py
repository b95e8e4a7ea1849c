"""What is written for Mermaid is read back with Mermaid itself: every box, frame and arrow, word for word."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from diagram.pictures_made import box, picture, small_theory
from diagram.test_writers_labels import HARD
from toc.comparison import diff
from toc.diagram import Picture
from toc.diagram.figure_words import figure_words
from toc.diagram.mermaid_text import write_mermaid
from toc.diagram.picture import Arrow, PictureBox
from toc.diagram.plain_text import strip_unprintable
from toc.loading import load
from toc.reports import draw
from toc.reports.compared_drawing import draw_changes
from toc.scoring import score

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent / "mermaid"
IMPRISONMENT = ROOT / "models" / "parental_imprisonment" / "parental_imprisonment.yaml"
CSOF = ROOT / "models" / "csof"
NODE = Path(sys.executable).parent


@dataclass(frozen=True)
class Read:
    """What Mermaid found: labels of vertices and frames by id, and `(from, to, words, type, stroke)` of edges."""

    title: str
    vertices: dict[str, str]
    frames: dict[str, str]
    edges: list[tuple[str, str, str, str, str]]


def pictures() -> dict[str, Picture]:
    csof = load(CSOF / "csof.yaml")
    shapes = sorted((ROOT / "tests" / "models" / "shapes").glob("*.yaml"))
    found = {path.stem: draw(load(path), page="A0").picture for path in shapes}
    found["small"] = small_theory()
    found["hard"] = picture(tuple(box(f"box_{at}", (label,), 200, 9 + 14 * at) for at, label in enumerate(HARD)))
    found["scored"] = draw(csof, scores=score(csof, CSOF / "data" / "table4.csv")).picture
    found["highlighted"] = draw(csof, highlight="parenting_advice", assumptions=True).picture
    found["chain"] = draw(csof, chain="life_chances").picture
    found["blank"] = draw(csof, blank=True).picture
    found["evidence"] = draw(load(IMPRISONMENT), evidence=True).picture
    found["compared"] = draw_changes(diff(csof, load(CSOF / "sites" / "wales.yaml"))).picture
    return found


PICTURES = pictures()


@pytest.fixture(scope="session")
def mermaid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mermaid")
    for name in ("package.json", "read.mjs"):
        shutil.copy(HERE / name, folder / name)
    command = [str(NODE / "npm"), "install", "--silent", "--no-package-lock", "--no-audit", "--no-fund"]
    subprocess.run(command, cwd=folder, check=True, timeout=300)
    return folder


@pytest.fixture(scope="session")
def read(mermaid: Path) -> dict[str, Read]:
    for name, shown in PICTURES.items():
        (mermaid / f"{name}.mmd").write_text(write_mermaid(shown), encoding="utf-8")
    command = [str(NODE / "node"), "read.mjs", *(f"{name}.mmd" for name in PICTURES)]
    done = subprocess.run(command, cwd=mermaid, check=True, timeout=300, capture_output=True, encoding="utf-8")
    return {name: _read(found) for name, found in zip(PICTURES, json.loads(done.stdout), strict=True)}


def _read(found: dict[str, object]) -> Read:
    def pairs(kind: str) -> dict[str, str]:
        return {one: _decoded(text or "") for one, text in found[kind]}  # type: ignore[attr-defined]

    edges = [tuple(map(_decoded, edge)) for edge in found["edges"]]  # type: ignore[attr-defined]
    return Read(_decoded(str(found["title"])), pairs("vertices"), pairs("frames"), edges)  # type: ignore[arg-type]


def _decoded(text: str) -> str:
    """Put the signs back that Mermaid keeps as numbers until it draws."""
    return re.sub(r"ﬂ°°(\d+)¶ß", lambda number: chr(int(number[1])), text)


def _plain(text: str) -> str:
    return " ".join(strip_unprintable(text).split()) or "\N{ZERO WIDTH SPACE}"


def _is_dotted(arrow: Arrow) -> bool:
    if arrow.support is not None:
        return arrow.support.kind in ("mixed", "against")
    return arrow.basis == "inferred"


def _said(box: PictureBox, shown: Picture) -> str:
    """Return the label and, below it, the strands and the badge; Mermaid writes the line break in its own way."""
    badge = "; ".join(filter(None, (box.badge.text, box.badge.caution))) if box.badge else ""
    lines = [box.label, _strands_of(box, shown), badge]
    return "<br>".join([_plain(lines[0]), *(_plain(line) for line in lines[1:] if line)])


def _strands_of(box: PictureBox, shown: Picture) -> str:
    if not any(one.strands for one in shown.boxes):
        return ""
    names = dict(shown.strand_labels) | {one.id: one.label for one in shown.frames if one.kind == "lane"}
    told = [names.get(strand, strand.replace("_", " ")) for strand in box.strands]
    return f"({', '.join(told) or figure_words(shown.language)['shared_box']})"


@pytest.mark.parametrize("name", PICTURES)
def test_every_box_is_one_vertex_with_its_label_word_for_word(name: str, read: dict[str, Read]) -> None:
    boxes = {f"b{number}": _said(box, PICTURES[name]) for number, box in enumerate(PICTURES[name].boxes)}
    assert {key: text for key, text in read[name].vertices.items() if key.startswith("b")} == boxes


@pytest.mark.parametrize("name", PICTURES)
def test_the_footer_is_one_vertex_that_no_arrow_meets(name: str, read: dict[str, Read]) -> None:
    notes = PICTURES[name].notes
    told = {"n0": "<br>".join(map(_plain, notes))} if notes else {}
    assert {key: text for key, text in read[name].vertices.items() if key.startswith("n")} == told
    assert [edge for edge in read[name].edges if "n0" in edge[:2]] == []


@pytest.mark.parametrize("name", PICTURES)
def test_every_column_and_opened_whole_is_one_frame_with_its_label(name: str, read: dict[str, Read]) -> None:
    shown = PICTURES[name]
    groups = [frame for frame in shown.frames if frame.kind == "group"]
    labels = [header.label for header in shown.headers] or ["activities"]
    expected = {f"s{number}": _plain(label) for number, label in enumerate(labels)}
    expected |= {f"g{number}": _plain(frame.label) for number, frame in enumerate(groups)}
    assert read[name].frames == expected


@pytest.mark.parametrize("name", PICTURES)
def test_every_arrow_is_one_edge_between_its_ends(name: str, read: dict[str, Read]) -> None:
    shown = PICTURES[name]
    names = {box.id: f"b{number}" for number, box in enumerate(shown.boxes)}
    groups = [frame for frame in shown.frames if frame.kind == "group"]
    names |= {frame.id: f"g{number}" for number, frame in enumerate(groups)}
    stages = {header.stage: f"s{number}" for number, header in enumerate(shown.headers)}
    expected = [(names[arrow.source], names[arrow.target]) for arrow in shown.arrows]
    expected += [(stages[arrow.source], stages[arrow.target]) for arrow in shown.stage_arrows]
    assert [edge[:2] for edge in read[name].edges] == expected


@pytest.mark.parametrize("name", PICTURES)
def test_an_inferred_arrow_is_dotted_a_negative_one_ends_in_a_cross(name: str, read: dict[str, Read]) -> None:
    arrows = PICTURES[name].arrows
    edges = read[name].edges[: len(arrows)]
    assert [edge[4] == "dotted" for edge in edges] == [_is_dotted(arrow) for arrow in arrows]
    assert [edge[3] == "arrow_cross" for edge in edges] == [arrow.negative for arrow in arrows]
