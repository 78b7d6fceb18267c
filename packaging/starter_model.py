"""Create the starter model, resources/starter/digits.nnplay, and the figures beside it.

    NNPLAY_DATA=FOLDER python packaging/starter_model.py            # both courses (about an hour), measures, writes
    NNPLAY_DATA=FOLDER python packaging/starter_model.py second     # only the second course, on from the existing model
    NNPLAY_DATA=FOLDER python packaging/starter_model.py measure    # only measures the existing model
    python packaging/starter_model.py habits                        # only the handwriting habits, without MNIST

FOLDER holds the four MNIST files. In the first course the network learns from MNIST's 60,000 training digits and as
many generated ones, each distorted differently in every epoch; and from scribbles, for which all digits are equally
right, so that it learns to doubt. The second course adds ways of writing that MNIST's writers lack, and letters to
doubt. MNIST's test digits are used only once, at the end.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from scipy import ndimage

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from starter_letters import handwritten_letters, printed_letters

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
from nnplay.project.history import CURVES
from nnplay.project.layout import layout
from nnplay.project.run import Run, Setup
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
BATCH_SIZE = 128
SEED = 2_718

HANDS = Hands(footed_one=0.25, open_four=0.6, crossed_seven=0.25, footed_seven=0.1, hooked_nine=0.4, fast_mouse=0.15)
"""How the second course's generated digits are written: ways that MNIST's writers lack, often enough to be learned."""


@dataclass(frozen=True)
class Course:
    """What the network learns from, and how.

    Attributes
    ----------
    n_epochs
        How many times it sees as many examples as follow.
    n_mnist, n_generated, n_scribbles, n_letters
        Examples of an epoch. Scribbles and letters are new in each one.
    hands
        How the generated digits are written.
    distortions
        Those of the epochs, in turn.
    learning_rate
        The highest one: after a warm-up it falls along a cosine.
    """

    n_epochs: int
    n_mnist: int
    n_generated: int
    n_scribbles: int
    n_letters: int
    hands: Hands
    distortions: tuple[Distortions, ...]
    learning_rate: float

    @property
    def run(self) -> TrainingSettings:
        """The settings of its trainer."""
        schedule = WarmUp(0.5, 0.1, CosineDecay(self.n_epochs, 0.01))
        return TrainingSettings("sparse_categorical_crossentropy", Adam(self.learning_rate), BATCH_SIZE, schedule)


FIRST = Course(32, 60_000, 60_000, 5_000, 0, Hands(), (Distortions(),), 0.0015)

GENTLE = Distortions(shift=2.0, slant=8.0, turn=6.0, stretch=0.06, bend=0.8, thickness=0.5, noise=0.04)

SLIGHT = Distortions(shift=1.0, slant=4.0, turn=3.0, stretch=0.03, bend=0.5, thickness=0.3, noise=0.03)

EVER_LESS = (Distortions(), GENTLE) * 8 + (SLIGHT, GENTLE) * 2 + (SLIGHT,) * 4
"""The second course's distortions: as its learning rate falls, the digits come closer to those that people write."""

SECOND = Course(24, 60_000, 40_000, 1_500, 8_000, HANDS, EVER_LESS, 0.001)

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
        own = load(DigitsChoice(), Seeds().data, Seeds().split)
        project = file.load(TARGET) if words == ["second"] else train(untrained(), FIRST, mnist, own)
        project = train(project, SECOND, mnist, own)
        TARGET.parent.mkdir(exist_ok=True)
        file.save(project, TARGET)
        print(f"{TARGET.stat().st_size:,} bytes after {time.perf_counter() - start:.0f} s")
    project = file.load(TARGET)
    write_figures({"recipe": recipe(), "measured": measure(project, mnist), "habits": measure_habits(project)})


def write_figures(figures: dict[str, object]) -> None:
    """Save the figures beside the model, and print them."""
    TARGET.with_suffix(".json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps({name: values for name, values in figures.items() if name != "recipe"}, indent=2))


def untrained() -> Project:
    """Return the project before the first course."""
    spec = NetworkSpec.chain(Input((SIDE, SIDE, 1)), *LAYERS)
    network = Network(spec)
    network.initialize(Seeds().generator("weights"))
    return Project(TITLE, spec, layout(spec), network.parameters, DigitsChoice(), LATER, Seeds())


def train(project: Project, course: Course, mnist: Dataset, own: Dataset) -> Project:
    """Return the project after a course; ``own`` is the project's own data, which it never learns from."""
    before = project.history
    n_before = len(before.epoch)
    rng = np.random.default_rng(SEED + n_before)
    shuffle = np.random.default_rng(SEED - n_before)
    generated, generated_labels = generate_digits(course.n_generated, rng, hands=course.hands)
    network = Network(project.network)
    network.parameters[...] = project.parameters
    state: TrainerState | None = None
    curves = list(np.column_stack([getattr(before, name) for name in CURVES]))
    for epoch in range(course.n_epochs):
        places = rng.permutation(len(mnist.train.y))[: course.n_mnist]
        digits = np.concatenate((mnist.train.x[places, ..., 0], generated))
        labels = np.concatenate((mnist.train.y[places], generated_labels))
        doubtful = np.concatenate((scribbles(course.n_scribbles, rng), handwritten_letters(course.n_letters, rng)))
        how = course.distortions[epoch % len(course.distortions)]
        x = np.concatenate((distort(digits, rng, how), distort(doubtful, rng)))
        no_digit = np.full((len(doubtful), len(DIGITS)), 1 / len(DIGITS), np.float32)
        targets = np.concatenate((np.eye(len(DIGITS), dtype=np.float32)[labels], no_digit))
        trainer = Trainer(network, Examples(x[..., np.newaxis], targets, 1 / WHITE), course.run, shuffle)
        if state:
            trainer.resume(state)
        progress = trainer.advance(1)
        while not progress.is_epoch_end:
            progress = trainer.advance(100)
        state = trainer.export()
        test = network.evaluate(own.test, course.run.loss)
        accuracies = (progress.accuracy or np.nan, test.accuracy or np.nan)
        curves.append(np.array([n_before + epoch + 1, progress.loss, test.loss, *accuracies]))
        print("epoch {:.0f}: {:.4f}, generated digits {:.4f}, right {:.4f} and {:.4f}".format(*curves[-1]), flush=True)
    history = History(*np.array(curves).T, step=before.step + (state.step if state else 0))
    setup = Setup(project.network, LATER, project.data, project.seeds)
    return replace(project, parameters=network.parameters, run=Run(1, setup, network.parameters, history))


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
        "first course": {**asdict(FIRST), "run": repr(FIRST.run)},
        "second course": {**asdict(SECOND), "run": repr(SECOND.run)},
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
    others = {
        "scribbles": scribbles(2_000, rng),
        "handwritten letters": handwritten_letters(2_000, rng),
        "printed letters": printed_letters(2_000, rng),
    }
    for name, drawn in others.items():
        is_sure = network.predict(drawn[..., np.newaxis] / np.float32(WHITE)).max(axis=1) > 0.9
        figures[name] = {"sure of a digit (over 0.9)": round(float(is_sure.mean()), 4)}
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
