"""The questions that no program can answer: for the people who own a theory, in one room."""

from __future__ import annotations

from textwrap import fill

__all__ = ["checklist"]

_QUESTIONS = {
    "Whose theory is it?": (
        "Were the people whom it is about in the room when it was made? Who was not?",
        "Would the staff tell it in the same words if you asked each of them alone?",
        "Has everyone who has to act on it agreed to it, and can they say where they still do not?",
    ),
    "Can it be understood?": (
        "Can somebody who meets it for the first time tell it back after five minutes?",
        "Does every arrow say how the one thing brings about the other, and not only that it does?",
        "Is what is left out, and why, written down where a reader finds it?",
    ),
    "Is it plausible?": (
        "Cover each box with a hand: would what follows still come about? Then it is not necessary.",
        "Look at all that leads to a box: is it enough, together? What else must be true?",
        "Is there for each step something that you really do, for enough people and for long enough?",
        "Who would say that it works another way, and what would they draw?",
    ),
    "Can it be found wrong?": (
        "Which box would you expect to change first, and by when would you know that it did not?",
        "For which arrow do you have the least evidence, and who could look for it?",
        "What harm could it do, to whom, and would you notice?",
    ),
    "Does it stand in its world?": (
        "Who else works towards the same outcomes, and what happens to yours if they stop?",
        "Do the outcomes belong to what the people themselves hope for?",
        "When will you look at it again, and who may change it?",
    ),
}

_OPENING = (
    "What a program cannot check. Ask these in the workshop, with the figure on the wall; "
    "tick what you have talked about, not what you would like to be true."
)
_SOURCES = (
    "After R. Davies 2012, Criteria for assessing the evaluability of theories of change; "
    "the tests of preconditions of CCFY; J. Mayne 2015, Useful theory of change models."
)


def checklist() -> str:
    """Return the questions as text of 80 columns, each with a box to tick; it is Markdown too."""
    parts = [fill(_OPENING, 80)]
    for heading, questions in _QUESTIONS.items():
        parts.append(f"## {heading}")
        parts.append(
            "\n".join(
                fill(question, 80, initial_indent="- [ ] ", subsequent_indent="      ") for question in questions
            )
        )
    return "\n\n".join((*parts, fill(_SOURCES, 80))) + "\n"
