"""Texts that were made to hurt are refused before anything is built, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from toc.errors import Fault
from toc.loading import inspect, inspect_mapping, inspect_text
from toc.places import Place

HOSTILE = {
    "an alias bomb": (
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)),
        "alias-expansion",
    ),
    "aliases that deepen each other": (
        "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n} {{k: *a{n - 1}}}\n" for n in range(1, 800)),
        "depth",
    ),
    "100,000 open brackets": ("[" * 100_000, "depth"),
    "100,000 open braces": ("{a: " * 100_000, "depth"),
    "100,000 dashes": ("- " * 100_000, "depth"),
    "2,000 levels in block style": ("".join(" " * n + "a:\n" for n in range(2_000)), "depth"),
    "a text of ten million letters": ("toc: 1\ntitle: " + "x" * 10_000_000, "size"),
    "a text of a hundred thousand and one letters": ("toc: 1\ntitle: " + "x" * 100_001, "size"),
    "a million words": ("[" + "a, " * 1_000_000, "size"),
    "times that YAML 1.1 multiplies": ("toc: 1\nid: m\ntitle: T\nversion: 1" + ":59" * 30_000, ""),
    "a hundred thousand wrong keys": ("toc: 1\n" + "".join(f"k{n}: 1\n" for n in range(100_000)), "missing-field"),
    "ten thousand names of nothing": (
        "toc: 1\nid: m\ntitle: T\ninputs:\n"
        + "".join(f"  box{n}: {{label: B, leads_to: [bux{n}]}}\n" for n in range(10_000)),
        "dangling-reference",
    ),
    "a thousand names that are nearly right": (
        "toc: 1\nid: m\ntitle: T\ninputs:\n"
        + "".join(f"  {'box' * 20}{n}: {{label: B, leads_to: [{'bux' * 20}{n}]}}\n" for n in range(1_000)),
        "dangling-reference",
    ),
}
CHILD = (
    "import json, sys\n"
    "from toc.loading import inspect\n"
    "faults = inspect(sys.argv[1]).faults\n"
    "print(json.dumps([faults[0].kind if faults else '', len(faults)]))\n"
)


@pytest.mark.parametrize(("text", "kind"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_one_kind_of_fault_within_seconds(tmp_path: Path, text: str, kind: str) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, timeout=20, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)[0] == kind


def test_64_levels_are_read() -> None:
    assert [fault.kind for fault in inspect_text("[" * 64 + "]" * 64).faults] == ["not-a-mapping"]


def test_ten_million_letters_are_told_at_the_top() -> None:
    assert inspect_text("x" * 4_000_001).faults == (
        Fault(
            "size",
            "this file is longer than 4,000,000 letters.",
            Place("<text>", 1, 1),
            "Check that it is the file you meant; no real model is that large.",
        ),
    )


def test_an_alias_bomb_is_told_where_it_grows_too_large() -> None:
    text, _ = HOSTILE["an alias bomb"]
    assert inspect_text(text).faults == (
        Fault(
            "alias-expansion",
            "what the aliases (`*...`) stand for is too large when written out.",
            Place("<text>", 6, 15, 3),
            "Use fewer of them, or write the text out.",
        ),
    )


def test_a_mapping_that_holds_itself_is_refused() -> None:
    endless: dict[str, object] = {"toc": 1}
    endless["inputs"] = endless
    message = "this is nested more than 64 levels deep."
    assert inspect_mapping(endless).faults == (Fault("depth", message, None, "A model needs fewer than ten."),)


def test_a_mapping_that_shares_its_parts_without_end_is_refused() -> None:
    shared: dict[str, object] = {}
    for _ in range(40):
        shared = {"a": shared, "b": shared}
    message = "there is more in this than any model holds."
    assert inspect_mapping(shared).faults == (Fault("size", message, None, "Check what it is."),)


@pytest.mark.parametrize(
    ("mapping", "kind"),
    [
        ({("a",): 1}, "bad-id"),
        ({"title": "a\ud800"}, "encoding"),
        ({"title": "x" * 100_001}, "size"),
    ],
)
def test_a_mapping_that_no_file_could_hold_is_refused(mapping: dict[str, object], kind: str) -> None:
    inspection = inspect_mapping(mapping)
    assert (inspection.theory, [fault.kind for fault in inspection.faults]) == (None, [kind])


def test_half_a_letter_in_a_file_is_an_encoding_fault_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_bytes(b"toc: 1\r\ntitle: \xc3\xa9t\xed\xa0\x80")
    assert inspect(path).faults == (
        Fault(
            "encoding",
            "from here on this is not UTF-8 text.",
            Place(str(path), 2, 10),
            "Save the file as UTF-8 (in most editors: Save as, Encoding).",
        ),
    )


def test_a_mapping_holds_no_longer_number_than_a_file() -> None:
    told = "a number in this has 30 digits or more. Round it."
    assert [str(fault) for fault in inspect_mapping({"toc": 10**29}).faults] == [told]
    assert told not in {str(fault) for fault in inspect_mapping({"toc": 10**29 - 1}).faults}
