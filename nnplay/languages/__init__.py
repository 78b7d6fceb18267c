"""Languages: which are available, which one the user has chosen, and the command line's texts in it.

Standard library only, because the command line must speak before anything else is loaded: ``run.py --help`` runs
without NumPy, ``nnplay train`` without Qt. The window reads the same files with Qt (``shell.translations``).
"""

from nnplay.languages.choice import ENGLISH, available, nearest, wanted
from nnplay.languages.words import translate, use

__all__ = ["ENGLISH", "available", "nearest", "translate", "use", "wanted"]
