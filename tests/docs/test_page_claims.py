"""Sentences of the pages that no example on them shows."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

import toc
from docs.doc_pages import ROOT, blocks_of
from toc.cli.command import command
from toc.data.made_tables.column_kinds import FrameLibrary
from toc.diagram.figure_file import FORMATS
from toc.validation import RULES

CSOF = ROOT / "models" / "csof"
CLUB = next(block.text for block in blocks_of(ROOT / "README.md") if block.is_model)


def page(name: str) -> str:
    return " ".join((ROOT / name).read_text(encoding="utf-8").split())


def test_the_changelog_counts_the_rules_of_each_family() -> None:
    families = Counter(code[3] for code in RULES)
    told = re.search(
        r"(\d+) rules on reading a file, (\d+) on the shape of the theory, (\d+) on wording, (\d+) on measuring, "
        r"(\d+) on reasons and sources, (\d+) on people, (\d+) on sites and (\d+) on data",
        page("CHANGELOG.md"),
    )
    assert told is not None
    assert dict(zip("01234567", map(int, told.groups()), strict=True)) == families


def test_the_example_of_the_readme_takes_ten_lines() -> None:
    example = next(block for block in blocks_of(ROOT / "README.md") if block.language == "python")
    assert len(example.text.splitlines()) == 10


def test_the_page_of_csof_counts_outcomes_and_indicators_as_the_rules_do() -> None:
    theory = toc.load(CSOF / "csof.yaml")
    found = Counter(finding.code for finding in toc.validate(theory, CSOF / "data" / "table4.csv"))
    assert (found["TOC301"], found["TOC706"], found["TOC718"], found["TOC118"]) == (11, 5, 7, 1)
    assert (found["TOC203"], "Six outcomes join two changes in one heading" in page("docs/csof.md")) == (6, True)
    assert "TOC301](rules/TOC301.md) for it and ten further" in page("docs/csof.md")
    assert "for five, [TOC718](rules/TOC718.md) for seven" in page("docs/csof.md")


def test_sixteen_per_cent_of_the_report_is_26_5_in_its_table() -> None:
    scores = toc.score(toc.load(CSOF / "csof.yaml"), CSOF / "data" / "table4.csv")
    stress = next(score for score in scores.indicators if score.id == "parental_stress")
    assert (stress.no_change, stress.worsened, stress.n, round(100 * 9 / 34, 1)) == (6, 3, 34, 26.5)


def test_a_text_in_two_languages_is_shown_in_english_and_read_from_data_in_both() -> None:
    theory = toc.loads(CLUB.replace("label: Homework on time", "label: {cy: Gwaith cartref, en: On time}"))
    rows = [{"indicator": "Gwaith cartref", "improved": 1, "no_change": 0, "worsened": 0}]
    assert str(theory.indicators["on_time"].label) == "On time"
    assert toc.score(theory, rows).total.improved == 1


def test_words_that_look_like_something_else_are_text() -> None:
    theory = toc.loads(CLUB.replace("title: Homework club", "title: no\nversion: 2013-04"))
    assert (theory.title, theory.version) == ("no", "2013-04")


def test_a_number_is_no_text() -> None:
    with pytest.raises(toc.LoadError):
        toc.loads(CLUB.replace("title: Homework club", "title: 2014"))


def test_a_unit_may_have_the_id_of_a_box_and_an_indicator_may_not() -> None:
    unit = f"{CLUB}units:\n  pupils:\n    label: pupils\n"
    assert toc.loads(unit).units["pupils"].label == "pupils"
    with pytest.raises(toc.LoadError, match="already used"):
        toc.loads(CLUB.replace("  on_time:", "  pupils:"))


def test_a_drawing_has_the_page_the_outline_and_no_other_program_in_its_html(tmp_path: Path) -> None:
    saved = toc.draw(toc.loads(CLUB)).save(tmp_path / "club.html").read_text(encoding="utf-8")
    assert ("<svg" in saved, "The pathways in words" in saved, "<script" in saved) == (True, True, False)


def test_the_footer_names_source_version_fingerprint_and_what_is_not_drawn() -> None:
    notes = " ".join(toc.draw(toc.load(CSOF / "csof.yaml")).view.notes)
    assert re.search(
        r"Source: Barnardo's \(2015\), .*version 2014-03, fingerprint [0-9a-f]{12}\. Boxes not drawn: \d+", notes
    )


@pytest.mark.parametrize("ending", ["svg", "pdf", "png", "html", "txt", "json", "dot"])
def test_the_same_model_gives_the_same_file(ending: str) -> None:
    first, second = (toc.draw(toc.loads(CLUB)).to_bytes(ending) for _ in range(2))
    assert first == second


def test_a_pdf_carries_the_date_of_the_version() -> None:
    assert b"/CreationDate (D:20140301" in toc.draw(toc.load(CSOF / "csof.yaml")).to_bytes("pdf")


def test_a_base_beside_its_site_needs_no_mark_of_a_root(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(CLUB, encoding="utf-8")
    site = tmp_path / "site.yaml"
    site.write_text(
        "toc: 1\nextends: base.yaml\ntitle: A site\nsite:\n  id: here\n  name: Here\n", encoding="utf-8"
    )
    assert toc.load(site).site.id == "here"


def test_more_shares_of_table_4_are_hidden_where_zeros_are_shown() -> None:
    scores = toc.score(toc.load(CSOF / "csof.yaml"), CSOF / "data" / "table4.csv")
    shares = {
        show: sum(row.share_improved is not None for row in toc.for_publication(scores, show_zeros=show).outcomes)
        for show in (False, True)
    }
    assert "It can hide more shares" in page("docs/scores.md")
    assert shares == {False: 5, True: 2}


def test_the_changelog_names_only_commands_options_and_functions_that_there_are() -> None:
    told = re.findall(r"`([^`]+)`", page("CHANGELOG.md"))
    options = {option for verb in command.commands.values() for each in verb.params for option in each.opts}
    verbs = {words.split()[1] for words in told if words.startswith("toc ")}
    assert {words.split()[0] for words in told if words.startswith("-")} <= options
    assert verbs <= {*command.commands}
    assert {"diff", "funnel", "schedule", "tabulate"} <= verbs
    assert {words.removeprefix("toc.") for words in told if re.fullmatch(r"toc\.[a-z_]+", words)} <= {
        *toc.__all__,
        "toml",
    }


def test_the_changelog_names_every_way_to_draw_and_every_library_of_frames() -> None:
    words = {"mmd": "Mermaid", "txt": "text", "dot": "dot"}
    told = page("CHANGELOG.md")
    assert [kind for kind in FORMATS if words.get(kind, kind.upper()) not in told] == []
    assert " or ".join(", ".join(get_args(FrameLibrary)).rsplit(", ", 1)) in told
