"""The argument of plain ``nnplay``: a preset or file to open in the window, or a suggestion for what was meant."""

from __future__ import annotations

import os
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange import MODEL_SUFFIXES
from nnplay.project import ProjectError
from nnplay.project.presets import PRESETS
from nnplay.startup import COMMANDS

_ENDINGS = (".nnplay", *MODEL_SUFFIXES)


def check_opening(name: str) -> None:
    """Check that the window can open ``name``.

    Raises
    ------
    ProjectError
        If there is neither such a preset nor such a file; the sentence suggests the nearest name.
    """
    if name in PRESETS or os.path.exists(name):  # noqa: PTH110 - Path.exists raises where a name is too long
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
    """Return the choice that was probably meant, because it is spelled or begins alike; None if there is none."""
    by_small = {each.lower(): each for each in choices}
    small = name.lower()
    close = get_close_matches(small, by_small, n=1)
    if close:
        return by_small[close[0]]
    return next((by_small[each] for each in sorted(by_small) if len(small) > 1 and each.startswith(small)), None)


def _neighbours(path: Path) -> list[str]:
    """Return the projects and models in the folder of a missing file."""
    try:
        return [str(each) for each in path.parent.iterdir() if each.suffix.lower() in _ENDINGS]
    except OSError:  # missing or unreadable folder
        return []
