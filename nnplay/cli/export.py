"""``nnplay export``: a project for another tool: a program, arrays of weights, a table, a picture."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.source import load_data, open_source
from nnplay.exchange.formats import DEFAULT_EPOCHS, ExportOptions, export
from nnplay.project.presets import PRESETS


def run(options: Namespace) -> int:
    """Write the files, and name them."""
    project = open_source(options.source, options.data)
    known = PRESETS.get(options.source)
    n_epochs = options.epochs or (known.n_epochs if known else DEFAULT_EPOCHS)
    chosen = ExportOptions(n_epochs, options.weights, options.background)
    with Interrupt() as interrupt:
        paths = export(project, options.to, Path(options.output), chosen, lambda: load_data(project, interrupt))
    if options.json:
        print(json.dumps({"files": [str(path) for path in paths]}))
    else:
        for path in paths:
            print(f"nnplay: wrote {path}", file=sys.stderr)
    return 0
