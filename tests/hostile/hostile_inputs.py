"""Inputs that were made to hurt: one or more for each way to hurt, and what must be said of each.

The small ones are files in `files`, as somebody would send them; the large ones are made here. Used by the
tests, by `benchmarks/hostile.py` and as the first texts of the fuzzer.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["HOSTILE", "SMALL_FILES", "Hostile", "written"]

SMALL_FILES = Path(__file__).parent / "files"
HEAD = "toc: 1\nid: m\ntitle: M\n"


@dataclass(frozen=True)
class Hostile:
    """An input: the code that must be found and where, and how its text is made (None: a file in `files`).

    `refused` says that no verb may work with it; a note alone does not refuse. `file` names the file that is at
    fault where it is another one.
    """

    name: str
    code: str
    line: int
    column: int
    text: Callable[[], str] | None = None
    refused: bool = True
    file: str = ""


def _deep_aliases() -> str:
    return "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n} {{k: *a{n - 1}}}\n" for n in range(1, 800))


def _boxes(count: int, lines: Callable[[int], str]) -> str:
    return f"{HEAD}inputs:\n" + "".join(f"  {lines(n)}\n" for n in range(count))


HOSTILE = (
    Hostile("alias_bomb", "TOC004", 7, 20),
    Hostile("merge_key_bomb", "TOC004", 3, 10),
    Hostile("merge_key", "TOC004", 8, 5),
    Hostile("self_alias", "TOC004", 1, 6),
    Hostile("alias_of_nothing", "TOC004", 4, 9),
    Hostile("alias_as_a_key", "TOC018", 3, 1),
    Hostile("list_as_a_key", "TOC018", 4, 3),
    Hostile("aliases_that_deepen", "TOC005", 64, 15, _deep_aliases),
    Hostile("100000_anchors", "TOC009", 4, 1, lambda: HEAD + "".join(f"k{n}: &a{n} v\n" for n in range(100_000))),
    Hostile("500_levels", "TOC005", 1, 65, lambda: "[" * 500 + "]" * 500),
    Hostile("100000_brackets", "TOC005", 1, 65, lambda: "[" * 100_000),
    Hostile("100000_braces", "TOC005", 1, 257, lambda: "{a: " * 100_000),
    Hostile("100000_dashes", "TOC005", 1, 129, lambda: "- " * 100_000),
    Hostile("2000_levels_of_blanks", "TOC005", 65, 65, lambda: "".join(" " * n + "a:\n" for n in range(2_000))),
    Hostile("10_mb_word", "TOC006", 1, 1, lambda: f"{HEAD}description: {'x' * 10_000_000}"),
    Hostile("100001_letters", "TOC006", 4, 14, lambda: f"{HEAD}description: {'x' * 100_001}"),
    Hostile("600_kb_of_minutes", "TOC006", 4, 10, lambda: f"{HEAD}version: 1{':59' * 200_000}"),
    Hostile("90_kb_of_minutes", "TOC008", 4, 10, lambda: f"{HEAD}version: 1{':59' * 30_000}", refused=False),
    Hostile("5000_digits", "TOC010", 4, 1, lambda: f"{HEAD}coverage: {'9' * 5_000}"),
    Hostile("5000_digits_as_text", "TOC008", 4, 10, lambda: f"{HEAD}version: {'9' * 5_000}", refused=False),
    Hostile("a_million_words", "TOC006", 4, 899_975, lambda: f"{HEAD}version: [" + "a, " * 1_000_000),
    Hostile("100000_wrong_keys", "TOC009", 4, 1, lambda: HEAD + "".join(f"k{n}: 1\n" for n in range(100_000))),
    Hostile("70000_boxes_of_nothing", "TOC016", 5, 3, lambda: _boxes(70_000, lambda n: f"b{n}: {{}}")),
    Hostile("100000_duplicates", "TOC003", 4, 1, lambda: HEAD + "id: m\n" * 100_000),
    Hostile("100000_tags", "TOC007", 4, 11, lambda: f"{HEAD}version: [" + "!x a, " * 100_000 + "]"),
    Hostile(
        "60000_nos", "TOC008", 5, 32,
        lambda: f"{HEAD}indicators:\n  i: {{label: I, disaggregate: [on{', no' * 60_000}]}}\n", refused=False,
    ),
    Hostile("100000_hidden", "TOC021", 4, 14, lambda: f"{HEAD}description: {chr(0x200B) * 90_000}", refused=False),
    Hostile(
        "10000_names_of_nothing", "TOC101", 5, 34,
        lambda: _boxes(10_000, lambda n: f"box{n:04}: {{label: B, leads_to: [bux{n}]}}"),
    ),
    Hostile(
        "1000_names_nearly_right", "TOC101", 5, 91,
        lambda: _boxes(1_000, lambda n: f"{'box' * 20}{n:04}: {{label: B, leads_to: [{'bux' * 20}{n}]}}"),
    ),
    Hostile("words_of_yaml_1_1", "TOC008", 3, 8, refused=False),
    Hostile("tag_python", "TOC007", 4, 9),
    Hostile("tag_bool", "TOC007", 6, 12),
    Hostile("tag_binary", "TOC007", 4, 14),
    Hostile("tag_of_a_key", "TOC007", 4, 1),
    Hostile("duplicate_keys", "TOC003", 7, 3),
    Hostile("two_documents", "TOC019", 4, 1),
    Hostile("empty", "TOC020", 1, 1),
    Hostile("comments_only", "TOC020", 1, 1),
    Hostile("a_list", "TOC019", 1, 1),
    Hostile("a_scalar", "TOC019", 1, 1),
    Hostile("directive", "TOC001", 1, 1),
    Hostile("tab", "TOC001", 5, 1),
    Hostile("open_quote", "TOC001", 4, 14),
    Hostile("latin_1", "TOC002", 3, 11),
    Hostile("utf_16", "TOC002", 1, 1),
    Hostile("nul", "TOC002", 3, 9),
    Hostile("bell", "TOC002", 3, 9),
    Hostile("half_a_character", "TOC002", 3, 9),
    Hostile("half_a_character_escaped", "TOC001", 3, 12),
    Hostile("old_line_end", "TOC002", 3, 9),
    Hostile("old_mac", "TOC010", 4, 1),
    Hostile("byte_order_mark", "TOC010", 4, 1),
    Hostile("id_with_zero_width", "TOC018", 5, 3),
    Hostile("id_that_looks_alike", "TOC018", 5, 3),
    Hostile("hidden_in_a_label", "TOC021", 6, 14, refused=False),
    Hostile("extends_up", "TOC011", 2, 10),
    Hostile("extends_up_yaml", "TOC011", 2, 10),
    Hostile("extends_absolute", "TOC011", 2, 10),
    Hostile("extends_url", "TOC011", 2, 10),
    Hostile("extends_home", "TOC011", 2, 10),
    Hostile("extends_drive", "TOC011", 2, 10),
    Hostile("extends_nul", "TOC011", 2, 10),
    Hostile("extends_two_lines", "TOC011", 2, 10),
    Hostile("extends_a_list", "TOC010", 2, 10),
    Hostile("extends_nothing", "TOC101", 2, 10),
    Hostile("extends_long", "TOC011", 2, 10),
    Hostile("extends_itself", "TOC012", 2, 10),
    Hostile("extends_circle_a", "TOC012", 2, 10, file="extends_circle_b"),
    Hostile("extends_a_link_out", "TOC011", 2, 10),
    Hostile("extends_a_link_to_itself", "TOC011", 2, 10),
    Hostile("extends_a_pipe", "TOC101", 2, 10),
    Hostile("extends_a_device", "TOC011", 2, 10),
    Hostile("extends_a_folder", "TOC101", 2, 10),
    Hostile("extends_level_1", "TOC012", 2, 10, file="extends_level_8"),
)  # fmt: skip


def written(folder: Path) -> dict[str, Path]:
    """Write every input into a folder that is its own root; return their paths by name."""
    (folder / "toc.toml").touch()
    for path in SMALL_FILES.glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    for one in HOSTILE:
        if one.text is not None:
            (folder / f"{one.name}.yaml").write_text(one.text(), encoding="utf-8")
    _write_paths(folder)
    return {one.name: folder / f"{one.name}.yaml" for one in HOSTILE}


def _write_paths(folder: Path) -> None:
    """Make what only a file system can hold: links, a pipe, a folder, and a chain of nine files."""
    (folder / "link_out.yaml").symlink_to("/etc/passwd")
    (folder / "link_to_itself.yaml").symlink_to("link_to_itself.yaml")
    (folder / "device.yaml").symlink_to("/dev/zero")
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    for name, base in (
        ("a_link_out", "link_out"), ("a_link_to_itself", "link_to_itself"), ("a_pipe", "pipe"),
        ("a_device", "device"), ("a_folder", "folder"),
    ):  # fmt: skip
        (folder / f"extends_{name}.yaml").write_text(f"toc: 1\nextends: {base}.yaml\n")
    for level in range(1, 12):
        (folder / f"extends_level_{level}.yaml").write_text(f"toc: 1\nextends: extends_level_{level + 1}.yaml\n")
