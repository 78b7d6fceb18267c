"""NewDialog: everything to start from: examples with data, and networks for the current data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.project import Project
from nnplay.project.presets import PRESET_GROUPS
from nnplay.shell.start.gallery import Gallery
from nnplay.shell.start.starts import Start, example_starts, network_starts

_PER_ROW = 6
_HEIGHT = 580
_MARGIN = 60
"""Minimum distance of the dialog from the edges of the window."""


class NewDialog(QDialog):
    """Two pages of pictures; a click chooses one and closes the dialog.

    Signals
    -------
    example_chosen(str), network_chosen(str)
        The name of a preset or a template.
    """

    example_chosen = Signal(str)
    network_chosen = Signal(str)

    def __init__(self, project: Project, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New from template"))
        translate = QCoreApplication.translate
        examples = {translate("presets", title): example_starts(group) for title, group in PRESET_GROUPS.items()}
        self.examples = self._make_gallery(examples)
        self.networks = self._make_gallery({"": network_starts(project)})
        self.examples.chosen.connect(self._on_example_chosen)
        self.networks.chosen.connect(self._on_network_chosen)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.addTab(_scrolled(self.examples), self.tr("&Data and network"))
        self.pages.addTab(_scrolled(self.networks), self.tr("A &network for the current data"))
        self._words = QLabel()
        self._words.setProperty("look", "muted")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setMinimumHeight(2 * self._words.fontMetrics().lineSpacing())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.SMALL)
        column.addWidget(self.pages, 1)
        column.addWidget(self._words)
        column.addWidget(buttons)
        room = parent.window().height() - _MARGIN
        self.resize(self.sizeHint().width(), min(_HEIGHT, room))
        next(iter(self.examples.tiles.values())).setFocus()

    def _make_gallery(self, groups: Mapping[str, Sequence[Start]]) -> Gallery:
        gallery = Gallery(groups, _PER_ROW)
        gallery.pointed.connect(self._on_pointed)
        return gallery

    @Slot(str)
    def _on_pointed(self, what: str) -> None:
        self._words.setText(what)

    @Slot(str)
    def _on_example_chosen(self, name: str) -> None:
        self.accept()
        self.example_chosen.emit(name)

    @Slot(str)
    def _on_network_chosen(self, name: str) -> None:
        self.accept()
        self.network_chosen.emit(name)


def _scrolled(gallery: Gallery) -> QScrollArea:
    """Return a scrolling page for a gallery, as wide as the gallery."""
    page = QWidget()
    page.setProperty("look", "page")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, metrics.SMALL, 0, 0)
    column.addWidget(gallery)
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    gallery.reached.connect(area.ensureWidgetVisible)
    area.setMinimumWidth(gallery.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
    return area
