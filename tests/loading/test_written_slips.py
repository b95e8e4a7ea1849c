"""A slip in writing YAML is told where it is, not where the reader stumbles over it."""

from __future__ import annotations

import pytest

from toc.loading import inspect_text

HEAD = "toc: 1\nid: m\ntitle: M\nactivities:\n  a:\n"


@pytest.mark.parametrize(
    ("written", "at", "width", "message", "hint"),
    [
        pytest.param(
            '    label: "A\n    leads_to: [x]\n  b:\n    label: "B"\n',
            (6, 12),
            1,
            "the quote that begins here is not closed",
            'Close it with " where the text ends.',
            id="a quote that a later one seems to close",
        ),
        pytest.param(
            "    label: 'A\n    leads_to: [x]\n",
            (6, 12),
            1,
            "the quote that begins here is not closed",
            "Close it with ' where the text ends.",
            id="a quote that nothing closes",
        ),
        pytest.param(
            '    label "A"\n    leads_to: [x]\n',
            (6, 5),
            9,
            "there is a line here without a colon",
            "Write `key: value`.",
            id="a colon that is missing",
        ),
        pytest.param(
            "    label: A\n     leads_to: [x]\n",
            (7, 6),
            1,
            "this line is further in than the one above, which has its value already",
            "Begin it right below `label`; or, where it belongs under that, "
            "take away what follows the colon there.",
            id="a blank too many",
        ),
        pytest.param(
            "    label: A\n\n    # the links\n   leads_to: [x]\n",
            (9, 4),
            1,
            "this line has 3 blanks before it, where the one above has 4",
            "Give it as many blanks as the keys have that it stands beside.",
            id="a blank too few",
        ),
        pytest.param(
            "    label: A\n    leads_to: [x, y\n  b:\n    label: B\n",
            (7, 15),
            1,
            "the bracket that begins here is not closed",
            "Close it with `]`, and put a comma between two entries.",
            id="a bracket that is not closed",
        ),
        pytest.param(
            "    label: Work: at home\n    leads_to: [x]\n",
            (6, 12),
            13,
            "the text that begins here has a colon of its own",
            'Put the text into quotes: `label: "Work: at home"`.',
            id="a colon in a text",
        ),
        pytest.param(
            '    label: "Weekly" club\n',
            (6, 19),
            1,
            "the quote that closes here ends the value, and more follows it",
            "Put the whole text into quotes: `label: '\"Weekly\" club'`.",
            id="a word in quotes, with more behind it, on the first line of its depth",
        ),
        pytest.param(
            '    label: "Weekly" and "monthly"\n',
            (6, 19),
            1,
            "the quote that closes here ends the value, and more follows it",
            'Put the whole text into quotes: `label: \'"Weekly" and "monthly"\'`.',
            id="two words in quotes",
        ),
        pytest.param(
            '    leads_to:\n      g: {because: "They say "no" to it"}\n',
            (7, 30),
            1,
            "the quote that closes here ends the value, and more follows it",
            "Put the whole text into quotes.",
            id="a word in quotes inside quotes, inside braces",
        ),
        pytest.param(
            "    label: 'Weekly club's meeting'\n    leads_to: [x]\n",
            (6, 24),
            1,
            "the quote that closes here ends the value, and more follows it",
            'Put the whole text into quotes: `label: "Weekly club\'s meeting"`.',
            id="an apostrophe inside quotes",
        ),
        pytest.param(
            "    who:\n      - 'a' b\n",
            (7, 11),
            1,
            "the quote that closes here ends the value, and more follows it",
            "Put the whole text into quotes: `\"'a' b\"`.",
            id="an item of a list with more behind its quote",
        ),
        pytest.param(
            "    label: [Weekly] club\n",
            (6, 19),
            1,
            "the bracket that closes here ends the value, and more follows it",
            'Put the whole text into quotes: `label: "[Weekly] club"`. '
            "A list stands between its brackets as a whole.",
            id="a text that begins with a bracket",
        ),
        pytest.param(
            "    label: A\n    leads_to: [x]]\n",
            (7, 18),
            1,
            "there is a bracket too many here",
            "Take it away.",
            id="a bracket too many",
        ),
        pytest.param(
            "    label: A\n    leads_to:\n      - x\n      -y\n  b:\n    label: B\n",
            (9, 7),
            1,
            "the dash that begins this line has no blank behind it",
            "Write a blank after the dash: `- y`.",
            id="a dash without a blank",
        ),
        pytest.param(
            "    label: A\n    leads_to:\n      - x\n      y\n",
            (9, 7),
            1,
            "there is a line here without the dash that the one above has",
            "Write `- y`.",
            id="an item without a dash",
        ),
        pytest.param(
            "    label:Weekly club\n    leads_to: [x]\n",
            (6, 5),
            6,
            "the colon in this line has no blank behind it",
            "Write a blank after the colon: `label: Weekly club`.",
            id="a colon without a blank on the first line of its depth",
        ),
        pytest.param(
            "    leads_to: [x]\n    label:A\n  b:\n    label: B\n",
            (7, 5),
            6,
            "the colon in this line has no blank behind it",
            "Write a blank after the colon: `label: A`.",
            id="a colon without a blank further down",
        ),
        pytest.param(
            "    leads_to: [x]\n    label\n  b:\n    label: B\n",
            (7, 5),
            5,
            "there is a line here without a colon",
            "Write `key: value`.",
            id="a key alone on its line",
        ),
    ],
)
def test_a_slip_is_told_where_it_is(
    written: str, at: tuple[int, int], width: int, message: str, hint: str
) -> None:
    (fault,) = inspect_text(HEAD + written).faults
    assert fault.place is not None
    assert (fault.place.line, fault.place.column, fault.place.width) == (*at, width)
    assert (fault.kind, fault.message, fault.hint) == ("yaml-syntax", f"this is not YAML: {message}.", hint)


@pytest.mark.parametrize(
    ("label", "column", "message", "hint"),
    [
        ("@home visits", 12, "this sign cannot begin a text", "Put the text into quotes."),
        ("`Home` visits", 12, "this sign cannot begin a text", "Put the text into quotes."),
        ("? what", 12, "this sign cannot begin a text", "Put the text into quotes."),
        ("*Weekly* club", 19, "the name of an anchor (`&` or `*`) ends here", "Put the text into quotes."),
        (
            ">Weekly",
            13,
            "`|` or `>` wants its text on the lines below",
            "Put the text on the line below, further in, or into quotes.",
        ),
        (
            r'"See A\units"',
            20,
            "a backslash inside double quotes begins a sign of its own",
            "Put the text between single quotes ('...'), where a backslash is only a backslash.",
        ),
        (
            r'"Folder C:\work"',
            22,
            "a backslash inside double quotes begins a sign of its own",
            "Put the text between single quotes ('...'), where a backslash is only a backslash.",
        ),
    ],
)
def test_a_sign_that_means_more_to_yaml_is_told_in_plain_words(
    label: str, column: int, message: str, hint: str
) -> None:
    (fault,) = inspect_text(f"{HEAD}    label: {label}\n").faults
    assert (fault.message, fault.hint) == (f"this is not YAML: {message}.", hint)
    assert fault.place is not None
    assert (fault.place.line, fault.place.column) == (6, column)


def test_a_line_that_is_further_in_than_the_one_above_is_not_blamed_for_its_blanks() -> None:
    (fault,) = inspect_text(f"{HEAD}    description: 'one\n\n      two' three\n").faults
    assert (fault.message, fault.hint) == (
        "this is not YAML: the quote that closes here ends the value, and more follows it.",
        "Put the whole text into quotes.",
    )


def test_a_text_in_quotes_over_several_lines_is_no_slip() -> None:
    written = '    label: A\n    description: "one\n      two: three\n      four"\n    leads_to: [x\n  b: c\n'
    (fault,) = inspect_text(HEAD + written).faults
    assert fault.message == "this is not YAML: the bracket that begins here is not closed."


@pytest.mark.parametrize(
    ("written", "kind", "hint"),
    [
        ("    label: A\n    leads_to: x, y\n", "bad-id", "Put a list into brackets: `leads_to: [x, y]`."),
        ("    label: A\n    strand: s, t\n", "dangling-reference", "Several go into brackets: `[s, t]`."),
        ("    lable: A\n", "unknown-field", "Did you mean `label`?"),
        ("    label: A\n    part_of: b, c\n", "dangling-reference", "Add the box, or take this away."),
    ],
)
def test_a_list_without_brackets_and_a_misspelt_key_are_one_fault_with_the_way_out(
    written: str, kind: str, hint: str
) -> None:
    (fault,) = inspect_text(HEAD + written).faults
    assert (fault.kind, fault.hint) == (kind, hint)
