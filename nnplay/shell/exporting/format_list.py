"""FormatList: the names of all formats under the headings of their groups; one of them is always selected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from nnplay.appearance import metrics
from nnplay.exchange.export import GROUPS
from nnplay.shell.exporting.table import FORMS

_NAME = Qt.ItemDataRole.UserRole


class FormatList(QListWidget):
    """A list in which arrow keys skip the headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "formats")
        self.setAccessibleName(self.tr("Formats"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._items: dict[str, QListWidgetItem] = {}
        translate = QCoreApplication.translate
        for group, heading in GROUPS.items():
            item = QListWidgetItem(translate("exchange", heading), self)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setFont(metrics.font(metrics.Text.CAPTION, bold=True))
            for name, form in FORMS.items():
                if form.group == group:
                    self._items[name] = item = QListWidgetItem(translate("exchange", form.title), self)
                    item.setData(_NAME, name)
        self.setFixedWidth(self.sizeHintForColumn(0) + 2 * metrics.LARGE)

    @property
    def chosen(self) -> str:
        """The selected format, a key of ``FORMS``."""
        return str(self.currentItem().data(_NAME))

    def choose(self, name: str) -> None:
        """Select a format; the first one if the name is unknown."""
        self.setCurrentItem(self._items.get(name, next(iter(self._items.values()))))
