"""Every case of tests/fixes: the text of a model, or of a site of a base, before and after it is mended.

`after` is the text once the rule of the file has mended it with what its catalogue entry allows; a case without it
must stay as it is. A person who does not write programs can read and add to them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from toc.reports.check_plan import CheckPlan
from toc.reports.mended_files import mended_files
from toc.reports.mending import Mending
from toc.validation import PROFILES, RULES, Settings

FIXES = Path(__file__).parents[1] / "fixes"
FILES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FIXES.glob("TOC*.yaml"))}
CASES = [
    pytest.param(content["code"], case, id=f"{stem}: {case['name']}")
    for stem, content in FILES.items()
    for case in content["cases"]
]


def mended(code: str, case: dict[str, Any], folder: Path, *, unsafe: bool) -> tuple[Path, Mending]:
    for name in ("base", "site", "model"):
        if name in case:
            (folder / f"{name}.yaml").write_bytes(case[name].encode())
    path = folder / ("site.yaml" if "site" in case else "model.yaml")
    plan = CheckPlan(settings=Settings(codes=PROFILES["site"].codes | {code}))
    return path, mended_files([str(path)], root=str(folder), plan=plan, unsafe=unsafe)


def test_every_rule_with_a_fix_has_two_cases_or_more_in_which_it_mends() -> None:
    mending = {
        content["code"]: sum("after" in case for case in content["cases"]) > 1 for content in FILES.values()
    }
    assert mending == {code: True for code, rule in RULES.items() if rule.fix}
    assert [stem for stem, content in FILES.items() if stem != content["code"]] == []


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_case_is_mended_as_it_says(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    path, mending = mended(code, case, tmp_path, unsafe=RULES[code].fix == "unsafe")
    left = [finding.code for finding in mending.left.findings if finding.code == code]
    if "after" not in case:
        assert (dict(mending.after), left) == ({}, [code] * len(left))
        assert left
        return
    assert (mending.after, left, mending.refused) == ({str(path): case["after"]}, [], ())


@pytest.mark.parametrize(("code", "case"), [one for one in CASES if "after" in one.values[1]])
@pytest.mark.parametrize("change", ["Windows", "no last line end", "Windows without a last line end"])
def test_line_ends_stay_as_they_are(code: str, case: dict[str, Any], change: str, tmp_path: Path) -> None:
    def changed(text: str) -> str:
        text = text.removesuffix("\n") if "last" in change else text
        return text.replace("\n", "\r\n") if "Windows" in change else text

    other = {key: changed(text) if key in ("site", "model", "after") else text for key, text in case.items()}
    path, mending = mended(code, other, tmp_path, unsafe=RULES[code].fix == "unsafe")
    assert mending.after == {str(path): other["after"]}


@pytest.mark.parametrize(("code", "case"), [one for one in CASES if RULES[one.values[0]].fix == "unsafe"])
def test_what_a_person_must_look_at_is_left_where_only_safe_edits_are_asked(
    code: str, case: dict[str, Any], tmp_path: Path
) -> None:
    assert mended(code, case, tmp_path, unsafe=False)[1].after == {}
