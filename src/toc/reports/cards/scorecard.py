"""`Scorecard`: scores as a page that shows itself in a notebook and saves itself as HTML or Markdown."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toc.errors import TocError
from toc.files import write_bytes
from toc.reports.cards.card import Card
from toc.reports.cards.html_card import html_fragment, html_page
from toc.reports.cards.made_card import card_of
from toc.reports.cards.markdown_card import markdown_card
from toc.scoring import Scores

__all__ = ["Scorecard", "scorecard"]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A scorecard; `card` holds all that it says as plain values."""

    card: Card

    def to_html(self) -> str:
        """Return one page for a browser and for A4 paper; it loads nothing and needs no script."""
        return html_page(self.card)

    def to_markdown(self) -> str:
        """Return the same as Markdown for a wiki or a pull request."""
        return markdown_card(self.card)

    def save(self, path: str | Path) -> Path:
        """Write the scorecard to a file whose name ends in .html or .md, and return its path.

        Raises `TocError` for another ending, or where the folder does not exist; then nothing is written.
        """
        if not isinstance(path, str | os.PathLike):
            raise TocError("A scorecard is saved to a path.", hint='Write .save("scorecard.html").')
        kind = Path(path).suffix.lower()
        writers = {".html": self.to_html, ".md": self.to_markdown}
        if kind not in writers:
            raise TocError(f"A scorecard cannot be saved as {path}.", hint="End its name in .html or .md.")
        return write_bytes(path, writers[kind]().encode())

    def __repr__(self) -> str:
        return f"Scorecard({self.card.title!r})"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": html_fragment(self.card), "text/markdown": self.to_markdown()}


def scorecard(scores: Scores) -> Scorecard:
    """Make a scorecard of scores: what was measured with its intervals, what was not, and what it was made from.

    Raises `TocError` where `scores` are none.
    """
    if not isinstance(scores, Scores):
        raise TocError("toc.scorecard wants scores.", hint="Make them first: toc.score(theory, data).")
    return Scorecard(card_of(scores))
