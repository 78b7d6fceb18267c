#!/usr/bin/env python3
"""Redraw the pictures of the guide from the real window: python packaging/guide_pictures.py"""

import os
from collections.abc import Mapping
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from window_states import ROOT, STATES, Look, picture, windows

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
