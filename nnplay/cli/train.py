"""``nnplay train``: train a network, print its progress as Keras does, and save the result."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace
from math import ceil
from pathlib import Path
from time import perf_counter

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.messages import say
from nnplay.cli.scores import scores_json, scores_text
from nnplay.cli.source import load_data, open_source
from nnplay.cli.status_line import StatusLine, bar
from nnplay.disk.reading import is_folder
from nnplay.engine import Progress
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.languages import translate
from nnplay.project import Project, ProjectFileError, Seeds, StopRules, edits
from nnplay.project.presets import PRESETS
from nnplay.project.stop_watch import Ending, Reason
from nnplay.project.storage import file
from nnplay.runs import HistoryPoint, RunReport, Scores, Snapshot, Trained, train

MAX_LINES = 20

_DEFAULT_EPOCHS = 10


def run(options: Namespace) -> int:
    """Train and report. After Ctrl+C or divergence, the training so far is still reported and saved."""
    project = open_source(options.source, options.data, options.scale, allows_data=options.allow_data)
    if options.seed is not None:
        project = edits.reset(replace(project, seeds=Seeds(*[options.seed] * 4)))
    output = None if options.output is None else checked_output(Path(options.output))
    rules = rules_of(options, project)
    with Interrupt() as interrupt:
        dataset = load_data(project, interrupt)
        start = perf_counter()
        with StatusLine() as line:
            printer = _Printer(line, Snapshot.of_project(0, project).epoch, rules.n_epochs)
            trained = train(project, dataset, rules, printer.show, lambda: interrupt.is_set() or bool(printer.trouble))
        seconds = perf_counter() - start
    if output is not None and trained.has_learned:  # before anything is said: nobody may be listening any more
        file.save(trained.project, output)
    if trained.ending is not None:
        _say_ending(trained, trained.ending, rules)
    if output is not None and trained.has_learned:
        say(translate("cli", "saved in {file}").format(file=output))
    if printer.trouble is not None:
        raise printer.trouble
    if trained.error is not None:
        raise trained.error
    if options.json:
        print(json.dumps(_report(trained, len(dataset.train), seconds)))
    if trained.ending is None:
        say(translate("cli", "interrupted in epoch {epoch}").format(epoch=trained.n_epochs + 1))
        return interrupt.status
    return 0


def rules_of(options: Namespace, project: Project) -> StopRules:
    """Return the rules that end the run: the command's, else the project's, else the usual number of epochs."""
    if options.epochs is None and not project.stop.is_endless:
        return project.stop
    usual = PRESETS[options.source].n_epochs if options.source in PRESETS else _DEFAULT_EPOCHS
    return StopRules(options.epochs or usual)


class _Printer:
    """Prints the lines of a run as its reports arrive; epochs are counted from the start of this run.

    Parameters
    ----------
    first
        Number of epochs finished by earlier runs.
    n_epochs
        Number of epochs of this run; None if unknown.

    Attributes
    ----------
    trouble
        Why nothing can be printed any more: the reader has gone, or the disk is full.
    """

    def __init__(self, line: StatusLine, first: int, n_epochs: int | None) -> None:
        self._line = line
        self._first = first
        self._n_epochs = n_epochs
        self._last: HistoryPoint | None = None
        """The last epoch, if no line was printed for it yet."""
        self.trouble: OSError | None = None

    def show(self, report: RunReport) -> None:
        """Update the status line, and print the epochs that get a line; the last one always does."""
        if report.progress is not None and report.snapshot is not None and not report.is_final:
            epoch = report.snapshot.epoch - self._first + (not report.progress.is_epoch_end)
            self._line.show(_status(self._name(epoch), report.progress))
        for point in report.points:
            if point.epoch == int(point.epoch):  # skips the point where a run was interrupted
                self._last = point
                if _has_line(int(point.epoch) - self._first, self._n_epochs):
                    self._print(point)
        if report.ending is not None and self._last is not None:
            self._print(self._last)

    def _print(self, point: HistoryPoint) -> None:
        self._last = None
        self._line.clear()
        if self.trouble is None:
            try:
                print(f"{self._name(int(point.epoch) - self._first)} - {scores_text(point.scores)}", flush=True)
            except OSError as error:
                self.trouble = error

    def _name(self, epoch: int) -> str:
        if self._n_epochs is None:
            return translate("cli", "Epoch {epoch}").format(epoch=epoch)
        return translate("cli", "Epoch {epoch}/{count}").format(epoch=epoch, count=self._n_epochs)


def _say_ending(trained: Trained, ending: Ending, rules: StopRules) -> None:
    """Print what the lines so far do not say about the end of the run."""
    if ending.reason is Reason.LOSS:
        text = translate("cli", "ended: the loss {loss:.4f} is below {limit:g}")
        say(text.format(loss=ending.loss, limit=rules.loss_below))
    elif ending.reason is Reason.EARLY:
        epoch = ending.epoch - trained.start.epoch
        if epoch > 0:
            text = translate(
                "cli",
                "stopped early: {patience} epochs without improvement; weights of epoch {epoch} restored ({scores})",
            )
        else:
            text = translate(
                "cli",
                "stopped early: {patience} epochs without improvement; best weights, from an earlier run, restored"
                " ({scores})",
            )
        say(text.format(patience=rules.patience, epoch=epoch, scores=scores_text(trained.end.scores)))


def _report(trained: Trained, n_examples: int, seconds: float) -> dict[str, float | str | None]:
    """Return the run in numbers; loss and accuracy are those of the last epoch, or of the best if it was restored."""
    n_seen = (trained.end.position - trained.start.position) * n_examples
    speed = n_seen / trained.learning_s if trained.learning_s else None
    return {
        "epochs": trained.n_epochs,
        **scores_json(trained.end.scores),
        "seconds": round(seconds, 3),
        "examples_per_second": None if speed is None else round(speed),
        "ended": "interrupted" if trained.ending is None else trained.ending.reason.value,
    }


def _has_line(epoch: int, n_epochs: int | None) -> bool:
    """Return whether an epoch gets a line; if the number of epochs is unknown, lines become rarer over time."""
    if n_epochs is not None:
        return epoch == 1 or epoch % ceil(n_epochs / MAX_LINES) == 0
    return epoch % (1 << ((epoch - 1) // MAX_LINES).bit_length()) == 0


def _status(name: str, progress: Progress) -> str:
    share = progress.step_in_epoch / progress.steps_per_epoch
    scores = scores_text(Scores(train_loss=progress.loss, train_accuracy=progress.accuracy))
    return f"{name} {bar(share)} {progress.step_in_epoch}/{progress.steps_per_epoch} - {scores}"


def checked_output(path: Path) -> Path:
    """Return the path if a file can be saved there; better to fail before an hour of training than after it."""
    if is_folder(path) or not is_folder(path.absolute().parent):
        raise ProjectFileError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” cannot be saved: its folder does not exist, or it is a folder itself."
            ),
            file=path,
        )
    return path
