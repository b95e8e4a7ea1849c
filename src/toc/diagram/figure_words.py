"""Every word that a figure prints of its own accord, by language."""

from __future__ import annotations

__all__ = ["figure_words"]

WORDS = {
    "en": {
        "shared": "More than one strand",
        "shared_by_all": "All strands",
        "shared_either_way": "Several or all strands",
        "stated": "stated in the source",
        "generic": "stated of the whole stage",
        "inferred": "our reading",
        "feedback": "feeds back to",
        "negative": "works against",
        "stage": "between whole stages",
        "inferred_stage": "stage is our reading",
        "added_box": "+ added",
        "dropped_box": "\N{EN DASH} dropped",
        "changed_box": "~ changed",
        "added_link": "link added",
        "dropped_link": "link dropped",
        "changed_link": "link changed",
        "small": "The words are {size:.1f} points high on {page}, which is small to read.",
        "larger": "{page} would be easier to read, or a figure of one strand.",
        "split": "Show one strand at a time (--strand).",
        "glyphs": "The font of the figure has no sign for {signs}.",
    },
}


def figure_words(language: str) -> dict[str, str]:
    """The words by use; English where a language ("cy", "cy-GB") has none yet."""
    return WORDS.get(language) or WORDS.get(language.partition("-")[0]) or WORDS["en"]
