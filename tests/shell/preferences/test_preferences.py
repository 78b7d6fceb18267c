"""Preferences: each counts at once, is found by a word, and goes back to the start."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QToolButton

from nnplay.appearance import metrics, motion
from nnplay.appearance.theme import theme
from nnplay.shell import translations
from nnplay.shell.application import Shell


@pytest.fixture
def shell(dressed, session, settings):
    shell = Shell(session, settings, "en")
    shell.window.resize(1280, 800)
    shell.window.show()
    yield shell
    shell.window.discard()
    theme().set_text_scale(1.0)
    motion.set_mode(motion.SYSTEM)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    translations.install("en")


@pytest.fixture
def dialog(shell):
    shell.window.commands.edit.preferences.trigger()
    yield shell.window.preferences.dialog
    if shell.window.preferences.dialog is not None:
        shell.window.preferences.dialog.close()


def choose(field, data):
    field.setCurrentIndex(field.findData(data))
    field.activated.emit(field.currentIndex())


def test_theme_and_motion(dialog, settings):
    choose(dialog.theme, "contrast")
    choose(dialog.motion, motion.OFF)
    assert theme().scheme == "contrast"
    assert not motion.is_wanted()
    assert (settings.theme_mode, settings.motion) == ("contrast", motion.OFF)


def test_text_size_is_live_and_the_dialog_stays_open(dialog, shell, settings):
    choose(dialog.text_scale, 1.5)
    assert QApplication.font().pixelSize() == round(1.5 * metrics.Text.BODY)
    assert shell.window.preferences.dialog.isVisible()
    assert shell.window.preferences.dialog is not dialog
    assert settings.text_scale == 1.5


def test_language_is_live(dialog, shell, settings):
    choose(dialog.language, "zh_CN")
    assert settings.language == "zh_CN"
    assert shell.window.preferences.dialog.isVisible()


def test_the_simple_view_has_fewer_panels_and_fields(dialog, shell, settings):
    window = shell.window
    assert window.training_panel._optimizer.isVisible()
    choose(dialog.view, True)
    assert settings.is_simple
    assert not window.training_panel._optimizer.isVisible()
    assert window.training_panel._rate.isVisible()
    assert [name for name, dock in window.docks.items() if not dock.isHidden()] == ["data", "map", "try_it", "loss"]
    assert window.commands.view.simple.isChecked()
    choose(dialog.view, False)
    assert window.training_panel._optimizer.isVisible()
    assert window.docks["activation"].isVisible() or not window.docks["activation"].isHidden()


def test_a_word_finds_a_preference_or_a_command(dialog):
    dialog.search.setText("contrast")
    assert dialog.theme.isVisible()
    assert not dialog.language.isVisible()
    dialog.search.setText("step one epoch")
    assert dialog.pages.currentWidget() is dialog.keys
    dialog.search.setText("qqqq")
    assert dialog._nothing.isVisible()


def test_reset_is_as_at_first(dialog, shell, settings):
    choose(dialog.theme, "contrast")
    dialog.welcome.click()
    settings.shortcuts = {"training.reset": "F9"}
    dialog.reset_wanted.emit()
    assert (settings.theme_mode, settings.has_welcome, settings.shortcuts, settings.is_simple) == (
        "system",
        True,
        {},
        True,
    )
    assert shell.window.commands.training.reset.shortcut().toString() == "Ctrl+R"


def test_a_presentation_is_large_and_full_and_leaves_no_trace(shell, settings):
    shell.window.commands.view.present.trigger()
    window = shell.window
    assert window.isFullScreen()
    assert "F5" in window.messages.text()
    window.messages.dismiss()
    assert QApplication.font().pixelSize() == round(1.5 * metrics.Text.BODY)
    assert [name for name, dock in window.docks.items() if not dock.isHidden()] == ["map", "try_it", "loss"]
    window.commands.view.present.trigger()
    assert not shell.window.isFullScreen()
    assert QApplication.font().pixelSize() == metrics.Text.BODY
    assert not shell.window.docks["data"].isHidden()
    assert settings.text_scale == 1.0


def test_a_presentation_has_the_panels_of_the_last_one(shell, settings):
    shell.present(True)
    shell.window.docks["results"].toggleViewAction().trigger()
    shell.window.docks["try_it"].close()
    shell.present(False)
    assert settings.presented == ("map", "loss", "results")
    shell.present(True)
    assert [name for name, dock in shell.window.docks.items() if not dock.isHidden()] == ["map", "loss", "results"]
    shell.present(False)
    settings.reset_preferences()
    assert settings.presented == ()


def test_one_preference_goes_back_alone(dialog, shell, settings):
    choose(dialog.theme, "contrast")
    choose(dialog.motion, motion.OFF)
    back = next(b for b in dialog.findChildren(QToolButton) if b.accessibleName() == "Reset Theme")
    back.click()
    assert settings.theme_mode == "system"
    assert settings.motion == motion.OFF
    assert not back.isEnabled()
