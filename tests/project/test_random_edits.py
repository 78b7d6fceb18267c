"""Random edits, many of them impossible, never leave a project in pieces."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nnplay.data import DigitsChoice, IdxFolderChoice, ToyChoice
from nnplay.engine import Activation, Conv2D, Dense, Dropout, Flatten, NnplayError, Part, Reshape
from nnplay.project import edits, part_edits, weight_edits
from nnplay.project.presets import PRESETS, preset
from tests.project.samples import trained


def names(project):
    return [node.name for node in project.network.nodes]


LAYERS = st.one_of(
    st.builds(Dense, st.integers(0, 6), st.sampled_from(["tanh", "relu", "nonsense"])),
    st.builds(Dropout, st.floats(0, 0.9)),
    st.builds(Activation, st.sampled_from(["relu", "sigmoid"])),
    st.builds(Flatten),
    st.builds(Reshape, st.sampled_from([(2, 1, 1), (1, 1, 3), (28, 28), (-1,)])),
    st.builds(Conv2D, st.integers(1, 3), st.integers(1, 3)),
)
CHOICES = st.one_of(
    st.builds(
        ToyChoice,
        st.sampled_from(["circle", "spiral", "plane"]),
        features=st.sampled_from([("x1",), ("x1", "x2"), ("x2", "sin_x1", "x1_x2")]),
    ),
    st.just(IdxFolderChoice("folder")),
    st.just(DigitsChoice(20)),
)


@st.composite
def one_part(draw, project):
    """A layer, a neuron or a weight, not always one that there is."""
    node, number = draw(st.sampled_from(names(project))), st.integers(0, 4)
    return draw(
        st.one_of(
            st.just(Part(node)),
            st.builds(Part, st.just(node), unit=number),
            st.builds(Part, st.just(node), parameter=st.just("kernel"), index=st.tuples(number, number)),
            st.builds(Part, st.just(node), parameter=st.just("bias"), index=st.tuples(number)),
        )
    )


@st.composite
def one_edit(draw, project):
    """A random edit of a project, often an impossible one."""
    some_names = st.sampled_from([*names(project), "gone"])
    kind = draw(
        st.sampled_from(["insert", "append", "remove", "replace", "rename", "weight", "data", "start", "mark", "draw"])
    )
    if kind == "insert":
        return edits.insert_layer(project, draw(LAYERS), after=draw(some_names))
    if kind == "append":
        return edits.insert_layer(project, draw(LAYERS))
    if kind == "remove":
        return edits.remove_layer(project, draw(some_names))
    if kind == "replace":
        return edits.replace_layer(project, draw(some_names), draw(LAYERS))
    if kind == "rename":
        return edits.rename_layer(project, draw(some_names), draw(st.sampled_from(["a", "b", "", "dense"])))
    if kind == "weight":
        index = draw(st.tuples(st.integers(0, 5), st.integers(0, 5)))
        return edits.set_parameter(project, draw(some_names), "kernel", index, draw(st.floats(-1, 1)))
    if kind == "mark":
        edit = draw(st.sampled_from([part_edits.freeze, part_edits.release, part_edits.mute, part_edits.unmute]))
        return edit(project, [draw(one_part(project))])
    if kind == "draw":
        return weight_edits.draw_layer(project, draw(some_names), draw(st.integers(0, 9)))
    if kind == "data":
        return edits.set_data(project, draw(CHOICES))
    return draw(st.sampled_from([edits.reset, edits.new_start, edits.regenerate]))(project)


@given(data=st.data())
def test_random_edits_keep_a_project_whole(data):
    project = trained(preset(data.draw(st.sampled_from(list(PRESETS)))))
    for _ in range(data.draw(st.integers(1, 12))):
        before, untouched = project, project.parameters.copy()
        try:
            project = data.draw(one_edit(project))
        except NnplayError:  # layers are refused by the engine when they are made, all else by the edit
            project = before
        np.testing.assert_array_equal(before.parameters, untouched)
        # The constructor checks that all fits together; here, that the weights lie where the layers say.
        assert set(project.positions) == set(project.network.shapes)
        for slot in project.network.slots:
            assert project.parameters[slot.span].size == slot.size
