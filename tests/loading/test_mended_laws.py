"""What holds of every edit of every text: nothing else is said otherwise, and no comment elsewhere goes."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from loading.models_made import models as plain_models
from loading.text_with_comments import commented, comments_of, removed, said, spots
from loading.theories_made import models
from toc.errors import Edit
from toc.loading import dump, from_dict
from toc.loading.mended_text import mended_text
from toc.places import Place

TEXTS = (plain_models() | models()).map(lambda made: dump(from_dict(made))).flatmap(commented)


# @settings(max_examples=min(settings().max_examples, 60))
@given(TEXTS, st.data())
def test_what_is_removed_goes_and_all_else_stays(text: str, data: st.DataObject) -> None:
    spot = data.draw(st.sampled_from(spots(text)))
    found = mended_text(text, [Edit("remove", Place("m.yaml", spot.line + 1, spot.column + 1))])
    expected, path = removed(said(text), spot.path)
    if not found.made:
        # Of a text nothing may be left over, and a key of more than 120 letters has a "?" before it.
        assert not expected or len(re.split("\r?\n", text)[spot.line]) > 120
        return
    assert said(found.text) == expected
    (gone,) = (one for one in spots(text) if one.path == path)
    assert comments_of(found.text) == comments_of(text, range(gone.line, gone.last_line + 1))
    assert found.text.endswith("\n") or not text.endswith("\n")
    assert found.text.count("\r\n") == (found.text.count("\n") if "\r" in text else 0)


# @settings(max_examples=min(settings().max_examples, 60))
@given(TEXTS, st.data())
def test_a_word_that_is_replaced_changes_and_all_else_stays(text: str, data: st.DataObject) -> None:
    spot = data.draw(st.sampled_from(spots(text)))
    old = data.draw(st.sampled_from(["label", "title", "leads_to", "alpha", "no"]))
    edit = Edit("replace", Place("m.yaml", spot.line + 1, spot.column + 1), old, "new")
    found = mended_text(text, [edit])
    assert comments_of(found.text) == comments_of(text)
    assert len(found.text) - len(text) == (len("new") - len(old)) * len(found.made)
    back = mended_text(found.text, [Edit("replace", edit.place, "new", old)])
    assert "new" in text or not found.made or said(back.text) == said(text)
