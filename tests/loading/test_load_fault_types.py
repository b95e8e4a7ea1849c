"""Every wrong, missing or unknown key of a model, told at its place."""

from __future__ import annotations

import pytest

from loading.marked_text import HEAD, Told, told_faults, unmarked
from toc.loading import inspect_text

NOTHING = "Nothing is written after the colon: fill it in, or take the line away."
BOX_KEYS = "It may have: label, description, cite, ignore, basis, strand, who, part_of, aligns, links, leads_to."
EACH = "List the ids (`[a, b]`), or write each id on a line of its own with its link below; not both."
MAPPING_OF_LINKS = "`leads_to` must be a mapping (`key: value` lines)."
CORRECT = "Correct the number, or take the line away where it is not known."
DIGITS = "Write digits, without a unit, quotes or commas."
WORDS = "Write one of these words, without any other."
ID = "An id begins with a letter and holds only letters without accents, digits, `_` and `-`."
STAGES = "The stages are inputs, participants, activities, outputs, short_term, intermediate, long_term."
CITATION = "`cite` must be the id of a source and where in it, or a list of these."
TEXT = "`label` must be text, or text for each language."

CASES = [
    pytest.param(
        HEAD
        + """\
«inptus»: {}
""",
        [("unknown-field", "`inptus` is not a key that can stand in a model.", "Did you mean `inputs`?", "")],
        id="a misspelt key of the model",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    «lable»: B
""",
        [("unknown-field", "`lable` is not a key that can stand in `a`.", "Did you mean `label`?", "a")],
        id="a misspelt key of a box",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to:
      b:
        «becuase»: x
  b:
    label: B
""",
        [("unknown-field", "`becuase` is not a key that can stand in `b`.", "Did you mean `because`?", "a -> b")],
        id="a misspelt key of a link",
    ),
    pytest.param(
        HEAD
        + """\
outcomes:
  «shortterm»: {}
""",
        [
            (
                "unknown-field",
                "`shortterm` is not a key that can stand in `outcomes`.",
                "Did you mean `short_term`?",
                "",
            )
        ],
        id="a misspelt key of the outcomes",
    ),
    pytest.param(
        HEAD
        + """\
scales:
  s:
    lowest: 1
    highest: 5
    better:
      value: higher
      «bases»: stated
""",
        [("unknown-field", "`bases` is not a key that can stand in `better`.", "Did you mean `basis`?", "s")],
        id="a misspelt key of a nested mapping",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    «zzz»: B
""",
        [("unknown-field", "`zzz` is not a key that can stand in `a`.", BOX_KEYS, "a")],
        id="a key that is like no other",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    «engages»: {}
""",
        [("unknown-field", "`engages` is not a key that can stand in `a`.", BOX_KEYS, "a")],
        id="a key of an activity on an input",
    ),
    pytest.param(
        HEAD
        + """\
«add»: {}
""",
        [
            (
                "unknown-field",
                "`add` is not a key that can stand in a model.",
                "Only a site uses it; a site begins with `extends: <the base>`.",
                "",
            )
        ],
        id="a block of a site in a model",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a: &a
    label: A
  b:
    «<<»: *a
""",
        [
            (
                "alias-expansion",
                "merge keys (`<<`) are not used here.",
                "Write the keys out, or use `extends` for a site.",
                "",
            )
        ],
        id="a merge key is told once, where reading stops",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  «a»: {}
""",
        [("missing-field", "`a` has no `label`.", "Add `label: ...` to it.", "a")],
        id="no label",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  «s»:
    year: 2015
""",
        [("missing-field", "`s` has no `title`.", "Add `title: ...` to it.", "s")],
        id="no title of a source",
    ),
    pytest.param(
        HEAD
        + """\
scales:
  s:
    lowest: 1
    highest: 5
    «better»: {}
""",
        [("missing-field", "`better` has no `value`.", "Add `value: ...` to it.", "s")],
        id="no value of better",
    ),
    pytest.param(
        HEAD
        + """\
«version»: 2
""",
        [("wrong-type", "`version` must be text.", "Put it into quotes.", "")],
        id="a number where text is wanted",
    ),
    pytest.param(
        HEAD
        + """\
«description»: [a]
""",
        [("wrong-type", "`description` must be text, or text for each language.", "", "")],
        id="a list where text is wanted",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    «label»:
""",
        [("wrong-type", TEXT, NOTHING, "a")],
        id="nothing where text is wanted",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    «label»: {en: Words, cy: }
""",
        [("wrong-type", TEXT, "", "a")],
        id="a language without words",
    ),
    pytest.param(
        HEAD
        + """\
«inputs»: words
""",
        [("wrong-type", "`inputs` must be a mapping (`key: value` lines).", "", "")],
        id="text where a mapping is wanted",
    ),
    pytest.param(
        HEAD
        + """\
«inputs»: [a]
""",
        [
            (
                "wrong-type",
                "`inputs` must be a mapping (`key: value` lines).",
                (
                    "Write no dashes or `[`: each id with a colon on a line of its own, as `a:`, "
                    "and below it what is said of it."
                ),
                "",
            )
        ],
        id="a list where a mapping is wanted",
    ),
    pytest.param(
        HEAD
        + """\
«inputs»:
""",
        [("wrong-type", "`inputs` must be a mapping (`key: value` lines).", NOTHING, "")],
        id="nothing where a section is wanted",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  «a»:
""",
        [("wrong-type", "`a` must be a mapping (`key: value` lines).", NOTHING, "a")],
        id="nothing where a box is wanted",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to:
      «b»: because
  b:
    label: B
""",
        [
            (
                "wrong-type",
                "`b` must be a mapping (`key: value` lines).",
                "What belongs to `b` goes on lines below, further in, with its key: `label: ...`, `because: ...`.",
                "a -> b",
            )
        ],
        id="text where a link is wanted",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    «leads_to»: [a, {b: {}}]
""",
        [("wrong-type", MAPPING_OF_LINKS, EACH, "a")],
        id="links in two ways at once",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    «leads_to»: 3
""",
        [("wrong-type", MAPPING_OF_LINKS, EACH, "a")],
        id="a number where links are wanted",
    ),
    pytest.param(
        HEAD
        + """\
outputs:
  a:
    label: A
    «count»: about 3
""",
        [("wrong-type", "`count` must be a number.", DIGITS, "a")],
        id="text where a number is wanted",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to:
      b:
        «confidence»: "50"
  b:
    label: B
""",
        [("wrong-type", "`confidence` must be a number.", DIGITS, "a -> b")],
        id="a quoted number",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to:
      b:
        «confidence»: true
  b:
    label: B
""",
        [("wrong-type", "`confidence` must be a number.", DIGITS, "a -> b")],
        id="true where a number is wanted",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to:
      b:
        «confidence»: .inf
  b:
    label: B
""",
        [("wrong-type", "`confidence` must be a number.", DIGITS, "a -> b")],
        id="an endless number",
    ),
    pytest.param(
        HEAD
        + """\
scales:
  s:
    «lowest»: .nan
    highest: 5
""",
        [("wrong-type", "`lowest` must be a number.", DIGITS, "s")],
        id="what is no number",
    ),
    pytest.param(
        HEAD
        + """\
outputs:
  a:
    label: A
    «count»: -3
""",
        [("wrong-type", "`count` must be at least 0.", CORRECT, "a")],
        id="a number below its range",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to:
      b:
        «confidence»: 101
  b:
    label: B
""",
        [("wrong-type", "`confidence` must be at most 100.", CORRECT, "a -> b")],
        id="a number above its range",
    ),
    pytest.param(
        HEAD
        + """\
sources:
  s:
    title: S
    «year»: 2015.5
""",
        [("wrong-type", "`year` must be a whole number.", DIGITS, "s")],
        id="half a year",
    ),
    pytest.param(
        HEAD + "sources:\n  s:\n    title: S\n    «year»: " + "9" * 5_000 + "\n",
        [("wrong-type", "`year` must be a whole number.", DIGITS, "s")],
        id="a number of 5,000 digits",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to:
      b:
        «feedback»: yes
  b:
    label: B
""",
        [
            (
                "wrong-type",
                "`feedback` must be true or false.",
                "Write true or false, without quotes; yes and no are text here.",
                "a -> b",
            )
        ],
        id="yes where true is wanted",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    «basis»: sure
""",
        [("wrong-type", "`basis` must be one of 'stated', 'generic' or 'inferred'.", WORDS, "a")],
        id="a basis that there is not",
    ),
    pytest.param(
        HEAD
        + """\
scales:
  s:
    lowest: 1
    highest: 5
    «better»: up
""",
        [("wrong-type", "`better` must be one of 'higher' or 'lower'.", WORDS, "s")],
        id="a direction that there is not",
    ),
    pytest.param(
        HEAD
        + """\
scales:
  «s»:
    lowest: 5
    highest: 1
""",
        [("wrong-type", "`s`: `lowest` must be below `highest`.", "", "s")],
        id="a scale upside down",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    «who»: {a: b}
""",
        [("wrong-type", "`who` must be a list (`[a, b]`).", "", "a")],
        id="a mapping where ids are wanted",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    strand: [«3»]
""",
        [("wrong-type", "`strand` must be text.", "Put it into quotes.", "a")],
        id="a number in a list of ids",
    ),
    pytest.param(
        HEAD
        + """\
figure:
  «columns»: inputs
""",
        [("wrong-type", "`columns` must be a list (`[a, b]`).", "", "figure")],
        id="one word where columns are wanted",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    «cite»: 3
""",
        [("wrong-type", CITATION, "", "a")],
        id="a number where a citation is wanted",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    «cite»: ""
""",
        [("wrong-type", CITATION, "", "a")],
        id="an empty citation",
    ),
    pytest.param(
        HEAD
        + """\
site:
  id: s
  name: S
  «start»: 2013-13
""",
        [("wrong-type", '`start` must be a month like "2013-04".', "", "site")],
        id="a month that there is not",
    ),
    pytest.param(
        HEAD
        + """\
coverage:
  «people»: -1
  with_two: 0
""",
        [("wrong-type", "`people` must be at least 0.", CORRECT, "coverage")],
        id="people below none",
    ),
    pytest.param(
        HEAD
        + """\
stage_labels:
  «inputs»: 3
""",
        [
            (
                "wrong-type",
                "`inputs` must be text, or text for each language.",
                "Put it into quotes.",
                "stage_labels",
            )
        ],
        id="a stage label that is no text",
    ),
    pytest.param(
        HEAD
        + """\
stage_labels:
  «impact»: Goal
""",
        [("bad-id", "`impact` is not a stage.", STAGES, "stage_labels")],
        id="a stage label of no stage",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  «1a»:
    label: A
""",
        [("bad-id", "`1a` cannot be an id.", ID, "1a")],
        id="an id that begins with a digit",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  «café»:
    label: A
""",
        [("bad-id", "`café` cannot be an id.", ID, "café")],
        id="an id with an accent",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  «a b»:
    label: A
""",
        [("bad-id", "`a b` cannot be an id.", ID, "a b")],
        id="an id with a blank",
    ),
    pytest.param(
        HEAD + 'inputs:\n  «"a\\nb"»:\n    label: A\n',
        [("bad-id", "`a b` cannot be an id.", ID, "a\nb")],
        id="an id with a line break is told on one line",
    ),
    pytest.param(
        HEAD + "inputs:\n  «" + "a" * 81 + "»:\n    label: A\n",
        [("bad-id", "`" + "a" * 80 + "...` is too long for an id.", "An id has at most 80 letters.", "a" * 81)],
        id="an id of 81 letters",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to: [«1b»]
""",
        [("bad-id", "`1b` cannot be an id.", ID, "a -> 1b")],
        id="a bad id in a list of links is told once",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  a:
    label: A
    leads_to:
      int:
        «confidence»: high
  int:
    label: B
""",
        [("wrong-type", "`confidence` must be a number.", DIGITS, "a -> int")],
        id="an id named like a kind of number",
    ),
    pytest.param(
        HEAD
        + """\
inputs:
  label:
    «label»: 3
""",
        [("wrong-type", TEXT, "Put it into quotes.", "label")],
        id="an id named like a field",
    ),
    pytest.param(
        HEAD
        + """\
sites:
  «leads_to»: [a.yaml]
""",
        [("wrong-type", "`leads_to` must be text.", "", "leads_to")],
        id="an id named like a place of links",
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_a_wrong_key_or_value_is_told_once_where_it_stands(text: str, told: list[Told]) -> None:
    clean, places = unmarked(text)
    assert inspect_text(clean).faults == told_faults(told, places)


def test_a_day_that_the_calendar_does_not_have_is_told_where_it_stands() -> None:
    ignoring = 'ignore: [{code: A, reason: R, until: "2014-02-31"}]\n'
    (fault,) = inspect_text(f"toc: 1\nid: m\ntitle: M\n{ignoring}").faults
    assert str(fault) == "<text>:4:31: `until` must be a day that the calendar has."
