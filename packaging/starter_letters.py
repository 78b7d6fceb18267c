"""Letters for the starter network, which learns to doubt handwritten ones and is judged by printed ones.

Letters that can be read as a digit are left out: B, C, D, G, I, J, O, Q, S, Y, Z and their small forms (but d), a, l.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from nnplay.data.digits import write
from nnplay.data.distortions import distort
from nnplay.data.drawing import SIDE, Bytes, from_image
from nnplay.data.skeletons import skeleton

HANDWRITTEN = (
    "0,100 30,0! 60,100 / 12,64 48,62",  # A
    "50,0 0,0! 0,100! 52,100 / 0,48 40,48",  # E
    "52,0 2,0! 0,100 / 0,46 40,46",  # F
    "0,0 0,100 / 56,0 56,100 / 0,50 56,50",  # H
    "0,0 0,100 / 52,0 0,54! 56,100",  # K
    "0,0 0,100! 50,100",  # L
    "0,100 6,0! 36,60! 66,0! 72,100",  # M
    "0,100 0,0! 54,100! 54,0",  # N
    "0,100 0,0! 40,4 54,26 36,48 0,52",  # P
    "0,100 0,0! 40,4 54,26 36,48 0,52! 54,100",  # R
    "0,0 64,0 / 32,0 32,100",  # T
    "0,0 2,60 10,92 30,100 50,90 58,60 58,0",  # U
    "0,0 28,100! 56,0",  # V
    "0,0 18,100! 38,30! 58,100! 78,0",  # W
    "0,0 56,100 / 56,0 0,100",  # X
    "46,58 26,46 4,64 6,92 28,98 46,80 / 48,0 46,60 50,100",  # d
    "4,56 56,52 44,14 18,14 2,52 14,92 54,86",  # e
    "52,8 36,0 24,16 22,100 / 2,42 48,40",  # f
    "0,0 0,100! 0,64 24,44 44,58 46,100",  # h
    "0,30 0,100! 4,48 24,30 34,50 34,100! 38,50 56,30 70,48 70,100",  # m
    "0,0 0,100! 6,30 34,0 56,26 56,100",  # n
    "0,0 0,100! 6,34 24,6 48,2",  # r
    "24,0 22,84 34,100 52,92 / 0,28 48,28",  # t
)
"""Skeletons, as in ``nnplay.data.skeletons``."""

PRINTED = "AEFHKLMNPRTUVWXdefhkmnprtuvwx"


def handwritten_letters(n: int, rng: np.random.Generator) -> Bytes:
    """Return (n, 28, 28) letters along the skeletons, each written differently."""
    kinds = rng.integers(0, len(HANDWRITTEN), n)
    pictures = np.empty((n, SIDE, SIDE), np.uint8)
    for kind, text in enumerate(HANDWRITTEN):
        places = np.flatnonzero(kinds == kind)
        if len(places):
            pictures[places] = write(skeleton(text), len(places), rng)
    return pictures


def printed_letters(n: int, rng: np.random.Generator) -> Bytes:
    """Return (n, 28, 28) letters of Pillow's own font, read like a dropped picture and then distorted."""
    return distort(np.stack([_printed(letter) for letter in rng.choice(list(PRINTED), n)]), rng)


@cache
def _printed(letter: str) -> Bytes:
    sheet = Image.new("L", (200, 200), 255)
    ImageDraw.Draw(sheet).text((60, 40), letter, fill=0, font=ImageFont.load_default(100))
    return from_image(np.asarray(sheet))
