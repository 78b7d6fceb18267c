"""``nnplay export``: write a project for another tool: a program, arrays of weights, a table, a picture."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.messages import say
from nnplay.cli.source import load_data, open_source
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange import ExchangeError
from nnplay.exchange.export import DEFAULT_EPOCHS, ExportOptions, export
from nnplay.exchange.formats import FORMATS
from nnplay.languages import translate
from nnplay.project.presets import PRESETS


def run(options: Namespace) -> int:
    """Write the files and print their names."""
    project = open_source(options.source, options.data, options.scale, allows_data=options.allow_data)
    known = PRESETS.get(options.source)
    n_epochs = options.epochs or (known.n_epochs if known else DEFAULT_EPOCHS)
    chosen = ExportOptions(n_epochs, options.weights, options.background, options.zoom, translate)
    formats = FORMATS | options.drawn
    if options.to not in formats:
        raise ExchangeError(
            QT_TRANSLATE_NOOP("errors", "{format} can only be drawn with Qt installed. Choose svg."), format=options.to
        )
    with Interrupt() as interrupt:
        paths = export(
            formats[options.to],
            project,
            Path(options.output),
            chosen,
            lambda: load_data(project, interrupt),
            agreed=None if options.replace else (),
        )
    if options.json:
        print(json.dumps({"files": [str(path) for path in paths]}))
    else:
        for path in paths:
            say(translate("cli", "wrote {file}").format(file=path))
    return 0
