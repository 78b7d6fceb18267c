"""Calendar: a month in which one day is chosen, as a popup beside the field that wants it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QWidget

from nnplay.appearance.icons import set_icon
from nnplay.appearance.qt_types import layout_of
from nnplay.appearance.theme import Role, theme

_FIRST, _LAST = QDate(1, 1, 1), QDate(9999, 12, 31)
"""What a table's cell can hold: a year of four digits."""

_AIR = QSize(30, 24)
"""What is added to the least size, so that days are easily told apart and hit."""


class Calendar(QCalendarWidget):
    """Closes itself when a day is chosen, with a click or Return, and with Escape or a click elsewhere.

    Parameters
    ----------
    day
        The day that is marked at first.
    field
        The widget beside which it opens.

    Signals
    -------
    chosen(QDate)
        The person wants this day.
    """

    chosen = Signal(QDate)

    def __init__(self, day: QDate, field: QWidget) -> None:
        super().__init__(field)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout_of(self).setContentsMargins(1, 1, 1, 1)  # the frame
        self.setDateRange(_FIRST, _LAST)
        self.setSelectedDate(day)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        names = QTextCharFormat()
        names.setForeground(theme().color(Role.MUTED))
        self.setHeaderTextFormat(names)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # by default they are red
            self.setWeekdayTextFormat(weekend, QTextCharFormat())
        for name, text, icon in (
            ("qt_calendar_prevmonth", self.tr("Previous month"), "chevron-left"),
            ("qt_calendar_nextmonth", self.tr("Next month"), "chevron-right"),
        ):
            button = self.findChild(QAbstractButton, name)
            assert isinstance(button, QAbstractButton)
            button.setAccessibleName(text)
            button.setToolTip(text)
            set_icon(button, icon)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def open_beside(self, field: QWidget) -> None:
        """Show it below a field, or above it if there is no room on the screen."""
        for widget in (self, *self.findChildren(QWidget)):
            widget.ensurePolished()  # the size depends on the style
        size, room = self.sizeHint() + _AIR, field.screen().availableGeometry()
        self.resize(size)
        place = field.mapToGlobal(QPoint(field.width() - size.width(), field.height()))
        if place.y() + size.height() > room.bottom():
            place.setY(field.mapToGlobal(QPoint()).y() - size.height())
        self.move(max(room.left(), place.x()), place.y())
        self.show()
        self.setFocus()

    @Slot(QDate)
    def _on_chosen(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(day)
