"""Networks that learn from rows of a table."""

from __future__ import annotations

from nnplay.data import BodyMeasuresChoice, TableChoice, Task
from nnplay.data.table import Column, Role
from nnplay.engine import Adam, Dense, RMSprop, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.initializers import RandomNormal
from nnplay.project.presets.preset import Parts, Preset


def _body_measures() -> Parts:
    start = RandomNormal()
    layers = [Dense(4, "relu", kernel_initializer=start), Dense(2, "softmax", kernel_initializer=start)]
    return BodyMeasuresChoice(), [*layers], TrainingSettings("categorical_crossentropy", RMSprop(), batch_size=8)


def _table_to_be_chosen(goal: Task, target: Column, *inputs: str) -> TableChoice:
    """A table that a person opens; until then its columns are known, and nothing else."""
    return TableChoice(columns=(*map(Column, inputs), target), goal=goal, train_share=1.0)


def _pima() -> Parts:
    data = _table_to_be_chosen(
        Task.YES_NO,
        Column("diabetes", Role.TARGET, ("0", "1")),
        *("pregnancies", "glucose", "pressure", "skin", "insulin", "bmi", "pedigree", "age"),
    )
    start = "random_uniform"
    layers = [
        Dense(12, "relu", kernel_initializer=start),
        Dense(8, "relu", kernel_initializer=start),
        Dense(1, "sigmoid", kernel_initializer=start),
    ]
    return data, [*layers], TrainingSettings("binary_crossentropy", Adam(), batch_size=10)


def _iris() -> Parts:
    species = ("Iris-setosa", "Iris-versicolor", "Iris-virginica")
    data = _table_to_be_chosen(
        Task.MULTICLASS,
        Column("species", Role.TARGET, species),
        *("sepal length", "sepal width", "petal length", "petal width"),
    )
    layers = [Dense(8, "relu"), Dense(3, "softmax")]
    return data, [*layers], TrainingSettings("sparse_categorical_crossentropy", Adam(0.01), batch_size=5)


TABLE_PRESETS = (
    Preset(
        "body-measures",
        QT_TRANSLATE_NOOP("presets", "Body measures"),
        QT_TRANSLATE_NOOP("presets", "Weight, height and age of a thousand people, to tell male from female."),
        10,
        _body_measures,
    ),
    Preset(
        "pima",
        QT_TRANSLATE_NOOP("presets", "Diabetes table"),
        QT_TRANSLATE_NOOP(
            "presets", "Eight measurements of 768 women, and who had diabetes: open your own copy of the CSV file."
        ),
        150,
        _pima,
        seed=3,
    ),
    Preset(
        "iris",
        QT_TRANSLATE_NOOP("presets", "Iris table"),
        QT_TRANSLATE_NOOP(
            "presets", "Four lengths of 150 flowers of three species: open your own copy of the CSV file."
        ),
        100,
        _iris,
    ),
)
