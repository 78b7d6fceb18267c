"""Background work in separate threads; QtCore only.

There are two kinds. A `Question` is asked repeatedly, and only its newest answer counts: what a panel computes about
the network. An `Operation` is done once, reports its progress and can be stopped: reading a file, a download, an
export. (Training is neither: its thread keeps a live network, see `nnplay.training`.)
"""

from nnplay.background.answerer import Answerer
from nnplay.background.answerers import Answerers
from nnplay.background.operation import Operation
from nnplay.background.question import ForgottenError, Question
from nnplay.background.right_of_way import right_of_way

__all__ = ["Answerer", "Answerers", "ForgottenError", "Operation", "Question", "right_of_way"]
