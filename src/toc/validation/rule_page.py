"""The address of a rule's page, where a team publishes the pages of the rules."""

from __future__ import annotations

import re

__all__ = ["is_address", "lacks_code", "page_of"]

_CODE = "{code}"
_HOST = r"(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9][A-Za-z0-9._-]*)(?::\d{1,5})?"
_SIGNS = r"(?:[!$&-;=?-Z_a-z~]|%[0-9A-Fa-f]{2})*"
_ADDRESS = rf"https?://{_HOST}(?:[/?#]{_SIGNS}(?:#{_SIGNS})?)?"
"""What a URI may hold (RFC 3986, appendix A), but nobody's name and password before the host."""
_BEHIND_HOST = "~"
"""A sign that may stand wherever the code of a rule may, and not in a host."""


def is_address(pages: str) -> bool:
    """Whether a text is an address on the web, whole and without any sign that would have to be spelt otherwise.

    It may hold `{code}`, once or more, where the code of a rule belongs.
    """
    return re.fullmatch(_ADDRESS, pages.replace(_CODE, _BEHIND_HOST)) is not None


def lacks_code(pages: str) -> bool:
    """Whether no name of a file can be added to an address and it does not hold `{code}`: it has `?` or `#`."""
    return _CODE not in pages and ("?" in pages or "#" in pages)


def page_of(code: str, pages: str) -> str:
    """Return the address of the page of a rule below `pages`, or "" where that is "".

    Its code takes the place of `{code}`; where `pages` has none, the page is the file that is called by the code,
    as TOC301.md.
    """
    if not pages or _CODE in pages:
        return pages.replace(_CODE, code)
    return f"{pages.removesuffix('/')}/{code}.md"
