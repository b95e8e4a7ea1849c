"""What is wrong with a site's file, told in that file."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.marked_text import Told
from loading.site_folder import BASE, SITE, check_told, site_of, written
from toc.errors import Fault
from toc.loading import inspect
from toc.places import Place

LOOK = "Look the id up in the base, or use `add` for something new."


def unknown(word: str, verb: str, hint: str) -> Told:
    message = f"`{word}`, which this site wants to {verb}, is not in the base."
    return ("overlay-targets-unknown-id", message, hint, word)


CASES = [
    pytest.param("change:\n  «vists»: {label: V}\n", [unknown("vists", "change", "Did you mean `visits`?")],
                 id="a change of a misspelt id"),
    pytest.param("change:\n  «zzz»: {label: V}\n", [unknown("zzz", "change", LOOK)], id="a change of no id"),
    pytest.param('change:\n  «"visits -> clam"»: {basis: stated}\n',
                 [unknown("visits -> clam", "change", "Did you mean `visits -> calm`?")],
                 id="a change of a misspelt link"),
    pytest.param("drop:\n  «group»: No\n", [unknown("group", "drop", "Did you mean `groups`?")],
                 id="a drop of a misspelt id"),
    pytest.param('drop:\n  «"family -> visits"»: No\n',
                 [unknown("family -> visits", "drop", "Did you mean `families -> visits`?")],
                 id="a drop of a misspelt engages link"),
    pytest.param("drop:\n  «work»: Not here\n",
                 [("dangling-reference", "`work` is dropped, but `visits` is a part of it and stays.",
                   "Drop `visits` too, or change its `part_of`.", "visits")],
                 id="a drop of a whole whose part stays"),
    pytest.param("drop:\n  groups: No\n  «work»: No\n",
                 [("dangling-reference", "`work` is dropped, but `visits` is a part of it and stays.",
                   "Drop `visits` too, or change its `part_of`.", "visits")],
                 id="a drop of a whole with another box"),
    pytest.param("«activities»: {}\n",
                 [("unknown-field", "`activities` is not a key that can stand in the file of a site.",
                   "A site has `site`, `add`, `change` and `drop`.", "activities")],
                 id="a section of a model"),
    pytest.param("«chnge»: {}\n",
                 [("unknown-field", "`chnge` is not a key that can stand in the file of a site.",
                   "Did you mean `change`?", "chnge")],
                 id="a misspelt block"),
    pytest.param("add:\n  «activites»: {}\n",
                 [("unknown-field", "`activites` is not a section that a site can add to.",
                   "Did you mean `activities`?", "activites")],
                 id="an addition to a misspelt section"),
    pytest.param("add:\n  «inputs»: [a]\n",
                 [("wrong-type", "`inputs` must hold ids with what is said of them below.", "", "inputs")],
                 id="an addition that is a list"),
    pytest.param("add:\n  outcomes:\n    «short»: {}\n",
                 [("wrong-type", "`short` must hold ids with what is said of them below.",
                   "Outcomes stand under short_term, intermediate, long_term.", "outcomes")],
                 id="an addition to a stage that there is not"),
    pytest.param("«change»: [a]\n",
                 [("wrong-type", "`change` must be a mapping (ids with what is said of them below).", "",
                   "change")],
                 id="a change that is a list"),
    pytest.param("change:\n  «visits»: Other words\n",
                 [("wrong-type", "what is changed of `visits` must be a mapping of its fields.",
                   "To take it away, use `drop`.", "visits")],
                 id="a change that is one word"),
    pytest.param("change:\n  «visits»:\n",
                 [("wrong-type", "what is changed of `visits` must be a mapping of its fields.",
                   "To take it away, use `drop`.", "visits")],
                 id="a change that says nothing"),
    pytest.param("change:\n  visits:\n    «lable»: V\n    reason: R\n",
                 [("unknown-field", "`lable` is not a key that can stand in `visits`.", "Did you mean `label`?",
                   "visits")],
                 id="a misspelt field of a change"),
    pytest.param("change:\n  seen:\n    «count»: many\n",
                 [("wrong-type", "`count` must be a number.", "Write digits, without a unit, quotes or commas.",
                   "seen")],
                 id="a changed count that is text"),
    pytest.param("change:\n  seen:\n    «label»: 3\n",
                 [("wrong-type", "`label` must be text, or text for each language.", "Put it into quotes.",
                   "seen")],
                 id="a changed label that is a number"),
    pytest.param("add:\n  activities:\n    drama:\n      label: D\n      part_of: «wrok»\n",
                 [("dangling-reference", "`wrok` is not the id of any box.", "Did you mean `work`?", "drama")],
                 id="a dangling id of an added box"),
    pytest.param("add:\n  activities:\n    «drama»: {}\n",
                 [("missing-field", "`drama` has no `label`.", "Add `label: ...` to it.", "drama")],
                 id="an added box without a label"),
    pytest.param("«site»: {id: w}\n",
                 [("missing-field", "`site` has no `name`.", "Add `name: ...` to it.", "site")],
                 id="a site without a name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES)
def test_what_is_wrong_with_a_site_is_told_in_its_file(tmp_path: Path, text: str, told: list[Told]) -> None:
    check_told(tmp_path, text, told)


def test_an_added_id_that_the_base_has_is_told_with_both_places(tmp_path: Path) -> None:
    path = site_of(tmp_path, "add:\n  outputs:\n    visits: {label: V}\n")
    assert inspect(path).faults == (
        Fault(
            "duplicate-id",
            "`visits` is already in the base.",
            Place(str(path), 5, 5, 6),
            "Use `change` to alter it, or give the new one another id.",
            "visits",
            Place(str(tmp_path / "base.yaml"), 21, 3, 6),
        ),
    )


def test_a_dangling_id_twice_in_a_changed_list_is_one_fault(tmp_path: Path) -> None:
    path = site_of(tmp_path, "change:\n  groups:\n    leads_to: [clam, clam]\n    reason: R\n")
    assert inspect(path).faults == (
        Fault(
            "dangling-reference",
            "`clam` is not the id of any box.",
            Place(str(path), 5, 16, 4),
            "Did you mean `calm`?",
            "groups -> clam",
        ),
    )


def test_a_fault_of_the_base_is_told_once_and_in_the_base(tmp_path: Path) -> None:
    path = site_of(tmp_path, "", base=BASE.replace("measures: [calm]", "measures: [clam]"))
    inspection = inspect(path)
    assert inspection.faults == (
        Fault(
            "dangling-reference",
            "`clam` is not the id of any outcome.",
            Place(str(tmp_path / "base.yaml"), 48, 16, 4),
            "Did you mean `calm`?",
            "stress",
        ),
    )
    assert inspection.theory is not None
    assert inspection.theory.indicators["stress"].measures == ()


def test_faults_of_base_and_site_are_told_together(tmp_path: Path) -> None:
    base = BASE.replace("measures: [calm]", "measures: [clam]").replace("part_of: work", "part_of: wrok")
    path = site_of(tmp_path, "drop:\n  vists: No\nchange:\n  grups: {}\n", base=base)
    assert [(fault.kind, fault.place and fault.place.line) for fault in inspect(path).faults] == [
        ("dangling-reference", 23),
        ("dangling-reference", 48),
        ("overlay-targets-unknown-id", 4),
        ("overlay-targets-unknown-id", 6),
    ]


def test_a_box_and_its_link_may_be_dropped_together(tmp_path: Path) -> None:
    path = site_of(tmp_path, 'drop:\n  groups: No\n  "groups -> calm": No\n')
    assert inspect(path).faults == ()


def test_a_thousand_misspelt_ids_of_a_large_base_are_told_within_seconds(tmp_path: Path) -> None:
    boxes = "".join(f"  b{number}: {{label: B}}\n" for number in range(5_000))
    drops = "".join(f"  b{number}: No\n" for number in range(4_000, 6_000))
    path = site_of(tmp_path, "drop:\n" + drops, base="toc: 1\nid: m\ntitle: T\ninputs:\n" + boxes)
    inspection = inspect(path)
    assert [fault.subject for fault in inspection.faults] == [f"b{number}" for number in range(5_000, 6_000)]
    assert inspection.theory is not None
    assert len(inspection.theory.boxes) == 4_000


def test_a_site_without_a_format_version_is_told(tmp_path: Path) -> None:
    written(tmp_path, "base.yaml", BASE)
    path = written(tmp_path, "wales.yaml", SITE.replace("toc: 1\n", ""))
    assert inspect(path).faults == (
        Fault(
            "missing-field",
            "`toc` is missing: the version of the format.",
            Place(str(path), 1, 1),
            "Begin the file with `toc: 1`.",
        ),
    )
