"""While a file is read for long, a terminal shows that, and nothing else does."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from toc.cli.sign_of_life import called
from toc.data.foreign.refusal import telling

pty = pytest.importorskip("pty", reason="There are no terminals of this kind here.")

CSOF = str(Path(__file__).parents[2] / "models" / "csof" / "csof.yaml")
COMMAND = (sys.executable, "-m", "toc")
LONG = 3.5
"""So many seconds the slow file takes at least."""


@dataclass(frozen=True)
class Shown:
    code: int
    out: str
    terminal: str

    @property
    def left(self) -> list[str]:
        """The lines that stand on the terminal at the end, as a person sees them."""
        return [line for line in map(overwritten, self.terminal.split("\r\n")) if line]


def overwritten(line: str) -> str:
    shown = ""
    for part in line.split("\r"):
        shown = part + shown[len(part) :]
    return shown.rstrip()


def on_terminal(*arguments: object, stop_at: str = "") -> Shown:
    """Run the command with its standard error on a terminal; press Ctrl+C where that shows `stop_at`."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    seen = ""
    with run, os.fdopen(ours, "rb", buffering=0) as terminal:
        while part := read_some(terminal):
            seen += part
            if stop_at and stop_at in seen:
                run.send_signal(signal.SIGINT)
                stop_at = ""
        assert run.stdout is not None
        out = run.stdout.read().decode()
    return Shown(run.returncode, out, seen)


def read_some(terminal) -> str:
    try:
        return terminal.read(4096).decode()
    except OSError:  # how the last one to use a terminal leaves it
        return ""


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Readings that take a while on any machine: the nearest name is looked for each name that is none."""
    path = tmp_path_factory.mktemp("slow") / "slow.csv"
    rows, took = 500, 0.0
    while took < LONG:
        rows = int(rows * min(10, max(1.2, 1.4 * LONG / took))) if took else rows
        lines = (f"p{at},wales,improved parental stress {at},2013-01-01,initial,3" for at in range(rows))
        path.write_text("\n".join(["person,site,indicator,date,kind,score", *lines]))
        begun = time.monotonic()
        piped = subprocess.run([*COMMAND, "score", CSOF, path], check=False, capture_output=True)
        took = time.monotonic() - begun
        assert (piped.returncode, piped.stdout) == (2, b"")
        assert re.fullmatch(rb"toc: [^\r\n]*\n", piped.stderr), "something was shown that nobody looks at"
    return path


def test_from_two_seconds_on_one_line_is_written_anew_each_second_and_erased(slow):
    shown = on_terminal("score", CSOF, slow)
    assert (shown.code, shown.out) == (2, "")
    written, erased, rest = re.fullmatch(
        r"((?:\rReading slow\.csv: \d+ s)+)\r( +)\r(toc: .*\r\n)", shown.terminal
    ).groups()
    seconds = [int(each) for each in re.findall(r"(\d+) s", written)]
    assert seconds[0] == 2
    assert all(later - earlier in {1, 2} for earlier, later in pairwise(seconds))
    assert len(erased) == len(written.split("\r")[-1])
    assert shown.left == [rest.rstrip()]


def test_ctrl_c_leaves_nothing_on_the_terminal(slow):
    shown = on_terminal("score", CSOF, slow, stop_at="2 s")
    assert (shown.code, shown.out, shown.left) == (130, "", [])


def test_what_is_done_at_once_says_nothing_on_a_terminal(folder):
    shown = on_terminal("score", folder / "garden.yaml", folder / "counts.csv")
    assert (shown.code, shown.terminal) == (0, "")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("data/readings.csv", "readings.csv"),
        ("postgres://anna:secret@host/cases#readings", "the database"),
        ("a\tb\x1b[2J.csv", "a b [2J.csv"),
        (f"{'long' * 20}.csv", f"{'long' * 9}l..."),
    ],
)
def test_data_are_called_by_what_can_be_shown_on_one_line(data, name):
    assert called(data) == name


def test_what_duckdb_says_of_ctrl_c_is_no_fault_of_the_data():
    with pytest.raises(KeyboardInterrupt), telling("It cannot be read.", "Look at it."):
        raise RuntimeError("Query interrupted")
