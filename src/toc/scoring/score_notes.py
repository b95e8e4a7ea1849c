"""The words that stand beside and under scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from toc.data import Counts, Data, PrePost, Readings, ReadingsTable
from toc.data.table import plain_heading
from toc.model import Indicator, TheoryOfChange
from toc.scoring.change_rule import ChangeRule
from toc.scoring.indicator_groups import LEVELS
from toc.scoring.one_informant import ask_for_informant
from toc.scoring.roll_up import ROLL_UPS, UNITS, RollUp
from toc.scoring.splits import MOST_INFORMANTS

__all__ = [
    "DIRECTION_ASSUMED",
    "IN_PARTS",
    "IN_WHOLE",
    "NOT_IN_DATA",
    "NOT_IN_MODEL",
    "NO_DIRECTION",
    "NO_PAIRS",
    "NO_USABLE_ROW",
    "direction_note",
    "indicators_in",
    "notes_of",
    "other_sites_note",
    "other_sites_words",
    "row_notes",
    "site_note",
]

NOT_IN_MODEL = "not measured: no indicator in the model"
IN_PARTS = "measured in its parts"
IN_WHOLE = "measured only as part of its whole"
NOT_IN_DATA = "not measured: no indicator in the data"
NO_USABLE_ROW = "not measured: no row that can be used"
NO_DIRECTION = "not classified: nobody has said which end of the scale is good"
DIRECTION_ASSUMED = "direction assumed"
NO_PAIRS = "nobody has two readings to compare yet"

_NOT_CAUSE = "Change observed, not caused: these figures do not say what brought the change about."
_PAIRS = (
    "Rule: pairs. Each person counts once per {once_per}, {compared}, and the indicators of an outcome are added."
)
_OTHER_RULE = (
    "Rule: {rule} (unit: {unit}): of an outcome, {words}. Of an indicator pairs are counted, each person once per "
    "{once_per}, {compared}."
)
_INDEPENDENT = (
    "The 95 % interval (Wilson) treats one person's readings of several indicators as independent, so it is "
    "too narrow where people have several."
)


def direction_note(theory: TheoryOfChange, indicators: Iterable[Indicator]) -> str | None:
    """Return "direction assumed" where the good end of a scale is only the reader's own reading."""
    scales = [theory.scales.get(indicator.scale or "") for indicator in indicators]
    inferred = any(scale and scale.better and scale.better.basis == "inferred" for scale in scales)
    return DIRECTION_ASSUMED if inferred else None


def notes_of(
    theory: TheoryOfChange, data: Data, rule: ChangeRule, roll_up: RollUp = "pairs", by: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the lines that belong under every table of these scores; `by` are the columns they are split by."""
    of_rows = (*_of_rows(theory, data, by), *row_notes(data))
    return (*_of_method(theory, data, rule, roll_up, by), *_of_split(by), *of_rows)


def row_notes(data: Data) -> tuple[str, ...]:
    """Return those of the lines that tell what is wrong with single rows, and of how many."""
    lines = data.fault_lines
    left_out = (f"Rows left out: {data.rows_left_out}.",) if lines else ()
    question = ask_for_informant(data)
    return (*left_out, *map(_sentence, lines), *((question,) if question else ()))


def indicators_in(data: Data) -> frozenset[str]:
    """Return the ids of the indicators that the data speak of."""
    if isinstance(data, Readings | ReadingsTable):
        return data.indicators
    return frozenset(row.indicator for row in data.rows)


def other_sites_words(data: Data) -> str:
    """Say how many rows a site's model left aside, without a full stop."""
    return "1 row is of another site" if data.other_sites == 1 else f"{data.other_sites} rows are of other sites"


def other_sites_note(theory: TheoryOfChange, data: Data) -> str:
    """Return the line on rows that a site's model left aside, "" where there are none."""
    if theory.site is None or not data.other_sites:
        return ""
    return f"{other_sites_words(data)}, not counted for {theory.site.name}."


def site_note(theory: TheoryOfChange, data: Data) -> str:
    """Return the words for data that name no site under a site's model, "" for all others."""
    if theory.site is None or data.names_sites:
        return ""
    return f"The data name no site: every row is counted for {theory.site.name}."


def _of_method(
    theory: TheoryOfChange, data: Data, rule: ChangeRule, roll_up: RollUp, by: Collection[str]
) -> Iterator[str]:
    if data.synthetic:
        yield "SYNTHETIC: these data are made up; nothing may be concluded from them."
    yield _NOT_CAUSE
    if isinstance(data, PrePost):
        yield "Before and after without pairs: only the change in percentage points can be given, no test."
        return
    several = isinstance(data, Readings | ReadingsTable) and data.several_informants
    once_per = "indicator and informant" if several else "indicator"
    yield _of_rule(roll_up, once_per, rule)
    yield from rule.lines
    if roll_up == "pairs":
        yield _INDEPENDENT
    used = (theory.indicators[key] for key in indicators_in(data))
    if direction_note(theory, used):
        yield "Direction assumed: the source does not say which end of the scale is good."
    if isinstance(data, Readings | ReadingsTable):
        if several:
            shown = "informant" in by or len(data.informants) > MOST_INFORMANTS
            apart = "" if shown else " Split by informant to see them apart, with their agreement."
            yield f"Several informants gave scores of one person: each informant's pair is counted.{apart}"
    else:
        yield "Published counts: people with one reading, and those who could not improve, are not known."


def _of_rule(roll_up: RollUp, once_per: str, rule: ChangeRule) -> str:
    if roll_up == "pairs":
        return _PAIRS.format(once_per=once_per, compared=rule.compared)
    words, unit = ROLL_UPS[roll_up], UNITS[roll_up]
    return _OTHER_RULE.format(rule=roll_up, unit=unit, words=words, once_per=once_per, compared=rule.compared)


def _of_split(by: Collection[str]) -> Iterator[str]:
    if not {"strand", "population"}.isdisjoint(by):
        yield (
            "An indicator stands in the row of every strand and population to which the model gives it, so these "
            "rows may overlap."
        )
    if "population" in by:
        yield "By population: what the indicators are about, whoever the readings are of."
    columns = [name for name in by if name not in (*LEVELS, "site")]
    if columns:
        yield (
            f"Split by {', '.join(columns)}: what the first reading of a person's indicator says. Whose readings "
            "differ in that counts in several rows."
        )


def _of_rows(theory: TheoryOfChange, data: Data, by: Collection[str]) -> Iterator[str]:
    if note := other_sites_note(theory, data):
        yield note
    if note := site_note(theory, data):
        yield note
    if isinstance(data, Counts) and (several := _added_up(data)):
        yield f"Several rows of other names or populations were added up for: {', '.join(several)}."
    if unused := [heading for heading in data.ignored_columns if plain_heading(heading) not in by]:
        # The heading of a column of readings may itself be somebody's name.
        counted = isinstance(data, Readings | ReadingsTable)
        yield f"Columns not used: {len(unused) if counted else ', '.join(unused)}."


def _added_up(data: Counts) -> list[str]:
    often = Counter((row.indicator, row.site) for row in data.rows)
    return sorted({indicator for (indicator, _), times in often.items() if times > 1})


def _sentence(line: str) -> str:
    return f"{line[0].upper()}{line[1:]}."
