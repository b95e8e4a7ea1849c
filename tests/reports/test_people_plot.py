"""The plot of the engagement funnel: people step by step, families never among them."""

from __future__ import annotations

import pytest

import toc
from toc.files import shipped_models
from toc.reports.plots.people_plot import people_plot
from toc.reports.plots.plot import plot
from toc.reports.plots.sheet import Block, Words
from toc.scoring import Funnel, for_publication, funnel

CSOF = shipped_models() / "csof"


@pytest.fixture(scope="module")
def engaged() -> Funnel:
    """Barnardo's 2015, section 4.2.1: 134 people, 20 closed before a second assessment, 85 with two."""
    return funnel(toc.load(CSOF / "csof.yaml"), apart=("families_supported",))


def bars(found: Funnel) -> list[Block]:
    return [shape for shape in people_plot(found).shapes if isinstance(shape, Block) and shape.height > 30]


def words(found: Funnel) -> tuple[str, ...]:
    return people_plot(found).words


def test_a_bar_is_as_wide_as_its_number_and_stands_in_the_middle(engaged: Funnel) -> None:
    first, *rest = bars(engaged)
    assert [bar.width / first.width for bar in rest] == pytest.approx([114 / 134, 85 / 134])
    assert {round(bar.x + bar.width / 2, 6) for bar in (first, *rest)} == {round(first.x + first.width / 2, 6)}


def test_numbers_stand_in_the_bars_and_losses_between_them(engaged: Funnel) -> None:
    shown = [each for each in words(engaged) if each[0].isdigit()]
    assert shown == ["134", "20 fewer", "114 (85.1 %)", "29 fewer", "85 (63.4 %)"]


def test_families_have_no_bar_but_a_line_below(engaged: Funnel) -> None:
    assert len(bars(engaged)) == 3
    assert "Shown apart, no step of it: Families supported: 79 families." in words(engaged)


def test_a_hidden_step_has_no_bar_but_the_word() -> None:
    theory = toc.load(CSOF / "csof.yaml")
    published = for_publication(funnel(theory), threshold=30)
    hidden = [step.label for step in published.steps if step.count is None]
    assert len(bars(published)) == len(published.steps) - len(hidden)
    assert words(published).count("hidden") == len(hidden)
    assert "fewer: hidden" in words(published)
    outline = plot(published).outline
    assert "20" not in [word.strip("().,;:") for word in outline.split()]


def test_ink_is_readable_on_a_bar_and_a_bar_on_paper_in_grey(engaged: Funnel) -> None:
    def light(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    bar = bars(engaged)[0].look
    ink = next(
        shape.colour for shape in people_plot(engaged).shapes if isinstance(shape, Words) and shape.text == "134"
    )
    assert (light(bar.fill) + 0.05) / (light(ink) + 0.05) >= 4.5
    assert 1.05 / (light(bar.edge) + 0.05) >= 3


def test_a_funnel_of_readings_made_up_is_stamped() -> None:
    found = funnel(toc.load(CSOF / "csof.yaml"), CSOF / "data" / "readings_synthetic.csv")
    assert any(line.startswith("SYNTHETIC DATA") for line in words(found))


def test_the_same_funnel_gives_the_same_svg(engaged: Funnel) -> None:
    assert toc.plot(engaged).to_bytes("svg") == toc.plot(engaged).to_bytes("svg")
    assert b"With two assessments" in toc.plot(engaged).to_bytes("svg")
