"""Edits: each does its one change, keeps what still means the same, and refuses with a sentence."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.data import IdxFolderChoice, ToyChoice
from nnplay.engine import (
    SGD,
    Activation,
    Adam,
    Dense,
    Dropout,
    Input,
    TrainingSettings,
    initial_parameters,
)
from nnplay.engine.parts import Part
from nnplay.project import EditError, History, edits, run_edits
from nnplay.project.presets import preset
from tests.project.samples import circle, small_digits, trained, view


def names(project):
    return [node.name for node in project.network.nodes]


def layer(project, name):
    return project.network.node(name).layer


class TestInsert:
    def test_between_two_layers(self):
        before = circle()
        after = edits.insert_layer(before, Dense(3, "relu"), between=("dense", "dense_2"))
        assert names(after) == ["input", "dense", "dense_4", "dense_2", "dense_3"]
        assert after.network.node("dense_4").inputs == ("dense",)
        assert after.network.node("dense_2").inputs == ("dense_4",)
        assert after.network.shapes["dense_4"] == (3,)
        # What is in front is kept, and so is what is two layers behind; the layer behind has other inputs now.
        for node in ("dense", "dense_3"):
            np.testing.assert_array_equal(view(after, node, "kernel"), view(before, node, "kernel"))
        np.testing.assert_array_equal(view(after, "dense_2", "bias"), view(before, "dense_2", "bias"))
        assert view(after, "dense_2", "kernel").shape == (3, 2)

    def test_after_a_layer_is_the_same_as_on_its_only_link(self):
        one = edits.insert_layer(circle(), Dropout(0.2), after="dense")
        other = edits.insert_layer(circle(), Dropout(0.2), between=("dense", "dense_2"))
        assert one.network == other.network

    @pytest.mark.parametrize("options", [{}, {"after": "dense_3"}])
    def test_behind_the_output_it_takes_over_the_outputs_part(self, options):
        after = edits.insert_layer(preset("plane"), Dense(4, "relu"), **options)
        assert names(after)[-2:] == ["dense_3", "dense_4"]
        assert layer(after, "dense_4").units == 1
        assert layer(after, "dense_4").activation == "linear"
        assert layer(after, "dense_3").activation == "relu"

    def test_a_layer_without_units_behind_the_output(self):
        after = edits.insert_layer(circle(), Dropout(0.1))
        assert after.network.output.layer == Dropout(0.1)
        assert after.network.shapes["dropout"] == (1,)
        np.testing.assert_array_equal(after.parameters, circle().parameters)

    def test_the_rest_makes_room(self):
        before = circle()
        after = edits.insert_layer(before, Dense(3), after="input")
        x = {name: place[0] for name, place in after.positions.items()}
        assert [x[name] for name in names(after)] == [0, 180, 360, 540, 720]

    def test_a_place_for_the_card(self):
        before = circle()
        after = edits.insert_layer(before, Dense(3), after="input", position=(11.0, 22.0))
        assert after.positions["dense_4"] == (11.0, 22.0)
        assert all(after.positions[name] == before.positions[name] for name in names(before))

    @pytest.mark.parametrize(
        ("new", "options"),
        [
            (Dense(3), {"between": ("input", "dense_2")}),
            (Dense(3), {"between": ("input", "nowhere")}),
            (Dense(3), {"after": "nowhere"}),
            (Input((2,)), {"after": "dense"}),
            (Dense(60_000), {"between": ("dense", "dense_2"), "wide": True}),
        ],
    )
    def test_refused(self, new, options):
        project = circle()
        if options.pop("wide", False):
            project = edits.replace_layer(project, "dense", Dense(1000))
        with pytest.raises(EditError):
            edits.insert_layer(project, new, **options)


class TestRemove:
    def test_the_chain_is_healed(self):
        before = circle()
        after = edits.remove_layer(before, "dense_2")
        assert names(after) == ["input", "dense", "dense_3"]
        assert after.network.node("dense_3").inputs == ("dense",)
        assert set(after.positions) == set(names(after))
        np.testing.assert_array_equal(view(after, "dense", "kernel"), view(before, "dense", "kernel"))

    def test_dropping_dropout_keeps_all_weights(self):
        before = edits.insert_layer(circle(), Dropout(0.5), after="dense")
        after = edits.remove_layer(before, "dropout")
        np.testing.assert_array_equal(after.parameters, before.parameters)

    @pytest.mark.parametrize("name", ["input", "dense_3", "nowhere"])
    def test_refused(self, name):
        with pytest.raises(EditError):
            edits.remove_layer(circle(), name)


class TestReplace:
    def test_more_units_keep_the_old_ones(self):
        before = circle()
        after = edits.replace_layer(before, "dense", replace(layer(before, "dense"), units=6))
        np.testing.assert_array_equal(view(after, "dense", "kernel")[:, :4], view(before, "dense", "kernel"))
        np.testing.assert_array_equal(view(after, "dense_2", "kernel")[:4], view(before, "dense_2", "kernel"))
        np.testing.assert_array_equal(view(after, "dense_3", "kernel"), view(before, "dense_3", "kernel"))

    def test_another_activation_keeps_all_weights(self):
        before = circle()
        after = edits.change_layer(before, "dense", {"activation": "relu"})
        assert layer(after, "dense").activation == "relu"
        assert after.parameters is before.parameters
        assert after.positions is before.positions
        assert after.history is before.history

    def test_the_same_layer_is_no_edit(self):
        before = circle()
        assert edits.replace_layer(before, "dense", layer(before, "dense")) is before

    @pytest.mark.parametrize("units", [0, 10_000_000])
    def test_impossible_units_name_layer_value_and_range(self, units):
        with pytest.raises(EditError) as caught:
            edits.change_layer(circle(), "dense_2", {"units": units})
        for part in ("dense_2", str(units), "from 1 to"):
            assert part in str(caught.value)

    @pytest.mark.parametrize(
        ("name", "new"), [("dense_3", Dense(2)), ("input", Input((3,))), ("dense", Input((2,))), ("gone", Dense(1))]
    )
    def test_refused(self, name, new):
        with pytest.raises(EditError):
            edits.replace_layer(circle(), name, new)


class TestRename:
    def test_all_that_names_the_layer_follows(self):
        before = circle()
        frozen = replace(before.training, frozen=(Part("dense", 1), Part("dense_2")))
        before = edits.set_training(before, frozen)
        after = edits.rename_layer(before, "dense", "first")
        assert names(after) == ["input", "first", "dense_2", "dense_3"]
        assert after.network.node("dense_2").inputs == ("first",)
        assert after.positions["first"] == before.positions["dense"]
        assert after.training.frozen == (Part("first", 1), Part("dense_2"))
        assert after.parameters is before.parameters

    def test_the_same_name_is_no_edit(self):
        before = circle()
        assert edits.rename_layer(before, "dense", "dense") is before

    @pytest.mark.parametrize("name", ["dense_2", "", "a/b", "x" * 61, "two\nlines"])
    def test_refused(self, name):
        with pytest.raises(EditError):
            edits.rename_layer(circle(), "dense", name)


class TestMove:
    def test_only_the_places_change(self):
        before = circle()
        after = edits.move_layers(before, {"dense": (10, -20.5)})
        assert after.positions["dense"] == (10, -20.5)
        assert after.positions["input"] == before.positions["input"]
        assert after.network is before.network
        assert edits.move_layers(after, {"dense": (10, -20.5)}) is after

    @pytest.mark.parametrize("place", [{"gone": (0, 0)}, {"dense": (float("nan"), 0)}])
    def test_refused(self, place):
        with pytest.raises(EditError):
            edits.move_layers(circle(), place)


class TestParameters:
    def test_one_weight(self):
        before = circle()
        after = edits.set_parameter(before, "dense_2", "kernel", (3, 1), -1.25)
        assert view(after, "dense_2", "kernel")[3, 1] == -1.25
        assert (after.parameters != before.parameters).sum() == 1
        assert edits.set_parameter(after, "dense_2", "kernel", (3, 1), -1.25) is after

    def test_one_bias(self):
        assert view(edits.set_parameter(circle(), "dense", "bias", (2,), 5), "dense", "bias")[2] == 5

    @pytest.mark.parametrize(
        ("node", "parameter", "index", "value"),
        [
            ("dense", "kernel", (0, 0), float("nan")),
            ("dense", "kernel", (0, 0), float("-inf")),
            ("dense", "kernel", (0, 0), 1e39),
            ("dense", "kernel", (2, 0), 1.0),
            ("dense", "kernel", (-1, 0), 1.0),
            ("dense", "kernel", (0,), 1.0),
            ("dense", "gamma", (0,), 1.0),
            ("gone", "kernel", (0, 0), 1.0),
        ],
    )
    def test_refused(self, node, parameter, index, value):
        with pytest.raises(EditError):
            edits.set_parameter(circle(), node, parameter, index, value)

    def test_what_training_made_is_taken_as_it_is(self):
        before = preset("circle")
        vector, history = np.ones(25, np.float32), History(step=3)
        vector.flags.writeable = False
        after = run_edits.set_trained(before, vector, history)
        assert after.parameters is vector
        assert after.history is history

    @pytest.mark.parametrize("vector", [np.ones(24), np.full(25, np.inf)])
    def test_a_vector_that_does_not_fit(self, vector):
        with pytest.raises(EditError):
            run_edits.set_trained(circle(), vector, History())


class TestStart:
    def test_reset_gives_the_same_start_again(self):
        start = preset("circle")
        after = edits.reset(trained(start))
        assert after.parameters.tobytes() == start.parameters.tobytes()
        assert after.history.is_empty
        assert edits.reset(start) is start

    def test_a_new_start_has_other_weights_from_the_next_seed(self):
        start = preset("circle")
        after = edits.new_start(trained(start))
        assert after.seeds == replace(start.seeds, weights=start.seeds.weights + 1)
        assert (after.parameters != start.parameters).any()
        assert after.history.is_empty
        expected = initial_parameters(start.network, after.seeds.generator("weights"))
        np.testing.assert_array_equal(after.parameters, expected)

    def test_regenerate_takes_the_next_seed_and_keeps_the_weights(self):
        before = circle()
        after = edits.regenerate(before)
        assert after.seeds == replace(before.seeds, data=before.seeds.data + 1)
        assert after.parameters is before.parameters
        digits = small_digits()
        assert edits.regenerate(digits) is digits


class TestData:
    def test_more_noise_changes_nothing_else(self):
        before = circle()
        after = edits.set_data(before, ToyChoice("circle", noise=0.2))
        for part in ("network", "parameters", "history", "training"):
            assert getattr(after, part) is getattr(before, part)
        assert edits.set_data(before, before.data) is before

    def test_another_set_of_the_same_task_keeps_the_network_and_begins_new_curves(self):
        before = circle()
        after = edits.set_data(before, ToyChoice("xor"))
        assert after.network is before.network
        assert after.parameters is before.parameters
        assert after.history.is_empty

    def test_weights_follow_their_features(self):
        before = circle()
        after = edits.set_data(before, ToyChoice("circle", features=("x2", "x1_squared", "x1")))
        old, new = view(before, "dense", "kernel"), view(after, "dense", "kernel")
        assert after.network.shapes["input"] == (3,)
        np.testing.assert_array_equal(new[0], old[1])
        np.testing.assert_array_equal(new[2], old[0])
        np.testing.assert_array_equal(view(after, "dense_2", "kernel"), view(before, "dense_2", "kernel"))

    def test_another_feature_in_the_same_place_gets_weights_of_its_own(self):
        before = circle()
        swapped = edits.set_data(before, ToyChoice("circle", features=("x2", "x1")))
        np.testing.assert_array_equal(view(swapped, "dense", "kernel"), view(before, "dense", "kernel")[::-1])
        other = edits.set_data(before, ToyChoice("circle", features=("x1", "sin_x1")))
        np.testing.assert_array_equal(view(other, "dense", "kernel")[0], view(before, "dense", "kernel")[0])
        assert (view(other, "dense", "kernel")[1] != view(before, "dense", "kernel")[1]).all()

    def test_regression_ends_linear(self):
        after = edits.set_data(circle(), ToyChoice("plane"))
        assert after.network.output.layer.activation == "linear"
        assert after.training.loss == "half_squared_error"
        back = edits.set_data(after, ToyChoice("circle"))
        assert back.network.output.layer.activation == "tanh"

    def test_the_output_chosen_by_hand_stays_while_the_task_does(self):
        chosen = edits.change_layer(circle(), "dense_3", {"activation": "linear"})
        assert edits.set_data(chosen, ToyChoice("spiral")).network.output.layer.activation == "linear"

    def test_from_points_to_pictures_and_back(self):
        before = circle()
        pictures = edits.set_data(before, IdxFolderChoice("folder"))
        assert names(pictures) == ["input", "flatten", "dense", "dense_2", "dense_3"]
        assert pictures.network.shapes["input"] == (28, 28, 1)
        assert (layer(pictures, "dense_3").units, layer(pictures, "dense_3").activation) == (10, "softmax")
        assert pictures.training.loss == "sparse_categorical_crossentropy"
        assert set(pictures.positions) == set(names(pictures))
        np.testing.assert_array_equal(view(pictures, "dense_2", "kernel"), view(before, "dense_2", "kernel"))
        points = edits.set_data(pictures, before.data)
        assert points.network == before.network
        assert points.training == before.training

    def test_the_digit_preset_on_points(self):
        after = edits.set_data(preset("mnist-mlp"), ToyChoice("plane"))
        assert names(after) == ["input", "dense", "dropout", "dense_2"]
        assert (layer(after, "dense_2").units, layer(after, "dense_2").activation) == (1, "linear")
        assert after.training.optimizer == Adam(0.001)

    def test_a_softmax_in_a_layer_of_its_own(self):
        project = edits.change_layer(preset("mnist-mlp"), "dense_2", {"activation": "linear"})
        project = edits.insert_layer(project, Activation("softmax"))
        after = edits.set_data(project, ToyChoice("circle"))
        assert after.network.output.layer == Activation("tanh")
        assert (layer(after, "dense_2").units, layer(after, "dense_2").activation) == (1, "linear")


class TestSettings:
    def test_training(self):
        before = circle()
        settings = TrainingSettings("mean_squared_error", SGD(0.1), 5)
        after = edits.set_training(before, settings)
        assert after.training is settings
        assert after.parameters is before.parameters
        assert edits.set_training(after, TrainingSettings("mean_squared_error", SGD(0.1), 5)) is after

    def test_a_loss_that_cannot_judge_the_data(self):
        with pytest.raises(EditError, match="half_squared_error"):
            edits.set_training(circle(), TrainingSettings("categorical_crossentropy"))

    def test_title(self):
        before = circle()
        assert edits.set_title(before, "Mine").title == "Mine"
        assert edits.set_title(before, before.title) is before
        with pytest.raises(EditError):
            edits.set_title(before, "x" * 201)

    def test_frozen_parts_that_are_gone_are_forgotten(self):
        before = circle()
        frozen = (Part("dense", 3), Part("dense", 0), Part("dense_2"))
        before = edits.set_training(before, replace(before.training, frozen=frozen))
        after = edits.change_layer(before, "dense", {"units": 2})
        assert after.training.frozen == (Part("dense", 0), Part("dense_2"))
        assert edits.remove_layer(after, "dense_2").training.frozen == (Part("dense", 0),)
