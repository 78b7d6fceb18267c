"""What each panel shows, in a few plain sentences: the only table behind "What is this?" in the menu of a dock.

The keys are the class names of the panels, so a new panel is a new line; translated in the context "explanations".
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.engine.errors import QT_TRANSLATE_NOOP

EXPLANATIONS: dict[str, str] = {
    "DataPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The data that the network learns from.\n\nTraining data change the weights; test data are held back to"
        " see whether the network has learned the rule or has only memorized the examples.",
    ),
    "ExamplesPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Every example, as the network sees it.\n\nClick a column header to sort by it. Click an example to send"
        " it through the network: the canvas shows what each neuron makes of it, and for a table you see how its"
        " row was prepared, step by step. The bars show the distribution of a column.",
    ),
    "SettingsPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "How the network is trained: the settings that are not in the bar above.\n\nYou can change all of them"
        " while the network is learning. What ends a run applies to this window; all other settings are saved with"
        " the project.",
    ),
    "DecisionMapPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The network’s output at every point of the plane.\n\nBlue stands for high outputs, orange for low ones;"
        " on the pale border between them the network cannot decide. Point at a neuron to see what it has learned"
        " by itself.",
    ),
    "TryItPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Ask the network, as it is now, about an example of your own.\n\nType a row or move its sliders, drag a point"
        " on the map, or draw a picture: the answer is there at once, also while the network learns, and the canvas"
        " shows what each neuron makes of it. Clicking an example anywhere brings it here.\n\nA drawing is centred and"
        " scaled like the digits that the network learned from; the small pictures show each step.",
    ),
    "LossPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "How wrong the network is, epoch by epoch.\n\nBoth curves should fall. If the test curve rises again"
        " while the training curve keeps falling, the network is memorizing its examples: it overfits. If a curve"
        " jumps up and down, try a smaller learning rate.\n\nTriangles mark changes: point at one to see what was"
        " changed. Faint curves are the test curves of earlier runs.",
    ),
    "WeightsPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Every number that a layer has learned.\n\nA row holds the connections that start at one neuron, a column"
        " those that end at one neuron, with its bias below. Type into a cell, paste a block from a spreadsheet,"
        " or freeze and mute the selected cells; the canvas shows the same matrix as a picture.",
    ),
    "ActivationPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The function that turns a neuron’s weighted sum z into its output.\n\nThe dashed curve is its slope:"
        " where it is near 0, hardly any gradient gets through, and the weights before the neuron hardly"
        " learn.\n\nIf a layer is selected, the bars show where its weighted sums are now. They are saturated"
        " where the slope is below a twentieth of its maximum; a neuron is dead if its slope is 0 for every"
        " example.",
    ),
    "ResultsPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "How good the network is, and where it goes wrong.\n\nEach row of the table is an actual class, each"
        " column a predicted one; correct predictions are on the diagonal. Click a cell to see its examples.",
    ),
    "RunsPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Every run of this project: the present one, and those that a reset, a new start or other data have ended.\n\n"
        "“What differs” is told against the present run, or any that you choose. A double click goes back to a run’s"
        " network, and training goes on from there; Undo takes it back. The runs are saved with the project.",
    ),
    "ExperimentsPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The same network, trained many times with other settings.\n\nChoose what to vary and its values; each"
        " combination is a network of its own, and all learn side by side. A hatched one has diverged, one with a"
        " small square was stopped. Click a network to open it on the canvas; Undo takes that back.",
    ),
    "HistoryPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Every change to the project, oldest first.\n\nClick a step to go back or forward to it; a training run"
        " is one step, too. Undone steps are grey.",
    ),
    "LandscapePanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The loss for other weights than the present ones, computed with the actual network.\n\nThe dashed line"
        " is the slope at the present weight; the ring is where the next step leads if the optimizer starts fresh"
        " and uses all these examples at once. In a landscape over two directions, contour lines of equal loss"
        " separate the bands.",
    ),
    "InsidePanel": QT_TRANSLATE_NOOP(
        "explanations",
        "How the layers are doing.\n\nA gradient that shrinks from layer to layer on its way back to the input"
        " vanishes; one that grows explodes. The histograms show how weights, outputs, gradients and updates"
        " change during training; the pictures show what the first layer looks for and what each layer makes of an"
        " example.",
    ),
    "LessonPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Lessons in which you compute, build and train by hand.\n\nIf a step asks for a number, enter it with a"
        " point or a comma, or as a fraction; if it asks you to do something, it notices when you have done it."
        " Your progress is saved: you can leave at any time and come back.",
    ),
    "TwinsPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "Two networks that differ in one setting, learning side by side.\n\nThe twin has the same seeds and sees the"
        " same batches, so whatever comes out differently comes from that setting. Blank parts of the third map are"
        " those on which both agree. Exchange the two to see the twin on the canvas; both stay in the list of runs.",
    ),
    "DoctorPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "What goes wrong in training, and what would help.\n\nThe doctor looks at the curves, the gradients and"
        " the data from time to time. A remedy takes one click; Undo takes it back.",
    ),
    "CalculationPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "One example on its way through the network and back, step by step, with the formula of every"
        " number.\n\nPoint at a number to see where it belongs in the network; click it, or rest the pointer on a"
        " neuron or a connection, to see its own formulas. Page Up and Page Down go back and forward. The new"
        " weights are applied only when you say so.",
    ),
    "GradientsPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The same gradient computed in two ways.\n\nBackpropagation finds it with the chain rule, for all weights"
        " at once. Perturbation nudges one weight after another and measures how much the loss changes. The curve"
        " shows the error of each nudge size: if the nudge is too large, the loss bends away; if it is too small,"
        " rounding errors take over.",
    ),
    "GlossaryPanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The terms used by the controls: what each one means, what happens if you increase it, and the lesson"
        " about it.\n\nType part of a term to find it; click a lesson to start it.",
    ),
    "CodePanel": QT_TRANSLATE_NOOP(
        "explanations",
        "The project as a complete program: load the data, define the network, compile, fit, evaluate.\n\nIt"
        " follows every edit, and the lines of the selected layer are highlighted. Copy it into an editor, or save"
        " it; data that do not fit into a program are saved beside it.",
    ),
}


def explanation_of(panel: object) -> str:
    """Return the translated text about a panel; empty if there is none."""
    text = EXPLANATIONS.get(type(panel).__name__)
    return "" if text is None else QCoreApplication.translate("explanations", text)
