"""Each preset as a Keras program, run, saved as ``.keras`` and ``.h5`` and opened again.

``python -m tests.exchange.keras_presets`` needs Keras with a backend, and prints a table: what is not the same in the
project that comes back. The presets with files are taken where the variable NNPLAY_DATA names the folder with them.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnplay.cli.source import open_source
from nnplay.data import load
from nnplay.engine import Conv2D, Dense, Layer
from nnplay.engine.initializers import find_initializer
from nnplay.engine.losses import find_loss
from nnplay.exchange.opening import open_model
from nnplay.exchange.program import Writing, keras_program, keras_weights
from nnplay.exchange.program.data import data_arrays
from nnplay.project import Project
from nnplay.project.presets import PRESETS, preset

FILES = {"iris": "csv/iris.csv", "pima": "csv/pima-indians-diabetes.csv"}


def project(name: str) -> Project | None:
    """The preset, with its table; None if that is not on this machine."""
    if name not in FILES:
        return preset(name)
    folder = os.environ.get("NNPLAY_DATA")
    return None if folder is None else open_source(name, str(Path(folder, FILES[name])))


def differences(before: Project, path: Path) -> Iterator[str]:
    """What is not the same in the project that a model's file opens as."""
    after, model = open_model(path)
    kinds = [[node.layer.kind for node in each.network.nodes] for each in (before, after)]
    if kinds[0] != kinds[1]:
        yield f"layers {kinds[1]}"
        return
    for ours, theirs in zip(before.network.nodes, after.network.nodes, strict=True):
        if as_drawn(ours.layer) != as_drawn(theirs.layer):
            yield f"{ours.name}: {theirs.layer}"
    if not np.array_equal(before.parameters, after.parameters):
        yield "weights"
    for setting in ("optimizer", "clip_value", "clip_norm"):
        if getattr(before.training, setting) != getattr(after.training, setting):
            yield f"{setting} {getattr(after.training, setting)}"
    if find_loss(before.training.loss) != find_loss(after.training.loss):
        yield f"loss {after.training.loss}"
    yield from map(str, model.notes)


def as_drawn(layer: Layer) -> Layer:
    """The layer with its initializers themselves: one that has a name may come back without it."""
    if not isinstance(layer, Dense | Conv2D):
        return layer
    kernel, bias = (find_initializer("kernel", each) for each in (layer.kernel_initializer, layer.bias_initializer))
    return replace(layer, kernel_initializer=kernel, bias_initializer=bias)


def save(made: Project, folder: Path) -> None:
    """Run the program, without training, and save its model in the folder."""
    writing = Writing(made, 0, with_weights=True)
    text = keras_program(made, 0, with_weights=True).text
    np.savez(folder / writing.weights_file, **keras_weights(writing))
    if writing.data_file in text:
        np.savez(folder / writing.data_file, **data_arrays(made, load(made.data, made.seeds.data, made.seeds.split)))
    # A program is imported under its own name, once for each preset.
    (folder / "program.py").write_text(text)
    sys.modules.pop("program", None)
    sys.path.insert(0, str(folder))
    with chdir(folder), redirect_stdout(io.StringIO()):
        import program

        for ending in ("keras", "h5"):
            program.model.save(f"model.{ending}")
    sys.path.remove(str(folder))


def main() -> int:
    os.environ.setdefault("KERAS_BACKEND", "torch")
    n_parted = 0
    for name in PRESETS:
        made = project(name)
        if made is None:
            print(f"{name:16} not here")
            continue
        with tempfile.TemporaryDirectory() as folder:
            save(made, Path(folder))
            for ending in ("keras", "h5"):
                found = list(differences(made, Path(folder, f"model.{ending}")))
                n_parted += bool(found)
                print(f"{name:16} .{ending:6} {'; '.join(found) or 'the same'}")
    return 1 if n_parted else 0


if __name__ == "__main__":
    sys.exit(main())
