"""How colours look to different eyes and on a grey printer, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

__all__ = ["EYES", "contrast", "difference", "lightness"]

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

EYES: Mapping[str, Matrix] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""On linear RGB, for a colour vision deficiency of severity 1.0: Machado, Oliveira and Fernandes, A
physiologically-based model for simulation of color vision deficiency, IEEE Transactions on Visualization and
Computer Graphics 15(6), 2009."""

_XYZ: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE: Triple = (0.9505, 1.0, 1.089)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `#RRGGBB`, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour: str) -> float:
    """How light a colour is in grey, from 0 for black to 100 for white (CIE 1976 L*)."""
    return 116 * _root(_luminance(colour)) - 16


@lru_cache(maxsize=10_000)
def difference(one: str, other: str, eyes: str = "all colours") -> float:
    """How far apart two colours look to such eyes (CIE 1976, L*a*b* under D65); 2.3 can just be noticed."""
    pairs = zip(_seen(one, eyes), _seen(other, eyes), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def _luminance(colour: str) -> float:
    return _times(_XYZ, _linear(colour))[1]


def _linear(colour: str) -> Triple:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return (red, green, blue)


def _seen(colour: str, eyes: str) -> Triple:
    light = _times(EYES[eyes], _linear(colour))
    held = (min(max(light[0], 0), 1), min(max(light[1], 0), 1), min(max(light[2], 0), 1))
    x, y, z = (_root(value / white) for value, white in zip(_times(_XYZ, held), _WHITE, strict=True))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116


def _times(matrix: Matrix, values: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix)
    return (first, second, third)
