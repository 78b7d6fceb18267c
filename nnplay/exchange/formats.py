"""The table of export formats, shared by the command line and the window.

Each writer is imported only when its format is used: menu and command line list all formats but hardly ever need one.
Formats that only Qt can draw are in tables of the window, with the same ``Format``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.export import ExportOptions, Files, Format, LoadData, Option
from nnplay.exchange.tensors import Array
from nnplay.project import Project

if TYPE_CHECKING:
    from nnplay.exchange.program import Program, Writing


Write = Callable[..., "Program"]
Weights = Callable[["Writing"], dict[str, Array]]


def _writer(library: str) -> tuple[Write, Weights]:
    """What writes a program for a library, and what its file of weights holds."""
    from nnplay.exchange import program

    return {
        "keras": (program.keras_program, program.keras_weights),
        "pytorch": (program.pytorch_program, program.pytorch_weights),
        "numpy": (program.numpy_program, program.numpy_weights),
        "perturbation": (program.perturbation_program, program.numpy_weights),
    }[library]


def _program_of(library: str, project: Project, options: ExportOptions) -> Program:
    write = _writer(library)[0]
    kwargs = {"with_weights": options.with_weights, "stem": options.stem, "translate": options.translate}
    return write(project, options.n_epochs, **kwargs)


def _program(library: str, project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.program.data import data_arrays
    from nnplay.exchange.program.writing import Writing
    from nnplay.exchange.tensors import to_npz

    program, weights = _program_of(library, project, options), _writer(library)[1]
    files: Files = {"": program.text.encode}
    if program.data_file:
        files["{stem}-data.npz"] = lambda: to_npz(data_arrays(project, load_data()))
    if program.weights_file:
        files["{stem}-weights.npz"] = lambda: to_npz(weights(Writing(project, options.n_epochs, True)))
    return files


def _differences(library: str, project: Project, options: ExportOptions) -> tuple[str, ...]:
    return _program_of(library, project, options).differences


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


def _model_plot(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.model_plot import model_plot_svg

    words = partial(options.translate, "exchange")
    return {"": lambda: model_plot_svg(project, options.background, words).encode()}


def _summary(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.model_plot import summary_csv

    return {"": lambda: summary_csv(project).encode()}


def _report(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.data import LoadCancelledError
    from nnplay.engine import NnplayError
    from nnplay.exchange.report import report_html

    def write() -> bytes:
        try:
            dataset = load_data()
        except LoadCancelledError:
            raise
        except NnplayError:
            dataset = None  # a file that has gone does not keep anybody from the report
        return report_html(project, options.translate, dataset).encode()

    return {"": write}


def _onnx(project: Project, options: ExportOptions, load_data: LoadData) -> Files:
    from nnplay.exchange.onnx.write import to_onnx
    from nnplay.exchange.scaling import has_scaling

    return {"": lambda: to_onnx(project, load_data() if has_scaling(project.data) else None)}


_OF_PROGRAMS = (Option.EPOCHS, Option.WEIGHTS)

FORMATS: dict[str, Format] = {
    "keras": Format(
        "py",
        "program",
        QT_TRANSLATE_NOOP("exchange", "Keras program"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "A complete Python program that builds and trains this network with Keras, step by step as in a course. To "
            "continue in a notebook.",
        ),
        partial(_program, "keras"),
        _OF_PROGRAMS,
        partial(_differences, "keras"),
    ),
    "pytorch": Format(
        "py",
        "program",
        QT_TRANSLATE_NOOP("exchange", "PyTorch program"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "A complete Python program that builds and trains this network with PyTorch, with an explicit training "
            "loop. For research, and for seeing each step.",
        ),
        partial(_program, "pytorch"),
        _OF_PROGRAMS,
        partial(_differences, "pytorch"),
    ),
    "numpy": Format(
        "py",
        "program",
        QT_TRANSLATE_NOOP("exchange", "NumPy program"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "The whole training in plain NumPy, with explicit forward and backward passes; no other library is needed. "
            "For reading how a network learns.",
        ),
        partial(_program, "numpy"),
        _OF_PROGRAMS,
        partial(_differences, "numpy"),
    ),
    "perturbation": Format(
        "py",
        "program",
        QT_TRANSLATE_NOOP("exchange", "NumPy by perturbation"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "The gradient without calculus: each weight is nudged, and the loss tells where to go. For small networks, "
            "beside the panel “Two gradients”.",
        ),
        partial(_program, "perturbation"),
        (Option.EPOCHS,),
        partial(_differences, "perturbation"),
    ),
    "onnx": Format(
        "onnx",
        "model",
        QT_TRANSLATE_NOOP("exchange", "ONNX model"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "Network and weights in the format that most libraries and devices can run. To use the trained network "
            "in a program in any language.",
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
            "nnplay can read it back.",
        ),
        _safetensors,
    ),
    "npz": Format(
        "npz",
        "model",
        QT_TRANSLATE_NOOP("exchange", "Weights as NumPy arrays"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "All weights as named arrays for numpy.load. For computing with them in Python; nnplay can read it back.",
        ),
        _npz,
    ),
    "csv": Format(
        "csv",
        "table",
        QT_TRANSLATE_NOOP("exchange", "Weights as a table"),
        QT_TRANSLATE_NOOP("exchange", "One row per weight, with its layer and position. For a spreadsheet."),
        _csv,
    ),
    "history": Format(
        "csv",
        "table",
        QT_TRANSLATE_NOOP("exchange", "Curves as a table"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "Loss and accuracy over the epochs, one row per point of the curves. For your own plots.",
        ),
        _history,
    ),
    "summary": Format(
        "csv",
        "table",
        QT_TRANSLATE_NOOP("exchange", "Summary of the layers"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "A row for each layer with its kind, output shape and number of parameters, as Keras's model.summary() "
            "lists them. For reports and for comparing models.",
        ),
        _summary,
    ),
    "svg": Format(
        "svg",
        "picture",
        QT_TRANSLATE_NOOP("exchange", "Network as a drawing"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "The network with its weights as SVG: sharp at every size, and every line can be edited in a drawing "
            "program. For web pages and papers.",
        ),
        _svg,
        (Option.BACKGROUND,),
    ),
    "plot": Format(
        "svg",
        "picture",
        QT_TRANSLATE_NOOP("exchange", "Layers as boxes"),
        QT_TRANSLATE_NOOP(
            "exchange",
            "The model as Keras's plot_model draws it, as SVG: from top to bottom a box for each layer with its name, "
            "kind, shapes and parameters. For reports and papers.",
        ),
        _model_plot,
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
