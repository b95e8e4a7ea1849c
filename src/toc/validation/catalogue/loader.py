"""Rules on a file as it is written: it must be readable before it can be judged."""

from __future__ import annotations

from typing import Literal

from toc.validation.rule import Rule, Severity

__all__ = ["LOADER"]


def _rule(
    number: int,
    name: str,
    summary: str,
    why: str,
    hint: str,
    *,
    severity: Severity = "error",
    fix: Literal["", "safe", "unsafe"] = "",
) -> Rule:
    code, may_be_ignored = f"TOC{number:03}", severity != "error"
    words = (code, name, severity, summary, "{message}", why, hint)
    return Rule(*words, fault=name, may_be_ignored=may_be_ignored, fix=fix)


LOADER: tuple[Rule, ...] = (
    _rule(
        1,
        "yaml-syntax",
        "The text is not YAML.",
        "A file that cannot be parsed says nothing for certain (YAML 1.2 specification).",
        "Look at the line named and the one before it: often an indent, a colon or a quote is missing.",
    ),
    _rule(
        2,
        "encoding",
        "The file is not UTF-8 text.",
        "In any other encoding, letters with accents would come out as others (YAML 1.2, section 5.2).",
        "Save the file as UTF-8.",
    ),
    _rule(
        3,
        "duplicate-key",
        "A key stands twice in one mapping.",
        "Most readers keep the second key without a word, so something written would be lost (YAML 1.2, section "
        "3.2).",
        "Keep one of the two, or merge them.",
    ),
    _rule(
        4,
        "alias-expansion",
        "Anchors and aliases unfold into far more than was written.",
        "A few lines of nested aliases can fill a computer's memory.",
        "Write out what the aliases stand for.",
    ),
    _rule(
        5,
        "depth",
        "The file is nested too deeply.",
        "No model needs it, and deep nesting is a way to make a reader fail.",
        "Take away levels that are not part of the format.",
    ),
    _rule(
        6,
        "size",
        "The file is larger than a model may be.",
        "A limit keeps a wrong file from filling the computer's memory.",
        "Check that this is the model file; keep data in files of their own.",
    ),
    _rule(
        7,
        "custom-tag",
        "A YAML tag asks for something other than text, numbers, lists and mappings.",
        "Tags can make a program run what a file says; a model never needs them.",
        "Take the tag (the word that begins with `!`) away.",
    ),
    _rule(
        8,
        "implicit-type",
        "A word without quotes means something else to other readers of YAML.",
        "`no` is a text here and a truth value elsewhere, `012` is 12 here and 10 elsewhere, a date is a text "
        "here: another program that reads the file may change what was written (YAML 1.1 against 1.2).",
        "Put the word into quotes; write a number in digits alone.",
        severity="warning",
        fix="safe",
    ),
    _rule(
        9,
        "unknown-field",
        "A key is not one of the format's.",
        "A misspelt key would otherwise be passed over in silence.",
        "Correct the key, or take it away.",
        fix="unsafe",
    ),
    _rule(
        10,
        "wrong-type",
        "A value is of another type than its key needs.",
        "A number in the place of a text, or the reverse, would be read as something that nobody wrote.",
        "Write the value as the format describes it.",
    ),
    _rule(
        11,
        "path-escape",
        "`extends` or `sites` leads out of the project's folder.",
        "A model from elsewhere must not be able to read other files of this computer.",
        "Keep the base inside the project, or name the project's folder with `--root`.",
    ),
    _rule(
        12,
        "include-cycle",
        "Files extend one another in a circle.",
        "There would be no first file to begin from.",
        "Let one of the files stand without `extends`.",
    ),
    Rule(
        code="TOC013",
        name="unused-ignore",
        severity="info",
        summary="An `ignore` leaves nothing out: the rule finds nothing there, or its time has run out.",
        message="{message}",
        why="Left standing, it would hide the next fault of its kind without anybody having thought of it.",
        hint="Take the `ignore` away.",
        requires=("TOC101", "TOC102", "TOC405", "TOC604"),
        may_be_ignored=False,
        fix="safe",
    ),
    _rule(
        14,
        "ignore-without-reason",
        "An `ignore` does not say why.",
        "Whoever reads the model later must be able to judge whether the reason still holds.",
        "Write under `reason` why what the rule finds is right as it is.",
    ),
    Rule(
        code="TOC015",
        name="unknown-rule-in-ignore",
        severity="error",
        summary="An `ignore` names a rule that there is not.",
        message="{message}",
        why="A misspelt code would leave nothing out, and nobody would know.",
        hint="Look the code up: `toc validate` prints it with each finding.",
        fault="unknown-rule-in-ignore",
        may_be_ignored=False,
        fix="unsafe",
    ),
    _rule(
        16,
        "missing-field",
        "A key that is needed is not there.",
        "Without it the entry has no meaning: every box needs a label, every model an id and a title.",
        "Add the key.",
    ),
    _rule(
        17,
        "unknown-format-version",
        "The version of the format is not known.",
        "A later version may mean something else by the same key.",
        "Write `toc: 1`, or install a newer version of this program.",
    ),
    _rule(
        18,
        "bad-id",
        "An id is not a plain name.",
        "Ids stand in links, file names and tables, so they keep to letters, digits, `_` and `-`.",
        "Begin with a letter and use only letters without accents, digits, `_` and `-`.",
    ),
    _rule(
        19,
        "not-a-mapping",
        "There is a list or a single value where keys are wanted.",
        "A model says of every id what it is, in `key: value` lines.",
        "Write `key: value` lines.",
    ),
    _rule(
        20,
        "empty-file",
        "There is nothing in the file.",
        "An empty file is more often an accident than a theory.",
        "Begin the file with `toc: 1`.",
    ),
    _rule(
        21,
        "hidden-characters",
        "There is a character in the file that nobody sees.",
        "Two words that look the same may then differ, and a text may read otherwise than it is written "
        "(Unicode Technical Standard 55 on source code; Boucher and Anderson 2021).",
        "Delete the character, or type the word again.",
        severity="warning",
        fix="safe",
    ),
    _rule(
        22,
        "unused-anchor",
        "A word that begins with `&` is the name of an anchor that no alias uses.",
        "To YAML it is no part of the text, so that `&Weekly club` says `club` (YAML 1.2, section 6.9.2).",
        "Put the text into quotes, or take the anchor away.",
        severity="warning",
    ),
)
