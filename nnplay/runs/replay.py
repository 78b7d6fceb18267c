"""Replay: any moment of a run, made by training on from one that was kept."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnplay.data import Dataset
from nnplay.project import Event, Project, run_edits
from nnplay.runs.order import RunOrder, ShouldStop, never
from nnplay.runs.pace import FULL_SPEED
from nnplay.runs.plan import RunPlan
from nnplay.runs.report import RunReport
from nnplay.runs.run import TrainingRun
from nnplay.runs.snapshot import Snapshot


def can_replay(events: tuple[Event, ...], moment: Snapshot, epoch: int) -> bool:
    """Return whether training on from a moment repeats what a run with these events did up to an epoch, bit for bit.

    It does not if the optimizer's state was not kept with the moment, or if something was changed in between.
    """
    return moment.is_exact and not any(moment.position <= event.epoch < epoch for event in events)


def replayed(
    project: Project,
    events: tuple[Event, ...],
    dataset: Dataset,
    moment: Snapshot,
    epoch: int,
    should_stop: ShouldStop = never,
) -> Snapshot:
    """Train on from a moment of the project's run to the end of an epoch.

    Parameters
    ----------
    events
        What was changed during the run.
    dataset
        The project's data.
    epoch
        Epochs since the network's start, not before the moment.
    """
    n_epochs = epoch - moment.epoch
    if n_epochs <= 0:
        return moment
    setup = run_edits.setup_at(run_edits.setup_of(project), events, moment.position)
    then = replace(
        project,
        network=setup.network,
        parameters=moment.parameters,
        training=setup.training,
        data=setup.data,
        seeds=setup.seeds,
        muted=setup.muted,
        trainer=moment.trainer,
    )
    run = TrainingRun(RunPlan.of(then, dataset, moment))
    reports: list[RunReport] = []
    order = RunOrder(moment.run_id, n_epochs, is_quiet=True).begin_with(then.training, FULL_SPEED, project.stop)
    run.advance(order, reports.append, should_stop)
    snapshot = reports[-1].snapshot
    assert snapshot is not None  # the last report of a run always has one
    return replace(snapshot, elapsed_s=moment.elapsed_s)


def replayed_through(
    project: Project,
    events: tuple[Event, ...],
    dataset: Dataset,
    moment: Snapshot,
    seen: Snapshot,
    epoch: int,
    should_stop: ShouldStop = never,
) -> Snapshot | None:
    """As ``replayed``, but by way of a moment whose weights are known; None if others come out.

    They do where the run was stopped in between and went on with a fresh optimizer.
    """
    there = replayed(project, events, dataset, moment, seen.epoch, should_stop) if seen.step > moment.step else moment
    if seen.step > moment.step and not np.array_equal(there.parameters, seen.parameters):
        return None
    return replayed(project, events, dataset, there, epoch, should_stop)


def branch_from(project: Project, moment: Snapshot) -> Project:
    """Return the project with a new run that goes on from a moment of its present one; as ``run_edits.branch``."""
    return run_edits.branch(project, moment.parameters, moment.trainer, moment.position, moment.step)
