"""StepForm: all fields of one step of a lesson, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from nnplay.appearance import metrics
from nnplay.lessons import Facts, StepText
from nnplay.lessons.draft import StepDraft
from nnplay.lessons.lesson import PANELS
from nnplay.panels.lesson.author.check_form import CheckForm

_BODY_LINES = 6
_SHORT_LINES = 2


class StepForm(QWidget):
    """Title, text, what it points at, its check, hint and praise.

    Parameters
    ----------
    panel_titles
        The titles of the panels, by name.

    Signals
    -------
    changed()
        The person has changed something.
    """

    changed = Signal()

    def __init__(self, panel_titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = StepDraft()
        self._language = ""
        self.title = QLineEdit()
        self.body = _text_field(_BODY_LINES)
        self.panel, self.node = QComboBox(), QComboBox()
        self.panel.addItem(self.tr("nothing"), "")
        for name in PANELS:
            self.panel.addItem(panel_titles[name], name)
        self.check = CheckForm()
        self.hint, self.done = _text_field(_SHORT_LINES), _text_field(_SHORT_LINES)
        form = QFormLayout(self)
        form.setContentsMargins(*(metrics.SMALL,) * 4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for caption, field in (
            (self.tr("Title"), self.title),
            (self.tr("Text"), self.body),
            (self.tr("Opens the panel"), self.panel),
            (self.tr("Points at the layer"), self.node),
            (self.tr("Done when"), self.check),
            (self.tr("Hint"), self.hint),
            (self.tr("Completed when"), self.done),
        ):
            form.addRow(caption, field)
            field.setAccessibleName(caption)
        self.title.textEdited.connect(self.changed)
        for text in (self.body, self.hint, self.done):
            text.textChanged.connect(self.changed)
        for choice in (self.panel, self.node):
            choice.activated.connect(self._on_activated)
        self.check.changed.connect(self.changed)

    def show_step(self, step: StepDraft, language: str, facts: Facts) -> None:
        """Show a step in a language."""
        self._step, self._language = step, language
        text = step.text(language)
        self.blockSignals(True)
        self.node.clear()
        self.node.addItem(self.tr("nothing"), "")
        # The lesson may change the network as it goes on: a layer that does not exist now stays selected.
        for name in dict.fromkeys([*facts.project.network.shapes, *filter(None, [step.show.node])]):
            self.node.addItem(name, name)
        self.title.setText(text.title)
        for field, words in ((self.body, text.body), (self.hint, text.hint), (self.done, text.done)):
            field.setPlainText(words)
        self.panel.setCurrentIndex(max(0, self.panel.findData(step.show.panel)))
        self.node.setCurrentIndex(max(0, self.node.findData(step.show.node)))
        self.check.show_check(step.check, _lines(text), facts)
        self.blockSignals(False)

    @property
    def step(self) -> StepDraft:
        """The step as the fields have it."""
        check = self.check.check
        text = StepText(
            self.title.text(),
            self.body.toPlainText(),
            self.hint.toPlainText(),
            self.done.toPlainText(),
            *_options(self.check.answers),
        )
        node = self.node.currentData()
        show = replace(self._step.show, panel=self.panel.currentData())
        if node != show.node:
            show = replace(show, node=node, parameter="", index=())
        return replace(self._step, check=check, show=show).with_text(self._language, text)

    @Slot()
    def _on_activated(self) -> None:
        self.changed.emit()


def _lines(text: StepText) -> tuple[str, ...]:
    """Return each answer on a line, with the reason why it is wrong."""
    lines = enumerate(text.options)
    return tuple(f"{option} | {text.reason(place)}" if text.reason(place) else option for place, option in lines)


def _options(lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = [line.partition("|") for line in lines]
    reasons = tuple(reason.strip() for *_, reason in pairs)
    return tuple(option.strip() for option, *_ in pairs), reasons if any(reasons) else ()


def _text_field(n_lines: int) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * n_lines + 2 * metrics.SMALL)
    return field
