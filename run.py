"""Start nnplay from a checkout, on a machine that has nothing but Python 3.11 or newer.

    python3 run.py                        open the window
    python3 run.py train circle           a command without a window; its words are passed on
    python3 run.py test                   run all tests, on all cores; further words go to pytest
    python3 run.py test --fast            run the quick tests alone: in less than a minute, after each edit
    python3 run.py bundle                 build the folder that runs without Python

The first start installs what is missing: system libraries (where it may), a virtual environment in .venv, and in it
the locked packages. Later starts go straight on. Standard library only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed.txt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-dev.lock"  # holds everything that RUN_LOCK holds, and what tests and bundle need
OLDEST, NEWEST = (3, 11), (3, 13)

HELP = """
in a checkout:
  python3 run.py test           run all tests, on all cores
  python3 run.py test --fast    run the quick tests alone: in less than a minute, after each edit
  python3 run.py test WORDS     hand WORDS to pytest, such as tests/engine -k dense
  python3 run.py bundle         build the folder that runs without Python
"""

ONE_PROCESS = ("-k", "-m", "-s", "--capture=no", "--lf", "--last-failed", "--sw", "--stepwise", "--pdb", "--trace")
"""Options of pytest that choose a few tests, or want the terminal: other processes would only be in the way."""


class SetupError(Exception):
    """A sentence for the person: what could not be set up, and what to do."""


def main(words: list[str]) -> None:
    """Set up what these words need, then become the program or the tests."""
    check_python(sys.version_info[:2])
    from nnplay import __main__ as nnplay  # standard library only as well, but in the syntax of today's Python
    from nnplay import startup

    if words[:1] in (["-h"], ["--help"], ["--version"]):
        try:
            sys.exit(nnplay.main(words))
        finally:
            if words[0] != "--version":
                print(HELP, end="")
    if words[:1] == ["test"]:
        install_system_packages(startup.Start.OFFSCREEN)
        install_environment(TEST_LOCK)
        os.chdir(ROOT)
        become([str(PYTHON), "-P", "-m", "pytest", *processes(words[1:]), *words[1:]])
    elif words[:1] == ["bundle"]:
        install_system_packages(startup.Start.WINDOW)  # the bundle takes the libraries of the window from this machine
        install_environment(TEST_LOCK)
        become([str(PYTHON), str(ROOT / "packaging" / "bundle.py"), *words[1:]])
    else:
        install_system_packages(startup.kind_of_start(words))
        install_environment(RUN_LOCK)
        become([str(PYTHON), "-P", "-m", "nnplay", *words])


def processes(words: list[str]) -> list[str]:
    """Return the options that spread these tests over all cores, or none where one process is done sooner.

    A core's process takes seconds to start: more than a single file takes. Who says ``-n`` decides.
    """
    is_one_file = any(word.partition("::")[0].endswith(".py") for word in words)
    if is_one_file or any(word.startswith(ONE_PROCESS) for word in words):
        return []
    return ["-n", "auto", "--dist", "worksteal"]


def check_python(version: tuple[int, ...]) -> None:
    """Refuse a Python that the locked packages are not made for."""
    if not OLDEST <= version <= NEWEST:
        raise SetupError(
            f"Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]} is needed, and this is Python "
            f"{version[0]}.{version[1]}. Start it with another one, for example: python3.{NEWEST[1]} run.py"
        )


def install_system_packages(start: object) -> None:
    """Install the Debian packages that this kind of start needs and the machine lacks."""
    from nnplay import startup

    missing = startup.missing_libraries(start)
    if importlib.util.find_spec("ensurepip") is None and not is_current(RUN_LOCK):
        missing[f"the venv module of Python {sys.version_info[1]}"] = f"python3.{sys.version_info[1]}-venv"
    if not missing:
        return
    packages = list(missing.values())
    rights = administrator_rights()
    if rights is None:
        raise SetupError(
            f"these are missing on this machine: {', '.join(missing)}. Please install them, then start this again. "
            f"On Debian and Ubuntu: {startup.install_line(packages)}"
        )
    say(f"installing system packages: {' '.join(packages)}")
    apt_get = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    run_quietly([*apt_get, "update"])
    status, output = run_quietly([*apt_get, "install", "--no-install-recommends", *packages])
    if status != 0:
        raise SetupError(
            f"apt-get could not install the packages ({last_line(output)}). "
            f"Please try it by hand, then start this again: {startup.install_line(packages)}"
        )


def administrator_rights() -> list[str] | None:
    """Return the words before apt-get that let it install; None where there is no apt-get or no right to use it."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and run_quietly(["sudo", "-n", "true"])[0] == 0:
        return ["sudo", "-n"]
    return None


def install_environment(lock: Path) -> None:
    """Make .venv hold the packages of the lock, unless its stamp says that it does."""
    if is_current(lock):
        return
    if not is_usable():
        say("making a virtual environment in .venv")
        status, output = run_quietly([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
        if status != 0:
            raise SetupError(f"could not make a virtual environment in {ENVIRONMENT} ({last_line(output)}).")
    # Without its stamp an environment is made anew: an installation that was interrupted leaves no half packages.
    STAMP.unlink(missing_ok=True)
    say(f"installing the packages of {lock.name} (once, about 130 MB to download)")
    install = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-deps", "--only-binary=:all:"]
    settings = ["--disable-pip-version-check", "--no-input"] + ([] if sys.stderr.isatty() else ["--quiet"])
    status = subprocess.run([*install, *settings, "-r", str(lock)], stdout=sys.stderr).returncode
    if status != 0:
        raise SetupError(
            "could not install the packages; pip says why above. Please check the network connection and start again."
        )
    locks = [RUN_LOCK, TEST_LOCK] if lock == TEST_LOCK else [lock]
    STAMP.write_text("".join(fingerprint(each) + "\n" for each in locks), encoding="utf-8")


def is_usable() -> bool:
    """Tell whether .venv was finished once, for the Python that runs this."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8").startswith(python_name())


def is_current(lock: Path) -> bool:
    """Tell whether .venv holds exactly what this lock asks for."""
    return is_usable() and fingerprint(lock) in STAMP.read_text(encoding="utf-8").splitlines()


def fingerprint(lock: Path) -> str:
    """Return a line that changes with the Python and with the lock."""
    return f"{python_name()} {lock.name} {hashlib.sha256(lock.read_bytes()).hexdigest()}"


def python_name() -> str:
    """Name the Python that an environment is made for."""
    return f"{sys.implementation.cache_tag} {sys.base_prefix}"


def run_quietly(command: list[str]) -> tuple[int, str]:
    """Run a command without a word; return its exit status and everything it said."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return done.returncode, done.stdout


def last_line(output: str) -> str:
    """Return the line in which most programs say why they failed."""
    return (output.strip().splitlines() or ["it gave no reason"])[-1]


def become(command: list[str]) -> None:
    """Replace this process by the command, with nnplay importable from anywhere."""
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    if os.name == "nt":  # Windows cannot replace a process
        sys.exit(subprocess.run(command).returncode)
    os.execv(command[0], command)


def say(sentence: str) -> None:
    """Tell the person how it goes, out of the way of what the program prints."""
    print(f"nnplay: {sentence}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except SetupError as error:
        say(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        say("stopped; the next start begins again where that is needed.")
        sys.exit(130)
