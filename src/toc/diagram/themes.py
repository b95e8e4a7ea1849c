"""The themes that come with the library, by name."""

from __future__ import annotations

from collections.abc import Mapping

from toc.diagram.theme import DEFAULT, BadgeBars, Colours, Theme

__all__ = ["CONTRAST", "GREY", "THEMES"]

GREY = Theme(
    "grey",
    (
        Colours("#000000", "#BCBCBC", "#F7F7F7"),
        Colours("#000000", "#E6E6E6", "#F7F7F7"),
        Colours("#000000", "#939393", "#F7F7F7"),
        Colours("#666666", "#D3D3D3", "#F7F7F7"),
        Colours("#666666", "#A9A9A9", "#F7F7F7"),
    ),
    Colours("#666666", "#FFFFFF", "#FFFFFF"),
    header="#000000",
    badges=BadgeBars("#333333", "#4D4D4D", "#1A1A1A", "#666666"),
    ink="#000000",
)
"""Only greys, so that nothing is lost on a printer that has no colours: borders of two, and every fill its own."""

CONTRAST = Theme(
    "contrast",
    (
        Colours("#00408F", "#CFE0FF", "#FFFFFF"),
        Colours("#7A2E00", "#FFFFFF", "#FFFFFF"),
        Colours("#42004A", "#EBC8F0", "#FFFFFF"),
        Colours("#99003D", "#FFEAF1", "#FFFFFF"),
        Colours("#1F3300", "#D5EBBB", "#FFFFFF"),
    ),
    Colours("#000000", "#DEDEDE", "#FFFFFF"),
    header="#000000",
    badges=BadgeBars("#043A4A", "#664400", "#450A0C", "#4F5963"),
    ink="#000000",
)
"""Words, borders and lines at 7:1 at the least (WCAG 2.2, criterion 1.4.6), borders also on their own fill."""

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (DEFAULT, GREY, CONTRAST)}
