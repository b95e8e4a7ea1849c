"""What a site's `add`, `change` and `drop` make of its base."""

from __future__ import annotations

from pathlib import Path

from loading.site_folder import BASE, SITE, site_of, written
from toc.loading import from_dict, load
from toc.model import Citation, LinkEntry, SiteChange, Text, TheoryOfChange
from toc.places import Place


def loaded(folder: Path, text: str) -> TheoryOfChange:
    return load(site_of(folder, text))


def base_but(folder: Path, *changes: tuple[str, str]) -> TheoryOfChange:
    """Return the base as it is when written with other words, and without its list of sites."""
    text = BASE.replace("sites:\n  wales: wales.yaml\n", "")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return load(written(folder, "written_out.yaml", text))


def test_a_site_that_says_nothing_is_its_base_without_the_list_of_sites(tmp_path: Path) -> None:
    assert loaded(tmp_path, "") == base_but(tmp_path)


def test_a_site_has_its_own_id_title_version_and_words(tmp_path: Path) -> None:
    theory = loaded(tmp_path, "id: wales\ntitle: Wales\nversion: '2'\nsite: {id: w, name: South Wales}\n")
    expected = base_but(
        tmp_path,
        ("id: base\ntitle: Base\n", "id: wales\ntitle: Wales\nversion: '2'\nsite: {id: w, name: South Wales}\n"),
    )
    assert theory == expected


def test_an_added_box_stands_after_those_of_its_section(tmp_path: Path) -> None:
    text = "add:\n  activities:\n    drama:\n      label: Drama\n      leads_to: [calm]\n"
    theory = loaded(tmp_path, text)
    assert theory == base_but(tmp_path, ("outputs:", "  drama:\n    label: Drama\n    leads_to: [calm]\noutputs:"))
    assert list(theory.activities) == ["work", "visits", "groups", "drama"]


def test_a_section_that_the_base_lacks_can_be_added_to(tmp_path: Path) -> None:
    theory = loaded(tmp_path, "add:\n  outcomes:\n    short_term:\n      trust:\n        label: Trust\n")
    assert theory == base_but(tmp_path, ("outcomes:", "outcomes:\n  short_term:\n    trust:\n      label: Trust"))


def test_a_population_may_be_added_with_the_id_of_a_box(tmp_path: Path) -> None:
    theory = loaded(tmp_path, "add:\n  populations:\n    families:\n      label: Families\n")
    assert list(theory.populations) == ["parents", "families"]


def test_a_changed_number_replaces_the_one_of_the_base(tmp_path: Path) -> None:
    theory = loaded(tmp_path, "change:\n  seen:\n    count: 17\n")
    assert theory == base_but(tmp_path, ("count: 79", "count: 17"))


def test_a_changed_list_replaces_the_whole_list(tmp_path: Path) -> None:
    theory = loaded(tmp_path, "change:\n  groups:\n    cite: s1 page 9\n    reason: Another page\n")
    assert theory == base_but(tmp_path, ("[s1 page 2, s1 page 3]", "s1 page 9"))


def test_null_removes_a_field(tmp_path: Path) -> None:
    text = "change:\n  visits:\n    part_of:\n    leads_to: null\n  law: {affects: [visits, groups]}\n"
    theory = loaded(tmp_path, text)
    expected = base_but(
        tmp_path,
        ("    part_of: work\n", ""),
        ("    leads_to:\n      calm:\n        because: They talk.\n        cite: s1 page 1\n", ""),
        ("affects: [visits, visits -> calm, groups]", "affects: [visits, groups]"),
    )
    assert theory == expected


def test_null_under_leads_to_takes_that_link_away(tmp_path: Path) -> None:
    text = "change:\n  groups:\n    leads_to:\n      seen: {}\n      calm:\n    reason: Counted, no more\n"
    theory = loaded(tmp_path, text)
    assert theory == base_but(tmp_path, ("leads_to: [calm]", "leads_to: [seen]"))


def test_links_in_a_short_list_are_merged_with_those_of_the_base(tmp_path: Path) -> None:
    theory = loaded(tmp_path, "change:\n  groups:\n    leads_to: [seen]\n    reason: Counted\n")
    assert theory == base_but(tmp_path, ("leads_to: [calm]", "leads_to: [calm, seen]"))


def test_links_in_their_long_form_are_merged_with_a_short_list_of_the_base(tmp_path: Path) -> None:
    text = "change:\n  groups:\n    leads_to:\n      calm:\n        basis: stated\n    reason: Said so\n"
    theory = loaded(tmp_path, text)
    assert theory.activities["groups"].leads_to == {"calm": LinkEntry(basis="stated")}


def test_a_link_is_changed_by_its_name_and_keeps_the_rest(tmp_path: Path) -> None:
    text = 'change:\n  "visits -> calm":\n    basis: inferred\n    because: null\n    reason: Not said here\n'
    theory = loaded(tmp_path, text)
    assert theory.activities["visits"].leads_to == {
        "calm": LinkEntry(basis="inferred", cite=(Citation("s1", "page 1"),))
    }


def test_a_link_of_a_short_list_is_changed_by_its_name(tmp_path: Path) -> None:
    theory = loaded(tmp_path, 'change:\n  "money -> groups":\n    confidence: 40\n')
    assert theory.inputs["money"].leads_to == {"visits": LinkEntry(), "groups": LinkEntry(confidence=40)}


def test_an_engages_link_is_changed_by_its_name(tmp_path: Path) -> None:
    theory = loaded(tmp_path, 'change:\n  "families -> visits":\n    basis: stated\n')
    assert theory.activities["visits"].engages == {"families": LinkEntry(basis="stated")}


def test_a_stage_link_the_coverage_and_the_figure_are_changed_by_name(tmp_path: Path) -> None:
    text = "change:\n  inputs -> activities: {basis: generic}\n  coverage: {people: 85}\n  figure: {open: []}\n"
    expected = base_but(
        tmp_path, ("basis: stated", "basis: generic"), ("people: 134", "people: 85"), ("open: [work]", "open: []")
    )
    assert loaded(tmp_path, text) == expected


def test_changing_an_added_box_leaves_the_alias_that_shares_its_words_alone(tmp_path: Path) -> None:
    text = "add:\n  activities:\n    a: &a {label: A}\n    b: *a\nchange:\n  a: {label: Other}\n"
    theory = loaded(tmp_path, text)
    assert (theory.boxes["a"].label, theory.boxes["b"].label) == (Text("Other"), Text("A"))


def test_a_dropped_box_takes_its_links_and_every_mention_along(tmp_path: Path) -> None:
    theory = loaded(tmp_path, "drop:\n  visits: Not done here\n")
    text = BASE[: BASE.index("  visits:\n")] + BASE[BASE.index("  groups:\n") :]
    text = text.replace("[visits, groups]", "[groups]").replace("[visits, visits -> calm, groups]", "[groups]")
    assert theory == load(written(tmp_path, "b.yaml", text.replace("sites:\n  wales: wales.yaml\n", "")))


def test_a_dropped_outcome_is_measured_by_nothing(tmp_path: Path) -> None:
    theory = loaded(tmp_path, "drop:\n  calm: Not hoped for\n")
    assert theory.indicators["stress"].measures == ()
    assert [link.name for link in theory.links] == ["money -> visits", "money -> groups", "families -> visits"]
    assert theory.factors["law"].affects == ("visits", "groups")


def test_a_dropped_source_is_cited_by_nothing(tmp_path: Path) -> None:
    theory = loaded(tmp_path, "drop:\n  s1: Not used here\n")
    assert (theory.activities["groups"].cite, theory.activities["visits"].leads_to["calm"].cite) == ((), ())


def test_a_dropped_population_leaves_a_box_of_its_name_in_place(tmp_path: Path) -> None:
    base = BASE.replace("populations:", "populations:\n  law:\n    label: L")
    theory = load(site_of(tmp_path, "drop:\n  parents: None here\n", base=base))
    assert theory.participants["families"].who == ()
    assert theory.factors["law"].affects == ("visits", "visits -> calm", "groups")


def test_a_whole_may_be_dropped_with_all_its_parts(tmp_path: Path) -> None:
    theory = loaded(tmp_path, "drop:\n  work: Not here\n  visits: Nor this\n")
    assert list(theory.activities) == ["groups"]
    assert theory.figure.open == ()


def test_a_dropped_link_leaves_its_boxes_and_the_mention_of_it_goes(tmp_path: Path) -> None:
    theory = loaded(tmp_path, 'drop:\n  "visits -> calm": Not here\n')
    assert theory.activities["visits"].leads_to == {}
    assert theory.factors["law"].affects == ("visits", "groups")


def test_a_dropped_engages_link_leaves_its_boxes(tmp_path: Path) -> None:
    theory = loaded(tmp_path, 'drop:\n  "families -> visits": Not reached\n')
    assert theory.activities["visits"].engages == {}
    assert "families" in theory.boxes


def test_a_stage_link_and_the_coverage_can_be_dropped(tmp_path: Path) -> None:
    theory = loaded(tmp_path, 'drop:\n  "inputs -> activities": Not said\n  coverage: Not published\n')
    assert (theory.stage_links, theory.coverage) == ({}, None)


def test_blocks_without_content_change_nothing(tmp_path: Path) -> None:
    assert loaded(tmp_path, "add:\nchange:\ndrop:\n") == base_but(tmp_path)


def test_a_site_of_a_site_applies_both_in_turn(tmp_path: Path) -> None:
    site_of(tmp_path, "site: {id: w, name: Wales}\nadd:\n  activities:\n    drama: {label: Drama}\n")
    text = SITE.replace("base.yaml", "../wales.yaml") + "change:\n  drama: {label: Plays}\ndrop:\n  groups: No\n"
    theory = load(written(tmp_path, "towns/cardiff.yaml", text))
    assert {key: str(box.label) for key, box in theory.activities.items()} == {
        "work": "Work", "visits": "Visits", "drama": "Plays"
    }  # fmt: skip
    assert theory.derivation is not None
    assert theory.derivation.base == load(tmp_path / "wales.yaml")
    assert theory.derivation.base.derivation is not None
    assert theory.derivation.base.derivation.base == load(tmp_path / "base.yaml")


def test_the_derivation_says_what_was_added_changed_and_dropped_and_where(tmp_path: Path) -> None:
    text = """\
add:
  activities:
    drama: {label: Drama}
change:
  groups:
    label: Circles
    cite: s1
    reason: Local words
  seen: {count: 17}
drop:
  "money -> groups": No money
  law: {reason: Another country}
"""
    theory = loaded(tmp_path, text)
    file = str(tmp_path / "wales.yaml")
    assert theory.derivation is not None
    assert theory.derivation.base == load(tmp_path / "base.yaml")
    assert theory.derivation.added == ("drama",)
    assert theory.derivation.changed == (
        SiteChange("groups", ("label", "cite"), "Local words", Place(file, 7, 3, 6)),
        SiteChange("seen", ("count",), "", Place(file, 11, 3, 4)),
    )
    assert theory.derivation.dropped == (
        SiteChange("money -> groups", (), "No money", Place(file, 13, 3, 17)),
        SiteChange("law", (), "Another country", Place(file, 14, 3, 3)),
    )


def test_every_key_keeps_the_file_and_line_that_it_came_from(tmp_path: Path) -> None:
    text = "add:\n  activities:\n    drama: {label: Drama}\nchange:\n  visits:\n    leads_to: {seen: {}}\n"
    theory = loaded(tmp_path, text)
    base, site = str(tmp_path / "base.yaml"), str(tmp_path / "wales.yaml")
    assert theory.origin is not None
    subjects = ("visits", "visits -> calm", "families -> visits", "drama", "visits -> seen", "stress", "parents")
    assert {subject: theory.origin.place(theory.path_of(subject)) for subject in subjects} == {
        "visits": Place(base, 21, 3, 6),
        "visits -> calm": Place(base, 26, 7, 4),
        "families -> visits": Place(base, 24, 15, 8),
        "drama": Place(site, 5, 5, 5),
        "visits -> seen": Place(site, 8, 16, 4),
        "stress": Place(base, 46, 3, 6),
        "parents": Place(base, 8, 3, 7),
    }
    assert theory.origin.text(site) == SITE + text
    assert theory.origin.text(base) == BASE
    assert theory.origin.text("other.yaml") is None


def test_a_model_that_stands_alone_has_no_derivation(tmp_path: Path) -> None:
    assert load(written(tmp_path, "m.yaml", BASE)).derivation is None


def test_a_theory_made_without_a_text_has_no_places() -> None:
    theory = from_dict({"toc": 1, "id": "m", "title": "T", "inputs": {"a": {"label": "A"}}})
    assert theory.origin is not None
    assert theory.origin.place(theory.path_of("a")) is None
