"""A run of characters on its baseline, drawn where it was measured to stand."""

from __future__ import annotations

from typing import Any

from matplotlib.backend_bases import RendererBase
from matplotlib.text import Text


class Run(Text):
    """A text of one line that begins on its baseline, with nothing to lay out.

    Text itself finds the layout anew for each drawing, which took a third of the time of a page.
    """

    def draw(self, renderer: RendererBase, *_: Any, **__: Any) -> None:
        """Hand the run to the renderer (the method that matplotlib calls)."""
        x, y = self.get_transform().transform(self.get_unitless_position())
        top = renderer.get_canvas_width_height()[1]
        pen = renderer.new_gc()
        pen.set_foreground(self.get_color())
        font, angle = self.get_fontproperties(), self.get_rotation()
        renderer.draw_text(pen, x, top - y if renderer.flipy() else y, self.get_text(), font, angle)
        pen.restore()
