"""The status line: rare, short, and gone in the end."""

import sys

import pytest

from nnplay.cli import status_line
from nnplay.cli.status_line import StatusLine, bar


def pretend_terminal(monkeypatch):
    """Make stderr, capsys's in a test, a terminal of 20 columns, and time the first number of a list."""
    now = [100.0]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(status_line, "monotonic", lambda: now[0])
    monkeypatch.setenv("COLUMNS", "20")
    return now


def test_shows_ten_times_a_second_at_most(monkeypatch, capsys):
    now = pretend_terminal(monkeypatch)
    with StatusLine() as line:
        for tick in range(100):
            now[0] += 0.01
            line.show(str(tick))
    shown = capsys.readouterr().err
    assert 9 <= shown.count("\r") - 1 <= 11
    assert shown.endswith("\r\x1b[K")


def test_is_cut_to_the_width(monkeypatch, capsys):
    pretend_terminal(monkeypatch)
    StatusLine().show("x" * 50)
    assert capsys.readouterr().err == "\r\x1b[K" + "x" * 19


def test_says_nothing_where_there_is_no_terminal(capsys):
    with StatusLine() as line:
        line.show("something")
        line.clear()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("share", [0, 0.3, 0.999, 1])
def test_bars_have_one_length(share):
    assert len(bar(share)) == 22
    assert bar(share).count("=") == int(20 * share)
