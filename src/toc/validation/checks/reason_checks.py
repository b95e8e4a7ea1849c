"""The checks of reasons, assumptions and evidence, in the order in which they are run."""

from __future__ import annotations

from toc.validation.check import Check
from toc.validation.checks import links

__all__ = ["REASONS"]

REASONS: tuple[Check, ...] = (
    Check.of(links.unexplained_links, "TOC401"),
    Check.of(links.unattached_assumptions, "TOC409"),
)
