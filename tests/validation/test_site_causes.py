"""What a site brings about is told at the site, at the line that does it; what its base has too, at the base."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from toc.loading import inspect
from toc.validation import Findings, validate_inspection

BASE = """\
toc: 1
id: advice
title: Advice
participants:
  parents: {label: Parents}
activities:
  lunch_club: {label: Lunch club, engages: [parents], leads_to: [know]}
  sessions: {label: Sessions, engages: [parents], leads_to: [skills]}
outcomes:
  short_term:
    know: {label: Know services, leads_to: {use: {because: They ask.}}}
    skills: {label: Skills, leads_to: {less: {because: They use them.}}}
  intermediate:
    use: {label: Use services, leads_to: {calm: {because: They get help.}}}
    less: {label: Less worry, leads_to: {calm: {because: They have time., assumptions: [time]}}}
  long_term:
    calm: {label: Calm}
indicators:
  knows: {label: Knows, measures: [skills, calm]}
  worries: {label: Worries, measures: [less]}
  asks: {label: Asks, measures: [know, use]}
assumptions:
  time: {label: Parents have the time}
"""
SITE = "toc: 1\nextends: base.yaml\nid: leeds\ntitle: Leeds\nsite: {id: leeds, name: Leeds}\n"


def findings_of(folder: Path, *sites: str, base: str = BASE) -> Findings:
    """Return the findings of the last of some sites, each of which extends the one before it."""
    (folder / "base.yaml").write_text(base)
    name = "base.yaml"
    for number, site in enumerate(sites):
        (folder / f"site{number}.yaml").write_text(SITE.replace("base.yaml", name) + site)
        name = f"site{number}.yaml"
    return validate_inspection(inspect(folder / name, root=folder))


def told(findings: Findings) -> list[tuple[str, str, str, str]]:
    return [
        (one.code, one.subject, f"{Path(one.place.file).stem}:{one.place.line}", one.message.partition(",")[0])
        for one in findings
        if one.place is not None
    ]


def test_the_base_of_these_tests_has_no_finding(tmp_path: Path) -> None:
    assert told(findings_of(tmp_path)) == []


def test_a_dropped_activity_gives_one_finding_in_words_at_the_line_that_drops_it(tmp_path: Path) -> None:
    (found,) = findings_of(tmp_path, "drop:\n  lunch_club: There is no kitchen\n")
    assert str(found) == (
        f"{tmp_path}/site0.yaml:7:3: TOC109 outcome-without-cause (error): Since this site drops `lunch_club`, "
        'nothing leads to outcome "Know services" (know), and no activity to `use`, which follows from it.'
    )
    assert found.hint == (
        "Say at an activity or an earlier outcome that it leads here. "
        "In a site that goes under `add` or `change`; or drop `know` too."
    )


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        (
            "drop:\n  sessions: Not here\n  skills: Not here\n",
            ("TOC109", "less", "site0:8", "Since this site drops `skills`"),
        ),
        ("drop:\n  worries: Not asked\n", ("TOC606", "less", "site0:7", "Since this site drops `worries`")),
        (
            'drop:\n  "lunch_club -> know": Not here\n  lunch_club: Not here\n',
            ("TOC109", "know", "site0:7", "Since this site drops `lunch_club -> know` and `lunch_club`"),
        ),
        (
            "drop:\n  know: Not here\n  use: Not here\n",
            ("TOC108", "lunch_club", "site0:7", "Since this site drops `know`"),
        ),
        (
            "change:\n  less:\n    reason: Untested\n    leads_to: {calm: {assumptions: []}}\n",
            ("TOC409", "time", "site0:7", "Since this site changes `less`"),
        ),
        (
            "change:\n  skills: {reason: We, label: S}\n  less: {reason: We, leads_to: null}\ndrop: {time: No}\n",
            ("TOC111", "less", "site0:8", "Since this site changes `less`"),
        ),
        (
            "change:\n  knows: {reason: Ours, label: worries}\n",
            ("TOC118", "worries", "site0:7", "Since this site changes `knows`"),
        ),
        (
            "drop:\n  lunch_club: Not here\n  know: Not here\n  use: Not here\n  calm: Closed\n",
            ("TOC114", "leeds", "site0:10", "Since this site drops `calm`"),
        ),
    ],
)
def test_a_finding_of_a_site_stands_at_what_the_site_does(
    tmp_path: Path, site: str, expected: tuple[str, str, str, str]
) -> None:
    assert expected in told(findings_of(tmp_path, site))


def test_a_finding_that_the_base_has_too_stays_at_the_base(tmp_path: Path) -> None:
    base = BASE.replace("measures: [less]", "measures: [use]")
    (found,) = findings_of(tmp_path, base=base)
    site = "change:\n  less: {label: Far less worry, reason: Our words}\n"
    assert tuple(findings_of(tmp_path, site, base=base)) == (
        replace(found, message='No indicator measures outcome "Far less worry" (less).'),
    )


def test_a_base_without_long_term_outcome_is_told_at_the_base(tmp_path: Path) -> None:
    base = BASE.replace("  long_term:\n    calm: {label: Calm}\n", "  long_term: {}\n")
    base = base.replace("leads_to: {calm: {because: They get help.}}", "terminal: true")
    base = base.replace("leads_to: {calm: {because: They have time., assumptions: [time]}}", "terminal: true")
    base = base.replace("skills, calm", "skills").partition("assumptions:")[0]
    assert told(findings_of(tmp_path, "version: two\n", base=base)) == [
        ("TOC114", "leeds", "base:9", '"Leeds" has no long-term outcome.')
    ]


def test_of_sites_that_extend_one_another_the_one_that_does_it_is_told(tmp_path: Path) -> None:
    region, site = "drop:\n  lunch_club: No kitchen\n", "drop:\n  worries: Not asked\n"
    assert told(findings_of(tmp_path, region, site)) == [
        ("TOC109", "know", "site0:7", "Since this site drops `lunch_club`"),
        ("TOC606", "less", "site1:7", "Since this site drops `worries`"),
    ]


def test_where_nothing_dropped_or_changed_brings_it_about_the_finding_stands_where_the_base_is_named(
    tmp_path: Path,
) -> None:
    head = BASE.partition("  lunch_club")[0]
    only = "  sessions: {label: Sessions, engages: [parents], leads_to: [late]}\n"
    late = "outcomes:\n  long_term:\n    late: {label: Late}\n"
    small = f"{head}{only}{late}indicators:\n  knows: {{label: Knows, measures: [late]}}\n"
    site = (
        "add:\n  outcomes:\n    short_term:\n      soon: {label: Soon, leads_to: {late: {because: It follows.}}}\n"
        "  activities:\n    calls: {label: Calls, engages: [parents], leads_to: [soon]}\n"
        "  indicators:\n    asks: {label: Asks, measures: [soon]}\n"
    )
    assert told(findings_of(tmp_path, site, base=small)) == [
        ("TOC107", "sessions -> late", "site0:2", "In this site")
    ]


def test_what_a_box_led_to_has_no_part_in_what_led_to_it(tmp_path: Path) -> None:
    base = BASE.replace(
        "less: {because: They use them.}", "less: {because: They can.}, use: {because: They dare.}"
    )
    assert told(findings_of(tmp_path, "drop:\n  use: Not here\n  sessions: Not here\n", base=base)) == [
        ("TOC111", "know", "site0:7", "Since this site drops `use`"),
        ("TOC109", "skills", "site0:8", "Since this site drops `sessions`"),
    ]


def test_what_a_site_adds_is_told_where_it_stands(tmp_path: Path) -> None:
    site = "add:\n  outcomes:\n    short_term:\n      soon: {label: Soon, terminal: true}\ndrop: {knows: No}\n"
    soon = [one for one in told(findings_of(tmp_path, site)) if one[1] == "soon"]
    assert soon == [
        ("TOC112", "soon", "site0:9", '"Soon" (soon)'),
        ("TOC301", "soon", "site0:9", 'No indicator measures outcome "Soon" (soon).'),
    ]
