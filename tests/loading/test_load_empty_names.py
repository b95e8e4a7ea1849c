"""An empty word where an id is wanted names nothing, and is told once."""

from __future__ import annotations

import pytest

from loading.marked_text import HEAD
from toc.loading import inspect_text

BOX = "inputs:\n  a:\n    label: A\n    {}\n"


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        (BOX.format('who: ""'), "dangling-reference", "`` is not the id of any population."),
        (BOX.format('who: [""]'), "dangling-reference", "`` is not the id of any population."),
        (BOX.format('part_of: ""'), "dangling-reference", "`` is not the id of any box."),
        ('figure:\n  columns: [""]\n', "dangling-reference", "`` is not a stage."),
        ('stage_links:\n  "": {}\n', "dangling-reference", "`` is not a pair of stages."),
        (BOX.format('leads_to: ""'), "bad-id", "`` cannot be an id."),
        (BOX.format('leads_to: [""]'), "bad-id", "`` cannot be an id."),
        (
            BOX.format('cite: ""'),
            "wrong-type",
            "`cite` must be the id of a source and where in it, or a list of these.",
        ),
    ],
)
def test_an_empty_name_is_told_once(text: str, kind: str, message: str) -> None:
    assert [(one.kind, one.message) for one in inspect_text(HEAD + text).faults] == [(kind, message)]
