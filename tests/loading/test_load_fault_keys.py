"""Keys and ids that look like what the checker itself writes are told as any other."""

from __future__ import annotations

from loading.marked_text import HEAD
from toc.loading import inspect_text


def test_an_id_that_is_the_word_of_the_checker_is_told_as_any_other() -> None:
    faults = inspect_text(HEAD + '"[key]": 1\ninputs: {"[key]": {label: A}, b: {label: B, "[key]": 1}}\n').faults
    assert [(str(fault.place), fault.kind, fault.message) for fault in faults] == [
        ("<text>:4:1", "unknown-field", "`[key]` is not a key that can stand in a model."),
        ("<text>:5:10", "bad-id", "`[key]` cannot be an id."),
        ("<text>:5:45", "unknown-field", "`[key]` is not a key that can stand in `b`."),
    ]
