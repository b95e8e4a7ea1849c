"""What has a name: a file, a folder, something else or nothing."""

from __future__ import annotations

import stat
from errno import EACCES, EPERM
from pathlib import Path
from typing import Literal

__all__ = ["Kind", "kind_of"]

Kind = Literal["file", "folder", "other", "closed", ""]


def kind_of(path: str | Path) -> Kind:
    """Return what a path names, links followed; this never raises.

    "closed" is what lies in a folder that may not be looked into. "" is nothing: there is none of that name, no
    file can have such a name, or it is a link that leads nowhere or to itself.
    """
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        return "closed" if error.errno in (EACCES, EPERM) else ""
    except ValueError:
        return ""
    if stat.S_ISREG(mode):
        return "file"
    return "folder" if stat.S_ISDIR(mode) else "other"
