"""The letters of factors: A to Z, then AA, AB and so on, and how several of them are written together."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["letter_of", "spans_of"]

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter_of(number: int) -> str:
    """Return the letters of the factor with this number, counted from 0."""
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, len(_ALPHABET))
        letters = _ALPHABET[place] + letters
    return letters


def spans_of(letters: Sequence[str]) -> str:
    """Return letters as they stand on a sign: "A, C", and from three in a row on "A\N{EN DASH}D"."""
    numbers = sorted(_number_of(one) for one in letters)
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_span(run) for run in runs)


def _span(run: list[int]) -> str:
    if len(run) < 3:
        return ", ".join(letter_of(number) for number in run)
    return f"{letter_of(run[0])}\N{EN DASH}{letter_of(run[-1])}"


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * len(_ALPHABET) + _ALPHABET.index(letter) + 1
    return number - 1
