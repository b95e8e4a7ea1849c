"""The only room that opens or writes a path.

What writes is imported when it is first asked for: most programs only read.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.files.called import paths_called, yaml_files_below
from toc.files.kinds import kind_of
from toc.files.nearby import model_files_near
from toc.files.reading import read_bytes, read_start
from toc.files.roots import is_root, reference_inside, repository_here, root_of
from toc.files.shipped import shipped_models
from toc.files.whole_paths import each_once, resolved, working_folder

if TYPE_CHECKING:
    from toc.files.digests import sha256_of
    from toc.files.folders import made_folder
    from toc.files.new_file import check_free, write_new, write_once
    from toc.files.numbered import numbered_files
    from toc.files.plain_csv import PlainCsv, look_at_csv
    from toc.files.scratch import ScratchFolder
    from toc.files.stamps import Stamp, stamps_of
    from toc.files.writing import write_bytes

__all__ = [
    "PlainCsv",
    "ScratchFolder",
    "Stamp",
    "check_free",
    "each_once",
    "is_root",
    "kind_of",
    "look_at_csv",
    "made_folder",
    "model_files_near",
    "numbered_files",
    "paths_called",
    "read_bytes",
    "read_start",
    "reference_inside",
    "repository_here",
    "resolved",
    "root_of",
    "sha256_of",
    "shipped_models",
    "stamps_of",
    "working_folder",
    "write_bytes",
    "write_new",
    "write_once",
    "yaml_files_below",
]

_HOME = {
    "PlainCsv": "plain_csv",
    "ScratchFolder": "scratch",
    "Stamp": "stamps",
    "check_free": "new_file",
    "look_at_csv": "plain_csv",
    "made_folder": "folders",
    "numbered_files": "numbered",
    "sha256_of": "digests",
    "stamps_of": "stamps",
    "write_bytes": "writing",
    "write_new": "new_file",
    "write_once": "new_file",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
