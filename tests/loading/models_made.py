"""Models made by chance: plain mappings that load, nested data that hardly ever does, and spoilt texts."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from toc.loading.scalars import scalar_value

IDS = ("alpha", "beta", "gamma", "delta", "label", "int", "leads_to", "no")
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=12
).filter(
    # PyYAML writes the text "08" or "1e5" without quotes, since to YAML 1.1 they are no numbers.
    lambda word: not isinstance(scalar_value(word), int | float)
)
BASIS = st.sampled_from(["stated", "generic", "inferred"])
KEYS = st.sampled_from(
    ["toc", "id", "title", "extends", "inputs", "activities", "outcomes", "short_term", "label", "leads_to",
     "engages", "cite", "who", "scales", "lowest", "better", "add", "sources", "figure", "open", "stage_links", "",
     "<<", "[key]"]
)  # fmt: skip
ODD = ("\t", ": ", "- ", "&a ", "*a", "!!x ", "<<: ", "{", "[", '"', "'", "|", "\0", "\ud800", "\u2028", "\r",
       "\x85", "#", "---\n", "? ", "%", "null", "1e999", "é", "\ufeff", "  ", "\n")  # fmt: skip


def _maybe(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def _citations(sources: list[str]) -> st.SearchStrategy[Any]:
    if not sources:
        return st.just([])
    one = st.builds(
        "{} {}".format, st.sampled_from(sources), st.sampled_from(["page 1", "Table 2", "section 3.1"])
    )
    return one | st.lists(one, max_size=2)


def _some(ids: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), unique=True, max_size=3) if ids else st.just([])


@st.composite
def models(draw: st.DrawFn) -> dict[str, Any]:
    """Return a mapping that is a sound model: every id that it names is there."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=6))
    sections = ("inputs", "participants", "activities", "outputs", "short_term", "long_term", "assumptions")
    sections = (*sections, "indicators")
    homes = {one: draw(st.sampled_from(sections)) for one in ids}
    of = {section: [one for one in ids if homes[one] == section] for section in sections}
    boxes = [one for one in ids if homes[one] not in ("assumptions", "indicators")]
    sources = draw(_some(list(IDS)))
    people = draw(_some(list(IDS)))
    words = WORDS | st.dictionaries(st.sampled_from(["en", "cy"]), WORDS, min_size=1)
    link = _maybe(
        because=words, basis=BASIS, cite=_citations(sources), confidence=st.integers(0, 100) | st.floats(0, 100),
        polarity=st.sampled_from(["positive", "negative"]), feedback=st.booleans(),
        assumptions=_some(of["assumptions"]),
    )  # fmt: skip
    links = st.dictionaries(st.sampled_from(boxes), link, max_size=3) | _some(boxes) if boxes else st.just({})
    entry = {"description": words, "cite": _citations(sources)}
    box = {**entry, "basis": BASIS, "who": _some(people), "leads_to": links}
    extra: dict[str, dict[str, st.SearchStrategy[Any]]] = {
        "activities": {**box, "engages": _some(of["participants"])},
        "outputs": {**box, "count": st.integers(0, 10**28) | st.floats(0, 1e300)},
        "assumptions": {**entry, "status": st.sampled_from(["untested", "supported"])},
        "indicators": {**entry, "measures": _some(of["short_term"] + of["long_term"]), "percent": st.booleans()},
    }
    made: dict[str, Any] = {"toc": 1, "id": "m", "title": draw(words), "outcomes": {}}
    made["sources"] = {one: {"title": draw(WORDS)} for one in sources}
    made["populations"] = {one: {"label": draw(words)} for one in people}
    for one in ids:
        holder = made["outcomes"] if homes[one] in ("short_term", "long_term") else made
        content = {"label": draw(words), **draw(_maybe(**extra.get(homes[one], box)))}
        holder.setdefault(homes[one], {})[one] = content
    return made


def nested() -> st.SearchStrategy[dict[Any, Any]]:
    """Return plain data of any shape under keys that mean something."""
    leaves = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(max_size=8)
        | st.binary(max_size=2)
        | KEYS
    )
    values = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.integers(), inner, max_size=4),
        max_leaves=25,
    )
    return st.dictionaries(KEYS, values, max_size=6).map(lambda made: {"toc": 1, "id": "m", "title": "T", **made})


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """Return a text with a few pieces taken out, put in, doubled or moved."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        stop = min(len(text), start + draw(st.integers(0, 12)))
        piece = text[start:stop]
        instead = draw(st.sampled_from([*ODD, "", piece * 2, piece[::-1], piece.upper()]))
        text = text[:start] + instead + text[stop:]
    return text
