"""The runs of a project: the present one, and those that have ended, which stay with the project.

A run ends when its curves do: with a reset, a new start, or other data. ``editing.edit`` sees to that for every edit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nnplay.engine import TrainerState
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.editing import edit
from nnplay.project.errors import EditError
from nnplay.project.experiment import KeptExperiment, newest_within_budget
from nnplay.project.history import CURVES, NO_HISTORY, History
from nnplay.project.layout import layout
from nnplay.project.project import Project
from nnplay.project.run import Event, Frame, Run, Setup, within_budget

_ROUNDING = 1e-9
"""Points of the curves at fractional epochs were computed in another order than the epoch looked for."""


def setup_of(project: Project) -> Setup:
    """What a project would learn with now."""
    return Setup(project.network, project.training, project.data, project.seeds, project.muted)


def events_of(project: Project) -> tuple[Event, ...]:
    """The events of the present run, and what has been changed since its last step."""
    run, present = project.run, setup_of(project)
    if run is None:
        return ()
    has_new_weights = run.setup.network is present.network and run.parameters is not project.parameters
    if run.setup.is_like(present) and not has_new_weights:
        return run.events
    epoch = float(run.history.epoch[-1]) if len(run.history.epoch) else 0.0
    return (*run.events, Event(epoch, run.setup, present, has_new_weights))


def setup_at(present: Setup, events: tuple[Event, ...], epoch: float) -> Setup:
    """What a run learned with at an epoch; at the epoch of an event, what it learned with from then on."""
    return next((event.before for event in events if event.epoch > epoch), present)


@edit
def set_trained(
    project: Project,
    parameters: NDArray[np.float32],
    history: History,
    trainer: TrainerState | None = None,
    events: tuple[Event, ...] | None = None,
    ended: str = "",
) -> Project:
    """Take over what training has made.

    Parameters
    ----------
    parameters
        (n_parameters,) all weights.
    history
        All points of the present run.
    trainer
        What the optimizer has gathered; None if the next step begins with a fresh one.
    events
        Those of the present run; by default what the project knows of them.
    ended
        When the last step was taken; see ``Run.ended``.
    """
    if parameters is project.parameters and history is project.history:
        return project
    present = project.run
    run = Run(
        number=next_number(project) if present is None else present.number,
        setup=setup_of(project),
        parameters=parameters,
        history=history,
        trainer=trainer,
        events=events_of(project) if events is None else events,
        name="" if present is None else present.name,
        is_starred=present is not None and present.is_starred,
        ended=ended,
        frames=() if present is None or present.setup.network is not project.network else present.frames,
    )
    return replace(project, parameters=run.parameters, run=run, trainer=trainer)


@edit
def keep_frames(project: Project, frames: tuple[Frame, ...]) -> Project:
    """Keep these moments of the present run, in order, instead of those it had."""
    if project.run is None or frames == project.run.frames:
        return project
    return replace(project, run=replace(project.run, frames=frames))


def next_number(project: Project) -> int:
    """The number of a run that begins now."""
    present = () if project.run is None else (project.run,)
    return 1 + max((run.number for run in (*project.runs, *present)), default=0)


def as_at(project: Project, run: Run) -> Project:
    """The project with the network of a run, as it was at the run's last step."""
    setup = run.setup
    is_same_network = setup.network.shapes.keys() == project.network.shapes.keys()
    return replace(
        project,
        network=setup.network,
        positions=project.positions if is_same_network else layout(setup.network),
        parameters=run.parameters,
        training=setup.training,
        data=setup.data,
        seeds=setup.seeds,
        muted=setup.muted,
        trainer=run.trainer,
        run=run,
    )


@edit
def open_run(project: Project, number: int) -> Project:
    """Go back to the network of an earlier run, as it was at its last step, and to what it learned with."""
    if project.run is not None and project.run.number == number:
        run, others = project.run, project.runs
    else:
        run = _run(project, number)
        others = tuple(each for each in project.runs if each is not run)
    return replace(as_at(project, run), runs=others)


@edit
def open_trained(project: Project, trained: Project) -> Project:
    """Take over the network of another project, as it was trained, and what it learned with.

    What the present network has learned stays among the earlier runs.
    """
    number = next_number(project)
    if trained.run is not None:
        return as_at(project, replace(trained.run, number=number))
    start = Run(number, setup_of(trained), trained.parameters, NO_HISTORY)
    return replace(as_at(project, start), run=None)


@edit
def keep_experiment(project: Project, experiment: KeptExperiment) -> Project:
    """Keep an experiment with the project; where they are too many or too large, the oldest make room."""
    return replace(project, experiments=newest_within_budget((*project.experiments, experiment)))


@edit
def delete_experiment(project: Project, experiment: KeptExperiment) -> Project:
    """Delete one of the experiments."""
    left = tuple(each for each in project.experiments if each is not experiment)
    return project if len(left) == len(project.experiments) else replace(project, experiments=left)


@edit
def branch(
    project: Project, parameters: NDArray[np.float32], trainer: TrainerState | None, epoch: float, step: int
) -> Project:
    """Go on from an earlier moment of the present run, which stays as it is among the earlier runs.

    Parameters
    ----------
    parameters, trainer
        The weights at that moment, (n_parameters,), and what the optimizer had gathered; None to go on with a fresh
        one.
    epoch, step
        When it was, since the network's start. The new run has the curves and events up to then.
    """
    run = project.run
    if run is None:
        raise EditError(QT_TRANSLATE_NOOP("errors", "Nothing has been trained yet: there is no moment to go on from."))
    history, setup = run.history, setup_at(setup_of(project), events_of(project), epoch)
    n_points = int(np.searchsorted(history.epoch, epoch + _ROUNDING, "right"))
    curves = {name: getattr(history, name)[:n_points].copy() for name in CURVES}
    share = step / history.step if history.step else 0.0
    new = Run(
        number=1 + max(each.number for each in (*project.runs, run)),
        setup=setup,
        parameters=parameters,
        history=History(**curves, step=step, seconds=history.seconds * share),
        trainer=trainer,
        events=tuple(event for event in run.events if event.epoch < epoch),
        ended=run.ended,
        frames=tuple(frame for frame in run.frames if frame.epoch <= epoch)
        if setup.network is run.setup.network
        else (),
    )
    return as_at(project, new)


@edit
def keep_run(project: Project, run: Run) -> Project:
    """Keep a run that was trained beside the present one, as the newest; if it is known, its name, star and frames
    stay.
    """
    known = next((each for each in project.runs if each.number == run.number), run)
    run = replace(run, name=known.name, is_starred=known.is_starred, frames=run.frames or known.frames)
    others = (each for each in project.runs if each.number != run.number)
    return replace(project, runs=within_budget((*others, run)))


@edit
def rename_run(project: Project, number: int, name: str) -> Project:
    """Call a run something else; "" gives it back its number as a name."""
    return _changed(project, number, lambda run: run if run.name == name else replace(run, name=name))


@edit
def star_run(project: Project, number: int, is_starred: bool) -> Project:
    """Star a run, or take its star away. Starred runs are the last that make room for others."""
    return _changed(
        project, number, lambda run: run if run.is_starred == is_starred else replace(run, is_starred=is_starred)
    )


@edit
def delete_runs(project: Project, numbers: frozenset[int]) -> Project:
    """Delete earlier runs."""
    left = tuple(run for run in project.runs if run.number not in numbers)
    return project if len(left) == len(project.runs) else replace(project, runs=left)


def _changed(project: Project, number: int, change: Callable[[Run], Run]) -> Project:
    if project.run is not None and project.run.number == number:
        changed = change(project.run)
        return project if changed is project.run else replace(project, run=changed)
    run = _run(project, number)
    changed = change(run)
    if changed is run:
        return project
    return replace(project, runs=tuple(changed if each is run else each for each in project.runs))


def _run(project: Project, number: int) -> Run:
    for run in project.runs:
        if run.number == number:
            return run
    raise EditError(QT_TRANSLATE_NOOP("errors", "The project has no run {number}."), number=number)
