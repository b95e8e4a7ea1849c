"""A site that names a link which its base does not have, although both of its ends are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.site_folder import site_of
from toc.loading import inspect

HINTS = {
    "money -> calm": "Both are there, but no link joins them; `money` leads to `groups`, `visits`.",
    "calm -> work": "Both are there, but no link joins them.",
    "calm -> visits": "The link of these two is `visits -> calm`.",
    "visits -> families": "The link of these two is `families -> visits`.",
    "law -> groups": "`law` acts on it by its `affects`: write that list again under `change`, without it.",
    "law -> visits -> calm": (
        "`law` acts on it by its `affects`: write that list again under `change`, without it."
    ),
    "visits->calm": "Did you mean `visits -> calm`?",
    "visits  -> calm": "Did you mean `visits -> calm`?",
    "visits -> clam": "Did you mean `visits -> calm`?",
    "zzz -> qqq": "Look the id up in the base, or use `add` for something new.",
}


@pytest.mark.parametrize("verb", ["drop", "change"])
@pytest.mark.parametrize("link", HINTS)
def test_a_link_that_is_not_there_is_told_with_what_is(tmp_path: Path, link: str, verb: str) -> None:
    said = "No" if verb == "drop" else "{because: So}"
    site = site_of(tmp_path, f'{verb}:\n  "{link}": {said}\n')
    (fault,) = inspect(site).faults
    assert (fault.kind, fault.subject, fault.hint) == ("overlay-targets-unknown-id", link, HINTS[link])


def test_only_what_is_surely_meant_can_be_mended(tmp_path: Path) -> None:
    for link, mended in {"visits->calm": "visits -> calm", "calm -> visits": None, "money -> calm": None}.items():
        (fault,) = inspect(site_of(tmp_path, f'drop:\n  "{link}": No\n')).faults
        assert (fault.edit.new if fault.edit else None) == mended
