"""The table of people for all tests of asking."""

import pytest

from tests.asking.samples import people_of


@pytest.fixture
def people():
    return people_of()
