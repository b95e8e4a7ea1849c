"""Laws of the rules on shape, those too that are not asked at every merge: ids and order mean nothing to them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toc.model import TheoryOfChange
from toc.validation import Findings, Settings, validate
from validation.test_validation_laws import MODELS, Model, theory_of, told

CODES = ("TOC113", "TOC115", "TOC116", "TOC117", "TOC119", "TOC120", "TOC124", "TOC404")
ASKED = Settings(codes=frozenset(CODES))


def linked(model: Model) -> Model:
    """Take away what names nothing, which would silence most of these rules, and say how sure each link is."""
    boxes, indicators = model
    known = {
        name: {
            **box,
            "part_of": box["part_of"] if box["part_of"] in boxes else None,
            "leads_to": {
                target: {**link, "feedback": False, "confidence": 10 * len(box["label"])}
                for target, link in box["leads_to"].items()
                if target in boxes
            },
        }
        for name, box in boxes.items()
    }
    return known, indicators


LINKED: st.SearchStrategy[Model] = MODELS.map(linked)


def found(theory: TheoryOfChange) -> Findings:
    return validate(theory, settings=ASKED)


def subjects(findings: Findings, prefix: str = "") -> list[tuple[str, str, str]]:
    """Return what was found; which of several weak links is named follows from the order of the file."""
    return [("TOC404", "", "") if code == "TOC404" else (code, *rest) for code, *rest in told(findings, prefix)]


@given(LINKED)
def test_other_ids_give_the_same_findings_on_shape(model: Model) -> None:
    assert subjects(found(theory_of(model, "zz_")), "zz_") == subjects(found(theory_of(model)))


@given(LINKED)
def test_another_order_gives_the_same_findings_on_shape(model: Model) -> None:
    boxes, indicators = (dict(reversed(part.items())) for part in model)
    turned = {name: {**box, "leads_to": dict(reversed(box["leads_to"].items()))} for name, box in boxes.items()}
    assert set(subjects(found(theory_of((turned, indicators))))) == set(subjects(found(theory_of(model))))
