"""Every model text of this project, and a model and a site to plant faults in."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from docs.doc_pages import PAGES, ROOT, blocks_of
from interchange.schema_verdicts import instance_of

LANGUAGE = ROOT / "docs" / "language.md"
MODELS = (*sorted(ROOT.glob("models/**/*.yaml")), *sorted(ROOT.glob("tests/models/shapes/*.yaml")))


class Text(NamedTuple):
    """Files that belong together, by their names, of which the schema sees one at a time."""

    about: str
    files: dict[str, str]


def cases() -> Iterator[Text]:
    """Yield the models of every case of the rules."""
    for path in sorted(ROOT.glob("tests/cases/*.yaml")):
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in (*written["failing"], *written["passing"]):
            files = {f"{name}.yaml": case[name] for name in ("base", "model", "site") if name in case}
            if "encoding" not in case and "letters" not in case and files:
                yield Text(f"{path.stem}: {case['name']}", files)


def page_models() -> Iterator[Text]:
    """Yield the models of the pages that stand alone; those of sites name a base of another page."""
    for page in PAGES:
        for block in blocks_of(page):
            if block.is_model and "part" not in block.options and "\nextends:" not in block.text:
                yield Text(page.name, {"model.yaml": block.text})


def base_text() -> str:
    return "".join(block.text for block in blocks_of(LANGUAGE) if "part" in block.options)


def site_text() -> str:
    return next(block.text for block in blocks_of(LANGUAGE) if "file" in block.options)


def mapping_of(text: str) -> dict[str, Any]:
    """A text as the plain mapping that it says."""
    made = instance_of(text)
    assert isinstance(made, dict)
    return made


def planted(model: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """A copy with a value at `path` (keys joined by `/`); `...` takes what stands there away."""
    made = copy.deepcopy(model)
    *above, last = path.split("/")
    holder = made
    for key in above:
        holder = holder[key]
    if value is ...:
        del holder[last]
    else:
        holder[last] = value
    return made


def written(folder: Path, text: Text) -> list[Path]:
    """Write the files into a folder; return their paths."""
    paths = [folder / name for name in text.files]
    for path, content in zip(paths, text.files.values(), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return paths
