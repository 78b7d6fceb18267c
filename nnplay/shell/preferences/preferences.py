"""Preferences: the few things that a user sets once, and the keyboard shortcuts, all of them searchable."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics, motion
from nnplay.appearance.icons import set_icon
from nnplay.appearance.languages import own_names
from nnplay.appearance.matching import match
from nnplay.appearance.qt_types import parent_of
from nnplay.shell.preferences import captions
from nnplay.shell.preferences.shortcuts import Shortcuts
from nnplay.shell.preferences.shortcuts_page import ShortcutsPage
from nnplay.shell.settings import SYSTEM, Settings

_WIDTH, _HEIGHT = 560, 480


class Preferences(QDialog):
    """The dialog. Values are stored in the settings; signals tell what must be shown differently.

    Signals
    -------
    language_chosen(str), theme_chosen(str), text_scale_chosen(float), motion_chosen(str)
        The new value.
    view_chosen(bool), hints_chosen(bool)
        Whether the simple view, and whether hints are wanted.
    reset_wanted()
        Restore all defaults.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_scale_chosen = Signal(float)
    motion_chosen = Signal(str)
    view_chosen = Signal(bool)
    hints_chosen = Signal(bool)
    reset_wanted = Signal()

    def __init__(self, settings: Settings, shortcuts: Shortcuts, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(round(_WIDTH * metrics.text_scale()), round(_HEIGHT * metrics.text_scale()))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search preferences and commands"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        as_system = self.tr("Follow the system")
        self.language = _choice({SYSTEM: as_system, **own_names()}, settings.language)
        self.theme = _choice(
            {
                SYSTEM: as_system,
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
                "contrast": self.tr("High contrast"),
            },
            settings.theme_mode,
        )
        sizes = (self.tr("Usual"), self.tr("Larger"), self.tr("Large"), self.tr("Classroom"))
        self.text_scale = _choice(dict(zip(metrics.TEXT_SCALES, sizes, strict=True)), settings.text_scale)
        self.motion = _choice({motion.SYSTEM: as_system, motion.OFF: self.tr("Nothing moves")}, settings.motion)
        self.view = _choice(
            {True: self.tr("Simple: what a beginner needs"), False: self.tr("Full: everything")}, settings.is_simple
        )
        self.welcome = QCheckBox(self.tr("Show the welcome page at startup"))
        self.welcome.setChecked(settings.has_welcome)
        self.hints = QCheckBox(self.tr("Show hints: what to try first"))
        self.hints.setChecked(settings.has_hints)
        self._form = QFormLayout()
        self._rows: list[tuple[str, QWidget]] = []
        for caption, field in (
            (captions.LANGUAGE, self.language),
            (captions.THEME, self.theme),
            (captions.TEXT_SIZE, self.text_scale),
            (captions.MOTION, self.motion),
            (captions.VIEW, self.view),
        ):
            self._add_row(captions.translated(caption), field)
        for box in (self.welcome, self.hints):
            self._form.addRow(box)
            self._rows.append((box.text(), box))
        self._form.setSpacing(metrics.MEDIUM)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        general = QWidget()
        general.setLayout(self._form)
        self.keys = ShortcutsPage(shortcuts)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.addTab(general, self.tr("General"))
        self.pages.addTab(self.keys, self.tr("Keyboard"))
        self._nothing = QLabel(self.tr("No matches"))
        self._nothing.setProperty("look", "muted")
        self._nothing.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        reset = buttons.addButton(self.tr("&Reset everything"), QDialogButtonBox.ButtonRole.ResetRole)
        reset.setToolTip(
            self.tr("Restore the defaults of language, looks, view and keys; your files and lessons are not affected")
        )
        for button in buttons.findChildren(QPushButton):  # Enter in the search must not press any of them
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.pages, 1)
        column.addWidget(buttons)

        self.search.textChanged.connect(self._on_searched)
        self.language.activated.connect(self._on_language_chosen)
        self.theme.activated.connect(self._on_theme_chosen)
        self.text_scale.activated.connect(self._on_text_scale_chosen)
        self.motion.activated.connect(self._on_motion_chosen)
        self.view.activated.connect(self._on_view_chosen)
        self.welcome.toggled.connect(self._on_welcome_toggled)
        self.hints.toggled.connect(self.hints_chosen)
        reset.clicked.connect(self.reset_wanted)
        buttons.rejected.connect(self.close)

    def _add_row(self, caption: str, field: QComboBox) -> None:
        """Add a choice. Its first entry is the default, to which the button next to it returns."""
        name = caption.replace("&", "")
        field.setAccessibleName(name)
        back = QToolButton()
        back.setToolTip(self.tr("Default: {choice}").format(choice=field.itemText(0)))
        back.setAccessibleName(self.tr("Reset {preference}").format(preference=name))
        back.setEnabled(field.currentIndex() > 0)
        set_icon(back, "reset")
        back.clicked.connect(partial(self._reset_one, field))
        field.currentIndexChanged.connect(partial(self._offer_reset, back))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.TINY)
        row.addWidget(field, 1)
        row.addWidget(back)
        label = QLabel(caption)
        label.setBuddy(field)
        self._form.addRow(label, line)
        self._rows.append((name, field))

    def _reset_one(self, field: QComboBox) -> None:
        field.setCurrentIndex(0)
        field.activated.emit(0)

    def _offer_reset(self, button: QToolButton, index: int) -> None:
        button.setEnabled(index > 0)

    @Slot(str)
    def _on_searched(self, typed: str) -> None:
        n_general = 0
        for caption, field in self._rows:
            choices = [field.itemText(place) for place in range(field.count())] if isinstance(field, QComboBox) else []
            is_match = match(typed, (caption, *choices)) is not None
            self._form.setRowVisible(parent_of(field) if isinstance(field, QComboBox) else field, is_match)
            n_general += is_match
        n_keys = self.keys.show_matches(typed)
        self._nothing.setVisible(not n_general and not n_keys)
        if bool(n_general) != bool(n_keys):
            self.pages.setCurrentIndex(0 if n_general else 1)

    @Slot()
    def _on_language_chosen(self) -> None:
        self.language_chosen.emit(self.language.currentData())

    @Slot()
    def _on_theme_chosen(self) -> None:
        self.theme_chosen.emit(self.theme.currentData())

    @Slot()
    def _on_text_scale_chosen(self) -> None:
        self.text_scale_chosen.emit(self.text_scale.currentData())

    @Slot()
    def _on_motion_chosen(self) -> None:
        self.motion_chosen.emit(self.motion.currentData())

    @Slot()
    def _on_view_chosen(self) -> None:
        self.view_chosen.emit(self.view.currentData())

    @Slot(bool)
    def _on_welcome_toggled(self, is_wanted: bool) -> None:
        self._settings.has_welcome = is_wanted


def _choice(texts: Mapping[Any, str], chosen: object) -> QComboBox:
    """Return a combo box of the texts, each with its key as data."""
    field = QComboBox()
    for key, text in texts.items():
        field.addItem(text, key)
    field.setCurrentIndex(list(texts).index(chosen) if chosen in texts else 0)
    return field
