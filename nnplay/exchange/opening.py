"""Models of other tools: the kind of their files, and the reader that each needs.

The first bytes of a file decide what it is, whatever its name.
"""

from __future__ import annotations

import zipfile
from dataclasses import replace
from enum import Enum
from pathlib import Path

from nnplay.data import DataChoice
from nnplay.data.loading import ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.disk.reading import is_file, open_file
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.exchange import MODEL_SUFFIXES
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.hdf5.source import SIGNATURE
from nnplay.exchange.model import Model
from nnplay.exchange.placing import fits, fitted, project_of
from nnplay.project import Project, Seeds


class Kind(Enum):
    """The kind of a file from another tool."""

    ONNX = "onnx"
    KERAS = "keras"
    HDF5 = "hdf5"
    STATE = "state"
    """Weights without any layers, such as a state dict of PyTorch."""


_BY_SUFFIX = {
    ".onnx": Kind.ONNX,
    ".keras": Kind.KERAS,
    ".pt": Kind.STATE,
    ".pth": Kind.STATE,
    ".safetensors": Kind.STATE,
}


def kind_of(path: Path) -> Kind | None:
    """Return the kind of a file; None if it is not a model of another tool, or cannot be opened."""
    try:
        with open_file(path) as file:
            head = file.read(8)
            if head == SIGNATURE:
                return Kind.HDF5
            if head[:4] == b"PK\3\4":
                with zipfile.ZipFile(file) as archive:
                    names = archive.namelist()
                if any(name.endswith("/data.pkl") for name in names):
                    return Kind.STATE
                return Kind.KERAS if "config.json" in names else None
    except (OSError, zipfile.BadZipFile, ValueError):
        return Kind.KERAS if path.suffix.lower() == ".keras" and is_file(path) else None
    return _BY_SUFFIX.get(path.suffix.lower())


def read_model_file(path: Path, present: DataChoice | None = None) -> Model:
    """Return the model in a file.

    Parameters
    ----------
    present
        The data that are open: if the file leaves the shape of the model's input open, it is theirs.

    Raises
    ------
    ExchangeError
        If it cannot be read; the sentence says why.
    """
    kind = kind_of(path)
    if kind is Kind.ONNX:
        from nnplay.exchange.onnx.graph import read_graph
        from nnplay.exchange.onnx.read import read_model

        graph = read_graph(path)
        is_open = 0 in graph.shape[1:] and present is not None
        return read_model(graph, present.input_shape if is_open and present is not None else None)
    if kind is Kind.STATE:
        from nnplay.exchange.torch.chain import propose
        from nnplay.exchange.weights import read_state_file

        state, is_ordered = read_state_file(path)
        return propose(state, present, is_ordered=is_ordered)
    if kind is None:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is not a model that nnplay can read: these end in {endings}."),
            file=path.name,
            endings=", ".join(MODEL_SUFFIXES),
        )
    from nnplay.exchange.keras.read import read_keras

    return read_keras(path)


def read_for(
    path: Path,
    project: Project,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> Model:
    """Return the model in a file for the data of a project, which it must fit.

    Raises
    ------
    ExchangeError
        If it cannot be read.
    LoadCancelledError
        If ``should_cancel`` says so.
    """
    if kind_of(path) is Kind.ONNX:
        from nnplay.exchange.onnx.graph import read_graph
        from nnplay.exchange.onnx.read import read_model

        model = read_model(read_graph(path), project.data.input_shape)
    else:
        model = read_model_file(path, project.data)
    return fitted(model, project.data, project.seeds, report, should_cancel)


def open_model(
    path: Path,
    present: DataChoice | None = None,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> tuple[Project, Model]:
    """Return a new project for the model in a file, and the model.

    Parameters
    ----------
    present
        Data that are used if the model fits them.

    Raises
    ------
    ExchangeError, EditError
        If the model cannot be read, or its output is not a row of numbers.
    LoadCancelledError
        If ``should_cancel`` says so.
    """
    model = read_model_file(path, present)
    return project_of(model, title_of(model, path), present, report, should_cancel)


def title_of(model: Model, path: Path) -> str:
    """Return the model's own name; the file's if it has none that can be shown."""
    return model.title if model.title.isprintable() and model.title.strip() else path.stem


def read_code(text: str, seeds: Seeds, present: DataChoice | None = None) -> Model:
    """Return the model that a Keras program builds, with new initial weights.

    Parameters
    ----------
    present
        The data that are open: if the program takes the shape of its input from its data, it is theirs.

    Raises
    ------
    ExchangeError
        If the program cannot be followed; the sentence says why.
    """
    from nnplay.exchange.keras.building import build
    from nnplay.exchange.keras.listing import read_listing

    try:
        listing = read_listing(text, None if present is None else present.input_shape)
        model = build(listing.description, rng=seeds.generator("weights"))
    except DamagedError as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "The code cannot be read as a model: {reason}."), reason=error
        ) from error
    training = replace(model.training, batch_size=listing.batch_size, n_epochs=listing.n_epochs)
    return replace(model, training=training)


def open_code(
    text: str,
    project: Project,
    title: str,
    report: ReportProgress = ignore_progress,
    should_cancel: ShouldCancel = never_cancel,
) -> Model | tuple[Project, Model]:
    """Return the model that a Keras program builds, if it fits the data of a project; else a project of its own.

    Parameters
    ----------
    title
        The title of a project of its own, if the program gives no name.

    Raises
    ------
    ExchangeError, EditError
        If the program cannot be followed, or its output is not a row of numbers.
    LoadCancelledError
        If ``should_cancel`` says so.
    """
    model = read_code(text, project.seeds, project.data)
    if fits(model, project.data):
        return fitted(model, project.data, project.seeds, report, should_cancel)
    return project_of(model, model.title or title, None, report, should_cancel)
