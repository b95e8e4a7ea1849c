"""Rules that nobody asked for are looked for where what was found would be an echo of theirs, and nowhere else."""

from __future__ import annotations

import toc
from toc.validation.checks import every_check
from toc.validation.context import Context

TEXT = """
toc: 1
id: made
title: Made
activities:
  talk: {label: Talk, leads_to: [calm, gone]}
outcomes:
  long_term:
    calm: {label: Calm}
    alone: {label: Alone}
"""


def codes(text: str, code: str) -> list[str]:
    return [one.code for one in toc.validate(toc.loads(text), select=[code])]


def test_an_echo_stays_silent_though_nobody_asks_for_what_it_echoes() -> None:
    text = TEXT.replace("[calm, gone]", "[calm]")
    assert codes(text, "TOC109") == []
    assert codes(text, "TOC112") == ["TOC112"]
    linked = text.replace("{label: Alone}", "{label: Alone, leads_to: [calm]}")
    assert codes(linked, "TOC109") == ["TOC109"]


def test_what_nobody_asks_for_is_not_told() -> None:
    theory = toc.loads(TEXT.replace("[calm, gone]", "[calm]"))
    asked = {code for check in every_check() for hit in check.find(Context(theory)) for code in (hit.code,)}
    assert {"TOC112", "TOC109"} <= asked
    assert {one.code for one in toc.validate(theory, select=["TOC112"])} == {"TOC112"}
