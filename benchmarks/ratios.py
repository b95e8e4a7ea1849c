"""How fast and how frugal the library is, as ratios to what anybody would compare it with.

Run with `make bench`. Every figure but two is a ratio of medians of CPU time, both arms taken in turns in one run;
"goal" is the most that it should be. Nothing here fails: a benchmark informs, it does not test.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from math import log

import yaml
from arms import child_seconds, cpu_seconds, peak_bytes
from grown_model import grown_model
from networkx_rules import ASKED, networkx_rules

import toc
from diagram.views_made import made_view
from toc.diagram import lay_out
from toc.diagram.dot_text import PAINT_ZOOM, write_dot
from toc.diagram.painting import paint_environment
from toc.files import shipped_models
from toc.loading.yaml_tree import read_yaml

SIZES = (100, 1_000, 10_000)
ROUNDS = {100: 15, 1_000: 7, 10_000: 3}
CSOF = str(shipped_models() / "csof" / "csof.yaml")
PARSE = f"import yaml; yaml.load(open({CSOF!r}, 'rb'), yaml.CSafeLoader)"


@dataclass(frozen=True)
class Row:
    """One line of the table; a goal of None is a figure that nobody has set a goal for."""

    what: str
    seen: float
    goal: float | None


def parse(text: str) -> object:
    """What PyYAML's fast loader makes of a text: plain values without places."""
    return yaml.load(text, yaml.CSafeLoader)


def loading() -> Iterator[Row]:
    """Reading with every place, and loading, against PyYAML's fast loader; and how both grow."""
    seconds: dict[str, list[float]] = {"plain": [], "read": [], "load": [], "judge": []}
    for size in SIZES:
        text = grown_model(size)
        arms = (
            lambda text=text: parse(text),
            lambda text=text: read_yaml(text, "grown.yaml"),
            lambda text=text: toc.loads(text),
            lambda text=text: toc.validate(toc.loads(text)),
        )
        for name, spent in zip(seconds, cpu_seconds(arms, ROUNDS[size]), strict=True):
            seconds[name].append(spent)
    for number, size in enumerate(SIZES):
        plain = seconds["plain"][number]
        yield Row(f"read {size:,} nodes with every place / CSafeLoader", seconds["read"][number] / plain, 0.55)
        yield Row(f"load {size:,} nodes / CSafeLoader", seconds["load"][number] / plain, None)
        goal = 0.65 if size == 1_000 else None
        yield Row(f"load {size:,} nodes, all rules / CSafeLoader", seconds["judge"][number] / plain, goal)
    for name, words in (("read", "read"), ("load", "load"), ("judge", "load and all rules")):
        yield Row(f"slope of {words}, 100 to 10,000 nodes", _slope(seconds[name]), 1.15)


def _slope(seconds: list[float]) -> float:
    return log(seconds[-1] / seconds[0]) / log(SIZES[-1] / SIZES[0])


def rules() -> Iterator[Row]:
    """The rules on the graph, put into words, against the same questions asked of networkx and left without."""
    for size in SIZES[:2]:
        theory = toc.loads(grown_model(size))
        arms = (
            lambda theory=theory: toc.validate(theory, select=ASKED),
            lambda theory=theory: networkx_rules(theory),
        )
        ours, theirs = cpu_seconds(arms, ROUNDS[size])
        yield Row(f"rules on the graph, {size:,} nodes / networkx", ours / theirs, 0.3)


def memory() -> Iterator[Row]:
    """The peak of Python's memory while a text of 1,000 nodes is read and loaded."""
    text = grown_model(1_000)
    plain = peak_bytes(lambda: parse(text))
    yield Row("peak memory, read 1,000 nodes / CSafeLoader", peak_bytes(lambda: read_yaml(text, "")) / plain, 0.5)
    yield Row("peak memory, load 1,000 nodes / CSafeLoader", peak_bytes(lambda: toc.loads(text)) / plain, 0.5)


def processes() -> Iterator[Row]:
    """Whole processes: importing the library, and checking CSOF from the command line."""
    python = (sys.executable, "-c")
    nothing, imported = child_seconds(((*python, "pass"), (*python, "import toc")), 15)
    yield Row("`import toc` / `python -c pass`", imported / nothing, 2)
    commands = ((*python, PARSE), (sys.executable, "-m", "toc", "validate", CSOF))
    parsed, validated = child_seconds(commands, 9)
    yield Row("`toc validate csof.yaml` / a process that parses it", validated / parsed, 4)


def layouts() -> Iterator[Row]:
    """Laying out made theories of two sizes: the middle one of nine, in milliseconds and not as a ratio."""
    for boxes, page, goal in ((60, "A3", 100), (200, "A0", 1_000)):
        views = [made_view(seed, boxes) for seed in range(9)]
        spent = sorted(cpu_seconds([partial(lay_out, view, page) for view in views], 3))
        yield Row(f"layout of a theory of {boxes} boxes, in ms", 1_000 * spent[len(spent) // 2], goal)


def drawing() -> Iterator[Row]:
    """Laying out CSOF, writing and reworking its SVG, against Graphviz painting the finished dot text."""
    if find_spec("pygraphviz") is None:
        return
    os.environ.update(paint_environment(os.environ))
    from toc.diagram.paint_process import paint  # noqa: PLC0415  # needs the renderer that is asked for above

    theory = toc.load(CSOF)
    dot = toc.draw(theory).to_bytes("dot").decode()
    shapes = write_dot(toc.draw(theory).picture, zoom=PAINT_ZOOM, words=False)
    arms = (
        lambda: toc.draw(theory).to_bytes("svg"),
        lambda: paint(shapes, "svg"),
        lambda: paint(dot, "svg"),
        lambda: subprocess.run([sys.executable, "-S", "-c", ""], input=b"", capture_output=True, check=True),
    )
    ours, shapes_painted, painted, start = cpu_seconds(arms, 15)
    # The painting of the first arm happens in its child: it counts as much as the second. What this process needs
    # to start a child is apart, as is the child's own start.
    yield Row("draw CSOF as SVG / Graphviz painting its dot text", (ours - start + shapes_painted) / painted, 3)


def main() -> None:
    """Print one line per figure, 80 columns wide."""
    print(f"{'ratio of CPU time (or memory)':<56}{'seen':>8}{'goal':>8}  met")
    for part in (loading, rules, memory, processes, layouts, drawing):
        for row in part():
            goal = "" if row.goal is None else f"<= {row.goal:g}"
            met = "" if row.goal is None else "yes" if row.seen <= row.goal else "NO"
            print(f"{row.what:<56}{row.seen:>8.2f}{goal:>8}  {met}", flush=True)
    print("Not measured here: scoring millions of readings, and check-jsonschema.")


if __name__ == "__main__":
    main()
