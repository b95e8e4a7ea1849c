"""`Table`: a table of a configuration; every wrong word in it is told with its place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from toc.errors import TocError
from toc.loading.nearest import nearest_hint, shown
from toc.validation.configuration.toml_text import TomlText

__all__ = ["Table"]


class Table(NamedTuple):
    """The values of a table; `path` are the keys that lead to it in `source`."""

    source: TomlText
    path: tuple[str, ...]
    values: Mapping[str, Any]

    def check_keys(self, known: Collection[str]) -> None:
        """Raise `TocError` with the nearest known key where there is one that means nothing here."""
        for key in self.values:
            if key not in known:
                hint = nearest_hint(key, known, f"The keys are {', '.join(known)}.")
                raise self.error(f"There is no key `{shown(key)}` here.", hint, key)

    def text(self, key: str) -> str | None:
        """Return the text of a key (None: it is not there). Raises `TocError` for anything else."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, str) and not value.strip():
            raise self.error(f"`{key}` is empty.", "Write something there, or take the line away.", key)
        if not isinstance(value, str):
            raise self.error(f"`{key}` must be text.", f'Write it in quotes: {key} = "..."', key)
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """Return the words of a list, none where the key is not there. Raises `TocError` for anything else."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.error(f"`{key}` must be a list of rules.", f'Write {key} = ["TOC301", "TOC4"].', key)
        return tuple(value)

    def table(self, key: str) -> Table:
        """Return the table of a key, an empty one where it is not there. Raises `TocError` for anything else."""
        value = self.values.get(key, {})
        path = (*self.path, key)
        if not isinstance(value, dict):
            heading = ".".join(path)
            raise self.error(f"`{key}` must be a table.", f"Write [{heading}] and its keys below it.", key)
        return Table(self.source, path, value)

    def tables(self) -> dict[str, Table]:
        """Return the tables of all keys. Raises `TocError` where one is none."""
        return {key: self.table(key) for key in self.values}

    def error(self, message: str, hint: str, *path: str) -> TocError:
        """Return an error at the place to which `path` leads from here."""
        return TocError(message, place=self.source.place((*self.path, *path)), hint=hint)
