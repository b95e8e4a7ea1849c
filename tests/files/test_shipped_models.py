from __future__ import annotations

from toc.files import shipped_models


def test_the_models_that_come_with_the_library_are_found() -> None:
    assert (shipped_models() / "csof" / "csof.yaml").is_file()
