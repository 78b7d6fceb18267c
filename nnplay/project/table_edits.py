"""The edit that takes a table for data, with the seed of its split: one step for what one dialog asks."""

from __future__ import annotations

from dataclasses import replace

from nnplay.data.table.choice import TableChoice
from nnplay.project.editing import edit
from nnplay.project.edits import set_data
from nnplay.project.project import Project


@edit
def set_table(project: Project, choice: TableChoice, split_seed: int) -> Project:
    """Learn from a table whose rows are dealt out by this seed."""
    if split_seed != project.seeds.split:
        project = replace(project, seeds=replace(project.seeds, split=split_seed))
    return set_data(project, choice)
