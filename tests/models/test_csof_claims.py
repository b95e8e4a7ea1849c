"""Every number that the evaluation of the CSOF service prints and its own tables let us work out again.

Source: The evaluation of the CSOF service, Barnardo's, 2015, and two short texts that quote it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.loading import dump, inspect, load, loads
from toc.model import TheoryOfChange
from toc.scoring import CheckedClaim, checked_claims, score
from toc.validation import Finding, validate_inspection

CSOF = Path(__file__).parents[2] / "models" / "csof"
TABLE_4 = CSOF / "data" / "table4.csv"
MISMATCHES = {
    ("TOC710", "stress_not_improved"): "printed as 16 per cent, but the data give 9/34 = 26.5 per cent",
    ("TOC710", "closed_cases_of_families"): "printed as 15 per cent, but it divides individuals by families, "
    "which are different units (20/79 = 25.3 per cent)",
    ("TOC710", "briefed_total"): "printed as at least 1,000 professionals, but its parts add up to 970",
    ("TOC717", "individuals_bristol"): "printed as 85 individuals, but as 86 individuals in "
    "`appendix3_table3_bristol`, eval2015 Appendix 3 Table 3",
    ("TOC717", "individuals_wales"): "printed as 17 individuals, but as 16 individuals in "
    "`appendix3_table3_wales`, eval2015 Appendix 3 Table 3",
}
INFERRED = {
    "prison_sentence_share": "the report gives no number; only 38 of 83 fits",
    "community_sentence_share": "the report gives no number; only 26 of 83 fits",
    "closed_cases_of_individuals": "the report speaks of families",
    "training_follow_up_total": "the report gives the two parts only",
    "offenders_total": "holds if each of the four families had two offenders",
}
OF_CHANGE = {
    "access_improved", "access_not_improved", "stress_improved", "stress_not_improved", "contact_improved",
    "self_esteem_of_children_improved", "news_contact_improved", "news_access_improved", "news_stress_improved",
    "press_access_improved", "press_stress_improved",
}  # fmt: skip


@pytest.fixture(scope="module")
def theory() -> TheoryOfChange:
    return load(CSOF / "claims.yaml")


@pytest.fixture(scope="module")
def claims(theory: TheoryOfChange) -> dict[str, CheckedClaim]:
    return {found.claim.id: found for found in checked_claims(theory, score(theory, TABLE_4))}


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    """What the claims add to the findings on the model itself."""
    own = {(one.code, one.subject) for one in validate_inspection(inspect(CSOF / "csof.yaml"), TABLE_4)}
    findings = validate_inspection(inspect(CSOF / "claims.yaml"), TABLE_4)
    return [one for one in findings if (one.code, one.subject) not in own]


def test_the_expected_mismatches_are_reported_and_nothing_else(found: list[Finding]) -> None:
    said = {(one.code, one.subject): one.message.partition("): ")[2].rstrip(".") for one in found}
    assert (said, len(found)) == (MISMATCHES, len(MISMATCHES))
    assert {one.severity for one in found} == {"warning"}


def test_a_mismatch_points_to_its_claim_and_cites_its_source(found: list[Finding], theory: TheoryOfChange) -> None:
    lines = (CSOF / "claims.yaml").read_text(encoding="utf-8").splitlines()
    for one in found:
        claim = theory.claims[one.subject]
        assert one.place is not None
        assert Path(one.place.file).name == "claims.yaml"
        assert lines[one.place.line - 1] == f"    {one.subject}:"
        assert f'Claim "{claim.label}" ({claim.id}, {"; ".join(map(str, claim.cite))}): ' in one.message


def test_every_claim_is_worked_out_and_those_of_inferred_parts_are_not_counted(
    claims: dict[str, CheckedClaim],
) -> None:
    assert {key for key, found in claims.items() if found.agrees is None} == set()
    assert {key for key, found in claims.items() if not found.agrees} == {key for _, key in MISMATCHES}
    assert {key for key, found in claims.items() if found.claim.basis == "inferred"} == set(INFERRED)
    assert (len(claims), sum(found.verified for found in claims.values())) == (84, 74)


def test_without_data_only_the_claims_on_change_stay_open(theory: TheoryOfChange) -> None:
    assert {found.claim.id for found in checked_claims(theory) if found.agrees is None} == OF_CHANGE


def test_the_model_with_its_claims_is_written_back_in_one_file(theory: TheoryOfChange) -> None:
    assert loads(dump(theory)).claims == theory.claims


def test_every_claim_names_where_it_is_printed(theory: TheoryOfChange) -> None:
    assert {key for key, claim in theory.claims.items() if not claim.cite} == set()
