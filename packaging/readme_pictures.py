#!/usr/bin/env python3
"""Redraw the four pictures of README in each language from the real window: python packaging/readme_pictures.py

A digit that was drawn and recognised, the trained spiral, a step of the calculation, and the doctor. Everything is done
with the window's own controls; nothing is painted in.
"""

from guide_pictures import draw
from window_states import ROOT, Look

FOLDER = ROOT / "packaging/screenshots"
LANGUAGES = {"en": "en", "zh_CN": "zh"}
THEMES = {"digit": "light", "spiral": "dark", "calculation": "light", "doctor": "dark"}

PICTURES = {
    FOLDER / f"{name}-{ending}.png": (f"readme-{name}", Look(language, theme))
    for name, theme in THEMES.items()
    for language, ending in LANGUAGES.items()
}

if __name__ == "__main__":
    draw(PICTURES)
