"""The painter: which renderer, its limits, and one plain error whatever goes wrong."""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from inspect import signature
from pathlib import Path

import pytest

from diagram.pictures_made import line, picture, small_theory
from toc.diagram import painting
from toc.diagram.dot_text import write_dot
from toc.diagram.painting import INSTALL_HINT, RendererMissingError, choose_renderer, paint, paint_environment
from toc.errors import TocError

FONTS = Path(painting.__file__).parent / "fonts"


def fake_dot(folder: Path, body: str) -> None:
    """A program called `dot` that is not Graphviz."""
    program = folder / "dot"
    program.write_text(f"#!{sys.executable}\n{body}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def use_dot(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("TOC_RENDERER", "dot")
    monkeypatch.setenv("PATH", str(folder))


def test_the_small_theory_is_painted() -> None:
    assert b"<svg" in paint(write_dot(small_theory()), "svg")


def test_pygraphviz_comes_before_dot() -> None:
    assert choose_renderer({"PATH": os.environ["PATH"]}) == "pygraphviz"


def test_the_named_renderer_is_taken(tmp_path: Path) -> None:
    fake_dot(tmp_path, "")
    assert choose_renderer({"TOC_RENDERER": "dot", "PATH": str(tmp_path)}) == "dot"


def test_an_unknown_renderer_is_refused_with_the_choices() -> None:
    with pytest.raises(TocError) as refusal:
        choose_renderer({"TOC_RENDERER": "mspaint"})
    assert str(refusal.value) == (
        "TOC_RENDERER names an unknown renderer: 'mspaint'. Set it to pygraphviz or dot, or leave it out."
    )


def test_a_missing_renderer_names_the_one_command() -> None:
    with pytest.raises(RendererMissingError) as refusal:
        choose_renderer({"TOC_RENDERER": "dot", "PATH": ""})
    assert str(refusal.value) == f"The figure cannot be painted: dot is not installed. {INSTALL_HINT}"


def test_a_renderer_that_hangs_is_ended_in_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_dot(tmp_path, "import time; time.sleep(60)")
    use_dot(monkeypatch, tmp_path)
    began = time.monotonic()
    with pytest.raises(TocError, match=r"did not finish within 0\.5 seconds"):
        paint("digraph {}", "svg", time_limit=0.5)
    assert time.monotonic() - began < 10


def test_a_painting_may_take_thirty_seconds() -> None:
    assert signature(paint).parameters["time_limit"].default == 30.0


def test_what_a_hanging_renderer_started_is_ended_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    late = tmp_path / "late"
    fake_dot(tmp_path, f"import time, pathlib; time.sleep(2); pathlib.Path({str(late)!r}).touch()")
    use_dot(monkeypatch, tmp_path)
    with pytest.raises(TocError):
        paint("digraph {}", "svg", time_limit=0.7)
    time.sleep(2)
    assert not late.exists()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import sys; sys.stderr.write('Error: no good\\n'); sys.exit(1)", "Graphviz failed"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "Graphviz failed"),
        ("", "it painted nothing"),
    ],
)
def test_a_renderer_that_fails_is_one_error_with_the_command(
    body: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_dot(tmp_path, body)
    use_dot(monkeypatch, tmp_path)
    with pytest.raises(TocError, match=said) as refusal:
        paint("digraph {}", "svg")
    assert (refusal.value.hint, "\n" in str(refusal.value)) == (INSTALL_HINT, False)


def test_a_crash_of_the_child_is_an_error_with_its_signal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # As the wheel of pygraphviz would crash: a module of that name that ends its own process.
    (tmp_path / "pygraphviz.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n")
    monkeypatch.setenv("TOC_RENDERER", "pygraphviz")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(TocError, match=r"Graphviz crashed \(signal 11\)\."):
        paint("digraph {}", "svg")


def test_a_warning_of_graphviz_is_an_error() -> None:
    with pytest.raises(TocError, match=r"Graphviz failed: .*has no position"):
        paint("digraph { a }", "svg")


def test_broken_dot_text_is_an_error() -> None:
    with pytest.raises(TocError, match="Graphviz failed"):
        paint("digraph {", "svg")


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(TocError, match="Graphviz failed"):
        paint(write_dot(picture()), "nonsense")


def test_a_module_in_the_working_folder_is_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pygraphviz.py").write_text("raise SystemExit('taken over')\n")
    monkeypatch.chdir(tmp_path)
    assert b"<svg" in paint(write_dot(picture()), "svg")


@pytest.mark.parametrize(
    "text", ["", " ", "\u200b", "\u00ad", "\u202e", "\u2028", "\U000e0041", "\U000e0fff", "\u0301"]
)
def test_words_without_ink_are_painted_without_a_crash(text: str) -> None:
    assert b"<svg" in paint(write_dot(picture(texts=(line(text, 90, 90),) * 30)), "svg")


@pytest.fixture
def no_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has no font but those of the library and a cache folder that cannot be written."""
    settings = (FONTS / "fonts.conf").read_text()
    kept = "\n".join(text for text in settings.splitlines() if "<dir>" not in text)
    own = tmp_path / "fonts.conf"
    own.write_text(kept)
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/none")
    usual = paint_environment
    monkeypatch.setattr(painting, "paint_environment", lambda env: {**usual(env), "FONTCONFIG_FILE": str(own)})


@pytest.mark.usefixtures("no_fonts")
def test_a_machine_without_fonts_embeds_liberation_sans() -> None:
    shown = picture(texts=(line("Regular", 90, 90), line("Bold", 90, 120, bold=True)))
    fonts = re.findall(rb"/FontName /\w+\+([\w-]+)", paint(write_dot(shown), "pdf"))
    assert sorted(fonts) == [b"LiberationSans", b"LiberationSans-Bold"]


def test_the_fonts_of_the_library_are_those_that_the_settings_name() -> None:
    settings = (FONTS / "fonts.conf").read_text()
    environment = paint_environment({})
    found = sorted(path.name for path in (Path(environment["XDG_DATA_HOME"]) / "fonts").glob("*.ttf"))
    assert ('<dir prefix="xdg">fonts</dir>' in settings, found) == (
        True,
        ["LiberationSans-Bold.ttf", "LiberationSans-Regular.ttf"],
    )


def test_the_text_that_is_painted_does_not_depend_on_the_font_settings_of_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "fonts.conf"
    own.write_text("<fontconfig></fontconfig>")
    usual = paint(write_dot(small_theory()), "png")
    monkeypatch.setenv("FONTCONFIG_FILE", str(own))
    assert paint(write_dot(small_theory()), "png") == usual
