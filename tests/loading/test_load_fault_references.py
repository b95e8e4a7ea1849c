"""Every way in which one entry names another that is not there."""

from __future__ import annotations

import pytest

from loading.marked_text import HEAD, Told, told_faults, unmarked
from toc.loading import inspect_text

STAGES = "The stages are inputs, participants, activities, outputs, short_term, intermediate, long_term."
NO_SOURCE = "`s2` is not the id of any source."
ADD_SOURCE = "Begin with the id of a source, then say where in it; or add the source, or take this away."

NONE_YET = "The model has no {} yet: write, for example,"
OR_NOT = ", or take this away."

CASES = [
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to:
      «skils»: {}
outcomes:
  short_term:
    skills:
      label: S
""",
        [("dangling-reference", "`skils` is not the id of any box.", "Did you mean `skills`?", "a -> skils")],
        id="leads_to",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to: [skills, «skils»]
outcomes:
  short_term:
    skills:
      label: S
""",
        [("dangling-reference", "`skils` is not the id of any box.", "Did you mean `skills`?", "a -> skils")],
        id="leads_to in its short form",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to: «skils»
outcomes:
  short_term:
    skills:
      label: S
""",
        [("dangling-reference", "`skils` is not the id of any box.", "Did you mean `skills`?", "a -> skils")],
        id="one leads_to as a word",
    ),
    pytest.param(
        HEAD
        + """\
participants:
  parents:
    label: P
activities:
  a:
    label: A
    engages: [«parent»]
""",
        [
            (
                "dangling-reference",
                "`parent` is not the id of any participant.",
                "Did you mean `parents`?",
                "parent -> a",
            )
        ],
        id="engages",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  money:
    label: M
activities:
  a:
    label: A
    engages:
      «money»: {}
""",
        [
            (
                "dangling-reference",
                "`money` is a box, where a participant is wanted.",
                "Name a participant, or take this away.",
                "money -> a",
            )
        ],
        id="engages something that is no participant",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    part_of: «whole»
""",
        [("dangling-reference", "`whole` is not the id of any box.", "Add the box, or take this away.", "a")],
        id="part_of",
    ),
    pytest.param(
        HEAD
        + """\
strands:
  st1:
    label: S
inputs:
  a:
    label: A
    strand: «st2»
""",
        [("dangling-reference", "`st2` is not the id of any strand.", "Did you mean `st1`?", "a")],
        id="strand",
    ),
    pytest.param(
        HEAD
        + """\
strands:
  st1:
    label: S
inputs:
  a:
    label: A
    strand: [st1, «nowhere»]
""",
        [
            (
                "dangling-reference",
                "`nowhere` is not the id of any strand.",
                "Add the strand, or take this away.",
                "a",
            )
        ],
        id="strand in a list",
    ),
    pytest.param(
        HEAD
        + """\
populations:
  people:
    label: P
participants:
  p:
    label: A
    who: [«poeple»]
""",
        [("dangling-reference", "`poeple` is not the id of any population.", "Did you mean `people`?", "p")],
        id="who of a box",
    ),
    pytest.param(
        HEAD
        + """\
populations:
  people:
    label: P
indicators:
  i:
    label: A
    who: «poeple»
""",
        [("dangling-reference", "`poeple` is not the id of any population.", "Did you mean `people`?", "i")],
        id="who of an indicator",
    ),
    pytest.param(
        HEAD
        + """\
units:
  family:
    label: F
outputs:
  o:
    label: A
    count: 3
    unit: «familiy»
""",
        [("dangling-reference", "`familiy` is not the id of any unit.", "Did you mean `family`?", "o")],
        id="unit of an output",
    ),
    pytest.param(
        HEAD
        + """\
units:
  family:
    label: F
coverage:
  people: 3
  with_two: 2
  unit: «person»
""",
        [
            (
                "dangling-reference",
                "`person` is not the id of any unit.",
                "Add the unit, or take this away.",
                "coverage",
            )
        ],
        id="unit of the coverage",
    ),
    pytest.param(
        HEAD
        + """\
scales:
  five:
    lowest: 1
    highest: 5
indicators:
  i:
    label: A
    scale: «fife»
""",
        [("dangling-reference", "`fife` is not the id of any scale.", "Did you mean `five`?", "i")],
        id="scale",
    ),
    pytest.param(
        HEAD
        + """\
outcomes:
  short_term:
    calm:
      label: C
indicators:
  i:
    label: A
    measures: [calm, «clam»]
""",
        [("dangling-reference", "`clam` is not the id of any outcome.", "Did you mean `calm`?", "i")],
        id="measures",
    ),
    pytest.param(
        HEAD
        + """\
activities:
  visits:
    label: V
indicators:
  i:
    label: A
    measures: [«visits»]
""",
        [
            (
                "dangling-reference",
                "`visits` is a box, where an outcome is wanted.",
                "Name an outcome, or take this away.",
                "i",
            )
        ],
        id="measures an activity",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to:
      b:
        assumptions: [«trusts»]
  b:
    label: B
assumptions:
  trust:
    label: T
""",
        [("dangling-reference", "`trusts` is not the id of any assumption.", "Did you mean `trust`?", "a -> b")],
        id="assumptions of a link",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to:
      b:
        moderated_by: «weather»
  b:
    label: B
""",
        [
            (
                "dangling-reference",
                "`weather` is not the id of any factor.",
                f"{NONE_YET.format('factor')} `factors: {{weather: {{label: What acts from outside}}}}`{OR_NOT}",
                "a -> b",
            )
        ],
        id="moderated_by of a link",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
factors:
  f:
    label: F
    affects: [«box»]
""",
        [
            (
                "dangling-reference",
                "`box` is not the id of any box or link.",
                "Add the box or link, or take this away.",
                "f",
            )
        ],
        id="affects a box",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to: [b]
  b:
    label: B
factors:
  f:
    label: F
    affects: [a -> b, «b -> a»]
""",
        [("dangling-reference", "`b -> a` is not the id of any box or link.", "Did you mean `a -> b`?", "f")],
        id="affects a link that there is not",
    ),
    pytest.param(
        HEAD
        + """\
activities:
  visits:
    label: V
figure:
  open: [«visit»]
""",
        [("dangling-reference", "`visit` is not the id of any box.", "Did you mean `visits`?", "figure")],
        id="figure.open",
    ),
    pytest.param(
        HEAD
        + """\
figure:
  columns: [inputs, «activites», «impact»]
""",
        [
            ("dangling-reference", "`activites` is not a stage.", "Did you mean `activities`?", "figure"),
            ("dangling-reference", "`impact` is not a stage.", STAGES, "figure"),
        ],
        id="figure.columns",
    ),
    pytest.param(
        HEAD
        + """\
stage_links:
  «inputs -> activites»: {}
""",
        [
            (
                "dangling-reference",
                "`inputs -> activites` is not a pair of stages.",
                "Did you mean `inputs -> activities`?",
                "inputs -> activites",
            )
        ],
        id="a pair of stages",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
inputs:
  a:
    label: A
    cite: «s2 section 4»
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "a")],
        id="cite of a box",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
inputs:
  a:
    label: A
    cite: [s1 page 3, «report page 4»]
""",
        [("cited-source-missing", "`report` is not the id of any source.", ADD_SOURCE, "a")],
        id="cite in a list",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
inputs:
  a:
    label: A
    leads_to:
      b:
        cite: «s2»
  b:
    label: B
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "a -> b")],
        id="cite of a link",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
inputs:
  a:
    label: A
    links:
      cite: «s2»
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "a")],
        id="cite of the defaults of links",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
participants:
  p:
    label: P
activities:
  a:
    label: A
    engages:
      p:
        cite: «s2»
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "p -> a")],
        id="cite of an engages link",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
indicators:
  i:
    label: A
    cite: «s2»
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "i")],
        id="cite of an indicator",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
assumptions:
  i:
    label: A
    cite: «s2»
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "i")],
        id="cite of an assumption",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
factors:
  i:
    label: A
    cite: «s2»
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "i")],
        id="cite of a factor",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
strands:
  i:
    label: A
    cite: «s2»
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "i")],
        id="cite of a strand",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
scales:
  five:
    lowest: 1
    highest: 5
    better:
      value: higher
      cite: «s2 p. 3»
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "five")],
        id="cite of a direction",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
stage_links:
  inputs -> activities:
    cite: «s2»
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "inputs -> activities")],
        id="cite of a stage link",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
coverage:
  people: 3
  with_two: 2
  cite: «s2»
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "coverage")],
        id="cite of the coverage",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s1:
    title: S
site:
  id: s
  name: S
  cite: «s2»
""",
        [("cited-source-missing", NO_SOURCE, ADD_SOURCE, "site")],
        id="cite of the site",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    cite: «report»
""",
        [
            (
                "cited-source-missing",
                "`report` is not the id of any source.",
                f"{NONE_YET.format('source')} `sources: {{report: {{title: The report}}}}`{OR_NOT}",
                "a",
            )
        ],
        id="a source where there is none",
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_a_name_of_nothing_is_told_where_it_stands(text: str, told: list[Told]) -> None:
    clean, places = unmarked(text)
    assert inspect_text(clean).faults == told_faults(told, places)
