from __future__ import annotations

from pathlib import Path

from toc.files import numbered_files


def test_numbered_files_are_those_of_the_name_and_ending_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    others = ("figure.svg", "figure-2.pdf", "figure-b.svg", "figure-.svg", "my-figure-4.svg", "figure-\u0663.svg")
    for name in ("figure-10.svg", "figure-9.svg", "figure-09.svg", *others):
        (tmp_path / name).touch()
    found = [path.name for path in numbered_files(tmp_path / "figure.svg")]
    assert found == ["figure-09.svg", "figure-9.svg", "figure-10.svg"]


def test_a_folder_that_there_is_not_has_none(tmp_path: Path) -> None:
    assert numbered_files(tmp_path / "none" / "figure.svg") == ()
