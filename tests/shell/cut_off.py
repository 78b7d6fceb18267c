"""Finds texts that have less room than they need: what a person cannot read to its end.

It asks each widget that writes text in Qt's ways. What is painted by our own hand (canvas, plots, bars) it cannot know.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QTabBar,
    QTableView,
    QToolBar,
    QToolButton,
    QTreeView,
    QWidget,
)

_TAB_PADDING = 17
"""What the style sheet puts left and right of a tab's text."""

_SLACK = 1
"""Pixels that rounding may take without a letter being lost."""


def cut_off(root: QWidget) -> list[str]:
    """Return a line for each text of a window that is cut off: what, where, and how much is missing."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            found += [f"{_place(widget)}: {fault}" for fault in _faults(widget)]
    return found


def sideways(root: QWidget) -> list[str]:
    """Return a line for each panel that can be read only by scrolling to the right."""
    areas = [area for area in root.findChildren(QScrollArea) if area.isVisible()]
    return [
        f"{_place(area.widget())} is {area.horizontalScrollBar().maximum()} wider than its place"
        for area in areas
        if area.horizontalScrollBar().maximum() > 0
    ]


def _faults(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel():
            yield from _faults_of_label(widget)
        case QAbstractButton():
            yield from _faults_of_button(widget)
        case QTabBar():
            yield from _faults_of_tabs(widget)
        case QComboBox():
            yield from _faults_of_combo(widget)
        case QAbstractSpinBox():
            option = QStyleOptionSpinBox()
            widget.initStyleOption(option)
            room = _part(widget, QStyle.ComplexControl.CC_SpinBox, option, QStyle.SubControl.SC_SpinBoxEditField)
            yield from _line(widget, widget.text(), room.width())
        case QLineEdit() if not isinstance(widget.parent(), QComboBox | QAbstractSpinBox):
            if not widget.text():
                margins = widget.textMargins()
                room = widget.contentsRect().width() - margins.left() - margins.right() - 4
                yield from _line(widget, widget.placeholderText(), room)
        case QHeaderView() if widget.orientation() == Qt.Orientation.Horizontal:
            yield from _faults_of_header(widget)
        case QTableView() | QTreeView():
            yield from _faults_of_cells(widget)
        case QGroupBox() if widget.title():
            yield from _line(widget, widget.title(), widget.width())
        case QMenuBar():
            for action in widget.actions():
                if action.isVisible() and not widget.rect().contains(widget.actionGeometry(action)):
                    yield f"menu {action.text()!r} does not fit"
        case QToolBar():
            extension = widget.findChild(QToolButton, "qt_toolbar_ext_button")
            if extension is not None and extension.isVisible():
                yield "the bar does not fit"
    if isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
        yield from _faults_of_place(widget)


def _faults_of_label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height() + _SLACK:
            yield f"{label.text()!r} needs {label.heightForWidth(label.width())} of height, has {label.height()}"
        return
    needed = label.sizeHint()
    if needed.width() > label.width() + _SLACK:
        yield f"{label.text()!r} needs {needed.width()}, has {label.width()}"
    if needed.height() > label.height() + _SLACK:
        yield f"{label.text()!r} needs {needed.height()} of height, has {label.height()}"


def _faults_of_button(button: QAbstractButton) -> Iterator[str]:
    is_bare = isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    if button.text() and not (is_bare and not button.icon().isNull()):
        needed = button.sizeHint()
        if needed.width() > button.width() + _SLACK:
            yield f"{button.text()!r} needs {needed.width()}, has {button.width()}"
        if needed.height() > button.height() + _SLACK:
            yield f"{button.text()!r} needs {needed.height()} of height, has {button.height()}"


def _faults_of_tabs(tabs: QTabBar) -> Iterator[str]:
    for index in range(tabs.count()):
        if not tabs.isTabVisible(index):
            continue
        room = tabs.tabRect(index).width() - _TAB_PADDING
        for side in (QTabBar.ButtonPosition.LeftSide, QTabBar.ButtonPosition.RightSide):
            button = tabs.tabButton(index, side)
            room -= 0 if button is None else button.width()
        yield from _line(tabs, tabs.tabText(index), room, tabs.tabToolTip(index))


def _faults_of_combo(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    room = _part(combo, QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField).width()
    icons = 0 if combo.itemIcon(combo.currentIndex()).isNull() else combo.iconSize().width() + 4
    yield from _line(combo, combo.currentText(), room - icons)


def _faults_of_header(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    for section in range(0 if model is None else model.columnCount(header.rootIndex())):
        if header.isSectionHidden(section) or header.sectionViewportPosition(section) >= header.width():
            continue
        title = model.headerData(section, header.orientation())
        tip = model.headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if title and not tip and header.sectionSizeHint(section) > header.sectionSize(section) + _SLACK:
            yield f"head {title!r} needs {header.sectionSizeHint(section)}, has {header.sectionSize(section)}"


def _faults_of_cells(view: QTableView | QTreeView) -> Iterator[str]:
    """Cells that are seen now."""
    model = view.model()
    if model is None or view.horizontalScrollMode() is None:
        return
    row = view.indexAt(QPoint(1, 1))
    while row.isValid() and view.visualRect(row).top() < view.viewport().height():
        for column in range(model.columnCount(row.parent())):
            index = row.siblingAtColumn(column)
            text, tip = index.data(), index.data(Qt.ItemDataRole.ToolTipRole)
            needed, has = view.sizeHintForIndex(index).width(), view.visualRect(index).width()
            if text and not tip and 0 < has < needed - _SLACK and not view.wordWrap():
                yield f"cell {text!r} needs {needed}, has {has}"
        row = view.indexBelow(row) if isinstance(view, QTreeView) else row.siblingAtRow(row.row() + 1)


def _faults_of_place(widget: QWidget) -> Iterator[str]:
    """A widget that reaches out of what it lies in; where one scrolls, it may."""
    inner: QWidget = widget
    while not inner.isWindow():
        outer = inner.parentWidget()
        if isinstance(outer.parentWidget(), QAbstractScrollArea) and outer is outer.parentWidget().viewport():
            area = outer.parentWidget()
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            seen = QRect(widget.mapTo(outer, QPoint()), widget.size())
            if area.horizontalScrollBarPolicy() == off and (seen.left() < 0 or seen.right() > outer.rect().right()):
                yield f"{_text(widget)!r} reaches {seen.right() - outer.rect().right()} out of {_name(area)}"
            return
        rect = QRect(widget.mapTo(outer, QPoint()), widget.size())
        if not outer.rect().contains(rect):
            yield f"{_text(widget)!r} at {rect.getRect()} reaches out of {_name(outer)} of {outer.size().toTuple()}"
            return
        inner = outer


def _line(widget: QWidget, text: str, room: int, tip: str = "") -> Iterator[str]:
    font = widget.font()
    needed = QFontMetrics(font).size(Qt.TextFlag.TextShowMnemonic, text).width()
    if needed > room + _SLACK and not tip:
        yield f"{text!r} needs {needed}, has {room}"


def _part(widget: QWidget, control: QStyle.ComplexControl, option: object, part: QStyle.SubControl) -> QRect:
    return widget.style().subControlRect(control, option, part, widget)


def _text(widget: QWidget) -> str:
    for name in ("text", "currentText"):
        if hasattr(widget, name):
            return str(getattr(widget, name)())
    return ""


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__


def _place(widget: QWidget) -> str:
    """The names of what it lies in that are our own, from outside to inside."""
    names = []
    while widget is not None:
        kind = type(widget)
        if widget.objectName() and not widget.objectName().startswith("qt_"):
            names.append(widget.objectName())
        elif kind.__module__.startswith("nnplay") or not names:
            names.append(kind.__name__)
        widget = widget.parentWidget()
    return "/".join(reversed(names))
