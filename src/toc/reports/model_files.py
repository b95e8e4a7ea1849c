"""`ModelFiles`: the models that the words of a command name, be it one by one, by a pattern or by their folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from toc.errors import TocError
from toc.files import each_once, kind_of, paths_called, read_start, yaml_files_below
from toc.loading.limits import MAX_BYTES

__all__ = ["ModelFiles", "model_files", "present_files"]

_KEY = re.compile(rb"""^\{|^(?:\xef\xbb\xbf)?["']?toc["']?[ \t]*:|\x00""", re.MULTILINE)
"""The key that every model has. What has zero bytes is no UTF-8: whether it is a model is for the check to say."""
_NAMED = 3
_HINT = "A model is a YAML file with the line `toc: 1`."


class ModelFiles(NamedTuple):
    """`files` are the models, each once; `notes` say how many there were in each folder, and what was left out."""

    files: tuple[str, ...]
    notes: tuple[str, ...] = ()


def model_files(words: Iterable[str]) -> ModelFiles:
    """Return the models that words name.

    A word is the path of a file, a pattern such as `models/*.yaml`, or a folder: then it stands for every YAML
    file below it that has the key `toc`. A file that is spelt in several ways comes once, as it was spelt first.
    Whether a file that is named is there is not looked at. Raises `TocError` where a word is empty, a pattern or a
    folder names none, or a folder cannot be read.
    """
    files: dict[str, None] = {}
    notes = []
    for word in words:
        if not word:
            raise TocError("No file is named: a word is empty.", hint="Name a model file, or its folder.")
        paths = paths_called(word)
        if not paths:
            raise TocError(f"No file is called {word}.", hint="Check the name and the folder.")
        for path in paths:
            if kind_of(path) == "folder":
                models, others = _sorted_out(each_once(yaml_files_below(path)))
                notes.append(_note(path, models, others))
                files.update(dict.fromkeys(models))
            else:
                files[path] = None
    return ModelFiles(each_once(files), tuple(notes))


def present_files(words: Iterable[str]) -> tuple[str, ...]:
    """Return the files that words name as `model_files` reads them, models or not: none of them is opened.

    Raises `TocError` where a folder cannot be read.
    """
    paths = (path for word in words for path in paths_called(word))
    return tuple(
        file for path in paths for file in (yaml_files_below(path) if kind_of(path) == "folder" else (path,))
    )


def _sorted_out(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the paths of models and those of other files."""
    models: list[str] = []
    others: list[str] = []
    for path in paths:
        (models if _KEY.search(read_start(path, MAX_BYTES)) else others).append(path)
    return models, others


def _note(folder: str, models: Sequence[str], others: Sequence[str]) -> str:
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    named = f" ({', '.join(others[:_NAMED])}{more})"
    are = "YAML file without `toc:` is" if len(others) == 1 else "YAML files without `toc:` are"
    left_out = f"{len(others)} {are} left out{named}" if others else ""
    where = "this folder" if Path(folder) == Path() else folder
    if not models:
        raise TocError(f"There is no model below {where}{f': {left_out}' if left_out else ''}.", hint=_HINT)
    count = f"{len(models)} {'model' if len(models) == 1 else 'models'} below {where}"
    return f"{count}; {left_out}." if left_out else f"{count}."
