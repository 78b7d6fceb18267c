"""CurvePlot: keeps the curves exact, reads them under the cursor, zooms and comes back."""

import numpy as np
import pyqtgraph
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnplay.appearance.theme import Role, theme
from nnplay.panels.plots.curve_plot import CurvePlot, OtherCurve
from nnplay.panels.plots.plot_readout import CurveStyle, PlotReadout

X = np.arange(1.0, 101.0)
FALLING, RISING = 1 / X, X / 100


@pytest.fixture
def plot(qtbot):
    plot = CurvePlot("x", "y", (CurveStyle("one", Role.TRAIN), CurveStyle("two", Role.TEST)), "x = {:g}".format)
    plot.resize(400, 300)
    qtbot.addWidget(plot)
    plot.set_range((0, 100), (0, 1))
    plot.set_curves(X, FALLING, RISING)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


@pytest.fixture
def viewport(plot):
    return plot.findChild(pyqtgraph.PlotWidget).viewport()


def point_at(plot, viewport, x):
    """Move the mouse over the place where the x axis has this value."""
    view = plot.findChild(pyqtgraph.PlotWidget).getPlotItem().getViewBox()
    QTest.mouseMove(viewport, QPoint(1, 1))  # a move to where the mouse already is would be none
    QTest.mouseMove(viewport, view.mapViewToScene(QPointF(x, 0.5)).toPoint())


def scroll(viewport, position):
    event = QWheelEvent(
        QPointF(position),
        QPointF(viewport.mapToGlobal(position)),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def colored_rows(plot, role, columns=slice(60, 380)):
    """Return the rows of the picture in which a pixel has about this colour."""
    image, color = plot.grab().toImage(), theme().color(role).getRgb()[:3]
    shown = np.array(
        [
            [image.pixelColor(x, y).getRgb()[:3] for x in range(columns.start, columns.stop)]
            for y in range(image.height())
        ]
    )
    return np.flatnonzero((np.abs(shown - np.array(color)).max(axis=-1) < 100).any(axis=1))


def test_curves_are_the_data(plot):
    for index, expected in enumerate((FALLING, RISING)):
        x, y = plot.curve_data(index)
        np.testing.assert_array_equal(x, X)
        np.testing.assert_array_equal(y, expected)


def test_data_are_not_copied(plot):
    x, y = plot.curve_data(0)
    assert np.shares_memory(x, X)
    assert np.shares_memory(y, FALLING)


def test_shows_the_range_asked_for(plot):
    assert plot.shown_range() == ((0, 100), (0, 1))


def test_one_high_value_among_a_hundred_thousand_is_seen(plot):
    x = np.arange(100_000.0)
    y = np.full(x.size, 0.1)
    plot.findChild(PlotReadout).hide()  # the legend has the curve's colour as well
    plot.set_range((0, x.size), (0, 1))
    plot.set_curves(x, np.full(x.size, np.nan), y)
    flat_top = colored_rows(plot, Role.TEST).min()
    y = y.copy()
    y[54_321] = 0.5
    plot.set_curves(x, np.full(x.size, np.nan), y)
    assert colored_rows(plot, Role.TEST).min() < flat_top - 60


def test_a_single_point_is_seen(plot):
    plot.set_curves(X[:1], np.array([0.2]), np.array([0.5]))
    view = plot.findChild(pyqtgraph.PlotWidget).getPlotItem().getViewBox()
    for role, y in ((Role.TRAIN, 0.2), (Role.TEST, 0.5)):
        row = view.mapViewToScene(QPointF(1, y)).y()
        assert np.abs(colored_rows(plot, role, slice(40, 70)) - row).min() <= 2


def test_many_points_are_not_marked(plot):
    plot.set_curves(X[:20], FALLING[:20], RISING[:20])
    assert [len(marks) for marks in plot.findChild(PlotReadout).marks] == [20, 20]
    plot.set_curves(X[:21], FALLING[:21], RISING[:21])
    assert [len(marks) for marks in plot.findChild(PlotReadout).marks] == [0, 0]


def test_what_is_drawn_does_not_grow_with_the_data(plot):
    x = np.arange(100_000.0)
    plot.set_range((0, x.size), (0, 1))
    plot.set_curves(x, np.random.default_rng(0).random(x.size), x / x.size)
    for item in plot.findChild(pyqtgraph.PlotWidget).getPlotItem().listDataItems():
        drawn_x, drawn_y = item.getData()
        assert len(drawn_x) <= 3 * plot.width()
        # Up to one pixel column at the end is still waiting to be full.
        assert drawn_y.max() == pytest.approx(1, abs=0.005)
        assert drawn_y.min() == pytest.approx(0, abs=0.005)


def test_the_mouse_reads_the_nearest_point(plot, viewport):
    point_at(plot, viewport, 42.3)
    assert plot.reading.heading == "x = 42"
    assert plot.reading.values == ("0.02381", "0.42")


def test_the_dots_lie_on_the_curves(plot, viewport):
    point_at(plot, viewport, 50)
    view = plot.findChild(pyqtgraph.PlotWidget).getPlotItem().getViewBox()
    place = view.mapSceneToView(plot.reading.dots[1])
    assert (place.x(), place.y()) == pytest.approx((50, 0.5))
    plot.set_log_scale(True)
    plot.set_range((0, 100), (-2, 0))
    place = view.mapSceneToView(plot.reading.dots[1])
    assert (place.x(), place.y()) == pytest.approx((50, np.log10(0.5)))


def test_leaving_ends_the_reading(plot, viewport):
    point_at(plot, viewport, 50)
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert plot.reading is None


def test_a_value_that_is_not_known_has_no_dot(plot, viewport):
    plot.set_curves(X, FALLING, np.where(X == 50, np.nan, RISING))
    point_at(plot, viewport, 50)
    assert plot.reading.dots[1] is None


def test_the_arrow_keys_read_point_by_point(plot):
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.reading.heading == "x = 100"
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.reading.heading == "x = 99"
    QTest.keyClick(plot, Qt.Key.Key_PageUp)
    assert plot.reading.heading == "x = 89"
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.reading is None


def test_the_reading_survives_fewer_points(plot):
    QTest.keyClick(plot, Qt.Key.Key_Left)
    plot.set_curves(X[:10], FALLING[:10], RISING[:10])
    assert plot.reading.heading == "x = 10"
    plot.set_curves(X[:0], FALLING[:0], RISING[:0])
    assert plot.reading is None


def test_scrolling_zooms_until_a_double_click(qtbot, plot, viewport):
    with qtbot.waitSignal(plot.fitted_changed, check_params_cb=lambda is_fitted: not is_fitted):
        scroll(viewport, QPoint(200, 150))
    zoomed = plot.shown_range()
    assert zoomed != ((0, 100), (0, 1))
    plot.set_range((0, 200), (0, 2))
    assert plot.shown_range() == zoomed  # new data leave a person's view alone
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert plot.shown_range() == ((0, 200), (0, 2))
    assert plot.is_fitted


def test_home_shows_everything_again(plot, viewport):
    scroll(viewport, QPoint(200, 150))
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.shown_range() == ((0, 100), (0, 1))


def test_a_right_click_opens_no_menu(plot, viewport):
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=QPoint(200, 150))
    assert QApplication.activePopupWidget() is None


def test_a_logarithmic_axis_has_one_number_a_decade(plot):
    plot.set_log_scale(True)
    axis = plot.findChild(pyqtgraph.PlotWidget).getPlotItem().getAxis("left")
    [(_, marks)] = axis.tickValues(-3, 0, 200)
    assert marks == [-3, -2, -1, 0]
    [(_, marks)] = axis.tickValues(-1, 0, 200)
    np.testing.assert_allclose(10.0 ** np.array(marks), [0.1, 0.2, 0.5, 1])


def test_the_theme_changes_the_background(plot):
    theme().set_mode("light")
    plot.apply_theme()
    light = plot.grab().toImage().pixelColor(5, 5)
    theme().set_mode("dark")
    plot.apply_theme()
    assert (light, plot.grab().toImage().pixelColor(5, 5)) != (light, light)
    assert plot.grab().toImage().pixelColor(5, 5) == theme().color(Role.SURFACE)
    theme().set_mode("system")


def test_the_legend_stands_where_the_curves_are_however_late_the_plot_is_laid_out(plot, qtbot):
    view = plot.findChild(pyqtgraph.PlotWidget).getPlotItem().getViewBox()
    readout = plot.findChild(PlotReadout)
    plot.set_range((0, 100), (0, 1))
    plot.findChild(pyqtgraph.PlotWidget).getPlotItem().getAxis("left").setWidth(90)
    qtbot.waitUntil(lambda: view.sceneBoundingRect().left() >= 90)
    assert readout.area == view.sceneBoundingRect()


@pytest.mark.parametrize(("grows", "is_thinned"), [(True, True), (False, False)])
def test_only_curves_that_grow_are_thinned_out(qtbot, grows, is_thinned):
    plot = CurvePlot("x", "y", (CurveStyle("one", Role.TRAIN),), "{:g}".format, grows=grows)
    plot.resize(200, 150)
    qtbot.addWidget(plot)
    x = np.linspace(0, 100, 2000)
    plot.set_range((0, 100), (0, 1))
    plot.set_curves(x, x / 100)
    with qtbot.waitExposed(plot):
        plot.show()
    [curve] = plot.findChild(pyqtgraph.PlotWidget).getPlotItem().listDataItems()
    assert (len(curve.getData()[0]) < len(x)) == is_thinned


def test_an_hour_of_points_is_exact_at_full_zoom_out(qtbot):
    """A single point that stands out among a hundred thousand is drawn, at its height and at its place."""
    plot = CurvePlot("x", "y", (CurveStyle("curve", Role.TRAIN),), str)
    qtbot.addWidget(plot)
    plot.resize(360, 300)
    plot.show()
    x, y = np.arange(108_000.0), np.full(108_000, 0.25)
    y[70_001], y[70_002] = 0.9, 0.05
    plot.set_range((0, 108_000), (0, 1))
    plot.set_curves(x, y)
    drawn_x, drawn_y = plot._curves[0].getData()
    assert len(drawn_x) < 3_000
    assert (drawn_y.min(), drawn_y.max()) == (0.05, 0.9)
    assert drawn_x[drawn_y.argmax()] == pytest.approx(70_001, abs=108_000 / 250)


def test_a_low_plot_names_the_curves_proper_and_all_only_at_the_cursor(plot, qtbot):
    readout = plot.findChild(PlotReadout)
    styles = [CurveStyle(f"{number}: other", Role.MUTED) for number in range(4)]
    plot.set_others([OtherCurve(style, X, RISING) for style in styles])
    plot.resize(360, 420)
    qtbot.waitUntil(lambda: len(readout.named) == len(readout.legend))
    plot.resize(360, 120)
    qtbot.waitUntil(lambda: len(readout.named) == 2)
    plot._point_at(float(X[2]))
    assert readout.named == readout.legend


@pytest.mark.parametrize("curve", [FALLING, RISING, np.full(100, 0.95), np.full(100, 0.05)])
def test_the_legend_is_where_no_curve_is(plot, curve):
    plot.set_curves(X, curve, curve)
    rect = plot.findChild(PlotReadout).legend_rect()
    view = plot.findChild(pyqtgraph.PlotWidget).getPlotItem().getViewBox()
    assert view.sceneBoundingRect().contains(rect)
    assert not any(rect.contains(view.mapViewToScene(QPointF(x, y))) for x, y in zip(X, curve, strict=True))


def test_what_is_known_nowhere_is_not_in_the_legend(plot):
    plot.set_curves(X, FALLING, np.full(100, np.nan))
    assert [style.name for style in plot.legend] == ["one"]
    plot.set_curves(X, FALLING, RISING)
    assert [style.name for style in plot.legend] == ["one", "two"]
