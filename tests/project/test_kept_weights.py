"""How many weights an edit has kept: counted as a person would."""

from nnplay.engine import Dense, Dropout
from nnplay.project import edits
from nnplay.project.kept_weights import is_at_start, kept_weights
from nnplay.project.presets import preset
from tests.project.samples import circle


def test_a_neuron_more_keeps_all_of_the_old_ones():
    # 2-4-2-1 has 12 + 10 + 3 weights; a fifth neuron brings 2 weights and a bias in, 2 weights out.
    kept = kept_weights(circle(), edits.change_layer(circle(), "dense", {"units": 5}))
    assert (kept.n_kept, kept.n_all) == (25, 30)
    assert kept.is_worth_saying


def test_a_layer_between_two_breaks_the_weights_behind_it():
    after = edits.insert_layer(circle(), Dense(3), between=("dense", "dense_2"))
    kept = kept_weights(circle(), after)
    # 12 of dense, 2 biases of dense_2, 3 of dense_3.
    assert (kept.n_kept, kept.n_all) == (17, 12 + 15 + 8 + 3)


def test_a_layer_that_changes_no_meaning_keeps_everything():
    kept = kept_weights(circle(), edits.insert_layer(circle(), Dropout(0.1), after="dense"))
    assert kept.n_kept == kept.n_all == 25
    assert not kept.is_worth_saying


def test_the_start_is_known():
    assert is_at_start(preset("circle"))
    assert not is_at_start(circle())
    assert not is_at_start(edits.set_parameter(preset("circle"), "dense", "bias", (0,), 0.5))
