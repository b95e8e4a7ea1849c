"""All sites of a base checked in one run: one list, one summary, and what they share told once."""

from __future__ import annotations

import json

BASE = """\
toc: 1
id: advice
title: Advice
participants:
  parents: {label: Parents}
activities:
  sessions: {label: Sessions, engages: [parents], leads_to: [know]}
outcomes:
  long_term:
    know: {label: Parents know services}
indicators:
  knows: {label: Knows, measures: [know], scale: five}
scales:
  five: {lowest: 1, highest: 5, better: higher, points: {"1": never, "5": always}}
"""
REGION = """\
toc: 1
extends: advice.yaml
title: Wales
site: {id: wales, name: Wales}
change:
  knows: {label: Has heard of services, reason: Our words}
"""
TOWN = "toc: 1\nextends: wales.yaml\ntitle: Town\nsite: {id: town, name: Town}\n"


def test_the_sites_of_csof_have_one_summary_with_what_their_base_has_told_once(toc, csof):
    sites = sorted(str(path) for path in (csof.parent / "sites").glob("*.yaml"))
    alone, together = (toc("validate", *files, "--format", "json") for files in ([str(csof)], sites))
    assert json.loads(together.out) == json.loads(alone.out)
    assert together.code == 0
    assert toc("validate", *sites).out.splitlines()[-1] == toc("validate", str(csof)).out.splitlines()[-1]


def test_what_a_region_does_is_told_once_for_all_its_towns_in_80_columns(toc, folder):
    for name, text in (("advice", BASE), ("wales", REGION), ("cardiff", TOWN), ("swansea", TOWN)):
        (folder / f"{name}.yaml").write_text(text)
    run = toc("validate", "cardiff.yaml", "swansea.yaml", "wales.yaml")
    assert run.code == 1
    assert run.out == (
        "wales.yaml:6:3: TOC603 indicator-redefined (error)\n"
        '  This site changes `label` of indicator "Knows" (knows), so that it can no\n'
        "  longer be compared with the base and other sites.\n"
        "  6 |   knows: {label: Has heard of services, reason: Our words}\n"
        "    |   ^^^^^\n"
        "  See also advice.yaml:12:3\n"
        "  12 |   knows: {label: Knows, measures: [know], scale: five}\n"
        "     |   ^^^^^\n"
        "  To mend it: Take the change away, or write `comparable: false` beside it, with\n"
        "  the reason.\n"
        "  More: toc explain TOC603\n"
        "\n"
        "1 error, 0 warnings, 0 info\n"
    )


def test_what_two_sites_have_from_their_base_is_told_once_whatever_they_call_it(toc, folder):
    base = (folder / "garden.yaml").read_text().replace("    measures: [health]\n", "    measures: [skills]\n")
    (folder / "base.yaml").write_text(base)
    for name in ("north", "south"):
        label = f"change:\n  health: {{label: Better health in the {name}, reason: Local words}}\n"
        (folder / f"{name}.yaml").write_text(
            f"toc: 1\nextends: base.yaml\nsite: {{id: {name}, name: {name}}}\n{label}"
        )
    run = toc("validate", "base.yaml", "north.yaml", "south.yaml", "--select", "TOC301")
    assert (run.code, run.out.count("TOC301 outcome"), run.out.splitlines()[-1]) == (
        0,
        1,
        "0 errors, 1 warning, 0 info",
    )


def test_what_is_graver_in_a_site_than_in_its_base_is_told_of_both(toc, folder):
    base = (folder / "garden.yaml").read_text().replace("    measures: [health]\n", "    measures: [skills]\n")
    (folder / "base.yaml").write_text(base)
    (folder / "north.yaml").write_text(
        "toc: 1\nextends: base.yaml\nsite: {id: north, name: North}\n"
        "change:\n  health: {required: true, reason: Our funder asks for it}\n"
    )
    run = toc("validate", "base.yaml", "north.yaml", "--select", "TOC301")
    assert (run.code, run.out.splitlines()[-1]) == (1, "1 error, 1 warning, 0 info")


def rows_of(site: str, people: int, pairs: int) -> str:
    first = "".join(f"{site},{site}{one},knows,2013-01-01,initial,2\n" for one in range(people))
    return first + "".join(f"{site},{site}{one},knows,2013-06-01,final,3\n" for one in range(pairs))


def data_messages(toc, folder, *, york: int) -> list[tuple[str, str]]:
    """Write a base, two sites and readings of 4 people of Leeds and `york` of York; return what is told of few."""
    listed = f"{BASE}sites: {{leeds: leeds.yaml, york: york.yaml}}\n"
    for name in ("leeds", "york"):
        (folder / f"{name}.yaml").write_text(TOWN.replace("wales", "advice").replace("town", name))
    (folder / "advice.yaml").write_text(listed)
    (folder / "data.csv").write_text(
        f"site,person,indicator,date,kind,score\n{rows_of('leeds', 4, 3)}{rows_of('york', york + 1, york)}"
    )
    run = toc("validate", "advice.yaml", "leeds.yaml", "york.yaml", "--data", "data.csv", "--format", "json")
    told = json.loads(run.out)["findings"]
    return [(one["code"], one["message"]) for one in told if one["code"] in ("TOC705", "TOC706", "TOC718")]


def test_what_data_say_of_one_site_names_the_site_and_what_is_so_of_all_is_told_once(toc, folder):
    assert sorted(data_messages(toc, folder, york=4)) == [
        ("TOC705", "2 of 9 people have no second assessment; coverage 7/9 = 77.8%."),
        ("TOC705", "At site `leeds`, 1 of 4 people have no second assessment; coverage 3/4 = 75.0%."),
        ("TOC705", "At site `york`, 1 of 5 people have no second assessment; coverage 4/5 = 80.0%."),
        ("TOC706", 'At site `leeds`, indicator "Knows" (knows) rests on n=3, fewer than 5.'),
        ("TOC706", 'At site `york`, indicator "Knows" (knows) rests on n=4, fewer than 5.'),
        ("TOC718", 'Indicator "Knows" (knows) rests on n=7, fewer than 10.'),
    ]
    few = [message for code, message in data_messages(toc, folder, york=1) if code == "TOC706"]
    assert few == ['Indicator "Knows" (knows) rests on n=4, fewer than 5.']
