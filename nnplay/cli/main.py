"""Run one command, from its arguments to its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from nnplay.cli.messages import say, say_error
from nnplay.cli.parser import make_parser
from nnplay.data import LoadCancelledError
from nnplay.disk.writing import WouldReplaceError
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.reasons import reason_of
from nnplay.exchange.export import Format
from nnplay.languages import translate

FAILED, INTERRUPTED = 1, 130


def main(words: Sequence[str] | None = None, drawn: Mapping[str, Format] = MappingProxyType({})) -> int:
    """Run one command, by default that of ``sys.argv``, and return the exit status.

    0 on success, 1 on failure (one sentence on stderr says why), 2 for invalid arguments, 130 after Ctrl+C. ``drawn``
    are the formats that need Qt. Texts are in the current language.
    """
    for stream in (sys.stdout, sys.stderr):
        # Without typographic characters, print question marks instead of a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        options = make_parser().parse_args(_with_joined_row(sys.argv[1:] if words is None else words))
        options.drawn = dict(drawn)
        status: int = options.run(options)
        sys.stdout.flush()
    except SystemExit as end:
        return int(end.code or 0)
    except (KeyboardInterrupt, LoadCancelledError):
        say(translate("cli", "interrupted"))
        return INTERRUPTED
    except NnplayError as error:
        say_error(_how_to_agree(error) if isinstance(error, WouldReplaceError) else error)
        return FAILED
    except OSError as error:
        # The reader of our output has gone, or its disk is full. Discard what is still buffered, or Python would
        # complain on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            say_error(_trouble(error))
        return FAILED
    return status


def _how_to_agree(error: WouldReplaceError) -> NnplayError:
    return NnplayError(
        QT_TRANSLATE_NOOP(
            "errors",
            "Nothing was written: {files} would be replaced. Choose another name, or add --replace to replace what is"
            " there.",
        ),
        files=[f"“{path}”" for path in error.paths],
    )


def _trouble(error: OSError) -> NnplayError:
    """A sentence about a file that failed, or about the output where it was no file."""
    if error.filename is not None:
        text = QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read or written: {reason}.")
        return NnplayError(text, file=error.filename, reason=reason_of(error))
    return NnplayError(QT_TRANSLATE_NOOP("errors", "The output cannot be written: {reason}."), reason=reason_of(error))


def _with_joined_row(words: Sequence[str]) -> list[str]:
    """Return the arguments with ``--row -1,2`` as ``--row=-1,2``; argparse would take the minus sign for an option."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == "--row":
            joined[-1] = f"--row={word}"
        else:
            joined.append(word)
    return joined
