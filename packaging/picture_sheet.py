#!/usr/bin/env python3
"""Draw the window in each of its states, looks and sizes for review: python packaging/picture_sheet.py -o FOLDER

Each state also gets a contact sheet beside its pictures.
"""

import argparse
import os
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from window_states import STATES, Look, picture, windows

from nnplay.shell.application import make_application
from nnplay.shell.screenshot import pass_on_qt_messages

SIZES = ((1280, 800), (1024, 768))
LANGUAGES = ("en", "zh_CN")
THEMES = ("light", "dark")
IN_HIGH_CONTRAST = ("circle", "digits", "weights")
_PER_ROW = 4
_GAP = 12
_BACKGROUND = "#808080"


def main() -> None:
    """Draw what the command line asks for."""
    options = _options()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = f"{options.scale:g}"
    pass_on_qt_messages()
    make_application()
    options.output.mkdir(parents=True, exist_ok=True)
    for name in options.states or STATES:
        pictures = []
        for look, window in windows(STATES[name], _looks(name, options)):
            image = picture(window)
            image.save(str(options.output / f"{name}-{look.name}.png"))
            pictures.append(image)
        _contact_sheet(pictures).save(str(options.output / f"sheet-{name}.png"))
        print(name)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where the pictures go")
    parser.add_argument("--scale", type=float, default=1.0, help="pixels for one unit of length")
    parser.add_argument("--text-scale", type=float, default=1.0, help="size of all text")
    parser.add_argument("states", nargs="*", metavar="STATE", help="which states (default: all)")
    return parser.parse_args()


def _looks(name: str, options: argparse.Namespace) -> list[Look]:
    themes = (*THEMES, "contrast") if name in IN_HIGH_CONTRAST else THEMES
    return [
        Look(language, theme, size, options.text_scale) for theme in themes for language in LANGUAGES for size in SIZES
    ]


def _contact_sheet(pictures: list[QImage]) -> QImage:
    """Arrange the pictures in rows, each at half its width."""
    width = max(each.width() for each in pictures) // 2
    height = max(each.height() for each in pictures) // 2
    rows = -(-len(pictures) // _PER_ROW)
    sheet = QImage(_PER_ROW * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor(_BACKGROUND))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, each in enumerate(pictures):
        row, column = divmod(number, _PER_ROW)
        place = QRect(_GAP + column * (width + _GAP), _GAP + row * (height + _GAP), width, height)
        smooth = Qt.TransformationMode.SmoothTransformation
        painter.drawImage(place.topLeft(), each.scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio, smooth))
    painter.end()
    return sheet


if __name__ == "__main__":
    main()
