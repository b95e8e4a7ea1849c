"""What joins several outcomes in one label."""

from __future__ import annotations

from collections.abc import Iterator

from toc.validation.wording.statement import JOINS, PREPOSITIONS, Statement, bases, is_listed
from toc.validation.wording.word_lists import word_list

__all__ = ["several_outcomes"]

_NONE: frozenset[str] = frozenset()
_CONSEQUENCES = frozenset(("so that", "leading to", "resulting in", "which leads to", "in order to"))
_CONSEQUENT = frozenset(phrase.partition(" ")[0] for phrase in _CONSEQUENCES)
_AS_WELL_AS = ("as", "well", "as")
_OF_AGES = frozenset(("above", "below", "more", "older", "over", "under", "younger"))
_QUESTIONS = frozenset(("how", "what", "when", "where", "which", "who", "whom", "why"))
_MEASURES = frozenset(("feelings", "level", "levels", "rate", "rates", "sense", "amount", "degree"))
_BEFORE_A_NOUN = frozenset(("a", "an", "the", "their", "its", "his", "her", "our", "other", "young", "older"))
_OF_ADJECTIVES = ("able", "al", "ary", "ed", "ful", "ible", "ic", "ing", "ive", "less", "ous", "y")
_OF_CHANGES = ("ance", "ence", "ing", "ion", "ism", "ity", "ment", "ness", "ship", "ships", "ty", "ure")


def several_outcomes(statement: Statement, also: frozenset[str] = _NONE) -> str:
    """Return the word or sign that joins two outcomes, or "".

    Two kinds of people, two places, two words for one thing ("health and safety") and two qualities of one
    thing ("safe and stable homes") are one outcome. `also` are further pairs that are one.
    """
    words = statement.words
    for at, word in enumerate(words) if not _CONSEQUENT.isdisjoint(words) else ():
        found = at and word in _CONSEQUENT and statement.phrase_at(at, _CONSEQUENCES)
        if found:
            return found
    if JOINS.isdisjoint(words):
        return _said_as_well(words)
    verb = statement.verb()
    joined = (" ".join(words[a:b]) for a, b in _joints(words) if _joins_two(statement, a, b, verb, also))
    return next(joined, "") or _said_as_well(words)


def _said_as_well(words: tuple[str, ...]) -> str:
    """Return "as well as" where another change follows; otherwise it compares ("read as well as others")."""
    change = word_list("change_words")
    ends = (
        at + len(_AS_WELL_AS) for at in range(1, len(words)) if words[at : at + len(_AS_WELL_AS)] == _AS_WELL_AS
    )
    return " ".join(_AS_WELL_AS) if any(end < len(words) and words[end] in change for end in ends) else ""


def _joints(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield from where to where each joint between two words reaches; "and/or" is one."""
    at = 1
    while at < len(words) - 1:
        end = at
        while end < len(words) and words[end] in JOINS:
            end += 1
        if at < end < len(words):
            yield at, end
        at = max(end, at + 1)


def _joins_two(statement: Statement, start: int, end: int, verb: int, also: frozenset[str]) -> bool:
    words = statement.words
    left, right = words[start - 1], words[end]
    if words[start:end] in ((",",), (";",)):
        change = word_list("change_words")
        goes_on = right in change or is_listed(right, "verbs")
        return goes_on and any(word in change for word in words[:start])
    is_one = (
        _is_one_pair(left, right, also)
        or (left in word_list("places") and right in word_list("places"))
        or (statement.is_person(start - 1) and _has_person(statement, end))
        or right in _QUESTIONS
        or (left[0].isdigit() and (right[0].isdigit() or right in _OF_AGES))
        or (left in statement.names and right in statement.names)
        or (start - 1 == verb and words[-1] == "together")
        or _names_one_body(statement, start, end, verb)
        or (right in PREPOSITIONS and right != "to" and right in words[max(0, start - 6) : start])
        or _are_qualities_of_one(words, start, end)
        or _are_in_one_complement(statement, start, verb)
        or _is_one_subject(statement, start, end, verb)
    )
    return not is_one and _are_changes(statement, start, end, verb)


def _is_one_pair(left: str, right: str, also: frozenset[str]) -> bool:
    pairs = word_list("pairs")
    return any(
        pair in pairs or pair in also
        for a in bases(left)
        for b in bases(right)
        for pair in (f"{a} {b}", f"{b} {a}", f"{a} and {b}")
    )


def _has_person(statement: Statement, at: int) -> bool:
    """Whether what begins at a word, its articles and qualities aside, is people or a body."""
    words = statement.words
    while at < len(words) - 1 and words[at] in _BEFORE_A_NOUN:
        at += 1
    return any(statement.is_person(one) for one in range(at, min(at + 2, len(words))))


def _are_qualities_of_one(words: tuple[str, ...], start: int, end: int) -> bool:
    """Whether two words qualify one thing after them, or a slash joins two participles."""
    after = words[end + 1] if end + 1 < len(words) else ""
    left, right = words[start - 1], words[end]
    goes_on = bool(after) and after not in PREPOSITIONS and after not in JOINS
    if words[start:end] == ("/",):
        return goes_on or (left.endswith("ed") and right.endswith("ed"))
    return goes_on and not _is_quality(after) and _is_quality(left) and _is_quality(right)


def _names_one_body(statement: Statement, start: int, end: int, verb: int) -> bool:
    """Whether two words at the beginning say which people or body acts: "Search and rescue teams arrive"."""
    is_body = start == 1 and end + 1 < len(statement.words) and statement.is_person(end + 1)
    return is_body and not 0 <= verb <= end


def _is_quality(word: str) -> bool:
    return word in word_list("states") or word in word_list("change_words") or word.endswith(_OF_ADJECTIVES)


def _are_in_one_complement(statement: Statement, start: int, verb: int) -> bool:
    """Whether what is joined only says of what or where the one change is: "the risk of ... and ..."."""
    words, change = statement.words, word_list("change_words")
    said = max((at for at in range(start) if at == verb or words[at] in change), default=-1)
    between = words[said + 1 : start - 1] if said >= 0 else ()
    return any(
        word in PREPOSITIONS and word != "to" and words[said + at] not in _MEASURES
        for at, word in enumerate(between)
    )


def _is_one_subject(statement: Statement, start: int, end: int, verb: int) -> bool:
    """Whether what is joined stands before the verb and nothing is said to change: who or what it is about."""
    if verb <= end or statement.is_person(start - 1):
        return verb > end
    change = word_list("change_words")
    return not any(word in change for word in statement.words)


def _are_changes(statement: Statement, start: int, end: int, verb: int) -> bool:
    """Whether the two are outcomes in themselves: after a verb, two things that people use or do are not."""
    if not 0 <= verb < start:
        return True
    words, change, states = statement.words, word_list("change_words"), word_list("states")
    after = words[end + 1] if end + 1 < len(words) else ""
    may_go_on = start - 1 == verb or bool(after and after not in PREPOSITIONS and not after.endswith("ly"))
    return any(
        word in change
        or word in states
        or word.endswith(_OF_CHANGES)
        or (is_listed(word, "verbs") and (may_go_on or not is_listed(word, "noun_verbs")))
        for word in (words[start - 1], words[end])
    ) or any(word in change for word in words)
