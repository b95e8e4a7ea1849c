"""How long `toc validate` takes over what was made to hurt, how much memory, and what it says.

Run with `python benchmarks/hostile.py`. Each row is a process of its own: its seconds from start to end, the
most memory that it held, and the code and place of the finding. Goals: 2 seconds and 200 MB.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "hostile"))

from hostile_inputs import HOSTILE, Hostile, written

SECONDS, MEGABYTES = 2.0, 200.0


def measured(hostile: Hostile, path: Path) -> tuple[float, float, float, str]:
    """Seconds from start to end, those of the processor, megabytes, and what was found."""
    command = [sys.executable, "-m", "toc", "validate", str(path), "--format", "json", "--fail-on", "warning"]
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(child.pid, 0)
        spent = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        words = out.read().decode()
    cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    if child.returncode != 1:
        return spent, cpu, memory, f"LEFT WITH {child.returncode}"
    findings = json.loads(words)["findings"]
    first = next((one for one in findings if one["code"] == hostile.code), None)
    found = f"{first['code']} {first['line']}:{first['column']}" if first else "NOT FOUND"
    return spent, cpu, memory, found


def main() -> None:
    """Print a table of 80 columns; what is over a goal is marked."""
    print(f"{'input':<28}{'seconds':>9}{'of CPU':>9}{'MB':>7}  {'finding':<18}")
    with tempfile.TemporaryDirectory() as folder:
        paths = written(Path(folder))
        for one in HOSTILE:
            spent, cpu, memory, found = measured(one, paths[one.name])
            over = " OVER" if cpu > SECONDS or memory > MEGABYTES else ""
            print(f"{one.name:<28}{spent:>9.2f}{cpu:>9.2f}{memory:>7.0f}  {found:<18}{over}", flush=True)


if __name__ == "__main__":
    main()
