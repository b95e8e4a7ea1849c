from __future__ import annotations

import pytest

from toc.data.indicator_names import IndicatorNames
from toc.data.row_faults import RefusedRowError, RowFault
from toc.data.table import Row
from toc.model import TheoryOfChange


def fault_of(theory: TheoryOfChange, *, may_name: bool = True, **cells: str) -> RowFault:
    with pytest.raises(RefusedRowError) as refused:
        IndicatorNames(theory).find(Row(9, cells), may_name=may_name)
    return refused.value.fault


@pytest.mark.parametrize(
    "name", ["stress", "STRESS", "worry", "parent's stress", "reduced  Parental stress", "llai o straen"]
)
def test_an_indicator_is_found_by_id_alias_or_label_in_any_language(theory: TheoryOfChange, name: str) -> None:
    assert IndicatorNames(theory).find(Row(2, {"indicator": name}), may_name=True).id == "stress"


def test_a_label_that_fits_two_indicators_names_both(theory: TheoryOfChange) -> None:
    assert fault_of(theory, indicator="Improved self-esteem") == RowFault(
        "unmapped-indicator",
        9,
        "indicator",
        "the name of the indicator fits `esteem_children` and `esteem_parents`: use the id",
        "esteem_children",
    )


@pytest.mark.parametrize(("who", "expected"), [("children", "esteem_children"), ("PARENTS", "esteem_parents")])
def test_the_who_column_decides_between_indicators_of_one_label(
    theory: TheoryOfChange, who: str, expected: str
) -> None:
    row = Row(2, {"indicator": "Improved self-esteem", "who": who})
    assert IndicatorNames(theory).find(row, may_name=True).id == expected


def test_a_who_column_that_names_both_decides_nothing(theory: TheoryOfChange) -> None:
    fault = fault_of(theory, indicator="Improved self-esteem", who="parents; children")
    assert "fits `esteem_children` and `esteem_parents`" in fault.message


def test_an_unknown_name_in_published_data_is_repeated_with_the_nearest_id(theory: TheoryOfChange) -> None:
    assert fault_of(theory, indicator="stres") == RowFault(
        "unmapped-indicator",
        9,
        "indicator",
        'no indicator of the model has this id, alias or label "stres"; did you mean `stress`?',
        "stres",
    )


def test_an_unknown_name_in_readings_is_never_repeated(theory: TheoryOfChange) -> None:
    assert fault_of(theory, may_name=False, indicator="canary zzz") == RowFault(
        "unmapped-indicator", 9, "indicator", "no indicator of the model has this id, alias or label"
    )
