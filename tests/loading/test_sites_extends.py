"""Where `extends` may lead, and where it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.site_folder import BASE, SITE, site_of, written
from toc.errors import Fault, LoadError, TocError
from toc.loading import inspect, load
from toc.places import Place

RELATIVE = "Write a path like ../base.yaml, with forward slashes."
YAML_ONLY = "The name must end in .yaml or .yml."


def fault_of(path: Path, kind: str, message: str, hint: str) -> Fault:
    return Fault(kind, message, Place(str(path), 2, 10, len(str(_reference(path)))), hint, "extends")


def _reference(path: Path) -> str:
    return path.read_text().splitlines()[1].removeprefix("extends: ")


@pytest.mark.parametrize(
    ("reference", "why", "hint"),
    [
        pytest.param("/etc/base.yaml", "is not a relative path.", RELATIVE, id="an absolute path"),
        pytest.param("https://example.org/base.yaml", "is not a relative path.", RELATIVE, id="a URL"),
        pytest.param("~/base.yaml", "is not a relative path.", RELATIVE, id="a home folder"),
        pytest.param("..\\base.yaml", "is not a relative path.", RELATIVE, id="a backslash"),
        pytest.param("C:/base.yaml", "is not a relative path.", RELATIVE, id="a drive"),
        pytest.param("base.json", "is not a YAML file.", YAML_ONLY, id="another file type"),
        pytest.param("../../etc/passwd", "is not a YAML file.", YAML_ONLY, id="a file of the system"),
    ],
)
def test_extends_is_refused_where_it_stands(tmp_path: Path, reference: str, why: str, hint: str) -> None:
    path = written(tmp_path, "wales.yaml", f"toc: 1\nextends: {reference}\n")
    assert inspect(path).faults == (fault_of(path, "path-escape", f'"{reference}" {why}', hint),)


def test_a_way_out_of_the_root_is_refused_though_the_file_is_there(tmp_path: Path) -> None:
    written(tmp_path, "base.yaml", BASE)
    path = written(tmp_path / "inner", "wales.yaml", "toc: 1\nextends: ../base.yaml\n")
    message = '"../base.yaml" leads out of the folder inner, the root of this model.'
    hint = "Put an empty file toc.toml into the folder that holds both, or name it with --root."
    assert inspect(path).faults == (fault_of(path, "path-escape", message, hint),)


def test_a_symbolic_link_out_of_the_root_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "secret.yaml", BASE)
    path = written(tmp_path / "inner", "wales.yaml", SITE)
    (tmp_path / "inner" / "base.yaml").symlink_to(tmp_path / "secret.yaml")
    assert [fault.kind for fault in inspect(path).faults] == ["path-escape"]


def test_a_symbolic_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "wales.yaml", SITE)
    (tmp_path / "base.yaml").symlink_to(tmp_path / "base.yaml")
    assert [fault.kind for fault in inspect(path).faults] in (["path-escape"], ["dangling-reference"])


def test_a_site_behind_a_symbolic_link_extends_the_base_beside_the_file_itself(tmp_path: Path) -> None:
    site_of(tmp_path / "real", "")
    (tmp_path / "toc.toml").touch()
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "wales.yaml").symlink_to(tmp_path / "real" / "wales.yaml")
    written(tmp_path / "links", "base.yaml", BASE.replace("title: Base", "title: Another"))
    inspection = inspect(tmp_path / "links" / "wales.yaml", root=tmp_path)
    assert inspection.theory is not None
    assert inspection.theory.title == "Base"
    assert set(inspection.texts) == {str(tmp_path / "links" / "wales.yaml"), str(tmp_path / "real" / "base.yaml")}


def test_a_missing_base_is_told_with_what_is_there(tmp_path: Path) -> None:
    written(tmp_path, "bace.yaml", BASE)
    path = written(tmp_path, "wales.yaml", SITE)
    message = "`base.yaml` does not exist."
    hint = "In that folder there is: bace.yaml, wales.yaml."
    assert inspect(path).faults == (fault_of(path, "dangling-reference", message, hint),)


def test_a_folder_is_no_base(tmp_path: Path) -> None:
    path = written(tmp_path, "wales.yaml", SITE)
    (tmp_path / "base.yaml").mkdir()
    message = "`base.yaml` is a folder, not a file."
    assert inspect(path).faults == (fault_of(path, "dangling-reference", message, "Name a file in it."),)


def test_a_list_of_bases_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "wales.yaml", "toc: 1\nextends: [a.yaml, b.yaml]\n")
    assert inspect(path).faults == (
        Fault(
            "wrong-type",
            "`extends` must be the path of one base.",
            Place(str(path), 2, 10),
            "Write a path like ../base.yaml.",
            "extends",
        ),
    )


def test_a_file_that_extends_itself_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "base.yaml", SITE)
    message = '"base.yaml" leads back to this file.'
    hint = "Let it extend a base that does not extend it."
    assert inspect(path).faults == (fault_of(path, "include-cycle", message, hint),)


def test_two_files_that_extend_each_other_are_refused_in_the_second(tmp_path: Path) -> None:
    second = written(tmp_path, "base.yaml", SITE.replace("base.yaml", "wales.yaml"))
    path = written(tmp_path, "wales.yaml", SITE)
    message = '"wales.yaml" leads back to this file.'
    hint = "Let it extend a base that does not extend it."
    assert inspect(path).faults == (fault_of(second, "include-cycle", message, hint),)


def test_a_chain_of_nine_files_is_too_long(tmp_path: Path) -> None:
    written(tmp_path, "m0.yaml", BASE)
    paths = [written(tmp_path, f"m{n}.yaml", f"toc: 1\nextends: m{n - 1}.yaml\n") for n in range(1, 9)]
    assert load(paths[6]) == load(paths[0])
    assert [fault.kind for fault in inspect(paths[7]).faults] == ["include-cycle"]


def test_the_root_may_be_named(tmp_path: Path) -> None:
    written(tmp_path, "base.yaml", BASE)
    path = written(tmp_path / "inner", "wales.yaml", "toc: 1\nextends: ../base.yaml\n")
    assert load(path, root=tmp_path) == load(site_of(tmp_path, ""))


@pytest.mark.parametrize(
    ("name", "content"),
    [("toc.toml", ""), (".git/HEAD", ""), ("pyproject.toml", "[tool.toc]\n")],
)
def test_the_root_is_the_nearest_folder_with(tmp_path: Path, name: str, content: str) -> None:
    marker = tmp_path / "project" / name
    marker.parent.mkdir(parents=True)
    marker.write_text(content)
    (tmp_path / "project" / "base.yaml").write_text(BASE)
    path = tmp_path / "project" / "sites" / "wales.yaml"
    path.parent.mkdir()
    path.write_text("toc: 1\nextends: ../base.yaml\n")
    assert load(path).derivation is not None


@pytest.mark.parametrize("content", ["[tool.other]\n", "not toml at all [", "\udcff"])
def test_a_project_file_without_a_table_of_ours_is_no_root(tmp_path: Path, content: str) -> None:
    (tmp_path / "base.yaml").write_text(BASE)
    (tmp_path / "pyproject.toml").write_bytes(content.encode("utf-8", "surrogateescape"))
    path = tmp_path / "sites" / "wales.yaml"
    path.parent.mkdir()
    path.write_text("toc: 1\nextends: ../base.yaml\n")
    assert [fault.kind for fault in inspect(path).faults] == ["path-escape"]


def test_a_folder_that_may_only_be_read_is_enough(tmp_path: Path) -> None:
    path = site_of(tmp_path, "")
    before = sorted(tmp_path.rglob("*"))
    tmp_path.chmod(0o555)
    try:
        assert load(path).id == "base"
    finally:
        tmp_path.chmod(0o755)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_relative_path_is_told_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "base.yaml", BASE.replace("part_of: work", "part_of: wrok"))
    written(tmp_path, "sites/wales.yaml", "toc: 1\nextends: ../base.yaml\n")
    monkeypatch.chdir(tmp_path)
    assert [str(fault.place) for fault in inspect("sites/wales.yaml").faults] == ["base.yaml:23:14"]


def test_every_fault_of_a_broken_model_is_raised_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "m.yaml", "toc: 1\nid: 1\ninputs:\n  a: {lable: A, leads_to: [b]}\ninputs: {}\n")
    with pytest.raises(LoadError) as caught:
        load(path)
    keep = "Keep one of the two, or give the second another name."
    assert str(caught.value).splitlines() == [
        f"{path}:1:1: the model has no `title`. Add `title: ...` to it.",
        f"{path}:2:1: `id` must be text. Put it into quotes.",
        f"{path}:4:7: `lable` is not a key that can stand in `a`. Did you mean `label`?",
        f"{path}:4:28: `b` is not the id of any box. Add the box, or take this away.",
        f"{path}:5:1: `inputs` stands here twice. (see also {path}:3:1) {keep}",
    ]


@pytest.mark.parametrize("path", [3, None, b"m.yaml", ["m.yaml"]])
def test_what_is_no_path_is_refused_in_one_line(path: object) -> None:
    with pytest.raises(TocError, match=r"^toc\.load wants the path of a model file\."):
        load(path)  # type: ignore[arg-type]  # the wrong call that is tested


def test_a_missing_folder_of_a_base_is_called_as_it_is_written(tmp_path: Path) -> None:
    path = written(tmp_path / "sites", "wales.yaml", "toc: 1\nextends: none/base.yaml\n")
    hint = "There is no folder none either; check where you are."
    assert inspect(path).faults == (
        fault_of(path, "dangling-reference", "`none/base.yaml` does not exist.", hint),
    )


def test_a_base_whose_name_no_file_can_have_is_refused_where_it_stands(tmp_path: Path) -> None:
    path = written(tmp_path, "wales.yaml", f"toc: 1\nextends: {'a' * 300}.yaml\n")
    message = f"`{'a' * 300}.yaml` cannot be read: File name too long."
    assert inspect(path).faults == (fault_of(path, "dangling-reference", message, ""),)


@pytest.mark.parametrize("root", ["nowhere", "wales.yaml", "a" * 300])
def test_a_root_that_is_no_folder_is_a_wrong_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: str
) -> None:
    written(tmp_path, "wales.yaml", BASE)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TocError) as raised:
        inspect("wales.yaml", root=root)
    assert str(raised.value) == f"There is no folder {root}, which is to be the root. Name one that is there."
