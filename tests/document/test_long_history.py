"""Ten thousand random commands, seeded: undo leads to the exact start, redo to the exact end."""

import random
from dataclasses import replace

import numpy as np
import pytest

from nnplay.document import Document, EditName
from nnplay.engine import Activation, Add, Concatenate, Dense, Dropout, LayerNormalization, NnplayError, Part
from nnplay.project import Project, edits, fragments, graph_edits, part_edits, run_edits
from nnplay.project.graph_edits import Join
from nnplay.project.presets import preset
from nnplay.project.templates import TEMPLATES, apply_template
from tests.project.samples import assert_same

N_COMMANDS = 10_000
MOST_LAYERS = 9
KINDS = (
    *("insert", "remove", "remove", "units", "link", "unlink", "merge", "move", "exchange", "paste", "template"),
    *("rename", "place", "weight", "train", "reset", "start", "data", "rate", "mute", "freeze"),
    "skip",
)
LAYERS = (Dense(2, "tanh"), Dense(3, "relu"), Dropout(0.2), Activation("relu"), LayerNormalization())


def random_edit(rng: random.Random, project: Project) -> Project:
    """One random edit, often an impossible one."""
    names = list(project.network.shapes)
    one, other = rng.choice(names), rng.choice(names)
    kind = rng.choice(KINDS)
    if kind in ("insert", "paste", "merge", "link") and len(names) >= MOST_LAYERS:
        kind = "remove"
    if kind == "insert":
        return edits.insert_layer(project, rng.choice(LAYERS), after=one)
    if kind == "remove":
        return edits.remove_layers(project, {one, other})
    if kind == "units":
        dense = [node.name for node in project.network.nodes if isinstance(node.layer, Dense)]
        return edits.change_layer(project, rng.choice(dense), {"units": rng.randint(0, 5)})
    if kind == "link":
        return graph_edits.connect(project, one, other, rng.choice([None, *Join]))
    if kind == "unlink":
        return graph_edits.disconnect(project, one, other)
    if kind == "merge":
        return graph_edits.insert_merge(project, rng.choice([Add(), Concatenate()]), (one, other))
    if kind == "move":
        return graph_edits.move_layer(project, one, other, rng.choice([None, *names]))
    if kind == "exchange":
        return graph_edits.exchange_layer(project, one, rng.choice(LAYERS))
    if kind == "paste":
        return fragments.paste(project, fragments.copied(project, {one, other}), rng.choice(names))
    if kind == "template":
        return apply_template(project, rng.choice(list(TEMPLATES)))
    if kind == "rename":
        return edits.rename_layer(project, one, rng.choice(["a", "b", "c", ""]))
    if kind == "place":
        return edits.move_layers(project, {one: (rng.uniform(-500, 500), rng.uniform(-500, 500))})
    if kind == "weight":
        return edits.set_parameter(project, one, "bias", (rng.randint(0, 3),), rng.uniform(-2, 2))
    if kind == "train":
        values = np.full_like(project.parameters, rng.uniform(-1, 1))
        return run_edits.set_trained(project, values, replace(project.history, step=project.history.step + 1))
    if kind in ("mute", "freeze"):
        part = Part(one, rng.choice([None, 0, 3]))
        return part_edits.mute(project, [part]) if kind == "mute" else part_edits.freeze(project, [part])
    if kind == "skip":
        return graph_edits.skip_layer(project, one, rng.random() < 0.5)
    if kind == "data":
        return edits.set_data(project, replace(project.data, noise=rng.randint(0, 10) / 20))
    if kind == "rate":
        return edits.set_training(project, replace(project.training, batch_size=rng.randint(1, 40)))
    return edits.reset(project) if kind == "reset" else edits.new_start(project)


@pytest.mark.parametrize("seed", [1])
def test_ten_thousand_commands_there_and_back(qapp: object, seed: int) -> None:
    rng, document = random.Random(seed), Document(preset("circle"))
    start = document.project
    waypoints: dict[int, Project] = {}
    n_refused = 0
    while document.undo_stack.count() < N_COMMANDS:
        before = document.project
        try:
            document.perform(EditName("step"), lambda project: random_edit(rng, project))
        except NnplayError:
            n_refused += 1
            assert document.project is before
        if document.undo_stack.count() % 1000 == 0:
            waypoints[document.undo_stack.count()] = document.project
    assert n_refused > 1000
    end, copy = document.project, replace(document.project, parameters=document.project.parameters.copy())
    for n_steps in sorted(waypoints, reverse=True):
        document.go_to(n_steps)
        assert document.project is waypoints[n_steps]
    document.go_to(0)
    assert document.project is start
    assert_same(document.project, preset("circle"))
    document.go_to(N_COMMANDS)
    assert document.project is end
    assert_same(document.project, copy)
