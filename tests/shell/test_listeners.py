"""A window that has gone listens to nothing any more: neither to its session nor to what the program has one of."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QMetaMethod, QObject, QPoint
from PySide6.QtGui import QGuiApplication

from nnplay.appearance.theme import theme
from nnplay.shell.main_window import MainWindow


def listeners(sources):
    """Return how many listen to each signal of the sources and of what belongs to them."""
    found = {}
    for source in sources:
        meta = source.metaObject()
        for index in range(meta.methodCount()):
            method = meta.method(index)
            if method.methodType() is QMetaMethod.MethodType.Signal:
                name = bytes(method.methodSignature().data()).decode()
                found[f"{type(source).__name__}.{name}"] = source.receivers(f"2{name}")
    return found


def make_a_plot(qtbot):
    """Have pyqtgraph connect itself to the application, once for the process, before anything is counted."""
    import pyqtgraph

    qtbot.addWidget(pyqtgraph.PlotWidget())


def test_nothing_of_a_window_listens_when_it_has_gone(qtbot, dressed, session, settings):
    make_a_plot(qtbot)
    sources = [
        session,
        *session.findChildren(QObject),
        theme(),
        QGuiApplication.instance(),
        QGuiApplication.clipboard(),
    ]
    before = listeners(sources)
    window = MainWindow(session, settings)
    window.show()
    for name, dock in window.docks.items():
        window.show_panel(name)
        assert dock.panel is not None
    window.preferences.open()
    window.discard()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    def stays():
        after = listeners(sources)
        return {name: after[name] - n for name, n in before.items() if after[name] != n}

    # Work beside the window ends soon, and then no longer waits for the program's end.
    qtbot.waitUntil(lambda: not any(name.startswith("QApplication") for name in stays()))
    assert stays() == {}


def test_a_menu_that_is_opened_again_finds_its_actions(window, session, qtbot):
    session.step_ten()
    qtbot.waitUntil(lambda: len(session.controller.history.epoch) > 5)
    menu = window.docks["loss"].menu
    for _ in range(3):
        menu.popup(window.mapToGlobal(QPoint(9, 9)))
        texts = [action.text() for action in menu.actions()]
        menu.close()
        gc.collect()
    assert "Smooth over 5 points" in texts
    window.docks["loss"].panel.refresh()
