"""Programs held against nnplay: outputs before training to 1e-5, weights after some 50 steps to 1e-4.

``python -m tests.exchange.equivalence 200 --python PYTHON`` takes 200 random projects through every library that the
other Python has, and prints the counts. Where weights part, the program must have said why, or ``rounding`` proves that
it is nothing else.
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
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnplay.data import load
from nnplay.engine import Network, TrainingDivergedError
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
from tests.exchange.rounding import WEIGHTS, Precisely, distance, train

N_STEPS = 50
OUTPUTS = 1e-5

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
    """

    name: str
    library: str
    program: Program
    untrained: Program
    files: dict[str, Arrays]
    before: NDArray[Any]
    after: Arrays
    project: Project
    n_epochs: int
    is_precise: bool = False


@dataclass(frozen=True)
class Verdict:
    """What became of a trial.

    Attributes
    ----------
    word
        ``equal``, ``reason`` where the program says why its weights part, ``rounding: …`` with the name of the reason
        that is proved, ``wrong outputs`` or ``wrong weights``.
    before
        The greatest difference of outputs before training.
    parted
        How far each array is from nnplay's after training, relative to numbers above 1.
    """

    word: str
    before: float
    parted: dict[str, float]


def trial(project: Project, library: str, name: str) -> Trial | None:
    """What is to be compared; None where training diverges in nnplay."""
    project = project if library == "numpy" else in_one_batch(project)
    dataset = load(project.data, project.seeds.data, project.seeds.split)
    write, weights = WRITERS[library]
    n = len(dataset.train)
    n_epochs = -(-N_STEPS // -(-n // min(n, project.training.batch_size)))
    network = Network(project.network)
    network.load(project.parameters, project.muted)
    judged = dataset.test if len(dataset.test) else dataset.train
    before = network.predict(judged.inputs())
    try:
        trained = train(network, project, dataset, n_epochs)
    except TrainingDivergedError:
        return None
    writing = Writing(project, n_epochs, with_weights=True)
    after = weights(Writing(_with(project, trained), n_epochs, with_weights=True))
    program = write(project, n_epochs, with_weights=True)
    untrained = write(project, 0, with_weights=True)
    files = {writing.data_file: data_arrays(project, dataset), writing.weights_file: weights(writing)}
    return Trial(name, library, program, untrained, files, before, after, project, n_epochs)


def verdicts(trials: list[Trial], python: str, folder: Path) -> dict[str, Verdict]:
    """Run the programs of trials, and judge each by its name."""
    found = _run(trials, python, folder / "single")
    judged = {each.name: _verdict(each, *parts) for each, parts in zip(trials, found, strict=True)}
    doubtful = [each for each in trials if judged[each.name].word == "wrong weights"]
    if doubtful:
        precise = {each.name: Precisely(each.project, each.n_epochs, WRITERS[each.library][1]) for each in doubtful}
        again = _run([_precise(each, precise[each.name].arrays) for each in doubtful], python, folder / "double")
        for each, (_, parted) in zip(doubtful, again, strict=True):
            verdict = judged[each.name]
            reason = precise[each.name].reason(verdict.parted, parted)
            if reason is not None:
                judged[each.name] = replace(verdict, word=f"rounding: {reason.name}")
    return judged


def _precise(each: Trial, after: Mapping[str, NDArray[Any]]) -> Trial:
    """The same in double precision; ``after`` are nnplay's weights then."""

    def doubled(program: Program) -> Program:
        return replace(program, lines=tuple(replace(line, text=_doubled(line.text)) for line in program.lines))

    files = {
        file: {name: array.astype(np.float64) if array.dtype == np.float32 else array for name, array in arrays.items()}
        for file, arrays in each.files.items()
    }
    return replace(
        each,
        program=doubled(each.program),
        untrained=doubled(each.untrained),
        files=files,
        after=dict(after),
        is_precise=True,
    )


def _doubled(text: str) -> str:
    return text.replace("float32", "float64")


def _run(trials: list[Trial], python: str, folder: Path) -> list[tuple[float, dict[str, float]]]:
    """For each trial the greatest difference of outputs before training, and that of each array after it."""
    folder.mkdir()
    for number, each in enumerate(trials):
        place = folder / str(number)
        place.mkdir()
        for file, arrays in each.files.items():
            np.savez(place / file, **arrays)
        (place / "untrained.py").write_text(each.untrained.text, encoding="utf-8")
        (place / "program.py").write_text(each.program.text, encoding="utf-8")
        (place / "library").write_text(each.library)
    environment = {**os.environ, "KERAS_BACKEND": "torch", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    precision = "double" if any(each.is_precise for each in trials) else "single"
    command = [python, "-W", "ignore", str(_RUNNER), str(folder), str(len(trials)), precision]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return [_difference(each, folder / str(number)) for number, each in enumerate(trials)]


def _verdict(each: Trial, before: float, parted: dict[str, float]) -> Verdict:
    if not before <= OUTPUTS:
        word = "wrong outputs"
    elif max(parted.values(), default=0) <= WEIGHTS:
        word = "equal"
    elif any(_is_excuse(text) for text in each.program.differences):
        word = "reason"
    else:
        word = "wrong weights"
    return Verdict(word, before, parted)


def _is_excuse(sentence: str) -> bool:
    """Whether weights may part for this reason, all examples being in each step."""
    templates = [re.sub(r"\{\w+\}", "|", each.value).split("|")[-1] for each in _NO_EXCUSES]
    return not any(sentence.endswith(ending) for ending in templates)


def _with(project: Project, parameters: NDArray[np.float32]) -> Project:
    return replace(project, parameters=parameters)


def _difference(each: Trial, place: Path) -> tuple[float, dict[str, float]]:
    if (place / "error").exists():
        trace = (place / "error").read_text()
        sys.stderr.write(f"{each.name} {each.library} {trace[-1500:]}\n")
        return np.inf, {}
    with np.load(place / "found.npz") as found:
        before = float(np.abs(found["predictions"] - each.before).max())
        # What else PyTorch keeps of a normalization is its own: the program says so.
        compared = [name for name in each.after if not name.endswith(("running_var", "num_batches_tracked"))]
        return before, {name: distance(found[name], each.after[name]) for name in compared}


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
            judged = verdicts(kept, options.python, Path(folder))
        for each in kept:
            verdict = judged[each.name]
            counts[verdict.word] += 1
            if verdict.word != "equal":
                furthest = max(verdict.parted.items(), key=lambda item: item[1], default=("", np.inf))
                line = [library, each.name, verdict.word, verdict.before, furthest, each.program.differences]
                sys.stdout.write(f"{json.dumps(line, ensure_ascii=False)}\n")
        sys.stdout.write(f"{library} {dict(counts)}\n")


if __name__ == "__main__":
    main()
