"""Files that earlier versions wrote, byte by byte as they are in ``old``, open as what they were."""

from pathlib import Path

import numpy as np
import pytest

from nnplay.data import load as load_data
from nnplay.engine import Network, Part, Trainer
from nnplay.project import StopRules
from nnplay.project.classroom import Classroom
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save
from nnplay.project.storage.migrations import MIGRATIONS, migrated
from nnplay.project.storage.share_text import from_text, to_text

OLD = Path(__file__).parent / "old"
PART = Part("dense", 1)
MUTED = {"check-sum": (), "muted-parts": (), "locks": (PART,), "classroom": (PART,)}


@pytest.mark.parametrize("name", MUTED)
def test_an_old_file_opens_as_what_it_was(name, tmp_path):
    project = load(OLD / f"{name}.nnplay")
    circle = preset("circle")
    assert (project.title, project.network, project.data, project.seeds) == (
        *("Circle", circle.network, circle.data),
        circle.seeds,
    )
    # What the writer of these files put in, see tests/project/samples.py.
    rng = np.random.default_rng(len(circle.parameters))
    weights = circle.parameters + rng.normal(0, 0.3, len(circle.parameters)).astype(np.float32)
    np.testing.assert_array_equal(project.parameters, weights)
    np.testing.assert_array_equal(project.history.epoch, [1, 2, 3, 4, 5])
    assert (project.history.step, project.history.seconds) == (125, 0)
    assert project.muted == MUTED[name]
    assert project.locked == (("data",) if name in ("locks", "classroom") else ())
    assert project.trainer is None
    assert project.lesson is None
    assert project.classroom == (Classroom(("map",), ("step",), "王老师") if name == "classroom" else Classroom())
    assert project.stop == StopRules()
    save(project, tmp_path / "new.nnplay")
    assert load(tmp_path / "new.nnplay").parameters.tobytes() == project.parameters.tobytes()


def test_an_old_file_with_an_optimizers_state_resumes(tmp_path):
    """Seven steps of Adam on the circle, written when early stopping had nothing in the file yet."""
    project = load(OLD / "trainer.nnplay")
    assert project.trainer.early is None
    assert (project.trainer.step, project.trainer.step_in_epoch, project.history.step) == (7, 7, 7)
    data = load_data(project.data, project.seeds.data, project.seeds.split)
    network = Network(project.network)
    network.load(project.parameters)
    trainer = Trainer(network, data.train, project.training, project.seeds.generator("shuffle"))
    assert trainer.resume(project.trainer).step == 7


@pytest.mark.parametrize("is_line", [False, True])
def test_a_network_that_learned_male_before_female_still_means_it(is_line, tmp_path):
    """Ten epochs of the body measures, saved when class 0 was male; its accuracy then was 0.815."""
    project = from_text((OLD / "male-first.txt").read_text()) if is_line else load(OLD / "male-first.nnplay")
    save(project, tmp_path / "new.nnplay")
    for opened in (project, load(tmp_path / "new.nnplay"), from_text(to_text(project))):
        assert opened.data.class_names == ("male", "female")
        network = Network(opened.network)
        network.load(opened.parameters)
        people = load_data(opened.data, opened.seeds.data, opened.seeds.split)
        assert people.classes == ("male", "female")
        assert network.evaluate(people.train, opened.training.loss).accuracy == pytest.approx(0.815)
        # What that version predicted for 0, 0, 0: female, with 0.840.
        np.testing.assert_allclose(network.predict(np.zeros((1, 3), np.float32)), [[0.1604, 0.8396]], atol=1e-4)


def test_a_description_of_today_passes_unchanged():
    today = migrated({"version": 1})
    assert migrated(today) == today
    assert all(migrate(today) == today for migrate in MIGRATIONS)
