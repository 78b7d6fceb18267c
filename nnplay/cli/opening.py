"""What stands behind ``nnplay`` alone: a preset or a file to open in the window; what was probably meant otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import ProjectError
from nnplay.project.presets import PRESETS
from nnplay.startup import COMMANDS

_ENDING = ".nnplay"


def check_opening(name: str) -> None:
    """See to it that the window can open ``name``.

    Raises
    ------
    ProjectError
        If there is neither such a preset nor such a file; the sentence says what comes nearest.
    """
    if name in PRESETS or Path(name).exists():
        return
    found = nearest(name, [*COMMANDS, *PRESETS, *_neighbours(Path(name))])
    if found is None:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” is neither a command, a preset nor a file. "
                "nnplay --help lists the commands, nnplay presets lists the presets.",
            ),
            name=name,
        )
    raise ProjectError(
        QT_TRANSLATE_NOOP(
            "errors", "“{name}” is neither a command, a preset nor a file. Did you mean “nnplay {nearest}”?"
        ),
        name=name,
        nearest=found,
    )


def nearest(name: str, choices: Iterable[str]) -> str | None:
    """Which of the choices was probably meant: one that is written alike, or that begins so; None for none."""
    by_small = {each.lower(): each for each in choices}
    small = name.lower()
    close = get_close_matches(small, by_small, n=1)
    if close:
        return by_small[close[0]]
    return next((by_small[each] for each in sorted(by_small) if len(small) > 1 and each.startswith(small)), None)


def _neighbours(path: Path) -> list[str]:
    """The project files in the folder where the file was looked for."""
    try:
        return [str(each) for each in path.parent.iterdir() if each.suffix.lower() == _ENDING]
    except OSError:  # no such folder, or a closed one
        return []
