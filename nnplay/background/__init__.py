"""Work beside the window, in threads of its own; QtCore only.

There are two kinds. A `Question` is asked again and again, and only its newest answer counts: what a panel computes of
the network. An `Operation` is done once, tells how far it is and can be stopped: reading a file, a download, an export.
(Training is neither: its thread keeps a living network, see `nnplay.training`.)
"""

from nnplay.background.answerer import Answerer
from nnplay.background.operation import Operation
from nnplay.background.question import ForgottenError, Question

__all__ = ["Answerer", "ForgottenError", "Operation", "Question"]
