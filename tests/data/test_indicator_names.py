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
        'no indicator of the model has this id, alias or label "stres" (did you mean `stress`?)',
        "stres",
    )


def test_an_unknown_name_in_readings_is_never_repeated(theory: TheoryOfChange) -> None:
    assert fault_of(theory, may_name=False, indicator="canary zzz") == RowFault(
        "unmapped-indicator", 9, "indicator", "no indicator of the model has this id, alias or label"
    )


@pytest.fixture(scope="module")
def shared_alias() -> TheoryOfChange:
    """Two indicators that data may give under one alias, of parents and of children; a third for both."""
    measured = {"measures": ("esteem",), "scale": "five", "aliases": ("Self-worth",)}
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "shared",
            "title": "Shared",
            "populations": {
                "parents": {"label": {"en": "Parents", "cy": "Rhieni"}},
                "children": {"label": "Children"},
                "carers": {"label": "Carers"},
            },
            "outcomes": {"intermediate": {"esteem": {"label": "Better self-esteem"}}},
            "scales": {"five": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {
                "worth_parents": {"label": "Parents value themselves", "who": ("parents",), **measured},
                "worth_children": {"label": "Children value themselves", "who": ("children",), **measured},
                "worth_all": {"label": "Self-worth", "who": ("carers", "children"), "measures": ("esteem",)},
            },
        }
    )


@pytest.mark.parametrize(
    ("who", "expected"),
    [("parents", "worth_parents"), (" Rhieni ", "worth_parents"), ("carers", "worth_all")],
)
def test_whom_a_row_is_about_decides_between_indicators_of_one_alias(
    shared_alias: TheoryOfChange, who: str, expected: str
) -> None:
    row = Row(2, {"indicator": "self-WORTH", "who": who})
    assert IndicatorNames(shared_alias).find(row, may_name=True).id == expected


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ("", "`worth_all` and `worth_children` and `worth_parents`"),
        ("nobody known", "`worth_all` and `worth_children` and `worth_parents`"),
        ("children", "`worth_all` and `worth_children`"),
        ("parents, carers", "`worth_all` and `worth_parents`"),
    ],
)
def test_an_alias_that_still_fits_several_names_each_of_them(
    shared_alias: TheoryOfChange, who: str, named: str
) -> None:
    fault = fault_of(shared_alias, indicator="Self-worth", who=who)
    assert (fault.kind, fault.message) == (
        "unmapped-indicator",
        f"the name of the indicator fits {named}: use the id",
    )


def test_an_alias_does_not_hide_the_id_or_label_of_either(shared_alias: TheoryOfChange) -> None:
    names = IndicatorNames(shared_alias)
    found = [
        names.find(Row(2, {"indicator": name}), may_name=True).id
        for name in ("worth_children", "parents value themselves")
    ]
    assert found == ["worth_children", "worth_parents"]
