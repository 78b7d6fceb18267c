"""The table of what a project can be written as, for the command line and the window alike.

An export is one file, or several that belong together: the first is the one that was asked for, the others lie beside
it under fixed names. What writes a format is imported when something is written in it: menu and command line name all
formats, and hardly ever want one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from nnplay.data import Dataset
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.exchange.errors import ExchangeError
from nnplay.project import Project
from nnplay.project.atomic_write import write_atomically

if TYPE_CHECKING:
    from nnplay.exchange.program import Program
    from nnplay.exchange.report import Translate

LoadData = Callable[[], Dataset]
"""Makes or reads the project's data; asked only by what needs them."""

DEFAULT_EPOCHS = 10


@dataclass(frozen=True)
class ExportOptions:
    """What can be said about an export.

    Attributes
    ----------
    n_epochs
        How long a program trains.
    with_weights
        Whether a program starts from the project's weights.
    background
        Of a picture: a key of ``exchange.picture.PAPERS``.
    translate
        For the words of a report.
    """

    n_epochs: int = DEFAULT_EPOCHS
    with_weights: bool = False
    background: str = "white"
    translate: Translate = str


Files = dict[str, bytes]
"""Contents by name; an empty name stands for the file that was asked for."""


@dataclass(frozen=True)
class Format:
    """One way to write a project: its file's ending, its title (context ``exchange``) and the function."""

    ending: str
    title: str
    write: Callable[[Project, ExportOptions, LoadData], Files]


def export(project: Project, name: str, path: Path, options: ExportOptions, load_data: LoadData) -> list[Path]:
    """Write a project in a format, each file all or nothing, and return their paths.

    Raises
    ------
    ExchangeError
        If it cannot be written, or what it needs is not installed.
    DataError
        If the format needs the data, and they cannot be read.
    """
    files = FORMATS[name].write(project, options, load_data)
    paths = {path.parent / beside if beside else path: content for beside, content in files.items()}
    try:
        for target, content in paths.items():
            write_atomically(target, content)
    except OSError as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” was not written: {reason}."),
            file=path,
            reason=reason_of(error),
        ) from error
    return list(paths)


def _program(writer: Callable[..., Program], project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.program.data import DATA_FILE, WEIGHTS_FILE, data_arrays
    from nnplay.exchange.tensors import named_parameters, to_npz

    program = writer(project, options.n_epochs, with_weights=options.with_weights)
    files = {"": program.text.encode()}
    if program.needs_data:
        arrays = data_arrays(load_data())
        files[DATA_FILE] = to_npz({key: np.asarray(value) for key, value in arrays.items()})
    if program.needs_weights:
        files[WEIGHTS_FILE] = to_npz(named_parameters(project))
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

    return {"": to_safetensors(project)}


def _npz(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.tensors import named_parameters, to_npz

    return {"": to_npz(named_parameters(project))}


def _csv(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.tensors import layer_csv

    tables = [(node.name, layer_csv(project, node.name)) for node in project.network.nodes]
    header, rows = "layer,array,index,value", []
    for name, table in tables:
        quoted = '"' + name.replace('"', '""') + '"'
        rows += [f"{quoted},{row}" for row in table.splitlines()[1:]]
    return {"": "\n".join([header, *rows, ""]).encode()}


def _history(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.tensors import history_csv

    return {"": history_csv(project).encode()}


def _svg(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.picture import network_svg

    return {"": network_svg(project, options.background).encode()}


def _report(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.report import report_html

    return {"": report_html(project, options.translate).encode()}


def _onnx(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.onnx.write import to_onnx

    return {"": to_onnx(project)}


FORMATS: dict[str, Format] = {
    "keras": Format("py", QT_TRANSLATE_NOOP("exchange", "Keras program"), _keras),
    "pytorch": Format("py", QT_TRANSLATE_NOOP("exchange", "PyTorch program"), _pytorch),
    "numpy": Format("py", QT_TRANSLATE_NOOP("exchange", "NumPy program"), _numpy),
    "onnx": Format("onnx", QT_TRANSLATE_NOOP("exchange", "ONNX model"), _onnx),
    "safetensors": Format("safetensors", QT_TRANSLATE_NOOP("exchange", "Weights as safetensors"), _safetensors),
    "npz": Format("npz", QT_TRANSLATE_NOOP("exchange", "Weights as NumPy arrays"), _npz),
    "csv": Format("csv", QT_TRANSLATE_NOOP("exchange", "Weights as a table"), _csv),
    "history": Format("csv", QT_TRANSLATE_NOOP("exchange", "Curves as a table"), _history),
    "svg": Format("svg", QT_TRANSLATE_NOOP("exchange", "Network as a drawing"), _svg),
    "report": Format("html", QT_TRANSLATE_NOOP("exchange", "Report of the run"), _report),
}
