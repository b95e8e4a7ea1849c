"""The painted figure: placed dot text handed to Graphviz in a child process, under a time limit.

Whatever goes wrong there (no Graphviz, a crash, a hang, a warning) leaves as one `TocError` that names the one
command which installs a renderer.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from toc.errors import TocError

__all__ = ["INSTALL_HINT", "TIME_LIMIT", "RendererMissingError", "choose_renderer", "paint", "paint_environment"]

TIME_LIMIT = 30.0
"""Seconds that one painting may take."""

INSTALL_HINT = 'Install the renderer with: pip install "pygraphviz>=2.0"'
HERE = Path(__file__).parent
CHILDREN = {"pygraphviz": HERE / "paint_process.py", "dot": HERE / "dot_process.py"}
HARMLESS = re.compile(
    r"^Fontconfig.*$"
    r"|^Warning: node '[^']*', graph '[^']*' size too small for label$"
)
"""Lines that say nothing about the figure: the machine's own font settings, a font cache that cannot be written,
and a word in a substitute font that is wider than the invisible node around it."""


class RendererMissingError(TocError):
    """No renderer is installed; what needs none (dot text, JSON, the outline) still works."""


def paint(dot: str, form: str, *, time_limit: float = TIME_LIMIT) -> bytes:
    """The bytes of a figure in a format of Graphviz ("svg", "pdf", "png") from placed dot text.

    The renderer is the one that the environment variable TOC_RENDERER names ("pygraphviz" or "dot"), else
    pygraphviz where it is installed, else the program `dot`. Raises `TocError` where there is none or it fails.
    """
    renderer = choose_renderer(os.environ)
    command = [sys.executable, "-P", str(CHILDREN[renderer]), form]
    try:
        # A group of its own, so that a renderer that hangs ends with the programs it has started.
        child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=paint_environment(os.environ), start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise _failure(f"the renderer could not be started ({error.strerror}).") from error
    try:
        painted, said = child.communicate(dot.encode("utf-8"), timeout=time_limit)
    except subprocess.TimeoutExpired as error:
        _end(child)
        raise _failure(f"Graphviz did not finish within {time_limit:g} seconds.") from error
    except BaseException:
        _end(child)
        raise
    return _checked(painted, said.decode("utf-8", "replace"), child.returncode)


def choose_renderer(environment: Mapping[str, str]) -> str:
    """The renderer to use, "pygraphviz" or "dot"; `TocError` where none is installed or the choice is unknown."""
    choice = environment.get("TOC_RENDERER", "")
    if choice and choice not in CHILDREN:
        hint = f"Set it to {' or '.join(CHILDREN)}, or leave it out."
        raise TocError(f"TOC_RENDERER names an unknown renderer: {choice!r}.", hint=hint)
    for renderer in (choice,) if choice else tuple(CHILDREN):
        if sys.executable and _is_installed(renderer, environment):
            return renderer
    missing = f"{choice} is not installed." if choice else "no Graphviz is installed."
    raise RendererMissingError(f"The figure cannot be painted: {missing}", hint=INSTALL_HINT)


def _is_installed(renderer: str, environment: Mapping[str, str]) -> bool:
    if renderer == "dot":
        return shutil.which("dot", path=environment.get("PATH")) is not None
    return find_spec(renderer) is not None


def paint_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of the child: the fonts that come with this library, and no picture loaded from a file.

    fontconfig finds the fonts through XDG_DATA_HOME; Graphviz loads no image while SERVER_NAME is set.
    """
    return {
        **environment,
        "FONTCONFIG_FILE": str(HERE / "fonts" / "fonts.conf"),
        "XDG_DATA_HOME": str(HERE),
        "SERVER_NAME": "toc",
        "PYTHONWARNINGS": "ignore",
    }


def _checked(painted: bytes, said: str, code: int) -> bytes:
    complaints = [line for line in said.splitlines() if line.strip() and not HARMLESS.match(line)]
    if code < 0:
        raise _failure(f"Graphviz crashed (signal {-code}).")
    if code or complaints or not painted:
        # Python says last what went wrong, Graphviz first.
        told = complaints[-1 if code else 0].strip() if complaints else "it painted nothing."
        raise _failure(f"Graphviz failed: {told}")
    return painted


def _end(child: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
    for pipe in (child.stdin, child.stdout, child.stderr):
        if pipe:
            pipe.close()
    child.wait()


def _failure(what: str) -> TocError:
    return TocError(f"The figure cannot be painted: {what}", hint=INSTALL_HINT)
