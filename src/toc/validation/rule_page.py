"""The address of a rule's page, where a team publishes the pages of the rules."""

from __future__ import annotations

import re

__all__ = ["is_address", "page_of"]

_CODE = "{code}"
_ADDRESS = r"https?://[A-Za-z0-9\[][^/?#\s]*([/?#].*)?"
_SIGNS = r"[!#-;=?-\[\]_a-z~]*"
"""What a URI may hold: RFC 3986, appendix A."""


def is_address(pages: str) -> bool:
    """Whether a text is an address on the web, whole and without any sign that would have to be spelt otherwise.

    It may hold `{code}`, once or more, where the code of a rule belongs.
    """
    return bool(re.fullmatch(_ADDRESS, pages) and re.fullmatch(_SIGNS, pages.replace(_CODE, "")))


def page_of(code: str, pages: str) -> str:
    """Return the address of the page of a rule below `pages`, or "" where that is "".

    Its code takes the place of `{code}`; where `pages` has none, the page is the file that is called by the code,
    as TOC301.md.
    """
    if not pages or _CODE in pages:
        return pages.replace(_CODE, code)
    return f"{pages.removesuffix('/')}/{code}.md"
