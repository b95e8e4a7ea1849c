"""What a scorecard says, and that it says nothing that the scores do not."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

import toc
from reports.cards_made import COUNTS, PERCENTS, READINGS, counted, theory
from toc.errors import TocError
from toc.reports import scorecard
from toc.reports.cards.card import Bar, Card, Row, Section
from toc.reports.cards.made_card import card_of
from toc.scoring import Provenance, Scores, for_publication, score

MODELS = Path(__file__).parents[2] / "models"
DATA = MODELS / "csof" / "data"


@pytest.fixture(scope="module")
def csof() -> toc.TheoryOfChange:
    return toc.load(MODELS / "csof" / "csof.yaml")


def section(card: Card, title: str) -> Section:
    (found,) = (each for each in card.sections if each.title == title)
    return found


def rows_of(card: Card, title: str, table: int = 0) -> tuple[Row, ...]:
    return section(card, title).tables[table].rows


def provenance(card: Card) -> dict[str, str]:
    return {row.label: str(*row.cells) for row in rows_of(card, "Where this comes from")}


def facts(scores: Scores) -> dict[str, str]:
    return dict(card_of(scores).facts)


def test_the_sections_stand_in_the_order_in_which_they_are_read() -> None:
    assert [each.title for each in card_of(counted()).sections] == [
        "Short-term outcomes",
        "All indicators together",
        "What was not measured",
        "Who was seen, and who was not",
        "How this was worked out, and how to read it",
        "Where this comes from",
    ]


def test_an_outcome_stands_above_its_indicators_with_bars_counts_and_cautions() -> None:
    rows = rows_of(card_of(counted("X")), "Short-term outcomes")
    assert [(row.label, row.part) for row in rows] == [("■ X", False), ("▲ Worry: X", True), ("▼ Sleep: X", True)]
    assert rows[2].cells[1:] == ("1", "2", "0", "3", "n<5: very few pairs")
    bar = rows[0].cells[0]
    assert isinstance(bar, Bar)
    # 10 of 17; Wilson 1927 worked out by hand with z = 1.96
    assert (round(bar.end, 4), bar.words) == (0.5882, "58.8 % (36.0 to 78.4)")
    assert bar.whisker == pytest.approx((0.360, 0.784), abs=5e-4)


def test_the_real_outcomes_have_the_shares_of_table_4(csof: toc.TheoryOfChange) -> None:
    card = card_of(score(csof, DATA / "table4.csv"))
    words = {
        row.label[2:]: row.cells[0].words
        for stage in ("Short-term outcomes", "Intermediate outcomes")
        for row in rows_of(card, stage)
        if not row.part and isinstance(row.cells[0], Bar)
    }
    # Barnardo's 2015, section 4.2.1, Table 4; Wilson intervals of its sums
    assert words == {
        "Parents and children more able to voice their needs": "66.7 % (45.4 to 82.8)",
        "Reduced isolation and stigma": "73.3 % (63.1 to 81.5)",
        "Improved parenting capacity": "70.2 % (56.0 to 81.3)",
        "Improved parent/carer-child contact and/or relationships": "72.1 % (57.3 to 83.3)",
        "Children have improved confidence and self-esteem": "50.0 % (30.7 to 69.3)",
    }


def test_outcomes_that_were_not_measured_are_listed_with_the_reason() -> None:
    assert rows_of(card_of(counted("X")), "What was not measured") == (
        Row("More skill: X", ("Short-term outcomes", "no indicator in the data")),
        Row("A better life: X", ("Long-term outcomes", "no indicator in the model")),
    )
    assert section(card_of(counted("X")), "What was not measured").points == (
        "Indicator not in these scores: Rest: X",
    )


def test_published_counts_do_not_know_who_was_seen_once() -> None:
    seen = section(card_of(counted()), "Who was seen, and who was not")
    assert seen.tables == ()
    assert seen.paragraphs == (
        "Coverage: 20 of 30 people have two assessments (66.7 %); 10 have not.",
        "Rows left out: 0.",
        "People with one reading, and those who could not improve, are not known from published figures.",
    )


def test_readings_tell_who_was_seen_once_and_who_could_not_improve() -> None:
    rows = rows_of(card_of(score(theory("X"), READINGS)), "Who was seen, and who was not")
    cells = ("1", "not known", "1", "50.0 to 100.0", "0")
    assert rows == (Row("X", cells), Row("All indicators", cells))


def test_rows_left_out_are_counted() -> None:
    scores = score(theory(), [*COUNTS, {**COUNTS[0], "indicator": "no such"}])
    assert "1 row was left out." in section(card_of(scores), "Who was seen, and who was not").paragraphs


def test_percentages_before_and_after_are_bars_from_the_one_to_the_other() -> None:
    rows = rows_of(card_of(score(theory("X"), PERCENTS)), "Short-term outcomes")
    assert rows == (
        Row("X", ("+70 points", "", "", "before and after: see its indicators")),
        Row("Worry: X", (Bar(0.28, 0.98, None, "28 % to 98 %"), "+70 points", "8", "n<10: few pairs"), part=True),
    )


def test_a_row_without_a_pair_says_so_instead_of_a_share() -> None:
    rows = rows_of(card_of(score(theory("X"), READINGS[2:])), "Short-term outcomes")
    assert rows[0] == Row("○ X", ("nobody has two readings to compare yet", "0", "0", "0", "0", ""))


def test_made_up_data_are_stamped_and_no_others() -> None:
    assert card_of(score(theory(), READINGS)).stamp.startswith("SYNTHETIC DATA")
    assert card_of(counted()).stamp == ""


def test_the_facts_say_what_was_compared_and_that_nothing_is_said_of_causes() -> None:
    assert facts(score(theory(), READINGS, final_only=True)) == {
        "Version of the model": "2024-05",
        "Data": "the rows given",
        "Compared": "first reading against final",
        "Measured": "1 of 3 outcomes",
        "Coverage": "1 of 2 people have an initial and a final assessment (50.0 %); 1 has not.",
        "Cause": "Change observed, not caused: this page says what changed, not what brought it about.",
    }


def test_an_inferred_direction_and_the_site_stand_among_the_facts() -> None:
    site = toc.load(MODELS / "csof" / "sites" / "wales.yaml")
    shown = facts(score(site, DATA / "readings_synthetic.csv"))
    assert (shown["Site"], shown["Direction"]) == (
        str(site.site.name),
        "assumed: the source does not say which end of the scale is good",
    )


def test_the_provenance_of_a_file_names_its_bytes_the_model_the_rule_and_the_program(csof) -> None:
    table4 = DATA / "table4.csv"
    scores = score(csof, table4)
    assert isinstance(scores.provenance, Provenance)
    assert provenance(card_of(scores)) == {
        "Model": "csof, version 2014-03",
        "Fingerprint of the model": scores.provenance.fingerprint,
        "Data": "table4.csv (published counts)",
        "SHA-256 of the data": hashlib.sha256(table4.read_bytes()).hexdigest(),
        "Rule": "pairs",
        "Unit": "pairs",
        "Tests": "none asked for",
        "For publication": "no: small numbers are shown",
        "Program": f"theory-of-change {toc.__version__}",
    }


def test_rows_of_a_notebook_have_no_digest_and_the_options_are_named() -> None:
    shown = provenance(card_of(score(theory(), READINGS, min_step=2)))
    assert shown["SHA-256 of the data"] == "none: rows or a table given in memory"
    assert shown["Change"] == (
        "first reading against latest; A change counts from 2 on the scale; a smaller one is no change"
    )


def test_what_is_hidden_is_the_word_and_has_no_bar(csof: toc.TheoryOfChange) -> None:
    scores = for_publication(score(csof, DATA / "table4.csv"))
    by_label = {row.label: row for row in rows_of(card_of(scores), "Intermediate outcomes")}
    assert by_label["– Family less isolated"].cells == (*["hidden"] * 5, "direction assumed")
    stress = by_label["▲ Reduced parental stress"]
    assert stress.cells[1:] == ("25", "hidden", "hidden", "34", "direction assumed")
    assert facts(scores)["Hidden"] == scores.publication.line


def test_a_digest_by_which_hidden_numbers_could_be_tried_out_is_left_out(csof: toc.TheoryOfChange) -> None:
    scores = for_publication(score(csof, DATA / "table4.csv"))
    digest = hashlib.sha256((DATA / "table4.csv").read_bytes()).hexdigest()
    card = scorecard(scores)
    assert provenance(card.card)["SHA-256 of the data"].startswith("left out, since hidden numbers")
    assert digest not in card.to_html() + card.to_markdown()


def test_a_fingerprint_by_which_hidden_coverage_could_be_tried_out_is_left_out() -> None:
    few = theory(coverage={"people": 30, "with_two": 3})
    scores = for_publication(score(few, COUNTS))
    assert scores.publication.coverage_hidden
    assert scores.provenance.fingerprint not in scorecard(scores).to_html()


def test_tests_have_a_table_where_they_were_asked_for() -> None:
    card = card_of(score(theory("X"), COUNTS, tests=True))
    # 9 better, 2 worse: two-sided sign test 2 * (1 + 11 + 55) / 2048
    assert rows_of(card, "Tests")[0] == Row("Worry: X", ("9", "2", "0.065", "0.131", "0.131", "0.50"))
    assert rows_of(card, "Tests")[1] == Row("Sleep: X", ("1", "0", "refused", "", "", "0.33"))


def test_indicators_of_no_outcome_have_a_section_of_their_own() -> None:
    loose = theory(indicators={"worry": {"label": "Worry", "measures": (), "scale": "up"}})
    assert rows_of(card_of(score(loose, COUNTS[:1])), "Indicators of no outcome")[0].label == "▲ Worry"


def test_the_same_inputs_give_the_same_bytes(csof: toc.TheoryOfChange) -> None:
    again = toc.load(MODELS / "csof" / "csof.yaml")
    one, other = (scorecard(score(each, DATA / "readings_synthetic.csv")) for each in (csof, again))
    assert (one.to_html(), one.to_markdown()) == (other.to_html(), other.to_markdown())


@pytest.mark.parametrize("change", ["model", "data", "option"])
def test_another_model_other_data_or_another_option_give_other_bytes(change: str) -> None:
    mine, rows = theory(), READINGS
    usual = scorecard(score(mine, rows)).to_html()
    other = {
        "model": lambda: score(theory("Other"), rows),
        "data": lambda: score(mine, rows[:2]),
        "option": lambda: score(mine, rows, min_step=1),
    }[change]()
    assert scorecard(other).to_html() != usual


def test_scores_without_provenance_still_have_a_card() -> None:
    shown = provenance(card_of(replace(counted(), provenance=None)))
    assert list(shown) == ["Data", "Rule", "Unit", "Tests", "For publication", "Program"]


def test_a_card_shows_itself_in_a_notebook_and_is_told_by_its_title() -> None:
    card = scorecard(counted())
    bundle = card._repr_mimebundle_()
    assert bundle["text/html"].startswith("<style>")
    assert "<html" not in bundle["text/html"]
    assert bundle["text/markdown"] == card.to_markdown()
    assert repr(card) == "Scorecard('Calmer homes')"


@pytest.mark.parametrize("name", ["card.html", "card.MD"])
def test_a_card_is_saved_as_its_ending_says(tmp_path: Path, name: str) -> None:
    card = scorecard(counted())
    path = card.save(tmp_path / name)
    assert path.read_text(encoding="utf-8") == (card.to_html() if name.endswith("html") else card.to_markdown())


@pytest.mark.parametrize(("path", "words"), [("card.pdf", "cannot be saved as card.pdf"), (3, "saved to a path")])
def test_a_card_is_not_saved_as_something_else(path: object, words: str) -> None:
    with pytest.raises(TocError, match=words):
        scorecard(counted()).save(path)


def test_only_scores_have_a_card() -> None:
    with pytest.raises(TocError, match="wants scores"):
        scorecard("table4.csv")


def test_only_the_page_with_bars_says_how_to_read_them() -> None:
    card = scorecard(counted())
    words = "A bar is the share improved"
    assert (words in card.to_html(), words in card.to_markdown()) == (True, False)
    assert "in brackets" in card.to_markdown()
    percents = scorecard(score(theory(), [{"indicator": "worry", "pre_percent": 28, "post_percent": 98}]))
    words = "A bar reaches from the per cent before"
    assert (words in percents.to_html(), words in percents.to_markdown()) == (True, False)
