"""A configuration is read whole, and what is wrong in it is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.errors import TocError
from toc.places import Place
from toc.validation import RULES, Choice, page_of
from toc.validation.configuration import Configuration, configuration_above, read_configuration
from toc.validation.configuration.configuration import KEYS, KEYS_OF_PROFILE

WHOLE = """\
profile = "funder"
fail-on = "warning"
select = ["TOC1", "TOC3"]
also = ["TOC401"]
ignore = [
  "TOC118", # two boxes of one name are meant
]
baseline = "old/known.json"
pages = "https://wiki.example.org/toc/{code}.html"

[severity]
TOC301 = "error"

[options.TOC608]
similarity = 3

[profiles.funder]
extends = "house"
select = ["TOC3"]

[profiles.house]
also = ["TOC4"]
ignore = ["TOC302"]
severity = { TOC305 = "error" }
options.TOC608.similarity = 4
"""


def read(folder: Path, text: str, name: str = "toc.toml") -> Configuration:
    (folder / name).write_text(text, encoding="utf-8")
    return read_configuration(folder / name)


def refused(folder: Path, text: str, name: str = "toc.toml") -> str:
    with pytest.raises(TocError) as raised:
        read(folder, text, name)
    assert raised.value.place is None or raised.value.place.file == str(folder / name)
    return str(raised.value).replace(f"{folder}/", "")


def test_every_key_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE) == Configuration(
        str(tmp_path / "toc.toml"),
        Choice(
            profile="funder",
            select=("TOC1", "TOC3"),
            also=("TOC401",),
            ignore=("TOC118",),
            severity={"TOC301": "error"},
            options={"TOC608": {"similarity": 3}},
        ),
        {
            "funder": Choice(profile="house", select=("TOC3",)),
            "house": Choice(
                also=("TOC4",),
                ignore=("TOC302",),
                severity={"TOC305": "error"},
                options={"TOC608": {"similarity": 4}},
            ),
        },
        "warning",
        tmp_path / "old" / "known.json",
        "https://wiki.example.org/toc/{code}.html",
    )


def test_the_settings_are_the_profile_with_the_rest_on_top(tmp_path: Path) -> None:
    settings = read(tmp_path, WHOLE).settings()
    wanted = {code for code in RULES if code[:4] in ("TOC1", "TOC3")} | {"TOC401"}
    assert settings.codes == wanted - {"TOC118"}
    assert dict(settings.severities) == {"TOC301": "error", "TOC305": "error"}
    assert dict(settings.options) == {("TOC608", "similarity"): 3}


def test_a_profile_that_is_asked_for_keeps_all_but_the_select_of_the_file(tmp_path: Path) -> None:
    settings = read(tmp_path, WHOLE).settings(Choice(profile="house", ignore=("TOC301",)))
    assert {"TOC110", "TOC305", "TOC401", "TOC405"} <= settings.codes
    assert settings.codes.isdisjoint({"TOC118", "TOC301", "TOC302"})
    assert settings.option("TOC608", "similarity") == 3


def test_of_the_profile_the_file_and_the_command_what_comes_later_wins(tmp_path: Path) -> None:
    text = (
        'profile = "a"\nignore = ["TOC301"]\n[severity]\nTOC302 = "info"\n'
        '[profiles.a]\nselect = ["TOC301", "TOC302"]\n[profiles.a.severity]\nTOC302 = "error"\n'
    )
    settled = read(tmp_path, text)
    assert (settled.settings().codes, settled.settings().severity("TOC302")) == ({"TOC302"}, "info")
    asked = settled.settings(Choice(also=("TOC301",), severity={"TOC302": "warning"}))
    assert (asked.codes, asked.severity("TOC302")) == ({"TOC301", "TOC302"}, "warning")
    assert settled.settings(Choice(profile="a", also=("TOC301",))).codes == {"TOC301", "TOC302"}


def test_an_empty_file_settles_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "# Everything below is one project.\n").settings() == Configuration().settings()


def test_a_mark_at_the_beginning_that_some_editors_write_does_no_harm(tmp_path: Path) -> None:
    assert read(tmp_path, '\N{ZERO WIDTH NO-BREAK SPACE}profile = "draft"\n').choice == Choice(profile="draft")


def test_of_a_pyproject_only_our_table_is_read(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.other]\nkey = 1\n[tool.toc]\nprofile = "draft"\n'
    assert read(tmp_path, text, "pyproject.toml").choice == Choice(profile="draft")


def test_a_fault_in_our_table_of_a_pyproject_has_its_place(tmp_path: Path) -> None:
    text = '[tool.toc.severity]\nTOC301 = "info"\nTOC101 = "info"\n'
    assert refused(tmp_path, text, "pyproject.toml").startswith("pyproject.toml:3:1: TOC101 dangling-reference")


def test_in_a_pyproject_a_key_that_stands_too_low_belongs_below_our_heading(tmp_path: Path) -> None:
    text = '[tool.toc.severity]\nTOC301 = "info"\nfail-on = "info"\n'
    assert refused(tmp_path, text, "pyproject.toml") == (
        "pyproject.toml:3:1: `fail-on` stands below [tool.toc.severity], and so belongs to it. "
        "Move it directly below [tool.toc]."
    )


def test_a_profile_may_be_called_like_a_key(tmp_path: Path) -> None:
    settled = read(tmp_path, 'profile = "also"\n[profiles.also]\nextends = "draft"\nalso = ["TOC301"]\n')
    assert "TOC301" in settled.settings().codes


def test_no_option_of_a_rule_is_called_like_a_key() -> None:
    names = {option.name for rule in RULES.values() for option in rule.options}
    assert names & {*KEYS, *KEYS_OF_PROFILE} == set()


def test_a_pyproject_without_our_table_is_no_configuration(tmp_path: Path) -> None:
    said = refused(tmp_path, "[tool]\nx = 1\n", "pyproject.toml")
    assert said == "pyproject.toml has no table [tool.toc]. Add it, or name another file."


LIST = 'Write {} = ["TOC301", "TOC4"].'
BELOW = "`{}` stands below [{}], and so belongs to it. Move it above the first line in square brackets."
FAULTS = {
    'profile = "site': "toc.toml:1:16: This is not TOML: Unterminated string. A line looks like: ...",
    "profile = site\n": "toc.toml:1:11: This is not TOML: Invalid value. A line looks like: ...",
    'also = ["TOC301"\n': "toc.toml:1:17: This is not TOML: Unclosed array. A line looks like: ...",
    'profile = "site"\nprofile = "site"': "toc.toml:2:17: This is not TOML: Cannot overwrite a value. A line ...",
    f"a = {'[' * 100_000}": "toc.toml:1:1: This is nested too deeply. No setting needs it.",
    f"#\na{'.a' * 40_000} = 1": "toc.toml:2:1: This is nested too deeply. No setting needs it.",
    '"a\\"b" = 1': 'toc.toml:1:1: There is no key `a"b` here. ...',
    f"a = {'1' * 10_000}": "toc.toml:1:1: This is not TOML: a number is too long. A line looks like: ...",
    "fail_on = 'error'": "toc.toml:1:1: There is no key `fail_on` here. Did you mean `fail-on`?",
    "zzz = 1": "toc.toml:1:1: There is no key `zzz` here. The keys are profile, fail-on, select, ...",
    "\n\nprofile = 3": 'toc.toml:3:1: `profile` must be text. Write it in quotes: profile = "..."',
    "\n  pages = 'wiki/rules'": (
        "toc.toml:2:3: `pages` must be an address on the web. Copy it from a browser, beginning with https://, "
        'as "https://wiki.example.org/rules/{code}.html".'
    ),
    "profile = ''": "toc.toml:1:1: `profile` is empty. Write something there, or take the line away.",
    "profile = 1": "toc.toml:1:1: `profile` must be text. ...",
    "pages = ' '": "toc.toml:1:1: `pages` is empty. Write something there, or take the line away.",
    "pages = 'https://example.org/w?page='": (
        "toc.toml:1:1: `pages` has `?` or `#` and does not say where the code of a rule belongs. "
        'Write {code} there, as in "https://wiki.example.org/rules?page={code}".'
    ),
    "pages = 'https://example.org/rules#'": "toc.toml:1:1: `pages` has `?` or `#` and does not say ...",
    "also = 'TOC301'": f"toc.toml:1:1: `also` must be a list of rules. {LIST.format('also')}",
    "ignore = [301]": f"toc.toml:1:1: `ignore` must be a list of rules. {LIST.format('ignore')}",
    "select = []": "toc.toml:1:1: `select` names no rule. Name those to ask, or take it away.",
    "severity = 'error'": "toc.toml:1:1: `severity` must be a table. Write [severity] and its keys below it.",
    "severity.TOC301 = 1": "toc.toml:1:10: `TOC301` must be text. ...",
    "[severity]\nTOC301 = 'warn'": 'toc.toml:2:1: There is no severity "warn". Did you mean `warning`?',
    "severity = {TOC3x = 'info'}": 'toc.toml:1:13: There is no rule "TOC3x". ...',
    "[[profiles]]\na = 1": "toc.toml:1:3: `profiles` must be a table. ...",
    "fail-on = 'errors'": 'toc.toml:1:1: There is no severity "errors". Did you mean `error`?',
    "profile = 'strickt'": 'toc.toml:1:1: There is no profile "strickt". Did you mean `strict`?',
    'ignore = [\n  "TOC301",\n  "TOC001",\n]': "toc.toml:3:3: TOC001 yaml-syntax cannot be left out. ...",
    "[options.TOC608]\nsimilarity = 101": (
        "toc.toml:2:1: `similarity` of TOC608 must be at least 0 and at most 100. By default: similarity = 60."
    ),
    "[options.TOC608]\nsimilar = 3": (
        "toc.toml:2:1: TOC608 local-label-changes-meaning has no option `similar`. Did you mean `similarity`?"
    ),
    "[options]\nTOC608 = 3": "toc.toml:2:1: `TOC608` must be a table. Write [options.TOC608] and its keys ...",
    "[profiles.site]\nalso = ['TOC301']": (
        'toc.toml:1:11: There is a profile `site` already. Give it another name, and write extends = "site" in it.'
    ),
    "[profiles.mine]\nprofile = 'site'": (
        "toc.toml:2:1: There is no key `profile` here. Write `extends` for the profile to begin from."
    ),
    "[profiles.mine]\nzzz = 'site'": (
        "toc.toml:2:1: There is no key `zzz` here. The keys are extends, select, also, ignore, severity, options."
    ),
    "[profile.funder]\nalso = ['TOC4']": (
        "toc.toml:1:10: `profile` names the profile to begin from. "
        "Write [profiles.funder] for a profile of your own."
    ),
    "[severity]\nTOC301 = 'error'\nfail-on = 'warning'": f"toc.toml:3:1: {BELOW.format('fail-on', 'severity')}",
    "[severity]\nfail_on = 'warning'": f"toc.toml:2:1: {BELOW.format('fail_on', 'severity')}",
    "[severity]\nbaseline = 'known.json'": f"toc.toml:2:1: {BELOW.format('baseline', 'severity')}",
    "[severity]\nalso = ['TOC4']": f"toc.toml:2:1: {BELOW.format('also', 'severity')}",
    "[options.TOC608]\nprofile = 'site'": f"toc.toml:2:1: {BELOW.format('profile', 'options.TOC608')}",
    "[options]\nprofile = 'site'": f"toc.toml:2:1: {BELOW.format('profile', 'options')}",
    "[profiles.a]\nalso = ['TOC4']\nfail-on = 'error'": f"toc.toml:3:1: {BELOW.format('fail-on', 'profiles.a')}",
    "[profiles.a.severity]\nfail-on = 'error'": f"toc.toml:2:1: {BELOW.format('fail-on', 'profiles.a.severity')}",
    "[profiles.a.severity]\nTOC301 = 'error'\nextends = 'site'": (
        "toc.toml:3:1: `extends` stands below [profiles.a.severity], and so belongs to it. "
        "Move it to [profiles.a]."
    ),
    "[profiles.a.options.TOC608]\nalso = ['TOC4']": (
        "toc.toml:2:1: `also` stands below [profiles.a.options.TOC608], and so belongs to it. "
        "Move it to [profiles.a]."
    ),
    "[profiles]\nextends = 'site'": (
        "toc.toml:2:1: `extends` stands below [profiles], and so belongs to it. "
        "Write the name of the profile into the heading, as [profiles.funder]."
    ),
    "[funder]\nalso = ['TOC4']": (
        "toc.toml:1:2: There is no key `funder` here. Write [profiles.funder] for a profile of your own."
    ),
    "[tool.toc]\nprofile = 'site'": (
        "toc.toml:1:7: [tool] is for a pyproject.toml. Take the heading away: here the keys stand without one."
    ),
    "outcome-without-indicator = 'error'": (
        "toc.toml:1:1: There is no key `outcome-without-indicator` here. How serious a rule is stands below "
        "[severity], and how far it goes below [options.outcome-without-indicator]."
    ),
    "extends = 'site'": (
        "toc.toml:1:1: There is no key `extends` here. Write `profile` for the profile to begin from; "
        "`extends` is for profiles of your own."
    ),
    "[profiles.mine]\nextends = 'yours'": 'toc.toml:2:1: There is no profile "yours". There are draft, ...',
    "[profiles.a]\nextends = 'b'\n[profiles.b]\nextends = 'a'": (
        "toc.toml:4:1: These profiles extend one another: a -> b -> a. Let one of them extend another."
    ),
    "[profiles.mine]\nalso = ['TOC4', 'x']": 'toc.toml:2:17: There is no rule "x". ...',
    '[profiles."my own".severity]\nTOC999 = "info"': 'toc.toml:2:1: There is no rule "TOC999". ...',
}


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/",
        "javascript:alert(1)",
        "https://",
        "https:///rules",
        "https://example.org/a b",
        "https://example.org/\\u001b[31m",
        "https://example.org/\\u202E",
        "https://example.org/{kode}",
        "https://example.org/<b>",
        "https://{code}.example.org/",
        "https://example{code}.org/",
        "https://anna:secret@example.org/{code}",
        "https://anna@example.org/{code}",
        "https://example.org/%zz/{code}",
        "https://example.org/%{code}",
        "https://example.org/%2",
        "https://[::1/{code}",
        "https://::1/{code}",
        "https://example.org:99999999/{code}",
        "https://example.org/[a]/{code}",
        "https://example.org/#a#{code}",
    ],
)
def test_pages_are_nowhere_but_on_the_web(tmp_path: Path, address: str) -> None:
    assert refused(tmp_path, f'fail-on = "error"\npages = "{address}"').startswith(
        "toc.toml:2:1: `pages` must be "
    )


@pytest.mark.parametrize(
    ("pages", "page"),
    [
        ("http://wiki.example.org", "http://wiki.example.org/TOC301.md"),
        ("https://wiki.example.org/toc/rules/", "https://wiki.example.org/toc/rules/TOC301.md"),
        ("https://example.org:80/wiki?page={code}&v=1#top", "https://example.org:80/wiki?page=TOC301&v=1#top"),
        ("http://[::1]:8080/{code}", "http://[::1]:8080/TOC301"),
        ("https://example.org#{code}", "https://example.org#TOC301"),
        ("https://example.org/a%20b/{code}/{code}.html", "https://example.org/a%20b/TOC301/TOC301.html"),
        ("", ""),
    ],
)
def test_a_rule_has_its_page_below_the_address_or_where_the_code_belongs(
    tmp_path: Path, pages: str, page: str
) -> None:
    text = f'pages = "{pages}"\n' if pages else ""
    assert page_of("TOC301", read(tmp_path, text).pages) == page


@pytest.mark.parametrize("text", FAULTS, ids=lambda text: text[:40])
def test_what_is_wrong_is_told_with_its_place_and_the_way_out(tmp_path: Path, text: str) -> None:
    said, wanted = refused(tmp_path, text), FAULTS[text]
    assert said.startswith(wanted[:-3]) if wanted.endswith(" ...") else said == wanted
    assert "\n" not in said


def test_bytes_that_are_no_text_are_told_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "toc.toml").write_bytes(b'profile = "site"\nalso = ["caf\xe9"]\n')
    with pytest.raises(TocError) as raised:
        read_configuration(tmp_path / "toc.toml")
    assert str(raised.value) == f"{tmp_path}/toc.toml:2:13: This is not UTF-8 text. Save the file as UTF-8."


@given(st.text(max_size=60))
def test_no_text_leads_to_another_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(text.encode())
    try:
        place = Place(read_configuration(path).file, 1, 1)
    except TocError as error:
        place = error.place
    assert place is not None
    assert place.file == str(path)


def test_the_configuration_is_that_of_the_root(tmp_path: Path) -> None:
    inner = tmp_path / "project" / "models"
    inner.mkdir(parents=True)
    (tmp_path / "toc.toml").write_text('profile = "strict"\n')
    (tmp_path / "project" / ".git").mkdir()
    assert configuration_above(inner / "a.yaml") == Configuration()
    (inner / "toc.toml").write_text('profile = "draft"\n')
    assert configuration_above(inner / "a.yaml").choice == Choice(profile="draft")


@pytest.mark.parametrize("text", ["tool = 'toc'\n", "[tool.other]\nx = \n", "[tools.toc]\n", "tool = 3\n"])
def test_a_pyproject_that_does_not_speak_of_us_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text(text)
    assert configuration_above(tmp_path / "a.yaml") == Configuration()


def test_a_broken_pyproject_that_opens_our_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname =\n\n[tool.toc]\n")
    with pytest.raises(TocError, match=r"pyproject.toml:2:7: This is not TOML"):
        configuration_above(tmp_path / "a.yaml")


def test_a_model_whose_path_leads_nowhere_has_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    assert configuration_above(tmp_path / "loop.yaml") == Configuration()
