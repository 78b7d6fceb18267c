"""Languages: which there are, which one the person has, and the words of the command line in it.

Standard library only, because the command line must speak before anything else is there: ``run.py --help`` runs
without NumPy, ``nnplay train`` without Qt. The window has Qt for the same files (``shell.translations``).
"""

from nnplay.languages.choice import ENGLISH, available, nearest, wanted
from nnplay.languages.words import translate, use

__all__ = ["ENGLISH", "available", "nearest", "translate", "use", "wanted"]
