"""What an edit makes of a text, where it begins at the mark ^, and where none is made."""

from __future__ import annotations

import re

import pytest

from toc.errors import Edit, EditKind
from toc.loading.mended_text import Mended, mended_text
from toc.places import Place


def marked(text: str) -> tuple[str, list[Place]]:
    """Return the text without its marks, and where each stood."""
    first, *others = text.split("^")
    places = []
    for part in others:
        lines = re.split("\r\n?|\n", first)
        places.append(Place("m.yaml", len(lines), len(lines[-1]) + 1))
        first += part
    return first, places


def mended(text: str, kind: EditKind, old: str = "", new: str = "") -> str:
    """Return the text with the edit made at each mark; "no" where one is not made."""
    plain, places = marked(text)
    edits = tuple(Edit(kind, place, old, new) for place in places)
    found = mended_text(plain, edits)
    assert found.made in (edits, ())
    assert bool(found.made) == (found.text != plain)
    return found.text if found.made else "no"


REMOVED = {
    "an entry goes with its line and the comment on it": ("b:\n  ^c: 1 # x\n  d: 2\n", "b:\n  d: 2\n"),
    "comments before and behind it stay": (
        "b:\n  # on c\n  ^c: 1\n  # on d\n  d: 2\n",
        "b:\n  # on c\n  # on d\n  d: 2\n",
    ),
    "all that stands under it goes": ("b:\n  ^c:\n    e: [1,\n      2]\n  d: 2\n", "b:\n  d: 2\n"),
    "a comment behind the last word under it stays": (
        "b:\n  ^c:\n    e: 1\n    # x\n  d: 2\n",
        "b:\n    # x\n  d: 2\n",
    ),
    "with the only entry its mapping goes": ("a: 1\nb:\n  ^c: 1\n  # s\n\nd: 2\n", "a: 1\n  # s\n\nd: 2\n"),
    "with the only item the mappings around it go": ("a: 1\nb:\n  c:\n    - ^x\n", "a: 1\n"),
    "an empty entry goes": ("a: 1\nd:\n  ^x:\n  y:\n", "a: 1\nd:\n  y:\n"),
    "an entry in quotes goes": ('a: 1\n^"b c": 2\n', "a: 1\n"),
    "an entry with a text of several lines goes": (
        "d:\n  ^x: |\n    one\n    # no comment\n\n  # a comment\n  z: 1\n",
        "d:\n\n  # a comment\n  z: 1\n",
    ),
    "an entry with a text that is broken goes": ("d:\n  ^x: one\n    two\n  z: 1\n", "d:\n  z: 1\n"),
    "an entry whose value is marked goes": ("a: 1\nb: ^x\n# q\nd: 2\n", "a: 1\n# q\nd: 2\n"),
    "the last line goes where it has no end": ("a: 1\nb: 2\n^c: 3", "a: 1\nb: 2"),
    "the last line of Windows goes where it has no end": ("a: 1\r\nb: 2\r\n^c: 3", "a: 1\r\nb: 2"),
    "a line of an old Macintosh goes": ("a: 1\r^b: 2\rc: 3\r", "a: 1\rc: 3\r"),
    "an item goes with its dash": ("d:\n- x\n-   ^z\n- y\n", "d:\n- x\n- y\n"),
    "an item that is a mapping goes as a whole": ("d:\n  - ^x: 1\n    y: 2\n  - z\n", "d:\n  - z\n"),
    "an item that begins on the next line goes": ("d:\n  -\n    ^x: 1\n  - z\n", "d:\n  - z\n"),
    "behind a dash the next entry comes in its place": ("d:\n  - - ^x\n    - y\n", "d:\n  - - y\n"),
    "the first of several in brackets goes": ("b: [^x, y] # c\n", "b: [y] # c\n"),
    "one in the middle of brackets goes": ("b: [x,^y , z]\n", "b: [x,z]\n"),
    "the last in brackets goes": ("b: [x, ^y]\n", "b: [x]\n"),
    "the last in brackets goes before a comma": ("b: [x, ^y, ]\n", "b: [x, ]\n"),
    "a mapping in brackets loses an entry": ("b: {x: 1, ^y: {z: [1]}, w: 2}\n", "b: {x: 1, w: 2}\n"),
    "a line in brackets goes with its comment": (
        "d: [\n  x, # one\n  ^y, # two\n  z # three\n]\n",
        "d: [\n  x, # one\n  z # three\n]\n",
    ),
    "the last line in brackets goes with its comment": (
        "d: [\n  x, # one\n  ^y # two\n  # all\n]\n",
        "d: [\n  x, # one\n  # all\n]\n",
    ),
    "a comment between two in brackets stays": ("d: [x, # one\n  ^y]\n", "d: [x, # one\n  ]\n"),
    "no blank is left at the end of a line": ("d: [x, ^y,\n  z]\n", "d: [x,\n  z]\n"),
    "the last goes with the line end before it": ("d: [x,\n  ^z]\n", "d: [x]\n"),
    "the only one in brackets goes with its key": ("a: 1\nb: [^x]\nd: 2\n", "a: 1\nd: 2\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "after"), REMOVED.values(), ids=REMOVED)
def test_removing(text: str, after: str) -> None:
    assert mended(text, "remove") == after


REPLACED = {
    "a key": ("b:\n  ^ol: 1 # ol\n", "b:\n  new: 1 # ol\n"),
    "the value of a key that does not say it": ("^b: ol\n", "b: new\n"),
    "a value": ("b: ^ol and ol\n", "b: new and ol\n"),
    "an item": ("b: [x, ^ol]\n", "b: [x, new]\n"),
    "in quotes": ("b: ^'ol s'\nc: ol\n", "b: 'new s'\nc: ol\n"),
    "a text of several lines": ("b: ^>-\n  is\n  ol\n", "b: >-\n  is\n  new\n"),
    "at two places": ("b: [^ol]\r\n# x\r\nc: ^ol\r\n", "b: [new]\r\n# x\r\nc: new\r\n"),
}


@pytest.mark.parametrize(("text", "after"), REPLACED.values(), ids=REPLACED)
def test_replacing(text: str, after: str) -> None:
    assert mended(text, "replace", "ol", "new") == after


QUOTED = {
    "a value": ("a: ^no # x\n", 'a: "no" # x\n'),
    "a key": ("^no: no\n", '"no": no\n'),
    "an item": ("a: [1, ^2024-01-01]\n", 'a: [1, "2024-01-01"]\n'),
}


@pytest.mark.parametrize(("text", "after"), QUOTED.values(), ids=QUOTED)
def test_quoting(text: str, after: str) -> None:
    assert mended(text, "quote") == after


def test_erasing_takes_out_what_the_place_covers_also_in_a_comment() -> None:
    assert mended("a: b^\u200bc # ^\u200bd\n", "erase") == "a: bc # d\n"


REFUSED: dict[str, tuple[str, EditKind]] = {
    "the last entry of a text": ("^a: 1\n", "remove"),
    "the last item of a text": ("- ^a\n", "remove"),
    "an entry that an alias repeats": ("a: {^x: &k 1, z: *k}\n", "remove"),
    "an entry that holds what an alias repeats": ("a:\n  ^x:\n    y: &k [1]\n  z: *k\n", "remove"),
    "an entry that an alias could repeat": ("a: {^x: &k 1, z: 2}\n", "remove"),
    "the first behind a dash, with a comment below it": ("d:\n  - - ^x # one\n    - y\n", "remove"),
    "a dash with a comment behind it": ("d:\n  - # one\n    ^x: 1\n  - z\n", "remove"),
    "a place where nothing begins": ("a: b^c\n", "remove"),
    "a place that is not there": ("a: 1\n^", "remove"),
    "a word that is not said there": ("^a: 1\nol: 2\n", "replace"),
    "a word in what an alias repeats": ("a: &k\n  b: ^ol\nc: *k\n", "replace"),
    "a word that an alias repeats": ("a: &k ^ol\nc: *k\n", "replace"),
    "a list": ("a: ^[ol]\n", "replace"),
    "a letter that is an escape": ('a: ^"\\x6fl"\n', "replace"),
    "a number in quotes would be a text": ("a: ^12\n", "quote"),
    "a word in quotes": ('a: ^"no"\n', "quote"),
    "a letter that is seen": ("a: ^bc\n", "erase"),
    "a hidden letter that is an escape": ('a: "^\\u200b"\n', "erase"),
}


@pytest.mark.parametrize(("text", "kind"), REFUSED.values(), ids=REFUSED)
def test_an_edit_that_is_not_certain_is_not_made(text: str, kind: EditKind) -> None:
    assert mended(text, kind, "ol", "new") == "no"


def test_a_word_that_would_be_read_otherwise_where_it_stands_is_not_written() -> None:
    assert mended("a: [^ol]\n", "replace", "ol", "x, y") == "no"
    assert mended("a: ^ol\n", "replace", "ol", "12") == "no"
    assert mended("a: ^ol\n", "replace", "ol", "x: y") == "no"


def test_where_one_edit_cannot_be_made_the_others_are() -> None:
    text, places = marked("a: [^ol, ^'ol', ^[ol], ^ol]\nb: ^ol\n")
    edits = [Edit("replace", place, "ol", "new") for place in places]
    wrong = Edit("replace", places[1], "ol", "it's")
    found = mended_text(text, [edits[0], wrong, *edits[2:]])
    assert found == Mended("a: [new, 'ol', [ol], new]\nb: new\n", (edits[0], *edits[3:]))


def test_an_edit_that_is_not_accepted_is_left_out_and_the_others_are_made() -> None:
    text, places = marked("a: ^ol\nb: ^ol\nc: ^ol\n")
    edits = [Edit("replace", place, "ol", "new") for place in places]
    found = mended_text(text, edits, lambda new: "b: new" not in new)
    assert found == Mended("a: new\nb: ol\nc: new\n", (edits[0], edits[2]))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a: 1\nb: [^x, ^y, z]\n", "a: 1\nb: [z]\n"),
        ("a: 1\nb:\n  - ^x\n  - ^y\n", "a: 1\n"),
    ],
)
def test_several_items_of_one_list_go_and_with_the_last_its_key(text: str, after: str) -> None:
    assert mended(text, "remove") == after


def test_of_two_edits_that_touch_the_second_waits() -> None:
    text, places = marked("a: 1\nb: [^x, ^y]\n")
    edits = [Edit("remove", place) for place in places]
    assert mended_text(text, edits) == Mended("a: 1\nb: [y]\n", (edits[0],))


def test_an_empty_text_stays_empty() -> None:
    assert mended_text("# nothing\n", [Edit("remove", Place("m.yaml", 1, 1))]) == Mended("# nothing\n")
