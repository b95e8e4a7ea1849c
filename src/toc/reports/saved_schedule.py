"""A schedule of readings written to a file whose ending says as what."""

from __future__ import annotations

from pathlib import Path

from toc.errors import TocError
from toc.files import write_bytes
from toc.reports.schedule_table import schedule_csv, schedule_json, schedule_table
from toc.scoring.reading_schedule import Schedule

__all__ = ["check_schedule_name", "save_schedule"]

_WRITE = {".csv": schedule_csv, ".json": schedule_json, ".txt": schedule_table}


def save_schedule(found: Schedule, path: str | Path) -> Path:
    """Write a schedule as .csv, .json or .txt, as the screen would show it, and return the path.

    Raises `TocError` for another ending, or where the folder does not exist; then nothing is written.
    """
    check_schedule_name(path)
    return write_bytes(path, _WRITE[Path(path).suffix.lower()](found).encode())


def check_schedule_name(path: str | Path) -> None:
    """Refuse another ending than .csv, .json or .txt, before anything is counted."""
    if Path(path).suffix.lower() not in _WRITE:
        raise TocError(f"A schedule cannot be saved as {path}.", hint="End its name in .csv, .json or .txt.")
