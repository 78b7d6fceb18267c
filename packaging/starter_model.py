"""Create the starter model, resources/starter/digits.nnplay, and the figures beside it.

    NNPLAY_DATA=FOLDER python packaging/starter_model.py            # trains (about half an hour), measures, writes
    NNPLAY_DATA=FOLDER python packaging/starter_model.py measure    # only measures the existing model
    python packaging/starter_model.py habits                        # only the handwriting habits, without MNIST

FOLDER holds the four MNIST files. The network learns from MNIST's 60,000 training digits and as many generated ones,
which have handwriting habits that are missing in MNIST, each distorted differently in every epoch; and from scribbles,
for which all digits are equally right, so that it learns to doubt. MNIST's test digits are used only once, at the end.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
from scipy import ndimage

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from nnplay.data import DIGITS, Dataset, DigitsChoice, generate_digits, load, load_folder
from nnplay.data.digits import write
from nnplay.data.distortions import Distortions, distort
from nnplay.data.drawing import SIDE, WHITE, Bytes, from_strokes
from nnplay.data.hands import Hands
from nnplay.data.skeletons import skeletons
from nnplay.engine import (
    Adam,
    Conv2D,
    CosineDecay,
    Dense,
    Dropout,
    Examples,
    Flatten,
    Input,
    MaxPooling2D,
    Network,
    NetworkSpec,
    Trainer,
    TrainerState,
    TrainingSettings,
    WarmUp,
)
from nnplay.project import History, Project, Seeds
from nnplay.project.layout import layout
from nnplay.project.starter import TITLE
from nnplay.project.storage import file

TARGET = Path(__file__).resolve().parents[1] / "resources" / "starter" / "digits.nnplay"

LAYERS = (
    Conv2D(16, 5, activation="relu"),
    MaxPooling2D(2),
    Conv2D(40, 3, activation="relu"),
    MaxPooling2D(2),
    Flatten(),
    Dense(128, "relu"),
    Dropout(0.3),
    Dense(10, "softmax"),
)
N_EPOCHS = 32
N_GENERATED = 60_000
N_SCRIBBLES = 5_000
BATCH_SIZE = 128
SEED = 2_718
DISTORTIONS = Distortions()
RUN = TrainingSettings(
    "sparse_categorical_crossentropy", Adam(0.0015), BATCH_SIZE, WarmUp(0.5, 0.1, CosineDecay(N_EPOCHS, 0.01))
)
LATER = TrainingSettings("sparse_categorical_crossentropy", Adam(0.0003), 64)
"""The data that the project trains on when it is opened."""

HABITS = {
    "1, a plain line": ("1", (0, 1, 2)),
    "1, short steep upstroke": ("1", (3,)),
    "1, short slanting upstroke": ("1", (6,)),
    "1, short upstroke and foot": ("1", (4,)),
    "1, foot alone": ("1", (5,)),
    "1, long upstroke": ("1", (7,)),
    "1, long upstroke and foot": ("1", (8,)),
    "4, closed": ("4", (2, 3)),
    "4, open": ("4", (0, 1, 4, 5)),
    "7, plain": ("7", (0, 2, 5, 6, 9)),
    "7, hook at its beginning": ("7", (1, 7, 8)),
    "7, crossed": ("7", (3, 10, 11)),
    "9, straight": ("9", (0, 1, 3, 4, 5, 7)),
    "7, foot": ("7", (12, 13)),
    "9, hooked": ("9", (2, 6, 8)),
}
"""Named habits: the digit, and its skeletons with this habit (indices in ``nnplay.data.skeletons.HABITS``)."""

N_PER_HABIT = 1_000

HANDS = Hands(footed_one=0.25, open_four=0.6, crossed_seven=0.25, footed_seven=0.1, hooked_nine=0.4, fast_mouse=0.15)
"""How the generated digits are written: ways that MNIST's writers lack, often enough to be learned."""


def main(words: list[str]) -> None:
    """Train unless only measuring is requested, then measure."""
    if words == ["habits"]:
        figures = json.loads(TARGET.with_suffix(".json").read_text(encoding="utf-8"))
        figures["habits"] = measure_habits(file.load(TARGET))
        write_figures(figures)
        return
    folder = Path(os.environ["NNPLAY_DATA"])
    mnist = load_folder(folder)
    if words != ["measure"]:
        start = time.perf_counter()
        project = train(mnist, load(DigitsChoice(), Seeds().data, Seeds().split))
        TARGET.parent.mkdir(exist_ok=True)
        file.save(project, TARGET)
        print(f"{TARGET.stat().st_size:,} bytes after {time.perf_counter() - start:.0f} s")
    project = file.load(TARGET)
    write_figures({"recipe": recipe(), "measured": measure(project, mnist), "habits": measure_habits(project)})


def write_figures(figures: dict[str, object]) -> None:
    """Save the figures beside the model, and print them."""
    TARGET.with_suffix(".json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps({name: values for name, values in figures.items() if name != "recipe"}, indent=2))


def train(mnist: Dataset, own: Dataset) -> Project:
    """Return the network after all epochs; ``own`` is the project's own data, which it never learns from."""
    rng = np.random.default_rng(SEED)
    seeds = Seeds()
    generated, generated_labels = generate_digits(N_GENERATED, rng, hands=HANDS)
    pictures = np.concatenate((mnist.train.x[..., 0], generated))
    targets = np.eye(len(DIGITS), dtype=np.float32)[np.concatenate((mnist.train.y, generated_labels))]
    spec = NetworkSpec.chain(Input((SIDE, SIDE, 1)), *LAYERS)
    network = Network(spec)
    network.initialize(seeds.generator("weights"))
    state: TrainerState | None = None
    curves: list[tuple[float, ...]] = []
    for epoch in range(N_EPOCHS):
        doubtful = np.full((N_SCRIBBLES, len(DIGITS)), 1 / len(DIGITS), np.float32)
        x = np.concatenate((distort(pictures, rng, DISTORTIONS), distort(scribbles(N_SCRIBBLES, rng), rng)))
        examples = Examples(x[..., np.newaxis], np.concatenate((targets, doubtful)), 1 / WHITE)
        trainer = Trainer(network, examples, RUN, seeds.generator("shuffle"))
        if state:
            trainer.resume(state)
        progress = trainer.advance(1)
        while not progress.is_epoch_end:
            progress = trainer.advance(100)
        state = trainer.export()
        test = network.evaluate(own.test, RUN.loss)
        curves.append((epoch + 1, progress.loss, test.loss, progress.accuracy or np.nan, test.accuracy or np.nan))
        print("epoch {}: {:.4f}, generated digits {:.4f}, right {:.4f} and {:.4f}".format(*curves[-1]), flush=True)
    history = History(*np.array(curves).T, step=state.step if state else 0)
    return Project(TITLE, spec, layout(spec), network.parameters, DigitsChoice(), LATER, seeds, history)


def scribbles(n: int, rng: np.random.Generator) -> Bytes:
    """Return (n, 28, 28) drawings that are not digits: a few wild strokes each."""
    pictures = np.empty((n, SIDE, SIDE), np.uint8)
    for picture in pictures:
        n_strokes = rng.integers(2, 5)
        strokes = [_wild_stroke(rng) + rng.uniform(-2, 2, 2) for _ in range(n_strokes)]
        picture[...] = from_strokes(strokes)
    return pictures


def _wild_stroke(rng: np.random.Generator) -> np.ndarray:
    """Return (p, 2) points of a line that keeps turning."""
    n = rng.integers(4, 12)
    heading = np.cumsum(rng.normal(0, 1.2, n)) + rng.uniform(0, 2 * np.pi)
    return np.cumsum(np.column_stack((np.cos(heading), np.sin(heading))) * rng.uniform(0.3, 1, (n, 1)), axis=0)


def recipe() -> dict[str, object]:
    """Return how the model was made, in words and numbers."""
    return {
        "script": "packaging/starter_model.py",
        "layers": [repr(layer) for layer in LAYERS],
        "examples an epoch": {"MNIST": 60_000, "generated": N_GENERATED, "scribbles": N_SCRIBBLES},
        "epochs": N_EPOCHS,
        "run": repr(RUN),
        "distortions": asdict(DISTORTIONS),
        "hands": asdict(HANDS),
    }


def _shifted(pictures: Bytes, pixels: int, rng: np.random.Generator) -> Bytes:
    """Return each of (n, 28, 28) pictures moved by up to ``pixels`` whole pixels in both directions."""
    ways = rng.integers(-pixels, pixels + 1, (len(pictures), 2))
    return np.stack([ndimage.shift(picture, way, order=0) for picture, way in zip(pictures, ways, strict=True)])


def _slanted(pictures: Bytes, degrees: float) -> Bytes:
    """Return (n, 28, 28) pictures with their upright lines leaning by ``degrees``, to the right where positive."""
    lean = np.tan(np.radians(degrees))
    matrix = np.array([[1, 0, 0], [0, 1, 0], [0, lean, 1]])  # axes: picture, row, column
    middle = (SIDE - 1) / 2
    return ndimage.affine_transform(pictures, matrix, offset=(0, 0, -lean * middle), order=1)


def measure(project: Project, mnist: Dataset) -> dict[str, dict[str, float]]:
    """Return accuracy and calibration on digits that the network has not seen."""
    network = Network(project.network)
    network.parameters[...] = project.parameters
    pictures, labels = mnist.test.x[..., 0], mnist.test.y
    generated, generated_labels = generate_digits(10_000, np.random.default_rng(SEED + 1))
    rng = np.random.default_rng(SEED + 2)
    sets = {
        "MNIST test": (pictures, labels),
        "generated": (generated, generated_labels),
        "generated, more hands": generate_digits(10_000, np.random.default_rng(SEED + 3), hands=HANDS),
        "MNIST test, shifted by up to 4 pixels": (_shifted(pictures, 4, rng), labels),
        "MNIST test, slanted by 15 degrees to the right": (_slanted(pictures, 15), labels),
        "MNIST test, slanted by 15 degrees to the left": (_slanted(pictures, -15), labels),
        "MNIST test, one pixel thicker on each side": (ndimage.grey_dilation(pictures, (1, 3, 3)), labels),
    }
    figures = {name: _figures(network, *examples) for name, examples in sets.items()}
    sure = network.predict(scribbles(2_000, rng)[..., np.newaxis] / np.float32(WHITE)).max(axis=1) > 0.9
    figures["scribbles"] = {"sure of a digit (over 0.9)": round(float(sure.mean()), 4)}
    return figures


def measure_habits(project: Project) -> dict[str, dict[str, float]]:
    """Return the same figures for generated digits of one habit each, and the most common mistakes."""
    network = Network(project.network)
    network.parameters[...] = project.parameters
    rng = np.random.default_rng(SEED + 3)
    found = {}
    for name, (digit, numbers) in HABITS.items():
        skeleton = [skeletons(digit)[number] for number in numbers]
        pictures = np.concatenate([write(each, N_PER_HABIT // len(numbers), rng) for each in skeleton])
        labels = np.full(len(pictures), DIGITS.index(digit))
        answers = network.predict(pictures[..., np.newaxis] / np.float32(WHITE)).argmax(axis=1)
        wrong = np.bincount(answers[answers != labels], minlength=len(DIGITS))
        found[name] = {"digits": len(pictures), **_figures(network, pictures, labels)}
        if wrong.any():
            found[name]["mostly mistaken for"] = int(wrong.argmax())
    return found


def _figures(network: Network, pictures: Bytes, labels: np.ndarray) -> dict[str, float]:
    probabilities = network.predict(pictures[..., np.newaxis] / np.float32(WHITE))
    is_right, is_sure = probabilities.argmax(axis=1) == labels, probabilities.max(axis=1) > 0.9
    return {
        "accuracy": round(float(is_right.mean()), 4),
        "sure (over 0.9)": round(float(is_sure.mean()), 4),
        "right when sure": round(float(is_right[is_sure].mean()), 4),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
