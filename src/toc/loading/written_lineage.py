"""Whether a file extends another, read from the beginning of each file on the way and not in full."""

from __future__ import annotations

import re
from pathlib import Path

from toc.errors import TocError
from toc.files import read_start, reference_inside
from toc.loading.limits import MAX_LEVELS

__all__ = ["surely_extends"]

_START = 65_536
"""Letters of a file in which its `extends` is looked for: it stands among the first lines."""
_EXTENDS = re.compile(
    r"""^(["']?)extends\1[ \t]*:[ \t]+(["']?)([^"'\s#][^"'\n\r]*?)\2[ \t]*(?:[ \t]#.*)?\r?$""", re.MULTILINE
)
_OTHER_FORM = re.compile(r"""(?:^[ \t]*(?:\?[ \t]+)?|[{,]\s*)(["']?)extends\1\s*:""", re.MULTILINE)
"""The key between braces, set in, or with its value on the next line: which base it names is not asked."""


def surely_extends(file: Path, base: Path, root: Path) -> bool | None:
    """Say whether a file extends a base, be it by way of other files.

    None where that cannot be said: a file cannot be read, or says it in a form that is not looked for.
    """
    for _ in range(MAX_LEVELS):
        try:
            text = read_start(file, _START).decode(errors="replace")
            extends = _EXTENDS.search(text)
            if extends is None:
                return None if _OTHER_FORM.search(text) else False
            file = reference_inside(root, file.parent, extends[3])
        except TocError:
            return None
        if file == base:
            return True
    return None
