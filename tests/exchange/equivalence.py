"""Programs held against nnplay: outputs before training to 1e-5, weights after some 50 steps to 1e-4.

``python -m tests.exchange.equivalence 200 --python PYTHON`` takes 200 random projects through every library that the
other Python has, and prints the counts. Where weights part, the program must have said why.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.data import Dataset, load
from nnplay.engine import Network, Trainer, TrainingDivergedError
from nnplay.exchange.program import (
    Program,
    Writing,
    keras_program,
    keras_weights,
    numpy_program,
    numpy_weights,
    pytorch_program,
    pytorch_weights,
)
from nnplay.exchange.program.data import data_arrays
from nnplay.exchange.program.differences import Difference
from nnplay.project import Project
from tests.exchange.random_projects import in_one_batch, random_project

N_STEPS = 50
OUTPUTS, WEIGHTS = 1e-5, 1e-4

WRITERS: dict[str, tuple[Any, Any]] = {
    "numpy": (numpy_program, numpy_weights),
    "keras": (keras_program, keras_weights),
    "torch": (pytorch_program, pytorch_weights),
}
_NO_EXCUSES = (Difference.CHANCE, Difference.BATCH_OF_ONE, Difference.RUNNING_VARIANCE)
"""What cannot be why weights part here: these cases are kept out, or their arrays are not compared."""

_RUNNER = Path(__file__).with_name("program_runner.py")

Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, eq=False)
class Trial:
    """One project for one library, and what nnplay makes of it.

    Attributes
    ----------
    before
        Outputs before training; None where there is nothing to predict.
    after
        Weights after training, as the library has them.
    is_sensitive
        Whether rounding alone moves the weights further apart than is allowed: nnplay's own in single and in double
        precision, of a bias before a BatchNormalization for example, whose gradient is nothing but rounding.
    """

    name: str
    library: str
    program: Program
    untrained: Program
    files: dict[str, Arrays]
    before: NDArray[Any]
    after: Arrays
    is_sensitive: bool


def trial(project: Project, library: str, name: str) -> Trial | None:
    """What is to be compared; None where training diverges in nnplay."""
    project = project if library == "numpy" else in_one_batch(project)
    dataset = load(project.data, project.seeds.data, project.seeds.split)
    write, weights = WRITERS[library]
    n = len(dataset.train)
    n_epochs = -(-N_STEPS // -(-n // min(n, project.training.batch_size)))
    network, precise = Network(project.network), Network(project.network, np.float64)
    network.load(project.parameters, project.muted)
    precise.load(project.parameters, project.muted)
    judged = dataset.test if len(dataset.test) else dataset.train
    before = network.predict(judged.inputs())
    try:
        trained = train(network, project, dataset, n_epochs)
        is_sensitive = _distance(trained, train(precise, project, dataset, n_epochs)) > WEIGHTS
    except TrainingDivergedError:
        return None
    writing = Writing(project, n_epochs, with_weights=True)
    after = weights(Writing(_with(project, trained), n_epochs, with_weights=True))
    program = write(project, n_epochs, with_weights=True)
    untrained = write(project, 0, with_weights=True)
    files = {writing.data_file: data_arrays(project, dataset), writing.weights_file: weights(writing)}
    return Trial(name, library, program, untrained, files, before, after, is_sensitive)


def train(network: Network, project: Project, dataset: Dataset, n_epochs: int) -> NDArray[np.float32]:
    """Weights after some epochs of nnplay's own training, muted ones with their values."""
    trainer = Trainer(network, dataset.train, project.training, project.seeds.generator("shuffle"))
    for _ in range(n_epochs):
        trainer.advance(10**6)
        if len(dataset.test):
            trainer.observe(network.evaluate(dataset.test, project.training.loss).loss)
    return network.unmuted_parameters()


def run(trials: list[Trial], python: str, folder: Path) -> list[tuple[float, float]]:
    """The greatest differences of outputs before and weights after, for each trial."""
    for number, each in enumerate(trials):
        place = folder / str(number)
        place.mkdir()
        for file, arrays in each.files.items():
            np.savez(place / file, **arrays)
        (place / "untrained.py").write_text(each.untrained.text, encoding="utf-8")
        (place / "program.py").write_text(each.program.text, encoding="utf-8")
        (place / "library").write_text(each.library)
    environment = {**os.environ, "KERAS_BACKEND": "torch", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [python, "-W", "ignore", str(_RUNNER), str(folder), str(len(trials))]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return [_difference(each, folder / str(number)) for number, each in enumerate(trials)]


def verdict(each: Trial, before: float, after: float) -> str:
    """``equal``, ``reason`` where the program says why its weights part, ``rounding``, or ``wrong``."""
    if not before <= OUTPUTS:
        return "wrong outputs"
    if after <= WEIGHTS:
        return "equal"
    if any(_is_excuse(text) for text in each.program.differences):
        return "reason"
    return "rounding" if each.is_sensitive else "wrong weights"


def _is_excuse(sentence: str) -> bool:
    """Whether weights may part for this reason, all examples being in each step."""
    templates = [re.sub(r"\{\w+\}", "|", each.value).split("|")[-1] for each in _NO_EXCUSES]
    return not any(sentence.endswith(ending) for ending in templates)


def _with(project: Project, parameters: NDArray[np.float32]) -> Project:
    return replace(project, parameters=parameters)


def _distance(found: NDArray[Any], expected: NDArray[Any]) -> float:
    """The greatest difference, relative to numbers above 1."""
    return float((np.abs(found - expected) / np.maximum(1, np.abs(expected))).max(initial=0))


def _difference(each: Trial, place: Path) -> tuple[float, float]:
    if (place / "error").exists():
        trace = (place / "error").read_text()
        sys.stderr.write(f"{each.name} {each.library} {trace[-1500:]}\n")
        return np.inf, np.inf
    with np.load(place / "found.npz") as found:
        before = float(np.abs(found["predictions"] - each.before).max())
        differences = [0.0]
        for name, values in each.after.items():
            if name.endswith(("running_var", "num_batches_tracked")):
                continue  # PyTorch's own: the program says so
            differences.append(_distance(found[name], values))
    return before, float(np.max(differences))


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--libraries", nargs="*", default=list(WRITERS))
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    for library in options.libraries:
        trials = [
            trial(random_project(options.first + i), library, str(options.first + i)) for i in range(options.count)
        ]
        kept = [each for each in trials if each is not None]
        counts: Counter[str] = Counter({"diverged in nnplay": len(trials) - len(kept)})
        with tempfile.TemporaryDirectory() as folder:
            for each, (before, after) in zip(kept, run(kept, options.python, Path(folder)), strict=True):
                result = verdict(each, before, after)
                counts[result] += 1
                if result != "equal":
                    line = [library, each.name, result, before, after, each.program.differences]
                    sys.stdout.write(f"{json.dumps(line, ensure_ascii=False)}\n")
        sys.stdout.write(f"{library} {dict(counts)}\n")


if __name__ == "__main__":
    main()
