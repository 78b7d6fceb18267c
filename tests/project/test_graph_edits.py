"""Edits of the graph: links, joins, skips, new orders; a network is whole afterwards, or nothing has happened."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnplay.data import ToyChoice
from nnplay.engine import Activation, Add, Concatenate, Conv2D, Dense, Dropout, Network
from nnplay.project import EditError, Project, edits, graph_edits
from nnplay.project.graph_edits import Join, connect, disconnect
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save
from tests.project.samples import assert_same, circle, small_digits, trained, view


def links(project: Project) -> set[tuple[str, str]]:
    return {(source, node.name) for node in project.network.nodes for source in node.inputs}


def names(project: Project) -> list[str]:
    return [node.name for node in project.network.nodes]


def square() -> Project:
    """Inputs, three dense layers of four, one output: any two of the three can be added."""
    project = edits.change_layer(circle(), "dense_2", {"units": 4})
    return edits.insert_layer(project, Dense(4, "tanh"), between=("dense_2", "dense_3"))


class TestConnect:
    def test_a_sum_joins_the_skip_and_the_way_through(self):
        before = square()
        after = connect(before, "dense", "dense_3", Join.ADD)
        assert after.network.node("add").inputs == ("dense_4", "dense")
        assert after.network.node("dense_3").inputs == ("add",)
        # f(x) = dense_3(dense_4 + dense), computed by hand from the weights.
        x = np.array([[0.3, -0.7]], np.float32)
        first = np.tanh(x @ view(after, "dense", "kernel") + view(after, "dense", "bias"))
        second = np.tanh(first @ view(after, "dense_2", "kernel") + view(after, "dense_2", "bias"))
        third = np.tanh(second @ view(after, "dense_4", "kernel") + view(after, "dense_4", "bias"))
        expected = np.tanh((third + first) @ view(after, "dense_3", "kernel") + view(after, "dense_3", "bias"))
        running = Network(after.network)
        running.parameters[...] = after.parameters
        np.testing.assert_allclose(running.predict(x), expected, rtol=1e-5)

    def test_a_concatenation_takes_other_shapes(self):
        after = connect(circle(), "input", "dense_3", Join.CONCATENATE)
        assert after.network.shapes["concatenate"] == (4,)
        # The weights that begin at dense_2 mean what they meant.
        np.testing.assert_array_equal(view(after, "dense_3", "kernel")[:2], view(circle(), "dense_3", "kernel"))

    def test_a_third_input_of_a_sum_needs_no_choice(self):
        project = connect(square(), "dense", "dense_3", Join.ADD)
        after = connect(project, "dense_2", "add")
        assert after.network.node("add").inputs == ("dense_4", "dense", "dense_2")
        assert graph_edits.joins(project, "dense_2", "add") == {None: None}

    def test_instead_rewires_where_nothing_is_left_loose(self):
        # dense_2 feeds dense_4 and the sum: the sum can do without it for the input's copy.
        project = connect(square(), "dense_2", "dense_3", Join.ADD)
        after = connect(project, "dense", "dense_4", Join.INSTEAD)
        assert after.network.node("dense_4").inputs == ("dense",)
        assert after.network.node("add").inputs == ("dense_4", "dense_2")

    def test_different_shapes_are_not_added_and_both_are_named(self):
        with pytest.raises(EditError, match=r"\(2,\).*\(4,\)|\(4,\).*\(2,\)"):
            connect(circle(), "dense", "dense_3", Join.ADD)

    @pytest.mark.parametrize(
        ("source", "target", "sentence"),
        [
            ("dense_2", "dense", "circle"),
            ("dense", "dense", "circle"),
            ("dense", "input", "data enter"),
            ("dense", "dense_2", "already"),
            ("gone", "dense", "no layer"),
            ("dense", "gone", "no layer"),
        ],
    )
    def test_impossible_links_are_refused(self, source, target, sentence):
        with pytest.raises(EditError, match=sentence):
            graph_edits.joins(circle(), source, target)
        with pytest.raises(EditError, match=sentence):
            connect(circle(), source, target, Join.ADD)

    def test_the_ways_say_what_speaks_against_each(self):
        ways = graph_edits.joins(circle(), "dense", "dense_3")
        assert ways[Join.CONCATENATE] is None
        assert "(4,)" in str(ways[Join.ADD])
        assert "would lead nowhere" in str(ways[Join.INSTEAD])


class TestDisconnect:
    def test_a_skip_goes_with_its_sum(self):
        before = square()
        after = disconnect(connect(before, "dense", "dense_3", Join.ADD), "dense", "add")
        assert after.network == before.network

    def test_a_branch_that_leads_nowhere_goes_too(self):
        project = connect(square(), "dense", "dense_3", Join.ADD)
        after = disconnect(project, "dense_4", "add")
        assert names(after) == ["input", "dense", "dense_3"]

    def test_of_three_inputs_two_stay(self):
        project = connect(connect(square(), "dense", "dense_3", Join.ADD), "dense_2", "add")
        assert disconnect(project, "dense", "add").network.node("add").inputs == ("dense_4", "dense_2")

    def test_the_only_link_stays(self):
        with pytest.raises(EditError, match="needs its input"):
            disconnect(circle(), "dense", "dense_2")
        with pytest.raises(EditError, match="no link"):
            disconnect(circle(), "input", "dense_2")


class TestInsertMerge:
    def test_the_nearest_layer_that_fits_is_added(self):
        after = graph_edits.insert_merge(square(), Add(), ("dense_4", "dense_3"))
        assert after.network.node("add").inputs == ("dense_4", "dense_2")
        assert after.network.node("dense_3").inputs == ("add",)

    def test_a_concatenation_joins_its_neighbours(self):
        after = graph_edits.insert_merge(circle(), Concatenate(), ("dense_2", "dense_3"))
        assert after.network.node("concatenate").inputs == ("dense_2", "dense")

    def test_where_nothing_fits_the_sentence_has_the_shapes(self):
        with pytest.raises(EditError, match=r"\(4,\).*\(2,\)"):
            graph_edits.insert_merge(circle(), Add(), ("dense", "dense_2"))

    def test_behind_the_input_there_is_nothing_to_join(self):
        with pytest.raises(EditError, match="only one layer"):
            graph_edits.insert_merge(circle(), Add(), ("input", "dense"))


class TestRemove:
    def test_several_at_once_and_the_chain_heals(self):
        after = edits.remove_layers(circle(), ("dense", "dense_2"))
        assert links(after) == {("input", "dense_3")}

    def test_a_removed_sum_leaves_the_way_through(self):
        project = connect(square(), "dense", "dense_3", Join.ADD)
        assert edits.remove_layers(project, ("add",)).network == square().network

    def test_all_between_skip_and_sum_dissolves_the_sum(self):
        project = connect(square(), "dense", "dense_3", Join.ADD)
        after = edits.remove_layers(project, ("dense_2", "dense_4"))
        assert names(after) == ["input", "dense", "dense_3"]

    def test_the_input_stays(self):
        with pytest.raises(EditError, match="input cannot be removed"):
            edits.remove_layers(circle(), ("dense", "input"))


class TestMoveAndExchange:
    def test_a_moved_layer_keeps_name_and_bias(self):
        before = trained(edits.insert_layer(square(), Dropout(0.2), between=("input", "dense")))
        after = graph_edits.move_layer(before, "dense_4", "dense", "dense_2")
        assert names(after) == ["input", "dropout", "dense", "dense_4", "dense_2", "dense_3"]
        np.testing.assert_array_equal(view(after, "dense_4", "bias"), view(before, "dense_4", "bias"))

    def test_a_layer_without_weights_moves_and_all_weights_stay(self):
        before = trained(edits.insert_layer(square(), Dropout(0.2), between=("input", "dense")))
        after = graph_edits.move_layer(before, "dropout", "dense_4", "dense_3")
        assert links(after) >= {("input", "dense"), ("dense_4", "dropout"), ("dropout", "dense_3")}
        np.testing.assert_array_equal(after.parameters, before.parameters)

    def test_its_own_place_changes_nothing(self):
        project = circle()
        assert graph_edits.move_layer(project, "dense_2", "dense", "dense_2") is project

    def test_another_kind_keeps_the_settings_that_both_have(self):
        project = edits.replace_layer(small_digits(), "dense", Dense(3, "tanh", kernel_l2=0.5))
        alike = graph_edits.like(Conv2D(9), project.network.node("dense").layer)
        assert (alike.filters, alike.activation, alike.kernel_l2) == (3, "tanh", 0.5)

    def test_a_name_from_the_kind_follows_it(self):
        project = edits.insert_layer(circle(), Dropout(0.3), after="dense")
        after = graph_edits.exchange_layer(project, "dropout", Activation("relu"))
        assert names(after) == ["input", "dense", "activation", "dense_2", "dense_3"]
        np.testing.assert_array_equal(after.parameters, project.parameters)
        assert after.positions["activation"] == project.positions["dropout"]

    def test_a_name_of_ones_own_stays(self):
        project = edits.rename_layer(edits.insert_layer(circle(), Dropout(0.3), after="dense"), "dropout", "mine")
        assert "mine" in names(graph_edits.exchange_layer(project, "mine", Activation("relu")))


@st.composite
def one_edit(draw, project: Project) -> Project:
    """A random edit of the graph, often an impossible one."""
    some = st.sampled_from([*names(project), "gone"])
    kind = draw(st.sampled_from(["connect", "disconnect", "merge", "remove", "move", "exchange"]))
    if kind == "connect":
        return connect(project, draw(some), draw(some), draw(st.sampled_from([None, *Join])))
    if kind == "disconnect":
        return disconnect(project, draw(some), draw(some))
    if kind == "merge":
        return graph_edits.insert_merge(
            project, draw(st.sampled_from([Add(), Concatenate()])), (draw(some), draw(some))
        )
    if kind == "remove":
        return edits.remove_layers(project, draw(st.lists(some, max_size=2)))
    if kind == "move":
        return graph_edits.move_layer(project, draw(some), draw(some), draw(some | st.none()))
    layer = draw(st.sampled_from([Dense(4, "relu"), Dropout(0.1), Add(), Conv2D(2)]))
    return graph_edits.exchange_layer(project, draw(some), layer)


@given(data=st.data())
def test_random_edits_keep_a_graph_whole_or_change_nothing(data):
    project = trained(square())
    for _ in range(data.draw(st.integers(1, 10))):
        before, parameters = project, project.parameters.copy()
        try:
            project = data.draw(one_edit(project))
        except EditError:
            project = before
        np.testing.assert_array_equal(before.parameters, parameters)
        network = project.network  # NetworkSpec and Project have checked it: one input, one output, no circle, shapes
        assert network.nodes[0] is network.input
        assert network.nodes[-1] is network.output
        assert set(project.positions) == set(network.shapes)
        running = Network(network)
        running.parameters[...] = project.parameters
        assert running.predict(np.zeros((1, 2), np.float32)).shape == (1, 1)


def test_a_link_drawn_and_taken_away_leaves_the_same_weights():
    before = square()
    after = disconnect(connect(before, "dense", "dense_3", Join.CONCATENATE), "dense", "concatenate")
    assert after.network == before.network
    np.testing.assert_array_equal(after.parameters, before.parameters)


def test_the_preset_for_digits_can_be_rewired():
    project = preset("mnist-mlp")
    ways = graph_edits.joins(project, "flatten", "dense_2")
    assert ways[Join.CONCATENATE] is None
    assert connect(project, "flatten", "dense_2", Join.CONCATENATE).network.shapes["concatenate"] == (128 + 784,)


class TestSkip:
    def test_the_output_is_as_if_the_layer_were_not_there(self):
        project = trained(square())
        after = graph_edits.skip_layer(project, "dense_4", True)
        without = edits.remove_layer(project, "dense_4")
        # Removed, the layer behind would get new weights; skipped, it keeps them.
        np.testing.assert_array_equal(view(after, "dense_3", "kernel"), view(project, "dense_3", "kernel"))
        assert after.network.n_parameters == without.network.n_parameters
        x = np.array([[0.3, -0.7], [1, 2]], np.float32)
        running, other = Network(after.network), Network(without.network)
        running.parameters[...] = after.parameters
        other.parameters[...] = after.parameters
        np.testing.assert_array_equal(running.predict(x), other.predict(x))

    def test_used_again_everything_is_as_before(self):
        project = trained(square())
        back = graph_edits.skip_layer(graph_edits.skip_layer(project, "dense_4", True), "dense_4", False)
        assert back.network == project.network
        np.testing.assert_array_equal(back.parameters, project.parameters)

    def test_a_layer_that_changes_the_shape_cannot_be_skipped(self):
        with pytest.raises(EditError, match=r"\(4,\).*\(2,\)"):
            graph_edits.skip_layer(circle(), "dense", True)

    def test_the_input_and_a_sum_cannot_be_skipped(self):
        project = connect(square(), "dense", "dense_3", Join.ADD)
        for name in ("input", "add"):
            with pytest.raises(EditError, match="cannot be skipped"):
                graph_edits.skip_layer(project, name, True)

    def test_other_data_leave_it_skipped(self):
        project = edits.insert_layer(circle(), Dropout(0.2), after="dense_3")
        project = graph_edits.skip_layer(project, "dropout", True)
        after = edits.set_data(project, ToyChoice("plane"))
        assert after.network.node("dense_3").layer.activation == "linear"

    def test_it_is_saved(self, tmp_path):
        project = graph_edits.skip_layer(trained(square()), "dense_4", True)
        save(project, tmp_path / "skipped.nnplay")
        assert_same(load(tmp_path / "skipped.nnplay"), project)

    def test_twice_changes_nothing_more(self):
        project = graph_edits.skip_layer(square(), "dense_4", True)
        assert graph_edits.skip_layer(project, "dense_4", True) is project
