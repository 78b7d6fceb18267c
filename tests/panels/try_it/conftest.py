"""What is asked about the table of people."""

import pytest

from nnplay.panels.try_it.asked import Asked
from nnplay.project import edits
from nnplay.project.presets import preset
from tests.asking.samples import people_of
from tests.panels.fakes import FakeController


@pytest.fixture
def people():
    return people_of()


@pytest.fixture
def controller(qapp, people):
    choice, dataset = people
    controller = FakeController()
    controller.show(edits.set_data(preset("pima"), choice), dataset=dataset)
    return controller


@pytest.fixture
def asked(controller):
    return Asked(controller, controller)
