"""What a label names instead of a change: that people were reached, or that things were delivered."""

from __future__ import annotations

from toc.validation.wording.statement import JOINS, PREPOSITIONS, Statement, bases, is_listed
from toc.validation.wording.word_lists import word_list
from toc.validation.wording.work import AUXILIARIES

__all__ = ["product_named"]

_NONE: frozenset[str] = frozenset()
_COUNTED = frozenset(("number of", "numbers of", "no of", "count of", "total number of"))
_ATTENDING = frozenset(
    (
        *("attend", "attended", "attending", "complete", "completed", "participate", "participated", "receive"),
        "received",
    )
)
_RECEIVING = frozenset(("receive", "receives", "received", "are given", "are offered"))
_TAKING = _RECEIVING | {
    *("attend", "attends", "attended", "complete", "completes", "completed", "participate in", "participates in"),
    *("take part in", "takes part in", "took part in"),
}
_ATTENDED = frozenset(
    (
        *(
            "briefing",
            "coaching",
            "conference",
            "course",
            "mentoring",
            "programme",
            "roadshow",
            "seminar",
        ),
        *("session", "training", "tutoring", "webinar", "workshop"),
    )
)
"""What people attend because a programme is there; classes, clinics and visits may be what is to change."""

_RECEIVED = _ATTENDED | {"advice", "counselling", "guidance", "information", "tuition"}
_OFTEN = frozenset(("daily", "every", "often", "regularly", "weekly", "until", "when", "they"))
_WANTED = frozenset(
    (
        *(
            "agreed",
            "appointed",
            "approached",
            "contacted",
            "educated",
            "elected",
            "employed",
            "enrolled",
            "formed",
        ),
        *("identified", "inspected", "invited", "let", "made", "notified", "registered", "replicated", "reported"),
        *("set", "tested", "visited"),
    )
)
"""Participles of what others than a programme may do: more crimes reported are a change."""

_OF_OFFICE = frozenset(("decision", "minute", "reason", "salary", "spending", "vote"))
"""What an office shows when it becomes more open: to publish it is a change of what it does."""

_ARTICLES = frozenset(("a", "an", "the", "their", "its", "our", "this", "any", "no"))
_NUMBERS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "fifty"))


def product_named(statement: Statement, _: frozenset[str] = _NONE) -> str:
    """Return the word that says that people were reached or things delivered, or ""."""
    words = statement.words
    counted = statement.phrase_at(0, _COUNTED)
    if counted:
        return counted
    is_count = words and (words[0][0].isdigit() or words[0] in _NUMBERS) and words[1:2] not in (("in",), ("of",))
    if is_count and _OFTEN.isdisjoint(words):
        for word in words[1:5]:
            if word in _ATTENDING:
                return word
    return _counted_as_done(statement) or _attended(statement) or _delivered(statement)


def _counted_as_done(statement: Statement) -> str:
    """Return the count of what was delivered ("Increased number of parents trained"), or ""."""
    words, change = statement.words, word_list("change_words")
    if not words or words[0] not in change:
        return ""
    found = statement.phrase_at(1, _COUNTED)
    done = (at for at in range(3, len(words)) if _is_done(words[at], words[at - 1]) and words[at] not in _WANTED)
    at = next(done, -1) if found else -1
    is_all = at > 0 and (at + 1 == len(words) or words[at + 1] in PREPOSITIONS)
    return found if is_all and statement.plain_verb(1) < 0 else ""


def _attended(statement: Statement) -> str:
    """Return the verb with which people attend or receive what a programme gives, or ""."""
    words = statement.words
    for at in range(1, len(words)):
        if words[at] in PREPOSITIONS or words[at] in word_list("change_words"):
            return ""
        taking = statement.phrase_at(at, _TAKING)
        if taking and statement.is_person(at - 1):
            return taking if _is_given(words[at + len(taking.split()) :], taking) else ""
    return ""


def _is_given(rest: tuple[str, ...], taking: str) -> bool:
    """Whether the main word of what people attend or receive is work or a product of a programme."""
    if any(word in _OFTEN or word in word_list("change_words") for word in rest):
        return False
    end = next((at for at, word in enumerate(rest) if word in PREPOSITIONS or word in JOINS), len(rest))
    listed = _RECEIVED | word_list("products") if taking in _RECEIVING else _ATTENDED
    if taking.startswith("complete"):
        listed = frozenset() if "with" in rest else _ATTENDED - {"course"}
    return end > 0 and not listed.isdisjoint(bases(rest[end - 1]))


def _delivered(statement: Statement) -> str:
    """Return the word for delivering with which a label says what has been done with its subject, or ""."""
    words, change = statement.words, word_list("change_words")
    for at in range(1, len(words)):
        word, before = words[at], words[at - 1]
        if word in PREPOSITIONS or before in change or before in ("that", "who", "which"):
            return ""
        if word == "published" and not _OF_OFFICE.isdisjoint(base for one in words[:at] for base in bases(one)):
            return ""
        if _is_made(words, at):
            return word
        if (
            before in JOINS
            or not _is_done(word, before)
            or " " in statement.phrase_at(at, word_list("own_change"))
        ):
            continue
        if _ends_or_goes_on(words[at + 1] if at + 1 < len(words) else "") and not _has_own_verb(statement, at):
            return "" if _goes_on_to_say(statement, at) else word
    return ""


def _goes_on_to_say(statement: Statement, at: int) -> bool:
    """Whether more is said than that something was done: in what time, or what came of it."""
    words = statement.words
    is_running = words[at] == "run" and word_list("work_nouns").isdisjoint(bases(words[at - 1]))
    if (
        is_running
        or words[at + 1 : at + 2] == ("within",)
        or words[at + 1 : at + 3] == ("on", "time")
        or statement.plain_verb(at + 1) > 0
    ):
        return True
    return any(_may_be_verb(statement, one) for one in range(at + 2, len(words) - 1))


def _may_be_verb(statement: Statement, at: int) -> bool:
    """Whether a word that may be a noun too says what those do with whom something was done."""
    words = statement.words
    before, after = words[at - 1], words[at + 1]
    if before in PREPOSITIONS or before in JOINS or before in _ARTICLES or not is_listed(words[at], "verbs"):
        return False
    goes_on = after not in PREPOSITIONS and after not in JOINS
    return not words[at].endswith(("s", "ing")) and (goes_on or statement.is_plural(at - 1))


def _is_made(words: tuple[str, ...], at: int) -> bool:
    """Whether a label says that a thing of paper or the like was made: "Guidelines are developed"."""
    is_passive = at > 1 and words[at - 1] in AUXILIARIES and words[at] in word_list("done_words")
    return is_passive and not word_list("products").isdisjoint(bases(words[at - 2]))


def _is_done(word: str, before: str) -> bool:
    if before in AUXILIARIES:
        return word in word_list("delivery_words")
    return word in word_list("done_words") or (
        word.endswith("ed") and not word.endswith("eed") and word not in word_list("own_change")
    )


def _ends_or_goes_on(after: str) -> bool:
    """Whether a word in -ed has no object, so that it tells what was done with what stands before it."""
    return not after or after in PREPOSITIONS or after in JOINS or after.endswith("ly") or after in ("out", "up")


def _has_own_verb(statement: Statement, at: int) -> bool:
    verb = statement.verb()
    return 0 <= verb < at and statement.words[verb] not in AUXILIARIES
