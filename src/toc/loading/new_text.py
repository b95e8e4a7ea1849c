"""The text of a model file to begin from."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from toc.errors import TocError
from toc.files import read_bytes
from toc.loading.limits import MAX_BYTES
from toc.loading.nearest import shown
from toc.loading.yaml_words import yaml_word

__all__ = ["checked_id", "id_of_file", "starter_text", "template", "title_of_file"]

_FOLDER = Path(__file__).parent / "starters"
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}")


def starter_text(kind: str, model_id: str, title: str) -> str:
    """Return a commented model that is sound as it stands; `kind` is `blank` or `logic-model`.

    Raises `TocError` for an id that cannot be one.
    """
    text = template(f"{kind.replace('-', '_')}.yaml")
    text = text.replace("\nid: my_theory\n", f"\nid: {yaml_word(checked_id(model_id))}\n")
    return text.replace("\ntitle: My theory of change\n", f"\ntitle: {yaml_word(title)}\n")


def template(name: str) -> str:
    """Return the text of a file that comes with this package."""
    return read_bytes(_FOLDER / name, limit=MAX_BYTES).decode()


def checked_id(written: str) -> str:
    """Return an id as it is, or raise `TocError` where it cannot be one."""
    if not _ID.fullmatch(written):
        hint = "An id begins with a letter and holds only letters without accents, digits, `_` and `-`."
        raise TocError(f"`{shown(written)}` cannot be an id.", hint=hint)
    return written


def id_of_file(file: Path, otherwise: str) -> str:
    """Return an id made from the name of a file, or `otherwise` where its letters make none."""
    plain = unicodedata.normalize("NFKD", file.stem).encode("ascii", "ignore").decode()
    made = re.sub(r"[^A-Za-z0-9]+", "_", plain).strip("_").lower()[:80]
    return made if _ID.fullmatch(made) else otherwise


def title_of_file(file: Path) -> str:
    """Return the name of a file as words: `homework_club.yaml` is "Homework club"."""
    words = shown(" ".join(re.split(r"[\s_-]+", file.stem)).strip())
    return f"{words[:1].upper()}{words[1:]}"
