"""``nnplay predict``: the prediction of a network for one example: a point, a picture or a pen drawing."""

from __future__ import annotations

import json
from argparse import Namespace
from math import isfinite
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.source import load_data, open_source
from nnplay.data import PictureFolderChoice, PlaneChoice, TableChoice, Task, feature_matrix
from nnplay.data.arrays import ArraysChoice
from nnplay.data.drawing import WHITE, from_image, from_strokes
from nnplay.data.picture_input import as_input, picture_shape
from nnplay.data.pictures.decoding import read_grey, read_picture
from nnplay.engine import DataError, Network
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.languages import translate
from nnplay.project import Project
from nnplay.project.drawing_files import read_strokes


def run(options: Namespace) -> int:
    """Print the class and the network's outputs."""
    project = open_source(options.source)
    network = Network(project.network)
    network.load(project.parameters, project.muted)
    outputs = network.predict(_example(project, options))[0]
    label, share = _reading(project, outputs)
    if options.json:
        print(json.dumps({"class": label, "probability": share, "outputs": [float(value) for value in outputs]}))
        return 0
    if label is not None:
        (label,) = project.data.names_in_words((label,), translate)
    if share is not None:
        print(translate("cli", "{label} (probability {share:.3f})").format(label=label, share=share))
        names = project.data.names_in_words(project.data.class_names, translate)
        print("  ".join(f"{name}: {value:.3f}" for name, value in zip(names, outputs, strict=True)))
    elif label is not None:
        print(translate("cli", "{label} (output {value:.4f})").format(label=label, value=outputs[0]))
    else:
        print("  ".join(f"{value:.4f}" for value in outputs))
    return 0


def _example(project: Project, options: Namespace) -> NDArray[np.float32]:
    """Return the network's input, one example."""
    return _numbers(project, options) if options.row is not None else _picture(project, options)[np.newaxis]


def _numbers(project: Project, options: Namespace) -> NDArray[np.float32]:
    data = project.data
    if data.has_pictures:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "This network reads digits, not points: use --image FILE or --strokes FILE.")
        )
    if isinstance(data, PlaneChoice):
        return feature_matrix(_row(options.row, 2), data.features)
    if isinstance(data, TableChoice):
        with Interrupt() as interrupt:
            preparation = load_data(project, interrupt).preparation
        assert preparation is not None
        return preparation.row(options.row.split(","))
    return _row(options.row, len(data.input_names))


def _picture(project: Project, options: Namespace) -> NDArray[np.float32]:
    data = project.data
    if isinstance(data, PictureFolderChoice) and options.image:
        picture = read_picture(Path(options.image), data.height, data.width, is_color=data.is_color)
        return picture * np.float32(1 / WHITE)
    # The columns of a table are not a picture, however many there are; the numbers of an array may well be.
    if not (data.has_pictures or isinstance(data, ArraysChoice)) or picture_shape(data.input_shape) is None:
        if data.has_pictures:
            raise DataError(QT_TRANSLATE_NOOP("errors", "This network reads pictures other than handwritten digits."))
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "This network reads numbers, not pictures: use --row {row}."),
            row=",".join(("x1", "x2") if isinstance(data, PlaneChoice) else data.input_names),
        )
    digit = (
        from_image(read_grey(Path(options.image)))
        if options.image
        else from_strokes(read_strokes(Path(options.strokes)))
    )
    return as_input(digit, data.input_shape)


def _reading(project: Project, outputs: NDArray[np.float32]) -> tuple[str | None, float | None]:
    """Return the meaning of the outputs: a class and its probability, if there are classes."""
    names = project.data.class_names
    if project.data.task is Task.MULTICLASS:
        best = int(outputs.argmax())
        return names[best], float(outputs[best])
    if project.data.task is Task.YES_NO:
        return names[int(outputs[0] >= 0.5)], None
    if project.data.task is Task.BINARY:
        return ("+1" if outputs[0] >= 0 else "-1"), None
    return None, None


def _row(text: str, n_numbers: int) -> NDArray[np.float32]:
    """Return the numbers of one example, as (1, n_numbers)."""
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) != n_numbers or not all(isfinite(number) for number in numbers):
        raise DataError(
            QT_TRANSLATE_NOOP(
                "errors", "“{text}” is not an example: give {expected} number(s) separated by commas, such as {row}."
            ),
            text=text,
            expected=n_numbers,
            row=",".join(("1.5", "-2", "0", "7")[i % 4] for i in range(n_numbers)),
        )
    return np.array([numbers], np.float32)
