"""``nnplay export``: a project for another tool: a program, arrays of weights, a table, a picture."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.messages import say
from nnplay.cli.source import load_data, open_source
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange import ExchangeError
from nnplay.exchange.formats import DEFAULT_EPOCHS, FORMATS, ExportOptions, export
from nnplay.languages import translate
from nnplay.project.presets import PRESETS


def run(options: Namespace) -> int:
    """Write the files, and name them."""
    project = open_source(options.source, options.data, options.scale)
    known = PRESETS.get(options.source)
    n_epochs = options.epochs or (known.n_epochs if known else DEFAULT_EPOCHS)
    chosen = ExportOptions(n_epochs, options.weights, options.background, _translate_report)
    path = Path(options.output)
    if options.to in FORMATS:
        with Interrupt() as interrupt:
            paths = export(project, options.to, path, chosen, lambda: load_data(project, interrupt))
    elif options.drawn is None:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "Only a machine with Qt can draw {format}: choose svg."), format=options.to
        )
    else:
        options.drawn(project, options.to, path, options.background)
        paths = [path]
    if options.json:
        print(json.dumps({"files": [str(path) for path in paths]}))
    else:
        for path in paths:
            say(translate("cli", "wrote {file}").format(file=path))
    return 0


def _translate_report(text: str) -> str:
    return translate("report", text)
