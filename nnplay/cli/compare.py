"""``nnplay compare``: what differs between two projects, in settings and scores, and that the rest is the same."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping
from hashlib import sha256

import numpy as np

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.messages import say_error
from nnplay.cli.scores import scores_json, scores_text
from nnplay.cli.source import load_data, open_source
from nnplay.data import LoadCancelledError
from nnplay.engine import Network, NnplayError
from nnplay.languages import translate
from nnplay.languages.columns import padded, width
from nnplay.project import Project
from nnplay.project.storage.codec import encode
from nnplay.runs import Scores, score


def run(options: Namespace) -> int:
    """Print a line for each difference, then how good both are."""
    projects = [open_source(name, allows_data=options.allow_data) for name in (options.first, options.second)]
    scores = [_scores(project) for project in projects]
    one, other = (_facts(project) for project in projects)
    names = list(dict.fromkeys([*one, *other]))
    differing = [name for name in names if one.get(name) != other.get(name)]
    if options.json:
        report = {
            "differences": {name: [one.get(name), other.get(name)] for name in differing},
            "same": len(names) - len(differing),
            "scores": [None if each is None else scores_json(each) for each in scores],
        }
        print(json.dumps(report))
        return 0
    lines = [["", options.first, options.second]]
    lines += [[name, _text(one.get(name)), _text(other.get(name))] for name in differing]
    widths = [max(width(line[column]) for line in lines) for column in range(3)]
    for line in lines if differing else []:
        print("  ".join(padded(part, size) for part, size in zip(line, widths, strict=True)).rstrip())
    if differing:
        print(
            translate("cli", "everything else is the same ({count} settings)").format(count=len(names) - len(differing))
        )
    else:
        print(translate("cli", "the same in everything ({count} settings)").format(count=len(names)))
    for name, found in zip((options.first, options.second), scores, strict=True):
        text = translate("cli", "its data are not at hand") if found is None else scores_text(found)
        print(f"{name}: {text}")
    return 0


def _scores(project: Project) -> Scores | None:
    """How good a project's network is now; None where its data cannot be read, and why is said."""
    try:
        with Interrupt() as interrupt:
            dataset = load_data(project, interrupt)
    except LoadCancelledError:
        raise
    except NnplayError as error:
        say_error(error)
        return None
    network = Network(project.network)
    network.load(project.parameters, project.muted)
    return score(network, dataset, project.training.loss)


def _facts(project: Project) -> dict[str, object]:
    """Everything about a project that decides how it learns, by name, as plain values."""
    facts: dict[str, object] = {}
    for node in project.network.nodes:
        facts[f"{node.name}"] = node.layer.kind
        facts[f"{node.name}.inputs"] = ", ".join(node.inputs)
        _add(facts, f"{node.name}.", encode(node.layer))
    _add(facts, "data.", encode(project.data))
    _add(facts, "", encode(project.training))
    _add(facts, "stop.", encode(project.stop))
    _add(facts, "seed.", encode(project.seeds))
    facts["muted"] = len(project.muted)
    facts["epochs"] = float(project.history.epoch[-1]) if len(project.history.epoch) else 0
    facts["weights"] = _summary(project.parameters)
    return facts


def _add(facts: dict[str, object], prefix: str, encoded: object) -> None:
    """Add the leaves of an encoded value, each by its path."""
    if isinstance(encoded, Mapping):
        for name, value in encoded.items():
            _add(facts, f"{prefix}{name}." if isinstance(value, Mapping) else f"{prefix}{name}", value)
    else:
        facts[prefix.removesuffix(".")] = encoded


def _summary(parameters: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> str:
    """Weights in a few numbers, for equal weights the same."""
    length = float(np.linalg.norm(parameters.astype(np.float64)))
    return f"{parameters.size}, |w| = {length:.6g} ({sha256(parameters.tobytes()).hexdigest()[:8]})"


def _text(value: object) -> str:
    text = "-" if value is None else str(value)
    return text if len(text) <= 60 else text[:59] + "…"
