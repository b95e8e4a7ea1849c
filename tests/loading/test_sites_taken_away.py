"""What `null` in a site's `change` takes away, and that a slip of the pen takes nothing away unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.marked_text import Told
from loading.site_folder import check_told, site_of
from toc.loading import load

BOX_KEYS = (
    "It may have: label, description, cite, ignore, basis, strand, who, part_of, aligns, links, leads_to, engages."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "change:\n  seen:\n    «cuont»: null\n",
            [("unknown-field", "`cuont` is not a key that can stand in `seen`.", "Did you mean `count`?", "seen")],
            id="a misspelt key",
        ),
        pytest.param(
            "change:\n  groups:\n    «count»: null\n",
            [("unknown-field", "`count` is not a key that can stand in `groups`.", BOX_KEYS, "groups")],
            id="a key of another kind of box",
        ),
        pytest.param(
            "change:\n  visits -> calm:\n    «becuase»: null\n",
            [("unknown-field", "`becuase` is not a key that can stand in `calm`.", "Did you mean `because`?",
              "visits -> calm")],
            id="a misspelt key of a link",
        ),
    ],
)  # fmt: skip
def test_a_key_that_cannot_stand_there_is_not_taken_away_in_silence(
    tmp_path: Path, text: str, told: list[Told]
) -> None:
    check_told(tmp_path, text, told)


def test_null_takes_a_key_away_also_where_the_base_has_none(tmp_path: Path) -> None:
    changes = "change:\n  seen: {count: null, who: null}\n  visits -> calm: {because: null, cite: null}\n"
    theory = load(site_of(tmp_path, changes))
    assert (theory.outputs["seen"].count, theory.outputs["seen"].who) == (None, ())
    link = next(link for link in theory.links if link.name == "visits -> calm")
    assert (link.because, link.cite) == (None, ())


def test_null_takes_away_one_language_of_a_text(tmp_path: Path) -> None:
    theory = load(site_of(tmp_path, "change:\n  money:\n    label: {en: Money, cy: Arian}\n"))
    base = (tmp_path / "base.yaml").read_text(encoding="utf-8").replace("label: Money", "label: {en: A, cy: B}")
    without = load(site_of(tmp_path, "change:\n  money:\n    label: {cy: null}\n", base=base))
    assert theory.inputs["money"].label.languages == {"en": "Money", "cy": "Arian"}
    assert without.inputs["money"].label.languages == {"en": "A"}
