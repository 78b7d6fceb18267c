"""``nnplay train``: train a network, print its progress as Keras does, and keep what was trained."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace
from math import ceil, nan
from pathlib import Path
from time import perf_counter

import numpy as np

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.messages import say
from nnplay.cli.scores import Scores, measure, scores_text
from nnplay.cli.source import load_data, open_source
from nnplay.cli.status_line import StatusLine, bar
from nnplay.data import Dataset
from nnplay.engine import Evaluation, Network, Progress, Trainer, TrainingDivergedError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.languages import translate
from nnplay.project import History, Project, ProjectFileError, Seeds, StopRules, edits
from nnplay.project.presets import PRESETS
from nnplay.project.project import CURVES
from nnplay.project.stop_watch import Ending, Reason, StopWatch
from nnplay.project.storage import file

INTERRUPTED = 130
MAX_LINES = 20

_CHUNK_S = 0.03
_DEFAULT_EPOCHS = 10


def run(options: Namespace) -> int:
    """Train and report; after Ctrl+C or divergence what was learned until then is reported and saved all the same."""
    project = open_source(options.source, options.data, options.scale)
    if options.seed is not None:
        project = edits.reset(replace(project, seeds=Seeds(*[options.seed] * 4)))
    output = None if options.output is None else _checked_output(Path(options.output))
    rules = _rules(options, project)
    with Interrupt() as interrupt:
        run = _Run(project, load_data(project, interrupt), rules)
        diverged = None
        try:
            run.advance(interrupt)
        except TrainingDivergedError as error:
            diverged = error
    if output is not None and run.has_learned:
        file.save(run.result(), output)
        say(translate("cli", "saved in {file}").format(file=output))
    if diverged is not None:
        raise diverged
    if options.json:
        print(json.dumps(run.report()))
    if run.ending is None:
        say(translate("cli", "interrupted in epoch {epoch}").format(epoch=run.epoch + 1))
        return INTERRUPTED
    return 0


def _rules(options: Namespace, project: Project) -> StopRules:
    """When the run ends: as the command says, else as the project does, else after as many epochs as is usual."""
    if options.epochs is None and not project.stop.is_endless:
        return project.stop
    usual = PRESETS[options.source].n_epochs if options.source in PRESETS else _DEFAULT_EPOCHS
    return StopRules(options.epochs or usual)


class _Run:
    """One training run with the points of its curves.

    Attributes
    ----------
    ending
        How it has ended by its rules; None until then, and if it was interrupted.
    """

    def __init__(self, project: Project, dataset: Dataset, rules: StopRules) -> None:
        self._project = project
        self._rules = rules
        self._stop_watch = StopWatch()
        self._stop_watch.follow(rules, 0)
        self.ending: Ending | None = None
        self._dataset = dataset
        self._network = Network(project.network)
        self._network.load(project.parameters, project.muted)
        self._trainer = Trainer(self._network, dataset.train, project.training, project.seeds.generator("shuffle"))
        self._scores: Scores | None = None
        self._points: list[tuple[float, ...]] = []
        self._step = 0
        self._seconds = 0.0
        self._learning_seconds = 0.0
        self._n_examples = 0.0

    @property
    def epoch(self) -> int:
        """Epochs finished."""
        return self._trainer.epoch

    @property
    def has_learned(self) -> bool:
        """Whether there is something to keep."""
        return bool(self._points)

    def advance(self, interrupt: Interrupt) -> None:
        """Train until the rules end it or Ctrl+C is pressed."""
        n_epochs = self._rules.n_epochs
        max_steps = 1
        start = perf_counter()
        with StatusLine() as line:
            while self.ending is None and not interrupt.is_set():
                before = perf_counter()
                progress = self._trainer.advance(max_steps)
                elapsed = perf_counter() - before
                self._learning_seconds += elapsed
                # Chunks of steps that last a moment each: Ctrl+C acts at once, and looking costs nothing.
                max_steps = (
                    min(2 * max_steps, progress.steps_per_epoch) if elapsed < _CHUNK_S else max(1, max_steps // 2)
                )
                line.show(_status(progress, n_epochs))
                if progress.is_epoch_end:
                    scores = self._record(progress)
                    self.ending = self._judge(scores)
                    if self.ending is not None or _has_line(progress.epoch, n_epochs):
                        line.clear()
                        print(f"{_epoch(progress.epoch, n_epochs)} - {scores}", flush=True)
            if self.ending is None and self._trainer.step > self._step:
                self._record(progress)
        if self.ending is not None:
            self._end(self.ending)
        self._seconds = perf_counter() - start

    def result(self) -> Project:
        """The project with what was trained."""
        old = self._project.history
        columns = zip(*self._points, strict=True)
        curves = {name: np.array([*getattr(old, name), *column]) for name, column in zip(CURVES, columns, strict=True)}
        history = History(**curves, step=old.step + self._step, seconds=old.seconds)
        return edits.set_parameters(self._project, self._network.unmuted_parameters(), history)

    def report(self) -> dict[str, float | str | None]:
        """The run in numbers; loss and accuracy are those of the last epoch, or of the best if its weights are back."""
        unknown = Evaluation(nan, None)
        scores = self._scores or Scores(unknown, unknown)
        speed = self._n_examples / self._learning_seconds if self._learning_seconds else None
        return {
            "epochs": self.epoch,
            **scores.as_json(),
            "seconds": round(self._seconds, 3),
            "examples_per_second": None if speed is None else round(speed),
            "ended": "interrupted" if self.ending is None else self.ending.reason.value,
        }

    def _judge(self, scores: Scores) -> Ending | None:
        """How the run ends with the epoch that has just been measured; None to go on."""
        epoch, train_loss = self.epoch, scores.train.loss
        ending = self._stop_watch.judge(epoch, train_loss, scores.test.loss, self._network.unmuted_parameters())
        if ending is None and epoch >= self._stop_watch.last_epoch:
            ending = Ending(Reason.EPOCHS, epoch, train_loss)
        return ending

    def _end(self, ending: Ending) -> None:
        """Bring the best weights back, and say what the lines before do not."""
        if ending.parameters is not None:
            self._network.load(ending.parameters, self._project.muted)
            self._scores = measure(self._network, self._dataset, self._project.training.loss)
        sentences = {
            Reason.LOSS: translate("cli", "ended: the loss {loss:.4f} is below {limit:g}"),
            Reason.EARLY: translate(
                "cli",
                "ended early: {patience} epochs without improvement; the weights of epoch {epoch} are back ({scores})",
            ),
        }
        if ending.reason in sentences:
            values = {"limit": self._rules.loss_below, "patience": self._rules.patience, "scores": self._scores}
            say(sentences[ending.reason].format(loss=ending.loss, epoch=ending.epoch, **values))

    def _record(self, progress: Progress) -> Scores:
        """Measure the network, and add a point to its curves."""
        seen = Evaluation(progress.loss, progress.accuracy)
        scores = self._scores = measure(self._network, self._dataset, self._project.training.loss, seen)
        epochs = progress.epoch + (0 if progress.is_epoch_end else progress.step_in_epoch / progress.steps_per_epoch)
        accuracies = (nan if value is None else value for value in (scores.train.accuracy, scores.test.accuracy))
        before = self._project.history.epoch[-1] if len(self._project.history.epoch) else 0
        self._points.append((before + epochs, scores.train.loss, scores.test.loss, *accuracies))
        self._step = progress.step
        self._n_examples = epochs * len(self._dataset.train)
        return scores


def _has_line(epoch: int, n_epochs: int | None) -> bool:
    """Whether an epoch is one of the few that are printed; they grow rarer where nobody knows how many come."""
    if n_epochs is not None:
        return epoch == 1 or epoch % ceil(n_epochs / MAX_LINES) == 0
    return epoch % (1 << ((epoch - 1) // MAX_LINES).bit_length()) == 0


def _status(progress: Progress, n_epochs: int | None) -> str:
    epoch = progress.epoch + (not progress.is_epoch_end)
    share = progress.step_in_epoch / progress.steps_per_epoch
    return (
        f"{_epoch(epoch, n_epochs)} {bar(share)} {progress.step_in_epoch}/{progress.steps_per_epoch}"
        f" - {scores_text(progress.loss, progress.accuracy)}"
    )


def _epoch(epoch: int, n_epochs: int | None) -> str:
    if n_epochs is None:
        return translate("cli", "Epoch {epoch}").format(epoch=epoch)
    return translate("cli", "Epoch {epoch}/{count}").format(epoch=epoch, count=n_epochs)


def _checked_output(path: Path) -> Path:
    """The path, if a file can lie there: better said before an hour of training than after."""
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise ProjectFileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be saved: its folder is not there, or it is a folder itself."),
            file=path,
        )
    return path
