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
    ],
)
def test_a_slip_is_told_where_it_is(
    written: str, at: tuple[int, int], width: int, message: str, hint: str
) -> None:
    (fault,) = inspect_text(HEAD + written).faults
    assert fault.place is not None
    assert (fault.place.line, fault.place.column, fault.place.width) == (*at, width)
    assert (fault.kind, fault.message, fault.hint) == ("yaml-syntax", f"this is not YAML: {message}.", hint)


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
