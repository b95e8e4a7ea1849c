"""A theory written back as the text of a model file."""

from __future__ import annotations

from collections.abc import Iterator

from toc.errors import TocError
from toc.loading.written_model import written_model
from toc.loading.yaml_text import yaml_lines
from toc.model import TheoryOfChange

__all__ = ["dump"]

_HEADING = ("toc", "id", "title", "version", "language", "description")


def dump(theory: TheoryOfChange) -> str:
    """Return a theory as YAML that `toc.loads` reads back as an equal theory.

    The text is stable: the sections stand in one order, entries in that of the theory, defaults are left out. A
    site's theory is written as it applies, base and changes in one. Comments of the file that it was read from
    are not part of a theory. Raises `TocError` for what no model file can hold (a number of more than 30 digits).
    """
    if not isinstance(theory, TheoryOfChange):
        raise TocError("toc.dump wants a theory of change.", hint="Load one first: toc.load(path).")
    return "\n".join([*_lines(theory), ""])


def _lines(theory: TheoryOfChange) -> Iterator[str]:
    for section, content in written_model(theory).items():
        if section not in _HEADING:
            yield ""
        yield from yaml_lines({section: content})
