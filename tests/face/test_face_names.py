"""The public API is one list, held in both directions, and importing it costs nothing."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys

import pytest

import toc
from toc.errors import TocError

DOCUMENTED = {
    "LoadError": "class",
    "TheoryOfChange": "class",
    "TocError": "class",
    "diff": "function",
    "draw": "function",
    "dump": "function",
    "for_publication": "function",
    "from_dict": "function",
    "funnel": "function",
    "load": "function",
    "loads": "function",
    "matrix": "function",
    "plot": "function",
    "schedule": "function",
    "score": "function",
    "scorecard": "function",
    "tabulate": "function",
    "to_networkx": "function",
    "trace": "function",
    "validate": "function",
}
HEAVY = (
    *("pydantic", "yaml", "networkx", "click", "graphviz", "pygraphviz", "scipy", "numpy", "duckdb", "pandas"),
    "matplotlib",
)
ROOMS = sorted(module.name for module in pkgutil.iter_modules(toc.__path__))


def _modules_after(program: str, *arguments: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded after running a program."""
    program += "\nimport json, sys\nprint(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=True, timeout=60)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_face_is_exactly_the_documented_names():
    assert toc.__all__ == sorted(DOCUMENTED)


@pytest.mark.parametrize("name", sorted(DOCUMENTED))
def test_every_name_of_the_face_is_there_and_documented(name):
    value = getattr(toc, name)
    assert isinstance(value, type) == (DOCUMENTED[name] == "class")
    assert callable(value)
    assert value.__doc__
    assert value.__name__ == name


def test_dir_shows_the_whole_face():
    assert set(DOCUMENTED) <= set(dir(toc))


def test_every_public_name_of_the_package_is_on_the_list_or_a_room():
    public = {name for name in dir(toc) if not name.startswith("_")}
    machinery = {"annotations", "import_module", "version", "TYPE_CHECKING", "Any"}
    assert public - machinery - set(ROOMS) == set(DOCUMENTED)


def test_no_name_of_the_face_is_the_name_of_a_room():
    assert not set(DOCUMENTED) & set(ROOMS)


def test_star_import_gives_the_face():
    names: dict[str, object] = {}
    exec("from toc import *", names)  # noqa: S102  # a star import is only possible at the top of a module
    assert set(names) - {"__builtins__"} == set(DOCUMENTED)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'lode'"):
        _ = toc.lode


def test_every_kind_of_error_is_a_toc_error():
    assert toc.TocError is TocError
    assert issubclass(toc.LoadError, toc.TocError)


def test_importing_toc_imports_nothing_heavy():
    assert not _modules_after("import toc; dir(toc); toc.__all__") & set(HEAVY)


def test_the_version_is_known_without_anything_heavy():
    assert not _modules_after("import toc; toc.__version__") & set(HEAVY)


def test_validating_never_imports_networkx_numbers_or_a_renderer(csof):
    loaded = _modules_after("import sys, toc; toc.validate(toc.load(sys.argv[1]))", str(csof))
    assert not loaded & {"networkx", "scipy", "numpy", "duckdb", "pandas", "pygraphviz", "graphviz", "click"}


def test_the_command_that_validates_never_imports_them_either(csof):
    program = (
        "import sys, toc.cli\n"
        "sys.argv = ['toc', 'validate', sys.argv[1]]\n"
        "try:\n    toc.cli.main()\nexcept SystemExit as end:\n    assert not end.code"
    )
    loaded = _modules_after(program, str(csof))
    assert not loaded & {"networkx", "scipy", "numpy", "duckdb", "pandas", "pygraphviz", "graphviz"}


def test_scoring_counts_needs_no_numbers_library(csof, table4):
    program = "import sys, toc; toc.score(toc.load(sys.argv[1]), sys.argv[2])"
    assert not _modules_after(program, str(csof), str(table4)) & {"scipy", "numpy", "duckdb", "pandas", "networkx"}
