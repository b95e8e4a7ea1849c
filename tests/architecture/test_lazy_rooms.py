"""What a room gives out only when it is asked for."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

import toc
from toc.files import shipped_models

PACKAGES = [
    module.name
    for module in pkgutil.walk_packages(toc.__path__, "toc.")
    if module.ispkg and module.name != "toc.models"
]
MODEL = shipped_models() / "csof" / "csof.yaml"
LAZY = [name for name in PACKAGES if hasattr(import_module(name), "_HOME")]


def test_there_are_lazy_rooms() -> None:
    assert {"toc.files", "toc.graph", "toc.loading", "toc.reports", "toc.validation.checks"} <= {*LAZY}


@pytest.mark.parametrize("name", LAZY)
def test_no_lazy_name_is_that_of_a_module_which_would_take_its_place(name: str) -> None:
    package = import_module(name)
    modules = {module.name for module in pkgutil.iter_modules(package.__path__)}
    assert modules.isdisjoint(package._HOME)


@pytest.mark.parametrize("name", LAZY)
def test_every_lazy_name_is_found_where_it_is_said_to_be(name: str) -> None:
    package = import_module(name)
    for given, home in package._HOME.items():
        assert getattr(package, given) is getattr(import_module(f"{name}.{home}"), given)


def test_checking_a_model_imports_nothing_that_only_other_work_needs() -> None:
    code = f"import sys, toc; toc.validate(toc.load({str(MODEL)!r})); print(*sys.modules)"
    run = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    others = (
        "files.writing",
        "graph.traced",
        "loading.new_site",
        "model.theory_fingerprint",
        "validation.baseline",
    )
    assert {"networkx", "toc.validation.checks.site_checks", *(f"toc.{one}" for one in others)}.isdisjoint(
        run.stdout.split()
    )
