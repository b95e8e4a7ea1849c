"""Write `rules.md` and a page for each rule from the catalogue and the cases: `python docs/make_rules.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from toc.validation import PROFILES, RULES, Option, Rule

DOCS = Path(__file__).parent
CASES = DOCS.parent / "tests" / "cases"

_FAMILIES = {
    "0": "Reading the file",
    "1": "The shape of the theory",
    "2": "Wording",
    "3": "Measuring",
    "4": "Reasons and sources",
    "5": "People",
    "6": "Sites",
    "7": "Data",
}

_WRITTEN = "<!-- Written by `python docs/make_rules.py` from the catalogue in `src/toc/validation/catalogue`. -->"

_OPENING = f"""\
# The rules

{_WRITTEN}

`toc validate` asks these questions of a model, and `toc explain CODE` prints the page of one of them.
A code is never used again for something else.

| severity | means | `toc validate` leaves with |
|---|---|---|
| error | the model cannot be relied on as it stands | exit code 1 |
| warning | a weakness of the design | 0, or 1 with `--fail-on warning` |
| info | worth knowing | 0, or 1 with `--fail-on info` |

One fault gives one finding: where a link names a box that is not there, for example, what follows from that is
not reported as well. Which rules are asked, how serious they are and how far they go
[can be set](configuration.md); errors and warnings are asked where nothing else is said.

A finding that is right as it is can be [left out, with the reason](language.md#leaving-findings-out), unless its
rule says on its page that it cannot be ignored.
"""

_FIXES = {
    "": "Only a person can mend it.",
    "safe": "`toc validate --fix` can mend it where the way is certain.",
    "unsafe": "`toc validate --unsafe-fixes` can mend it where the way is all but certain; look at what it did.",
}
_FILES = {"base": "The base", "model": "The model", "site": "The site", "data": "The data"}


def pages() -> Mapping[str, str]:
    """Return the text of every page by its path below this folder."""
    of_rules = {f"rules/{rule.code}.md": "\n".join(_page(rule)) for rule in RULES.values()}
    return {"rules.md": "\n".join((_OPENING, *_families(), "")), **of_rules}


def _families() -> Iterator[str]:
    for family, rules in groupby(RULES.values(), key=lambda rule: rule.code[3]):
        yield f"\n## {_FAMILIES[family]}"
        yield "\n| code | rule | severity | what it finds |"
        yield "|---|---|---|---|"
        for rule in rules:
            summary = rule.summary.replace("|", "\\|")
            yield f"| [{rule.code}](rules/{rule.code}.md) | {rule.name} | {rule.severity} | {summary} |"


def _page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}"
    yield f"\n{_WRITTEN}"
    yield f"\n{rule.summary}"
    yield f"\n**Severity:** {rule.severity}{'' if rule.may_be_ignored else '; it cannot be ignored'}."
    yield f"\n**Why:** {rule.why}"
    yield f"\n**How to mend it:** {rule.hint} {_FIXES[rule.fix]}"
    asked = ", ".join(name for name, profile in PROFILES.items() if rule.code in profile.codes)
    yield f"\n**Asked in the profiles:** {asked}. In toc since {rule.since}."
    if rule.options:
        yield "\n## What a team may set"
        yield "\n| option | by default | means |"
        yield "|---|---|---|"
        yield from map(_option, rule.options)
    cases = yaml.safe_load((CASES / f"{rule.code}.yaml").read_text(encoding="utf-8"))
    yield from _example("What it finds", _plain(cases["failing"]), rule)
    yield from _example("What it accepts", _plain(cases["passing"]), rule)
    yield f"\n[All cases](../../tests/cases/{rule.code}.yaml) · [All rules](../rules.md)"
    yield ""


def _option(option: Option) -> str:
    default = ", ".join(option.default) if isinstance(option.default, tuple) else f"{option.default:g}"
    return f"| `{option.name}` | {default or 'none'} | {option.summary} |"


def _plain(cases: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the first case that is shown as it stands: short, and of ordinary letters."""
    shown = (case for case in cases if not case.keys() & {"letters", "encoding"} and _is_short(case))
    return next(shown, None)


def _is_short(case: Mapping[str, Any]) -> bool:
    text = "".join(str(case.get(name, "")) for name in _FILES)
    return text.count("\n") <= 120 and all(sign.isprintable() or sign == "\n" for sign in text)


def _example(heading: str, case: Mapping[str, Any] | None, rule: Rule) -> Iterator[str]:
    if case is None:
        return
    yield f"\n## {heading}"
    yield f"\n{case['name'][:1].upper()}{case['name'][1:]}:"
    for name, words in _FILES.items():
        if name in case:
            yield f"\n{words}:" if len(case.keys() & _FILES.keys()) > 1 else ""
            yield f"```{'csv' if name == 'data' else 'yaml'}"
            yield case[name].rstrip("\n")
            yield "```"
    for name, text in case.get("beside", {}).items():
        yield f"\nBeside it, `{name}`:"
        yield "```yaml"
        yield text.rstrip("\n")
        yield "```"
    for found in case.get("finds", ()):
        where = _FILES[found["in"]].lower()
        about = f", about `{found['subject']}`" if found["subject"] else ""
        yield f"\n{rule.code} in {where} at line {found['line']}, column {found['column']}{about}."


if __name__ == "__main__":
    (DOCS / "rules").mkdir(exist_ok=True)
    for path, text in pages().items():
        (DOCS / path).write_text(text, encoding="utf-8")
