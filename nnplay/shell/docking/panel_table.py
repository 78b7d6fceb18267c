"""The window's panels: how each is created, wired to its surroundings, and where it is by default.

A panel is created when it is first shown, and only then is its module imported: unused panels cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from nnplay.canvas import CanvasView
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.doctor.doctor import Doctor
from nnplay.shell.exporting.exports import ProjectExports
from nnplay.shell.files.data_files import DataFiles
from nnplay.shell.files.lesson_files import LessonFiles
from nnplay.shell.files.project_files import ProjectFiles
from nnplay.shell.session import Session


class Place(Enum):
    """Default positions of docks; docks in the same place are tabs of each other."""

    LEFT = "left"
    UPPER_RIGHT = "upper right"
    LOWER_RIGHT = "lower right"
    BOTTOM = "bottom"


@dataclass(frozen=True)
class Surroundings:
    """What a panel can be wired to; ``open_page`` opens the guide at a page."""

    session: Session
    canvas: CanvasView
    files: ProjectFiles
    data: DataFiles
    doctor: Doctor
    exports: ProjectExports
    lessons: LessonFiles
    open_page: Callable[[str], object]


@dataclass(frozen=True)
class PanelEntry:
    """One panel.

    Attributes
    ----------
    title
        In English; translated in the context "panels".
    is_shown
        Whether the dock is open by default in the full view.
    is_simple
        Whether it is part of the simple view.
    share_of_height
        Share of the window's height that it asks for at the bottom; 0 for what it needs.
    """

    title: str
    place: Place
    make: Callable[[Surroundings], QWidget]
    is_shown: bool = True
    is_simple: bool = False
    share_of_height: float = 0.0


def _make_data(around: Surroundings) -> QWidget:
    from nnplay.panels.data.data_panel import DataPanel

    panel = DataPanel(around.session.document, around.session.controller)
    panel.request_data.connect(around.data.ask_open)
    panel.request_mnist.connect(around.data.ask_open_digits)
    panel.request_digits.connect(around.session.generate_digits)
    panel.request_columns.connect(around.data.edit_columns)
    panel.request_pictures.connect(around.data.ask_open_pictures)
    panel.request_classes.connect(around.data.ask_classes)
    panel.request_download.connect(around.data.ask_download)
    return panel


def _make_settings(around: Surroundings) -> QWidget:
    from nnplay.panels.training.settings_panel import SettingsPanel

    return SettingsPanel(around.session.document, around.session.controller)


def _make_map(around: Surroundings) -> QWidget:
    from nnplay.panels.map.decision_map_panel import DecisionMapPanel

    panel = DecisionMapPanel(around.session.document, around.session.controller, around.session.asked)
    around.canvas.neuron_hovered.connect(panel.show_neuron)
    around.canvas.weight_clicked.connect(panel.pin)
    return panel


def _make_try_it(around: Surroundings) -> QWidget:
    from nnplay.panels.try_it.try_it_panel import TryItPanel

    data = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
    panel = TryItPanel(around.session.asked, around.session.controller, data / "my-digits")
    panel.drawing.starter_wanted.connect(around.files.open_starter)
    panel.drawing.parameters_learned.connect(around.session.keep_taught)
    panel.drawing.digits_wanted.connect(around.session.learn_own_digits)
    return panel


def _make_loss(around: Surroundings) -> QWidget:
    from nnplay.panels.loss.loss_panel import LossPanel

    session = around.session
    return LossPanel(session.controller, session.pointed_run, session.time_machine, session.twin)


def _make_runs(around: Surroundings) -> QWidget:
    from nnplay.panels.runs.comparison import RunComparison
    from nnplay.panels.runs.luck_dialog import LuckDialog
    from nnplay.panels.runs.runs_panel import RunsPanel

    session = around.session
    panel = RunsPanel(session.document, session.controller, session.pointed_run, session.twin)
    panel.comparison_wanted.connect(
        lambda first, second: RunComparison(first, second, session.controller, panel).open()
    )
    panel.luck_wanted.connect(lambda run: LuckDialog(session.document.project, run, panel).open())
    return panel


def _make_twins(around: Surroundings) -> QWidget:
    from nnplay.panels.twins.twins_panel import TwinsPanel

    session = around.session
    panel = TwinsPanel(session.document, session.controller, session.twin)
    panel.exchange_wanted.connect(session.twinning.exchange)
    panel.end_wanted.connect(session.twinning.end)
    return panel


def _make_experiments(around: Surroundings) -> QWidget:
    from nnplay.panels.experiments.experiments_panel import ExperimentsPanel

    panel = ExperimentsPanel(around.session.document, around.session.controller)
    around.session.guard(panel.experiment)
    around.session.guide.experiment_wanted.connect(panel.show_how)
    return panel


def _make_activation(around: Surroundings) -> QWidget:
    from nnplay.panels.activation.activation_panel import ActivationPanel

    panel = ActivationPanel(around.session.document, around.session.controller)
    panel.set_layer(around.canvas.selected)
    around.canvas.selection_changed.connect(panel.set_layer)
    return panel


def _make_doctor(around: Surroundings) -> QWidget:
    from nnplay.panels.doctor.doctor_panel import DoctorPanel

    panel = DoctorPanel(around.session.document, around.doctor)
    panel.remedy_chosen.connect(around.session.apply_remedy)
    return panel


def _make_history(around: Surroundings) -> QWidget:
    from nnplay.panels.history_panel import HistoryPanel

    return HistoryPanel(around.session.document)


def _make_results(around: Surroundings) -> QWidget:
    from nnplay.panels.results.results_panel import ResultsPanel

    return ResultsPanel(around.session.asked, around.session.controller)


def _make_code(around: Surroundings) -> QWidget:
    from nnplay.panels.code import CodePanel

    panel = CodePanel(around.session.document)
    panel.set_layer(around.canvas.selected)
    around.canvas.selection_changed.connect(panel.set_layer)
    panel.save_requested.connect(around.exports.ask_program)
    return panel


def _make_weights(around: Surroundings) -> QWidget:
    from nnplay.panels.weights.weights_panel import WeightsPanel

    panel = WeightsPanel(around.session.document, around.session.controller)
    panel.show_layer(around.canvas.selected)
    panel.weight_chosen.connect(around.canvas.point_at_weight)
    around.canvas.selection_changed.connect(panel.show_layer)
    around.canvas.weight_hovered.connect(panel.point_at)
    around.canvas.weight_clicked.connect(panel.choose)
    return panel


def _make_landscape(around: Surroundings) -> QWidget:
    from nnplay.panels.landscape.landscape_panel import LandscapePanel

    panel = LandscapePanel(around.session.controller)
    around.session.guide.secrets_changed.connect(panel.conceal)
    panel.conceal(around.session.guide.secrets)
    return panel


def _make_calculation(around: Surroundings) -> QWidget:
    from nnplay.panels.calculation.calculation_panel import CalculationPanel

    panel = CalculationPanel(around.session.document, around.session.controller, around.session.asked)
    panel.marks_changed.connect(around.canvas.show_marks)
    panel.part_pointed.connect(around.canvas.highlight)
    around.canvas.neuron_hovered.connect(panel.point_at_neuron)
    around.canvas.weight_hovered.connect(panel.point_at_weight)
    return panel


def _make_examples(around: Surroundings) -> QWidget:
    from nnplay.panels.examples.examples_panel import ExamplesPanel

    return ExamplesPanel(around.session.asked, around.session.controller)


def _make_inside(around: Surroundings) -> QWidget:
    from nnplay.panels.inside.inside_panel import InsidePanel

    return InsidePanel(around.session.controller)


def _make_gradients(around: Surroundings) -> QWidget:
    from nnplay.panels.calculation.gradients_panel import GradientsPanel

    panel = GradientsPanel(around.session.document, around.session.controller)
    panel.part_pointed.connect(around.canvas.highlight)
    return panel


def _make_lesson(around: Surroundings) -> QWidget:
    from nnplay.panels.lesson.lesson_panel import LessonPanel

    panel = LessonPanel(around.session.document, around.session.guide)
    panel.lesson_chosen.connect(around.lessons.choose)
    panel.file_wanted.connect(around.lessons.ask_open)
    panel.back_wanted.connect(around.lessons.back_wanted)
    return panel


def _make_glossary(around: Surroundings) -> QWidget:
    from nnplay.panels.glossary.glossary_panel import GlossaryPanel

    panel = GlossaryPanel()
    panel.lesson_wanted.connect(around.lessons.begin)
    panel.page_wanted.connect(around.open_page)
    return panel


PANELS: dict[str, PanelEntry] = {
    "data": PanelEntry(QT_TRANSLATE_NOOP("panels", "Data"), Place.LEFT, _make_data, is_simple=True),
    "settings": PanelEntry(QT_TRANSLATE_NOOP("panels", "Training"), Place.LEFT, _make_settings),
    "map": PanelEntry(QT_TRANSLATE_NOOP("panels", "Decision map"), Place.UPPER_RIGHT, _make_map, is_simple=True),
    "try_it": PanelEntry(QT_TRANSLATE_NOOP("panels", "Try it"), Place.LEFT, _make_try_it, is_simple=True),
    "loss": PanelEntry(QT_TRANSLATE_NOOP("panels", "Loss"), Place.LOWER_RIGHT, _make_loss, is_simple=True),
    "activation": PanelEntry(QT_TRANSLATE_NOOP("panels", "Activation"), Place.LOWER_RIGHT, _make_activation),
    "results": PanelEntry(QT_TRANSLATE_NOOP("panels", "Results"), Place.UPPER_RIGHT, _make_results, False),
    "landscape": PanelEntry(QT_TRANSLATE_NOOP("panels", "Loss landscape"), Place.LOWER_RIGHT, _make_landscape, False),
    "inside": PanelEntry(QT_TRANSLATE_NOOP("panels", "Inside"), Place.LOWER_RIGHT, _make_inside, False),
    "doctor": PanelEntry(QT_TRANSLATE_NOOP("panels", "Training doctor"), Place.LOWER_RIGHT, _make_doctor, False),
    "lesson": PanelEntry(QT_TRANSLATE_NOOP("panels", "Lessons"), Place.LEFT, _make_lesson, is_shown=False),
    "glossary": PanelEntry(QT_TRANSLATE_NOOP("panels", "Glossary"), Place.LEFT, _make_glossary, is_shown=False),
    "runs": PanelEntry(QT_TRANSLATE_NOOP("panels", "Runs"), Place.BOTTOM, _make_runs, is_shown=False),
    "twins": PanelEntry(QT_TRANSLATE_NOOP("panels", "Twins"), Place.BOTTOM, _make_twins, is_shown=False),
    "experiments": PanelEntry(
        QT_TRANSLATE_NOOP("panels", "Experiments"), Place.BOTTOM, _make_experiments, False, share_of_height=0.56
    ),
    "history": PanelEntry(QT_TRANSLATE_NOOP("panels", "History"), Place.LEFT, _make_history, is_shown=False),
    "code": PanelEntry(QT_TRANSLATE_NOOP("panels", "Code"), Place.UPPER_RIGHT, _make_code, is_shown=False),
    "calculation": PanelEntry(
        QT_TRANSLATE_NOOP("panels", "Calculation"), Place.BOTTOM, _make_calculation, is_shown=False
    ),
    "gradients": PanelEntry(
        QT_TRANSLATE_NOOP("panels", "Two gradients"), Place.BOTTOM, _make_gradients, is_shown=False
    ),
    "examples": PanelEntry(QT_TRANSLATE_NOOP("panels", "Examples"), Place.BOTTOM, _make_examples, is_shown=False),
    "weights": PanelEntry(QT_TRANSLATE_NOOP("panels", "Weights"), Place.LOWER_RIGHT, _make_weights, False),
}
"""Panels by the name under which the window saves the dock's position, in menu order. The first tab of a place is in
front.
"""
