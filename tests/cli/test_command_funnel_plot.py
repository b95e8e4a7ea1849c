from __future__ import annotations


def test_a_funnel_is_drawn_as_svg_and_png(toc, folder, csof):
    for ending, begins in (("svg", b"<?xml"), ("png", b"\x89PNG")):
        run = toc("funnel", csof, "-o", f"funnel.{ending}")
        assert (run.code, run.out, run.err) == (0, f"Wrote funnel.{ending}\n", "")
        assert (folder / f"funnel.{ending}").read_bytes().startswith(begins)


def test_a_funnel_cannot_be_drawn_as_something_else(toc, csof):
    run = toc("funnel", csof, "-o", "funnel.docx")
    assert (run.code, run.out) == (2, "")
    assert run.complaints == ["toc: A plot cannot be made as .docx. Choose .svg or .png."]
