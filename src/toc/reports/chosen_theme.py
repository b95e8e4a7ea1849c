"""The `Theme` that somebody asked for: one of the library's by its name, or an organisation's own from a file."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from toc.diagram.theme import DEFAULT, Colours, Theme
from toc.diagram.theme_faults import theme_faults
from toc.diagram.themes import THEMES
from toc.errors import TocError
from toc.files import read_bytes
from toc.loading.nearest import nearest_hint, shown
from toc.validation.configuration.toml_text import TomlText

__all__ = ["chosen_theme"]

_MOST_BYTES = 64_000
_MOST_STRANDS = 12
_KEYS = ("strands", "fills", "shared", "shared_fill", "header")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}", re.ASCII)
_FILL, _LANE = 0.3, 0.06
"""How much of a strand's colour is in the fill of its boxes and in its lane; the rest is white."""
_TOLD = 3
_LINE = 'A colour stands in quotation marks: header = "#004B87"'


def chosen_theme(asked: str | Path, strands: int = 0) -> Theme:
    """Return the theme "default", "grey" or "contrast", or that of a file that ends in .toml.

    In the file `strands` lists the colours of the strands as "#0072B2", in the order of the model; `fills` are
    those of their boxes, else they are made of these. `shared` and `shared_fill` are for what belongs to several
    strands or none, `header` is for headings; left out, they are as in "default". Raises `TocError` for another
    name, for a file that cannot be read or says anything else, or has fewer colours than `strands` (of more than
    twelve, than twelve), and for colours that are too near to each other, with the numbers.
    """
    if not isinstance(asked, str | os.PathLike):
        raise TocError(
            "`theme` must be the name of a theme or of a file.", hint=f"There are: {', '.join(THEMES)}."
        )
    name = str(asked)
    if name in THEMES:
        return THEMES[name]
    if not name.lower().endswith(".toml"):
        choices = f"Choose one of {', '.join(THEMES)}, or a file with colours of your own (.toml)."
        raise TocError(f'There is no theme "{shown(name)}".', hint=nearest_hint(name, tuple(THEMES), choices))
    theme = _File.read(name).theme(min(strands, _MOST_STRANDS))
    faults = theme_faults(theme)
    if faults:
        more = f" And {len(faults) - _TOLD} more." if len(faults) > _TOLD else ""
        hint = "Choose darker or lighter colours; `fills` are those of the boxes."
        raise TocError(f"{name}: {' '.join(faults[:_TOLD])}{more}", hint=hint)
    return theme


class _File(NamedTuple):
    """A file with the colours of an organisation, as it is read."""

    toml: TomlText
    values: dict[str, Any]

    @classmethod
    def read(cls, path: str) -> _File:
        """Return what a file says, keys and kinds unchecked."""
        try:
            text = read_bytes(path, limit=_MOST_BYTES).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise TocError(f"{path} is not text in UTF-8.", hint="Save it again as UTF-8.") from None
        toml = TomlText(path, text, _LINE)
        return cls(toml, toml.parsed())

    def theme(self, strands: int) -> Theme:
        """Return the theme, its colours unchecked. Raises `TocError` for anything else, or for too few colours."""
        for key in self.values:
            if key not in _KEYS:
                hint = nearest_hint(key, _KEYS, f"It may have: {', '.join(_KEYS)}.")
                raise self.error(f"A theme has no `{shown(key)}`.", hint, key)
        borders = self.colours("strands")
        if not borders:
            raise self.error(
                "A theme needs the colours of the strands.", 'Write: strands = ["#0072B2", "#B34700"]'
            )
        if len(borders) < strands:
            few = f"The model has {strands} strands, and `strands` has {_counted(len(borders))}."
            raise self.error(few, f"Add {_counted(strands - len(borders))} there.", "strands")
        fills = self.colours("fills") or tuple(_mixed(border, _FILL) for border in borders)
        if len(fills) != len(borders):
            hint = "Give one fill for every strand, or leave them out."
            raise self.error(f"There are {len(borders)} strands and {len(fills)} fills.", hint, "fills")
        pairs = zip(borders, fills, strict=True)
        usual = DEFAULT.shared
        shared = self.colour("shared", usual.border)
        return Theme(
            Path(self.toml.file).stem,
            tuple(Colours(border, fill, _mixed(border, _LANE)) for border, fill in pairs),
            Colours(shared, self.colour("shared_fill", usual.fill), usual.lane),
            header=self.colour("header", DEFAULT.header),
        )

    def colours(self, key: str) -> tuple[str, ...]:
        """Return the colours of a list, () where it is not there."""
        found = self.values.get(key, [])
        if not isinstance(found, list) or len(found) > _MOST_STRANDS:
            raise self.error(f"`{key}` is a list of up to {_MOST_STRANDS} colours.", 'Write: ["#0072B2"]', key)
        return tuple(self.checked(one, key) for one in found)

    def colour(self, key: str, usual: str) -> str:
        """Return a colour, or the usual one."""
        return self.checked(self.values.get(key, usual), key)

    def checked(self, value: object, key: str) -> str:
        """Return a colour as `#RRGGBB`."""
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise self.error(f"{shown(value)} is no colour.", 'Write a colour as "#0072B2".', key)
        return value.upper()

    def error(self, message: str, hint: str, *path: str) -> TocError:
        """Return the error with the place where a key stands."""
        return TocError(message, place=self.toml.place(path), hint=hint)


def _counted(colours: int) -> str:
    return "1 colour" if colours == 1 else f"{colours} colours"


def _mixed(colour: str, part: float) -> str:
    """Return a colour on white, `part` of it (0 to 1)."""
    channels: Sequence[int] = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(part * channel + (1 - part) * 255):02X}" for channel in channels)
