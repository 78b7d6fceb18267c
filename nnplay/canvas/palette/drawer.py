"""PaletteDrawer: every layer in groups and every template, with a search field, over the canvas."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.languages import in_all_languages
from nnplay.appearance.matching import ranked
from nnplay.canvas.cards import faces
from nnplay.canvas.palette.groups import groups, shape_rule
from nnplay.canvas.palette.layer_drag import LayerDrag
from nnplay.canvas.palette.row import PaletteRow
from nnplay.canvas.style import grown
from nnplay.project.templates import TEMPLATES

_WIDTH, _MOST_HEIGHT = 372, 470


class PaletteDrawer(QFrame):
    """Opens below a button of the palette; closes with Escape, a choice, a drag, or a click elsewhere.

    Signals
    -------
    layer_activated(str), template_chosen(str) : the user has chosen this one.
    """

    layer_activated = Signal(str)
    template_chosen = Signal(str)

    def __init__(self, palette: QWidget) -> None:
        super().__init__(palette)
        self.setProperty("look", "popup")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search layers and templates"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_matches)
        self.search.installEventFilter(self)
        page = QWidget()
        page.setProperty("look", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, metrics.TINY, 0)
        self._column.setSpacing(1)
        self.rows: list[PaletteRow] = []
        self._found: list[PaletteRow] = []
        self._captions: list[tuple[QLabel, list[PaletteRow]]] = []
        self._add_rows()
        self._column.addStretch(1)
        self._none = QLabel(self.tr("No matches"), page)
        self._none.setProperty("look", "muted")
        self._column.insertWidget(0, self._none)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(metrics.SMALL, metrics.SMALL, metrics.TINY, metrics.SMALL)
        layout.setSpacing(metrics.SMALL)
        layout.addWidget(self.search)
        layout.addWidget(self._scroll, 1)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self._show_matches("")
        self.hide()

    def toggle(self, button: QWidget) -> None:
        """Open below a button, or close."""
        if self.isVisible():
            self.hide()
            return
        window = button.window()
        self.setParent(window)
        corner = button.mapTo(window, QPoint(button.width(), button.height() + metrics.TINY))
        width, height = round(grown(_WIDTH)), round(grown(_MOST_HEIGHT))
        height = min(height, window.height() - corner.y() - metrics.LARGE)
        self.setGeometry(max(corner.x() - width, 0), corner.y(), width, height)
        self.search.clear()
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        shown = self._found
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and shown:
            place = next((number for number, row in enumerate(shown) if row.hasFocus()), None)
            self._go_to(shown, place, 1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus() and shown:
            shown[0].activated.emit(shown[0].key)
        else:
            return False
        return True

    def _go_to(self, shown: list[PaletteRow], place: int | None, step: int) -> None:
        target = 0 if place is None else place + step
        if target < 0:
            self.search.setFocus()
        elif target < len(shown):
            shown[target].setFocus()
            self._scroll.ensureWidgetVisible(shown[target])

    def _add_rows(self) -> None:
        for name, kinds in groups():
            rows = []
            for kind in kinds:
                text = f"{faces.explanation(kind)}\n{shape_rule(kind)}"
                row = PaletteRow(kind, faces.title(kind), text, faces.face(kind).icon, faces.names(kind), self)
                row.setCursor(Qt.CursorShape.OpenHandCursor)
                row.setToolTip(self.tr("Drag onto the network, or double-click."))
                LayerDrag(kind, row).started.connect(self.hide)
                row.activated.connect(self._on_layer_activated)
                rows.append(row)
            self._add_group(name, rows)
        rows = []
        for template in TEMPLATES.values():
            title = QCoreApplication.translate("templates", template.title)
            summary = QCoreApplication.translate("templates", template.summary)
            names = [*in_all_languages("templates", template.title), template.name]
            row = PaletteRow(template.name, title, summary, "template", names, self)
            row.setToolTip(self.tr("Double-click to replace your network with this one, adapted to the current data"))
            row.activated.connect(self._on_template_activated)
            rows.append(row)
        self._add_group(self.tr("Whole networks"), rows)

    def _add_group(self, name: str, rows: list[PaletteRow]) -> None:
        caption = QLabel(name, self)
        caption.setProperty("look", "muted")
        caption.setContentsMargins(metrics.SMALL, metrics.SMALL, 0, 2)
        self._column.addWidget(caption)
        for row in rows:
            row.installEventFilter(self)  # before the scroll area, which would scroll with the arrow keys
            self._column.addWidget(row)
        self.rows += rows
        self._captions.append((caption, rows))

    @Slot(str)
    def _show_matches(self, typed: str) -> None:
        """Show the rows that match, the best first; without a word all of them, under the captions of their groups."""
        is_searching = bool(typed.strip())
        self._found = ranked(typed, self.rows, lambda row: row.names, lambda row: row.text)
        column: list[QWidget] = []
        for caption, rows in self._captions:
            caption.setVisible(not is_searching)
            column += [] if is_searching else [caption, *rows]
        for row in self.rows:
            row.setVisible(row in self._found)
        for place, widget in enumerate(column or self._found, start=1):  # the first place is that of "No matches"
            self._column.removeWidget(widget)
            self._column.insertWidget(place, widget)
        self._none.setVisible(not self._found)

    @Slot(str)
    def _on_layer_activated(self, kind: str) -> None:
        self.hide()
        self.layer_activated.emit(kind)

    @Slot(str)
    def _on_template_activated(self, name: str) -> None:
        self.hide()
        self.template_chosen.emit(name)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self and not self.isAncestorOf(new):
            self.hide()
