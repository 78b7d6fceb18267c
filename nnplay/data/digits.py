"""Generated handwritten digits in MNIST's form: training data where there are no files.

Each digit takes a skeleton (``nnplay.data.skeletons``) in one of several habits of writing. It is then varied at
random: its knots are moved, the whole is bent, slanted, turned and stretched, the pen is thick or thin, unsteady,
sometimes dry. The result is scaled to MNIST's box of 20 x 20 and centred by mass in 28 x 28.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnplay.data.drawing import BOX, DIGITS, SIDE, WHITE, Bytes
from nnplay.data.hands import USUAL, Hands
from nnplay.data.loading import LoadCancelledError, ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.skeletons import Skeleton, skeletons
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_Array = NDArray[np.float32]

_BATCH = 100
"""Digits drawn in one batch: enough to keep NumPy efficient, few enough to stop within a few milliseconds."""

_PAPER = 2 * SIDE
"""Side of the square on which a digit is drawn before it is centred; even a lopsided digit fits."""

_REACH = 3
"""A point of the pen inks at most this many pixels on each side of its own."""

_NO_INK = -1.0
"""Smallest half width of a stroke whose faded edges do not meet in the middle."""

_SOFTNESS = 1.1
"""Pixels over which a stroke's edge fades."""


def generate_digits(
    n: int,
    rng: np.random.Generator,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
    hands: Hands = USUAL,
) -> tuple[Bytes, NDArray[np.int64]]:
    """Generate digits.

    Parameters
    ----------
    n
        How many. The sizes of the ten classes differ by at most one.
    rng
        The source of all randomness.
    report, should_cancel
        See ``nnplay.data.loading``.
    hands
        How often some ways of writing occur.

    Returns
    -------
    (n, 28, 28) uint8 pictures with white ink (255) on black, and (n,) int64 digits, in random order.

    Raises
    ------
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    labels = rng.permutation(np.arange(n) % len(DIGITS))
    habits = [(digit, habit) for digit in DIGITS for habit in skeletons(digit)]
    chosen = np.empty(n, np.int64)
    for number, digit in enumerate(DIGITS):
        places = np.flatnonzero(labels == number)
        options = [i for i, (name, _) in enumerate(habits) if name == digit]
        chosen[places] = rng.choice(options, len(places), p=hands.shares(digit))
    is_fast = rng.random(n) < hands.fast_mouse if hands.fast_mouse else np.zeros(n, bool)
    pictures = np.zeros((n, SIDE, SIDE), np.uint8)
    n_done = 0
    kinds = [(i, fast) for i in range(len(habits)) for fast in (False, True)]
    for i, fast in kinds:
        digit, skeleton = habits[i]
        if fast:
            skeleton = skeletons(digit, True)[[each for each, _ in habits[:i]].count(digit)]
        places = np.flatnonzero((chosen == i) & (is_fast == fast))
        for start in range(0, len(places), _BATCH):
            if should_cancel():
                raise LoadCancelledError
            batch = places[start : start + _BATCH]
            pictures[batch] = write(skeleton, len(batch), rng)
            n_done += len(batch)
            report(n_done / n, QT_TRANSLATE_NOOP("loading", "Writing digits"))
    return pictures, labels


def write(skeleton: Skeleton, n: int, rng: np.random.Generator) -> Bytes:
    """Return (n, 28, 28) digits along one skeleton, each written differently."""
    points = _bent(skeleton, n, rng)
    radius = _pen(len(skeleton.curve), n, rng)
    return _centred(_drawn(_placed(points, radius), radius))


def _bent(skeleton: Skeleton, n: int, rng: np.random.Generator) -> _Array:
    """Return (n, p, 2) points along the skeleton, varied for each digit, in any unit."""
    knots = skeleton.knots - skeleton.knots.mean(axis=0)
    knots = knots + rng.normal(0, 0.022, (n, *knots.shape))
    points = skeleton.curve @ knots
    # Slow waves across the paper: parts move together, so that lines bend and loops grow or shrink.
    for frequency, amplitude in ((3.5, 0.20), (6.5, 0.08)):
        phase = rng.uniform(0, 2 * np.pi, (n, 1, 2))
        direction = rng.uniform(-frequency, frequency, (n, 2, 2))
        height = skeleton.sway * rng.uniform(-amplitude, amplitude, (n, 1, 2))
        points = points + height * np.sin(points @ direction + phase)
    turn, slant = rng.normal(0, skeleton.sway * 0.14, n), rng.normal(0.12, skeleton.sway * 0.24, n)
    width = np.exp(rng.normal(0.08, 0.20, n))
    cos, sin = np.cos(turn), np.sin(turn)
    x, y = points[..., 0] * width[:, np.newaxis] - points[..., 1] * slant[:, np.newaxis], points[..., 1]
    turned = (x * cos[:, np.newaxis] - y * sin[:, np.newaxis], x * sin[:, np.newaxis] + y * cos[:, np.newaxis])
    return np.stack(turned, axis=-1).astype(np.float32)


def _pen(n_points: int, n: int, rng: np.random.Generator) -> _Array:
    """Return (n, p) half widths of the stroke in pixels; negative where the pen leaves no ink."""
    along = np.linspace(0, 1, n_points)
    radius = np.exp(rng.normal(0.20, 0.26, (n, 1))).clip(0.65, 2.1)
    for frequency, amplitude in ((6, 0.14), (25, 0.10)):
        wave = np.sin(frequency * rng.uniform(0.6, 1.4, (n, 1)) * along + rng.uniform(0, 2 * np.pi, (n, 1)))
        radius = radius * (1 + rng.normal(0, amplitude, (n, 1)) * wave)
    is_broken = rng.random((n, 1)) < 0.06
    gap = np.abs(along - rng.random((n, 1))) < rng.uniform(0.01, 0.04, (n, 1))
    return np.where(is_broken & gap, _NO_INK, radius.clip(0.5, 2.6)).astype(np.float32)


def _placed(points: _Array, radius: _Array) -> _Array:
    """Return the points in pixels of the paper, scaled to the box and roughly centred."""
    thickness = 2 * radius.max(axis=1, keepdims=True)
    scale = (BOX - thickness) / np.ptp(points, axis=1).max(axis=1, keepdims=True)
    points = points * scale[:, np.newaxis]
    ink = radius.clip(0)
    middle = (ink[..., np.newaxis] * points).sum(axis=1) / ink.sum(axis=1, keepdims=True)
    placed: _Array = points - middle[:, np.newaxis] + np.float32(_PAPER / 2)
    return placed


def _drawn(points: _Array, radius: _Array) -> _Array:
    """Return (n, _PAPER, _PAPER) ink, 0 to 1: at each pixel the ink of the point that covers it most."""
    n = len(points)
    offsets = np.arange(-_REACH, _REACH + 1)
    cells = np.floor(points).astype(np.int64)
    inside = (points - cells).astype(np.float32)
    squares = ((offsets + 0.5).astype(np.float32) - inside[..., np.newaxis]) ** 2
    distance = np.sqrt(squares[:, :, 1, :, np.newaxis] + squares[:, :, 0, np.newaxis, :])
    edge = radius / np.float32(_SOFTNESS) + np.float32(0.5)
    ink = (edge[..., np.newaxis, np.newaxis] - distance / np.float32(_SOFTNESS)).clip(0, 1)
    columns, rows = (cells[..., axis, np.newaxis] + offsets for axis in (0, 1))
    first = np.arange(n)[:, np.newaxis, np.newaxis] * _PAPER
    places = ((first + rows) * _PAPER)[..., np.newaxis] + columns[..., np.newaxis, :]
    paper = np.zeros(n * _PAPER * _PAPER, np.float32)
    np.maximum.at(paper, places.reshape(-1), ink.reshape(-1))
    return paper.reshape(n, _PAPER, _PAPER)


def _centred(paper: _Array) -> Bytes:
    """Return the (28, 28) pixels around the centre of mass, shifted by whole pixels as in MNIST, so that nothing is
    blurred.
    """
    mass = paper.sum(axis=(1, 2))
    at = np.arange(_PAPER, dtype=np.float32)
    window = np.arange(SIDE) - SIDE // 2
    rows, columns = (
        np.rint(paper.sum(axis=axis) @ at / mass).astype(np.int64)[:, np.newaxis] + window for axis in (2, 1)
    )
    pictures = paper[np.arange(len(paper))[:, np.newaxis, np.newaxis], rows[:, :, np.newaxis], columns[:, np.newaxis]]
    grey: Bytes = np.rint(WHITE * pictures).astype(np.uint8)
    return grey
