"""An object of another class than the engine takes is refused where it is given, with what would be right."""

from collections.abc import Callable

import numpy as np
import pytest

from nnplay.engine import (
    OPTIMIZERS,
    SCHEDULES,
    SGD,
    DataError,
    Dense,
    Examples,
    GraphError,
    Input,
    Network,
    NetworkSpec,
    SettingError,
    Trainer,
    TrainingSettings,
    WarmUp,
)

LOSS = "mean_squared_error"
SPEC = NetworkSpec.chain(Input((2,)), Dense(1))
EXAMPLES = Examples(np.zeros((3, 2)), np.zeros((3, 1)))
RNG = np.random.default_rng(1)

OPTIMIZER_CLASSES = f"these classes: {', '.join(OPTIMIZERS)}"
SCHEDULE_CLASSES = f"these classes: {', '.join(SCHEDULES)}"


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: TrainingSettings(LOSS, "adam"), f"optimizer is 'adam'.*{OPTIMIZER_CLASSES}"),
        (lambda: TrainingSettings(LOSS, SGD), f"optimizer is <class.*{OPTIMIZER_CLASSES}"),
        (lambda: TrainingSettings(LOSS, schedule="Constant"), f"schedule is 'Constant'.*{SCHEDULE_CLASSES}"),
        (lambda: WarmUp(then=0.5), f"schedule after the warm-up is 0.5.*{SCHEDULE_CLASSES}"),
        (lambda: TrainingSettings(LOSS, regularization=0.1), "regularization is 0.1.*class Regularization"),
        (lambda: TrainingSettings(LOSS, frozen="dense"), "frozen is 'dense'.*class tuple"),
        (lambda: TrainingSettings(LOSS, frozen=("dense",)), "frozen part is 'dense'.*class Part"),
        (lambda: Network(None), "network is None.*class NetworkSpec"),
        (lambda: Network([Dense(3)]), "network is .*class NetworkSpec"),
        (lambda: NetworkSpec((Dense(2),)), "node is .*class Node"),
        (lambda: NetworkSpec.chain(Input((2,)), "dense"), "layer is 'dense'.*class Layer"),
        (lambda: Trainer(SPEC, EXAMPLES, TrainingSettings(LOSS), RNG), "network is .*class Network"),
        (lambda: Trainer(Network(SPEC), EXAMPLES.x, TrainingSettings(LOSS), RNG), "examples is .*class Examples"),
        (lambda: Trainer(Network(SPEC), EXAMPLES, LOSS, RNG), "settings is .*class TrainingSettings"),
        (lambda: Network(SPEC, "foo"), "dtype is “foo”.*float32, float64"),
        (lambda: Network(SPEC, np.int32), "dtype is “int32”.*float32, float64"),
        (lambda: Network(SPEC).mute(["dense"]), "part is 'dense'.*class Part"),
        (lambda: Network(SPEC).load(np.zeros(3), ["dense"]), "part is 'dense'.*class Part"),
    ],
)
def test_what_is_of_another_class_is_refused_with_what_is_taken(make: Callable[[], object], sentence: str) -> None:
    with pytest.raises(SettingError, match=sentence):
        make()


def test_a_list_is_no_input_and_the_sentence_says_what_makes_one() -> None:
    with pytest.raises(DataError, match=r"x must be a NumPy array.*list.*numpy.array"):
        Network(SPEC).predict([[0.0, 1.0]])


@pytest.mark.parametrize("names", [["in"], ["in", "out", "more"]])
def test_a_chain_wants_a_name_for_each_layer(names: list[str]) -> None:
    with pytest.raises(GraphError, match=f"{len(names)} names for 2 layers"):
        NetworkSpec.chain(Input((2,)), Dense(1), names=names)
