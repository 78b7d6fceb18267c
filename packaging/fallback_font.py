#!/usr/bin/env python3
"""The Chinese font for machines that have none: Noto Sans SC, cut down to what people write every day.

    pip install fonttools
    python packaging/fallback_font.py "NotoSansSC[wght].ttf" OFL.txt

The font and its licence are those of https://github.com/google/fonts/tree/main/ofl/notosanssc. Kept are the 3755
characters of the first level of GB 2312, its punctuation, and whatever our own texts have beyond. The family gets a
name of its own, so that it is never taken for one that is installed.
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
"""In thousandths of the size, those of DejaVu Sans; the characters themselves reach from 880 to -120."""

_ROWS = (*range(1, 4), *range(16, 56))
"""Of GB 2312: signs, letters in full width, and the characters of the first level by their sound."""


def main(words: list[str]) -> int:
    """Cut the font that is named and put it with its licence among the resources."""
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
    # As high as Latin text: a line in which some Chinese stands is then no higher than the widget that was made for it.
    font["hhea"].ascent = font["OS/2"].sTypoAscender = font["OS/2"].usWinAscent = _ASCENT
    font["hhea"].descent = font["OS/2"].sTypoDescender = -_DESCENT
    font["OS/2"].usWinDescent = _DESCENT
    font.save(FOLDER / "nnplay-sans-sc.ttf")
    shutil.copyfile(words[1], FOLDER / "OFL.txt")
    return 0


def characters() -> set[str]:
    """Return every character that the font is to have."""
    places = (bytes((0xA0 + row, 0xA0 + cell)) for row in _ROWS for cell in range(1, 95))
    standard = {place.decode("gb2312", errors="ignore") for place in places} - {""}
    resources = ROOT / "resources"
    texts = [path.read_text(encoding="utf-8") for pattern in TEXTS for path in resources.glob(pattern)]
    return standard | {sign for text in texts for sign in text if sign.isprintable()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
