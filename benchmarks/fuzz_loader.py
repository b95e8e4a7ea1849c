"""A coverage-guided fuzzer on the loader: nothing but `TocError` may leave it, whatever the text.

Run with `make fuzz SECONDS=60`. The first texts are the hostile inputs of the tests; a text that does harm is
written to `build/fuzz`, and the run fails.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["toc"]):
    from toc.errors import TocError
    from toc.loading import inspect_text, loads
    from toc.validation import validate_inspection

ROOT = Path(__file__).parents[1]
SLOW = 5
"""Seconds that one small text may take."""


def load_it(content: bytes) -> None:
    """Load one text; every error but a `TocError` ends the run."""
    text = content.decode("utf-8", errors="surrogateescape")
    with contextlib.suppress(TocError):
        loads(text)
    for finding in validate_inspection(inspect_text(text)):
        str(finding)


def main() -> None:
    """Fuzz for the given seconds, beginning from the hostile inputs and the models."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=60)
    seconds = parser.parse_args().seconds
    corpus = ROOT / "build" / "fuzz"
    (corpus / "corpus").mkdir(parents=True, exist_ok=True)
    first = [ROOT / "tests" / "hostile" / "files", ROOT / "models", ROOT / "tests" / "models" / "shapes"]
    atheris.Setup(
        [
            sys.argv[0], f"-max_total_time={seconds}", f"-timeout={SLOW}", "-max_len=20000", "-rss_limit_mb=1024",
            f"-artifact_prefix={corpus}/", "-print_final_stats=1", str(corpus / "corpus"), *map(str, first),
        ],
        load_it,
    )  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    main()
