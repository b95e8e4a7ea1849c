"""From a text to a theory of change: YAML, sites, references and types, with every fault at once."""

from __future__ import annotations

from toc.loading.inspection import Inspection, inspect, inspect_mapping, inspect_text
from toc.loading.model_text import dump
from toc.loading.overlay import ADDED_SECTIONS, SITE_KEYS
from toc.loading.site_starter import SiteStarter, site_starter
from toc.loading.starter_text import id_of_file, starter_text, title_of_file
from toc.loading.theory import from_dict, load, loads

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
