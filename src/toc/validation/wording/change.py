"""What a label says of change: its direction, how sure it is, by what means, whose it is, and how far it goes."""

from __future__ import annotations

from toc.validation.wording.statement import PREPOSITIONS, Statement, bases, is_listed
from toc.validation.wording.word_lists import word_list

__all__ = [
    "absolute_word",
    "direction_word",
    "early_word",
    "lasting_word",
    "means_word",
    "says_no_change",
    "says_nobody",
]

_NONE: frozenset[str] = frozenset()
_NOT_MEANS = frozenset(("life", "college", "childhood", "adulthood", "winter", "pregnancy", "adolescence", "to"))
_BUILDING = frozenset(("build", "create", "develop", "establish"))
_BEFORE_PLACES = frozenset(("across", "around", "between", "in", "of", "outside", "within"))
_WHERE = frozenset(("at", "from"))
_MOVING = frozenset(
    ("come", "cycle", "drive", "flow", "get", "go", "move", "pass", "progress", "run", "travel", "walk")
)
_EXCEPTED = frozenset(("ages", "round", "year", "day"))
_TOPICS = frozenset(("how", "what", "why", "where", "when", "which"))


def direction_word(statement: Statement) -> str:
    """Return the first word that says in which direction something is to change, or ""."""
    if statement.words[:1] and statement.words[0] in _TOPICS:
        return ""
    return next((statement.words[at] for at in statement.positions(word_list("change_words"))), "")


def says_no_change(statement: Statement) -> bool:
    """Whether a label only names a thing: no direction, no wanted state, nothing that anybody does."""
    words = statement.words
    if not words or words[0] in _TOPICS:
        return bool(words)
    if direction_word(statement) or words[0] in PREPOSITIONS or (words[0] in _BUILDING and len(words) > 1):
        return False
    states, own = word_list("states"), word_list("own_change") | word_list("done_words")
    is_state = any(word in states or word in own or word.endswith("ed") for word in words)
    return not is_state and statement.verb() < 0 and not _may_be_sentence(statement)


def _may_be_sentence(statement: Statement) -> bool:
    """Whether a label begins with people and goes on with a word that may be what they do."""
    words = statement.words
    if statement.says_what_people_do():
        return True
    return (
        statement.is_plural(0)
        and statement.is_person(0)
        and any(is_listed(word, "noun_verbs") for word in words[1:])
    )


def says_nobody(statement: Statement, also: frozenset[str] = _NONE) -> bool:
    """Whether a label names neither people, a body, a thing or a place nor, in a sentence, what it is about."""
    words = statement.words
    if not words or any(statement.is_person(at, also) for at in range(len(words))) or _names_thing(statement):
        return False
    verb = statement.verb()
    return verb <= 0 or words[verb - 1] in ("and", "or", ",", "/", "that", "which")


def _names_thing(statement: Statement) -> bool:
    """Whether a label says of which things ("clean rivers") or of which place ("in Wales") it speaks."""
    words = statement.words
    if any(word in statement.names and words[at - 1] in _BEFORE_PLACES for at, word in enumerate(words) if at):
        return True
    return any(is_listed(word, "things") and words[at - 1] not in _WHERE for at, word in enumerate(words))


def means_word(statement: Statement) -> str:
    """Return the word with which a label begins to say how the outcome is brought about, or ""."""
    words, means = statement.words, word_list("means")
    for at in range(1, len(words) - 1):
        found = statement.phrase_at(at, means)
        after = words[at + len(found.split()) :]
        if (
            found
            and after
            and _is_means(found, after[0])
            and not (found == "through" and _is_on_the_way(words[at - 1]))
        ):
            return found
    return ""


def _is_on_the_way(before: str) -> bool:
    """Whether "through" says where somebody moves: "go through the gate"."""
    return not _MOVING.isdisjoint(bases(before))


def _is_means(found: str, after: str) -> bool:
    if found == "by":
        return after.endswith("ing") and after not in word_list("times")
    return after not in _NOT_MEANS and after not in word_list("places")


def absolute_word(statement: Statement) -> str:
    """Return the word that leaves no exception, or ""."""
    for at in range(len(statement.words)):
        found = statement.phrase_at(at, word_list("absolutes"))
        if found and not _is_excepted(statement.words, at, found):
            return found
    words = statement.words
    return "no" if words[:1] == ("no",) and words[1:2] not in (("longer",), ("more",)) else ""


def _is_excepted(words: tuple[str, ...], at: int, found: str) -> bool:
    """Whether a word is no claim here: how often ("every day"), "at all", "of all ages"."""
    after = words[at + 1 : at + 3]
    if found == "every":
        return any(is_listed(word, "times") for word in after)
    return found == "all" and (words[max(0, at - 1)] == "at" or (bool(after) and after[0] in _EXCEPTED))


def early_word(statement: Statement) -> str:
    """Return the word for knowing or being aware that is all a label says of change, or ""."""
    words, verb = statement.words, statement.verb()
    found = next((at for at in statement.positions(word_list("knowledge"))), -1)
    if found < 0 or words[found + 1 : found + 3] == ("each", "other"):
        return ""
    does_more = verb >= 0 and words[verb] not in ("is", "are", "have", "has") and verb < found
    return "" if does_more or "," in words else words[found]


def lasting_word(statement: Statement) -> str:
    """Return the word for a condition that takes years to change, or ""; knowing of one is not one."""
    if early_word(statement):
        return ""
    listed = word_list("lasting")
    found = (statement.phrase_at(at, listed) for at in range(len(statement.words)))
    return next((phrase for phrase in found if phrase), "")
