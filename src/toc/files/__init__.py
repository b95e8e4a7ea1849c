"""The only room that opens or writes a path."""

from __future__ import annotations

from toc.files.called import paths_called, yaml_files_below
from toc.files.digests import sha256_of
from toc.files.folders import made_folder
from toc.files.nearby import model_files_near
from toc.files.new_file import check_free, write_new, write_once
from toc.files.reading import read_bytes, read_start
from toc.files.roots import is_root, reference_inside, repository_here, root_of
from toc.files.shipped import shipped_models
from toc.files.stamps import Stamp, stamps_of
from toc.files.writing import write_bytes

__all__ = [
    "Stamp",
    "check_free",
    "is_root",
    "made_folder",
    "model_files_near",
    "paths_called",
    "read_bytes",
    "read_start",
    "reference_inside",
    "repository_here",
    "root_of",
    "sha256_of",
    "shipped_models",
    "stamps_of",
    "write_bytes",
    "write_new",
    "write_once",
    "yaml_files_below",
]
