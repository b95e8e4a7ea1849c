"""What a base says of the files that it lists as its sites: a finding, while the base itself can still be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.site_folder import BASE
from toc.loading import inspect, load
from toc.validation import validate_inspection

SITE = "toc: 1\nextends: {}\nid: here\ntitle: Here\nsite: {{id: here, name: Here}}\n"


def told(base: Path) -> list[tuple[str, str, str]]:
    findings = validate_inspection(inspect(base, root=base.parent))
    return [(one.code, one.subject, one.hint) for one in findings if one.code in ("TOC615", "TOC616", "TOC618")]


def base_listing(folder: Path, *files: str) -> Path:
    base = folder / "base.yaml"
    listed = "".join(f"  site{number}: {file}\n" for number, file in enumerate(files))
    model = BASE[: BASE.index("sites:\n")]
    base.write_text(f"{model}sites:\n{listed}", encoding="utf-8")
    return base


def write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True, parents=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("listed", "hint"),
    [
        ("sites/heer.yaml", "Did you mean `sites/here.yaml`?"),
        ("here.yaml", "Did you mean `sites/here.yaml`?"),
        ("site/here.yaml", "Did you mean `sites/here.yaml`?"),
        ("zzz.yaml", "Correct the path, add the file (`toc new --site-of`), or take the line away."),
    ],
)
def test_a_file_that_is_not_there_is_told_with_the_one_that_may_be_meant(
    tmp_path: Path, listed: str, hint: str
) -> None:
    write(tmp_path / "sites" / "here.yaml", SITE.format("../base.yaml"))
    assert told(base_listing(tmp_path, listed)) == [("TOC615", "site0", hint)]


def test_a_file_that_another_site_is_listed_with_is_not_offered(tmp_path: Path) -> None:
    write(tmp_path / "sites" / "hull.yaml", SITE.format("../base.yaml").replace("here", "site0"))
    base = base_listing(tmp_path, "sites/hull.yaml", "sites/hall.yaml")
    hint = "Correct the path, add the file (`toc new --site-of`), or take the line away."
    assert told(base) == [("TOC615", "site1", hint)]


def test_a_base_whose_sites_are_not_there_can_be_read(tmp_path: Path) -> None:
    assert load(base_listing(tmp_path, "gone.yaml")).sites == {"site0": "gone.yaml"}


def test_a_copy_under_vendored_is_not_asked_for_its_sites(tmp_path: Path) -> None:
    folder = tmp_path / "vendored" / "base"
    folder.mkdir(parents=True)
    base = base_listing(folder, "gone.yaml")
    assert [one.code for one in validate_inspection(inspect(base, root=tmp_path)) if one.code == "TOC615"] == []


@pytest.mark.parametrize(
    "written",
    [
        "extends: ../base.yaml",
        'extends: "../base.yaml"  # of all',
        "'extends' : '../base.yaml'\r\nid: here\r\n",
        "{toc: 1, extends: ../base.yaml}",
        "extends: ../gone.yaml",
    ],
)
def test_a_site_that_extends_the_base_or_may_do_so_is_not_told(tmp_path: Path, written: str) -> None:
    write(tmp_path / "sites" / "here.yaml", written)
    assert told(base_listing(tmp_path, "sites/here.yaml")) == []


@pytest.mark.parametrize("written", ["toc: 1\nid: other\n", "", "extends: ../other.yaml\n"])
def test_a_file_that_extends_another_model_or_none_is_told(tmp_path: Path, written: str) -> None:
    write(tmp_path / "other.yaml", "toc: 1\nid: other\n")
    write(tmp_path / "sites" / "here.yaml", written)
    hint = "Write `extends: ../base.yaml` in it, or list another file."
    assert told(base_listing(tmp_path, "sites/here.yaml")) == [("TOC616", "site0", hint)]


def test_sites_that_extend_one_another_in_a_circle_are_left_to_their_own_findings(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", "extends: b.yaml\n")
    write(tmp_path / "b.yaml", "extends: a.yaml\n")
    assert told(base_listing(tmp_path, "a.yaml")) == []


@pytest.mark.parametrize(
    "written",
    [
        "site: {id: here, name: Here}",
        "site: {name: Here, 'id': \"here\"}  # of two",
        "site:\r\n  # of two\r\n\r\n  name: Here\r\n  id: here\r\n",
        "'site':\n    notes: >-\n      id: there\n    \"id\": here  # of two\n",
    ],
)
def test_a_site_that_is_listed_under_an_id_that_is_not_its_own_is_told(tmp_path: Path, written: str) -> None:
    write(tmp_path / "sites" / "here.yaml", f"extends: ../base.yaml\n{written}")
    hint = "Write `here: sites/here.yaml` here, or correct `id` under `site` in that file."
    assert told(base_listing(tmp_path, "sites/here.yaml")) == [("TOC618", "site0", hint)]


@pytest.mark.parametrize(
    "written",
    [
        "site: {id: site0, name: Here}",
        "site:\n  id: site0\n  name: Here\n",
        "site:\n  name: Here\n\nother:\n  id: here\n",
        "site:\n  name: Here\n  other:\n    id: here\n",
        "site: here\n",
        "sites:\n  id: here\n",
    ],
)
def test_a_site_that_is_listed_under_its_own_id_or_says_none_is_not_told(tmp_path: Path, written: str) -> None:
    write(tmp_path / "sites" / "here.yaml", f"extends: ../base.yaml\n{written}")
    assert told(base_listing(tmp_path, "sites/here.yaml")) == []


OWN = "extends: ../base.yaml\nsite: {{id: {}, name: Here}}"


@pytest.mark.parametrize(
    ("listed", "own", "wanted"),
    [
        ("site0", "site0", "site1"),
        ("site1", "site1", "site0"),
    ],
)
def test_the_line_that_lists_the_file_of_a_listed_site_again_is_told_to_go(
    tmp_path: Path, listed: str, own: str, wanted: str
) -> None:
    write(tmp_path / "sites" / "here.yaml", OWN.format(own))
    hint = f"List the file of `{wanted}` itself, or take the line away: `{listed}` is listed as well."
    assert told(base_listing(tmp_path, "sites/here.yaml", "sites/../sites/here.yaml")) == [
        ("TOC618", wanted, hint)
    ]


def test_a_file_of_which_the_id_is_not_found_is_told_where_it_is_listed_again(tmp_path: Path) -> None:
    write(tmp_path / "sites" / "here.yaml", "extends: ../base.yaml\n{site: {id: here}}\n")
    base = base_listing(tmp_path, "sites/here.yaml", "sites/here.yaml")
    assert told(base) == [("TOC618", "site1", "List the file of `site1` itself, or take the line away.")]
    (message,) = (one.message for one in inspect(base, root=tmp_path).notes)
    assert message == "`site1` lists sites/here.yaml, which `site0` lists already."


@pytest.mark.parametrize(
    "written",
    [
        "title: Extends the day\n",
        "# extends nothing\nid: other\n",
        "id: other\ndescription: this extends ../base.yaml\n",
        "id: other\nnotextends: ../base.yaml\n",
    ],
)
def test_a_file_that_only_has_the_word_extends_is_told(tmp_path: Path, written: str) -> None:
    write(tmp_path / "sites" / "here.yaml", written)
    hint = "Write `extends: ../base.yaml` in it, or list another file."
    base = base_listing(tmp_path, "sites/here.yaml")
    assert told(base) == [("TOC616", "site0", hint)]
    (message,) = (one.message for one in validate_inspection(inspect(base, root=tmp_path)) if one.code == "TOC616")
    assert message == "`sites/here.yaml`, which is listed as site `site0`, does not extend this model."


@pytest.mark.parametrize(
    "written",
    ["{toc: 1,\n  extends: ../base.yaml}", "  toc: 1\n  extends: ../base.yaml", "? extends\n: ../base.yaml"],
)
def test_a_file_that_extends_in_another_form_is_left_to_its_own_findings(tmp_path: Path, written: str) -> None:
    write(tmp_path / "sites" / "here.yaml", written)
    assert told(base_listing(tmp_path, "sites/here.yaml")) == []


def test_a_base_that_lists_itself_or_its_own_base_is_told_so_and_not_to_extend_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path / "upper.yaml", BASE[: BASE.index("sites:\n")])
    base = tmp_path / "base.yaml"
    write(
        base,
        "toc: 1\nextends: upper.yaml\nid: b\ntitle: B\nsite: {id: b, name: B}\n"
        "sites: {x: base.yaml, y: upper.yaml}\n",
    )
    hint = "List the file of the site itself, or take the line away."
    assert told(base) == [("TOC616", "x", hint), ("TOC616", "y", hint)]
    assert [one.message for one in inspect(base, root=tmp_path).notes] == [
        "`x` lists `base.yaml`, which is this model itself.",
        "`y` lists `upper.yaml`, which this model extends.",
    ]
