"""A `View` made from a theory: what the figure shows and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from toc.diagram.choice import Choice, check_box
from toc.diagram.factored_view import factored_view
from toc.diagram.figure_notes import figure_notes
from toc.diagram.figure_words import figure_words
from toc.diagram.flagged_view import flagged_view
from toc.diagram.highlighted_view import highlighted_view
from toc.diagram.indicated_view import indicated_view
from toc.diagram.merged_links import merged_link
from toc.diagram.shown import Shown, all_links, shown_boxes
from toc.diagram.view import Badge, Column, StageLink, Strand, Support, View, ViewBox, ViewGroup, ViewLink
from toc.errors import TocError
from toc.loading.nearest import shown as shown_word
from toc.model import ColumnName, Link, Text, TheoryOfChange

__all__ = ["languages_of", "view_of"]

ALL = Choice()
"""The whole theory."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """A theory as it is told in one figure: in which language, and which part of it."""

    theory: TheoryOfChange
    language: str
    choice: Choice

    def words(self, text: Text) -> str:
        """Return a text in the language of the figure, or its default words where it has none."""
        return text.in_language(self.language)

    def heading(self, stage: ColumnName) -> str:
        """Return the heading of a stage or role: the model's own, or the usual one in that language."""
        own = self.theory.stage_labels.get(stage)
        return self.words(own) if own else figure_words(self.language)[f"heading_{stage}"]

    def without_words(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return those of these boxes, and of the strands, whose labels are not in the language of the figure."""
        entries = {**self.theory.strands, **self.theory.factors, **self.theory.boxes}
        return tuple(key for key in (*self.theory.strands, *keys) if not self.has_words(entries[key].label))

    def has_words(self, text: Text) -> bool:
        """Say whether a text is in the language of the figure; one that names none is in that of the model."""
        return self.language in text.languages if text.languages else self.language == self.theory.language

    def strands_of(self, key: str) -> tuple[str, ...]:
        """Return the strands of a box, all of them also in the figure of one: it looks as in that of the whole."""
        return self.theory.boxes[key].strand if key in self.theory.boxes else ()

    def asides_of(self, key: str, frame: str | None) -> tuple[str, ...]:
        """Return what a part says of its whole where parts of any depth are shown, and no frame says it."""
        whole = self.theory.boxes[key].part_of
        if self.choice.opened is None or whole is None or whole == frame or whole not in self.theory.boxes:
            return ()
        label = self.words(self.theory.boxes[whole].label)
        return (figure_words(self.language)["part_of"].format(label=label),)


def view_of(
    theory: TheoryOfChange,
    *,
    choice: Choice = ALL,
    highlight: str | None = None,
    evidence: bool = False,
    assumptions: bool = False,
    indicators: bool = False,
    factors: bool = False,
    language: str | None = None,
    badges: Mapping[str, Badge] | None = None,
    about: str = "",
    notes: Sequence[str] = (),
) -> View:
    """Return what the figure of a theory shows.

    `choice` limits it to a part; `highlight` sets off what leads to a box and where it leads; `evidence` shows
    by the line of an arrow what studies say of it, `assumptions` puts the number of what is assumed on each link
    and its words into the footer, `indicators` those of each outcome at its box, `factors` what surrounds the
    theory below the columns and a letter at what it acts on. `language` chooses among the languages of its
    labels (default: that of the model); `badges` are lines under boxes by id; `about` says in the title what
    they are; `notes` are further footer lines. Raises `TocError` for a strand, box, population or language that
    the theory does not have, or where nothing is left to draw.
    """
    if choice.bare:
        full = replace(choice, bare=False)
        plain = view_of(theory, choice=full, evidence=evidence, language=language, about=about)
        return _saying(plain, scores=badges, indicators=indicators, factors=factors, assumptions=assumptions)
    telling = _telling(theory, language, choice)
    shown = _shown(theory, choice)
    view = View(
        title=_title(telling, about, figure_words(telling.language)["evidence"] if evidence else ""),
        subtitle=". ".join(_subtitles(telling, choice, highlight)),
        columns=tuple(Column(stage, telling.heading(stage)) for stage in shown.columns),
        strands=_strands(telling, shown),
        boxes=tuple(_box(telling, key, group, badges or {}) for key, group in shown.boxes.items()),
        groups=tuple(_group(telling, key) for key in shown.groups),
        links=_links(all_links(theory), shown, choice, evidence=evidence),
        stage_links=_stage_links(theory, shown, evidence=evidence),
        notes=(*notes, *figure_notes(theory, shown, telling.language, choice, lines=not evidence, around=factors)),
        language=telling.language,
        strand_labels=tuple((key, telling.words(one.label)) for key, one in theory.strands.items()),
        other_words=telling.without_words((*shown.boxes, *shown.groups)),
    )
    view = flagged_view(view, theory, shown) if assumptions else view
    view = indicated_view(view, theory, shown) if indicators else view
    view = factored_view(view, theory, shown, telling.heading) if factors else view
    return view if highlight is None else highlighted_view(view, theory, shown, highlight)


def _shown(theory: TheoryOfChange, choice: Choice) -> Shown:
    shown = shown_boxes(
        theory, partial(choice.keep, theory) if choice.leaves_out else None, choice.opened, choice.closed
    )
    if not shown.boxes:
        raise TocError("There is nothing to draw: no box stands in a column of the figure.")
    return shown


def _saying(view: View, **asked: object) -> View:
    """Return a view that says which of the things that were asked for are not in it."""
    words = figure_words(view.language)
    missing = ", ".join(words[f"not_here_{name}"] for name, is_asked in asked.items() if is_asked)
    return replace(view, notes=(words["not_here"].format(what=missing), *view.notes)) if missing else view


def _telling(theory: TheoryOfChange, language: str | None, choice: Choice) -> _Telling:
    choice.check(theory)
    if language is not None and language not in languages_of(theory):
        there = ", ".join(languages_of(theory))
        way_out = f"Write them as `label: {{en: ..., {shown_word(language)}: ...}}` (docs/figure.md, Languages)."
        raise TocError(f'This model has no words in "{shown_word(language)}".', hint=f"It has: {there}. {way_out}")
    return _Telling(theory, language or theory.language, choice)


def _subtitles(telling: _Telling, choice: Choice, highlight: str | None) -> Iterator[str]:
    theory, words = telling.theory, figure_words(telling.language)
    if choice.strand is not None:
        yield telling.words(theory.strands[choice.strand].label)
    if choice.who is not None:
        yield words["who"].format(label=telling.words(theory.populations[choice.who].label))
    for key, box in (("chain", choice.chain), ("highlight", highlight)):
        if box is not None:
            check_box(theory, box)
            entry = theory.boxes.get(box) or theory.factors[box]
            yield words[key].format(label=telling.words(entry.label))


def languages_of(theory: TheoryOfChange) -> tuple[str, ...]:
    """Return the languages of which a theory has any words, its own first."""
    entries = (*theory.boxes.values(), *theory.factors.values(), *theory.strands.values())
    texts = (theory.title, *theory.stage_labels.values(), *(entry.label for entry in entries))
    return tuple(dict.fromkeys((theory.language, *(code for text in texts for code in text.languages))))


def _title(telling: _Telling, *about: str) -> str:
    title, site = telling.words(telling.theory.title), telling.theory.site
    name = telling.words(site.name) if site else ""
    named = ": ".join(filter(None, (title, "" if name in title else name)))
    # A second colon would be hard to read.
    return (" – " if ":" in named else ": ").join(filter(None, (named, ", ".join(filter(None, about)))))


def _strands(telling: _Telling, shown: Shown) -> tuple[Strand, ...]:
    # What belongs to several strands is drawn as shared, so only a strand with something of its own has a look.
    own = (telling.strands_of(key) for key in (*shown.boxes, *shown.groups))
    used = {strands[0] for strands in own if len(strands) == 1}
    every = enumerate(telling.theory.strands.items())
    return tuple(Strand(key, telling.words(strand.label), place) for place, (key, strand) in every if key in used)


def _box(telling: _Telling, key: str, group: str | None, badges: Mapping[str, Badge]) -> ViewBox:
    if key in telling.theory.factors:
        factor = telling.theory.factors[key]
        return ViewBox(key, telling.words(factor.label), factor.role)
    box = telling.theory.boxes[key]
    return ViewBox(
        key,
        telling.words(box.label),
        box.stage,
        telling.strands_of(key),
        group,
        badges.get(key),
        stage_inferred=box.basis == "inferred",
        asides=telling.asides_of(key, group),
    )


def _group(telling: _Telling, key: str) -> ViewGroup:
    box = telling.theory.boxes[key]
    return ViewGroup(key, telling.words(box.label), box.stage, telling.strands_of(key))


def _links(links: tuple[Link, ...], shown: Shown, choice: Choice, *, evidence: bool) -> tuple[ViewLink, ...]:
    """Draw each link at the boxes that stand for its ends, once, on the strongest basis among those merged.

    Of several links drawn as one all studies count, and the lowest confidence.
    """
    drawn: dict[tuple[str, str], ViewLink] = {}
    for link in links:
        source, target = shown.end(link.source), shown.end(link.target)
        if source is None or target is None or _is_within(source, target, shown):
            continue
        if not choice.keeps_link(source, target):
            continue
        support = _support_of(link) if evidence else None
        new = ViewLink(source, target, link.basis, link.feedback, link.polarity == "negative", support=support)
        old = drawn.get((source, target))
        drawn[source, target] = merged_link(old, new) if old else new
    return tuple(drawn.values())


def _support_of(link: Link) -> Support:
    return Support(link.evidence.for_, link.evidence.against, link.confidence)


def _is_within(source: str, target: str, shown: Shown) -> bool:
    return source == target or shown.boxes.get(source) == target or shown.boxes.get(target) == source


def _stage_links(theory: TheoryOfChange, shown: Shown, *, evidence: bool) -> tuple[StageLink, ...]:
    pairs = ((pair.split(" -> "), link) for pair, link in theory.stage_links.items())
    return tuple(
        StageLink(source, target, link.basis, Support() if evidence else None)
        for (source, target), link in pairs
        if source in shown.columns and target in shown.columns
    )
