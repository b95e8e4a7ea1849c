"""A merged tree as a `TheoryOfChange`, or everything that is wrong with its types."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from pydantic import ValidationError

from toc.errors import Fault
from toc.loading.comma_cut import comma_cut
from toc.loading.fields import known_fields
from toc.loading.limits import MAX_FAULTS
from toc.loading.missing_blank import missing_blank
from toc.loading.nearest import nearest_hint, nearest_word, shown, typo_mended
from toc.loading.not_indented import keys_not_indented, put_further_in
from toc.loading.subject import subject_of
from toc.loading.tree import Branch, place_at, written_part
from toc.model import STAGES, TheoryOfChange
from toc.places import Place

__all__ = ["typed_theory"]

_MOST_DETAILS = 10 * MAX_FAULTS
_SITE_BLOCKS = {"add", "change", "drop"}
_KEY_FAULTS = {"string_pattern_mismatch", "string_too_long", "literal_error"}
"""What pydantic finds wrong with a key; somebody's id may be "[key]" too, its own word for that."""


def typed_theory(tree: Branch) -> tuple[TheoryOfChange | None, tuple[Fault, ...]]:
    """Return the theory that a tree holds, or None and a fault for each wrong, missing or unknown key.

    A wrong `toc` is left to the check of the format version. At most `MAX_FAULTS` are told.
    """
    theory, details = _validated(tree, most=_MOST_DETAILS)
    if theory is None and details is None:
        details = _validated(_beginning(tree, ()))[1] or _validated(tree)[1]
    if details is None:
        return theory, ()
    faults: dict[tuple[Place | None, str, str], Fault] = {}
    for detail in _without_echoes(tree, details)[:MAX_FAULTS]:
        if detail["loc"] != ("toc",):
            fault = _fault(tree, detail)
            # The two halves of "a whole number or a decimal one" each complain of one value.
            named = fault.message if fault.kind == "missing-field" or fault.place is None else ""
            faults.setdefault((fault.place, fault.kind, named), fault)
    return None, tuple(faults.values())


def _validated(tree: Branch, most: int | None = None) -> tuple[TheoryOfChange | None, list[Any] | None]:
    """Return the theory, or what is wrong with it; neither where there are more faults than `most`."""
    try:
        return TheoryOfChange.model_validate(tree), None
    except ValidationError as error:
        if most is not None and error.error_count() > most:
            return None, None
        return None, list(error.errors(include_url=False, include_input=False, include_context=True))


def _without_echoes(tree: Branch, details: list[Any]) -> list[Any]:
    """Return what is wrong, but not what an entry lacks where a key that is like it stands there instead.

    Of an `ignore` without `code` any other key is taken for it. Keys that should stand further in are told at
    their entry.
    """
    paths = [one["loc"] for one in details[:MAX_FAULTS] if one["type"] == "model_type"]
    beside = {(*path[:-1], key) for path in paths for key in keys_not_indented(tree, path)}
    details = [one for one in details if not any(one["loc"][:end] in beside for end in (2, 3))]
    misnamed = {
        one["loc"][:-1]
        for one in details
        if one["type"] == "extra_forbidden" and _is_in_ignore(one["loc"]) and "code" not in _holder_at(tree, one)
    }
    misspelt = {(*one["loc"][:-1], _meant(one["loc"])) for one in details if one["type"] == "extra_forbidden"}
    return [
        one
        for one in details
        if one["type"] != "missing" or (one["loc"][:-1] not in misnamed and one["loc"] not in misspelt)
    ]


def _meant(path: tuple[Any, ...]) -> str | None:
    """Return the key that a misspelt one is told to be like, if any."""
    return nearest_word(str(path[-1]), known_fields(path[:-1]))


def _is_in_ignore(path: tuple[Any, ...]) -> bool:
    """Say whether a path leads to a key of an entry of an `ignore`."""
    return path[-3:-2] == ("ignore",) and isinstance(path[-2], int)


def _holder_at(tree: Branch, detail: Any) -> Any:
    return _value_at(tree, detail["loc"][:-1])


def _beginning(node: Any, path: tuple[str, ...]) -> Any:
    """Return a tree with the first keys of each mapping: as many as are told, and those that belong there.

    To describe the faults of a hundred thousand keys would take more memory than to read them.
    """
    if not isinstance(node, Branch):
        return node
    keys = dict.fromkeys(islice(node, MAX_FAULTS))
    if len(node) > MAX_FAULTS:
        keys.update(dict.fromkeys(key for key in known_fields(path) if key in node))
    return Branch.of({key: _beginning(node[key], (*path, key)) for key in keys})


def _fault(tree: Branch, detail: Any) -> Fault:
    path = detail["loc"]
    is_key = len(path) > 1 and path[-1] == "[key]" and detail["type"] in _KEY_FAULTS
    if is_key:
        path = path[:-1]
    subject = subject_of(path)
    if _is_no_reason(tree, path):
        message = f"{_holder(path)} does not say why."
        return Fault("ignore-without-reason", message, place_at(tree, path), "Add `reason: ...` to it.", subject)
    if detail["type"] == "missing":
        place = place_at(tree, path[:-1])
        return Fault("missing-field", _missing(path), place, f"Add `{path[-1]}: ...` to it.", subject)
    place = place_at(tree, path)
    if detail["type"] == "extra_forbidden":
        cut = comma_cut(tree, path)
        if cut is not None:
            return Fault("unknown-field", *cut, subject)
        edit = typo_mended(str(path[-1]), known_fields(path[:-1]), place)
        return Fault("unknown-field", _unknown(path), place, _instead(path), subject, edit=edit)
    if is_key or (path == ("id",) and detail["type"] != "string_type"):
        return Fault("bad-id", *_bad_id(path, detail, place), subject)
    message, hint = _wrong_type(tree, path, detail)
    return Fault("wrong-type", message, place, hint, subject)


def _is_no_reason(tree: Branch, path: tuple[Any, ...]) -> bool:
    """Say whether an `ignore` has no reason, or an empty one; a number where one is wanted is of a wrong type."""
    is_reason = _is_in_ignore(path) and path[-1] == "reason"
    written = _value_at(tree, path) if is_reason and written_part(tree, path) == path else None
    return is_reason and (written is None or (isinstance(written, str) and not written.strip()))


def _value_at(tree: Branch, path: tuple[Any, ...]) -> Any:
    value: Any = tree
    for step in path:
        value = value[step]
    return value


def _missing(path: tuple[Any, ...]) -> str:
    return f"{_holder(path)} has no `{path[-1]}`."


def _unknown(path: tuple[Any, ...]) -> str:
    holder = _holder(path) if len(path) > 1 else "a model"
    return f"`{shown(path[-1])}` is not a key that can stand in {holder}."


def _holder(path: tuple[Any, ...]) -> str:
    """Return the name of what the last key stands in; of a list, that of its key."""
    names = [step for step in path[:-1] if isinstance(step, str)]
    return f"`{shown(names[-1])}`" if names else "the model"


def _instead(path: tuple[Any, ...]) -> str:
    key, known = str(path[-1]), known_fields(path[:-1])
    if len(path) == 1 and key in _SITE_BLOCKS:
        return "Only a site uses it; a site begins with `extends: <the base>`."
    if path[0] == "scales" and key == "basis" and len(path) == 3:
        return "It belongs to `better`: `better: {value: higher, basis: inferred}`."
    way_out = f" {_IGNORE}" if _is_in_ignore(path) else ""
    return nearest_hint(key, known, f"It may have: {', '.join(known)}.{way_out}")


def _bad_id(path: tuple[Any, ...], detail: Any, place: Place | None) -> tuple[str, Place | None, str]:
    if path[0] == "stage_labels":
        return f"`{shown(path[-1])}` is not a stage.", place, f"The stages are {', '.join(STAGES)}."
    hint = "An id begins with a letter and holds only letters without accents, digits, `_` and `-`."
    if detail["type"] == "string_too_long":
        return f"`{shown(path[-1])}` is too long for an id.", place, "An id has at most 80 letters."
    if path == ("id",):
        return "the `id` of the model is not written as an id.", place, hint
    if path[-2] in ("leads_to", "engages") and "," in str(path[-1]):
        hint = f"Put a list into brackets: `{path[-2]}: [{shown(path[-1])}]`."
    elif path[-2] in ("leads_to", "engages") and (blank := missing_blank(str(path[-1]).split(" ")[0], 0)):
        hint = blank.hint
    return f"`{shown(path[-1])}` cannot be an id.", place, hint


_IGNORE = "Write `- code: TOC301`, and on the line below `reason: ...`."
_NUMBER = "Write digits, without a unit, quotes or commas."
_WANTED = {
    "string_type": "text", "text_type": "text, or text for each language", "int_type": "a whole number",
    "int_from_float": "a whole number", "float_type": "a number", "finite_number": "a number",
    "bool_type": "true or false", "dict_type": "a mapping (`key: value` lines)",
    "model_type": "a mapping (`key: value` lines)", "tuple_type": "a list (`[a, b]`)",
    "greater_than_equal": "at least {ge}", "less_than_equal": "at most {le}",
    "cite_type": "the id of a source and where in it, or a list of these", "literal_error": "one of {expected}",
    "string_pattern_mismatch": 'a month like "2013-04"', "no_such_day": "a day that the calendar has",
}  # fmt: skip
_HINTS = {"int_type": _NUMBER, "int_from_float": _NUMBER, "float_type": _NUMBER, "finite_number": _NUMBER,
          "literal_error": "Write one of these words, without any other.",
          "bool_type": "Write true or false, without quotes; yes and no are text here."}  # fmt: skip


def _wrong_type(tree: Branch, path: tuple[Any, ...], detail: Any) -> tuple[str, str]:
    written = written_part(tree, path)
    value = _value_at(tree, written)
    key = shown(next((step for step in reversed(written) if isinstance(step, str)), "it"))
    kind, context = detail["type"], detail.get("ctx") or {}
    if kind not in _WANTED:
        return f"`{key}`: {detail['msg']}.", ""
    wanted = "a number" if path[-1] in ("int", "float") and path != written else _WANTED[kind].format(**context)
    # The short form of a list is for ids.
    wanted = "a list" if key == "ignore" and kind == "tuple_type" else wanted
    wanted = _WANTED["string_pattern_mismatch"] if path[-1] == "by" else wanted
    hint = (_words_after_anchor(tree, written, key) or put_further_in(tree, path)) if value is None else ""
    return f"`{key}` must be {wanted}.", hint or _way_out(key, kind, value)


def _words_after_anchor(tree: Branch, path: tuple[Any, ...], key: str) -> str:
    """Return what to write where a text was taken for an anchor or alias (`label: &Club`), "" where none was."""
    holder = _value_at(tree, path[:-1])
    mark = holder.marks.get(path[-1]) if isinstance(holder, Branch) else None
    rest = holder.texts.line_at(mark[1])[1].rstrip() if mark and holder.texts else ""
    word = re.fullmatch(r"(([&*])[\w-]+)[ \t]*(?:[,}\]].*)?", rest)
    if not word:
        return ""
    return f'`{word[2]}` begins the name of an anchor: put the text into quotes: `{key}: "{shown(word[1])}"`.'


def _way_out(key: str, kind: str, value: object) -> str:
    if value is None:
        return "Nothing is written after the colon: fill it in, or take the line away."
    if key == "by" and kind in ("string_type", "string_pattern_mismatch"):
        year = str(value) if re.fullmatch(r"[0-9]{4}", str(value)) else "2027"
        return f'Write the month too, in quotes: `by: "{year}-12"`.'
    if kind in ("string_type", "text_type") and isinstance(value, int | float):
        return "Put it into quotes."
    if (key, kind) == ("qualifier", "literal_error"):
        return "Write one of these words, or leave `qualifier` out where the number is exact."
    if kind in ("greater_than_equal", "less_than_equal"):
        return "Correct the number, or take the line away where it is not known."
    return _layout(key, kind, value) or _HINTS.get(kind, "")


def _layout(key: str, kind: str, value: object) -> str:
    """Return how a mapping or list is written where something else stands, or ""."""
    if kind == "dict_type" and key in ("leads_to", "engages"):
        return "List the ids (`[a, b]`), or write each id on a line of its own with its link below; not both."
    if key == "ignore" and kind == "tuple_type":
        return f"Begin each entry of it with a dash, also the only one. {_IGNORE}"
    if (key, kind) in (("ignore", "model_type"), ("code", "string_type")):
        return _IGNORE if key == "ignore" else f"One code for each entry. {_IGNORE}"
    if kind == "dict_type" and isinstance(value, tuple):
        return _ids_instead(value)
    if kind != "model_type" or not isinstance(value, str):
        return ""
    below = f"What belongs to `{key}` goes on lines below, further in, with its key: `label: ...`, `because: ...`."
    blank = missing_blank(value, 0)
    return blank.hint if blank else below


def _ids_instead(listed: tuple[Any, ...]) -> str:
    """Return how entries are written that stand in a list: each under its id."""
    first = listed[0] if listed else None
    name = next(iter(first), None) if isinstance(first, Branch) else first
    example = shown(name) if isinstance(name, str) and name.isidentifier() else "id"
    where = f"on a line of its own, as `{example}:`"
    return f"Write no dashes or `[`: each id with a colon {where}, and below it what is said of it."
