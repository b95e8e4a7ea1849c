"""From a theory of change to a figure: what it shows, where everything stands, and every format of it."""

from __future__ import annotations

from toc.diagram.blank_view import blank_view
from toc.diagram.choice import Choice
from toc.diagram.compared_view import BoxChanges, compared_view, limited_view
from toc.diagram.figure_file import figure_bytes
from toc.diagram.layout import lay_out
from toc.diagram.outline import write_outline
from toc.diagram.painting import RendererMissingError
from toc.diagram.picture import Picture
from toc.diagram.view import Badge, Mark, View
from toc.diagram.views import languages_of, view_of

__all__ = [
    "Badge",
    "BoxChanges",
    "Choice",
    "Mark",
    "Picture",
    "RendererMissingError",
    "View",
    "blank_view",
    "compared_view",
    "figure_bytes",
    "languages_of",
    "lay_out",
    "limited_view",
    "view_of",
    "write_outline",
]
