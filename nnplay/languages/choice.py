"""Which languages there are, and which one is wanted, by the command line or by the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from nnplay import resources

ENGLISH = "en"
"""The language of the source code."""

_PREFIX = "nnplay_"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""In the order of GNU gettext, Python and Qt: the first variable that is set decides."""


def file(code: str) -> Path:
    """Return the translation file of a language."""
    return resources.path("translations", f"{_PREFIX}{code}.qm")


def available() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, English first."""
    return _codes_in(resources.path("translations"))


@cache
def _codes_in(folder: Path) -> tuple[str, ...]:
    """Look into the folder once: a search asks for every name in every language."""
    found = {path.stem.removeprefix(_PREFIX) for path in folder.glob(f"{_PREFIX}*.qm")}
    return (ENGLISH, *sorted(found - {ENGLISH}))


def nearest(names: Iterable[str], codes: Collection[str] | None = None) -> str:
    """Return the available language nearest to the first name that matches one; else English.

    A name is what an environment or a user provides: ``zh_CN.UTF-8``, ``zh-Hans-CN``, ``zh``. ``codes`` are the
    languages to choose from, by default all that are available.
    """
    codes = available() if codes is None else codes
    for name in names:
        wished = re.split(r"[.@]", name)[0].replace("-", "_")
        same = [code for code in codes if code.split("_")[0] == wished.split("_")[0].lower()]
        if same:
            return wished if wished in same else same[0]
    return ENGLISH


def wanted(words: Sequence[str], environ: Mapping[str, str] = os.environ) -> str:
    """Return the language to use: that of ``--language`` in the arguments, else that of the environment.

    Called before the arguments are parsed, because help and errors of the parser must be in that language too.
    """
    for word, following in pairwise([*words, ""]):
        if word == "--language" or word.startswith("--language="):
            return nearest([word.partition("=")[2] or following])
    said = next((environ[variable] for variable in _VARIABLES if environ.get(variable)), "")
    return nearest(said.split(":"))
