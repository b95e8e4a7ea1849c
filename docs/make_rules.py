"""Write `rules.md` from the catalogue of rules: `python docs/make_rules.py`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from toc.validation import RULES, Rule

PAGE = Path(__file__).parent / "rules.md"

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

_OPENING = """\
# The rules

<!-- Written by `python docs/make_rules.py` from the catalogue in `src/toc/validation/catalogue`. -->

`toc validate` asks these questions of a model, and `toc explain CODE` prints one of the entries below.
A code is never used again for something else.

| severity | means | `toc validate` leaves with |
|---|---|---|
| error | the model cannot be relied on as it stands | exit code 1 |
| warning | a weakness of the design | 0, or 1 with `--fail-on warning` |
| info | worth knowing | 0, or 1 with `--fail-on info` |

One fault gives one finding: where a link names a box that is not there, for example, what follows from that is
not reported as well.

A finding that is right as it is can be [left out, with the reason](language.md#leaving-findings-out), unless its
rule says here that it cannot be ignored.
"""


def rules_page() -> str:
    """Return the page as Markdown: a table of all rules, then each rule in full."""
    return "\n".join((_OPENING, *_overview(), *_families()))


def _overview() -> Iterator[str]:
    yield "| code | rule | severity |"
    yield "|---|---|---|"
    for rule in RULES.values():
        yield f"| [{rule.code}](#{_heading(rule).lower().replace(' ', '-')}) | {rule.name} | {rule.severity} |"


def _families() -> Iterator[str]:
    for family, rules in groupby(RULES.values(), key=lambda rule: rule.code[3]):
        yield f"\n## {_FAMILIES[family]}"
        for rule in rules:
            yield f"\n### {_heading(rule)}"
            yield f"\n{rule.summary} ({rule.severity}{'' if rule.may_be_ignored else ', cannot be ignored'})"
            yield f"\n- Why: {rule.why}"
            yield f"- How to mend it: {rule.hint}"
    yield ""


def _heading(rule: Rule) -> str:
    return f"{rule.code} {rule.name}"


if __name__ == "__main__":
    PAGE.write_text(rules_page(), encoding="utf-8")
