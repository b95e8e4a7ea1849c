"""How the scores were worked out and what they are of, so that anybody can make the same page again."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from toc.reports.cards.card import Row, Section, Table
from toc.scoring import Bands, Provenance, Scores

__all__ = ["method_section", "provenance_facts", "provenance_section"]

_KINDS = {
    "counts": "published counts",
    "pre_post": "percentages before and after",
    "readings": "readings of people",
}
_WITHHELD = "left out, since hidden numbers could be found by trying which of them give it"
_BARS = (
    "A bar is the share improved, on a scale from 0 to 100 %; the line across its end is the 95 % interval. The "
    "words beside it say the same."
)
_INTERVAL = "A share improved has its 95 % interval (Wilson) in brackets."
_SPANS = (
    "A bar reaches from the per cent before to the per cent after, where the dot is, on a scale from 0 to 100 %."
)
_FEW = "n<10, n<5: few pairs, so read the counts and not the share."


def method_section(scores: Scores) -> Section:
    """Return how the scores were worked out and how the page is to be read."""
    title = "How this was worked out, and how to read it"
    if scores.data == "pre_post":
        return Section(title=title, points=scores.notes, of_bars=(_SPANS,))
    reading = (_INTERVAL, f"{Bands()} (to the nearest per cent).", _FEW)
    return Section(title=title, points=(*scores.notes, *reading), of_bars=(_BARS,))


def provenance_section(scores: Scores) -> Section:
    """Return what the scores are of: the model's words, the data's bytes, the rule, the options, the program."""
    rows = tuple(Row(what, (words,)) for what, words in provenance_facts(scores))
    table = Table(caption="What this page was made from", columns=("What", "Which"), rows=rows, own_labels=False)
    words = "The same model, data, options and version of the program give this page again, byte for byte."
    return Section(title="Where this comes from", paragraphs=(words,), tables=(table,))


def provenance_facts(scores: Scores) -> Iterator[tuple[str, str]]:
    """Yield what scores are of and how they were made, each with its words, without what is withheld."""
    known = scores.provenance
    if known is not None:
        yield "Model", known.model if known.version is None else f"{known.model}, version {known.version}"
        yield "Fingerprint of the model", _WITHHELD if _tells_of_coverage(scores) else known.fingerprint
    yield "Data", f"{scores.source} ({_KINDS[scores.data]})"
    if known is not None:
        yield (
            "SHA-256 of the data",
            _digest(known, withheld=scores.publication is not None),
        )
    yield "Rule", scores.rule or "none: percentages cannot be added"
    yield "Unit", scores.unit
    if scores.data == "readings":
        yield "Change", scores.change.told
    if scores.by:
        yield "Also by", ", ".join(scores.by)
    if scores.informant is not None:
        yield "Only the informant", scores.informant
    if scores.comparison is not None:
        yield "Sites", "compared with all of them together"
    if scores.targets is not None:
        yield "Targets", "compared with what was observed"
    yield "Tests", "of every indicator" if scores.tests else "none asked for"
    yield "For publication", _publication(scores)
    yield "Program", f"theory-of-change {version('theory-of-change')}"


def _digest(known: Provenance, *, withheld: bool) -> str:
    if known.data.sha256 is None:
        return (
            f"none: {known.data.table or 'a table of a database'}"
            if known.data.kind == "database"
            else "none: rows or a table given in memory"
        )
    return _WITHHELD if withheld else known.data.sha256


def _tells_of_coverage(scores: Scores) -> bool:
    """Tell whether the model holds a number that is hidden: with published counts coverage is the model's own."""
    return scores.publication is not None and scores.publication.coverage_hidden and scores.data == "counts"


def _publication(scores: Scores) -> str:
    chosen = scores.publication
    if chosen is None:
        return "no: small numbers are shown"
    zeros = "zeros hidden" if chosen.zeros_hidden else "zeros shown"
    return f"yes: numbers below {chosen.threshold} hidden, {zeros}"
