"""The child process that paints with an installed Graphviz: placed dot text in, the bytes of a figure out.

Run as `python -m toc.diagram.dot_process FORMAT`, as `paint_process` is. It needs the program `dot` on the PATH.
"""

from __future__ import annotations

import sys

import graphviz  # type: ignore[import-untyped]  # it ships no types

__all__ = ["paint"]


def paint(dot: str, form: str) -> bytes:
    """The bytes that `neato -n2` paints from placed dot text; nothing is moved."""
    return bytes(graphviz.pipe("neato", form, dot.encode("utf-8"), neato_no_op=2))


if __name__ == "__main__":
    sys.stdout.buffer.write(paint(sys.stdin.buffer.read().decode("utf-8"), sys.argv[1]))
