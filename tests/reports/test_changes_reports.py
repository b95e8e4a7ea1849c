from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest
from markdown_it import MarkdownIt

from toc.comparison import Change, Changes, FieldChange, diff
from toc.loading import load, loads
from toc.reports.changes_words import field_in_words
from toc.reports.compared import written_changes

MODELS = Path(__file__).parents[2] / "models" / "csof"
OLD = """\
    toc: 1
    id: club
    title: Reading club
    version: "2024"
    activities:
      evenings: {label: Reading evenings, leads_to: [reading]}
    outcomes:
      long_term:
        reading: {label: Families read together more}
    """


def compared(*replaced: tuple[str, str]) -> Changes:
    new = OLD
    for before, after in replaced:
        new = new.replace(before, after)
    return diff(loads(dedent(OLD)), loads(dedent(new)))


CHANGED = (
    ("2024", "2025"),
    ("label: Reading evenings,", "label: Evenings of reading,"),
    ("leads_to: [reading]}", "leads_to: [habit]}\n      visits: {label: Home visits, leads_to: [habit]}"),
    ("reading: {label: Families read together more}", "habit: {label: Families read together more}"),
)


def test_text_tells_section_by_section_what_came_went_and_is_otherwise() -> None:
    expected = """\
        From Reading club, version 2024
        to Reading club, version 2025:
        1 box added, 2 changed; 1 link added; 1 change to anything else.

        The theory as a whole
          ~ Reading club (club)
              version: 2024 -> 2025

        Boxes
          ~ Evenings of reading (evenings), activities: reworded
              label: Reading evenings -> Evenings of reading
          + Home visits (visits), activities
          ~ Families read together more (habit), long-term outcomes, was reading:
            renamed

        Links
          + Home visits -> Families read together more (visits -> habit) (with its box)
        """
    assert written_changes(compared(*CHANGED), "text") == dedent(expected)


def test_markdown_fits_a_comment_on_a_pull_request() -> None:
    expected = """\
        ### What changed: Reading club, version 2025

        Compared with Reading club, version 2024. 1 box added, 2 changed; 1 link added; 1 change to anything else.

        **The theory as a whole**

        - Changed: Reading club (club)
          - version: 2024 → 2025

        **Boxes**

        - Changed: Evenings of reading (evenings), activities: reworded
          - label: Reading evenings → Evenings of reading
        - Added: Home visits (visits), activities
        - Changed: Families read together more (habit), long-term outcomes, was reading: renamed

        **Links**

        - Added: Home visits -\\> Families read together more (visits -\\> habit) (with its box)
        """
    assert written_changes(compared(*CHANGED), "markdown") == dedent(expected)


def test_json_holds_every_change_with_its_version() -> None:
    assert json.loads(written_changes(compared(("2024", "2025")), "json")) == {
        "version": 1,
        "old": "Reading club, version 2024",
        "new": "Reading club, version 2025",
        "changes": [
            {
                "section": "model",
                "kind": "changed",
                "id": "club",
                "label": "Reading club",
                "was": None,
                "stage": None,
                "aspects": ["changed"],
                "follows": False,
                "reason": None,
                "fields": [{"field": "version", "old": "2024", "new": "2025"}],
            }
        ],
    }


def test_two_theories_that_say_the_same_have_one_line_for_it() -> None:
    assert written_changes(compared(), "text") == (
        "From Reading club, version 2024\nto Reading club, version 2024:\nNothing changed.\n"
    )


def test_every_site_of_csof_is_told_in_lines_of_at_most_80_columns() -> None:
    base = load(MODELS / "csof.yaml")
    for path in sorted((MODELS / "sites").glob("*.yaml")):
        text = written_changes(diff(base, load(path)), "text")
        assert max(map(len, text.splitlines())) <= 80


SITE = """\
toc: 1
extends: base.yaml
site: {id: north, name: North}
change:
  evenings: {label: Afternoons, reason: Nobody comes at night}
  "evenings -> reading": {because: They read at home, reason: Said by parents}
drop:
  visits: No car
"""


def test_a_change_of_a_site_is_told_with_its_reason(tmp_path: Path) -> None:
    visits = ("leads_to: [reading]}", "leads_to: [reading]}\n      visits: {label: Home visits}")
    (tmp_path / "base.yaml").write_text(dedent(OLD).replace(visits[0], visits[1].replace("    ", "", 1)))
    (tmp_path / "north.yaml").write_text(SITE)
    base, site = load(tmp_path / "base.yaml"), load(tmp_path / "north.yaml")
    boxes = """\
Boxes
  ~ Afternoons (evenings), activities: reworded
      label: Reading evenings -> Afternoons
      because: Nobody comes at night
  - Home visits (visits), activities
      because: No car
"""
    assert boxes in written_changes(diff(base, site), "text")
    assert "  - because: No car\n" in written_changes(diff(base, site), "markdown")
    assert [one.reason for one in diff(base, site).of("links")] == ["Said by parents"]
    assert {one.reason for one in diff(site, base)} == {""}
    assert {one.reason for one in diff(site, site.model_copy(update={"version": "2025"}))} == {""}


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("count", "count"),
        ("because", "reason"),
        ("coverage.closed_before_second", "coverage: closed before second"),
        ("figure.columns", "columns of the figure"),
        ("ignore.TOC301", "left out of the checks: TOC301"),
        ("label.cy", "label: cy"),
    ],
)
def test_what_changed_is_called_in_words(field: str, told: str) -> None:
    assert field_in_words(field) == told


def test_a_label_that_looks_like_markdown_stays_words() -> None:
    label = "<script>alert(1)</script> @team #4 [x](y) **bold** | a\nb"
    box = Change(section="boxes", kind="added", id="b", label=label, stage="activities")
    html = MarkdownIt("gfm-like", {"linkify": False}).render(
        written_changes(Changes("a", "b", (box,)), "markdown")
    )
    assert "<script" not in html
    assert "<a " not in html
    assert html.count("<strong>") == 1


def test_more_than_a_comment_holds_is_counted_at_its_end() -> None:
    rows = tuple(
        Change(section="boxes", kind="changed", id=f"b{n}", fields=(FieldChange("label", "x" * 200, "y"),))
        for n in range(1000)
    )
    text = written_changes(Changes("a", "b", rows), "markdown")
    assert len(text) < 65_536
    *_, last = text.splitlines()
    assert last == f"... and {2006 - len(text.splitlines()) + 2} more lines; `toc diff` shows them all."


def test_a_notebook_shows_changes_as_a_table_of_plain_words() -> None:
    changes = compared(("label: Reading evenings,", 'label: "<b>Evenings</b>",'))
    html = changes._repr_html_()
    assert "&lt;b&gt;Evenings" in html
    assert "<b>" not in html
