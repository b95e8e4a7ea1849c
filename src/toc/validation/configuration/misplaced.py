"""Keys of a configuration that stand where they mean something else, told with where they belong."""

from __future__ import annotations

from collections.abc import Collection

from toc.loading.nearest import shown
from toc.validation.configuration.table import Table
from toc.validation.named_rules import code_named

__all__ = ["check_below", "check_headings"]

_TABLES = ("severity", "options", "profiles")


def check_headings(top: Table, keys_of_profile: Collection[str]) -> None:
    """Raise `TocError` at a key or heading at the top that belongs elsewhere or is called otherwise."""
    for key, value in top.values.items():
        if isinstance(value, dict):
            _check_heading(top, key, value, keys_of_profile)
        if code_named(key) is not None:
            ways = f"{_heading(top, 'severity')}, and how far it goes below {_heading(top, 'options', key)}"
            raise top.error(_none(key), f"How serious a rule is stands below {ways}.", key)
        if key == "extends":
            hint = "Write `profile` for the profile to begin from; `extends` is for profiles of your own."
            raise top.error(_none(key), hint, key)


def _check_heading(top: Table, key: str, table: Collection[str], keys_of_profile: Collection[str]) -> None:
    if key == "profile":
        own = ", ".join(_heading(top, "profiles", name) for name in table) or _heading(top, "profiles", "funder")
        hint = f"Write {own} for a profile of your own."
        raise top.error("`profile` names the profile to begin from.", hint, key)
    if key in ("toc", "tool") and not top.path:
        hint = "Take the heading away: here the keys stand without one."
        raise top.error(f"[{key}] is for a pyproject.toml.", hint, key)
    if key not in _TABLES and table and set(table) <= set(keys_of_profile):
        raise top.error(_none(key), f"Write {_heading(top, 'profiles', key)} for a profile of your own.", key)


def _none(key: str) -> str:
    return f"There is no key `{shown(key)}` here."


def check_below(top: Table, table: Table, keys: Collection[str], keys_of_profile: Collection[str] = ()) -> None:
    """Raise `TocError` at one of `keys` that stands in a table below its place.

    All that follows a heading belongs to it, which is easily overlooked. `keys_of_profile` are those that may be
    meant for the profile to which the table belongs, where it does.
    """
    for key, value in table.values.items():
        if not isinstance(value, dict) and key.replace("_", "-") in keys:
            stands = f"`{shown(key)}` stands below {_heading(table)}, and so belongs to it."
            raise table.error(stands, _way_out(top, table, key, keys_of_profile), key)


def _way_out(top: Table, table: Table, key: str, keys_of_profile: Collection[str]) -> str:
    holder = table.path[len(top.path) :]
    if holder == ("profiles",):
        return f"Write the name of the profile into the heading, as {_heading(top, 'profiles', 'funder')}."
    if key in keys_of_profile:
        return f"Move it to {_heading(top, *holder[:2])}."
    return (
        f"Move it {f'directly below {_heading(top)}' if top.path else 'above the first line in square brackets'}."
    )


def _heading(table: Table, *path: str) -> str:
    return f"[{'.'.join(map(shown, (*table.path, *path)))}]"
