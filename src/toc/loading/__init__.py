"""From a text to a theory of change: YAML, sites, references and types, with every fault at once.

What writes a model is imported when it is first asked for: most programs only read them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.loading.inspection import Inspection, inspect, inspect_mapping, inspect_text
from toc.loading.overlay import ADDED_SECTIONS, SITE_KEYS
from toc.loading.site_starter import SiteStarter, site_starter
from toc.loading.starter_text import id_of_file, starter_text, title_of_file
from toc.loading.theory import from_dict, load, loads

if TYPE_CHECKING:
    from toc.loading.model_text import dump

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


def __getattr__(name: str) -> Any:
    if name != "dump":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f"{__name__}.model_text").dump
