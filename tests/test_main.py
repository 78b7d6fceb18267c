"""The command `nnplay` finds the right door, and says one clear sentence where there is none."""

import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from nnplay import __version__, startup
from nnplay.__main__ import main
from nnplay.cli.main import main as run_command


@pytest.fixture
def doors(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """Stand in for the window and the commands; list what each was asked."""
    asked: list[tuple[object, ...]] = []

    def answer(name: str, status: int) -> SimpleNamespace:
        def run(*arguments: object) -> int:
            asked.append((name, *arguments))
            return status

        return SimpleNamespace(main=run)

    application, screenshot = answer("window", 3), answer("screenshot", 4)
    shell = SimpleNamespace(application=application, screenshot=screenshot)
    monkeypatch.setitem(sys.modules, "nnplay.shell", shell)
    monkeypatch.setitem(sys.modules, "nnplay.shell.application", application)
    monkeypatch.setitem(sys.modules, "nnplay.shell.screenshot", screenshot)
    monkeypatch.setitem(sys.modules, "nnplay.cli.main", answer("command", 5))
    return asked


@pytest.mark.parametrize(
    ("words", "asked", "status"),
    [
        ([], ("window", None, None), 3),
        (["digits.nnplay"], ("window", "digits.nnplay", None), 3),
        (["--language", "zh_CN", "digits.nnplay"], ("window", "digits.nnplay", "zh_CN"), 3),
        (["circle"], ("window", "circle", None), 3),
        (["--language", "zh_CN", "circle"], ("window", "circle", "zh_CN"), 3),
        (["screenshot", "picture.png"], ("screenshot", ["picture.png"]), 4),
        (["train", "circle", "--epochs", "5"], ("command", ["train", "circle", "--epochs", "5"]), 5),
        (["train", "--help"], ("command", ["train", "--help"]), 5),
    ],
)
def test_words_go_to_their_door(
    doors: list[tuple[object, ...]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    asked: tuple[object, ...],
    status: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "digits.nnplay").touch()
    assert main(words) == status
    assert doors == [asked]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["circel"], "nnplay circle"),
        (["trian", "circle", "--epochs", "5"], "nnplay train"),
        (["Circle"], "nnplay circle"),
        (["--language", "en", "homework"], "nnplay homework.nnplay"),
        (["homwork.nnplay"], "nnplay homework.nnplay"),
        (["mnist-m"], "nnplay mnist-mlp"),
        (["zzzzzz"], "nnplay --help"),
        (["nowhere/at-all.nnplay"], "nnplay --help"),
    ],
)
def test_one_sentence_says_what_was_probably_meant(
    doors: list[tuple[object, ...]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    meant: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "homework.nnplay").touch()
    assert main(words) == 2
    assert doors == []
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert meant in said


def test_a_word_too_many_is_still_refused(doors: list[tuple[object, ...]], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["circle", "--epochs"])
    assert end.value.code == 2
    assert doors == []
    assert "--epochs" in capsys.readouterr().err


def test_without_a_display_it_says_so(
    doors: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert doors == []
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "No display was found" in said.err


def test_a_display_that_refuses_is_named(
    doors: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.setattr(startup, "display_answers", lambda: False)
    assert main([]) == 1
    assert doors == []
    assert ":4711" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["screenshot", "picture.png"]])
def test_a_missing_library_is_named_with_its_package(
    doors: list[tuple[object, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
) -> None:
    monkeypatch.setattr(startup, "missing_libraries", lambda start: {"libEGL.so.1": "libegl1"})
    assert main(words) == 1
    assert doors == []
    said = capsys.readouterr().err
    assert "libEGL.so.1" in said
    assert "apt-get install --no-install-recommends libegl1" in said


@pytest.mark.parametrize(("word", "expected"), [("--version", f"nnplay {__version__}"), ("--help", "nnplay train")])
def test_questions_about_itself_need_nothing_installed(word: str, expected: str) -> None:
    """`-S` hides every installed package, NumPy and Qt included."""
    command = [sys.executable, "-S", "-m", "nnplay", word]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert expected in done.stdout


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = set(re.findall(r"^  nnplay ([a-z]+) ", capsys.readouterr().out, re.MULTILINE))
    run_command(["--help"])
    answered = set(re.findall(r"^    ([a-z]+) ", capsys.readouterr().out, re.MULTILINE))
    assert listed == answered | {startup.SCREENSHOT} == set(startup.COMMANDS)


@pytest.mark.parametrize(("given", "expected"), [(None, "1"), ("3", "3")])
def test_blas_gets_one_thread_unless_told_otherwise(
    doors: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, given: str | None, expected: str
) -> None:
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
    for name in names:
        monkeypatch.setenv(name, given or "")
        if given is None:
            monkeypatch.delenv(name)
    main(["presets"])
    assert [os.environ[name] for name in names] == [expected] * len(names)
