"""What each panel shows, in a few plain sentences: the one table behind "What is this?" in the menu of a dock.

By the name of the panel's class, so that a new panel is a new line; translated in the context "explanations".
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.engine.errors import QT_TRANSLATE_NOOP

EXPLANATIONS: dict[str, str] = {
    "DataPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "What the network learns from.\n\nTraining data move the weights; test data are kept back, to see whether the"
        " network has understood the rule or only knows the examples by heart.",
    ),
    "ExamplesPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Every single example, as the network sees it.\n\nClick the head of a column to sort by it. Click an example to"
        " send it through the network: the canvas shows what each neuron makes of it, and for a table you see what"
        " became of its row, step by step. The bars show how the values of a column are distributed.",
    ),
    "SettingsPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "How the network is trained, beyond what the bar above offers.\n\nEverything here may be changed while training"
        " goes on. What ends a run belongs to this window; all other settings are saved with the project.",
    ),
    "DecisionMapPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "What the network answers at every point of the plane.\n\nBlue stands for high answers, orange for low"
        " ones, and the pale border between them is where it cannot decide. Point at a neuron of the network to see"
        " what that neuron alone has learned.",
    ),
    "DigitPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Draw a digit and see what the network makes of it.\n\nThe small picture is what the network really gets: your"
        " drawing, centred and made as small as the digits that it learned from. The bars are its ten answers, which"
        " together make 100 %.",
    ),
    "LossPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "How wrong the network is, from epoch to epoch.\n\nBoth curves should fall. When the test curve rises again"
        " while the training curve goes on falling, the network learns its examples by heart: it overfits. A curve that"
        " jumps up and down asks for a smaller learning rate.\n\nTriangles mark where something was changed: point at"
        " one. Faint curves are the test curves of earlier runs.",
    ),
    "WeightsPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Every number that a layer has learned.\n\nIn a row stand the connections that start at one neuron, in a column"
        " those that end at one, and below them its bias. Type into a cell, paste a block from a spreadsheet, or freeze"
        " and mute what you have chosen; the network beside it is the same matrix as a picture.",
    ),
    "ActivationPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The function that turns a neuron’s weighted sum z into its output.\n\nThe dashed curve is its slope: where it"
        " is near 0 hardly any gradient comes through, and the weights in front of the neuron hardly learn."
        "\n\nWith a layer chosen, the bars show where its weighted sums lie now: saturated are those where the slope is"
        " below a twentieth of the steepest, dead is a neuron whose slope is 0 for every example.",
    ),
    "ResultsPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "How good the network is, and where it goes wrong.\n\nEach row of the table is a true class, each column what"
        " the network says; right answers lie on the diagonal. Click a cell to see the examples behind it.",
    ),
    "HistoryPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Every change to the project, by name, the oldest first.\n\nA click goes back to what was then, or forth again;"
        " a training run is one step, too. What is grey has been taken back.",
    ),
    "LandscapePanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The loss for other weights than the present ones, measured on the real network.\n\nThe dashed line is the"
        " slope at the present weight; the ring is where the next step leads, the optimizer starting afresh and taking"
        " all these examples at once. In a landscape over two directions lines of equal loss part the bands.",
    ),
    "InsidePanel": QT_TRANSLATE_NOOP(
        "explanations",
        "How the layers fare.\n\nA gradient that shrinks from layer to layer on its way to the front vanishes, one that"
        " grows explodes. The histograms show how weights, outputs, gradients and updates change while it learns; the"
        " pictures show what the first layer looks for, and what each layer makes of an example.",
    ),
    "LessonPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Lessons in which you compute, build and train by hand.\n\nA step that asks for a number takes it with a point"
        " or a comma, or as a fraction; a step that asks you to do something notices by itself when it is done."
        " Progress is kept: you can leave at any time and come back.",
    ),
    "DoctorPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "What goes wrong in the training, and what would help.\n\nThe doctor looks at the curves, at the gradients and"
        " at the data from time to time. A remedy is one click; Undo takes it back.",
    ),
    "CalculationPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "One example on its way through the network and back, step by step, every number with its formula.\n\nPoint"
        " at a number to see where in the network it stands; click it, or rest on a neuron or a connection, for its own"
        " formulas. Page Up and Page Down go back and on. The new weights are taken when you say so.",
    ),
    "GradientsPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The same gradient found in two ways.\n\nBackpropagation computes it by the chain rule, all weights at once."
        " Perturbation nudges one weight after the other and looks how far the loss moves. The curve shows how wrong a"
        " nudge is: too large and the loss bends away, too small and the digits of the computer run out.",
    ),
    "GlossaryPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Every word that the controls are called by: what it is, what happens if one raises it, and the lesson in which"
        " it appears.\n\nType a part of a word to find it; a click on a lesson begins it.",
    ),
    "CodePanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The project as a complete program: load the data, define the network, compile, fit, evaluate.\n\nIt follows"
        " every edit, and the lines of the chosen layer are lit up. Copy it into an editor, or save it; data that do"
        " not fit into a program lie beside it.",
    ),
}


def explanation_of(panel: object) -> str:
    """The translated text about a panel; empty where there is none."""
    text = EXPLANATIONS.get(type(panel).__name__)
    return "" if text is None else QCoreApplication.translate("explanations", text)
