"""LayerSettings: all settings of one layer in a card beside it, applied immediately."""

from __future__ import annotations

from dataclasses import fields
from typing import get_type_hints

from PySide6.QtCore import QLocale, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import locked, metrics
from nnplay.appearance.icons import set_icon
from nnplay.appearance.qt_types import has_inside, parent_of
from nnplay.appearance.sentences import sentence
from nnplay.canvas.cards import faces
from nnplay.canvas.cards.card_layout import shape_text
from nnplay.canvas.editing.network_edits import NetworkEdits
from nnplay.canvas.settings import words
from nnplay.canvas.settings.setting_field import SettingField
from nnplay.canvas.style import grown
from nnplay.engine import Layer, NnplayError, Placeholder, Skipped
from nnplay.project.locks import is_closed, layer_control

_WIDTH = 296
_GAP = 10
_MARGIN = 8


class LayerSettings(QFrame):
    """Name, settings, shapes and the number of weights of a layer.

    Every setting is one undo step. A value that the network cannot have changes nothing, and the reason is shown here.
    """

    def __init__(self, edits: NetworkEdits, parent: QWidget) -> None:
        super().__init__(parent)
        self._edits = edits
        self._layer: str | None = None
        self._fields: dict[str, SettingField] = {}
        self._skip: QCheckBox | None = None
        self._is_finer_shown = False
        self._beside = QRect()
        self.setProperty("look", "popup")
        self.setFixedWidth(round(grown(_WIDTH)))
        self._title = QLabel(self)
        self._title.setProperty("look", "heading")
        self._close = QToolButton(self)
        self._close.setToolTip(self.tr("Close (Escape)"))
        self._close.setAccessibleName(self.tr("Close the settings"))
        set_icon(self._close, "close")
        self._shapes = _note("caption", self)
        self._error = _note("error", self)
        self._reason = _note("caption", self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # only its contents can have the focus
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.MEDIUM, metrics.SMALL, metrics.SMALL, metrics.MEDIUM)
        column.setSpacing(metrics.SMALL)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._reason)
        column.addWidget(self._shapes)
        column.addWidget(self._error)
        self._close.clicked.connect(self.leave)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self.hide()

    @property
    def layer(self) -> str | None:
        """Name of the layer whose settings are shown; None if closed."""
        return self._layer

    @property
    def name_field(self) -> QLineEdit:
        """The field for the layer's name."""
        return self._name

    def field(self, name: str) -> QWidget:
        """Return the widget of one setting."""
        return self._fields[name].widget

    def open(self, layer: str, beside: QRect, field: str = "") -> None:
        """Show the settings of a layer beside a rectangle of the parent, with the focus on a field."""
        self._layer, self._beside = layer, beside
        self._error.hide()
        self._build()
        self.refresh()
        self.show()
        self.raise_()
        if field in words.FINER:
            self._more.setChecked(True)
        first = self._fields[field or next(iter(self._fields))].widget if self._fields else self._name
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()

    @Slot()
    def leave(self) -> None:
        """Close."""
        if self._layer is None:
            return
        had_focus = has_inside(self, QApplication.focusWidget())
        self._layer = None
        self.hide()
        if had_focus:
            parent_of(self).setFocus(Qt.FocusReason.PopupFocusReason)

    def refresh(self) -> None:
        """Update to the layer's current state; close if the layer no longer exists."""
        if self._layer is None:
            return
        network = self._edits.structure.project.network
        if self._layer not in network.shapes:
            self.leave()
            return
        node = network.node(self._layer)
        if list(self._fields) != _setting_names(node.layer):
            self._build()
        is_skipped = isinstance(node.layer, Skipped)
        self._title.setText(faces.title_of(node.layer))
        self._title.setToolTip(faces.explanation_of(node.layer))
        self._reason.setVisible(isinstance(node.layer, Placeholder))
        self._reason.setText(faces.explanation_of(node.layer) if isinstance(node.layer, Placeholder) else "")
        if self._skip is not None:
            self._skip.setChecked(is_skipped)
        self._name.setText(node.name)
        project = self._edits.structure.project
        for name, field in self._fields.items():
            field.show(getattr(node.layer, name))
            field.lock(locked.reason(project) if is_closed(project, layer_control(name)) else "")
        taken = " + ".join(shape_text(network.shapes[source]) for source in node.inputs)
        count = sum(slot.size for slot in network.node_slots(node.name))
        text = self.tr("{taken} → {given} · {count} weights") if count else self.tr("{taken} → {given}")
        given = shape_text(network.shapes[node.name])
        self._shapes.setText(text.format(taken=taken, given=given, count=QLocale().toString(count)))
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        event.accept()

    def _build(self) -> None:
        """Create a row for each setting of the layer."""
        assert self._layer is not None
        layer = self._edits.structure.project.network.node(self._layer).layer
        hints = get_type_hints(type(layer))
        self._skip = None
        page = QWidget()
        page.setProperty("look", "page")
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, metrics.TINY, 0)
        form.setSpacing(metrics.SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._name = QLineEdit(page)
        self._name.setAccessibleName(self.tr("Name"))
        self._name.setToolTip(self.tr("The layer's name; every layer has a different one."))
        self._name.editingFinished.connect(self._on_name_finished)
        form.addRow(self.tr("Name"), self._name)
        names = _setting_names(layer)
        self._fields = {name: SettingField(name, hints[name], page) for name in names}
        finer = [name for name in names if name in words.FINER]
        for name in (*(name for name in names if name not in finer), *finer):
            field = self._fields[name]
            field.chosen.connect(self._on_chosen)
            field.misread.connect(self._say)
            form.addRow(words.label(name), field.widget)
        self._finer_rows = [(form, self._fields[name].widget) for name in finer]
        self._more = QPushButton(self.tr("More settings"), page)
        self._more.setProperty("look", "quiet")
        self._more.setCheckable(True)
        self._more.setChecked(self._is_finer_shown)
        self._more.toggled.connect(self._on_more_toggled)
        if finer and len(finer) < len(names):
            form.insertRow(form.rowCount() - len(finer), self._more)
            self._show_finer()
        else:
            self._more.hide()
        if layer.n_inputs == (1, 1):
            self._skip = QCheckBox(self.tr("Skip"), page)
            self._skip.setToolTip(
                self.tr("Pass the numbers through as if the layer were not there. It keeps its weights.")
            )
            self._skip.clicked.connect(self._on_skip_clicked)
            form.addRow(self._skip)
        self._page = page
        self._scroll.setWidget(page)

    def _show_finer(self) -> None:
        for form, widget in self._finer_rows:
            form.setRowVisible(widget, self._is_finer_shown)

    def _place(self) -> None:
        """Take the height that the settings need, beside the card if there is room."""
        room = parent_of(self).rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        page = self._page
        page.adjustSize()
        self._scroll.setMinimumHeight(min(page.sizeHint().height(), max(room.height() - 110, 60)))
        self.adjustSize()
        height = min(self.sizeHint().height(), room.height())
        x = self._beside.right() + _GAP
        if x + self.width() > room.right():
            x = self._beside.left() - _GAP - self.width()
        x = min(max(x, room.left()), room.right() - self.width())
        y = min(max(self._beside.top(), room.top()), room.bottom() - height)
        self.setGeometry(QRect(QPoint(x, y), self.size()))
        self.resize(self.width(), height)

    @Slot(str)
    def _say(self, reason: str) -> None:
        self._error.setText(reason)
        self._error.setVisible(bool(reason))
        self._place()

    @Slot(str, object)
    def _on_chosen(self, name: str, value: object) -> None:
        if self._layer is None:
            return
        error = self._edits.try_settings(self._layer, {name: value})
        self._say("" if error is None else sentence(error))
        if error is not None:
            self._fields[name].set_valid(False)
            if not isinstance(self._fields[name].widget, QLineEdit):
                self.refresh()

    @Slot()
    def _on_name_finished(self) -> None:
        wanted = self._name.text().strip()
        if self._layer is None or wanted == self._layer:
            return
        before, self._layer = self._layer, wanted  # the document's signal arrives before the edit returns
        error: NnplayError | None = self._edits.try_rename(before, wanted)
        if error is not None:
            self._layer = before
        self._say("" if error is None else sentence(error))
        self.refresh()

    @Slot(bool)
    def _on_skip_clicked(self, is_skipped: bool) -> None:
        if self._layer is not None:
            error = self._edits.structure.try_skip(self._layer, is_skipped=is_skipped)
            self._say("" if error is None else sentence(error))
            self.refresh()

    @Slot(bool)
    def _on_more_toggled(self, is_shown: bool) -> None:
        self._is_finer_shown = is_shown
        self._show_finer()
        self._place()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Close when the focus moves elsewhere; lists and menus of the fields do not count."""
        widget = new
        while widget is not None and widget is not self:
            widget = widget.parentWidget()
        if self._layer is not None and new is not None and widget is None:
            self.leave()


def _setting_names(layer: Layer) -> list[str]:
    """Return the names of the settings; a skipped layer has none until it is used again, a placeholder none at all."""
    return [] if isinstance(layer, Skipped | Placeholder) else [each.name for each in fields(layer)]


def _note(look: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("look", look)
    label.setWordWrap(True)
    return label
