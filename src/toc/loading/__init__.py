"""From a text to a theory of change: YAML, sites, references and types, with every fault at once."""

from __future__ import annotations

from toc.loading.inspection import Inspection, inspect, inspect_mapping, inspect_text
from toc.loading.model_text import dump
from toc.loading.theory import from_dict, load, loads

__all__ = ["Inspection", "dump", "from_dict", "inspect", "inspect_mapping", "inspect_text", "load", "loads"]
