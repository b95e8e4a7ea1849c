"""What the README and the pages under `docs` show is what happens."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import toc
from docs.doc_pages import PAGES, ROOT, Block, Command, anchors_of, blocks_of, commands_of, text_without_code

BY_NAME = [pytest.param(page, id=page.name) for page in PAGES]
PROGRAMS = {"cd", "git", "make", "python", "toc"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with a copy of the models, as in a checkout."""
    shutil.copytree(ROOT / "models", tmp_path / "models")
    (tmp_path / "toc.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", BY_NAME)
def test_every_example_of_a_page_does_what_the_page_shows(page: Path, folder: Path) -> None:
    names: dict[str, object] = {}
    blocks = blocks_of(page)
    for number, block in enumerate(blocks, start=1):
        put(folder, block)
        if block.language == "python":
            printed = run_python(block.text, names)
            shown = [following.text for following in blocks[number : number + 1] if following.language == "text"]
            assert_shown("".join(shown), printed)
        for command in commands_of(block):
            run_command(command)


def put(folder: Path, block: Block) -> None:
    """Write a block that names its file, or the file of which it is the next part; a model must be sound."""
    if "part" in block.options:
        with (folder / block.options["part"]).open("a", encoding="utf-8") as file:
            file.write(block.text)
    if "file" in block.options:
        path = folder / block.options["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        if block.is_model and "wrong" not in block.options:
            assert toc.validate(toc.load(path)).errors == ()


def run_python(code: str, names: dict[str, object]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "<example>", "exec"), names)  # noqa: S102  # the example is our own page
    return printed.getvalue()


def run_command(command: Command) -> None:
    program, *words = shlex.split(command.words)
    assert program in PROGRAMS
    if program == "make":
        assert re.search(rf"^{words[0]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    if program != "toc":
        return
    arguments = [str(path) for word in words for path in expanded(word)]
    done = subprocess.run(
        [sys.executable, "-m", "toc", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert (done.returncode, command.words) == (command.exit, command.words), done.stdout
    assert_shown(command.output, done.stdout)


def expanded(word: str) -> list[str]:
    """What a shell makes of a word with a `*`."""
    return sorted(map(str, Path().glob(word))) if "*" in word else [word]


def assert_shown(shown: str, printed: str) -> None:
    """`...` stands for any lines, or for any words of one; nothing shown promises nothing."""
    wanted = "".join(map(pattern_of, shown.rstrip().splitlines()))
    fits = re.fullmatch(wanted, printed.rstrip() + "\n")
    assert not shown or fits, f"the page shows\n{shown}\nbut this was printed\n{printed}"


def pattern_of(line: str) -> str:
    return r"(?:.*\n)*?" if line == "..." else ".*".join(map(re.escape, line.split("..."))) + r"\n"


@pytest.mark.parametrize("page", BY_NAME)
def test_every_model_on_a_page_is_written_to_a_file_and_so_loaded(page: Path) -> None:
    models = [block for block in blocks_of(page) if block.is_model]
    assert [block.text for block in models if not {"file", "part"} & block.options.keys()] == []


@pytest.mark.parametrize("page", BY_NAME)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text_without_code(page)):
        path, _, anchor = target.partition("#")
        other = (page.parent / path).resolve() if path else page
        if not other.exists() or (anchor and anchor not in anchors_of(other)):
            broken.append(target)
    assert broken == []


def test_the_commands_of_the_readme_are_all_the_commands_there_are() -> None:
    rows = re.findall(r"^\| `toc (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    help_text = subprocess.run(
        [sys.executable, "-m", "toc", "--help"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    verbs = re.findall(r"^  (\w+) +[A-Z]", help_text.partition("Commands:")[2], re.MULTILINE)
    assert sorted(rows) == sorted(verbs)


def test_every_option_named_on_a_page_is_one_of_the_command() -> None:
    verbs = (
        "validate",
        "score",
        "schedule",
        "tabulate",
        "funnel",
        "draw",
        "diff",
        "show",
        "new",
        "schema",
        "explain",
        "demo",
    )
    helps = "".join(
        subprocess.run(
            [sys.executable, "-m", "toc", verb, "--help"], capture_output=True, encoding="utf-8", check=True
        ).stdout
        for verb in verbs
    )
    known = set(re.findall(r"--[a-z][a-z-]+", helps)) | {"--version", "--help"}
    unknown = {
        option
        for page in PAGES
        for line in page.read_text(encoding="utf-8").splitlines()
        if "toc " in line and "pip" not in line
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", line)
        if option not in known
    }
    assert unknown == set()


@pytest.mark.parametrize("page", BY_NAME)
def test_no_page_promises_a_release_on_a_package_index(page: Path) -> None:
    assert re.findall(r"pip install (?:\"|')?(?:toc\b|theory-of-change)", page.read_text(encoding="utf-8")) == []


def test_the_picture_of_the_readme_is_there_and_small() -> None:
    picture = ROOT / "docs" / "figure1.png"
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert picture.stat().st_size < 400_000
