"""The stack: many networks of one shape trained together for little more than the price of one."""

from nnplay.engine.stack.exam import Exam
from nnplay.engine.stack.likeness import stack_key
from nnplay.engine.stack.stack import Stack
from nnplay.engine.stack.trainer import StackTrainer

__all__ = ["Exam", "Stack", "StackTrainer", "stack_key"]
