"""How long scoring millions of readings takes, and how much memory: ratios to numpy by hand and to a plain look.

Run with `make bench-scores`, or `python benchmarks/scores.py 1000000 10000000`. Every arm is a process of its own,
and the arms take turns; the seconds are CPU time of the work with all its threads, imports apart, the median of
some rounds. The memory is the most that the process held. Nothing here fails: a benchmark informs.

There are two plain looks, both by DuckDB. `scan` adds up the hashes of every column; names, days and scores are
held in the file as numbers of a dictionary, of which DuckDB hashes each entry once, so most cells are counted
rather than looked at. `fetch` has every cell made and handed over as Arrow, and drops it: that is what reading
every column takes at least for whoever wants the cells. Asking for the largest of each column would take no time
at all, since the file itself says it.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module
from math import log
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import narwhals  # noqa: F401  # so that no arm is charged for its import
from made_readings import make_readings, theory

import toc
from toc.data.frames import kept_readings  # noqa: F401  # likewise
from toc.scoring.table_cells import table_cells  # noqa: F401  # likewise

SIZES = (100_000, 1_000_000, 10_000_000)
ROUNDS = 3
MOST_IN_MEMORY = 10_000_000
FLOORS = ("numpy", "scan", "fetch")
LARGE = 50_000_000
MEGABYTES = 1000
_COLUMNS = ("person", "site", "indicator", "date", "kind", "score")


def scan(path: Path) -> object:
    """Add up the hashes of every column."""
    hashes = ", ".join(f"bit_xor(hash({column}))" for column in _COLUMNS)
    return duckdb.sql(f"SELECT {hashes} FROM read_parquet('{path}')").fetchall()  # noqa: S608  # a path of our own


def fetch(path: Path) -> object:
    """Have every cell handed over, and drop it."""
    rows = duckdb.sql(f"FROM read_parquet('{path}')")  # a path of our own
    return sum(batch.num_rows for batch in rows.to_arrow_reader(100_000))


def by_hand(path: Path) -> object:
    return import_module("numpy_scores").numpy_scores(path)


def on_duckdb(path: Path) -> object:
    return toc.score(theory(), path)


def on_polars(path: Path) -> object:
    return toc.score(theory(), import_module("polars").read_parquet(path))


def on_pandas(path: Path) -> object:
    return toc.score(theory(), import_module("pandas").read_parquet(path))


ARMS: dict[str, Callable[[Path], object]] = {
    "scan": scan,
    "fetch": fetch,
    "numpy": by_hand,
    "duckdb": on_duckdb,
    "polars": on_polars,
    "pandas": on_pandas,
}
IMPORTED = {"fetch": "pyarrow", "numpy": "numpy_scores", "polars": "polars", "pandas": "pandas"}
"""What an arm needs that the others do not, imported before its time begins."""


def seconds_of(work: Callable[[Path], object], path: Path) -> dict[str, float]:
    """The CPU seconds of the work, and the most memory that the process held, in MB."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    work(path)
    after = resource.getrusage(resource.RUSAGE_SELF)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": spent, "megabytes": after.ru_maxrss / 1024}


def measured(path: Path, arms: Sequence[str], rounds: int) -> dict[str, dict[str, float]]:
    """Let the arms take turns, each in a process of its own."""
    seen: dict[str, list[dict[str, Any]]] = {arm: [] for arm in arms}
    for _ in range(rounds):
        for arm in arms:
            command = [sys.executable, __file__, "--arm", arm, str(path)]
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            seen[arm].append(json.loads(told))
    return {
        arm: {name: median(each[name] for each in results) for name in ("seconds", "megabytes")}
        for arm, results in seen.items()
    }


def line(size: int, arm: str, found: dict[str, dict[str, float]]) -> str:
    """What one arm took, and how many times that of each floor."""
    spent = found[arm]
    ratios = [f"{spent['seconds'] / found[floor]['seconds']:.1f}" if floor in found else "" for floor in FLOORS]
    told = f"{size:>12,}  {arm:<8}{spent['seconds']:>8.2f}{spent['megabytes']:>8.0f}"
    return told + "".join(f"{ratio:>9}" for ratio in ratios)


def main(sizes: Sequence[int]) -> None:
    """Print one line per size and arm, then the slope."""
    floors = "".join(f"{'/ ' + floor:>9}" for floor in FLOORS)
    print(f"{'readings':>12}  {'arm':<8}{'CPU s':>8}{'MB':>8}{floors}")
    ours: list[tuple[int, float]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "readings.parquet"
            # A child of its own, since a process is told the memory of the one that started it.
            subprocess.run([sys.executable, __file__, "--make", str(size), str(path)], check=True)
            arms = [arm for arm in ARMS if size <= MOST_IN_MEMORY or arm in {"scan", "fetch", "duckdb"}]
            found = measured(path, arms, ROUNDS if size <= MOST_IN_MEMORY else 1)
        for arm in found:
            print(line(size, arm, found), flush=True)
        ours.append((size, found["duckdb"]["seconds"]))
        if size >= LARGE:
            held = found["duckdb"]["megabytes"]
            print(f"memory of ours on DuckDB at {size:,}: {held:.0f} MB, goal <= {MEGABYTES:,} MB")
    if len(ours) > 1:
        (small, quick), (large, slow) = ours[0], ours[-1]
        slope = log(slow / quick) / log(large / small)
        print(f"slope of ours on DuckDB, {small:,} to {large:,}: {slope:.2f}, goal <= 1.2")
    print(f"goals: <= 2 x numpy by hand, <= 10 x DuckDB's look at every cell; {MEGABYTES:,} MB at {LARGE:,}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--arm"]:
        if sys.argv[2] in IMPORTED:
            import_module(IMPORTED[sys.argv[2]])
        print(json.dumps(seconds_of(ARMS[sys.argv[2]], Path(sys.argv[3]))))
    elif sys.argv[1:2] == ["--make"]:
        make_readings(Path(sys.argv[3]), int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
