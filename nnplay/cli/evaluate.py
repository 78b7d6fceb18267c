"""``nnplay evaluate``: measure a network without training it."""

from __future__ import annotations

import json
from argparse import Namespace

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.scores import scores_json, scores_text
from nnplay.cli.source import load_data, open_source
from nnplay.engine import Network
from nnplay.runs import score


def run(options: Namespace) -> int:
    """Print loss and accuracy on the training and the test data."""
    project = open_source(options.source, options.data, options.scale, allows_data=options.allow_data)
    project.network.check_complete()
    with Interrupt() as interrupt:
        dataset = load_data(project, interrupt)
    network = Network(project.network)
    network.load(project.parameters, project.muted)
    scores = score(network, dataset, project.training.loss)
    if options.json:
        counts = {"examples": len(dataset.train), "validation_examples": len(dataset.test)}
        print(json.dumps({**scores_json(scores), **counts}))
    else:
        print(scores_text(scores))
    return 0
