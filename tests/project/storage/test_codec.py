"""Descriptions as JSON: exact there and back, nothing but known types with known fields."""

import json

import pytest

from nnplay.data import DigitsChoice, IdxFolderChoice, TableChoice, Task, ToyChoice
from nnplay.data.table import Column, Missing, Role, Scaling, TableFormat
from nnplay.engine import (
    LAYER_TYPES,
    LOSSES,
    OPTIMIZERS,
    SCHEDULES,
    SGD,
    Adam,
    Dense,
    Dropout,
    Input,
    Layer,
    NetworkSpec,
    NnplayError,
    Part,
    Regularization,
    TrainingSettings,
    WarmUp,
)
from nnplay.engine.initializers import INITIALIZERS
from nnplay.project import Seeds
from nnplay.project.storage.codec import decode, encode

VALUES = [
    Dense(3),
    Dense(4, "tanh", use_bias=False, kernel_initializer=INITIALIZERS["random_normal"]),
    Dropout(0.25),
    Input((28, 28, 1)),
    NetworkSpec.chain(Input((2,)), Dense(3, "relu"), Dense(1)),
    ToyChoice("spiral", 0.2, 0.7, ("x1", "sin_x2"), 77),
    DigitsChoice(500, 0.5),
    IdxFolderChoice("C:\\数字\n"),
    TableChoice(
        "表.csv",
        "ab" * 32,
        bytes(range(256)),
        TableFormat("gb18030", ";", "'", ",", has_header=True),
        (
            Column("a", Role.NUMBER, (), True, Missing.MEDIAN, Scaling.MIN_MAX),
            Column("b", Role.ONE_HOT, ("x", "y")),
            Column("c", Role.TARGET, ("1", "2", "3")),
        ),
        Task.MULTICLASS,
        n_rows=7,
    ),
    Seeds(1, 2, 3, 2**63 - 1),
    TrainingSettings("half_squared_error", SGD(1e9)),
    TrainingSettings(
        "sparse_categorical_crossentropy",
        Adam(1 / 3, epsilon=1e-300),
        7,
        schedule=WarmUp(2, 0.5, then=WarmUp()),
        regularization=Regularization(l1=0.1, max_norm=3.0),
        clip_norm=1.5,
        frozen=(Part("dense"), Part("dense_2", 1), Part("dense", None, "kernel", (0, 1))),
    ),
    *(TrainingSettings(name) for name in LOSSES),
    *(TrainingSettings(loss) for loss in LOSSES.values()),
    *(TrainingSettings("huber", optimizer()) for optimizer in OPTIMIZERS.values()),
    *(TrainingSettings("huber", schedule=schedule()) for schedule in SCHEDULES.values()),
    *(Dense(1, kernel_initializer=initializer) for initializer in INITIALIZERS.values()),
]


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_there_and_back(value):
    assert decode(json.loads(json.dumps(encode(value))), type(value)) == value


ARGUMENTS = {
    "Input": [(2, 3)],
    "Dense": [3],
    "Activation": ["relu"],
    "Dropout": [0.5],
    "Conv2D": [4, (3, 2)],
    "Reshape": [(2, 1)],
    "GaussianNoise": [0.1],
}


@pytest.mark.parametrize("kind", LAYER_TYPES.values())
def test_every_layer_there_and_back(kind):
    layer = kind(*ARGUMENTS.get(kind.__name__, []))
    assert decode(json.loads(json.dumps(encode(layer))), Layer) == layer


def test_fields_that_an_older_file_lacks_get_their_defaults():
    assert decode({"type": "Dense", "units": 3}, Layer) == Dense(3)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"type": "Dense"}, Layer),
        ({"type": "Dense", "units": "3"}, Layer),
        ({"type": "Dense", "units": True}, Layer),
        ({"type": "Dense", "units": 3.0}, Layer),
        ({"type": "Dense", "units": 3, "code": "x"}, Layer),
        ({"type": "Dense", "units": 3, "activation": ["tanh"]}, Layer),
        ({"type": "Dense", "units": 3, "kernel_initializer": {"type": "SGD"}}, Layer),
        ({"type": "SGD", "learning_rate": 0.1}, Layer),
        ({"type": "os.system"}, Layer),
        ({"type": ["Dense"]}, Layer),
        ({"units": 3}, Layer),
        ("Dense", Layer),
        (None, Layer),
        ({"type": "Input", "shape": 2}, Layer),
        ({"type": "Conv2D", "filters": 2, "kernel_size": [3, 3, 3]}, Layer),
        ({"type": "Conv2D", "filters": 2, "kernel_size": None}, Layer),
        ({"type": "Input", "shape": [2.5]}, Layer),
        ({"type": "Seeds", "data": None}, Seeds),
        ({"type": "TrainingSettings", "loss": None}, TrainingSettings),
        ({"type": "TrainingSettings", "loss": {"type": "Dense", "units": 1}}, TrainingSettings),
        ({"type": "TrainingSettings", "loss": "huber", "clip_norm": "1"}, TrainingSettings),
        (
            {"type": "TrainingSettings", "loss": "huber", "optimizer": {"type": "SGD", "learning_rate": 10**400}},
            TrainingSettings,
        ),
        ({"type": "NetworkSpec", "nodes": [1]}, NetworkSpec),
        ({"type": "NetworkSpec", "nodes": [{"type": "Node", "name": "a"}] * 1001}, NetworkSpec),
    ],
)
def test_anything_else_is_refused(data, expected):
    with pytest.raises(ValueError, match=r".+"):
        decode(data, expected)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"type": "Dense", "units": 0}, Layer),
        ({"type": "Dense", "units": 3, "activation": "eval"}, Layer),
        ({"type": "NetworkSpec", "nodes": []}, NetworkSpec),
        ({"type": "ToyChoice", "kind": "circle", "noise": 9}, ToyChoice),
    ],
)
def test_values_out_of_range_are_refused_by_their_class(data, expected):
    with pytest.raises(NnplayError):
        decode(data, expected)
