"""A folder of four IDX files as a data set: MNIST and everything stored like it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from nnplay.data.dataset import Dataset, Task
from nnplay.data.drawing import DIGITS, SIDE, WHITE
from nnplay.data.idx import Bytes, read_idx
from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.disk.reading import is_file, is_folder
from nnplay.engine import DataError, Examples
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of

INPUT_SHAPE = (SIDE, SIDE, 1)

_STEMS = ("train-images", "train-labels", "t10k-images", "t10k-labels")
_N_AXES = {"images": 3, "labels": 1}


def load_folder(
    folder: Path,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
    classes: tuple[str, ...] = DIGITS,
) -> Dataset:
    """Read the training and test sets of a folder, under the file names used by MNIST.

    ``train-images-idx3-ubyte`` and its three companions are found with ``-`` or ``.`` before ``idx``, gzipped or not.

    Returns
    -------
    Dataset with x (n, 28, 28, 1) uint8 pictures, scaled to 0 to 1 by ``Examples.scale``, and y (n,) int64 digits.

    Raises
    ------
    DataError
        If files are missing, damaged or do not match.
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    try:
        paths = _find(folder)
        sizes = [path.stat().st_size for path in paths]
    except OSError as error:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {reason}."),
            file=folder,
            reason=reason_of(error),
        ) from error
    arrays: list[Bytes] = []
    for path, stem, size in zip(paths, _STEMS, sizes, strict=True):
        done, share = sum(sizes[: len(arrays)]) / sum(sizes), size / sum(sizes)

        def report_part(fraction: float, text: str, done: float = done, share: float = share) -> None:
            report(done + share * fraction, text)

        arrays.append(read_idx(path, _N_AXES[stem.split("-")[1]], report_part, should_cancel))
    return Dataset(
        name="mnist",
        task=Task.MULTICLASS,
        train=_examples(paths[0], paths[1], arrays[0], arrays[1], is_train=True),
        test=_examples(paths[2], paths[3], arrays[2], arrays[3], is_train=False),
        input_shape=INPUT_SHAPE,
        classes=classes,
    )


def _file_names(stem: str) -> list[str]:
    """Return the possible names of one of the four files, unpacked ones first."""
    axes = f"idx{_N_AXES[stem.split('-')[1]]}-ubyte"
    return [f"{stem}{separator}{axes}{ending}" for ending in ("", ".gz") for separator in ("-", ".")]


def has_idx_files(folder: Path) -> bool:
    """Whether at least one of the four files exists."""
    return any(is_file(folder / name) for stem in _STEMS for name in _file_names(stem))


def _find(folder: Path) -> list[Path]:
    if not is_folder(folder):
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{folder}” is not a folder: choose the folder that holds the MNIST files."),
            folder=folder,
        )
    found = [next((folder / name for name in _file_names(stem) if is_file(folder / name)), None) for stem in _STEMS]
    missing = [_file_names(stem)[0] for stem, path in zip(_STEMS, found, strict=True) if path is None]
    if len(missing) == len(_STEMS):
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors", "The folder “{folder}” has no MNIST files. Expected: {names}, each with or without .gz."
            ),
            folder=folder,
            names=", ".join(missing),
        )
    if missing:
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The folder “{folder}” is missing {names} (or the same with .gz): put it beside the other files.",
            ),
            folder=folder,
            names=", ".join(missing),
        )
    return [path for path in found if path is not None]


IDX_NAMES = tuple(_file_names(stem)[0] for stem in _STEMS)
"""The standard names of the four files."""


def _examples(images_path: Path, labels_path: Path, images: Bytes, labels: Bytes, *, is_train: bool) -> Examples:
    # A small set may have no test pictures; labels without pictures mean a damaged file.
    if not len(images) and (len(labels) or is_train):
        raise DataError(QT_TRANSLATE_NOOP("errors", "“{file}” holds no pictures."), file=images_path)
    if images.shape[1:] != (SIDE, SIDE):
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” holds pictures of {height} × {width} pixels; {side} × {side} are expected."
            ),
            file=images_path,
            height=images.shape[1],
            width=images.shape[2],
            side=SIDE,
        )
    if len(labels) != len(images):
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{images}” holds {n_images} pictures but “{labels}” {n_labels} labels: they do not match.",
            ),
            images=images_path,
            n_images=len(images),
            labels=labels_path,
            n_labels=len(labels),
        )
    if labels.size and labels.max() >= len(DIGITS):
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "“{file}” has the label {found} at position {place}; digits are 0 to 9."),
            file=labels_path,
            found=int(labels.max()),
            place=int(labels.argmax()),
        )
    return Examples(images[..., np.newaxis], labels.astype(np.int64), 1 / WHITE)
