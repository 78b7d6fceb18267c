"""Runs programs in folders 0, 1, …, in one process of a Python that has their libraries, and keeps what they found.

It needs nothing of nnplay. In each folder ``untrained.py`` gives the outputs before training and ``program.py`` the
weights after it; both go into ``found.npz``, under the names of the file of weights.
"""

# ruff: noqa: B905  # it is run by any Python that has the libraries
import importlib.util
import io
import os
import sys
import traceback
from contextlib import redirect_stdout
from pathlib import Path

import numpy as np


def executed(place):
    """The outputs before training, and the names that the program leaves."""
    sys.path[0] = str(place)
    for name in ("untrained", "program"):
        sys.modules.pop(name, None)
    import program
    import untrained

    return untrained.predictions, vars(program)


def numpy_arrays(names, weights):
    """A NumPy program's arrays are changed in place, but for moving averages."""
    found, layers = {}, iter(names["layers"])
    by_layer = {}
    for key in weights:
        by_layer.setdefault(key.rsplit("/", 1)[0], []).append(key)
    parameters = iter(w for layer in names["layers"] for w in layer.parameters)
    averages = [layer for layer in layers if hasattr(layer, "variance")]
    for key in weights:
        if key.endswith(("/moving_mean", "/moving_variance")):
            continue
        found[key] = next(parameters)
    normalized = [key.rsplit("/", 1)[0] for key in weights if key.endswith("/moving_mean")]
    for name, layer in zip(normalized, averages):
        found[f"{name}/moving_mean"], found[f"{name}/moving_variance"] = layer.mean, layer.variance
    return found


def arrays_of(library, names, weights):
    """A trained model's arrays under the names of the file of weights."""
    if library == "numpy":
        return numpy_arrays(names, weights)
    if library == "keras":
        # A layer is called as in the file where the program names it; a chain's arrays lie in the file's order.
        by_name = {f"{w.path.split('/')[-2]}/{w.name}": w.numpy() for w in names["model"].weights}
        return by_name if set(weights) <= set(by_name) else dict(zip(weights, names["model"].get_weights()))
    return {name: values.numpy() for name, values in names["model"].state_dict().items()}


def set_double():
    """Let the libraries that are there make arrays in double precision."""
    if importlib.util.find_spec("torch"):
        import torch

        torch.set_default_dtype(torch.float64)
    if importlib.util.find_spec("keras"):
        import keras

        keras.config.set_floatx("float64")


def main(folder, n_programs, precision):
    if precision == "double":
        set_double()
    for number in range(n_programs):
        place = Path(folder, str(number))
        os.chdir(place)
        with redirect_stdout(io.StringIO()):
            try:
                library = Path("library").read_text()
                before, names = executed(place)
                with np.load(next(Path().glob("*-weights.npz"))) as weights:
                    found = arrays_of(library, names, list(weights))
                np.savez("found.npz", predictions=before, **found)
            except Exception:
                Path("error").write_text(traceback.format_exc())


main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
