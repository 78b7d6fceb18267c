"""The argument parser of the commands, with their help."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from nnplay import startup
from nnplay.cli import compare, download, evaluate, export, predict, presets, sweep, trace, train
from nnplay.cli.summaries import summaries
from nnplay.data.half_width import half_width
from nnplay.data.publications import PUBLICATIONS
from nnplay.data.table import Scaling
from nnplay.exchange import MODEL_SUFFIXES
from nnplay.exchange.export import DEFAULT_ZOOM, ZOOMS
from nnplay.exchange.formats import FORMATS
from nnplay.exchange.picture import PAPERS
from nnplay.languages import translate
from nnplay.languages.help_format import HelpFormatter
from nnplay.project.calculation.numbers import STYLES
from nnplay.project.presets import PRESETS
from nnplay.project.sweep import MOST_CELLS

_ENDINGS = ", ".join(MODEL_SUFFIXES)


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; its result has a function ``run``, which takes the result."""
    parser = argparse.ArgumentParser(
        prog="nnplay",
        description=translate("cli", "Train and use neural networks without a window."),
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    lines = summaries()

    def add(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=lines[name], formatter_class=HelpFormatter, allow_abbrev=False)
        command.set_defaults(run=run)
        return command

    listing = add("presets", presets.run)
    training = add("train", train.run)
    sweeping = add("sweep", sweep.run)
    comparing = add("compare", compare.run)
    evaluation = add("evaluate", evaluate.run)
    prediction = add("predict", predict.run)
    tracing = add("trace", trace.run)
    exporting = add("export", export.run)
    fetching = add("download", download.run)

    for command in (training, sweeping, evaluation, tracing, exporting):
        _add_source(command)
    _add_training(training)
    _add_sweeping(sweeping)
    for name in ("first", "second"):
        comparing.add_argument(
            name,
            metavar="PRESET|FILE",
            help=translate("cli", "the file of a project or model, or the name of a preset"),
        )
    for command in (comparing, prediction):
        _add_agreeing(command)
    _add_prediction(prediction)
    _add_tracing(tracing)
    _add_exporting(exporting)
    _add_fetching(fetching)
    for command in (listing, training, sweeping, comparing, evaluation, prediction, tracing, exporting):
        command.add_argument(
            "--json", action="store_true", help=translate("cli", "print the result as JSON on one line")
        )
    for command in commands.choices.values():
        command.add_argument(
            "--language", metavar="CODE", help=translate("cli", "the language of all messages, such as en or zh_CN")
        )
    return parser


def _add_source(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "source",
        metavar="PRESET|FILE",
        help=translate("cli", "{presets}, or the file of a project or model ({endings})").format(
            presets=", ".join(PRESETS), endings=_ENDINGS
        ),
    )
    command.add_argument(
        "--data",
        metavar="PATH",
        help=translate("cli", "training data: a CSV, TSV or .npz file, a folder of pictures or MNIST files"),
    )
    command.add_argument(
        "--scale",
        choices=[each.value for each in Scaling],
        help=translate("cli", "how to scale the numbers of a table"),
    )
    _add_agreeing(command)


def _add_agreeing(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--allow-data",
        action="store_true",
        help=translate("cli", "read the files that the project names, though you have never opened them with nnplay"),
    )


def _add_training(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--epochs",
        type=_positive,
        metavar="N",
        help=translate(
            "cli",
            "train N more epochs; a trained project resumes where it paused"
            " (default: until the project's stop rules apply, or else as long as the preset needs, or 10)",
        ),
    )
    command.add_argument(
        "--seed",
        type=_whole,
        metavar="N",
        help=translate("cli", "start again with new weights, using this seed for all randomness"),
    )
    command.add_argument(
        "-o", "--output", metavar="PROJECT", help=translate("cli", "save the trained project to this file")
    )


def _add_sweeping(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--over",
        action="append",
        default=[],
        metavar="NAME=VALUES",
        help=translate(
            "cli",
            "a control and its values, such as learning_rate=0.01,0.03 or units:dense=2,4,8; several are combined each"
            " with each. With --random or --sobol also an interval, such as learning_rate=0.001..0.1",
        ),
    )
    command.add_argument(
        "--axes", action="store_true", help=translate("cli", "list what can be swept, its present value and its range")
    )
    drawing = command.add_mutually_exclusive_group()
    drawing.add_argument(
        "--random", type=_positive, metavar="N", help=translate("cli", "draw N combinations at random")
    )
    drawing.add_argument(
        "--sobol", type=_positive, metavar="N", help=translate("cli", "draw N combinations that fill the space evenly")
    )
    command.add_argument(
        "--seeds",
        type=_positive,
        default=1,
        metavar="N",
        help=translate("cli", "train each combination N times, each time with other seeds (default: 1)"),
    )
    command.add_argument(
        "--epochs",
        type=_positive,
        metavar="N",
        help=translate(
            "cli",
            "how long each network is trained"
            " (default: until the project's rules end training, else as long as the preset takes, or 10)",
        ),
    )
    command.add_argument(
        "--baselines",
        action="store_true",
        help=translate(
            "cli",
            "add what deep learning is compared with: naive Bayes, nearest neighbours, logistic regression, linear SVM",
        ),
    )
    workers = command.add_mutually_exclusive_group()
    workers.add_argument(
        "--workers", type=_positive, metavar="N", help=translate("cli", "train in N processes of this machine")
    )
    workers.add_argument(
        "--dask",
        metavar="ADDRESS",
        help=translate("cli", "train on the workers of the Dask scheduler at this address, such as tcp://host:8786"),
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        help=translate("cli", "keep each finished network in this folder; the same command goes on where it ended"),
    )
    command.add_argument("--csv", metavar="FILE", help=translate("cli", "write a table with a line for each network"))
    command.add_argument("--plot", metavar="FILE.svg", help=translate("cli", "draw the results into this picture"))
    command.add_argument(
        "--most-cells",
        type=_positive,
        default=MOST_CELLS,
        metavar="N",
        help=translate("cli", "the most networks to train (default: {most})").format(most=MOST_CELLS),
    )


def _add_prediction(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "source",
        metavar="FILE",
        help=translate("cli", "the file of a project or model ({endings})").format(endings=_ENDINGS),
    )
    example = command.add_mutually_exclusive_group(required=True)
    example.add_argument(
        "--image", metavar="FILE", help=translate("cli", "a picture file: PNG, JPEG, BMP, GIF, WebP, PGM")
    )
    example.add_argument("--row", metavar="X,...", help=translate("cli", "an example's numbers, such as 1.5,-2"))
    example.add_argument(
        "--strokes",
        metavar="FILE",
        help=translate("cli", "a pen drawing: JSON, a list of strokes, each a list of [x, y]"),
    )
    example.add_argument(
        "--rows", metavar="FILE", help=translate("cli", "a CSV or TSV file: the answer to each of its rows")
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help=translate("cli", "with --rows: the CSV file to write, the table with the predictions"),
    )


def _add_tracing(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--example",
        type=_index,
        default=0,
        metavar="K",
        help=translate(
            "cli", "index of the example, counted from 0 (default: 0, called example 1 in sentences and in the window)"
        ),
    )
    command.add_argument(
        "--place",
        type=_place,
        metavar="ROW,COLUMN",
        help=translate(
            "cli",
            "position in pictures, counted from 1 as in formulas (default: where a layer's numbers are largest)",
        ),
    )
    command.add_argument(
        "--batch",
        type=_positive,
        default=1,
        metavar="N",
        help=translate("cli", "trace this many examples from there on, and one step on their mean"),
    )
    command.add_argument(
        "--form",
        choices=trace.FORMS,
        default=trace.FORMS[0],
        help=translate(
            "cli", "tables; formulas phase by phase; the same with matrices; LaTeX; a spreadsheet with formulas"
        ),
    )
    command.add_argument(
        "--numbers",
        choices=STYLES,
        default=STYLES[0],
        help=translate("cli", "significant digits, fixed decimals, or fractions"),
    )
    command.add_argument(
        "--digits", type=_positive, default=6, metavar="N", help=translate("cli", "number of digits (default: 6)")
    )
    command.add_argument(
        "--worksheet",
        metavar="FILE.svg",
        help=translate("cli", "write a worksheet with blanks to FILE, and its solution to FILE-answers.svg"),
    )
    _add_replacing(command)


def _add_exporting(command: argparse.ArgumentParser) -> None:
    formats = [*FORMATS, *startup.DRAWN]
    command.add_argument(
        "--to",
        required=True,
        choices=formats,
        metavar="FORMAT",
        help=translate("cli", "format: {formats}").format(formats=", ".join(formats)),
    )
    command.add_argument("-o", "--output", required=True, metavar="FILE", help=translate("cli", "the file to write"))
    _add_replacing(command)
    command.add_argument(
        "--epochs", type=_positive, metavar="N", help=translate("cli", "number of epochs that a program trains")
    )
    command.add_argument(
        "--weights", action="store_true", help=translate("cli", "let a program start from the network's weights")
    )
    command.add_argument(
        "--background", choices=PAPERS, default="white", help=translate("cli", "background of a picture")
    )
    command.add_argument(
        "--zoom",
        type=int,
        choices=ZOOMS,
        default=DEFAULT_ZOOM,
        help=translate("cli", "pixels of a PNG per unit of length (default: {zoom})").format(zoom=DEFAULT_ZOOM),
    )


def _add_replacing(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--replace",
        action="store_true",
        help=translate("cli", "also replace other files that are written beside FILE, if they are there"),
    )


def _add_fetching(command: argparse.ArgumentParser) -> None:
    command.add_argument("name", choices=list(PUBLICATIONS), help=translate("cli", "the data set"))
    command.add_argument(
        "--folder", metavar="FOLDER", help=translate("cli", "target folder (default: the user's data folder)")
    )
    command.add_argument("--yes", action="store_true", help=translate("cli", "download without asking"))


def _whole(text: str) -> int:
    try:
        return int(half_width(text))
    except ValueError:
        raise _refusal(translate("cli", "“{text}” is not a whole number"), text) from None


def _positive(text: str) -> int:
    if not half_width(text).isdecimal() or int(text) < 1:
        raise _refusal(translate("cli", "“{text}” is not a whole number of 1 or more"), text)
    return int(text)


def _place(text: str) -> tuple[int, int]:
    parts = half_width(text).split(",")
    if len(parts) != 2:
        raise _refusal(translate("cli", "“{text}” is not a row and a column, such as 3,5"), text)
    return _positive(parts[0]) - 1, _positive(parts[1]) - 1


def _index(text: str) -> int:
    if not text.isdecimal():
        raise _refusal(translate("cli", "“{text}” is not a whole number of 0 or more"), text)
    return int(text)


def _refusal(template: str, text: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(template.format(text=text))
