"""What the program says of a figure to whoever draws it; like all its messages it is in English."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ADVICE"]

ADVICE: Mapping[str, str] = {
    "small": "The words are {size:.1f} points high on {page}, which is small to read.",
    "larger": "Choose --page {page}, or a part of it (--strand, --chain or --who).",
    "fewer": "With --boxes 5 there are five boxes in each column.",
    "part": "Show a part of it (--strand, --chain or --who).",
    "or_part": "Or show a part of it (--strand, --chain or --who).",
    "small_page": "On page {number} of {count} the words are {size:.1f} points high, which is small to read.",
    "page_of": "Page {number} of {count}: {message}",
    "choose": "Choose {ways}.",
    "way_page": "--page {page} ({size:.1f} points)",
    "way_split": "--split {kind} ({count} pages, {size:.1f} points and more)",
    "or": ", or ",
    "fits": "It fits on {page}.",
    "all_fit": "All pages fit on {page}.",
    "split_fits": "Split by {kind} it fits on {page}.",
    "scripts": (
        "The letters of these scripts are not in the font that comes with toc: {scripts}. An SVG or HTML is shown "
        "with the fonts of its reader; for a PDF or PNG install one that has them, such as Noto, or they may be "
        "empty boxes."
    ),
    "other_words": '{count} of the labels are not in "{language}" but in another language: {ids}.',
    "and_more": "{ids} and {n} more",
    "glyphs": "The font of the figure has no sign for {signs}.",
}
