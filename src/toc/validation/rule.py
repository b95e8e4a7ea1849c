"""`Rule`: what a code means, why it matters and how to mend what it finds."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["SEVERITIES", "Option", "Rule", "Severity", "Value"]

Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""error: the model cannot be relied on; warning: a weakness of its design; info: worth knowing."""


Value = int | float | tuple[str, ...]
"""What an option may be set to: a number, or a list of words."""


class Option(NamedTuple):
    """A threshold or list of words of a rule that a team may set otherwise.

    `default` says of which type its value is. A number lies from `lowest` to `highest` (None: no limit).
    """

    name: str
    default: Value
    summary: str
    lowest: float | None = 0
    highest: float | None = None


class Rule(NamedTuple):
    """One entry of the catalogue.

    `message` is one line with the words of a finding in braces. `why` gives the reason and, in brackets, where
    it comes from. `hint` says how to mend it. A finding is left out where a code of `requires` was found
    anywhere in the model, or a code of `unless` at the same id or link: those are the same fault, said at its
    cause. A name after `/` narrows a required code to one kind of reference ("TOC101/links"). `fault` is the
    kind of fault that reading a file or its data gives this code; empty for what is found in the model itself.
    `may_be_ignored` is false where an `ignore` has no effect: for what makes a file unreadable or names what is
    not there, and for what a base forbids its sites. `style` marks what is about wording or legibility only.
    `options` may be set by a team. `fix` says whether what it finds can be mended in the text: "safe" where the
    meaning stays, "unsafe" where a person must look at it, "" where only a person can.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    message: str
    why: str
    hint: str
    requires: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    fault: str = ""
    may_be_ignored: bool = True
    style: bool = False
    options: tuple[Option, ...] = ()
    fix: Literal["", "safe", "unsafe"] = ""
    since: str = "0.1"
