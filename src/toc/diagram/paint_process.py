"""The child process that paints with pygraphviz: placed dot text in, the bytes of a figure out.

Run as `python -m toc.diagram.paint_process FORMAT`. A process of its own, because Graphviz can crash, can hang and
writes its warnings to file descriptor 2. It imports nothing of this library, so that it starts fast.
"""

from __future__ import annotations

import sys

import pygraphviz  # type: ignore[import-untyped]  # it ships no types

__all__ = ["paint"]


def paint(dot: str, form: str) -> bytes:
    """The bytes that Graphviz paints from placed dot text; nothing is moved."""
    graph = pygraphviz.AGraph(string=dot)
    graph.layout(prog="nop2")
    return bytes(graph.draw(format=form))


if __name__ == "__main__":
    sys.stdout.buffer.write(paint(sys.stdin.buffer.read().decode("utf-8"), sys.argv[1]))
