"""`Configuration`: the rules that a team has chosen for its project, read from a file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from toc.errors import TocError
from toc.files import read_bytes, root_of, working_folder
from toc.files.roots import configuration_in
from toc.loading.nearest import nearest_hint, shown
from toc.places import Place
from toc.validation.choice import Choice, ChoiceError, settings_of
from toc.validation.configuration.misplaced import check_below, check_headings
from toc.validation.configuration.table import Table
from toc.validation.configuration.toml_text import TomlText
from toc.validation.profiles import PROFILES
from toc.validation.rule import SEVERITIES, Severity
from toc.validation.rule_page import is_address, lacks_code
from toc.validation.settings import Settings

__all__ = ["Configuration", "configuration_above", "read_configuration"]

_MAX_BYTES = 200_000
_CHOOSING = ("select", "also", "ignore", "severity", "options")
KEYS = ("profile", "fail-on", *_CHOOSING, "profiles", "baseline", "pages")
KEYS_OF_PROFILE = ("extends", *_CHOOSING)


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a file settles; nothing where there is none (`file` is then "").

    `profiles` are the team's own by name. `fail_on` is None where the file does not say. `baseline` is the path of
    the file that lists the findings that are known, seen from the working folder, and `baseline_place` where the
    configuration names it (no part of `==`). `pages` is the address below which the team publishes the pages of
    the rules, as in `page_of` ("": nowhere).
    """

    file: str = ""
    choice: Choice = field(default_factory=Choice)
    profiles: Mapping[str, Choice] = field(default_factory=dict)
    fail_on: Severity | None = None
    baseline: Path | None = None
    pages: str = ""
    baseline_place: Place | None = field(default=None, compare=False)

    def settings(self, choice: Choice | None = None) -> Settings:
        """Return the settings that the file and, on top of it, `choice` come to.

        A profile in `choice` takes the place of the file's profile and of its `select`; all else that the file
        says stays. Raises `ChoiceError` for a word of `choice` that means nothing.
        """
        chosen, written = choice or Choice(), self.choice
        if chosen.profile is not None:
            written = replace(written, profile=chosen.profile, select=())
        return settings_of(replace(chosen, profile=None), start=settings_of(written, self.profiles))


def configuration_above(file: str | Path) -> Configuration:
    """Return the configuration of the project to which a model file belongs: that of the folder `root_of(file)`.

    A file whose own path leads nowhere has none. Raises `TocError` as `read_configuration` does.
    """
    try:
        path = configuration_in(root_of(file))
    except TocError:
        path = None
    if path is None:
        return Configuration()
    here = working_folder()
    if not path.is_relative_to(here) and not Path(file).is_absolute() and path.drive == here.drive:
        # Nobody's messages need say where on the disk that is.
        return read_configuration(os.path.relpath(path, here))
    return read_configuration(path.relative_to(here) if path.is_relative_to(here) else path)


def read_configuration(path: str | Path) -> Configuration:
    """Read a configuration: the whole of a file, or the table `[tool.toc]` of one named `pyproject.toml`.

    Everything in it is looked up, also a profile that nobody asks for. Raises `TocError` with the place where the
    file cannot be read, is not TOML, or holds a key, a rule, a profile or a value that means nothing.
    """
    source = TomlText(str(path), _text(path))
    top = Table(source, (), source.parsed())
    if Path(path).name == "pyproject.toml":
        if "toc" not in top.table("tool").values:
            raise TocError(f"{path} has no table [tool.toc].", hint="Add it, or name another file.")
        top = top.table("tool").table("toc")
    check_headings(top, KEYS_OF_PROFILE)
    _check_places(top)
    top.check_keys(KEYS)
    fail_on, baseline = _fail_on(top), top.text("baseline")
    configuration = Configuration(
        source.file,
        _choice(top, "profile"),
        {name: _profile(name, table) for name, table in top.table("profiles").tables().items()},
        fail_on,
        Path(path).parent / baseline if baseline else None,
        _pages(top),
        top.source.place((*top.path, "baseline")) if baseline else None,
    )
    _check_words(configuration, top)
    return configuration


def _check_places(top: Table) -> None:
    """Raise `TocError` at a key that stands below a heading to which it cannot belong."""
    _check_rules(top, top)
    profiles = top.table("profiles")
    check_below(top, profiles, {*KEYS, *KEYS_OF_PROFILE})
    for profile in profiles.tables().values():
        check_below(top, profile, set(KEYS) - set(KEYS_OF_PROFILE) - {"profile"})
        _check_rules(top, profile, KEYS_OF_PROFILE)


def _check_rules(top: Table, holder: Table, keys_of_profile: Sequence[str] = ()) -> None:
    options, keys = holder.table("options"), {*KEYS, *keys_of_profile}
    check_below(top, holder.table("severity"), keys, keys_of_profile)
    check_below(top, options, keys, keys_of_profile)
    for table in options.tables().values():
        check_below(top, table, keys, keys_of_profile)


def _text(path: str | Path) -> str:
    content = read_bytes(path, limit=_MAX_BYTES)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        place = Place(str(path), line, error.start - content.rfind(b"\n", 0, error.start))
        raise TocError("This is not UTF-8 text.", place=place, hint="Save the file as UTF-8.") from None


def _fail_on(top: Table) -> Severity | None:
    name = top.text("fail-on")
    if name is None or name in SEVERITIES:
        return name
    hint = nearest_hint(name, SEVERITIES, f"Choose one of {', '.join(SEVERITIES)}.")
    raise top.error(f'There is no severity "{shown(name)}".', hint, "fail-on")


def _pages(top: Table) -> str:
    pages = top.text("pages") or ""
    if pages and not is_address(pages):
        hint = 'Copy it from a browser, beginning with https://, as "https://wiki.example.org/rules/{code}.html".'
        raise top.error("`pages` must be an address on the web.", hint, "pages")
    if lacks_code(pages):
        hint = 'Write {code} there, as in "https://wiki.example.org/rules?page={code}".'
        raise top.error("`pages` has `?` or `#` and does not say where the code of a rule belongs.", hint, "pages")
    return pages


def _profile(name: str, table: Table) -> Choice:
    if name in PROFILES:
        hint = f'Give it another name, and write extends = "{name}" in it.'
        raise table.error(f"There is a profile `{name}` already.", hint)
    if "profile" in table.values:
        raise table.error(
            "There is no key `profile` here.", "Write `extends` for the profile to begin from.", "profile"
        )
    table.check_keys(KEYS_OF_PROFILE)
    return _choice(table, "extends")


def _choice(table: Table, stands_on: str) -> Choice:
    """Return what a table asks for; `stands_on` is its key for the profile to begin from."""
    severity = table.table("severity")
    if "select" in table.values and not table.words("select"):
        raise table.error("`select` names no rule.", "Name those to ask, or take it away.", "select")
    return Choice(
        profile=table.text(stands_on),
        select=table.words("select"),
        also=table.words("also"),
        ignore=table.words("ignore"),
        severity={word: severity.text(word) or "" for word in severity.values},
        options={word: options.values for word, options in table.table("options").tables().items()},
    )


def _check_words(configuration: Configuration, top: Table) -> None:
    """Raise `TocError` at the first word that means nothing; profiles come before what rests on them."""
    own = configuration.profiles
    try:
        for name in own:
            settings_of(Choice(profile=name), own)
        settings_of(configuration.choice, own)
    except ChoiceError as error:
        raise top.error(error.message, error.hint, *error.path) from None
