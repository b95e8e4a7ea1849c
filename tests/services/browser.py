"""`Measured`: where a real browser puts the words of figures, in one start for all of them."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toc.diagram import painting

__all__ = ["Measured", "Rect", "measured"]

Rect = tuple[float, float, float, float]
"""Left, top, right and bottom, in points of the page."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONTS = Path(painting.__file__).parent / "fonts"
SCRIPT = """
const told = [];
function around(element, page) {
  const one = element.getBoundingClientRect(), scale = 0.75;
  return [(one.left - page.left) * scale, (one.top - page.top) * scale,
          (one.right - page.left) * scale, (one.bottom - page.top) * scale];
}
function union(rects) {
  return [Math.min(...rects.map(r => r[0])), Math.min(...rects.map(r => r[1])),
          Math.max(...rects.map(r => r[2])), Math.max(...rects.map(r => r[3]))];
}
async function measure() {
  const faces = ['10px "Liberation Sans"', 'bold 10px "Liberation Sans"'];
  await Promise.all(faces.map(face => document.fonts.load(face)));
  for (const figure of document.querySelectorAll('svg')) {
    const page = figure.getBoundingClientRect();
    const words = [...figure.querySelectorAll('text')].map(text => {
      const shapes = [...text.parentNode.querySelectorAll(':scope > g[transform]')].map(g => around(g, page));
      const rect = around(text, page);
      text.style.fontKerning = text.style.fontVariantLigatures = 'none';
      text.style.textRendering = 'geometricPrecision';
      return {kind: text.parentNode.getAttribute('class') || '', text: text.textContent, rect: rect,
              size: Number(text.getAttribute('font-size')), unkerned: text.getComputedTextLength(),
              within: shapes.length ? union(shapes) : null};
    });
    told.push({page: around(figure, page), words: words});
  }
  const out = document.createElement('pre');
  out.id = 'told';
  out.textContent = JSON.stringify(
    {fonts: [...document.fonts].filter(font => font.status === 'loaded').length, figures: told});
  document.body.replaceChildren(out);
}
measure();
"""


@dataclass(frozen=True)
class Word:
    """A line of words as it is shown.

    `kind` is the class of the group around it, `within` the rectangle around the shapes painted there, `unkerned`
    how wide the line is where no two letters are moved nearer to each other and none to a whole pixel.
    """

    kind: str
    text: str
    size: float
    unkerned: float
    rect: Rect
    within: Rect | None


@dataclass(frozen=True)
class Measured:
    """The page of a figure and its lines of words, in the order of the SVG."""

    page: Rect
    words: tuple[Word, ...]


def measured(figures: Mapping[str, str], folder: Path) -> dict[str, Measured]:
    """Show SVGs one under another in Chromium, in the fonts of the library, and read back where the words are."""
    fonts = FONTS.as_uri()
    faces = "".join(
        f"@font-face {{font-family: 'Liberation Sans'; font-weight: {weight}; src: url('{fonts}/{name}')}}"
        for weight, name in (("normal", "LiberationSans-Regular.ttf"), ("bold", "LiberationSans-Bold.ttf"))
    )
    page = folder / "figures.html"
    shown = "".join(f"<div>{figure}</div>" for figure in figures.values())
    page.write_text(
        f"<!doctype html><meta charset='utf-8'><style>{faces} body {{margin: 0}}</style>"
        f"<body>{shown}<script>{SCRIPT}</script></body>",
        encoding="utf-8",
    )
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert program is not None, f"none of {', '.join(NAMES)} is installed"
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000"]
    command += [
        f"--user-data-dir={folder / 'profile'}",
        "--allow-file-access-from-files",
        "--dump-dom",
        page.as_uri(),
    ]
    shell = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = re.search(r'<pre id="told">(.*?)</pre>', shell.stdout, re.DOTALL)
    assert found is not None, shell.stderr[-2000:]
    told = json.loads(html.unescape(found[1]))
    assert told["fonts"] == 2
    return {
        name: Measured(tuple(one["page"]), tuple(word_of(word) for word in one["words"]))
        for name, one in zip(figures, told["figures"], strict=True)
    }


def word_of(told: Mapping[str, object]) -> Word:
    """A line of words as the browser told it."""
    within = told["within"]
    return Word(
        str(told["kind"]),
        str(told["text"]),
        float(told["size"]),  # type: ignore[arg-type]  # JSON
        float(told["unkerned"]),  # type: ignore[arg-type]  # JSON
        tuple(told["rect"]),  # type: ignore[arg-type]  # JSON
        None if within is None else tuple(within),  # type: ignore[arg-type]  # JSON
    )
