"""The pages that people read, cut into their blocks of code, commands and examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
)

_FENCE = re.compile(r"^( *)(`{3,})([^\n`]*)\n(.*?)^\1\2 *$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the other words after the fence (`file=x.yaml`, `exit=1`) and its text."""

    language: str
    options: dict[str, str]
    text: str

    @property
    def is_model(self) -> bool:
        return self.language == "yaml" and self.text.startswith("toc: 1\n")


@dataclass(frozen=True)
class Command:
    """One command line of a page, the output shown below it ("" where none is) and its exit code."""

    words: str
    output: str
    exit: int


def blocks_of(page: Path) -> tuple[Block, ...]:
    return tuple(_block(found) for found in _FENCE.finditer(page.read_text(encoding="utf-8")))


def _block(found: re.Match[str]) -> Block:
    language, *words = found[3].split() or [""]
    options = dict(word.partition("=")[::2] for word in words)
    text = re.sub(rf"^{found[1]}", "", found[4], flags=re.MULTILINE)
    return Block(language, options, text)


def commands_of(block: Block) -> Iterator[Command]:
    """Yield the commands of a block: each line of `sh`; of `console` those after `$`, with what stands below."""
    if block.language == "sh":
        for line in block.text.splitlines():
            if line and not line.startswith("#"):
                yield Command(line, "", 0)
    if block.language == "console":
        parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
        for number, part in enumerate(parts, start=1):
            words, _, output = part.partition("\n")
            yield Command(words, output, int(block.options.get("exit", 0)) if number == len(parts) else 0)


def text_without_code(page: Path) -> str:
    return re.sub(r"`[^`\n]*`", "", _FENCE.sub("", page.read_text(encoding="utf-8")))


def anchors_of(page: Path) -> frozenset[str]:
    """The anchors of a page's headings, as they are made where the pages are shown."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.*)$", text, flags=re.MULTILINE)
    kept = (re.sub(r"[^\w\- ]", "", heading.strip().lower()) for heading in headings)
    return frozenset(heading.replace(" ", "-") for heading in kept)
