"""Printed numbers on the command line: a file of claims beside the model, with and without data."""

from __future__ import annotations

import json

import pytest

ALWAYS = [
    ("TOC710", "briefed_total"),
    ("TOC710", "closed_cases_of_families"),
    ("TOC717", "individuals_bristol"),
    ("TOC717", "individuals_wales"),
]


@pytest.mark.parametrize(
    ("data", "found"), [(True, [*ALWAYS, ("TOC710", "stress_not_improved")]), (False, ALWAYS)]
)
def test_a_file_of_claims_is_checked_with_the_model_that_it_extends(toc, csof, data, found):
    claims = csof.parent / "claims.yaml"
    run = toc("validate", claims, "--format", "json", *(["--data", csof.parent / "data" / "table4.csv"] * data))
    said = [one for one in json.loads(run.out)["findings"] if one["file"] and one["file"].endswith("claims.yaml")]
    assert (run.code, run.err) == (0, "")
    assert sorted((one["code"], one["subject"]) for one in said) == sorted(found)


def test_a_claim_that_does_not_come_out_fails_from_warning_on(toc, folder):
    text = (
        "toc: 1\nextends: garden.yaml\nadd:\n  claims:\n    members:\n      label: Members\n      printed: 12\n"
        "      about:\n        sum: [5, 6]\n"
    )
    (folder / "claims.yaml").write_text(text)
    (folder / "right.yaml").write_text(text.replace("12", "11"))
    codes = [toc("validate", name, "--fail-on", "warning").code for name in ("claims.yaml", "right.yaml")]
    assert codes == [1, 0]
