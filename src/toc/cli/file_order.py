"""Which file is the model, where somebody may have taken data for it or turned the two round."""

from __future__ import annotations

from pathlib import Path

from toc.errors import TocError

__all__ = ["check_model", "check_order"]

_MODELS = (".yaml", ".yml")
_TABLES = (".csv", ".tsv", ".xlsx", ".parquet", ".duckdb")


def check_order(verb: str, model: str, data: str) -> None:
    """Refuse a table in the place of the model with a model in the place of the data."""
    if Path(model).suffix.lower() in _TABLES and Path(data).suffix.lower() in _MODELS:
        raise TocError(
            f"The model comes first, and {model} looks like the data.", hint=f"Write toc {verb} {data} {model}."
        )


def check_model(model: str, way_out: str) -> None:
    """Refuse a table in the place of a model; `way_out` says what to write instead."""
    if Path(model).suffix.lower() in _TABLES:
        raise TocError(f"{model} looks like data, and not like a model.", hint=way_out)
