"""Theories made by chance that use every key of the language, with any text that a model can hold."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from toc.model import FACTOR_ROLES, OUTCOME_STAGES, STAGES

IDS = ("alpha", "beta", "no", "true", "null", "leads_to", "label", "e1", "Y")
ODD = (
    *(
        "",
        " ",
        "-",
        "?",
        "*a",
        "&a",
        "!x",
        "%x",
        "@x",
        "`x`",
        "|",
        ">-",
        "'",
        '"',
        "\\",
        "{a}",
        "[a, b]",
        "a: b",
        "a:",
    ),
    *(" #", "# a", "a #b", "<<", "=", "~", "null", "true", "No", "on", "2013-04", "2013-04-30", "12:30", "1_000"),
    *("0x1F", "1e5", "-3.5", "+5", ".5", ".inf", "007", "---", "...", "--- a", "- a", "? a", "a -> b"),
    *(
        "a\nb",
        "a\n\nb\n",
        "a\n\n",
        "\na",
        "a\n b",
        "a \nb",
        " a\nb",
        "a\r\nb",
        "a\tb",
        "\ta",
        "tail ",
        "\xa0",
        "\n",
    ),
    *(
        "\x85",
        "a\u2028b",
        "\u2029",
        "a\ufeffb",
        "\ufeff",
        "\x00",
        "\x07",
        "\x7f",
        "\ufffe",
        "\u3000a",
        "\U0001fffe",
    ),
    *("é", "日本語", "👩\u200d👩\u200d👧", "x" * 130, "two  blanks " * 12 + "end", "word: " * 30 + "end"),
    *("many words that are put into one long line " * 4 + "end", "a line\n" + "many words in a line " * 9 + "end"),
)
TEXTS = (
    st.sampled_from(ODD)
    | st.text(max_size=40)
    | st.lists(st.sampled_from([*ODD, "word", "words"]), max_size=6).map(" ".join)
    | st.lists(st.sampled_from([*ODD, "word"]), max_size=4).map("\n".join)
    | st.text(st.characters(codec="utf-8"), max_size=300)
)
LANGUAGES = st.sampled_from(["en", "cy", "no", "label", "1", "", "<<", "x" * 1100]) | st.text(max_size=5)
WORDS = TEXTS | st.dictionaries(LANGUAGES, TEXTS, min_size=1, max_size=3)
NUMBERS = st.integers(-(10**28), 10**28) | st.floats(allow_nan=False, allow_infinity=False)
BASIS = st.sampled_from(["stated", "generic", "inferred"])
MONTHS = st.sampled_from(["2013-04", "2013-04-30"])


class _Parts:
    """The ids of every section, and what may be said under each: all of it where it is to be `full`."""

    def __init__(self, draw: st.DrawFn, *, full: bool) -> None:
        def ids(suffix: str = "") -> tuple[str, ...]:
            chosen = draw(st.lists(st.sampled_from(IDS), unique=True, min_size=full, max_size=2))
            return tuple(f"{one}-{suffix}" if suffix else one for one in chosen)

        self.full = full
        self.own = {one: ids() for one in ("sources", "strands", "populations", "units", "scales", "contributors")}
        self.items = {f"f{one}": ids() for one in ids()}
        boxes = ("inputs", "participants", "activities", "outputs", *OUTCOME_STAGES)
        self.shared = {one: ids(one) for one in (*boxes, "assumptions", "factors", "studies", "indicators")}
        self.boxes = tuple(one for stage in boxes for one in self.shared[stage])
        self.outcomes = tuple(one for stage in OUTCOME_STAGES for one in self.shared[stage])
        self.ends = (*self.boxes, *self.shared["factors"])

    def some(self, ids: tuple[str, ...]) -> st.SearchStrategy[Any]:
        return st.lists(st.sampled_from(ids), unique=True, max_size=3) if ids else st.just([])

    def one(self, key: str, ids: tuple[str, ...]) -> dict[str, st.SearchStrategy[Any]]:
        return {key: st.sampled_from(ids)} if ids else {}

    def maybe(self, needed: dict[str, Any], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
        if self.full:
            return st.fixed_dictionaries({**needed, **fields})
        return st.fixed_dictionaries(needed, optional=fields)

    def either(self, short: st.SearchStrategy[Any], long: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return long if self.full else short | long

    def cite(self) -> st.SearchStrategy[Any]:
        if not self.own["sources"]:
            return st.just([])
        places = st.sampled_from(["", "page 1", "Table 2: who, and when", "#3", "section 4 " * 12])
        one = st.builds("{} {}".format, st.sampled_from(self.own["sources"]), places)
        return one | st.lists(one, max_size=3)

    def ignores(self) -> st.SearchStrategy[Any]:
        reasons = TEXTS.filter(lambda words: bool(words.strip()))
        return st.lists(
            self.maybe({"code": TEXTS, "reason": reasons}, until=MONTHS), min_size=self.full, max_size=2
        )

    def entry(self, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
        return self.maybe(
            {"label": WORDS}, description=WORDS, cite=self.cite(), ignore=self.ignores(), **more
        )  # fmt: skip

    def links(self, ends: tuple[str, ...]) -> st.SearchStrategy[Any]:
        if not ends:
            return st.just({})
        studies = self.shared["studies"]
        link = self.maybe(
            {}, because=WORDS, basis=BASIS, cite=self.cite(),
            confidence=st.integers(0, 100) | st.floats(0, 100) | st.just(5e-324),
            polarity=st.sampled_from(["positive", "negative"]), feedback=st.booleans(), necessary=st.booleans(),
            sufficient=st.booleans(), assumptions=self.some(self.shared["assumptions"]),
            moderated_by=self.some(self.shared["factors"]),
            ignore=self.ignores(),
            evidence=self.maybe({}, **{"for": self.some(studies), "against": self.some(studies)}),
        )  # fmt: skip
        links = st.dictionaries(
            st.sampled_from(ends), self.either(st.just({}), link), min_size=self.full, max_size=3
        )
        return self.either(self.some(ends), links)

    def holder(self, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
        defaults = self.maybe({}, basis=BASIS, cite=self.cite())
        return self.entry(links=defaults, leads_to=self.links(self.ends), **more)

    def box(self, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
        aligned = tuple(f"{framework}.{item}" for framework, items in self.items.items() for item in items)
        return self.holder(
            basis=BASIS, strand=self.some(self.own["strands"]), who=self.some(self.own["populations"]),
            aligns=self.some(aligned), **self.one("part_of", self.boxes), **more,
        )  # fmt: skip

    def sections(self) -> dict[str, st.SearchStrategy[dict[str, Any]]]:
        """Return what an entry of each section is made of."""
        counts = st.integers(0, 10**28) | st.floats(0, 1e300) | st.just(1e20)
        outcome = self.box(
            required=st.booleans(), terminal=st.booleans(), contributors=self.some(self.own["contributors"])
        )
        return {
            "sources": self.maybe(
                {"title": TEXTS}, publisher=TEXTS, authors=TEXTS, year=st.integers(0, 3000), url=TEXTS,
                own=st.booleans(),
                ignore=self.ignores(),
            ),
            "strands": self.entry(), "populations": self.entry(), "units": self.entry(),
            "contributors": self.entry(),
            "inputs": self.box(), "participants": self.box(),
            "activities": self.box(engages=self.links(self.shared["participants"])),
            "outputs": self.box(
                count=counts, qualifier=st.sampled_from(["at_least", "more_than", "estimate"]),
                **self.one("unit", self.own["units"]),
            ),
            **dict.fromkeys(OUTCOME_STAGES, outcome),
            "assumptions": self.entry(status=st.sampled_from(["untested", "supported", "mixed", "refuted"])),
            "factors": self.holder(role=st.sampled_from(FACTOR_ROLES), affects=self.some(self.ends)),
            "studies": self.entry(
                design=WORDS, n=st.integers(0, 10**9), finding=WORDS,
                effect=self.either(
                    self.maybe({"measure": st.just("odds_ratio"), "value": NUMBERS}, level=st.floats(1, 99)),
                    self.maybe(
                        {"measure": st.just("percentage"), "value": st.just(2)}, low=st.just(1.5), high=st.just(3),
                        level=st.just(90),
                    ) if self.full else st.just({"measure": "risk_ratio", "value": 2, "low": 1.5, "high": 3}),
                ),
            ),
            "scales": self.maybe(
                {"lowest": st.integers(-5, 1), "highest": st.floats(2, 9)}, label=WORDS,
                better=self.either(
                    st.sampled_from(["higher", "lower"]),
                    self.maybe({"value": st.just("higher")}, basis=BASIS, cite=self.cite()),
                ),
                points=st.dictionaries(st.sampled_from(["1", "1.5", " 2 "]), WORDS, max_size=3),
                ignore=self.ignores(),
            ),
            "indicators": self.entry(
                measures=self.some(self.outcomes), percent=st.booleans(), who=self.some(self.own["populations"]),
                aliases=st.lists(TEXTS, max_size=3), comparable=st.booleans(), baseline=NUMBERS | WORDS,
                target=self.either(NUMBERS | TEXTS, self.maybe({"value": NUMBERS | WORDS}, by=MONTHS)),
                source=WORDS, frequency=WORDS, owner=WORDS, disaggregate=st.lists(TEXTS, max_size=3),
                **self.one("scale", self.own["scales"]),
            ),
        }  # fmt: skip

    def abouts(self) -> dict[str, st.SearchStrategy[dict[str, Any]]]:
        """Return every form of what a claim is about, by the id of a claim that has it."""
        changes = st.sampled_from(["improved", "no_change", "worsened", "not_improved"])
        units = self.own["units"]
        forms = {
            "a-number": self.maybe(
                {"number": NUMBERS, "out_of": st.integers(1, 10**28) | st.floats(1e-9, 1e300)},
                **self.one("unit", units), **self.one("out_of_unit", units),
            ),
            "a-coverage": st.just({"coverage": True}),
            "a-sum": st.fixed_dictionaries({"sum": st.lists(NUMBERS, max_size=4)}),
            "the-same": st.just({"same_as": "the-same"}),
        }  # fmt: skip
        if outputs := self.shared["outputs"]:
            forms["an-output"] = self.maybe({"output": st.sampled_from(outputs)}, total=st.just("sites"))
        if measured := (*self.outcomes, *self.shared["indicators"]):
            for form in ("share", "count"):
                forms[f"a-{form}"] = st.fixed_dictionaries({form: changes, "of": st.sampled_from(measured)})
        return forms

    def claims(self) -> st.SearchStrategy[dict[str, Any]]:
        """Return claims: one of every form where there is to be all of it."""
        claims = {
            name: self.maybe(
                {"label": WORDS, "printed": NUMBERS, "about": about}, description=WORDS, cite=self.cite(),
                basis=BASIS, unit=st.sampled_from(["percent", *self.own["units"]]),
                tolerance=st.integers(0, 9) | st.floats(0, 9), ignore=self.ignores(),
                qualifier=st.sampled_from(["at_least", "more_than"]),
            )
            for name, about in self.abouts().items()
        }  # fmt: skip
        return self.maybe({}, **claims)

    def rest(self) -> st.SearchStrategy[dict[str, Any]]:
        """Return the keys of the model that hold no entries."""
        pairs = st.sampled_from(["inputs -> activities", "short_term -> long_term"])
        people = {"people": st.integers(0, 500), "with_two": st.integers(0, 500)}
        stage_link = self.maybe({}, because=WORDS, basis=BASIS, cite=self.cite(), ignore=self.ignores())
        return self.maybe(
            {}, version=TEXTS, language=st.sampled_from(["en", "cy"]), description=WORDS,
            stage_links=st.dictionaries(pairs, stage_link, min_size=self.full),
            stage_labels=st.dictionaries(st.sampled_from(STAGES), WORDS, max_size=3),
            coverage=self.maybe(
                people, closed_before_second=st.integers(0, 500), cite=self.cite(), ignore=self.ignores(),
                **self.one("unit", self.own["units"])
            ),
            locked=self.some((*self.boxes, *(f"{box}.label" for box in self.boxes))),
            sites=st.dictionaries(st.sampled_from(IDS), TEXTS, max_size=2),
            site=self.maybe(
                {"id": TEXTS, "name": WORDS}, start=MONTHS, end=MONTHS, residents=st.integers(0, 10**9),
                staffing=WORDS, had=st.lists(WORDS, max_size=3), lacked=st.lists(WORDS, max_size=3), notes=WORDS,
                cite=self.cite(),
            ),
            figure=self.maybe({}, columns=self.some((*STAGES, *FACTOR_ROLES)), open=self.some(self.boxes)),
            ignore=self.ignores(),
        )  # fmt: skip


@st.composite
def models(draw: st.DrawFn, *, full: bool = False) -> dict[str, Any]:
    """Return a mapping that is a sound model; any of its keys may be there or not, or all of them are."""
    parts = _Parts(draw, full=full)
    content = parts.sections()
    made: dict[str, Any] = {"toc": 1, "id": "m", "title": draw(WORDS), "outcomes": {}}
    for section, ids in {**parts.own, **parts.shared}.items():
        holder = made["outcomes"] if section in OUTCOME_STAGES else made
        holder[section] = {one: draw(content[section]) for one in ids}
    made["frameworks"] = {
        one: {**draw(parts.entry()), "items": {item: draw(parts.entry()) for item in items}}
        for one, items in parts.items.items()
    }
    return {**made, "claims": draw(parts.claims()), **draw(parts.rest())}
