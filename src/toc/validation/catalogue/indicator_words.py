"""The English words that the rules on indicators know."""

from __future__ import annotations

__all__ = ["COUNTS", "METHODS", "SHARES"]

METHODS = (
    "case note",
    "case study",
    "checklist",
    "diary",
    "evaluation form",
    "feedback form",
    "focus group",
    "interview",
    "logbook",
    "needs assessment",
    "observation",
    "opinion poll",
    "questionnaire",
    "register",
    "self-assessment",
    "site visit",
    "survey",
)
"""Ways to collect data; none of them says what is read from it."""

COUNTS = (
    *("amount", "average number", "count", "days", "hours", "how many", "mean number"),
    *("minutes", "months", "nights", "number", "sessions", "times", "total", "weeks", "years"),
)
"""The number of what these begin with explains itself."""

SHARES = ("%", "per cent", "percent", "percentage", "proportion")
