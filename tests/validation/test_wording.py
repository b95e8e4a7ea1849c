"""What the rules of wording leave alone, where they point, and what a team may add to their words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from toc.loading import inspect, loads
from toc.model import TheoryOfChange
from toc.validation import PROFILES, Settings, validate, validate_inspection
from toc.validation.wording.word_lists import NAMES, word_list

WORDING = Settings(codes=frozenset(code for code in PROFILES["strict"].codes if code.startswith("TOC2")))
FOLDER = Path(__file__).parents[2] / "src" / "toc" / "validation" / "wording"


def theory_of(*labels: Any, **fields: Any) -> TheoryOfChange:
    outcomes = {f"o{number}": {"label": label} for number, label in enumerate(labels)}
    return TheoryOfChange.model_validate(
        {"toc": 1, "id": "m", "title": "Made", "outcomes": {"intermediate": outcomes}, **fields}
    )


def told(theory: TheoryOfChange, **options: tuple[str, ...]) -> list[tuple[str, str]]:
    chosen: Any = {tuple(name.split("_")): words for name, words in options.items()}
    settings = Settings(codes=WORDING.codes, options=chosen)
    return [(one.code, one.subject) for one in validate(theory, settings=settings)]


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param(("Hunan-barch", "Llai o straen", "Mae plant yn mwynhau darllen"), id="Welsh"),
        pytest.param(("Bessere Gesundheit und Bildung", "Vertrauen", "Kinder lernen lesen"), id="German"),
        pytest.param(("Confiance", "Moins de stress et plus de sommeil", "Former les parents"), id="French"),
        pytest.param(("외로움이 줄어든다", "이웃 친구"), id="Korean"),
        pytest.param(("حياة أفضل للأسر", "الثقة"), id="Arabic"),
    ],
)
def test_a_model_in_another_language_is_passed_over_though_it_names_none(labels: tuple[str, ...]) -> None:
    assert told(theory_of(*labels)) == []


def test_a_model_that_says_another_language_is_passed_over_though_its_words_could_be_english() -> None:
    assert told(theory_of("Provide training", language="en-GB")) == [("TOC201", "o0")]
    assert told(theory_of("Provide training", language="cy")) == []


def test_a_label_with_an_english_form_is_judged_by_it_and_one_without_is_not() -> None:
    labels = ({"cy": "Hyfforddi staff", "en-GB": "Provide training"}, {"cy": "Provide training"})
    assert told(theory_of(*labels, language="cy")) == [("TOC201", "o0")]
    assert told(theory_of(*labels, language="en")) == [("TOC201", "o0")]


def test_letters_of_another_script_are_passed_over_in_an_english_model() -> None:
    assert told(theory_of("Parents know what to do", "신뢰", language="en")) == []


@pytest.mark.parametrize(
    ("label", "code", "option"),
    [
        ("Weekly drop-in for parents", "TOC201", {"TOC201_work": ("Drop-in",)}),
        ("Conscientise parents", "TOC204", {"TOC204_vague": ("conscientise",)}),
    ],
)
def test_a_word_that_a_team_adds_is_found(label: str, code: str, option: dict[str, tuple[str, ...]]) -> None:
    theory = theory_of(label, language="en")
    assert (code, "o0") not in told(theory)
    assert (code, "o0") in told(theory, **option)


@pytest.mark.parametrize(
    ("label", "code", "option"),
    [
        ("Parents have more bread and butter", "TOC203", {"TOC203_pairs": ("bread butter",)}),
        ("Improved sleep of lodgers", "TOC206", {"TOC206_people": ("lodger",)}),
        ("Parents know what CAF is", "TOC214", {"TOC214_known": ("CAF",)}),
    ],
)
def test_a_word_that_a_team_adds_is_let_pass(label: str, code: str, option: dict[str, tuple[str, ...]]) -> None:
    theory = theory_of(label, language="en")
    assert (code, "o0") in told(theory)
    assert (code, "o0") not in told(theory, **option)


def test_a_label_that_a_site_puts_in_place_of_its_bases_is_told_in_the_file_of_the_site(tmp_path: Path) -> None:
    base = (
        "toc: 1\nid: m\ntitle: Made\noutcomes:\n  long_term:\n    calm:\n      label: Parents live in calm homes\n"
    )
    site = (
        "toc: 1\nextends: base.yaml\nsite: {id: north, name: North}\nchange:\n  calm:\n"
        "    label: Provide training to parents\n    reason: Ours.\n"
    )
    (tmp_path / "base.yaml").write_text(base, encoding="utf-8")
    (tmp_path / "north.yaml").write_text(site, encoding="utf-8")
    findings = validate_inspection(inspect(tmp_path / "north.yaml", root=tmp_path), settings=WORDING)
    (finding,) = (one for one in findings if one.code == "TOC201")
    assert finding.place is not None
    assert (Path(finding.place.file).name, finding.place.line) == ("north.yaml", 6)


def test_an_outcome_of_which_nothing_is_seen_breaks_no_rule_of_words() -> None:
    assert told(theory_of("", "?", "–", language="en")) == [("TOC212", "o0")]


def test_a_population_is_told_of_its_own_empty_label_though_a_box_has_its_id() -> None:
    text = (
        "toc: 1\nid: m\ntitle: Made\npopulations:\n  parents:\n    label: ''\nparticipants:\n"
        "  parents:\n    label: Parents\n"
    )
    findings = [one for one in validate(loads(text)) if one.code == "TOC212"]
    assert [(one.subject, one.place and one.place.line) for one in findings] == [("parents", 5)]


@pytest.mark.parametrize("name", NAMES)
def test_a_list_of_words_says_what_it_is_and_holds_each_word_once_in_order(name: str) -> None:
    first, *words = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert first.startswith("# ")
    assert first.endswith(".")
    assert words == sorted(set(words))
    assert word_list(name) == set(words)


def test_every_list_in_the_folder_is_read() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(NAMES)


def test_no_word_both_tells_what_was_delivered_and_what_became_of_people() -> None:
    assert word_list("done_words") & word_list("own_change") == frozenset()


def test_a_common_acronym_is_known_in_the_plural_too() -> None:
    assert told(theory_of("Parents talk to CEOs", language="en")) == []


def test_an_acronym_is_spelt_out_where_small_words_and_possessives_are_left_out_of_it() -> None:
    spelt_out = "Community Support for Offenders' Families"
    assert told(theory_of("Parents know of CSOF", language="en")) == [("TOC214", "o0")]
    assert told(theory_of("Parents know of CSOF", language="en", description=spelt_out)) == []


def test_one_indicator_with_a_baseline_is_enough_whichever_comes_first() -> None:
    for values in ((3, None), (None, 3)):
        indicators = {
            f"i{number}": {"label": "What is asked", "measures": ("o0",), "baseline": value}
            for number, value in enumerate(values)
        }
        assert told(theory_of("Parents sleep better", language="en", indicators=indicators)) == []


def test_a_label_of_a_control_character_only_is_told_once() -> None:
    assert told(theory_of("\x07", language="en")) == [("TOC213", "o0")]
