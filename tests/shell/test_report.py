"""What a person can read and copy: versions and errors, without the name of a home folder."""

from pathlib import Path

import numpy
import scipy
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from nnplay import __version__
from nnplay.shell.report import ReportDialog, error_report, versions


def test_versions_are_those_of_the_libraries_that_run(qapp):
    text = versions()
    for part in (f"nnplay {__version__}", f"numpy {numpy.__version__}", f"scipy {scipy.__version__}", "offscreen"):
        assert part in text


def test_a_report_ends_with_the_log_and_names_no_home(qapp, tmp_path):
    log = tmp_path / "nnplay.log"
    log.write_text(f"ERROR in {Path.home()}/somewhere\n" + "x" * 50_000 + "the last line", encoding="utf-8")
    text = error_report(log)
    assert text.endswith("the last line")
    assert str(Path.home()) not in text
    assert len(text) < 25_000


def test_without_a_log_it_says_so(qapp, tmp_path):
    assert "No error" in error_report(tmp_path / "nothing.log")


def test_the_help_menu_shows_and_copies_versions(window):
    window.commands.help.about.trigger()
    dialog = window.findChild(ReportDialog)
    assert dialog.isVisible()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == versions()
    dialog.close()


def test_the_help_menu_shows_errors(window, monkeypatch, tmp_path):
    (tmp_path / "nnplay.log").write_text("ValueError: an odd thing", encoding="utf-8")
    monkeypatch.setattr("nnplay.shell.report.state_folder", lambda: tmp_path)
    window.commands.help.errors.trigger()
    dialog = window.findChild(ReportDialog)
    assert "an odd thing" in dialog.findChild(QPlainTextEdit).toPlainText()
    dialog.close()
