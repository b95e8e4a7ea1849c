"""`Rule`: what a code means, why it matters and how to mend what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["SEVERITIES", "Rule", "Severity"]

Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""error: the model cannot be relied on; warning: a weakness of its design; info: worth knowing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the catalogue.

    `message` is one line with the words of a finding in braces. `why` gives the reason and, in brackets, where
    it comes from. `hint` says how to mend it. A finding is left out where a code of `requires` was found
    anywhere in the model, or a code of `unless` at the same id or link: those are the same fault, said at its
    cause. A name after `/` narrows a required code to one kind of reference ("TOC101/links"). `fault` is the
    kind of fault that reading a file or its data gives this code; empty for what is found in the model itself.
    `may_be_ignored` is false where an `ignore` has no effect: for what makes a file unreadable or names what is
    not there, and for what a base forbids its sites.
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
    since: str = "0.1"
