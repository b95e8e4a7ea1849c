"""A merged tree as a `TheoryOfChange`, or everything that is wrong with its types."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from toc.errors import Fault
from toc.loading.fields import known_fields
from toc.loading.nearest import nearest_hint
from toc.loading.tree import Branch, place_at
from toc.model import TheoryOfChange

__all__ = ["typed_theory"]

_SITE_BLOCKS = {"add", "change", "drop"}


def typed_theory(tree: Branch) -> tuple[TheoryOfChange | None, tuple[Fault, ...]]:
    """Return the theory that a tree holds, or None and a fault for each wrong, missing or unknown key."""
    try:
        return TheoryOfChange.model_validate(tree), ()
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False, include_context=True)
    faults: dict[tuple[Any, ...], Fault] = {}
    for detail in details:
        fault = _fault(tree, detail)
        faults.setdefault((fault.kind, fault.place, fault.subject), fault)
    return None, tuple(faults.values())


def _fault(tree: Branch, detail: Any) -> Fault:
    path = tuple(step for step in detail["loc"] if step != "[key]")
    kind = detail["type"]
    place = place_at(tree, path)
    subject = _subject(path)
    if kind == "extra_forbidden":
        return Fault("unknown-field", *_unknown(path, place), subject)
    if kind == "missing":
        holder = f"`{path[-2]}` has" if len(path) > 1 else "The model has"
        return Fault(
            "missing-field", f"{holder} no `{path[-1]}`.", place, f"Add `{path[-1]}: ...` to it.", subject
        )
    if detail["loc"][-1] == "[key]":
        message = f"`{path[-1]}` cannot be an id."
        hint = "An id begins with a letter and holds only letters without accents, digits, `_` and `-`."
        return Fault("bad-id", message, place, hint, subject)
    message, hint = _wrong_type(tree, path, detail)
    return Fault("wrong-type", message, place, hint, subject)


def _unknown(path: tuple[Any, ...], place: Any) -> tuple[str, Any, str]:
    key = str(path[-1])
    known = known_fields(path[:-1])
    if len(path) == 1 and key in _SITE_BLOCKS:
        hint = "Only a site uses it; a site begins with `extends: <the base>`."
    else:
        hint = nearest_hint(key, known, f"It may have: {', '.join(known)}." if known else "")
    holder = f"in `{path[-2]}`" if len(path) > 1 else "in a model"
    return f"`{key}` is not a key that can stand {holder}.", place, hint


def _subject(path: tuple[Any, ...]) -> str:
    words = [str(step) for step in path]
    if len(words) > 1 and words[0] == "outcomes":
        words = words[1:]
    if len(words) > 3 and words[2] == "leads_to":
        return f"{words[1]} -> {words[3]}"
    if len(words) > 3 and words[2] == "engages":
        return f"{words[3]} -> {words[1]}"
    return words[1] if len(words) > 1 else ""


_WANTED = {
    "string_type": "text", "text_type": "text, or text for each language", "int_type": "a whole number",
    "int_from_float": "a whole number", "float_type": "a number", "bool_type": "true or false",
    "dict_type": "a mapping (`key: value` lines)", "model_type": "a mapping (`key: value` lines)",
    "tuple_type": "a list", "finite_number": "a finite number",
}  # fmt: skip


def _wrong_type(tree: Branch, path: tuple[Any, ...], detail: Any) -> tuple[str, str]:
    key = next(
        (str(step) for step in reversed(path) if isinstance(step, str) and _is_written(tree, path, step)), "it"
    )
    kind, context = detail["type"], detail.get("ctx") or {}
    if kind in ("int_type", "float_type", "int_from_float") and path[-1] in ("int", "float"):
        return f"`{key}` must be a number.", "Write digits, without a unit, quotes or commas."
    if kind == "literal_error":
        return f"`{key}` must be one of {context['expected']}.", ""
    if kind in _WANTED:
        hint = "Put it into quotes." if kind in ("string_type", "text_type") and _is_number(tree, path) else ""
        return f"`{key}` must be {_WANTED[kind]}.", hint
    if kind == "string_pattern_mismatch":
        hint = 'Write a month like "2013-04".' if key in ("start", "end") else "Use letters, digits, `_` and `-`."
        return f"`{key}` is not written as it should be.", hint
    return f"`{key}`: {detail['msg'].replace('Input should', 'it must')}.", ""


def _is_written(tree: Branch, path: tuple[Any, ...], step: str) -> bool:
    node: Any = tree
    for key in path:
        if not isinstance(node, Branch) or key not in node:
            return False
        if key == step:
            return True
        node = node[key]
    return False


def _is_number(tree: Branch, path: tuple[Any, ...]) -> bool:
    node: Any = tree
    for key in path:
        node = node.get(key) if isinstance(node, Branch) else None
    return isinstance(node, int | float)
