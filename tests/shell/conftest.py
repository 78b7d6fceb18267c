"""A session on the circle, and a window that shows it, as a start of the program makes them."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings

from nnplay.appearance.theme import theme
from nnplay.project.presets import preset
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings


@pytest.fixture
def settings(qapp, tmp_path):
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.is_simple = False  # most tests are about panels that a beginner does not see
    return settings


@pytest.fixture
def session(qtbot):
    session = Session(preset("circle"))
    yield session
    session.close()


@pytest.fixture
def dressed(qapp):
    """The application as its start dresses it, undressed afterwards."""
    style, palette, font, locale = qapp.style().name(), qapp.palette(), qapp.font(), QLocale()
    theme().set_mode("light")
    theme().apply()
    yield
    theme().set_mode("light")
    QLocale.setDefault(locale)
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def window(qtbot, dressed, session, settings):
    window = MainWindow(session, settings)
    window.resize(1280, 800)
    window.arrange()
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.messages.dismiss()
    window.discard()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def undo_texts(session):
    """Call it for the texts of all undoable steps, the first one first."""
    document = session.document
    return lambda: [str(document.edit_name(number)) for number in range(document.undo_stack.count())]
