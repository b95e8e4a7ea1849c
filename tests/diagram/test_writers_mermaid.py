from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from diagram.pictures_made import arrow, box, picture
from diagram.test_writers_labels import LABELS
from toc.diagram.mermaid_text import write_mermaid
from toc.diagram.view import Badge
from toc.loading import load
from toc.reports import draw
from toc.scoring import score

CSOF = Path(__file__).parents[2] / "models" / "csof"


def test_a_figure_is_a_flowchart_with_frames_boxes_and_arrows() -> None:
    one = box("visits", ("Home", "visits"), 200, 100, strands=("s",), tone="strand-0")
    two = box("trust", ("Trust [A&B]",), 500, 100, badge=Badge("▲ 73%", "good", "n<10"))
    shown = picture((one, two), (arrow(one, two, basis="inferred"), arrow(two, one, basis="generic")), title="T")
    assert write_mermaid(shown) == (
        "flowchart LR\n"
        "  accTitle: T\n"
        '  subgraph s0["activities"]\n'
        '    b0["Home visits<br/>(s)"]\n'
        '    b1["Trust #91;A#38;B#93;<br/>(shared)<br/>#9650; 73#37;#59; n#60;10"]\n'
        "  end\n"
        "  b0 -.-> b1\n"
        '  b1 -->|"stated of the whole stage"| b0\n'
        "  classDef t0 fill:#BBD7F5,stroke:#0072B2,color:#111111\n"
        "  class b0 t0\n"
        "  classDef t1 fill:#F5F5F5,stroke:#3D3D3D,color:#111111\n"
        "  class b1 t1\n"
    )


def test_the_footer_is_a_box_of_its_own_and_the_description_for_screen_readers() -> None:
    one = box("visits", ("Visits",), 200, 100)
    shown = replace(picture((one,)), notes=("SYNTHETIC data.", "Change observed, not caused."))
    lines = write_mermaid(shown).splitlines()
    assert "  accDescr: SYNTHETIC data. Change observed, not caused." in lines
    assert lines[-3:] == [
        '  n0["SYNTHETIC data.<br/>Change observed, not caused."]',
        "  classDef notes fill:#FFFFFF,stroke:#FFFFFF,color:#111111,text-align:left",
        "  class n0 notes",
    ]


def test_scores_of_made_up_data_say_so_in_the_figure_with_the_version_and_the_coverage() -> None:
    csof = load(CSOF / "csof.yaml")
    text = write_mermaid(draw(csof, scores=score(csof, CSOF / "data" / "readings_synthetic.csv")).picture)
    (note,) = [line for line in text.splitlines() if line.startswith("  n0[")]
    told = (
        "SYNTHETIC data",
        "Coverage#58; 85 of 134",
        "Change observed, not caused",
        "fingerprint",
        "version 2014-03",
    )
    assert [words for words in told if words not in note] == []


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("1. Recruit mentors", "1#46; Recruit mentors"),
        ("12) Better", "12#41; Better"),
        ("3.", "3#46;"),
        ("- Train staff", "#45; Train staff"),
        ("---", "#45;--"),
        ("* Train", "#42; Train"),
        ("+ Train", "#43; Train"),
        ("See www.example.org", "See www#46;example.org"),
        ("2.5 hours - in (1) room", "2.5 hours - in (1) room"),
    ],
)
def test_no_line_begins_as_a_list_or_rule_of_markdown_or_holds_an_address(label: str, written: str) -> None:
    shown = picture((box("a", (label,), 200, 100),))
    shown = replace(shown, boxes=(replace(shown.boxes[0], asides=(label,)),))
    (line,) = [line for line in write_mermaid(shown).splitlines() if line.startswith("    b0")]
    assert line == f'    b0["{written}<br/>{written}"]'


@given(LABELS)
def test_no_label_holds_a_sign_that_mermaid_or_html_could_take_for_its_own(label: str) -> None:
    text = write_mermaid(picture((box("a", (label,), 200, 100),), title=label))
    (line,) = [line for line in text.splitlines() if line.startswith("    b0")]
    words = re.fullmatch(r'    b0\["(.+)"\]', line)
    assert words is not None
    assert re.fullmatch(r"(?:[\w \-,.'()/]|#\d+;)+", words[1])
    assert "_" not in words[1]
