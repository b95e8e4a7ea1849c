"""What a team has settled for its project: `toc.toml`, or `[tool.toc]` in `pyproject.toml`."""

from __future__ import annotations

from toc.validation.configuration.configuration import Configuration, configuration_above, read_configuration

__all__ = ["Configuration", "configuration_above", "read_configuration"]
