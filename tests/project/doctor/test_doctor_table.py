"""One run of each kind: what was put there is found, and health gets no word. The whole table is a command."""

import numpy as np
import pytest

from tests.project.doctor.cases import HEALTH, ILL, WELL
from tests.project.doctor.doctor_table import NEITHER, look

KINDS = [make for make, _ in (*ILL, *WELL)]


@pytest.mark.parametrize("number", range(len(KINDS)), ids=[make.__name__ for make in KINDS])
def test_what_is_there_is_found_and_nothing_else(number: int) -> None:
    finding = look(KINDS[number](np.random.default_rng([number, 0])))
    if finding.ailment == HEALTH:
        assert not finding.alarms
    elif finding.ailment != NEITHER:
        assert finding.ailment in finding.last
