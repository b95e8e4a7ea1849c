from __future__ import annotations

import json

import pytest

COUNTRY = """\
toc: 1
extends: garden.yaml
title: Gardens in Wales
site:
  id: wales
  name: Wales
locked: [workshops.label]
change:
  growing_skills:
    label: Can grow food
    reason: Local words
drop:
  feels_well: Not asked here
"""
TOWN = """\
toc: 1
extends: wales.yaml
title: Gardens in Cardiff
site:
  id: cardiff
  name: Cardiff
change:
  workshops:
    label: Talks
    reason: Local words
  households:
    label: Flats
drop:
  growing_skills: Not asked here
"""


@pytest.fixture
def levels(folder):
    """A service that locks an indicator, a country that locks a label, and a town that touches both."""
    with (folder / "garden.yaml").open("a") as garden:
        garden.write("locked: [growing_skills.scale]\n")
    (folder / "wales.yaml").write_text(COUNTRY)
    (folder / "cardiff.yaml").write_text(TOWN)
    return folder


def test_a_model_in_short_says_its_title_and_how_much_it_holds(toc):
    run = toc("show", "garden.yaml")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "id: garden                                                         garden.yaml:2\n"
        "title: A garden for everyone                                       garden.yaml:3\n"
        'version: "2024-05"                                                 garden.yaml:4\n'
        "\n"
        "Participants: 1\nActivities: 1\nShort-term outcomes: 1\nLong-term outcomes: 1\nLinks: 3\n"
        "Scales: 1\nIndicators: 2\n"
    )


def test_a_link_is_shown_with_the_line_of_its_reason(toc):
    run = toc("show", "garden.yaml", "workshops -> skills")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "workshops -> skills in A garden for everyone\n"
        "(activities / workshops / leads_to / skills)\n"
        "\n"
        "because: People learn by doing.                                   garden.yaml:22\n"
    )


@pytest.mark.usefixtures("levels")
def test_json_has_exactly_the_documented_keys(toc):
    run = toc("show", "cardiff.yaml", "workshops", "--format", "json")
    said = json.loads(run.out)
    assert (run.code, run.err) == (0, "")
    assert (set(said), said["version"], said["subject"]) == ({"version", "subject", "fields"}, 1, "workshops")
    assert said["fields"][0] == {
        "path": "label",
        "value": "Talks",
        "file": "cardiff.yaml",
        "line": 9,
        "column": 5,
        "reason": "Local words",
        "from_links": False,
    }
    assert {field["path"]: field["file"] for field in said["fields"][1:]} == {
        "strand": "garden.yaml",
        "engages.households": "garden.yaml",
        "leads_to.skills.because": "garden.yaml",
    }


@pytest.mark.usefixtures("levels")
def test_json_of_a_whole_model_says_what_each_level_did(toc):
    said = json.loads(toc("show", "cardiff.yaml", "--format", "json").out)
    assert (said["version"], said["subject"], said["files"]) == (
        1,
        "garden",
        ["cardiff.yaml", "wales.yaml", "garden.yaml"],
    )
    assert [
        (step["site"], step["verb"], step["subject"], step["file"], step["line"]) for step in said["steps"]
    ] == [
        ("Wales", "changes", "growing_skills", "wales.yaml", 9),
        ("Wales", "drops", "feels_well", "wales.yaml", 13),
        ("Cardiff", "changes", "workshops", "cardiff.yaml", 8),
        ("Cardiff", "changes", "households", "cardiff.yaml", 11),
        ("Cardiff", "drops", "growing_skills", "cardiff.yaml", 14),
    ]


def test_an_unknown_id_is_one_line_with_the_nearest_one(toc):
    run = toc("show", "garden.yaml", "workshop")
    assert (run.code, run.out) == (2, "")
    near = "Did you mean `workshops` (Gardening workshops)?"
    assert run.complaints == [f"toc: `workshop` is not in this model. {near}"]


def test_every_box_can_be_listed_with_its_id(toc):
    run = toc("show", "garden.yaml", "--boxes")
    assert (run.code, run.err) == (0, "")
    assert (
        run.out
        == """\
A garden for everyone

Participants
  Households without a garden (households)

Activities
  Gardening workshops (workshops)

Short-term outcomes
  Neighbours know how to grow food (skills)

Long-term outcomes
  Better health (health)
"""
    )


def test_one_entry_and_all_boxes_at_once_are_refused(toc):
    run = toc("show", "garden.yaml", "skills", "--boxes")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)


@pytest.mark.usefixtures("levels")
def test_a_dropped_id_is_one_line_that_says_where_and_why(toc):
    run = toc("show", "cardiff.yaml", "feels_well")
    assert (run.code, run.out) == (2, "")
    assert run.complaints == [
        "toc: wales.yaml:13:3: `feels_well` is dropped here: Not asked here. Show the base to see it."
    ]


@pytest.mark.parametrize("subject", ["", "populations.", ".", " -> ", "title"])
def test_what_is_no_id_is_one_line_too(toc, subject):
    run = toc("show", "garden.yaml", subject)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)


def test_a_model_with_faults_is_not_shown(toc, folder):
    (folder / "broken.yaml").write_text("toc: 1\nid: b\ninputs:\n  a: {lable: A}\n")
    run = toc("show", "broken.yaml", "a")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 2)


def test_text_is_at_most_80_columns_wide(toc, folder, csof):
    (folder / "csof.yaml").write_bytes(csof.read_bytes())
    (folder / "sites").mkdir()
    for site in (csof.parent / "sites").glob("*.yaml"):
        (folder / "sites" / site.name).write_bytes(site.read_bytes())
    (folder / "toc.toml").write_text("")
    for arguments in (["csof.yaml"], ["sites/wales.yaml"], ["sites/wales.yaml", "family_work"]):
        lines = toc("show", *arguments, COLUMNS="200").out.splitlines()
        assert len(lines) > 20
        assert max(map(len, lines)) <= 80


def test_the_families_of_the_three_sites_add_up_to_those_of_the_service(toc, csof):
    """Barnardo's 2015, Table 1."""
    lines = toc("show", csof).out.splitlines()
    at = lines.index("  Families supported (families_supported): 79 families")
    assert lines[at + 1] == "    sites: 79 families (Bristol 39, Isle of Wight 23, South East Wales 17)"


def test_a_base_whose_sites_are_missing_is_shown_all_the_same(toc, folder, csof):
    (folder / "csof.yaml").write_bytes(csof.read_bytes())
    run = toc("show", "csof.yaml")
    assert (run.code, run.err) == (0, "")
    said = " ".join(run.out.split())
    assert said.count("not read: ") == 3
    assert "not read: wales: sites/wales.yaml does not exist." in said
    assert "sites: not known for bristol, isle_of_wight, wales" in said


def test_a_changed_a_dropped_a_locked_and_a_misspelt_entry_are_each_told_at_their_own_line(toc, levels):
    run = toc("validate", "cardiff.yaml")
    assert (run.code, run.err) == (1, "")
    assert run.out == (
        "cardiff.yaml:8:3: TOC611 locked-field-changed (error)\n"
        "  This site changes `workshops.label`, which the base has locked.\n"
        "  8 |   workshops:\n"
        "    |   ^^^^^^^^^\n"
        "  To mend it: Take the change away, or ask the owner of the base to unlock it.\n"
        "  More: toc explain TOC611\n"
        "\n"
        "cardiff.yaml:11:3: TOC609 override-without-reason (warning)\n"
        "  This site changes `households` without a reason.\n"
        "  11 |   households:\n"
        "     |   ^^^^^^^^^^\n"
        "  To mend it: Add `reason:` in one sentence.\n"
        "  More: toc explain TOC609\n"
        "\n"
        "cardiff.yaml:14:3: TOC612 locked-box-dropped (error)\n"
        "  This site drops `growing_skills`, which the base has locked.\n"
        "  14 |   growing_skills: Not asked here\n"
        "     |   ^^^^^^^^^^^^^^\n"
        "  To mend it: Keep it, or ask the owner of the base to unlock it.\n"
        "  More: toc explain TOC612\n"
        "\n"
        "wales.yaml:13:3: TOC606 site-has-no-indicator-for-a-base-outcome (warning)\n"
        '  Since this site drops `feels_well`, nothing measures outcome "Better health"\n'
        "  (health), which the base measures.\n"
        "  13 |   feels_well: Not asked here\n"
        "     |   ^^^^^^^^^^\n"
        "  To mend it: Keep an indicator of it, add one, or drop the outcome with the\n"
        "  reason.\n"
        "  More: toc explain TOC606\n"
        "\n"
        "2 errors, 2 warnings, 0 info\n"
    )
    (levels / "cardiff.yaml").write_text(TOWN.replace("  households:", "  housholds:"))
    misspelt = toc("validate", "cardiff.yaml")
    assert misspelt.code == 1
    assert (
        "cardiff.yaml:11:3: TOC604 overlay-targets-unknown-id (error)\n"
        "  `housholds`, which this site wants to change, is not in the base.\n"
        "  11 |   housholds:\n"
        "     |   ^^^^^^^^^\n"
        "  To mend it: Did you mean `households`?\n"
    ) in misspelt.out
