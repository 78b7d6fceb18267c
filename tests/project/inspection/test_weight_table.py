"""Weight tables: each cell is the weight that its layer's own arrays say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.engine import BatchNormalization, Conv2D, Dense, Flatten, Input, NetworkSpec, Part
from nnplay.project import EditError
from nnplay.project.inspection.weight_table import GAP, Area, TableView, WeightTable, view_of

NETWORK = NetworkSpec.chain(
    Input((6, 5, 2)), Conv2D(3, (3, 2)), BatchNormalization(), Flatten(), Dense(4, "prelu"), Dense(2, use_bias=False)
)
VECTOR = np.arange(NETWORK.n_parameters, dtype=np.float32)


def array(node: str, name: str) -> np.ndarray:
    slot = next(slot for slot in NETWORK.node_slots(node) if slot.name == name)
    return VECTOR[slot.span].reshape(slot.shape)


def test_a_dense_layer_has_rows_where_connections_start_and_its_biases_below():
    table = WeightTable(NETWORK, TableView("dense"))
    expected = np.vstack([array("dense", "kernel"), array("dense", "bias"), array("dense", "alpha")])
    np.testing.assert_array_equal(table.values(VECTOR, table.everything), expected)
    assert [block.slot.name for block in table.blocks] == ["kernel", "bias", "alpha"]


@pytest.mark.parametrize("filter_number", range(3))
@pytest.mark.parametrize("channel", range(2))
def test_a_convolution_shows_the_window_of_one_filter_on_one_channel(filter_number, channel):
    table = WeightTable(NETWORK, TableView("conv2d", filter_number, channel))
    assert (table.n_filters, table.n_channels) == (3, 2)
    values = table.values(VECTOR, table.everything)
    np.testing.assert_array_equal(values[:3], array("conv2d", "kernel")[:, :, channel, filter_number])
    assert values[3, 0] == array("conv2d", "bias")[filter_number]
    assert np.isnan(values[3, 1])
    assert table.part(3, 1) is None


def test_a_normalization_has_a_row_for_each_of_its_arrays():
    table = WeightTable(NETWORK, TableView("batch_normalization"))
    names = ["gamma", "beta", "moving_mean", "moving_variance"]
    values = table.values(VECTOR, table.everything)
    np.testing.assert_array_equal(values, [array("batch_normalization", name) for name in names])


VIEWS = st.sampled_from(
    [TableView("dense"), TableView("dense_2"), TableView("batch_normalization"), TableView("conv2d", 2, 1)]
)


@given(VIEWS, st.data())
def test_places_parts_and_cells_agree(view, data):
    table = WeightTable(NETWORK, view)
    top = data.draw(st.integers(0, table.n_rows - 1))
    left = data.draw(st.integers(0, table.n_columns - 1))
    area = Area(
        top, left, data.draw(st.integers(1, table.n_rows - top)), data.draw(st.integers(1, table.n_columns - left))
    )
    places = table.places(area)
    for row in range(area.n_rows):
        for column in range(area.n_columns):
            cell = top + row, left + column
            assert places[row, column] == table.place(*cell)
            part = table.part(*cell)
            if places[row, column] == GAP:
                assert part is None
            else:
                assert array(part.node, part.parameter)[part.index] == VECTOR[places[row, column]]
                assert table.cell(part) == cell
                if part.parameter == "kernel":
                    assert view_of(part) == view


def test_weights_of_other_tables_have_no_cell():
    table = WeightTable(NETWORK, TableView("conv2d", 1, 0))
    assert table.cell(Part("conv2d", parameter="kernel", index=(0, 0, 1, 1))) is None
    assert table.cell(Part("conv2d", parameter="kernel", index=(0, 0, 0, 2))) is None
    assert table.cell(Part("conv2d", parameter="bias", index=(0,))) is None
    assert table.cell(Part("dense", parameter="bias", index=(0,))) is None
    for index in ((), (0,), (0, 0, 9, 1), (0, 0, 0, -1)):  # of a network that is no more
        assert table.cell(Part("conv2d", parameter="kernel", index=index)) is None


def test_a_table_of_a_layer_without_weights_is_empty():
    table = WeightTable(NETWORK, TableView("flatten"))
    assert (table.n_rows, table.n_columns) == (0, 0)


@pytest.mark.parametrize("view", [TableView("none"), TableView("conv2d", 3, 0), TableView("conv2d", 0, 2)])
def test_what_is_not_there_is_refused(view):
    with pytest.raises(EditError):
        WeightTable(NETWORK, view)


def test_a_table_of_twenty_million_weights_costs_no_memory():
    network = NetworkSpec.chain(Input((3_999,)), Dense(5_000))
    table = WeightTable(network, TableView("dense"))
    assert (table.n_rows, table.n_columns) == (4_000, 5_000)
    assert table.part(3_998, 4_999) == Part("dense", parameter="kernel", index=(3_998, 4_999))
