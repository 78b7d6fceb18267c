#!/usr/bin/env python3
"""The Chinese font for machines that have none: Noto Sans SC, reduced to the characters in everyday use.

    pip install fonttools
    python packaging/fallback_font.py "NotoSansSC[wght].ttf" OFL.txt

The font and its licence are from https://github.com/google/fonts/tree/main/ofl/notosanssc. The result has the 3755
characters of level 1 of GB 2312, its punctuation, and all others in our own texts. The family gets its own name, so
that it is never mistaken for an installed one.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "fonts"
FAMILY = "nnplay Sans SC"
TEXTS = ("translations/*.ts", "lessons/*/*.md", "guide/*/*.md")

_FAMILY_NAMES = (1, 4, 16)
_POSTSCRIPT_NAME = 6
_ASCENT, _DESCENT = 928, 236
"""In thousandths of the size, the values of DejaVu Sans; the characters themselves extend from 880 to -120."""

_ROWS = (*range(1, 4), *range(16, 56))
"""Rows of GB 2312: symbols, full-width letters, and the level 1 characters, which are sorted by pronunciation."""


def main(words: list[str]) -> int:
    """Reduce the given font and save it with its licence in the resources."""
    if len(words) != 2:
        sys.stderr.write(__doc__ or "")
        return 2
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = instantiateVariableFont(TTFont(words[0]), {"wght": 400})
    options = Options(layout_features=["kern", "palt", "vert"], hinting=False, name_IDs=[0, 1, 2, 4, 6, 13, 14])
    cutter = Subsetter(options)
    cutter.populate(unicodes=[ord(sign) for sign in characters()])
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in _FAMILY_NAMES:
            record.string = FAMILY
        elif record.nameID == _POSTSCRIPT_NAME:
            record.string = FAMILY.replace(" ", "")
    # As high as Latin text, so that a line with some Chinese is no higher than the widget that was made for it.
    font["hhea"].ascent = font["OS/2"].sTypoAscender = font["OS/2"].usWinAscent = _ASCENT
    font["hhea"].descent = font["OS/2"].sTypoDescender = -_DESCENT
    font["OS/2"].usWinDescent = _DESCENT
    font.save(FOLDER / "nnplay-sans-sc.ttf")
    shutil.copyfile(words[1], FOLDER / "OFL.txt")
    return 0


def characters() -> set[str]:
    """Return all characters that the font should have."""
    places = (bytes((0xA0 + row, 0xA0 + cell)) for row in _ROWS for cell in range(1, 95))
    standard = {place.decode("gb2312", errors="ignore") for place in places} - {""}
    resources = ROOT / "resources"
    texts = [path.read_text(encoding="utf-8") for pattern in TEXTS for path in resources.glob(pattern)]
    return standard | {sign for text in texts for sign in text if sign.isprintable()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
