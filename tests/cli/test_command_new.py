"""What `toc new` writes is sound as it stands, says what it says, and never takes the place of a file."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from toc.loading import load
from toc.model import fingerprint

MARK = "put an empty file toc.toml into the folder"
SITE_EXAMPLE = re.compile(r"^( *)# ( *(?:- .*|\"?\w[\w-]*\"?:.*))$", re.MULTILINE)


def with_examples(text: str) -> str:
    """Take the `#` away from every example in a text, and leave the notes."""
    return SITE_EXAMPLE.sub(r"\1\2", text)


@pytest.mark.parametrize("kind", [(), ("--kind", "blank"), ("--kind", "logic-model")])
def test_a_new_model_is_sound_as_it_stands(toc, folder, kind):
    run = toc("new", "school_garden.yaml", *kind)
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines() == [
        "Wrote school_garden.yaml",
        "Change it in a text editor, then check it with: toc validate school_garden.yaml",
    ]
    assert toc("validate", "school_garden.yaml", "--fail-on", "info").out == "No findings.\n"
    theory = load(folder / "school_garden.yaml")
    assert (theory.id, theory.title) == ("school_garden", "School garden")


@pytest.mark.parametrize("kind", ["blank", "logic-model"])
def test_the_examples_in_a_new_model_are_sound_too(toc, folder, kind):
    toc("new", "mine.yaml", "--kind", kind)
    written = (folder / "mine.yaml").read_text(encoding="utf-8")
    assert with_examples(written) != written
    (folder / "mine.yaml").write_text(with_examples(written), encoding="utf-8")
    run = toc("validate", "mine.yaml", "--fail-on", "info")
    assert (run.code, run.out) == (0, "No findings.\n")


def test_a_logic_model_has_every_stage_and_calls_the_last_one_impact(toc, folder):
    toc("new", "mine.yaml", "--kind", "logic-model")
    theory = load(folder / "mine.yaml")
    stages = ("inputs", "participants", "activities", "outputs", "short_term", "intermediate", "long_term")
    assert all(theory.boxes_of(stage) for stage in stages)
    assert theory.stage_label("long_term") == "Impact"


def test_the_help_says_what_a_logic_model_has_besides(toc):
    help_text = " ".join(toc("new", "--help").out.split())
    assert "logic-model also has inputs, outputs and units." in help_text


def test_the_id_and_the_title_may_be_given(toc, folder):
    toc("new", "mine.yaml", "--id", "garden-2", "--title", 'Gardens: "for" #all, Dŵr')
    theory = load(folder / "mine.yaml")
    assert (theory.id, theory.title) == ("garden-2", 'Gardens: "for" #all, Dŵr')


@pytest.mark.parametrize(
    ("file", "model_id", "title"),
    [("Żółw-2.yaml", "zow_2", "Żółw 2"), ("2025.yml", "my_theory", "2025"), ("庭.yaml", "my_theory", "庭")],
)
def test_the_name_of_a_file_gives_the_id_where_it_can(toc, folder, file, model_id, title):
    assert toc("new", file).code == 0
    theory = load(folder / file)
    assert (theory.id, theory.title) == (model_id, title)


def test_a_site_of_a_base_in_the_same_project_extends_it_where_it_is(toc, folder):
    (folder / "toc.toml").touch()
    (folder / "sites").mkdir()
    run = toc("new", "sites/leeds.yaml", "--site-of", "garden.yaml", "--title", "Leeds: north")
    assert (run.code, run.err) == (0, "")
    assert sorted(path.name for path in folder.rglob("*.yaml")) == ["garden.yaml", "leeds.yaml"]
    assert "\nextends: ../garden.yaml\n" in (folder / "sites/leeds.yaml").read_text(encoding="utf-8")
    assert toc("validate", "sites/leeds.yaml", "--fail-on", "info").out == "No findings.\n"
    theory = load(folder / "sites/leeds.yaml")
    assert theory.site is not None
    assert (theory.title, theory.site.id, theory.site.name, theory.boxes) == (
        "A garden for everyone: Leeds: north", "leeds", "Leeds: north", load(folder / "garden.yaml").boxes,
    )  # fmt: skip


@pytest.mark.parametrize(("base", "lines"), [("garden.yaml", 3), ("listing.yaml", 2), ("sites/york.yaml", 2)])
def test_the_line_that_a_base_wants_for_a_new_site_is_told_last(toc, folder, base, lines):
    (folder / "toc.toml").touch()
    (folder / "sites").mkdir()
    toc("new", "sites/york.yaml", "--site-of", "garden.yaml")
    garden = (folder / "garden.yaml").read_text(encoding="utf-8")
    (folder / "listing.yaml").write_text(f"{garden}\nsites:\n  leeds: sites/leeds.yaml\n", encoding="utf-8")
    run = toc("new", "sites/leeds.yaml", "--site-of", base)
    wanted = "Then add `leeds: sites/leeds.yaml` under `sites:` of garden.yaml, so that data may name this site."
    assert run.out.splitlines()[2:] == [wanted][: lines - 2]


def test_a_new_site_of_the_real_model_has_none_of_its_numbers_and_no_finding_of_its_own(toc, folder, csof):
    shutil.copytree(csof.parent, folder / "csof")
    (folder / "toc.toml").touch()
    toc("new", "csof/sites/leeds.yaml", "--site-of", "csof/csof.yaml")
    theory = load(folder / "csof/sites/leeds.yaml")
    assert [box.id for box in theory.outputs.values() if box.count is not None or box.qualifier is not None] == []
    assert theory.coverage is None
    of_base = toc("validate", "csof/csof.yaml").out
    assert toc("validate", "csof/csof.yaml", "csof/sites/leeds.yaml").out == of_base


@pytest.mark.parametrize("base", ["garden.yaml", "csof/csof.yaml", "csof/sites/wales.yaml"])
def test_the_examples_in_a_new_site_are_sound_for_its_base(toc, folder, csof, base):
    shutil.copytree(csof.parent, folder / "csof")
    (folder / "toc.toml").touch()
    toc("new", "leeds.yaml", "--site-of", base)
    written = (folder / "leeds.yaml").read_text(encoding="utf-8")
    for block in ("add", "change", "drop"):
        assert len(re.findall(rf"^(?:# )?{block}:$", written, re.MULTILINE)) == 1
    (folder / "leeds.yaml").write_text(with_examples(written), encoding="utf-8")
    derivation = load(folder / "leeds.yaml").derivation
    assert derivation is not None
    assert (len(derivation.added), len(derivation.changed) > 0, len(derivation.dropped) > 0) == (1, True, True)
    assert toc("validate", "leeds.yaml").code == 0


def test_what_a_base_has_locked_is_left_alone_by_a_new_site(toc, folder):
    outputs = "outputs:\n  held:\n    label: Workshops held\n    count: 9\ncoverage:\n  people: 9\n  with_two: 8\n"
    locked = "locked: [held.count, coverage, workshops, households]\n"
    with (folder / "garden.yaml").open("a", encoding="utf-8") as file:
        file.write(outputs + locked)
    toc("new", "leeds.yaml", "--site-of", "garden.yaml")
    text = (folder / "leeds.yaml").read_text(encoding="utf-8")
    assert re.findall(r"^\W*(held|coverage|workshops|households):", text, re.MULTILINE) == []
    assert load(folder / "leeds.yaml").outputs["held"].count == 9


@pytest.fixture
def elsewhere(folder: Path, csof: Path) -> Path:
    """Another project beside this one, with the real model in it."""
    shutil.copytree(csof.parent, folder / "theirs" / "csof")
    (folder / "theirs" / "toc.toml").touch()
    (folder / "ours").mkdir()
    return folder / "theirs" / "csof"


def test_a_base_of_another_project_is_copied_with_what_it_extends_and_its_fingerprint(toc, folder, elsewhere):
    run = toc("new", "ours/leeds.yaml", "--site-of", "theirs/csof/sites/wales.yaml")
    assert (run.code, run.err) == (0, "")
    copies = {"vendored/csof/csof.yaml": "csof.yaml", "vendored/csof/sites/wales.yaml": "sites/wales.yaml"}
    assert run.out.splitlines()[:-1] == [
        *(f"Wrote ours/{copy}" for copy in copies),
        "Wrote ours/leeds.yaml",
        "The base lies outside this project, so the site extends a copy of it.",
        f"To extend the base itself, take these files away, {MARK} that holds both, and begin again.",
    ]
    for copy, original in copies.items():
        assert (folder / "ours" / copy).read_bytes() == (elsewhere / original).read_bytes()
    text = (folder / "ours/leeds.yaml").read_text(encoding="utf-8")
    assert "\nextends: vendored/csof/sites/wales.yaml\n" in text
    assert f'\nbase_fingerprint: "{fingerprint(load(elsewhere / "sites/wales.yaml"))}"\n' in text
    shutil.rmtree(folder / "theirs")
    assert toc("validate", "ours/leeds.yaml").code == 0


@pytest.mark.usefixtures("elsewhere")
def test_in_a_project_of_its_own_a_site_is_only_told_that_its_base_was_copied(toc, folder):
    (folder / "ours" / "toc.toml").touch()
    run = toc("new", "ours/leeds.yaml", "--site-of", "theirs/csof/csof.yaml")
    assert run.out.splitlines()[2:] == [
        "The base lies outside this project, so the site extends a copy of it.",
        "Change it in a text editor, then check it with: toc validate ours/leeds.yaml",
    ]


def test_a_base_in_a_folder_above_is_not_copied_but_the_way_to_extend_it_is_told(toc, folder):
    (folder / "sites").mkdir()
    run = toc("new", "sites/leeds.yaml", "--site-of", "garden.yaml")
    message = "garden.yaml lies in a folder above the new site, and nothing says that they are one project."
    assert (run.code, run.out) == (2, "")
    assert run.complaints == [
        f"toc: {message} P{MARK[1:]} of garden.yaml, and begin again.",
    ]
    assert list((folder / "sites").iterdir()) == []
    (folder / "toc.toml").touch()
    assert toc("new", "sites/leeds.yaml", "--site-of", "garden.yaml").code == 0
    assert "\nextends: ../garden.yaml\n" in (folder / "sites/leeds.yaml").read_text(encoding="utf-8")


def test_a_base_above_a_project_of_its_own_is_copied_into_it(toc, folder):
    (folder / "sites").mkdir()
    (folder / "sites" / "toc.toml").touch()
    run = toc("new", "sites/leeds.yaml", "--site-of", "garden.yaml")
    assert (run.code, run.out.splitlines()[0]) == (0, "Wrote sites/vendored/garden/garden.yaml")


@pytest.mark.usefixtures("elsewhere")
def test_a_second_site_uses_the_copy_that_is_there(toc):
    toc("new", "ours/leeds.yaml", "--site-of", "theirs/csof/csof.yaml")
    run = toc("new", "ours/york.yaml", "--site-of", "theirs/csof/csof.yaml")
    assert (run.code, run.out.splitlines()[0]) == (0, "Wrote ours/york.yaml")


def test_another_version_of_a_copied_base_is_refused_and_nothing_is_written(toc, folder, elsewhere):
    toc("new", "ours/leeds.yaml", "--site-of", "theirs/csof/csof.yaml")
    with (elsewhere / "csof.yaml").open("a", encoding="utf-8") as file:
        file.write("locked: [family_work]\n")
    run = toc("new", "ours/york.yaml", "--site-of", "theirs/csof/csof.yaml")
    assert (run.code, run.out) == (2, "")
    assert run.complaints == [
        "toc: ours/vendored/csof/csof.yaml is there already. Give another name, or move the old one away."
    ]
    assert not (folder / "ours/york.yaml").exists()


@pytest.mark.usefixtures("elsewhere")
def test_a_copied_base_that_is_edited_is_noticed(toc, folder):
    toc("new", "ours/leeds.yaml", "--site-of", "theirs/csof/csof.yaml")
    assert "TOC607" not in toc("validate", "ours/leeds.yaml").out
    copy = folder / "ours/vendored/csof/csof.yaml"
    copy.write_text(copy.read_text(encoding="utf-8").replace("Staff time", "Staff hours"), encoding="utf-8")
    run = toc("validate", "ours/leeds.yaml")
    assert "leeds.yaml:9:19: TOC607 base-version-mismatch (warning)" in run.out
    assert f'`base_fingerprint: "{fingerprint(load(copy))}"`' in " ".join(run.out.split())


def test_a_base_that_is_reached_through_a_link_is_not_copied(toc, folder, elsewhere):
    (elsewhere / "sites" / "base.yaml").symlink_to("../csof.yaml")
    site = elsewhere / "sites" / "wales.yaml"
    site.write_text(site.read_text(encoding="utf-8").replace("../csof.yaml", "base.yaml"), encoding="utf-8")
    run = toc("new", "ours/leeds.yaml", "--site-of", "theirs/csof/sites/wales.yaml")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert "through a link" in run.err
    assert list((folder / "ours").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("garden.yaml",), "garden.yaml is there already."),
        (("garden.yaml", "--site-of", "garden.yaml"), "garden.yaml is there already."),
        (("mine.txt",), "mine.txt is not the name of a model file. Let it end in .yaml."),
        (("no/such/mine.yaml",), "there is no folder"),
        (("mine.yaml", "--id", "2nd garden"), "`2nd garden` cannot be an id."),
        (("mine.yaml", "--site-of", "garden.yaml", "--id", "ä"), "`ä` cannot be an id."),
        (("mine.yaml", "--site-of", "missing.yaml"), "missing.yaml does not exist."),
        (("mine.yaml", "--site-of", "counts.csv"), "counts.csv"),
        (("mine.yaml", "--site-of", "garden.yaml", "--kind", "blank"), "give one of them."),
    ],
)
def test_what_cannot_be_written_is_refused_in_one_line_and_nothing_changes(toc, folder, arguments, words):
    before = {path: path.read_bytes() for path in folder.iterdir()}
    run = toc("new", *arguments)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert words in run.err
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_name_with_a_blank_in_it_is_told_so_that_it_can_be_typed(toc):
    assert toc("new", "my garden.yaml").out.endswith(' toc validate "my garden.yaml"\n')


def test_a_link_that_leads_nowhere_is_not_written_through(toc, folder):
    (folder / "mine.yaml").symlink_to("gone.yaml")
    assert toc("new", "mine.yaml").code == 2
    assert not (folder / "gone.yaml").exists()


def test_a_base_with_faults_is_refused_with_each_of_them(toc, folder):
    (folder / "wrong.yaml").write_text("toc: 1\nid: w\ntitle: W\ninputs: {a: {}, b: {}}\n", encoding="utf-8")
    run = toc("new", "mine.yaml", "--site-of", "wrong.yaml")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 2)
    assert not (folder / "mine.yaml").exists()


def test_the_notes_of_the_starters_fit_a_page(toc, folder):
    for kind, option in (
        ("blank", "--kind=blank"),
        ("logic", "--kind=logic-model"),
        ("site", "--site-of=garden.yaml"),
    ):
        toc("new", f"{kind}.yaml", option)
        text = (folder / f"{kind}.yaml").read_text(encoding="utf-8")
        assert max(map(len, text.splitlines())) <= 100
