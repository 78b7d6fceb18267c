"""The commands' words: what can be asked for, and who answers."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from nnplay import startup
from nnplay.cli import download, evaluate, export, predict, presets, trace, train
from nnplay.data import LoadCancelledError
from nnplay.data.publications import PUBLICATIONS
from nnplay.data.table import Scaling
from nnplay.engine import NnplayError
from nnplay.exchange.formats import FORMATS
from nnplay.exchange.picture import PAPERS
from nnplay.project import Project
from nnplay.project.calculation.numbers import STYLES
from nnplay.project.presets import PRESETS

FAILED, INTERRUPTED = 1, 130

Draw = Callable[[Project, str, Path, str], None]
"""``draw(project, format, path, background)`` writes a picture."""


def main(words: Sequence[str] | None = None, drawn: Draw | None = None) -> int:
    """Run one command, ``sys.argv``'s by default, and return the exit status.

    0 when it is done, 1 when it failed (one sentence on stderr says why), 2 for words that make no command, 130 after
    Ctrl+C. ``drawn`` writes the pictures that only Qt can draw.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal without typographic signs gets question marks, not a traceback
            stream.reconfigure(errors="replace")
    try:
        options = _parser().parse_args(_with_joined_row(sys.argv[1:] if words is None else words))
        options.drawn = drawn
        status: int = options.run(options)
        sys.stdout.flush()
    except SystemExit as end:
        return int(end.code or 0)
    except (KeyboardInterrupt, LoadCancelledError):
        print("nnplay: interrupted", file=sys.stderr)
        return INTERRUPTED
    except NnplayError as error:
        print(f"nnplay: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has left. What is still buffered goes nowhere, or Python would complain on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nnplay", description="Neural networks without a window.", allow_abbrev=False)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    listing = commands.add_parser("presets", help="list the networks to start from")
    listing.set_defaults(run=presets.run)

    training = commands.add_parser("train", help="train a network and print its progress")
    _add_source(training)
    training.add_argument(
        "--epochs", type=_positive, metavar="N", help="how long (default: as long as the preset takes)"
    )
    training.add_argument("--seed", type=int, metavar="N", help="begin anew, all chance drawn from this number")
    training.add_argument("-o", "--output", metavar="PROJECT", help="save the trained project in this file")
    training.set_defaults(run=train.run)

    evaluation = commands.add_parser("evaluate", help="measure a network on its training and test data")
    _add_source(evaluation)
    evaluation.set_defaults(run=evaluate.run)

    prediction = commands.add_parser("predict", help="ask a network about one example")
    prediction.add_argument("source", metavar="PROJECT", help="a project file")
    example = prediction.add_mutually_exclusive_group(required=True)
    example.add_argument("--image", metavar="FILE", help="a picture file: PNG, JPEG, BMP, GIF, WebP, PGM")
    example.add_argument("--row", metavar="X1,X2,...", help="an example's numbers, such as 1.5,-2")
    example.add_argument(
        "--strokes", metavar="FILE", help="a pen drawing: JSON, a list of strokes, each a list of [x, y]"
    )
    prediction.set_defaults(run=predict.run)

    tracing = commands.add_parser("trace", help="follow one training example forward and backward, every number")
    _add_source(tracing)
    tracing.add_argument(
        "--example", type=_index, default=0, metavar="K", help="which one, counted from 0 (default: the first)"
    )
    tracing.add_argument(
        "--batch", type=_positive, default=1, metavar="N", help="so many examples from there on, one step on their mean"
    )
    tracing.add_argument(
        "--form",
        choices=trace.FORMS,
        default=trace.FORMS[0],
        help="tables; formulas phase by phase; the same by matrices; LaTeX; a spreadsheet of formulas",
    )
    tracing.add_argument(
        "--numbers", choices=STYLES, default=STYLES[0], help="significant digits, fixed decimals, or fractions"
    )
    tracing.add_argument("--digits", type=_positive, default=6, metavar="N", help="how many (default: 6)")
    tracing.add_argument(
        "--worksheet", metavar="FILE.svg", help="write a worksheet with blanks, and beside it FILE-answers.svg"
    )
    tracing.set_defaults(run=trace.run)

    exporting = commands.add_parser("export", help="write a program, weights, a table or a picture for other tools")
    _add_source(exporting)
    exporting.add_argument("--to", required=True, choices=[*FORMATS, *startup.DRAWN], help="what to write")
    exporting.add_argument("-o", "--output", required=True, metavar="FILE", help="the file to write")
    exporting.add_argument("--epochs", type=_positive, metavar="N", help="how long a program trains")
    exporting.add_argument("--weights", action="store_true", help="have a program start from the network's weights")
    exporting.add_argument("--background", choices=PAPERS, default="white", help="of a picture")
    exporting.set_defaults(run=export.run)

    fetching = commands.add_parser("download", help="fetch MNIST or Fashion-MNIST, after asking")
    fetching.add_argument("name", choices=list(PUBLICATIONS), help="which of them")
    fetching.add_argument("--folder", metavar="FOLDER", help="where to (default: the user's data folder)")
    fetching.add_argument("--yes", action="store_true", help="do not ask")
    fetching.set_defaults(run=download.run)

    for command in (listing, training, evaluation, prediction, tracing, exporting):
        command.add_argument("--json", action="store_true", help="print the result as JSON, in one line")
    return parser


def _add_source(command: argparse.ArgumentParser) -> None:
    command.add_argument("source", metavar="PRESET|PROJECT", help=f"{', '.join(PRESETS)}, or a project file")
    command.add_argument(
        "--data",
        metavar="PATH",
        help="what to learn from: a CSV, TSV or .npz file, a folder of pictures or MNIST files",
    )
    command.add_argument(
        "--scale", choices=[each.value for each in Scaling], help="what happens to the numbers of a table"
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _index(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


_index.__name__ = "number of 0 or more"
_positive.__name__ = "number of 1 or more"  # what argparse calls it in "invalid ... value"


def _with_joined_row(words: Sequence[str]) -> list[str]:
    """The words with ``--row -1,2`` as ``--row=-1,2``: argparse would take the point for an option."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == "--row":
            joined[-1] = f"--row={word}"
        else:
            joined.append(word)
    return joined
