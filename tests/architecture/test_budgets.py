"""How large a module and a function may be, how they are named and documented, and who may open a file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from statistics import median
from typing import TypeGuard

EXEMPT = {
    "toc/diagram/glyph_widths.py": "a table of the widths of letters, not code",
    "toc/validation/catalogue/structure.py": "the catalogue of rules: words, not code",
    "toc/validation/catalogue/indicators.py": "the catalogue of rules: words, not code",
}
NOWHERE = re.compile(r"(^|_)(utils?|helpers?|common|base|manager|misc)(_|$)")
OPENERS = {
    *("open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "touch", "unlink", "rename"),
    *("replace", "rmdir", "mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryDirectory", "copyfile"),
    *("copytree", "rmtree"),
}
OPENED_ELSEWHERE = {
    "toc/cli/output.py": "the null device, so that a reader who has gone away does no harm",
    "toc/data/foreign/packed.py": "a part of a workbook whose bytes were read before",
}


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Every function and class of a module, and every method of its classes, that has a public name."""
    public = [node for node in tree.body if _is_public(node)]
    yield from public
    for node in public:
        if isinstance(node, ast.ClassDef):
            yield from (inner for inner in node.body if _is_public(inner))


def _is_public(node: ast.stmt) -> TypeGuard[ast.FunctionDef | ast.ClassDef]:
    if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
        return False
    return not any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)


def _opened(tree: ast.Module) -> set[str]:
    """The names of what a module calls to open, write or remove a file."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    methods = {
        call.func.attr
        for call in calls
        # pathlib's `replace` takes one argument; that of a text, which harms nobody, takes two.
        if isinstance(call.func, ast.Attribute) and (call.func.attr != "replace" or len(call.args) == 1)
    }
    names = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    return (methods | (names - _harmless(tree))) & OPENERS


def _harmless(tree: ast.Module) -> set[str]:
    """The functions that a module defines, or imports from where nothing opens files."""
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)} | {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module not in {"io", "os", "shutil", "tempfile"}
        for name in node.names
    }


def test_no_module_has_more_than_300_lines(modules):
    assert {one.path: one.lines for one in modules if one.lines > 300 and one.path not in EXEMPT} == {}


def test_half_of_the_modules_have_at_most_100_lines(modules):
    assert median(one.lines for one in modules) <= 100


def test_every_module_that_is_exempt_is_there(modules):
    assert set(EXEMPT) | set(OPENED_ELSEWHERE) <= {one.path for one in modules}


def test_no_function_has_more_than_50_lines(modules):
    long = {
        f"{one.path}:{function.name}" for one in modules for function in one.functions if _length(function) > 50
    }
    assert long == set()


def test_half_of_the_functions_have_at_most_10_lines(modules):
    assert median(_length(function) for one in modules for function in one.functions) <= 10


def test_nothing_is_imported_inside_a_function_but_by_the_verbs(modules):
    inside = {
        one.path
        for one in modules
        for function in one.functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert {file for file in inside if not re.fullmatch(r"toc/cli/(\w+_)?verbs\.py", file)} == set()


def test_import_module_is_for_lazy_rooms_only(modules):
    lazy = {one.path for one in modules if "import_module(" in one.text}
    assert {path for path in lazy if not path.endswith("/__init__.py")} == set()


def test_no_module_is_named_for_nothing(modules):
    assert {
        one.path for one in modules for part in one.path.split("/") if NOWHERE.search(part.removesuffix(".py"))
    } == set()


def test_every_module_says_what_it_is(modules):
    assert {one.path for one in modules if not ast.get_docstring(one.tree)} == set()


def test_every_public_function_and_class_has_a_docstring(modules):
    bare = {
        f"{one.path}:{node.name}" for one in modules for node in _public(one.tree) if not ast.get_docstring(node)
    }
    assert bare == set()


def test_only_the_room_files_opens_writes_or_removes_a_path(modules):
    found = {
        one.path: opened
        for one in modules
        if not one.path.startswith("toc/files/")
        for opened in [_opened(one.tree)]
        if opened
    }
    assert set(found) == set(OPENED_ELSEWHERE), found


def test_no_warning_is_silenced_without_a_reason(modules):
    silenced = re.compile(r"#\s*(noqa|type:\s*ignore)(.*)$")
    bare = {
        f"{one.path}:{number}"
        for one in modules
        for number, line in enumerate(one.text.splitlines(), start=1)
        for found in [silenced.search(line)]
        if found and "#" not in found[2]
    }
    assert bare == set()


def test_nothing_is_left_for_later(modules):
    later = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError")
    assert {one.path for one in modules if later.search(one.text)} == set()
