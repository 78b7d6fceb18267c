"""``nnplay predict``: the answer of a network to one example: a row, a point, a picture or a pen drawing."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnplay.asking import Asker, Meaning, form_of
from nnplay.asking.pictures import are_plain_pictures, input_of_file
from nnplay.cli.interrupt import Interrupt
from nnplay.cli.predict_rows import answer_rows
from nnplay.cli.source import load_data, open_source
from nnplay.data import PlaneChoice, TableChoice
from nnplay.data.arrays import ArraysChoice
from nnplay.data.drawing import from_image, from_strokes
from nnplay.data.half_width import half_width
from nnplay.data.picture_input import as_input, picture_shape
from nnplay.data.pictures.decoding import read_grey
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.languages import translate
from nnplay.project import Project, ProjectError
from nnplay.project.drawing_files import read_strokes


def run(options: Namespace) -> int:
    """Print the class and the network's outputs, or a whole table with them."""
    if options.output is not None and options.rows is None:
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "Only the answers to a table are written to a file: use --rows.")
        )
    project = open_source(options.source, allows_data=options.allow_data)
    if options.rows is not None:
        return answer_rows(project, Path(options.rows), options.output, is_json=options.json)
    x = _numbers(project, options) if options.row is not None else _picture(project, options)[np.newaxis]
    meaning = Meaning.of(project.data, None if options.json else translate)
    answer = Asker().ask(meaning, project.network, project.parameters, x, project.muted)
    outputs, label, share = answer.outputs[0], answer.label(), answer.share()
    if options.json:
        result = {"class": label or None, "probability": share, "outputs": [float(value) for value in outputs]}
        print(json.dumps(result))
    elif answer.shares is not None:
        print(translate("cli", "{label} (probability {share:.3f})").format(label=label, share=share))
        print("  ".join(f"{name}: {value:.3f}" for name, value in zip(meaning.classes, answer.shares[0], strict=True)))
    elif label:
        print(translate("cli", "{label} (output {value:.4f})").format(label=label, value=outputs[0]))
    else:
        print("  ".join(f"{value:.4f}" for value in outputs))
    return 0


def _numbers(project: Project, options: Namespace) -> NDArray[np.float32]:
    data = project.data
    if data.has_pictures:
        raise DataError(
            QT_TRANSLATE_NOOP("errors", "This network reads digits, not points: use --image FILE or --strokes FILE.")
        )
    dataset = None
    if isinstance(data, TableChoice):
        with Interrupt() as interrupt:
            dataset = load_data(project, interrupt)
    form = form_of(data, dataset)
    assert form is not None  # there are neither pictures nor a table without data
    return form.input_of(half_width(options.row).split(","))[np.newaxis]


def _picture(project: Project, options: Namespace) -> NDArray[np.float32]:
    data = project.data
    if are_plain_pictures(data) and options.image:
        return input_of_file(Path(options.image), data)
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
