"""The command `toc`: arguments in, one call, an exit code out."""

from __future__ import annotations

from toc.cli.command import main

__all__ = ["main"]
