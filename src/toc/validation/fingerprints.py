"""Fingerprints: by which a finding is known again after unrelated edits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from toc.validation.findings import Finding

__all__ = ["file_below", "fingerprints"]


def fingerprints(findings: Sequence[Finding], root: Path | None) -> tuple[str, ...]:
    """Return the fingerprint of each finding, in the order given: 64 hexadecimal digits, each of them once.

    It is the SHA-256 of the code, the file (see `file_below`), the subject and, among findings that share these,
    their running number: neither lines, wording nor severity take part, so that a finding keeps it when something
    else in the file is edited. Where one of several that share these goes, the last number goes.
    """
    named = cache(lambda file: file_below(root, file))
    seen: Counter[tuple[str, str, str]] = Counter()
    made = []
    for finding in findings:
        equals = (finding.code, named(finding.place.file) if finding.place else "", finding.subject)
        seen[equals] += 1
        made.append(sha256("\0".join((*equals, str(seen[equals]))).encode("utf-8", "surrogateescape")).hexdigest())
    return tuple(made)


def file_below(root: Path | None, file: str) -> str:
    """Return a file as it is seen from `root`, with forward slashes on every computer.

    Of one that does not lie below, only the name: the way to it differs from computer to computer, and may say
    whose computer it is. Without a root it is named as it was given.
    """
    if root is None or not file:
        return normalize("NFC", Path(file).as_posix() if file else "")
    path, folder = Path(file).resolve(), root.resolve()
    return normalize("NFC", path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name)
