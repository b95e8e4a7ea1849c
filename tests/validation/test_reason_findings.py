"""What the cases of the rules on reasons and people cannot say: other thresholds, the day, sites."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from toc.loading import inspect, inspect_text
from toc.model import TheoryOfChange
from toc.validation import PROFILES, Settings, Value, validate

MODEL = """\
toc: 1
id: advice
title: Advice
sources:
  guide: {title: A guide, year: 2010}
populations:
  adults: {label: Adults}
participants:
  parents: {label: Parents, who: adults}
activities:
  sessions:
    label: Sessions
    engages: [parents]
    leads_to: [skills]
outcomes:
  short_term:
    skills:
      label: Skills
      who: adults
      leads_to:
        calm:
          because: They use them.
          assumptions: [quiet_room]
          evidence: {for: [homes]}
  long_term:
    calm: {label: Calm}
indicators:
  knows: {label: Knows, measures: [skills, calm]}
assumptions:
  quiet_room: {label: There is a quiet room, status: supported}
studies:
  homes: {label: Homes, design: Longitudinal study, cite: guide}
"""
SITE = """\
toc: 1
extends: base.yaml
id: leeds
title: Leeds
site: {id: leeds, name: Leeds}
add:
  populations:
    others: {label: Others}
"""


def theory() -> TheoryOfChange:
    read = inspect_text(MODEL).theory
    assert read is not None
    return read


def codes(today: date | None = None, **options: Value) -> list[str]:
    """Return what is found where rules are asked that are not of the default profile, as the options say."""
    set_so = {("TOC403" if name.startswith("level") else "TOC408", name): to for name, to in options.items()}
    settings = Settings(PROFILES["site"].codes | {"TOC408"}, options=set_so)
    return [one.code for one in validate(theory(), settings=settings, today=today or date(2025, 12, 31))]


def test_a_study_that_follows_people_is_enough_unless_a_team_asks_for_more() -> None:
    assert codes() == []
    assert codes(level=3) == ["TOC403"]
    assert codes(level=3, level_3=("longitudinal",), level_2=()) == []


def test_words_of_other_languages_can_be_given() -> None:
    assert codes(level_1=("longitudinal",), level_2=()) == ["TOC403"]


@pytest.mark.parametrize(("today", "found"), [(date(2025, 12, 31), []), (date(2026, 1, 1), ["TOC408"])])
def test_evidence_grows_old_with_the_year(today: date, found: list[str]) -> None:
    assert codes(today) == found


def test_a_team_may_call_evidence_old_earlier() -> None:
    assert codes(years=14) == ["TOC408"]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            "quiet_room: {status: refuted, reason: The flats here have one room}",
            ("TOC414", "skills -> calm", "Since this site changes `quiet_room`, the link"),
        ),
        (
            "parents: {who: [], reason: Anybody may come}",
            None,
        ),
        (
            "skills: {who: [others], reason: Here it is about others}",
            ("TOC503", "skills", "Since this site changes `skills`, outcome"),
        ),
    ],
)
def test_what_a_site_changes_is_told_at_the_site(
    tmp_path: Path, change: str, found: tuple[str, str, str] | None
) -> None:
    (tmp_path / "base.yaml").write_text(MODEL, encoding="utf-8")
    (tmp_path / "site.yaml").write_text(SITE + f"change:\n  {change}\n", encoding="utf-8")
    read = inspect(tmp_path / "site.yaml", root=tmp_path).theory
    assert read is not None
    told = list(validate(read))
    assert [(one.code, one.subject) for one in told] == ([found[:2]] if found else [])
    assert [one.place and Path(one.place.file).name for one in told] == ["site.yaml" for _ in told]
    assert all(one.message.startswith(found[2]) for one in told if found)


def test_of_many_necessary_conditions_three_are_named() -> None:
    conditions = "".join(
        f"    box_{number}: {{label: Box {number}, leads_to: {{calm: {{because: So., necessary: true}}}}}}\n"
        for number in range(5)
    )
    read = inspect_text(MODEL.replace("  short_term:\n", f"  short_term:\n{conditions}")).theory
    assert read is not None
    (found,) = validate(read, settings=Settings(frozenset({"TOC406"})))
    assert found.message == (
        'Outcome "Calm" (calm) needs "Box 0", "Box 1", "Box 2" and 2 more; '
        "nothing says that they are enough together."
    )
