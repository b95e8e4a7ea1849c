"""Two ways of doing one thing, timed turn by turn in one run, so that a busy machine is unfair to neither."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from statistics import median


def cpu_seconds(arms: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """The median CPU time of each arm in this process, the collector off in all of them."""
    return _medians([lambda arm=arm: _own_seconds(arm) for arm in arms], rounds)


def child_seconds(commands: Sequence[Sequence[str]], rounds: int) -> list[float]:
    """The median CPU time of each command, as a whole process with its start, all modules compiled before."""
    with tempfile.TemporaryDirectory() as folder:
        # An environment may forbid to keep compiled modules: then only a program that is installed has any.
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        timers = [lambda command=command: _child_seconds(command, environment) for command in commands]
        return _medians(timers, rounds)


def peak_bytes(arm: Callable[[], object]) -> int:
    """The most memory that Python objects take at any moment of the work."""
    gc.collect()
    tracemalloc.start()
    kept = arm()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    del kept
    return peak


def _medians(timers: Sequence[Callable[[], float]], rounds: int) -> list[float]:
    seen: list[list[float]] = [[] for _ in timers]
    for number in range(rounds + 1):
        for timer, times in zip(timers, seen, strict=True):
            seconds = timer()
            if number:  # the first round warms the caches and is not counted
                times.append(seconds)
    return [median(times) for times in seen]


def _own_seconds(arm: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        kept = arm()
        spent = time.process_time() - start
    finally:
        gc.enable()
    del kept
    return spent


def _child_seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
