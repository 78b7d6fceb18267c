#!/usr/bin/env python3
"""Draw the four pictures of README anew, in each language, from the real window: python packaging/readme_pictures.py

A digit that was drawn and is recognised, the spiral trained, a step of the calculation by hand, and the doctor. What is
to be seen is done in the window by its own parts; nothing is painted in.
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
