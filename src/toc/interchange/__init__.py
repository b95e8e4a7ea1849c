"""Forms in which other programs read what this one knows."""

from __future__ import annotations

from toc.interchange.json_schema import schema, write_schema

__all__ = ["schema", "write_schema"]
