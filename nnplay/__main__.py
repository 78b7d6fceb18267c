"""The ``nnplay`` command: opens the window, or runs a headless command.

The only module that knows both the window and the headless commands, and it imports each only on request:
``nnplay train`` must run on a machine without any Qt library.
"""

import argparse
import builtins
import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from nnplay import __version__, languages, overrides, resources, startup
from nnplay.cli.summaries import summaries
from nnplay.languages import translate
from nnplay.languages.columns import padded
from nnplay.languages.help_format import HelpFormatter

_BLAS_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``nnplay`` with these arguments (by default those of the command line) and return the exit status."""
    _become_worker_if_asked()
    words = list(sys.argv[1:] if argv is None else argv)
    languages.use(languages.wanted(words))
    _use_one_blas_thread()
    if startup.is_command(words):
        return _run_command(words)
    parser = _parser()
    options, others = parser.parse_known_args(words)
    if options.project is not None and not _can_open(options.project):
        return 2
    if others:  # reported second: behind a misspelled command they may be right
        parser.parse_args(words)
    if options.self_test:
        return _run_self_test()
    return _open_window(options.project, options.language)


def _become_worker_if_asked() -> None:
    """In a bundle: begin as a worker of a sweep, and go no further, if this process was started as one."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()


def _use_one_blas_thread() -> None:
    """Limit NumPy to one thread unless the environment says otherwise; must be set before NumPy is imported.

    For networks of this size, several BLAS threads cost much more than they gain.
    """
    for variable in _BLAS_THREADS:
        os.environ.setdefault(variable, "1")


@contextmanager
def _quick_imports() -> Iterator[None]:
    """Import without the garbage collector: modules stay in memory, and it would scan all of them repeatedly."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _import_qt() -> None:
    """Import Qt's bindings, guard the overrides to come, and remove the import hook that comes with the bindings.

    For an option that nnplay does not use, the hook reads the source of every module imported later.
    """
    import PySide6.QtCore  # noqa: F401  # it installs the hook

    overrides.guard()
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="nnplay",
        description=translate(
            "cli", "A playground for neural networks: build one by hand, watch it learn, see inside it."
        ),
        epilog=_commands(),
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "project",
        nargs="?",
        metavar="FILE",
        help=translate("cli", "the file of a project or model, or the name of a preset, to open in the window"),
    )
    parser.add_argument(
        "--language", metavar="CODE", help=translate("cli", "the language of all messages, such as en or zh_CN")
    )
    parser.add_argument(
        "--self-test",
        action="store_true",
        help=translate("cli", "try every part once without a display, and report"),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"nnplay {__version__}",
        help=translate("cli", "show the version and exit"),
    )
    return parser


def _commands() -> str:
    """Return the list of headless commands, one line each."""
    lines = summaries() | {"COMMAND --help": translate("cli", "show the help of a command")}
    head = translate("cli", "without a window:")
    return "\n".join([head, *(f"  {padded(f'nnplay {name}', 24)} {text}" for name, text in lines.items())])


def _run_command(words: list[str]) -> int:
    if words[0] == startup.SCREENSHOT:
        if not _is_ready(startup.kind_of_start(words)):
            return 1
        _import_qt()
        from nnplay.shell import screenshot

        return screenshot.main(words[1:])
    if startup.is_drawing(words):
        if not _is_ready(startup.kind_of_start(words)):
            return 1
        _import_qt()
        from nnplay.shell.exporting import pictures

        return pictures.main(words[1:])
    with _quick_imports(), _ended_by_ctrl_c():
        from nnplay.cli.main import main as run_command

    return run_command(words)


@contextmanager
def _ended_by_ctrl_c() -> Iterator[None]:
    """Let Ctrl+C end the program at once, without a traceback: a command has nothing to keep before it has begun."""
    before = signal.getsignal(signal.SIGINT)
    is_usual = before is signal.default_int_handler
    if is_usual:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        if is_usual:
            signal.signal(signal.SIGINT, before)


def _run_self_test() -> int:
    if not _is_ready(startup.Start.OFFSCREEN):
        return 1
    _import_qt()
    from nnplay.shell import self_test

    return self_test.main()


def _can_open(project: str) -> bool:
    """Return whether the window can open it; if not, print what was probably meant."""
    from nnplay.cli.messages import say_error
    from nnplay.cli.opening import check_opening
    from nnplay.engine import NnplayError

    try:
        check_opening(project)
    except NnplayError as error:
        say_error(error)
        return False
    return True


def _open_window(project: str | None, language: str | None) -> int:
    if not startup.has_display():
        _say(
            translate(
                "cli",
                "No display was found (DISPLAY and WAYLAND_DISPLAY are not set), so no window can open. "
                "Start nnplay in a desktop session, or train without a window: nnplay train circle",
            )
        )
        return 1
    if not _is_ready(startup.kind_of_start([])):
        return 1
    if not startup.display_answers():
        _say(
            translate(
                "cli",
                "The display {display} does not let nnplay in. "
                "Start nnplay in a desktop session as the user who is logged in there.",
            ).format(display=os.environ.get("DISPLAY", ""))
        )
        return 1
    with _quick_imports():
        _import_qt()
        from nnplay.shell import application

    return application.main(project, language)


def _is_ready(start: startup.Start) -> bool:
    missing = startup.missing_libraries(start)
    if missing:
        _say(
            translate(
                "cli",
                "The window needs system libraries that are missing here: {libraries}. "
                "On Debian and Ubuntu install them with: {command}",
            ).format(libraries=", ".join(missing), command=startup.install_line(list(missing.values())))
        )
    startup.use_own_font_settings(resources.path("fonts", "fonts.conf"))
    return not missing


def _say(sentence: str) -> None:
    print(f"nnplay: {sentence}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
