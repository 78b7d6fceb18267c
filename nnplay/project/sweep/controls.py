"""What can be swept: each number or choice of a project by the name of its control, and the edit that sets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from nnplay.data import FEATURES
from nnplay.engine import ACTIVATIONS, INITIALIZERS, OPTIMIZERS, SCHEDULES, Dense, Dropout, Node
from nnplay.engine.checks import check_choice
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.seeds import MAX_SEED
from nnplay.engine.settings import MAX_BATCH_SIZE
from nnplay.project import edits
from nnplay.project.errors import EditError
from nnplay.project.fitting import layer_with_units, losses_for
from nnplay.project.project import Project

Value = int | float | str
Apply = Callable[[Project, Value], Project]

_T = TypeVar("_T")

EXAMPLES = "examples"
"""The axis that no edit sets: how many of the training examples a network gets to see."""

MOST_LAYERS = 20

_OF_DATA = {"noise": "0 to 0.5", "train_share": "0.1 to 1", "n_points": "10 or more", "n_people": "10 or more"}
_SHARES = ("momentum", "rho", "beta_1", "beta_2", "rate", "eta_minus")


@dataclass(frozen=True)
class SweptControl:
    """One number or choice of a project.

    Attributes
    ----------
    name
        The control's name; what belongs to one layer has that layer's name behind a colon (``units:dense``).
    present
        Its value now; None where it has none, or its layers differ.
    range
        What it may be, for people; numbers and names, the same in all languages.
    kind
        int, float or str.
    rank
        Controls of a lower rank are set first: data, then structure, then what depends on it.
    apply
        The edit that gives it another value.
    is_idle
        Whether it belongs to an optimizer that the project does not use now.
    """

    name: str
    present: Value | None
    range: str
    kind: type[int] | type[float] | type[str]
    rank: int
    apply: Apply
    is_idle: bool = False

    @property
    def is_of_data(self) -> bool:
        """Whether it decides which examples there are, rather than how a network learns from them."""
        return self.rank == 0


def swept_controls(project: Project) -> dict[str, SweptControl]:
    """All that can be swept in a project, by name."""
    found = [*_data(project), *_structure(project), *_layers(project), *_training(project), *_seeds(project)]
    return {each.name: each for each in found}


def _data(project: Project) -> list[SweptControl]:
    found = []
    for name, limits in _OF_DATA.items():
        if hasattr(project.data, name):
            present = getattr(project.data, name)
            kind: type[int] | type[float] = float if name in ("noise", "train_share") else int
            if present is None:
                present = project.data.toy_set.n_points  # type: ignore[attr-defined]  # only toy sets leave it open
            found.append(SweptControl(name, present, limits, kind, 0, _set_data(name)))
    if hasattr(project.data, "features"):
        names = "+".join(FEATURES)
        found.append(SweptControl("inputs", "+".join(project.data.features), names, str, 0, _set_inputs))
    # What is left of the training examples is a matter of the cell, not of the project.
    found.append(SweptControl(EXAMPLES, None, "1 or more", int, 0, lambda project, _: project))
    return found


def _with(value: _T, name: str, changed: object) -> _T:
    """A frozen value with another value in one of its fields."""
    return replace(value, **{name: changed})  # type: ignore[type-var]  # a dataclass, each of them


def _set_data(name: str) -> Apply:
    return lambda project, value: edits.set_data(project, _with(project.data, name, value))


def _set_inputs(project: Project, value: Value) -> Project:
    return _set_data("features")(project, tuple(str(value).split("+")))  # type: ignore[arg-type]  # a tuple of names


def _structure(project: Project) -> list[SweptControl]:
    hidden = _hidden(project)
    found = []
    if hidden:
        found.append(SweptControl("layers", len(hidden), f"0 to {MOST_LAYERS}", int, 1, _set_layers))
    shared: tuple[tuple[str, type[int] | type[str], str], ...] = (
        ("units", int, "1 or more"),
        ("activation", str, "|".join(ACTIVATIONS)),
        ("kernel_initializer", str, "|".join(INITIALIZERS)),
    )
    for name, kind, limits in shared:
        values = {getattr(node.layer, name) for node in hidden}
        if hidden:
            shared_value = values.pop() if len(values) == 1 else None
            present = shared_value if isinstance(shared_value, int | str) else None  # an initializer may be an object
            found.append(SweptControl(name, present, limits, kind, 2, _set_hidden(name)))
    rates = {node.layer.rate for node in project.network.nodes if isinstance(node.layer, Dropout)}
    if rates:
        found.append(SweptControl("dropout", rates.pop() if len(rates) == 1 else None, "0 to 1", float, 2, _set_rates))
    return found


def _hidden(project: Project) -> list[Node]:
    """The hidden dense layers: all but the one that decides how many numbers the network gives."""
    last = layer_with_units(project.network)
    return [node for node in project.network.nodes if isinstance(node.layer, Dense) and node != last]


def _set_layers(project: Project, value: Value) -> Project:
    """Have so many hidden dense layers: copies of the last one behind it, or the last ones taken out."""
    if not isinstance(value, int) or not 0 <= value <= MOST_LAYERS:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "A network can have 0 to {most} hidden layers, not {value}."),
            most=MOST_LAYERS,
            value=value,
        )
    while len(hidden := _hidden(project)) > value:
        project = edits.remove_layer(project, hidden[-1].name)
    while len(hidden := _hidden(project)) < value:
        project = edits.insert_layer(project, hidden[-1].layer, after=hidden[-1].name)
    return project


def _set_hidden(name: str) -> Apply:
    def apply(project: Project, value: Value) -> Project:
        for node in _hidden(project):
            project = edits.change_layer(project, node.name, {name: value})
        return project

    return apply


def _set_rates(project: Project, value: Value) -> Project:
    for node in project.network.nodes:
        if isinstance(node.layer, Dropout):
            project = edits.change_layer(project, node.name, {"rate": value})
    return project


def _layers(project: Project) -> list[SweptControl]:
    found = []
    for node in project.network.nodes[1:]:
        for field in fields(node.layer):
            present = getattr(node.layer, field.name)
            kind = _kind(present, field.name)
            if kind is not None and (field.name != "units" or node != layer_with_units(project.network)):
                limits = "|".join(ACTIVATIONS) if field.name == "activation" else _limits(field.name, kind)
                found.append(
                    SweptControl(
                        f"{field.name}:{node.name}", present, limits, kind, 3, _set_layer(node.name, field.name)
                    )
                )
    return found


def _kind(present: object, name: str) -> type[int] | type[float] | type[str] | None:
    if name == "kernel_max_norm":
        return float
    if isinstance(present, bool):
        return None
    return next((kind for kind in (int, float, str) if isinstance(present, kind)), None)


def _limits(name: str, kind: type[int] | type[float] | type[str]) -> str:
    if name in _SHARES:
        return "0 to 1"
    return {int: "1 or more", float: "0 or more", str: ""}[kind]


def _set_layer(node: str, name: str) -> Apply:
    return lambda project, value: edits.change_layer(project, node, {name: value})


def _training(project: Project) -> list[SweptControl]:
    settings = project.training

    def control(
        name: str, present: Value | None, limits: str, kind: type[int] | type[float] | type[str], apply: Apply
    ) -> SweptControl:
        return SweptControl(name, present, limits, kind, 5, apply)

    def setting(name: str) -> Apply:
        return lambda project, value: edits.set_training(project, _with(project.training, name, value))

    def strength(name: str) -> Apply:
        def apply(project: Project, value: Value) -> Project:
            regularization = _with(project.training.regularization, name, value)
            return edits.set_training(project, replace(project.training, regularization=regularization))

        return apply

    def of_optimizer(name: str) -> Apply:
        def apply(project: Project, value: Value) -> Project:
            optimizer = project.training.optimizer
            if name not in {field.name for field in fields(optimizer)}:
                raise EditError(
                    QT_TRANSLATE_NOOP("errors", "{optimizer} has no {name}."), optimizer=optimizer.kind, name=name
                )
            return edits.set_training(project, replace(project.training, optimizer=_with(optimizer, name, value)))

        return apply

    def optimizer(project: Project, value: Value) -> Project:
        check_choice("optimizer", value, OPTIMIZERS)
        rate = project.training.optimizer.learning_rate
        return edits.set_training(project, replace(project.training, optimizer=OPTIMIZERS[str(value)](rate)))

    def schedule(project: Project, value: Value) -> Project:
        check_choice("schedule", value, SCHEDULES)
        return edits.set_training(project, replace(project.training, schedule=SCHEDULES[str(value)]()))

    regularization = settings.regularization
    loss = settings.loss if isinstance(settings.loss, str) else settings.loss.name
    found = [
        SweptControl("optimizer", settings.optimizer.kind, "|".join(OPTIMIZERS), str, 4, optimizer),
        control("batch_size", settings.batch_size, f"1 to {MAX_BATCH_SIZE}", int, setting("batch_size")),
        control("loss_function", loss, "|".join(losses_for(project.data.task)), str, setting("loss")),
        control("schedule", settings.schedule.kind, "|".join(SCHEDULES), str, schedule),
        control("l1", regularization.l1, "0 or more", float, strength("l1")),
        control("l2", regularization.l2, "0 or more", float, strength("l2")),
        control("max_norm", regularization.max_norm, "above 0", float, strength("max_norm")),
        control("clip_value", settings.clip_value, "above 0", float, setting("clip_value")),
        control("clip_norm", settings.clip_norm, "above 0", float, setting("clip_norm")),
    ]
    for name in dict.fromkeys(field.name for kind in OPTIMIZERS.values() for field in fields(kind)):
        present = getattr(settings.optimizer, name, None)
        if isinstance(present, bool) or (present is None and name in ("nesterov", "centered")):
            continue
        limits = "above 0" if name == "learning_rate" else "0 to 1" if name in _SHARES else "0 or more"
        kind = int if name in ("max_iterations", "history_size") else float
        is_idle = not hasattr(settings.optimizer, name)
        found.append(replace(control(name, present, limits, kind, of_optimizer(name)), is_idle=is_idle))
    return found


def _seeds(project: Project) -> list[SweptControl]:
    names = [field.name for field in fields(project.seeds)]
    limits = f"0 to {MAX_SEED}"

    def apply_to(*changed: str) -> Apply:
        return lambda project, value: with_seeds(project, dict.fromkeys(changed, int(value)))

    values = {getattr(project.seeds, name) for name in names}
    every = SweptControl("seed", values.pop() if len(values) == 1 else None, limits, int, 6, apply_to(*names))
    return [
        every,
        *(SweptControl(f"seed:{name}", getattr(project.seeds, name), limits, int, 7, apply_to(name)) for name in names),
    ]


def with_seeds(project: Project, values: dict[str, int]) -> Project:
    """The project with other seeds; weights and examples follow when it is set back to its start."""
    return replace(project, seeds=replace(project.seeds, **values), trainer=None)
