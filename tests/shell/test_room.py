"""What goes to make room for a new run is said, and undone."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from nnplay.document import EditName
from nnplay.project import run_edits
from nnplay.project.experiment import MOST_BYTES, KeptCell, KeptExperiment
from nnplay.project.history import NO_HISTORY
from nnplay.project.run import MOST_RUNS, Run


def test_the_run_that_makes_room_for_another_is_named_and_comes_back(window, session, qtbot):
    qtbot.waitUntil(lambda: session.controller.dataset is not None)
    project = session.document.project
    setup, parameters = run_edits.setup_of(project), np.zeros(len(project.parameters), np.float32)
    full = tuple(Run(number, setup, parameters, NO_HISTORY) for number in range(1, MOST_RUNS + 1))
    session.document.perform(EditName("Full"), lambda project: replace(project, runs=full))
    assert "make room" not in window.messages.text()

    session.step()
    qtbot.waitUntil(lambda: session.document.project.run is not None)
    reset = next(
        each for each in window.findChildren(QToolButton) if each.defaultAction() is window.commands.training.reset
    )
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert window.messages.text().startswith("1 earlier run")
    assert session.document.project.runs[0].number == 2

    session.document.undo()
    assert session.document.project.runs[0].number == 1
    assert not window.messages.isVisible()


def test_an_experiment_that_is_too_large_keeps_its_scores_and_says_so(window, session):
    whole = bytes(MOST_BYTES // 2 + 1)
    cells = tuple(
        KeptCell(k, (("l2", 0.0),), k, "epochs", "", (0.1, 0.2, None, None), 1, 1, 1, 1, 1.0, whole) for k in range(2)
    )
    session.document.perform(
        EditName("Experiment"), lambda project: run_edits.keep_experiment(project, KeptExperiment(("l2",), cells))
    )
    kept = session.document.project.experiments[0]
    assert [len(cell.content) for cell in kept.cells] == [len(whole), 0]
    assert [cell.scores for cell in kept.cells] == [(0.1, 0.2, None, None)] * 2
    assert window.messages.text().startswith("1 network")
