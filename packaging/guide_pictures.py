#!/usr/bin/env python3
"""Redraw the pictures of the guide from the real window: python packaging/guide_pictures.py"""

import os
from collections.abc import Mapping
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QImage, QPainter
from window_states import ROOT, STATES, Look, picture, windows

from nnplay.appearance.figures import FIGURES, figure_image
from nnplay.appearance.theme import Role, theme
from nnplay.languages import available
from nnplay.shell import translations
from nnplay.shell.application import make_application
from nnplay.shell.screenshot import pass_on_qt_messages

GUIDE = ROOT / "resources/guide/pictures"

PICTURES = {
    GUIDE / "en-window.png": ("circle", Look()),
    GUIDE / "en-spiral.png": ("spiral", Look(theme="dark")),
    GUIDE / "en-digit.png": ("starter", Look()),
    GUIDE / "zh_CN-window.png": ("circle", Look("zh_CN")),
    GUIDE / "zh_CN-spiral.png": ("spiral", Look("zh_CN", "dark")),
    GUIDE / "zh_CN-digit.png": ("starter", Look("zh_CN")),
}

FIGURE_WIDTH = 620


def draw_figures() -> None:
    """Draw the figures for readers of the guide in the repository; the window paints its own."""
    for code in available():
        translations.install(code)
        for name in FIGURES:
            image = figure_image(name, FIGURE_WIDTH)
            page = QImage(image.size(), QImage.Format.Format_RGB32)
            page.fill(theme().color(Role.SURFACE))
            painter = QPainter(page)
            painter.drawImage(0, 0, image)
            painter.end()
            path = GUIDE / f"{code}-{name}.png"
            page.save(str(path))
            print(path.relative_to(ROOT))


def draw(pictures: Mapping[Path, tuple[str, Look]]) -> None:
    """Draw each picture, of a state with a certain look, into its file."""
    pass_on_qt_messages()
    make_application()
    for path, (state, look) in pictures.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        for _, window in windows(STATES[state], [look]):
            picture(window).save(str(path))
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    draw(PICTURES)
    draw_figures()
