"""The English words that the rules on indicators know."""

from __future__ import annotations

__all__ = ["CHANGES", "COUNTS", "METHODS", "PAIRS", "PEOPLE", "SHARES"]

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

PEOPLE = (
    *("adult", "agency", "agencies", "boy", "brother", "carer", "caregiver", "child", "children", "client"),
    *("colleague", "community", "communities", "daughter", "employee", "employer", "families", "family", "farmer"),
    *("father", "female", "friend", "girl", "grandparent", "guardian", "household", "husband", "infant"),
    *("learner", "male", "man", "manager", "men", "mother", "neighbour", "offender", "parent", "partner"),
    *("patient", "peer", "people", "practitioner", "prisoner", "professional", "pupil", "relative", "resident"),
    *("sibling", "sister", "son", "staff", "student", "teacher", "tenant", "toddler", "trainee", "user", "victim"),
    *("visitor", "volunteer", "wife", "wives", "woman", "women", "worker", "young", "youth"),
)
"""Whom one thing may be asked of together."""

CHANGES = (
    *("achieved", "better", "decreased", "developed", "enhanced", "gained", "improved", "increased"),
    *("maintained", "raised", "reduced", "restored", "retained", "stabilised", "stabilized", "strengthened"),
    "sustained",
)
"""How one thing may change: two of them joined are degrees of one change."""

PAIRS = (
    *("day and night", "drug and alcohol", "drugs and alcohol", "food and drink", "health and safety"),
    *("health and social care", "health and well-being", "health and wellbeing", "here and there", "in and out"),
    *("law and order", "once and twice", "pros and cons", "school and college", "schools and colleges"),
    *("search and rescue", "terms and conditions", "time and again", "weekdays and weekends", "whether and not"),
)
"""What is one thing in two words, with "and" for whatever joins them."""
