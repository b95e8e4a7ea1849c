"""Model files mended pass by pass, as long as what is found says how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from toc.errors import Edit, Fault
from toc.files import resolved
from toc.loading import inspect
from toc.loading.mended_text import mended_text
from toc.reports.check import DEFAULT, Checked, check_files
from toc.reports.check_plan import CheckPlan
from toc.reports.mending import Mending
from toc.validation import Finding

__all__ = ["mended_files"]

_PASSES = 50
"""More than any file needs: what one pass brings to light is mended in the next."""


def mended_files(
    files: Sequence[str],
    *,
    data: str | None = None,
    root: str | None = None,
    plan: CheckPlan = DEFAULT,
    unsafe: bool = False,
) -> Mending:
    """Mend what a check of these files finds and an edit can mend; nothing is written yet.

    Only the files themselves are mended, never a base that they extend and that is not one of them. What the plan
    does not ask, and what is ignored or known, stays. With `unsafe` also such edits are made as a person must look
    at. Raises `TocError` where a file cannot be read at all.
    """
    return _Run(files, data, root, replace(plan, writes=False), unsafe=unsafe).mending()


class _Run:
    """The texts of the files as they are now, and what was done to them."""

    def __init__(
        self, files: Sequence[str], data: str | None, root: str | None, plan: CheckPlan, *, unsafe: bool
    ) -> None:
        self._files = {resolved(file): file for file in reversed(files)}
        self._check = partial(check_files, files, data=data, root=root, plan=plan)
        self._root = root
        self._safeties = ("safe", "unsafe") if unsafe else ("safe",)
        self._before: dict[Path, str] = {}
        self._now: dict[Path, str] = {}
        self._read: dict[Path, frozenset[Path]] = {}
        self._count = 0

    def mending(self) -> Mending:
        for path, file in self._files.items():
            texts = inspect(file, root=self._root).texts
            self._read[path] = frozenset(Path(name).resolve() for name in texts)
        checked = self._check()
        for _ in range(_PASSES):
            if not self._pass(checked):
                break
            checked = self._check(instead=self._now)
        changed = {path: self._files[path] for path in self._now if self._now[path] != self._before[path]}
        left = list(self._mendable(checked))
        return Mending(
            checked,
            {file: self._before[path] for path, file in changed.items()},
            {file: self._now[path] for path, file in changed.items()},
            self._count,
            sum(safety not in self._safeties for _, safety, _, _ in left),
            tuple(finding for finding, safety, _, _ in left if safety in self._safeties),
        )

    def _mendable(self, checked: Checked) -> Iterator[tuple[Finding, str, Path, Edit]]:
        """Yield the findings with an edit of one of the files, with its safety, the file and the edit."""
        for finding in checked.findings:
            fix = finding.fix
            path = Path(fix.edit.place.file).resolve() if fix else None
            if fix and path in self._files and not self._is_for_a_site(finding, path, checked):
                yield finding, fix.safety, path, fix.edit

    def _is_for_a_site(self, finding: Finding, path: Path, checked: Checked) -> bool:
        """Say whether an ignore that leaves nothing out of a base may be one that a site of it needs."""
        extended = any(path in read for file, read in self._read.items() if file != path)
        used = (one.finding.code for one in checked.findings.ignored)
        return finding.code == "TOC013" and extended and any(code in finding.message for code in used)

    def _pass(self, checked: Checked) -> bool:
        """Mend what can be mended at once, and say whether anything was."""
        texts = {Path(name).resolve(): text for name, text in checked.texts.items()}
        edits: dict[Path, list[Edit]] = {}
        for _, safety, path, edit in self._mendable(checked):
            if safety in self._safeties:
                edits.setdefault(path, []).append(edit)
        before = self._count
        for path, wanted in edits.items():
            self._before.setdefault(path, texts[path])
            mended = mended_text(texts[path], wanted, self._accepting(path))
            self._now[path] = mended.text
            self._count += len(mended.made)
        return self._count > before

    def _accepting(self, path: Path) -> _Acceptance:
        readers = [file for one, file in self._files.items() if path in self._read[one]]
        return _Acceptance(path, readers, self._root, dict(self._now))


class _Acceptance:
    """Whether another text of a file brings no new fault into the files that read it."""

    def __init__(self, path: Path, readers: Sequence[str], root: str | None, now: Mapping[Path, str]) -> None:
        self._path = path
        self._root = root
        self._now = now
        self._before = [(file, inspect(file, root=root, instead=now)) for file in readers]

    def __call__(self, text: str) -> bool:
        for file, before in self._before:
            after = inspect(file, root=self._root, instead={**self._now, self._path: text})
            # What a fault of the base kept from being read in a site is not new, only unheard of.
            own = before.theory is None
            if self._said(after.faults, own=own) - self._said(before.faults, own=own):
                return False
        return True

    def _said(self, faults: Sequence[Fault], *, own: bool) -> Counter[tuple[str, str, str]]:
        return Counter(
            (fault.kind, fault.subject, fault.message)
            for fault in faults
            if not own or fault.place is None or Path(fault.place.file).resolve() == self._path
        )
