"""Every text that is not YAML, is no model, or says a thing twice."""

from __future__ import annotations

import pytest

from loading.marked_text import HEAD, Told, told_faults, unmarked
from toc.loading import inspect_text

APART = "Boxes, assumptions, factors, studies and indicators share their ids: change one of the two."
USED = "the id `a` is already used."
KEEP_ONE = "Keep one of the two, or give the second another name."
TAG = "tags (`!...`) are not used here."
NO_TAG = "Take the tag away; put text into quotes where its type matters."
KEY = "a key must be a word, not a list, a mapping or an alias."
QUOTE_KEY = "Put text in quotes if it begins with `[`, `{` or `*`."
TOO_DEEP = "this is nested more than 64 levels deep."
FEWER = "A model needs fewer than ten."
DEEPER = "this line is further in than the one above, which has its value already"
BELOW_TOC = "Begin it right below `toc`; or, where it belongs under that, take away what follows the colon there."
EMPTY = "there is nothing in this file."
BEGIN = "Let `toc new` write one with notes in it, or begin it with `toc: 1`, `id: ...` and `title: ...`."
HELD = "there is a character here that a model file cannot hold."
INVISIBLE = "It is often invisible, and comes with text that was pasted: delete it and type it again."
UNMERGED = "this is not YAML: a merge of two versions begins here and was not finished."
MERGE = "Keep what is right of both, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`."
TABBED = "this is not YAML: this line is indented with a tab, where YAML wants spaces."
TABS = "Replace the tab at the start of the line by spaces (two for each step)."
COLONS = "Check the indentation and the colons here; put text with `: ` or `#` in it into quotes."
VERSION = "this version of the format is not known; this program reads version 1."

CASES = [
    pytest.param(
        HEAD
        + """\
«version»: a
description: b
«version»: c
""",
        [("duplicate-key", "`version` stands here twice.", KEEP_ONE, "version", 0)],
        id="a key twice",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  «a»:
    label: A
  «a»:
    label: B
""",
        [("duplicate-key", "`a` stands here twice.", KEEP_ONE, "a", 0)],
        id="a box twice",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  «a»:
    label: A
outputs:
  «a»:
    label: A
""",
        [("duplicate-id", USED, APART, "a", 0)],
        id="an id in two sections",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  «a»:
    label: A
assumptions:
  «a»:
    label: A
""",
        [("duplicate-id", USED, APART, "a", 0)],
        id="an id of a box and an assumption",
    ),
    pytest.param(
        HEAD
        + """\
outcomes:
  short_term:
    «a»:
      label: A
  long_term:
    «a»:
      label: A
""",
        [("duplicate-id", USED, APART, "a", 0)],
        id="an id in two stages of outcomes",
    ),
    pytest.param(
        HEAD
        + """\
description: «!!str words»
""",
        [("custom-tag", TAG, NO_TAG, "")],
        id="a tag on a word",
    ),
    pytest.param(
        HEAD
        + """\
«description»: «!!python/object/apply:os.system [»ls]
""",
        [
            ("wrong-type", "`description` must be text, or text for each language.", "", ""),
            ("custom-tag", TAG, NO_TAG, ""),
        ],
        id="a tag that makes Python objects",
    ),
    pytest.param(
        HEAD
        + """\
inputs: «!x {»}
""",
        [("custom-tag", TAG, NO_TAG, "")],
        id="a tag on a mapping",
    ),
    pytest.param(
        HEAD
        + """\
inputs: «*b»
""",
        [("alias-expansion", "`*b` stands for nothing that was finished before it.", "Write the text out.", "")],
        id="an alias of nothing",
    ),
    pytest.param(
        """\
toc: &a
  b: «*a»
""",
        [("alias-expansion", "`*a` stands for nothing that was finished before it.", "Write the text out.", "")],
        id="an alias of what it stands in",
    ),
    pytest.param(
        HEAD
        + """\
version: &x b
«*x» : c
""",
        [("bad-id", KEY, QUOTE_KEY, "")],
        id="an alias as a key",
    ),
    pytest.param(
        HEAD
        + """\
? «[»a]
: b
""",
        [("bad-id", KEY, QUOTE_KEY, "")],
        id="a list as a key",
    ),
    pytest.param(
        HEAD
        + """\
«{»a: b}: c
""",
        [("bad-id", KEY, QUOTE_KEY, "")],
        id="a mapping as a key",
    ),
    pytest.param("[" * 64 + "«[»" + "]" * 65, [("depth", TOO_DEEP, FEWER, "")], id="65 levels"),
    pytest.param(
        "".join(" " * level + "a:\n" for level in range(64)) + " " * 64 + "«a»: b\n",
        [("depth", TOO_DEEP, FEWER, "")],
        id="65 levels in block style",
    ),
    pytest.param(
        HEAD
        + """\
«---»
toc: 1
""",
        [("not-a-mapping", "a second document begins here (`---`).", "Keep one model in one file.", "")],
        id="a second document",
    ),
    pytest.param("«»", [("empty-file", EMPTY, BEGIN, "")], id="an empty file"),
    pytest.param(
        """\
«#» a
# b
""",
        [("empty-file", EMPTY, BEGIN, "")],
        id="only comments",
    ),
    pytest.param(
        """\
«-»--
""",
        [("empty-file", EMPTY, BEGIN, "")],
        id="only a document start",
    ),
    pytest.param(
        """\
«n»ull
""",
        [("empty-file", EMPTY, BEGIN, "")],
        id="only null",
    ),
    pytest.param(
        """\
«-» a
""",
        [
            (
                "not-a-mapping",
                "this file is a list, where a model is a mapping (`key: value` lines).",
                "Begin with `toc: 1`.",
                "",
            )
        ],
        id="a list",
    ),
    pytest.param(
        """\
«h»ello
""",
        [
            (
                "not-a-mapping",
                "this file is a single value, where a model is a mapping (`key: value` lines).",
                "Begin with `toc: 1`.",
                "",
            )
        ],
        id="a word",
    ),
    pytest.param(HEAD + "description: a«\x00»b\n", [("encoding", HELD, INVISIBLE, "")], id="a NUL"),
    pytest.param(HEAD + "description: a«\x07»b\n", [("encoding", HELD, INVISIBLE, "")], id="a bell"),
    pytest.param(HEAD + "description: a«\u2028»b\n", [("encoding", HELD, INVISIBLE, "")], id="a line separator"),
    pytest.param(
        HEAD + "description: a«\x85»b\n", [("encoding", HELD, INVISIBLE, "")], id="an old next-line sign"
    ),
    pytest.param(HEAD + "description: a«\ud800»b\n", [("encoding", HELD, INVISIBLE, "")], id="half a letter"),
    pytest.param(
        HEAD + 'description: "\\u«d»800"\n',
        [("yaml-syntax", "this is not YAML: found invalid Unicode character escape code.", COLONS, "")],
        id="an escape of half a letter",
    ),
    pytest.param(
        """\
toc: 1
  «i»d: m
""",
        [("yaml-syntax", f"this is not YAML: {DEEPER}.", BELOW_TOC, "")],
        id="wrong indentation",
    ),
    pytest.param(
        "toc: 1\n«<<<<<<<» HEAD\nid: m\n=======\nid: n\n>>>>>>> other\n",
        [("yaml-syntax", UNMERGED, MERGE, "")],
        id="the marks of a merge",
    ),
    pytest.param(
        "toc: 1\n«\t»id: m\n",
        [("yaml-syntax", TABBED, TABS, "")],
        id="a tab after a value",
    ),
    pytest.param(
        "toc: 1\ninputs:\n«\t»staff:\n\t\tlabel: Staff\n",
        [("yaml-syntax", TABBED, TABS, "")],
        id="a tab as the only indentation",
    ),
    pytest.param(
        "toc: 1\r\ninputs:\r\n  staff:\r\n  «\t»label: Staff\r\n",
        [("yaml-syntax", TABBED, TABS, "")],
        id="a tab after spaces",
    ),
    pytest.param(
        "toc: 1\nid: «@»\tm\n",
        [("yaml-syntax", "this is not YAML: this sign cannot begin a text.", "Put the text into quotes.", "")],
        id="a tab that is not at the start of its line",
    ),
    pytest.param(
        HEAD
        + """\
description: «"»words
""",
        [("yaml-syntax", "this is not YAML: the quote that begins here is not closed.", COLONS, "")],
        id="an open quote",
    ),
    pytest.param(
        HEAD
        + """\
description: «one: two»
""",
        [
            (
                "yaml-syntax",
                "this is not YAML: the text that begins here has a colon of its own.",
                'Put the text into quotes: `description: "one: two"`.',
                "",
            )
        ],
        id="a colon in text",
    ),
    pytest.param(
        """\
«i»d: m
title: T
""",
        [("missing-field", "`toc` is missing: the version of the format.", "Begin the file with `toc: 1`.", "")],
        id="no version of the format",
    ),
    pytest.param(
        """\
toc: «2»
id: m
""",
        [("unknown-format-version", VERSION, "Write `toc: 1`.", "")],
        id="version 2",
    ),
    pytest.param(
        """\
toc: «true»
id: m
""",
        [("unknown-format-version", VERSION, "Write `toc: 1`.", "")],
        id="toc is true",
    ),
    pytest.param(
        """\
toc: «"1"»
id: m
""",
        [("unknown-format-version", VERSION, "Write `toc: 1`.", "")],
        id="toc in quotes",
    ),
    pytest.param(
        """\
toc: «1.0»
id: m
""",
        [("unknown-format-version", VERSION, "Write `toc: 1`.", "")],
        id="toc is 1.0",
    ),
    pytest.param(
        """\
toc:«»
id: m
""",
        [("unknown-format-version", VERSION, "Write `toc: 1`.", "")],
        id="toc without a value",
    ),
    pytest.param(
        """\
toc: 1
«extends»: base.yaml
""",
        [
            (
                "path-escape",
                "a site that is not a file has no folder in which its base could be.",
                "Save it as a file and load that.",
                "extends",
            )
        ],
        id="a site without a folder",
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_a_text_of_a_wrong_form_is_told_where_it_goes_wrong(text: str, told: list[Told]) -> None:
    clean, places = unmarked(text)
    assert inspect_text(clean).faults == told_faults(told, places)
