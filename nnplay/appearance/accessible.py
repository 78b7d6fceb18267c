"""Accessible descriptions for widgets that paint themselves, and for those that Qt describes too briefly.

Qt asks for a widget's description only when a screen reader does, so none of this costs anything otherwise. The
alternative, invisible widgets on top of the painted ones, would have to be moved with every frame; these descriptions
are computed on request and are therefore never out of date.

A description asks Qt for its widget (``object()``) and keeps no reference to it. PySide never releases what a factory
has returned: a description with a reference to its widget would keep the whole window in memory after it is closed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QLabel, QWidget

from nnplay.appearance.qt_types import line_edit_of

Make = Callable[[Any], QAccessibleInterface | None]
"""``make(widget)``: returns the description of a widget of one class, or None for Qt's own."""

_SAID = "said"
_makers: dict[type[QWidget], Make] = {}
_is_installed = False


def represent(kind: type[QWidget], make: Make) -> None:
    """Describe widgets of a class and its subclasses with what ``make`` returns."""
    _makers[kind] = make


def install() -> None:
    """Start to answer Qt's requests. The application must exist; its own answers come last."""
    global _is_installed
    if not _is_installed:
        _is_installed = True
        QAccessible.installFactory(_make)


def say(widget: QWidget, text: str) -> None:
    """Make a screen reader, if there is one, announce where the keyboard is now; the text stays the widget's value."""
    widget.setProperty(_SAID, text)
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def listed(parts: list[str]) -> str:
    """Return texts as a list in a sentence."""
    return QCoreApplication.translate("accessible", ", ").join(parts)


class Picture(QAccessibleWidget):
    """A widget that paints its content; its value is the last text announced for it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Graphic)

    def text(self, kind: QAccessible.Text) -> str:
        return self.object().property(_SAID) or "" if kind is QAccessible.Text.Value else super().text(kind)


class _Figure(QAccessibleWidget):
    """A label with an accessible name. Qt reports only the name, so nobody would hear the label's number."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.StaticText)

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Name:
            label = cast(QLabel, self.object())
            name, text = label.accessibleName(), label.text()
            if not text:
                return name
            return QCoreApplication.translate("accessible", "{name}: {text}").format(name=name, text=text)
        return super().text(kind)


def _figure(label: QLabel) -> QAccessibleInterface | None:
    return _Figure(label) if label.accessibleName() not in ("", label.text()) else None


def _name_choice(box: QComboBox) -> None:
    """Leave the description of a combo box to Qt, but name it once it is in its place in the window."""
    QTimer.singleShot(0, box, partial(_name_by_label, box))


def _name_by_label(box: QComboBox) -> None:
    """Attach a label to a combo box that has none: on Linux, Qt takes the name only from a label."""
    name, around = box.accessibleName(), box.parentWidget()
    labels = [] if around is None else around.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    own = next((label for label in labels if label.buddy() is box), None)
    if own is None and name and around is not None:
        own = QLabel(name, around)
        own.setBuddy(box)
        own.hide()
    if box.isEditable():
        line_edit_of(box).setAccessibleName(name or ("" if own is None else own.text()))


represent(QLabel, _figure)
represent(QComboBox, _name_choice)


def _make(_class_name: str, each: QObject) -> QAccessibleInterface | None:
    for kind in type(each).__mro__:
        if kind in _makers:
            return _makers[kind](each)
    return None
