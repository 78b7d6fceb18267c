"""`run.py` sets up a machine: what it installs, what it says, and that a second start does nothing twice."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from nnplay import startup
from nnplay.startup import Start

ROOT = Path(__file__).resolve().parents[1]
Commands = list[list[str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load run.py as if its checkout were an empty folder, on a machine that lacks nothing."""
    spec = importlib.util.spec_from_file_location("run_script", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    environment = tmp_path / ".venv"
    places = {"ROOT": tmp_path, "ENVIRONMENT": environment, "STAMP": environment / "installed.txt"}
    places |= {"PYTHON": environment / "bin" / "python"}
    places |= {"RUN_LOCK": tmp_path / "requirements.lock", "TEST_LOCK": tmp_path / "requirements-dev.lock"}
    for name, path in places.items():
        monkeypatch.setattr(module, name, path)
    module.RUN_LOCK.write_text("numpy==1\n")
    module.TEST_LOCK.write_text("numpy==1\npytest==1\n")
    monkeypatch.setattr(startup, "missing_libraries", lambda start: {})
    monkeypatch.setattr(module.shutil, "which", lambda name: f"/usr/bin/{name}")
    return module


@pytest.fixture
def commands(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """List the commands that would have run; the one that makes an environment makes its Python."""
    ran: Commands = []

    def record(command: list[str], **_options: Any) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        if command[1:3] == ["-m", "venv"]:
            run.PYTHON.parent.mkdir(parents=True, exist_ok=True)
            run.PYTHON.touch()
            run.STAMP.unlink(missing_ok=True)
        return subprocess.CompletedProcess(command, 0, stdout="")

    monkeypatch.setattr(run.subprocess, "run", record)
    monkeypatch.setattr(run.os, "execv", lambda path, command: ran.append(["exec", *command]))
    monkeypatch.setattr(run.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.chdir(run.ROOT)
    monkeypatch.setenv("PYTHONPATH", "")
    return ran


def _fail(run: ModuleType, monkeypatch: pytest.MonkeyPatch, fails: Callable[[list[str]], bool], said: str) -> None:
    original = run.subprocess.run

    def sometimes(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        done = original(command, **options)
        return subprocess.CompletedProcess(command, 1, stdout=said) if fails(command) else done

    monkeypatch.setattr(run.subprocess, "run", sometimes)


def _names(commands: Commands) -> list[str]:
    """Name each command by what it is for."""
    signs = {"venv": "venv", "pip": "pip", "exec": "exec", "update": "apt update", "install": "apt install"}
    return [next(name for sign, name in signs.items() if sign in command) for command in commands]


def test_the_first_start_installs_and_the_second_goes_straight_on(run: ModuleType, commands: Commands) -> None:
    run.main(["train", "circle", "--epochs", "5"])
    assert _names(commands) == ["venv", "pip", "exec"]
    assert "--require-hashes" in commands[1]
    assert commands[1][-1] == str(run.RUN_LOCK)
    assert commands[2] == ["exec", str(run.PYTHON), "-P", "-m", "nnplay", "train", "circle", "--epochs", "5"]
    assert os.environ["PYTHONPATH"] == str(run.ROOT)
    commands.clear()
    run.main([])
    assert _names(commands) == ["exec"]


def test_the_tests_add_their_packages_once(run: ModuleType, commands: Commands) -> None:
    run.main([])
    commands.clear()
    run.main(["test", "-k", "engine"])
    assert _names(commands) == ["pip", "exec"]
    assert commands[0][-1] == str(run.TEST_LOCK)
    assert commands[1][-4:] == ["-m", "pytest", "-k", "engine"]  # a few tests: no workers to wait for
    commands.clear()
    run.main([])
    run.main(["test"])
    assert _names(commands) == ["exec", "exec"]


@pytest.mark.parametrize("words", ["", "--fast", "tests/engine", "-x --durations=9", "-n 3", "--maxfail=1"])
def test_many_tests_run_on_all_cores(run: ModuleType, commands: Commands, words: str) -> None:
    run.main(["test", *words.split()])
    after = commands[-1][commands[-1].index("pytest") + 1 :]
    assert after == [
        "-n",
        "auto",
        "--dist",
        "worksteal",
        *words.split(),
    ]  # a number of the person's comes later, and counts


@pytest.mark.parametrize(
    "words", ["tests/test_run.py", "tests/test_run.py::test_x", "tests/engine -k x", "-kx", "--pdb", "--lf", "-s"]
)
def test_few_tests_and_a_debugger_stay_in_one_process(run: ModuleType, commands: Commands, words: str) -> None:
    run.main(["test", *words.split()])
    assert commands[-1][commands[-1].index("pytest") + 1 :] == words.split()


def test_the_bundle_is_built_with_the_packages_of_the_tests(run: ModuleType, commands: Commands) -> None:
    run.main(["bundle", "--folder-only"])
    assert _names(commands) == ["venv", "pip", "exec"]
    assert commands[1][-1] == str(run.TEST_LOCK)
    assert commands[2][-2:] == [str(run.ROOT / "packaging" / "bundle.py"), "--folder-only"]


def test_a_new_lock_is_installed_into_the_same_environment(run: ModuleType, commands: Commands) -> None:
    run.main([])
    commands.clear()
    run.RUN_LOCK.write_text("numpy==2\n")
    run.main([])
    assert _names(commands) == ["pip", "exec"]


def test_another_python_gets_a_new_environment(
    run: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.main([])
    commands.clear()
    monkeypatch.setattr(run.sys, "base_prefix", "/opt/another/python")
    run.main([])
    assert _names(commands) == ["venv", "pip", "exec"]


def test_an_interrupted_installation_is_made_anew(
    run: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        _fail(run, patch, lambda command: "pip" in command, "")
        with pytest.raises(run.SetupError, match="could not install the packages"):
            run.main([])
    commands.clear()
    run.main([])
    assert _names(commands) == ["venv", "pip", "exec"]


def test_missing_system_packages_are_installed_together(
    run: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(startup, "missing_libraries", lambda start: {"libEGL.so.1": "libegl1"})
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None)
    run.main(["test"])
    assert _names(commands) == ["apt update", "apt install", "venv", "pip", "exec"]
    assert commands[1][-2:] == ["libegl1", f"python3.{sys.version_info[1]}-venv"]
    assert "sudo" not in commands[1]


def test_headless_words_ask_for_no_library(
    run: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Start] = []
    monkeypatch.setattr(startup, "missing_libraries", lambda start: asked.append(start) or {})
    run.main(["train", "circle"])
    run.main(["test"])
    assert asked == [Start.HEADLESS, Start.OFFSCREEN]


def test_without_the_right_to_install_it_prints_the_line(
    run: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(startup, "missing_libraries", lambda start: {"libEGL.so.1": "libegl1"})
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000, raising=False)
    _fail(run, monkeypatch, lambda command: command[:2] == ["sudo", "-n"], "a password is required")
    with pytest.raises(run.SetupError, match=r"libEGL\.so\.1.*sudo apt-get install --no-install-recommends libegl1"):
        run.main(["test"])
    assert not run.ENVIRONMENT.exists()


def test_sudo_without_a_password_is_used(run: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup, "missing_libraries", lambda start: {"libEGL.so.1": "libegl1"})
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000, raising=False)
    run.main(["test"])
    assert commands[1][:3] == ["sudo", "-n", "env"]


def test_a_failing_apt_get_is_quoted(run: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup, "missing_libraries", lambda start: {"libEGL.so.1": "libegl1"})
    _fail(run, monkeypatch, lambda command: "install" in command, "reading\nE: Unable to locate package libegl1\n")
    with pytest.raises(run.SetupError, match=r"Unable to locate package libegl1.*sudo apt-get install"):
        run.main(["test"])


@pytest.mark.parametrize("version", [(2, 7), (3, 10), (3, 14), (4, 0)])
def test_other_pythons_are_refused_in_one_sentence(run: ModuleType, version: tuple[int, int]) -> None:
    with pytest.raises(run.SetupError, match=rf"Python 3\.11 to 3\.13 is needed.*{version[0]}\.{version[1]}"):
        run.check_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_locked_pythons_are_welcome(run: ModuleType, version: tuple[int, int]) -> None:
    run.check_python(version)


def test_an_old_python_can_read_the_script() -> None:
    """Otherwise it would answer with a syntax error instead of the sentence above."""
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_questions_about_itself_install_nothing(
    run: ModuleType, commands: Commands, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run.main(["--version"])
    assert re.fullmatch(r"nnplay [\w.]+\n", capsys.readouterr().out)
    with pytest.raises(SystemExit):
        run.main(["--help"])
    assert re.search(r"nnplay train .*python3 run\.py test --fast ", capsys.readouterr().out, re.DOTALL)
    assert commands == []


def _pins(lock: str) -> set[str]:
    return set(re.findall(r"^([\w.-]+==[^\s;]+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def test_the_locks_are_those_of_uv() -> None:
    locked = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    extras = _needed(locked, ("distributed",)) - _needed(locked, _wanted(locked))  # installed by who wants them
    assert _pins("requirements-dev.lock") == {
        f"{each['name']}=={each['version']}" for each in locked if each["name"] not in {"nnplay", *extras}
    }
    assert _pins("requirements.lock") < _pins("requirements-dev.lock")


def _wanted(locked: list[dict[str, Any]]) -> list[str]:
    """Return what nnplay itself, its tests and its bundle need."""
    own = next(each for each in locked if each["name"] == "nnplay")
    return [each["name"] for each in [*own["dependencies"], *own["dev-dependencies"]["dev"]]]


def _needed(locked: list[dict[str, Any]], names: Iterable[str]) -> set[str]:
    """Return packages with all that they need."""
    needs = {each["name"]: [other["name"] for other in each.get("dependencies", [])] for each in locked}
    found, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += needs[name]
    return found


def test_the_locks_name_no_host_but_the_registry() -> None:
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-dev.lock"))
    assert "://" not in text
    hosts = set(re.findall(r"\w+://([^/\"]+)", (ROOT / "uv.lock").read_text(encoding="utf-8")))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}
