"""What a label names instead of a change: work that is done, or a verb that says nothing."""

from __future__ import annotations

from toc.validation.wording.statement import JOINS, PREPOSITIONS, Statement, bases, is_listed
from toc.validation.wording.word_lists import word_list

__all__ = ["AUXILIARIES", "is_participle", "vague_verb", "work_named"]

_NONE: frozenset[str] = frozenset()
AUXILIARIES = frozenset(("is", "are", "was", "were", "been", "being", "be"))
_BEFORE_A_REST = PREPOSITIONS | JOINS | {"that", "who", "which", "where", "when", "so", ":"}
_GAINS = frozenset(
    (
        *(
            "ability",
            "bond",
            "capability",
            "capacity",
            "community",
            "confidence",
            "friendship",
            "habit",
            "identity",
        ),
        *(
            "independence",
            "interest",
            "knowledge",
            "life",
            "live",
            "relationship",
            "resilience",
            "self-esteem",
            "sense",
            "skill",
        ),
        *("strategy", "tie", "trust", "understanding", "work"),
    )
)
"""What people may build, develop or identify for themselves."""

_ANNOUNCED = frozenset(("to", "we will", "we shall", "the project will", "the programme will", "the service will"))
_ARTICLES = frozenset(("a", "an", "the", "our", "their", "this", "each", "every"))
_BODIES = frozenset(("staff",))
"""People whose name is a verb of work too."""

_WITH_TWO_OBJECTS = frozenset(
    ("ask", "build", "hold", "host", "launch", "offer", "pay for", "run", "send", "show")
)
"""Verbs of work that are no noun before another noun."""

_NOUNS_TOO = frozenset(
    (
        *(
            "audit",
            "brief",
            "coach",
            "document",
            "draft",
            "fund",
            "guide",
            "hire",
            "lead",
            "map",
            "mentor",
            "monitor",
        ),
        *("pilot", "place", "print", "purchase", "schedule", "screen", "track", "train"),
    )
)
"""Verbs of work that are a noun before another noun: "guide dogs", "lead teachers"."""

_OF_THEIR_OWN = frozenset((("ask", "for"), ("organise", "themselves"), ("plan", "ahead"), ("plan", "to")))
"""Verbs of work, and what follows them where people do so for themselves."""

_FOOD = frozenset(("breakfast", "dinner", "food", "fruit", "lunch", "meal", "vegetable"))

_WITH_VERB = 3
"""Words of a sentence whose subject is two words."""

_GROWING = frozenset(
    ("build", "create", "develop", "establish", "identify", "lead", "maintain", "plan", "produce")
)


def work_named(statement: Statement, also: frozenset[str] = _NONE) -> str:
    """Return the word that says what is done by those who run the programme, or ""."""
    return _ordered(statement) or _work_as_noun(statement, also)


def _ordered(statement: Statement) -> str:
    """Return the verb of work with which a label begins ("Provide ...", "Training staff"), or ""."""
    verbs = word_list("work_verbs")
    at, start = _begins_at(statement), ""
    if at < len(statement.words):
        start = statement.phrase_at(at, verbs)
        if not start and statement.words[at].endswith("ing"):
            start = next((base for base in _bases_of_ing(statement.words[at]) if base in verbs), "")
    rest = statement.words[at + len(start.split()) :]
    if not start or not rest or (at == 0 and _is_subject(statement, start, rest)):
        return ""
    if len(rest) == 1 and statement.words[at].endswith("ing") and len(bases(rest[0])) == 1:
        return ""  # one thing with a name: "Screening bus"
    return "" if start in _GROWING and _names_gain(rest) else start


def _begins_at(statement: Statement) -> int:
    """Return where a label begins, what announces its verb left out: "to", "we will"."""
    return len(statement.phrase_at(0, _ANNOUNCED).split())


def _is_subject(statement: Statement, start: str, rest: tuple[str, ...]) -> bool:
    """Whether what begins like an order is a noun of which something is said: "Training leads to ..."."""
    if rest[0] in AUXILIARIES or is_participle(rest[0]) or rest[0] in ("of", "that", "which"):
        return True
    if start in _BODIES:
        return rest[0] not in _ARTICLES
    if (start, rest[0]) in _OF_THEIR_OWN or _is_own_meal(start, rest) or _is_compound_that_does(statement, start):
        return True
    may_be_noun = statement.words[0].endswith("ing") or start in word_list("work_nouns")
    may_be_noun = may_be_noun or start in word_list("noun_verbs")
    return may_be_noun and (statement.plain_verb(1) > 0 or any(word in word_list("change_words") for word in rest))


def _is_own_meal(start: str, rest: tuple[str, ...]) -> bool:
    """Whether people buy or grow food, and for nobody else: an order of daily life, not of a programme."""
    if start not in ("buy", "grow") or "for" in rest:
        return False
    return any(base in _FOOD for word in rest for base in bases(word))


def _is_compound_that_does(statement: Statement, start: str) -> bool:
    """Whether a noun begins a sentence: "Design teams involve ...", "Guide dogs help ...", "Mentoring lasts"."""
    words = statement.words
    is_name = words[0].endswith("ing")
    if not (is_name or start in _NOUNS_TOO or start in word_list("work_nouns") or is_listed(start, "noun_verbs")):
        return False
    if start in _WITH_TWO_OBJECTS:
        return False
    if is_name and words[1].endswith("s") and is_listed(words[1], "verbs") and not statement.is_person(1):
        return True
    if len(words) < _WITH_VERB or not statement.is_plural(1):
        return False
    verb, after = words[2], words[3] if len(words) > _WITH_VERB else ""
    is_verb = is_listed(verb, "verbs") and not is_participle(verb) and not verb.endswith("s")
    goes_on = bool(after) and after not in _BEFORE_A_REST
    is_free = (
        not is_listed(verb, "noun_verbs") or goes_on or (is_name and not after and not statement.is_person(1))
    )
    return (is_verb and is_free) or is_listed(words[-1], "change_words")


def _is_name_of_two(statement: Statement) -> bool:
    """Whether a vague verb is half of a name of which something is said: "Support workers spot ..."."""
    words = statement.words
    if not is_listed(words[1], "compound_heads") or words[2:3] == ("to",):
        return False
    said = any(is_listed(word, "change_words") or is_listed(word, "verbs") for word in words[2:])
    return said or statement.plain_verb(2) > 0


def _names_gain(rest: tuple[str, ...]) -> bool:
    """Whether what is built or developed is something in people, among the words before the next preposition."""
    for word in rest:
        if any(base in _GAINS for base in bases(word)):
            return True
        if word in PREPOSITIONS:
            return False
    return False


def _work_as_noun(statement: Statement, also: frozenset[str]) -> str:
    """Return the name of work that is a label's main word, or that is said to be delivered, or ""."""
    words = statement.words
    for at in _heads(words):
        found = _work_at(words, at, also)
        if found and not _is_told_of(statement, at, found):
            return found
    return ""


def _is_told_of(statement: Statement, at: int, work: str) -> bool:
    """Whether more is said of the work than that it took place: that it grew, or what came of it."""
    words, done, change = statement.words, word_list("done_words"), word_list("change_words")
    plain = statement.plain_verb(1)
    is_passive = plain > 0 and words[plain] in AUXILIARIES and not done.isdisjoint(words[plain + 1 : plain + 2])
    if (plain > 0 and not is_passive) or not change.isdisjoint(words[: at + 1]):
        return True
    after = words[at + 1 :]
    if not done.isdisjoint(after[:3]):
        return False
    verb = statement.verb()
    is_whole = verb < 0 or (verb == at and " " in work)
    return not is_whole or (bool(after) and is_participle(after[0]))


def _heads(words: tuple[str, ...]) -> list[int]:
    """Return where the main word of the label may stand: before the first joint, preposition or verb form."""
    heads = []
    for at, word in enumerate(words):
        ends = at + 1 == len(words) or words[at + 1] in _BEFORE_A_REST or is_participle(words[at + 1])
        ends = ends or words[at + 1] in AUXILIARIES
        if word in PREPOSITIONS:
            break
        if ends and word not in JOINS:
            heads.append(at)
            if at + 1 < len(words) and words[at + 1] not in JOINS:
                break
    return heads


def _work_at(words: tuple[str, ...], at: int, also: frozenset[str]) -> str:
    nouns = word_list("work_nouns")
    two = " ".join(words[max(0, at - 1) : at + 1])
    if two in nouns or (words[at] == "work" and at > 0 and words[at + 1 : at + 2] == ("with",)):
        return two
    return next((base for base in bases(words[at]) if base in nouns or base in also), "")


def is_participle(word: str) -> bool:
    """Say whether a word tells what was done with something, or what has become of it."""
    return word in word_list("done_words") or word in word_list("own_change")


def _bases_of_ing(word: str) -> tuple[str, ...]:
    stem = word.removesuffix("ing")
    undoubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return (stem, f"{stem}e", undoubled)


def vague_verb(statement: Statement, also: frozenset[str] = _NONE) -> str:
    """Return the verb that does not say what is to be seen, or ""."""
    words, vague = statement.words, word_list("vague_verbs") | also
    found = statement.phrase_at(0, vague)
    if not found and words and words[0].endswith("ing"):
        found = next((base for base in _bases_of_ing(words[0]) if base in vague), "")
    is_noun = words[1:2] and (
        words[1] in AUXILIARIES
        or (found == "foster" and statement.is_person(1))
        or (found == words[0] and (_is_name_of_two(statement) or _is_what_comes(statement)))
    )
    if found and not is_noun:
        return found
    return next((words[at] for at in range(1, len(words)) if _is_vague_passive(words, at, vague)), "")


def _is_what_comes(statement: Statement) -> bool:
    """Whether a vague verb is a noun of which something is said: "Help arrives", "Support from peers lasts"."""
    words = statement.words
    if words[1] in ("at", "for", "from", "with"):
        return any(word.endswith("s") and is_listed(word, "verbs") for word in words[3:])
    return words[1].endswith("s") and is_listed(words[1], "verbs") and not is_listed(words[1], "noun_verbs")


def _is_vague_passive(words: tuple[str, ...], at: int, vague: frozenset[str]) -> bool:
    stem = words[at].removesuffix("d")
    is_vague = words[at].endswith("ed") and (stem in vague or stem.removesuffix("e") in vague)
    is_vague = is_vague and words[at] not in ("supported", "considered", "involved", "inspired", "advanced")
    return is_vague and (at + 1 == len(words) or words[at - 1] in AUXILIARIES)
