"""Messages on stderr in the user's language; results go to stdout."""

from __future__ import annotations

import sys
from functools import partial

from nnplay.engine import NnplayError
from nnplay.languages import translate


def say(text: str) -> None:
    """Print one translated sentence."""
    print(f"nnplay: {text}", file=sys.stderr)


def say_error(error: NnplayError) -> None:
    """Print an error."""
    say(error.sentence(partial(translate, "errors")))


def progress(fraction: float, text: str) -> str:
    """Return the current activity, as data sets name it, and the share that is done."""
    return f"{translate('loading', text)} {fraction:.0%}"
