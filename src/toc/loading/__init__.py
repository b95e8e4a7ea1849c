"""From a text to a theory of change: YAML, sites, references and types, with every fault at once.

What writes a model, whole or as a start, is imported when it is first asked for: most programs only read them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.loading.inspection import Inspection, inspect, inspect_mapping, inspect_text
from toc.loading.overlay import ADDED_SECTIONS, SITE_KEYS
from toc.loading.theory import from_dict, load, loads

if TYPE_CHECKING:
    from toc.loading.model_text import dump
    from toc.loading.new_site import SiteStarter, site_starter
    from toc.loading.new_text import id_of_file, starter_text, title_of_file

__all__ = [
    "ADDED_SECTIONS",
    "SITE_KEYS",
    "Inspection",
    "SiteStarter",
    "dump",
    "from_dict",
    "id_of_file",
    "inspect",
    "inspect_mapping",
    "inspect_text",
    "load",
    "loads",
    "site_starter",
    "starter_text",
    "title_of_file",
]

_HOME = {
    "SiteStarter": "new_site",
    "dump": "model_text",
    "id_of_file": "new_text",
    "site_starter": "new_site",
    "starter_text": "new_text",
    "title_of_file": "new_text",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
