"""`DatabaseAddress`: where a database is and which of its tables is meant, never showing how one gets in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from toc.errors import TocError

__all__ = ["DatabaseAddress", "database_address", "is_address"]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]+)://")
_WEB = ("http", "https", "ftp", "ftps", "s3", "file")
_EXAMPLE = "Write postgres://user@host/database#table."


@dataclass(frozen=True, slots=True, repr=False)
class DatabaseAddress:
    """`kind` is the kind of database as Ibis calls it, such as postgres, `place` its address, password and all.

    `table` is the name of a table or view, and `name` what outputs call both: the database and the table, never
    the user, the host or the password.
    """

    kind: str
    place: str
    table: str
    name: str

    def __repr__(self) -> str:
        return f"DatabaseAddress(name={self.name!r})"

    @property
    def path(self) -> Path:
        """Of a database that is a file, where it is."""
        parts = urlsplit(self.place)
        return Path(unquote(parts.netloc + parts.path))


def is_address(text: str) -> bool:
    """Tell an address, `kind://...`, from the path of a file."""
    return _SCHEME.match(text) is not None


def database_address(text: str) -> DatabaseAddress:
    """Cut `kind://user:password@host/database#table` into its parts; the last # begins the table.

    Raises `TocError` for an address of the web, one without a table, and one in which signs of a password could
    be taken for anything else; the message repeats nothing of it.
    """
    found = _SCHEME.match(text)
    kind = found.group(1).casefold() if found else ""
    if kind in _WEB:
        raise TocError(
            "Data are not fetched from addresses of the web.", hint="Save the file here, and give its path."
        )
    place, mark, fragment = text.rpartition("#")
    _, _, beyond = place.partition("://")
    after_host = re.split(r"[/?]", beyond, maxsplit=1)[1:]
    if mark and ("#" in place or "@" in "".join([fragment, *after_host])):
        raise TocError(
            "The address of the database cannot be told apart into its parts.",
            hint="In a password write %23 for #, %2F for /, %3F for ? and %40 for @, or leave it to PGPASSWORD "
            "or a password file.",
        )
    if not fragment or not mark:
        raise TocError("The address of the database names no table.", hint=_EXAMPLE)
    kind = kind.replace("postgresql", "postgres")
    table = unquote(fragment)
    base = unquote(urlsplit(place).path).strip("/").rpartition("/")[2]
    return DatabaseAddress(kind, place, table, f"{base or kind}#{table}")
