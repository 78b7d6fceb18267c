"""Edits of weights: exactly the cells asked for change, and draws are those of the initializers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.engine import initial_parameters
from nnplay.project import EditError, edits, weight_edits
from nnplay.project.inspection.weight_table import Area, TableView, WeightTable
from nnplay.project.presets import preset

PROJECT = preset("circle")
VIEW = TableView("dense")


def values(project, view=VIEW):
    table = WeightTable(project.network, view)
    return table.values(project.parameters, table.everything)


@given(st.integers(0, 2), st.integers(0, 3), st.data())
def test_only_the_block_is_written(top, left, data):
    shape = values(PROJECT).shape
    n_rows, n_columns = data.draw(st.integers(1, shape[0] - top)), data.draw(st.integers(1, shape[1] - left))
    block = np.arange(n_rows * n_columns).reshape(n_rows, n_columns) + 10.0
    changed = weight_edits.set_cells(PROJECT, VIEW, top, left, block)
    expected = values(PROJECT)
    expected[top : top + n_rows, left : left + n_columns] = block
    np.testing.assert_array_equal(values(changed), expected)
    for other in ("dense_2", "dense_3"):
        if other in PROJECT.network.shapes:
            np.testing.assert_array_equal(values(changed, TableView(other)), values(PROJECT, TableView(other)))


def test_a_block_that_does_not_fit_is_refused_with_the_room_there_is():
    n_rows, n_columns = values(PROJECT).shape
    with pytest.raises(EditError, match=f"there are only {n_rows - 1} rows and {n_columns - 1} columns"):
        weight_edits.set_cells(PROJECT, VIEW, 1, 1, np.zeros((n_rows, 1)))


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e39])
def test_what_is_no_weight_is_refused(value):
    with pytest.raises(EditError, match="cannot be a weight"):
        weight_edits.set_cells(PROJECT, VIEW, 0, 0, np.array([[value]]))


def test_a_whole_table_comes_with_or_without_its_biases():
    n_rows, n_columns = values(PROJECT).shape
    whole = np.arange(n_rows * n_columns, dtype=float).reshape(n_rows, n_columns)
    np.testing.assert_array_equal(values(weight_edits.set_table(PROJECT, VIEW, whole)), whole)
    without = weight_edits.set_table(PROJECT, VIEW, whole[:-1])
    np.testing.assert_array_equal(values(without)[:-1], whole[:-1])
    np.testing.assert_array_equal(values(without)[-1], values(PROJECT)[-1])
    with pytest.raises(EditError, match="the table has"):
        weight_edits.set_table(PROJECT, VIEW, whole[:, 1:])


def test_cells_are_changed_by_what_they_are():
    area = Area(0, 1, 2, 2)
    rounded = weight_edits.change_cells(PROJECT, VIEW, area, lambda numbers: numbers.round(1))
    expected = values(PROJECT).astype(np.float64)
    expected[0:2, 1:3] = expected[0:2, 1:3].round(1)
    np.testing.assert_allclose(values(rounded), expected, rtol=1e-7)


def test_what_changes_nothing_is_the_very_project():
    assert weight_edits.set_table(PROJECT, VIEW, values(PROJECT).astype(np.float64)) is PROJECT
    assert weight_edits.set_weights_seed(PROJECT, PROJECT.seeds.weights) is PROJECT


def test_cells_are_drawn_as_their_whole_array_would_be():
    area = Area(0, 0, 1, 2)
    one = weight_edits.draw_cells(PROJECT, VIEW, area, "he_normal", 7)
    everything = weight_edits.draw_cells(PROJECT, VIEW, WeightTable(PROJECT.network, VIEW).everything, "he_normal", 7)
    np.testing.assert_array_equal(values(one)[0, :2], values(everything)[0, :2])
    np.testing.assert_array_equal(values(one)[1:], values(PROJECT)[1:])
    assert not np.array_equal(values(everything), values(PROJECT))
    with pytest.raises(EditError):
        weight_edits.draw_cells(PROJECT, VIEW, area, "none such", 7)


def test_a_layer_is_drawn_anew_and_no_other():
    drawn = weight_edits.draw_layer(PROJECT, "dense", 99)
    assert not np.array_equal(values(drawn), values(PROJECT))
    moved = drawn.parameters != PROJECT.parameters
    inside = np.zeros_like(moved)
    for slot in PROJECT.network.node_slots("dense"):
        inside[slot.span] = True
    assert not (moved & ~inside).any()
    again = weight_edits.draw_layer(PROJECT, "dense", 99)
    np.testing.assert_array_equal(again.parameters, drawn.parameters)


def test_a_chosen_initializer_gives_what_a_reset_will_give():
    chosen = weight_edits.set_initializer(PROJECT, "dense", "he_uniform")
    assert chosen.network.node("dense").layer.kernel_initializer == "he_uniform"
    reset = edits.reset(chosen)
    np.testing.assert_array_equal(values(chosen), values(reset))
    with pytest.raises(EditError):
        weight_edits.set_initializer(PROJECT, PROJECT.network.input.name, "zeros")


def test_a_seed_gives_its_first_weights():
    seeded = weight_edits.set_weights_seed(PROJECT, 5)
    expected = initial_parameters(PROJECT.network, seeded.seeds.generator("weights"))
    np.testing.assert_array_equal(seeded.parameters, expected)
    assert seeded.history.is_empty
    with pytest.raises(EditError):
        weight_edits.set_weights_seed(PROJECT, -1)
