"""Lessons: their parts, how they are read, and when a step is done. No Qt; nothing in a lesson is executed."""

from nnplay.lessons.actions import Action, Edit, Experiment, Train
from nnplay.lessons.checks import Check, Choice, Number
from nnplay.lessons.errors import LessonError
from nnplay.lessons.lesson import Lesson, LessonText, Plan, Show, Step, StepText
from nnplay.lessons.progress import Progress
from nnplay.lessons.quantity import Facts, Quantity
from nnplay.lessons.reading import find_shipped, load, load_shipped, shipped

__all__ = [
    "Action",
    "Check",
    "Choice",
    "Edit",
    "Experiment",
    "Facts",
    "Lesson",
    "LessonError",
    "LessonText",
    "Number",
    "Plan",
    "Progress",
    "Quantity",
    "Show",
    "Step",
    "StepText",
    "Train",
    "find_shipped",
    "load",
    "load_shipped",
    "shipped",
]
