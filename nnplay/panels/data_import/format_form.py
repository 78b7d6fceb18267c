"""FormatForm: the format of a table, detected but changeable: separator, decimal sign, header, encoding, quotes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.data.table import TableFormat
from nnplay.data.table.format import DECIMALS, ENCODINGS, QUOTES, SEPARATORS
from nnplay.panels.widgets.labelled_field import labelled_field

_ENCODINGS = dict(
    zip(ENCODINGS, ("UTF-8", "UTF-8 + BOM", "UTF-16", "UTF-16 LE", "UTF-16 BE", "GB 18030", "Latin-1"), strict=True)
)


class FormatForm(QWidget):
    """A row of fields.

    Signals
    -------
    changed(TableFormat)
        The person says that the table has this format.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        separators = {
            ",": self.tr("Comma ,"),
            ";": self.tr("Semicolon ;"),
            "\t": self.tr("Tab"),
            "|": self.tr("Bar |"),
            " ": self.tr("Space"),
            "，": self.tr("Wide comma ，"),
            "；": self.tr("Wide semicolon ；"),
        }
        decimals = {".": self.tr("Point 1.5"), ",": self.tr("Comma 1,5")}
        self._separator = _list({each: separators[each] for each in SEPARATORS})
        self._decimal = _list({each: decimals[each] for each in DECIMALS})
        self._encoding = _list(_ENCODINGS)
        self._quote = _list({each: each for each in QUOTES})
        self._header = QCheckBox(self.tr("First row has the &names"))
        self._header.setToolTip(self.tr("Whether the first row names the columns, or is data like all others"))
        self._units = QCheckBox(self.tr("Second &row too"))
        self._units.setToolTip(self.tr("Whether a second row, such as one of units, belongs to the names"))
        heads = QVBoxLayout()
        heads.setSpacing(0)
        heads.addStretch(1)
        heads.addWidget(self._header)
        heads.addWidget(self._units)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.MEDIUM)
        for caption, field, explanation in (
            (self.tr("Separator"), self._separator, self.tr("The character between two cells")),
            (self.tr("Decimal sign"), self._decimal, self.tr("The decimal sign of numbers")),
            (self.tr("Encoding"), self._encoding, self.tr("How letters are written as bytes")),
            (self.tr("Quotes"), self._quote, self.tr("The character around a cell that contains a separator")),
        ):
            row.addLayout(labelled_field(caption, field, explanation))
            field.activated.connect(self._on_changed)
        row.addLayout(heads)
        row.addStretch(1)
        self._header.clicked.connect(self._on_changed)
        self._units.clicked.connect(self._on_changed)

    def show_format(self, form: TableFormat) -> None:
        """Show the format of a table."""
        for field, value in (
            (self._separator, form.separator),
            (self._decimal, form.decimal),
            (self._encoding, form.encoding),
            (self._quote, form.quote),
        ):
            field.setCurrentIndex(field.findData(value))
        self._header.setChecked(form.has_header)
        self._units.setChecked(form.has_units)
        self._units.setEnabled(form.has_header)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(
            TableFormat(
                self._encoding.currentData(),
                self._separator.currentData(),
                self._quote.currentData(),
                self._decimal.currentData(),
                self._header.isChecked(),
                self._header.isChecked() and self._units.isChecked(),
            )
        )


def _list(texts: Mapping[str, str]) -> QComboBox:
    field = QComboBox()
    for value, text in texts.items():
        field.addItem(text, value)
    return field
