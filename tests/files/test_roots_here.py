from __future__ import annotations

from pathlib import Path

import pytest

from toc.files import repository_here


def test_the_repository_is_the_nearest_folder_with_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "models" / "site").mkdir(parents=True)
    (tmp_path / "models" / "toc.toml").touch()
    monkeypatch.chdir(tmp_path / "models" / "site")
    assert repository_here() == tmp_path


def test_without_a_repository_it_is_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "toc.toml").touch()
    monkeypatch.chdir(tmp_path / "models")
    assert repository_here() == tmp_path / "models"
