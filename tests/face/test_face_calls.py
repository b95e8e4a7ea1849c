"""A wrong call is answered in words, never with an error of Python's own."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

import toc

CALLS = {
    "load a number": lambda on: toc.load(3),
    "load nothing": lambda on: toc.load(None),
    "load bytes": lambda on: toc.load(b"model.yaml"),
    "load an empty name": lambda on: toc.load(""),
    "load a name with NUL": lambda on: toc.load("a\0b"),
    "load what is not there": lambda on: toc.load("missing.yaml"),
    "load within a root that is a number": lambda on: toc.load(on.site, root=3),
    "load within a root that is not there": lambda on: toc.load(on.site, root="missing"),
    "loads bytes": lambda on: toc.loads(b"toc: 1"),
    "loads an empty text": lambda on: toc.loads(""),
    "from_dict of text": lambda on: toc.from_dict("toc: 1"),
    "from_dict of an empty mapping": lambda on: toc.from_dict({}),
    "from_dict of odd values": lambda on: toc.from_dict({"toc": 1, "id": object(), "title": {1, 2}, 3: 4}),
    "validate a path": lambda on: toc.validate("model.yaml"),
    "validate with data that are a number": lambda on: toc.validate(on.theory, 3),
    "score a path": lambda on: toc.score("model.yaml", "data.csv"),
    "score a number": lambda on: toc.score(on.theory, 3),
    "score nothing": lambda on: toc.score(on.theory, None),
    "score no rows": lambda on: toc.score(on.theory, []),
    "score rows that are no mappings": lambda on: toc.score(on.theory, [1, 2]),
    "score missing data": lambda on: toc.score(on.theory, "missing.csv"),
    "dump a path": lambda on: toc.dump("model.yaml"),
    "draw a path": lambda on: toc.draw("model.yaml"),
    "draw on an unknown page": lambda on: toc.draw(on.theory, page="A6"),
    "draw on a number": lambda on: toc.draw(on.theory, page=3),
    "draw scores that are text": lambda on: toc.draw(on.theory, scores="data.csv"),
    "draw a strand that is not there": lambda on: toc.draw(on.theory, strand="mowing"),
    "draw a list of strands": lambda on: toc.draw(on.theory, strand=["family_support"]),
    "draw changes with indicators": lambda on: toc.draw(toc.diff(on.theory, on.theory), indicators=True),
    "draw changes on many pages": lambda on: toc.draw(toc.diff(on.theory, on.theory), split="auto"),
    "draw changes on a number": lambda on: toc.draw(toc.diff(on.theory, on.theory), page=3),
    "save to a number": lambda on: toc.draw(on.theory).save(3),
    "save without an ending": lambda on: toc.draw(on.theory).save("figure"),
    "save with an unknown ending": lambda on: toc.draw(on.theory).save("figure.gif"),
    "save into a folder that is not there": lambda on: toc.draw(on.theory).save("missing/figure.dot"),
    "save on an unknown page": lambda on: toc.draw(on.theory).save("figure.dot", page="A6"),
    "save with a word for dots": lambda on: toc.draw(on.theory).save("figure.png", dpi="many"),
    "save with too many dots": lambda on: toc.draw(on.theory).save("figure.png", dpi=100_000),
    "bytes of an unknown kind": lambda on: toc.draw(on.theory).to_bytes("gif"),
    "trace in a path": lambda on: toc.trace("model.yaml", "skills"),
    "trace a box that is not there": lambda on: toc.trace(on.theory, "parenting_knowlege"),
    "trace a number": lambda on: toc.trace(on.theory, 3),
    "matrix of a path": lambda on: toc.matrix("model.yaml"),
    "to_networkx of a path": lambda on: toc.to_networkx("model.yaml"),
    "findings of an unknown severity": lambda on: toc.validate(on.theory).at_least("panic"),
}


@pytest.mark.parametrize("call", sorted(CALLS))
def test_a_wrong_call_raises_a_toc_error_that_says_what_to_do(call, theory, csof, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    on = SimpleNamespace(theory=theory, site=csof.parent / "sites" / "wales.yaml")
    with pytest.raises(toc.TocError) as raised:
        CALLS[call](on)
    assert raised.value.message
    assert "\n" not in raised.value.message
    assert not list(tmp_path.iterdir())


def test_an_unknown_box_is_refused_with_the_nearest(theory):
    with pytest.raises(toc.TocError) as raised:
        toc.trace(theory, "parenting_knowlege")
    assert str(raised.value) == (
        "There is no box `parenting_knowlege` in this theory. Did you mean `parenting_knowledge` "
        "(Improved parenting knowledge and strategies)?"
    )


def test_an_old_file_stands_when_saving_fails(theory, tmp_path):
    old = tmp_path / "figure.png"
    old.write_text("the old one")
    with pytest.raises(toc.TocError):
        toc.draw(theory).save(old, dpi=100_000)
    assert old.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [old]


def test_every_fault_of_a_text_is_raised_at_once():
    with pytest.raises(toc.LoadError) as raised:
        toc.loads("toc: 1\nid: x\ntitle: X\ncolour: red\nsize: big\n")
    assert [fault.place.line for fault in raised.value.faults] == [4, 5]
    assert len(str(raised.value).splitlines()) == 2


def test_saving_returns_the_path_and_keeps_the_page_of_the_drawing(theory, tmp_path):
    drawing = toc.draw(theory, page="A3")
    assert drawing.save(tmp_path / "a3.dot") == tmp_path / "a3.dot"
    drawing.save(str(tmp_path / "a4.dot"), page="a4")
    assert drawing.page == "A3"
    assert (tmp_path / "a3.dot").read_bytes() == drawing.to_bytes("dot")
    assert (tmp_path / "a4.dot").read_bytes() == toc.draw(theory).to_bytes("dot")
