from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Module:
    """A module of the library: its path below `src`, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def functions(self) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.fixture(scope="session")
def project() -> Path:
    return PROJECT


@pytest.fixture(scope="session")
def modules() -> list[Module]:
    """Every module of the library, whichever copy of it is installed."""
    found = [
        Module(path.relative_to(PROJECT / "src").as_posix(), text, ast.parse(text))
        for path in sorted((PROJECT / "src" / "toc").rglob("*.py"))
        for text in [path.read_text(encoding="utf-8")]
    ]
    assert len(found) > 100
    return found
