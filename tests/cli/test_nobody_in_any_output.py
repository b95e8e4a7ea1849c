"""Canaries: people, days and impossible scores are planted in readings, and looked for in all that comes out."""

from __future__ import annotations

import csv
import logging
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet
import pytest

from toc.cli.command import main

MODEL = """\
toc: 1
id: homes
title: Calm homes
populations:
  parents: {label: Parents}
activities:
  visits: {label: Home visits, leads_to: {calm: {because: Parents talk about what works.}}}
outcomes:
  short_term:
    calm: {label: Parents are calmer, who: [parents], leads_to: {safe: {because: Calm parents shout less.}}}
  long_term:
    safe: {label: Children are safe at home, terminal: true}
scales:
  hundred: {lowest: 0, highest: 100, better: higher, points: {"0": never, "100": always}}
indicators:
  calmness: {label: Calmness, measures: [calm], scale: hundred, who: [parents]}
  safety: {label: Safety, measures: [safe], scale: hundred, who: [parents]}
sites: {north: north.yaml, south: south.yaml}
"""
SITE = "toc: 1\nextends: homes.yaml\nsite: {{id: {0}, name: The {0}}}\n"
PERSON, OFF_SCALE, DAYS = "CANARY-JANE", "987654321", ("2013-07-19", "2014-02-23", "2011-11-11")
COLUMNS = ("person", "site", "indicator", "date", "kind", "score", "informant", "school", "CANARY-HEADING")


def rows() -> Iterator[dict[str, str]]:
    for number, site, indicator, informant in product(
        range(9), ("north", "south"), ("calmness", "safety"), ("worker", "parent")
    ):
        usual = {"person": f"{PERSON}-{number}", "site": site, "indicator": indicator, "informant": informant}
        more = {"school": f"School {number % 2}", "CANARY-HEADING": PERSON}
        yield {**usual, **more, "date": DAYS[0], "kind": "initial", "score": str(40 + number)}
        if number % 4:
            yield {**usual, **more, "date": DAYS[1], "kind": "final", "score": str(40 + number * (number % 3))}


BAD = (
    {"score": OFF_SCALE},
    {"score": f"{PERSON}"},
    {"indicator": f"{PERSON}"},
    {"site": f"{PERSON}"},
    {"kind": f"{PERSON}"},
    {"date": f"{PERSON}"},
    {"date": "2999-07-19"},
    {"date": DAYS[2], "kind": "follow_up"},
    {"score": "41"},
    {"person": ""},
    {"indicator": "", "person": f"{PERSON}-x"},
)


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("homes.yaml").write_text(MODEL, encoding="utf-8")
    for site in ("north", "south"):
        Path(f"{site}.yaml").write_text(SITE.format(site), encoding="utf-8")
    sound = list(rows())
    _write("good.csv", sound)
    _write("bad.csv", [*sound, *({**sound[0], **bad} for bad in BAD)])
    _write("only_bad.csv", [{**sound[0], **bad} for bad in BAD])
    for name in ("good", "bad", "only_bad"):
        _as_parquet(name)
    _write("two_kinds.csv", [{**row, "improved": PERSON} for row in sound])
    Path("cut.csv").write_bytes(Path("good.csv").read_bytes()[:-3] + b'"' + PERSON.encode())
    Path("latin.csv").write_bytes(Path("good.csv").read_bytes() + f"{PERSON},é".encode("latin-1"))
    return tmp_path


def _write(name: str, table: list[dict[str, str]]) -> None:
    with Path(name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, [*COLUMNS, *(["improved"] if "improved" in table[0] else [])])
        writer.writeheader()
        writer.writerows(table)


def _as_parquet(name: str) -> None:
    """Write a file as Parquet too, which is counted where it is and not row by row, as large files are."""
    read = pyarrow.csv.ReadOptions(use_threads=False)
    text = pyarrow.csv.ConvertOptions(
        column_types=dict.fromkeys(COLUMNS, pyarrow.string()), strings_can_be_null=True
    )
    table = pyarrow.csv.read_csv(f"{name}.csv", read_options=read, convert_options=text)
    pyarrow.parquet.write_table(table, f"{name}.parquet")


def commands() -> Iterator[list[str]]:
    for data in ("good.csv", "bad.csv", "only_bad.csv", "two_kinds.csv", "cut.csv", "latin.csv"):
        for kind in ("text", "json", "sarif", "github", "junit", "gitlab"):
            yield ["validate", "homes.yaml", "--data", data, "--format", kind]
        for model, kind in product(("homes.yaml", "north.yaml"), ("table", "json", "csv")):
            yield ["score", model, data, "--format", kind]
        yield ["score", "homes.yaml", data, "--strict"]
    for data in ("good.parquet", "bad.parquet", "only_bad.parquet"):
        yield from (["score", model, data] for model in ("homes.yaml", "north.yaml"))
        yield from (["validate", "homes.yaml", "--data", data, "--format", kind] for kind in ("text", "json"))
    for data in ("bad.csv", "bad.parquet"):
        yield from (["score", "homes.yaml", data, *more] for more in OPTIONS)
        yield ["funnel", "homes.yaml", data]
        yield ["funnel", "homes.yaml", data, "--publication"]
        yield ["schedule", "homes.yaml", data, "--today", "2014-12-31"]
        yield ["schedule", "homes.yaml", data, "--today", "2014-12-31", "--publication", "--format", "csv"]
    yield from (["score", "homes.yaml", "bad.csv", "-o", f"card.{kind}"] for kind in CARDS)
    yield from (["score", "homes.yaml", "bad.csv", "--plot", plot, "-o", f"{plot}.svg"] for plot in PLOTS)
    yield from (["draw", "homes.yaml", "--scores", "bad.csv", "-o", f"figure.{kind}"] for kind in FIGURES)
    yield ["tabulate", "bad.csv"]


OPTIONS = (
    ["--tests"],
    ["--publication"],
    ["--publication", "--rule", "person_any", "--by", "site"],
    ["--publication", "--by", "school", "--by", "site"],
    *(["--by", by] for by in ("site", "stage", "population", "informant", "school")),
    *(["--by", by] for by in ("person", "date", "score", "nothing")),
    *(["--rule", rule] for rule in ("mean_of_shares", "person_any", "person_all", "person_net")),
    ["--informant", "worker"],
    ["--informant", "nobody"],
    ["--compare-sites"],
    ["--final-only"],
    ["--window", "30-400"],
    ["--min-step", "5"],
    ["--reliable-change", "hundred=10,0.8"],
    ["--explain", "calm"],
    ["--explain", "calm", "--format", "json"],
)
CARDS = ("html", "md", "json", "txt", "csv", "parquet")
PLOTS = ("changes", "coverage")
FIGURES = ("svg", "html", "json", "txt", "dot", "mmd")


def text_of(path: Path) -> str:
    """Return all that a file holds, unpacked."""
    if path.suffix != ".parquet":
        return path.read_text("utf-8")
    table = pyarrow.parquet.read_table(path)
    return f"{table.to_pylist()} {table.schema.metadata}"


def run(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["toc", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0)


@pytest.mark.usefixtures("homes")
def test_nobody_and_no_day_or_impossible_score_of_anybody_comes_out_of_any_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    kept = {path.name for path in Path().iterdir()}
    found, ran = [], 0
    for arguments in commands():
        code = run(arguments, monkeypatch)
        said = capsys.readouterr()
        files = "".join(text_of(path) for path in Path().iterdir() if path.name not in kept)
        out = said.out + said.err + files + caplog.text
        asked = " ".join(arguments) if code == 2 else ""
        told = [sign for sign in ("CANARY", OFF_SCALE, *DAYS) if sign in out and sign not in asked]
        found += [(arguments, sign) for sign in told]
        ran += 1
    assert found == []
    assert ran > 125
