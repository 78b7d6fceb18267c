"""Shell: theme and language switched while the session goes on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from shiboken6 import isValid

from nnplay import resources
from nnplay.appearance import motion
from nnplay.appearance.theme import theme
from nnplay.panels.training.speed_box import FIRST_SPEED, SPEEDS, SpeedBox
from nnplay.project.doctor.remedies import lower_rate
from nnplay.project.presets import PRESETS, preset
from nnplay.shell import translations
from nnplay.shell.application import Shell
from nnplay.shell.report import ReportDialog
from nnplay.shell.session import Session
from nnplay.training import RunState


@pytest.fixture
def shell(dressed, session, settings):
    shell = Shell(session, settings, "en")
    shell.window.show()
    yield shell
    shell.window.messages.dismiss()
    motion.set_mode(motion.SYSTEM)
    shell.window.discard()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    translations.install("en")
    theme().set_text_scale(1.0)


def test_a_theme_is_shown_and_remembered(shell, settings):
    shell.window.commands.view.themes["dark"].trigger()
    assert theme().is_dark
    assert settings.theme_mode == "dark"
    shell.window.commands.view.themes["light"].trigger()
    assert not theme().is_dark


def test_a_drawing_is_kept_in_another_language(shell):
    pad = shell.window.docks["try_it"].panel.drawing.pad
    pad.set_strokes([[(100.0, 60.0), (100.0, 220.0)]])
    pad.set_strokes([[(60.0, 60.0), (200.0, 60.0), (120.0, 220.0)]])
    shell.set_language("zh_CN")
    other = shell.window.docks["try_it"].panel.drawing.pad
    assert other is not pad
    assert other.strokes == [[(60.0, 60.0), (200.0, 60.0), (120.0, 220.0)]]
    other.undo_stroke()
    assert other.strokes == [[(100.0, 60.0), (100.0, 220.0)]]


def test_a_language_is_shown_at_once_and_the_run_goes_on(shell, session, settings, qtbot):
    shell.window.commands.training.train.trigger()
    qtbot.waitUntil(lambda: session.controller.snapshot.step > 0)
    old = shell.window
    old.docks["data"].close()
    old.commands.view.languages["zh_CN"].trigger()
    assert shell.window is not old
    assert shell.window.isVisible()
    assert not old.isVisible()
    assert settings.language == "zh_CN"
    assert shell.window.commands.view.languages["zh_CN"].isChecked()
    assert session.controller.state is RunState.RUNNING
    assert not shell.window.docks["data"].isVisible()
    assert shell.window.commands.training.train.icon().cacheKey() == old.commands.training.train.icon().cacheKey()
    session.controller.interrupt()


def test_the_speed_is_remembered_for_the_next_session(shell, session, settings):
    box = shell.window.findChild(SpeedBox)
    assert (box.currentData(), session.controller.speed) == (FIRST_SPEED, FIRST_SPEED)
    box.setCurrentIndex(0)
    box.activated.emit(0)
    shell.window.leave()
    assert settings.speed == SPEEDS[0]
    another = shell.open_window()
    assert another.findChild(SpeedBox).currentData() == SPEEDS[0]
    another.leave()
    another.discard()


def test_about_says_which_version(shell):
    from nnplay import __version__

    shell.window.commands.help.about.trigger()
    (dialog,) = shell.window.findChildren(ReportDialog)
    assert __version__ in dialog.findChild(QPlainTextEdit).toPlainText()
    dialog.close()


def test_windows_that_were_closed_leave_nothing_behind(shell):
    gone = []
    for _ in range(3):
        gone.append(shell.open_window())
        gone += shell.findChildren(Session)
        gone[-2].leave()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(gone) == 6
    assert [each for each in gone if isValid(each)] == []


def test_docks_move_only_where_something_may_move(qtbot, shell):
    assert shell.window.isAnimated()
    shell.set_motion(motion.OFF)
    assert not shell.window.isAnimated()
    shell.set_language("zh_CN")
    assert not shell.window.isAnimated()


_OPENED = """
import os, sys
from PySide6.QtCore import QTimer
from nnplay.shell import application, main_window
def watch(window):
    watch.timer = QTimer(window, interval=20)
    watch.timer.timeout.connect(lambda: tell_and_leave(window))
    watch.timer.start()
def tell_and_leave(window):
    if sys.argv[2] in window.windowTitle():
        print(window.windowTitle(), flush=True)
        os._exit(0)
main_window.MainWindow.show = watch
application.main(sys.argv[1], "en")
"""
_CHAIN = Path(__file__).parents[1] / "exchange" / "keras_fixtures" / "chain.keras"


@pytest.mark.parametrize(("opened", "title"), [("xor", PRESETS["xor"].title), (str(_CHAIN), "my_chain")])
def test_a_preset_or_a_model_opens_the_window_with_it(opened, title, tmp_path):
    homes = {f"XDG_{kind}_HOME": str(tmp_path) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-c", _OPENED, opened, title],
        env=os.environ | homes | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=resources.path().parent,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().startswith(title)


def titles(shell):
    """The language of each window: the titles of its first menu."""
    return [window.menuBar().actions()[0].text() for window in shell.windows]


def test_several_windows_are_made_again_one_an_event_the_active_one_first(shell, session, qtbot):
    windows = [shell.window, shell.open_window(), shell.open_window()]
    middle = windows[1]
    middle.activateWindow()
    qtbot.waitUntil(middle.isActiveWindow)
    english = titles(shell)[0]
    made = []
    make = shell._make_window
    shell._make_window = lambda session: made.append(session) or make(session)

    shell.set_language("zh_CN")
    assert [title == english for title in titles(shell)] == [True, False, True]
    for n_made in (2, 3):
        qtbot.waitUntil(lambda n_made=n_made: len(made) == n_made)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert english not in titles(shell)
    assert all(window.isVisible() for window in shell.windows)
    assert not any(isValid(window) for window in windows)
    for window in shell.windows[1:]:
        window.leave()


def test_a_window_closed_before_its_turn_stays_closed(shell, qtbot):
    other = shell.open_window()
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    shell.set_text_scale(1.25)
    other.leave()
    qtbot.waitUntil(lambda: not shell._next_window.isActive())
    assert shell.windows == [shell.window]


def test_two_changes_at_once_make_each_window_once_more(shell, qtbot):
    other = shell.open_window()
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    shell.set_text_scale(1.25)
    shell.set_language("zh_CN")
    assert shell.windows[1] is other  # it is made once, for both
    qtbot.waitUntil(lambda: shell.windows[1] is not other)
    assert not shell._next_window.isActive()
    shell.windows[1].leave()


def test_at_the_end_no_window_is_left_to_die_with_the_interpreter(dressed, settings):
    shell = Shell(Session(preset("circle")), settings, "en")
    shell.window.show()
    window = shell.window
    shell.end()
    assert not isValid(window)


def test_steps_are_named_in_the_language_of_the_window_also_those_from_before(shell, session, qtbot):
    window, document = shell.window, session.document
    commands = window.commands
    commands.training.step.trigger()
    qtbot.waitUntil(lambda: document.undo_stack.count() == 1)
    commands.training.reset.trigger()
    QTest.keyClick(window.docks["data"].panel.findChild(QPushButton, "new_points"), Qt.Key.Key_Space)
    window.canvas.setFocus()
    window.canvas.select("dense")
    commands.edit.more_units.trigger()
    commands.edit.more_units.trigger()  # one step with the one before
    window.canvas.structure.tidy()
    commands.edit.templates["perceptron"].trigger()
    session.apply_remedy(lower_rate(document.project, from_start=True))
    commands.edit.undo.trigger()
    undo = commands.edit.undo.text()
    assert undo.endswith("New from Template")
    shell.set_language("zh_CN")
    edit, history = shell.window.commands.edit, shell.window.docks["history"]
    history.show()
    history.raise_()
    qtbot.waitUntil(lambda: history.panel is not None)
    items = history.panel.list
    assert [items.item(row).text() for row in range(1, items.count())] == [
        "训练 1 个轮次",
        "重置",
        "重新生成数据",
        "更改神经元个数",
        "从模板新建",
        "学习率改为 0.003，重新开始",
    ]
    assert edit.undo.text() == "撤销(&U)：从模板新建"
    assert edit.redo.text() == "重做(&R)：学习率改为 0.003，重新开始"
    shell.set_language("en")
    assert shell.window.commands.edit.undo.text() == undo
