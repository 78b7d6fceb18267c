"""The charts of an experiment: a network is the same in all of them, and brushing brings out some."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nnplay.panels.experiments.cells import CellView, arrange
from nnplay.panels.experiments.charts import CurvesChart, ScoreChart
from nnplay.panels.experiments.finished import FinishedCell
from nnplay.panels.experiments.link import Link
from nnplay.panels.experiments.parallel_chart import ParallelChart
from nnplay.runs.scores import Scores
from nnplay.runs.sweeps import DIVERGED, CellResult

RATES, SIZES = (0.01, 0.1, 1.0), (1, 10)


@pytest.fixture
def cells():
    """Six networks; the last has diverged."""
    found = []
    for number in range(6):
        values = {"learning_rate": RATES[number // 2], "batch_size": SIZES[number % 2]}
        ending = DIVERGED if number == 5 else "epochs"
        loss = 0.6 - number / 10
        result = CellResult(number, str(number), values, 0, ending, scores=Scores(loss, loss))
        cell = CellView(number, values, 0)
        cell.end(FinishedCell(result, epochs=(0, 1, 2), losses=(1.0, (1 + loss) / 2, loss)))
        found.append(cell)
    return found


@pytest.fixture
def link(qapp):
    return Link(None)


def shown(qtbot, chart, cells):
    chart.resize(400, 300)
    qtbot.addWidget(chart)
    chart.show_cells(cells, ("learning_rate", "batch_size"), "test_loss")
    chart.show()
    chart.grab()
    return chart


@pytest.mark.parametrize("kind", [ScoreChart, CurvesChart, ParallelChart])
def test_the_nearest_network_is_pointed_at_and_opened(qtbot, link, cells, kind):
    chart = shown(qtbot, kind(link), cells)
    place = chart.place_of(2).toPoint()
    QTest.mouseMove(chart, QPoint(1, 1))
    QTest.mouseMove(chart, place)
    assert link.pointed == 2
    with qtbot.waitSignal(link.opened) as opened:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [2]


def test_a_network_has_a_dot_for_each_setting(qtbot, link, cells):
    chart = shown(qtbot, ScoreChart(link), cells)
    dots = [QPoint(*points[0].round().astype(int).tolist()) for points in chart._marks[2]]
    assert dots[0].x() < chart.width() / 2 < dots[1].x()
    for dot in dots:
        QTest.mouseMove(chart, QPoint(1, 1))
        QTest.mouseMove(chart, dot)
        assert link.pointed == 2


@pytest.mark.parametrize("kind", [ScoreChart, CurvesChart, ParallelChart])
def test_the_arrow_keys_go_from_network_to_network(qtbot, link, cells, kind):
    chart = shown(qtbot, kind(link), cells)
    seen = set()
    for _ in range(6):
        QTest.keyClick(chart, Qt.Key.Key_Right)
        seen.add(link.pointed)
        assert chart.property("said")
    assert seen >= {0, 1, 2, 3, 4}


def test_a_network_that_has_diverged_has_no_score(qtbot, link, cells):
    assert shown(qtbot, ScoreChart(link), cells).place_of(5) is None


def test_dragging_along_an_axis_brushes_and_a_click_beside_ends_it(qtbot, link, cells):
    chart = shown(qtbot, ParallelChart(link), cells)
    first = {number: chart._marks[number][0][0] for number in range(6)}
    x = round(first[0][0])
    low, high = (round(first[number][1]) for number in (0, 2))
    between = (low + high) // 2
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, low + 8))
    QTest.mouseMove(chart, QPoint(x, between))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, between))
    assert [link.is_faint(number) for number in range(6)] == [False, False, True, True, True, True]
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(3, 290))
    assert not any(link.is_faint(number) for number in range(6))


def test_two_axes_are_columns_and_rows(cells):
    plan = arrange(cells, ("learning_rate", "batch_size"))
    assert (plan.columns, plan.rows) == (RATES, SIZES)
    assert [cell.number for cell in plan.pile(0, 1, 2)] == [5]


def test_a_third_axis_turns_the_pages_and_repeats_lie_in_a_pile():
    cells = [
        CellView(number, {"a": number // 8, "b": number // 4 % 2, "c": number // 2 % 2}, number % 2)
        for number in range(16)
    ]
    plan = arrange(cells, ("a", "b", "c"))
    assert plan.pages == ({"c": 0}, {"c": 1})
    assert [cell.number for cell in plan.pile(1, 0, 1)] == [10, 11]
    assert plan.place_of(11) == (1, 0, 1)


def test_the_repeats_of_a_single_axis_are_rows():
    cells = [CellView(number, {"a": number // 3}, number % 3) for number in range(6)]
    plan = arrange(cells, ("a",))
    assert (plan.columns, plan.rows) == ((0, 1), (1, 2, 3))


def test_drawn_values_fill_a_square():
    cells = [CellView(number, {"a": number / 7}, 0) for number in range(7)]
    cells[0].values["b"] = 1
    plan = arrange(cells, ("a", "b"))
    assert (len(plan.columns), len(plan.rows)) == (3, 3)
    assert [cell.number for cell in plan.pile(0, 2, 0)] == [6]
