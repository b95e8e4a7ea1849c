"""A site may say for which version of its base it was made."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.site_folder import BASE
from toc.loading import inspect, inspect_text, load
from toc.model import AcceptedBase, fingerprint
from toc.places import Place
from toc.validation import validate

SITE = (
    "toc: 1\nextends: base.yaml\nbase_fingerprint: {}\nid: leeds\ntitle: Leeds\nsite: {{id: leeds, name: Leeds}}\n"
)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "base.yaml"
    path.write_text(BASE, encoding="utf-8")
    return path


def site(base: Path, written: str) -> Path:
    path = base.with_name("leeds.yaml")
    path.write_text(SITE.format(written), encoding="utf-8")
    return path


def test_a_site_keeps_what_it_says_of_its_base_and_where(base: Path) -> None:
    path = site(base, '"0123456789ab"')
    derivation = load(path).derivation
    assert derivation is not None
    assert derivation.accepted == AcceptedBase("0123456789ab", Place(str(path), 3, 19, 14))


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("123456789012", "Put it into quotes."),
        ("12e456789012", "Put it into quotes."),
        ("null", "Write the twelve letters in quotes."),
        ("[a, b]", "Write the twelve letters in quotes."),
    ],
)
def test_a_fingerprint_that_is_no_text_is_a_fault(base: Path, written: str, hint: str) -> None:
    (fault,) = inspect(site(base, written)).faults
    assert (fault.kind, fault.message, fault.hint, fault.place and fault.place.line) == (
        "wrong-type", "`base_fingerprint` must be text.", hint, 3,
    )  # fmt: skip


def test_a_model_without_a_base_has_no_fingerprint_of_one() -> None:
    (fault,) = inspect_text('toc: 1\nid: m\ntitle: M\nbase_fingerprint: "0123456789ab"\n').faults
    assert (fault.kind, fault.place and fault.place.line) == ("unknown-field", 4)


def test_every_level_of_sites_is_held_to_its_own_base(base: Path) -> None:
    first = site(base, '"0123456789ab"')
    second = base.with_name("north.yaml")
    text = (
        SITE.format(f'"{fingerprint(load(first))}"').replace("base.yaml", "leeds.yaml").replace("Leeds", "North")
    )
    second.write_text(text, encoding="utf-8")
    found = [one for one in validate(load(second)) if one.code == "TOC607"]
    assert [(one.place and (Path(one.place.file).name, one.place.line), one.message) for one in found] == [
        (
            ("leeds.yaml", 3),
            f"The base has the fingerprint {fingerprint(load(base))}, and this site was made for 0123456789ab.",
        )
    ]
