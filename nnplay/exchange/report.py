"""A self-contained HTML report of a run: network, settings, curves and results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from math import isfinite, log10, nan

import numpy as np

from nnplay.data import Dataset
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.export import Translate, untranslated
from nnplay.exchange.picture import network_svg
from nnplay.exchange.program import keras_program
from nnplay.exchange.report_results import Results, measured
from nnplay.exchange.report_words import Words, settings_in_words
from nnplay.exchange.tensors import Array
from nnplay.project import Project

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #2b2722; max-width: 980px; margin: 2em auto; padding: 0 1.5em; }
h1 { font-size: 1.7em; margin-bottom: 0; } h2 { font-size: 1.2em; margin: 2em 0 .5em; }
table { border-collapse: collapse; } td, th { text-align: left; padding: .25em 1.5em .25em 0; vertical-align: top; }
th { color: #716a60; font-weight: normal; } tr { border-bottom: 1px solid #e5dfd6; }
svg { max-width: 100%; height: auto; } pre { background: #faf8f5; padding: 1em; overflow-x: auto; font-size: 13px; }
.muted { color: #716a60; } .figure { font-size: 1.5em; } .results td { padding-right: 3em; }
"""
_TRAIN, _TEST = "#948b7e", "#6647d6"
_SIZE = 460.0, 230.0
_INSET = 46.0
_MOST_POINTS = 1500

_A_RUN = QT_TRANSLATE_NOOP("report", "A run in nnplay")  # the string extractor does not look inside f-strings
_ROWS = QT_TRANSLATE_NOOP("report", "Rows are the actual classes, columns what the network says.")
_NOTHING = QT_TRANSLATE_NOOP("report", "Nothing has been trained yet.")


def report_html(project: Project, translate_in: Translate = untranslated, dataset: Dataset | None = None) -> str:
    """Return the report.

    Parameters
    ----------
    translate_in
        Translates its texts.
    dataset
        The project's data, on which the network is measured; without them the results are the last ones of the curves.
    """
    results = None if dataset is None else measured(project, dataset)
    translate = partial(translate_in, "report")
    program = keras_program(project, _n_epochs(project), translate=translate_in)
    parts = [
        "<!DOCTYPE html>",
        f'<html><head><meta charset="utf-8"><title>{escape(project.title)}</title><style>{_STYLE}</style></head><body>',
        f"<h1>{escape(translate_in('presets', project.title))}</h1>",
        f'<p class="muted">{escape(translate(_A_RUN))}</p>',
        *_results(project, results, translate_in),
        _heading(translate(QT_TRANSLATE_NOOP("report", "Network"))),
        network_svg(project),
        _table(_layers(project), _words(translate, _LAYER_COLUMNS)),
        _heading(translate(QT_TRANSLATE_NOOP("report", "Settings"))),
        _table([*settings_in_words(project, translate), *_counts(results, translate)]),
        _heading(translate(QT_TRANSLATE_NOOP("report", "Curves"))),
        *_curves(project, translate),
        _heading(translate(QT_TRANSLATE_NOOP("report", "The same as a Keras program"))),
        f"<pre>{escape(program.text)}</pre>",
        "</body></html>",
    ]
    return "\n".join([*parts, ""])


_LAYER_COLUMNS = (
    QT_TRANSLATE_NOOP("report", "Layer"),
    QT_TRANSLATE_NOOP("report", "Kind"),
    QT_TRANSLATE_NOOP("report", "Output"),
    QT_TRANSLATE_NOOP("report", "Activation"),
    QT_TRANSLATE_NOOP("report", "Weights"),
)
_RESULTS = (
    (QT_TRANSLATE_NOOP("report", "Training loss"), "train_loss"),
    (QT_TRANSLATE_NOOP("report", "Test loss"), "test_loss"),
    (QT_TRANSLATE_NOOP("report", "Training accuracy"), "train_accuracy"),
    (QT_TRANSLATE_NOOP("report", "Test accuracy"), "test_accuracy"),
)


def _words(translate: Words, words: Sequence[str]) -> list[str]:
    return [translate(word) for word in words]


def _n_epochs(project: Project) -> int:
    epochs = project.history.epoch
    return max(1, round(float(epochs[-1]))) if len(epochs) else 1


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _table(rows: Sequence[Sequence[str]], header: Sequence[str] = ()) -> str:
    head = "".join(f"<th>{escape(word)}</th>" for word in header)
    lines = [f"<tr>{head}</tr>"] if header else []
    for row in rows:
        first = "td" if header else "th"
        cells = f"<{first}>{escape(row[0])}</{first}>" + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        lines.append(f"<tr>{cells}</tr>")
    return f"<table>{''.join(lines)}</table>"


def _results(project: Project, results: Results | None, translate_in: Translate) -> Iterator[str]:
    translate = partial(translate_in, "report")
    history = project.history
    if history.is_empty:
        yield f"<p>{escape(translate(_NOTHING))}</p>"
    cells = [] if history.is_empty else [(translate(QT_TRANSLATE_NOOP("report", "Epochs")), f"{history.epoch[-1]:g}")]
    for title, name in _RESULTS:
        # The curves may end before the last step, and know no accuracy where a run was paused early.
        known = getattr(history, name)
        value = float(getattr(results, name) if results is not None else known[-1] if len(known) else nan)
        if isfinite(value):
            cells.append((translate(title), f"{value:.1%}" if "accuracy" in name else f"{value:.4g}"))
    figures = "".join(
        f'<td><span class="muted">{escape(title)}</span><br><span class="figure">{escape(value)}</span></td>'
        for title, value in cells
    )
    if cells:
        yield f'<table class="results"><tr>{figures}</tr></table>'
    if results is not None and results.confusion is not None:
        yield _heading(translate(QT_TRANSLATE_NOOP("report", "Confusion matrix")))
        yield f'<p class="muted">{escape(translate(_ROWS))}</p>'
        names = project.data.names_in_words(results.classes, translate_in)
        rows = [(name, *map(str, row)) for name, row in zip(names, results.confusion.tolist(), strict=True)]
        yield _table(rows, ("", *names))


def _counts(results: Results | None, translate: Words) -> Iterator[tuple[str, str]]:
    if results is not None:
        yield translate(QT_TRANSLATE_NOOP("report", "Training examples")), f"{results.n_train:,}"
        yield translate(QT_TRANSLATE_NOOP("report", "Test examples")), f"{results.n_test:,}"


def _layers(project: Project) -> list[list[str]]:
    network = project.network
    rows = []
    for node in network.nodes:
        n_weights = sum(slot.size for slot in network.node_slots(node.name))
        shape = " × ".join(map(str, network.shapes[node.name]))
        activation = "" if node.layer.activation_name == "linear" else node.layer.activation_name
        rows.append([node.name, node.layer.kind, shape, activation, f"{n_weights:,}" if n_weights else ""])
    return rows


def _curves(project: Project, translate: Words) -> Iterator[str]:
    history = project.history
    words = _words(
        translate,
        (
            QT_TRANSLATE_NOOP("report", "Training"),
            QT_TRANSLATE_NOOP("report", "Test"),
            QT_TRANSLATE_NOOP("report", "Loss"),
            QT_TRANSLATE_NOOP("report", "Accuracy"),
        ),
    )
    for kind, title in (("loss", words[2]), ("accuracy", words[3])):
        curves = [getattr(history, f"{part}_{kind}") for part in ("train", "test")]
        if any(np.isfinite(curve).sum() > 1 for curve in curves):
            yield _plot(history.epoch, curves, title, words[:2])


def _plot(x: Array, curves: Sequence[Array], title: str, names: Sequence[str]) -> str:
    """Return an SVG of two curves over the epochs, with their largest and smallest values on the axis."""
    width, height = _SIZE
    known = np.concatenate([curve[np.isfinite(curve)] for curve in curves])
    least, most = min(0.0, float(known.min())), float(known.max()) or 1.0
    last = float(x[-1]) or 1.0

    def place(epoch: float, value: float) -> str:
        across = _INSET + epoch / last * (width - _INSET - 10)
        return f"{across:.1f},{10 + (most - value) / (most - least or 1) * (height - 40):.1f}"

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height + 24}" font-size="11">']
    for value in (least, most):
        down = place(0, value).split(",")[1]
        parts.append(f'<path d="M{_INSET} {down}H{width - 10}" stroke="#e5dfd6"/>')
        parts.append(f'<text x="{_INSET - 6}" y="{float(down) + 4:.1f}" text-anchor="end">{_number(value)}</text>')
    parts.append(f'<text x="{width - 10}" y="{height - 14}" text-anchor="end">{last:g}</text>')
    for number, (curve, color) in enumerate(zip(curves, (_TRAIN, _TEST), strict=True)):
        rows = np.flatnonzero(np.isfinite(curve))
        rows = rows[:: max(1, len(rows) // _MOST_POINTS)]
        points = " ".join(place(float(x[row]), float(curve[row])) for row in rows)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="1.6"/>')
        start = _INSET + 90 * number
        parts.append(f'<path d="M{start} {height + 6}h18" stroke="{color}" stroke-width="2"/>')
        parts.append(f'<text x="{start + 24}" y="{height + 10}">{escape(names[number])}</text>')
    parts.append(f'<text x="{width - 10}" y="{height + 10}" text-anchor="end">{escape(title)}</text>')
    return "".join([*parts, "</svg>"])


def _number(value: float) -> str:
    return f"{value:.3g}" if value == 0 or abs(log10(abs(value))) < 4 else f"{value:.1e}"
