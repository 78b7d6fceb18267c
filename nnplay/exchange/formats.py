"""The table of what a project can be written as, for the command line and the window alike.

What writes a format is imported when something is written in it: menu and command line name all formats, and hardly
ever want one. What only Qt can draw is in tables of the window's, of the same ``Format``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.export import ExportOptions, Files, Format, LoadData, Option
from nnplay.project import Project

if TYPE_CHECKING:
    from nnplay.exchange.program import Program


def _program(writer: Callable[..., Program], project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.program.data import DATA_FILE, WEIGHTS_FILE, data_arrays
    from nnplay.exchange.tensors import named_parameters, to_npz

    program = writer(project, options.n_epochs, with_weights=options.with_weights)

    def data() -> bytes:
        return to_npz({key: np.asarray(value) for key, value in data_arrays(load_data()).items()})

    files: Files = {"": program.text.encode}
    if program.needs_data:
        files[DATA_FILE] = data
    if program.needs_weights:
        files[WEIGHTS_FILE] = lambda: to_npz(named_parameters(project))
    return files


def _keras(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.program import keras_program

    return _program(keras_program, project, options, load_data)


def _pytorch(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.program import pytorch_program

    return _program(pytorch_program, project, options, load_data)


def _numpy(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.program import numpy_program

    return _program(numpy_program, project, options, load_data)


def _safetensors(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.tensors import to_safetensors

    return {"": lambda: to_safetensors(project)}


def _npz(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.tensors import named_parameters, to_npz

    return {"": lambda: to_npz(named_parameters(project))}


def _csv(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.tensors import layer_csv

    def table() -> bytes:
        rows = ["layer,array,index,value"]
        for node in project.network.nodes:
            quoted = '"' + node.name.replace('"', '""') + '"'
            rows += [f"{quoted},{row}" for row in layer_csv(project, node.name).splitlines()[1:]]
        return "\n".join([*rows, ""]).encode()

    return {"": table}


def _history(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.tensors import history_csv

    return {"": lambda: history_csv(project).encode()}


def _svg(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.picture import network_svg

    return {"": lambda: network_svg(project, options.background).encode()}


def _report(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.report import report_html

    return {"": lambda: report_html(project, options.translate).encode()}


def _onnx(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.onnx.write import to_onnx

    return {"": lambda: to_onnx(project)}


_OF_PROGRAMS = (Option.EPOCHS, Option.WEIGHTS)

FORMATS: dict[str, Format] = {
    "keras": Format(
        "py",
        "program",
        QT_TRANSLATE_NOOP("exchange", "Keras program"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "A complete Python program that builds and trains this network with Keras, step by step as courses do. For "
            "going on in a notebook.",
        ),
        _keras,
        _OF_PROGRAMS,
    ),
    "pytorch": Format(
        "py",
        "program",
        QT_TRANSLATE_NOOP("exchange", "PyTorch program"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "A complete Python program that builds and trains this network with PyTorch, the training loop written "
            "out. For research, and for those who want to see each step.",
        ),
        _pytorch,
        _OF_PROGRAMS,
    ),
    "numpy": Format(
        "py",
        "program",
        QT_TRANSLATE_NOOP("exchange", "NumPy program"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "The whole training in plain NumPy, forward and backward pass written out; no other library is needed. For "
            "reading how a network learns.",
        ),
        _numpy,
        _OF_PROGRAMS,
    ),
    "onnx": Format(
        "onnx",
        "model",
        QT_TRANSLATE_NOOP("exchange", "ONNX model"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "Network and weights in the format that most libraries and devices can run. For using the trained network "
            "in a program of any language.",
        ),
        _onnx,
    ),
    "safetensors": Format(
        "safetensors",
        "model",
        QT_TRANSLATE_NOOP("exchange", "Weights as safetensors"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "All weights as named arrays, without the network. For other libraries, which read the format safely; "
            "nnplay reads it again.",
        ),
        _safetensors,
    ),
    "npz": Format(
        "npz",
        "model",
        QT_TRANSLATE_NOOP("exchange", "Weights as NumPy arrays"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "All weights as named arrays for numpy.load. For computing with them in Python; nnplay reads it again.",
        ),
        _npz,
    ),
    "csv": Format(
        "csv",
        "table",
        QT_TRANSLATE_NOOP("exchange", "Weights as a table"),
        QT_TRANSLATE_NOOP("exchange", "A row for each weight with its layer and its place. For a spreadsheet."),
        _csv,
    ),
    "history": Format(
        "csv",
        "table",
        QT_TRANSLATE_NOOP("exchange", "Curves as a table"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "Loss and accuracy over the epochs, a row for each point of the curves. For plots of your own.",
        ),
        _history,
    ),
    "svg": Format(
        "svg",
        "picture",
        QT_TRANSLATE_NOOP("exchange", "Network as a drawing"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "The network with its weights as SVG: sharp at every size, and each line can be changed in a drawing "
            "program. For web pages and papers.",
        ),
        _svg,
        (Option.BACKGROUND,),
    ),
    "report": Format(
        "html",
        "paper",
        QT_TRANSLATE_NOOP("exchange", "Report of the run"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "One web page with results, network, settings, curves and program. For handing in, and for keeping beside "
            "the project.",
        ),
        _report,
    ),
}
