"""What a label names instead of a change: work that is done, what it delivers, or a verb that says nothing."""

from __future__ import annotations

from toc.validation.wording.statement import JOINS, PREPOSITIONS, Statement, bases
from toc.validation.wording.word_lists import word_list

__all__ = ["product_named", "vague_verb", "work_named"]

_NONE: frozenset[str] = frozenset()
_AUXILIARIES = frozenset(("is", "are", "was", "were", "been", "being", "be"))
_BEFORE_A_REST = PREPOSITIONS | JOINS | {"that", "who", "which", "where", "when", "so", ":"}
_COUNTED = frozenset(("number of", "numbers of", "no of", "count of", "total number of"))
_ATTENDING = frozenset(
    (
        *("attend", "attended", "attending", "complete", "completed", "participate", "participated", "receive"),
        "received",
    )
)
_NUMBERS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "fifty"))
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
        *("independence", "interest", "knowledge", "relationship", "resilience", "self-esteem", "sense", "skill"),
        *("strategy", "tie", "trust", "understanding", "work"),
    )
)
"""What people may build, develop or identify for themselves."""

_GROWING = frozenset(
    ("build", "create", "develop", "establish", "identify", "lead", "maintain", "plan", "produce")
)


def work_named(statement: Statement, also: frozenset[str] = _NONE) -> str:
    """Return the word that says what is done by those who run the programme, or ""."""
    return _ordered(statement) or _work_as_noun(statement, also)


def _ordered(statement: Statement) -> str:
    """Return the verb of work with which a label begins ("Provide ...", "Training staff"), or ""."""
    verbs = word_list("work_verbs")
    start = statement.phrase_at(0, verbs)
    if not start and statement.words and statement.words[0].endswith("ing"):
        start = next((base for base in _bases_of_ing(statement.words[0]) if base in verbs), "")
    rest = statement.words[len(start.split()) :]
    if not start or not rest or _is_subject(statement, start, rest):
        return ""
    if len(rest) == 1 and statement.words[0].endswith("ing") and len(bases(rest[0])) == 1:
        return ""  # one thing with a name: "Screening bus"
    return "" if start in _GROWING and _names_gain(rest) else start


def _is_subject(statement: Statement, start: str, rest: tuple[str, ...]) -> bool:
    """Whether what begins like an order is a noun of which something is said: "Training leads to ..."."""
    if rest[0] in _AUXILIARIES or _is_participle(rest[0]) or rest[0] in ("of", "that", "which"):
        return True
    may_be_noun = statement.words[0].endswith("ing") or start in word_list("work_nouns")
    may_be_noun = may_be_noun or start in word_list("noun_verbs")
    return may_be_noun and (statement.plain_verb(1) > 0 or any(word in word_list("change_words") for word in rest))


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
    is_passive = plain > 0 and words[plain] in _AUXILIARIES and not done.isdisjoint(words[plain + 1 : plain + 2])
    if (plain > 0 and not is_passive) or not change.isdisjoint(words[: at + 1]):
        return True
    after = words[at + 1 :]
    if not done.isdisjoint(after[:3]):
        return False
    verb = statement.verb()
    is_whole = verb < 0 or (verb == at and " " in work)
    return not is_whole or (bool(after) and _is_participle(after[0]))


def _heads(words: tuple[str, ...]) -> list[int]:
    """Return where the main word of the label may stand: before the first joint, preposition or verb form."""
    heads = []
    for at, word in enumerate(words):
        ends = at + 1 == len(words) or words[at + 1] in _BEFORE_A_REST or _is_participle(words[at + 1])
        ends = ends or words[at + 1] in _AUXILIARIES
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


def product_named(statement: Statement, _: frozenset[str] = _NONE) -> str:
    """Return the word that says that people were reached or things delivered, or ""."""
    words = statement.words
    counted = statement.phrase_at(0, _COUNTED)
    if counted:
        return counted
    if words and (words[0][0].isdigit() or words[0] in _NUMBERS):
        for word in words[1:5]:
            if word in _ATTENDING:
                return word
    return _delivered(statement)


def _delivered(statement: Statement) -> str:
    """Return the word for delivering with which a label says what has been done with its subject, or ""."""
    words, change = statement.words, word_list("change_words")
    for at in range(1, len(words)):
        word, before = words[at], words[at - 1]
        if word in PREPOSITIONS or before in change or before in ("that", "who", "which"):
            return ""
        if before in JOINS or not _is_done(word, before):
            continue
        if _ends_or_goes_on(words[at + 1] if at + 1 < len(words) else "") and not _has_own_verb(statement, at):
            return "" if statement.plain_verb(at + 1) > 0 else word
    return ""


def _is_done(word: str, before: str) -> bool:
    if before in _AUXILIARIES:
        return word in word_list("delivery_words")
    return word in word_list("done_words") or (
        word.endswith("ed") and not word.endswith("eed") and word not in word_list("own_change")
    )


def _ends_or_goes_on(after: str) -> bool:
    """Whether a word in -ed has no object, so that it tells what was done with what stands before it."""
    return not after or after in PREPOSITIONS or after in JOINS or after.endswith("ly") or after in ("out", "up")


def _has_own_verb(statement: Statement, at: int) -> bool:
    verb = statement.verb()
    return 0 <= verb < at and statement.words[verb] not in _AUXILIARIES


def _is_participle(word: str) -> bool:
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
    is_noun = words[1:2] and (words[1] in _AUXILIARIES or (found == "foster" and statement.is_person(1)))
    if found and not is_noun:
        return found
    return next((words[at] for at in range(1, len(words)) if _is_vague_passive(words, at, vague)), "")


def _is_vague_passive(words: tuple[str, ...], at: int, vague: frozenset[str]) -> bool:
    stem = words[at].removesuffix("d")
    is_vague = words[at].endswith("ed") and (stem in vague or stem.removesuffix("e") in vague)
    is_vague = is_vague and words[at] not in ("supported", "considered", "involved", "inspired", "advanced")
    return is_vague and (at + 1 == len(words) or words[at - 1] in _AUXILIARIES)
