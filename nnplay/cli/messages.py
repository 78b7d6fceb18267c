"""What the commands say on stderr, in the person's language; what they were asked for goes to stdout."""

from __future__ import annotations

import sys
from functools import partial

from nnplay.engine import NnplayError
from nnplay.languages import translate


def say(text: str) -> None:
    """Print one translated sentence."""
    print(f"nnplay: {text}", file=sys.stderr)


def say_error(error: NnplayError) -> None:
    """Print what went wrong."""
    say(error.sentence(partial(translate, "errors")))


def progress(fraction: float, text: str) -> str:
    """What is being done, as data sets name it, and the share that is done."""
    return f"{translate('loading', text)} {fraction:.0%}"
