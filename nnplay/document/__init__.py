"""The project being edited: one value, one way to change it, one signal for every change.

QtCore and QtGui's undo classes, no widgets. Everything here lives in the GUI thread.
"""

from nnplay.document.change import Change
from nnplay.document.document import Document
from nnplay.document.edit_name import EditName

__all__ = ["Change", "Document", "EditName"]
