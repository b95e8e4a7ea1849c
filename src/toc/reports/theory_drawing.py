"""`Drawing` of a theory as it is asked for, or of what changed from one to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from toc.comparison import Changes
from toc.diagram import Choice, View, blank_view, view_of
from toc.diagram.figure_words import figure_words
from toc.diagram.splits import split_theory
from toc.diagram.theme import Theme
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.reports.chosen_theme import chosen_theme
from toc.reports.compared_drawing import draw_changes
from toc.reports.draw_wishes import check_wishes
from toc.reports.drawing import Drawing, drawing_of, page_name
from toc.reports.drawn_pages import check_split
from toc.reports.score_badges import badge_note, badges_of
from toc.scoring import Scores

__all__ = ["draw"]


def draw(
    theory: TheoryOfChange | Changes,
    *,
    page: str = "A4",
    scores: Scores | None = None,
    strand: str | None = None,
    chain: str | None = None,
    who: str | None = None,
    highlight: str | None = None,
    evidence: bool = False,
    assumptions: bool = False,
    indicators: bool = False,
    factors: bool = False,
    blank: bool = False,
    boxes: int | None = None,
    language: str | None = None,
    theme: str | Path = "default",
    split: str | None = None,
) -> Drawing:
    """Draw a theory of change as a figure of columns and strands, on one page or on several, or what changed.

    `scores` puts a line under every outcome. `strand` limits the figure to one strand, `chain` to what leads to
    one box, `who` to one population; `highlight` sets off what leads to a box and where it leads, `evidence` shows
    what studies say of each link, `assumptions` numbers what is assumed of it, `indicators` shows at each outcome
    what measures it, `factors` what surrounds the theory and what it acts on. `blank` leaves the boxes empty, to
    write in: as many as there are, or `boxes` in each column. `language` ("cy") chooses among the languages of the
    model's own words; `theme` is "default", "grey", "contrast" or a file with colours of your own. `split` divides
    the figure into an overview and a page for each "strand", for each last "outcome" or for each whole with its
    parts ("detail"); "auto" does so where one page could not be read. Raises `TocError` for an id, page or theme
    that there is not, for colours that are hard to tell apart, for nothing to split by, and for wishes that
    contradict one another.

    Of changes (`toc.diff`) it is the newer theory with signs on what differs, limited by `strand`, `chain` and
    `who` to what either theory shows of it; nothing else can be asked of it but `page`, `language` and `theme`.
    """
    _check_types(theory, scores)
    ids = {
        "strand": strand, "chain": chain, "who": who, "highlight": highlight, "language": language, "split": split,
    }  # fmt: skip
    shown = {"evidence": evidence, "assumptions": assumptions, "indicators": indicators, "factors": factors}
    check_wishes(ids=ids, scored=scores is not None, shown=shown, blank=blank, boxes=boxes)
    if isinstance(theory, Changes):
        others = {"scores": scores, **shown, "highlight": highlight, "blank": blank, "split": split}
        wishes = {key: value for key, value in ids.items() if key not in others}
        return _drawn_changes(theory, others, page=page, theme=theme, **wishes)
    page_name(page)
    told = {**shown, "language": language, **_scored(theory, scores, language or theory.language)}
    show = partial(_view, theory, chosen_theme(theme, len(theory.strands)), told)
    worksheet = partial(blank_view, boxes=boxes) if blank else None
    return _drawn(theory, show, Choice(strand, chain, who), worksheet, page=page, split=split, highlight=highlight)


def _drawn(
    theory: TheoryOfChange,
    show: Callable[..., View],
    choice: Choice,
    worksheet: Callable[[View], View] | None,
    *,
    page: str,
    split: str | None,
    highlight: str | None,
) -> Drawing:
    """Return a drawing on one page, or, but for a worksheet and a highlighted path, one that can be divided."""
    if worksheet or highlight:
        view = show(choice, highlight=highlight)
        return drawing_of(worksheet(view) if worksheet else view, page, theory)
    splits = cache(partial(split_theory, theory, show=show, choice=choice))
    check_split(split, splits)
    return replace(drawing_of(show(choice), page, theory), split=split, splits=splits)


def _check_types(theory: object, scores: object) -> None:
    if not isinstance(theory, TheoryOfChange | Changes):
        raise TocError("toc.draw wants a theory of change.", hint="Load one first: toc.load(path).")
    if not isinstance(scores, Scores | None):
        raise TocError("`scores` must be scores.", hint="Make them first: toc.score(theory, data).")


def _drawn_changes(changes: Changes, others: Mapping[str, object], **wishes: Any) -> Drawing:
    for name, value in others.items():
        if value is not None and value is not False:
            raise TocError(f"What changed is drawn without `{name}`.", hint="Draw the newer theory to see it.")
    return draw_changes(changes, **wishes)


def _view(
    theory: TheoryOfChange, look: Theme, told: Mapping[str, Any], choice: Choice, highlight: str | None = None
) -> View:
    return replace(view_of(theory, choice=choice, highlight=highlight, **told), theme=look)


def _scored(theory: TheoryOfChange, scores: Scores | None, language: str) -> dict[str, Any]:
    """What the figure of scores says of them; nothing at all without any."""
    if scores is None:
        return {}
    site = theory.site.name.in_language(language) if theory.site else ""
    return {
        "badges": badges_of(scores, language=language),
        "about": figure_words(language)["scores_synthetic" if scores.synthetic else "scores"],
        "notes": (badge_note(scores, language=language, site=site),),
    }
