"""Calls the getters of Qt that nnplay calls, on bare objects, and prints as JSON which of them hand something over.

A process of its own, since afterwards its objects may die at any moment: ``python -m tests.architecture.getter_proof``.
"""

import ast
import json
import os
import sys
import types
import typing
from collections.abc import Callable, Iterator
from pathlib import Path

import shiboken6
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsProxyWidget,
    QLayout,
    QLayoutItem,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)
from PySide6.support.signature import get_signature

import nnplay
from tests.qt_ownership import FORBIDDEN

_BLOCKING = {"exec", "exec_"}
_TAKING = ("add", "insert", "take", "create", "set", "remove", "replace", "clone", "begin")
"""So begin the names of what hands something over on purpose."""

_HARMLESS = {"screen", "windowHandle"}
"""What they return has nothing below it, and nobody keeps it."""

_ARGUMENTS = {
    int: 0,
    str: "",
    bool: False,
    type: QWidget,
    QTransform: QTransform(),
    QModelIndex: QModelIndex(),
    QPoint: QPoint(5, 5),
    QPointF: QPointF(5, 5),
    QRect: QRect(0, 0, 9, 9),
    QRectF: QRectF(0, 0, 9, 9),
}


def called_names() -> set[str]:
    """Return the names of all methods that nnplay calls on anything."""
    calls = (
        node.func.attr
        for file in Path(nnplay.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    )
    return set(calls)


def world() -> list[object]:
    """Return a window with one of everything that Qt's classes may hand out, all of it held by Python."""
    window = QMainWindow()
    made: list[object] = [window]

    def keep(thing):
        made.append(thing)
        return thing

    menu = keep(window.menuBar().addMenu("menu"))
    action = keep(menu.addAction("action"))
    actions = keep(QtGui.QActionGroup(window))
    checked = keep(actions.addAction("one of a group"))
    checked.setCheckable(True)
    checked.setChecked(True)
    menu.setDefaultAction(action)
    bar = keep(window.addToolBar("bar"))
    bar.addAction(action)
    bar.addWidget(keep(QtWidgets.QToolButton()))
    center = keep(QWidget())
    window.setCentralWidget(center)
    dock = keep(QtWidgets.QDockWidget("dock", window))
    window.addDockWidget(QtCore.Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    dock.setTitleBarWidget(keep(QWidget()))
    column = keep(QVBoxLayout(center))
    inner = keep(QtWidgets.QHBoxLayout())
    column.addLayout(inner)
    for layout in (QtWidgets.QGridLayout, QtWidgets.QFormLayout, QtWidgets.QStackedLayout):
        page = keep(QWidget())
        inside = keep(layout(page))
        inside.addWidget(keep(QtWidgets.QLabel("in a layout")))
        column.addWidget(page)
    group = keep(QtWidgets.QButtonGroup(window))
    for kind in (QtWidgets.QRadioButton, QtWidgets.QCheckBox, QtWidgets.QPushButton):
        button = keep(kind("button"))
        button.setCheckable(True)
        button.setChecked(True)
        group.addButton(button, 0)
        inner.addWidget(button)
    model = keep(QtGui.QStandardItemModel(2, 2, window))
    proxy = keep(QtCore.QSortFilterProxyModel(window))
    proxy.setSourceModel(model)
    for view in (QtWidgets.QTableView, QtWidgets.QTreeView, QtWidgets.QListView):
        table = keep(view())
        table.setModel(proxy)
        table.setItemDelegate(keep(QtWidgets.QStyledItemDelegate(table)))
        column.addWidget(table)
    widget_list = keep(QtWidgets.QListWidget())
    widget_list.addItem("item")
    tree = keep(QtWidgets.QTreeWidget())
    tree.addTopLevelItem(QtWidgets.QTreeWidgetItem(["item"]))
    combo = keep(QtWidgets.QComboBox())
    combo.setEditable(True)
    line = keep(QtWidgets.QLineEdit())
    line.setCompleter(keep(QtWidgets.QCompleter(["a"], line)))
    plain = keep(QtWidgets.QPlainTextEdit())
    tabs, stack, splitter, area = (
        keep(QtWidgets.QTabWidget()),
        keep(QtWidgets.QStackedWidget()),
        keep(QtWidgets.QSplitter()),
        keep(QtWidgets.QScrollArea()),
    )
    tabs.addTab(keep(QWidget()), "tab")
    tabs.setCornerWidget(keep(QWidget()))
    stack.addWidget(keep(QWidget()))
    splitter.addWidget(keep(QWidget()))
    area.setWidget(keep(QWidget()))
    scene = keep(QtWidgets.QGraphicsScene(window))
    graphics = keep(QtWidgets.QGraphicsView(scene))
    parent = keep(QtWidgets.QGraphicsRectItem(0, 0, 50, 50))
    scene.addItem(parent)
    for kind in (QtWidgets.QGraphicsPathItem, QtWidgets.QGraphicsLineItem, QtWidgets.QGraphicsSimpleTextItem):
        keep(kind(parent))
    text = keep(QtWidgets.QGraphicsTextItem("text", parent))
    keep(QtWidgets.QGraphicsWidget(parent))
    text.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)
    text.setFocus()
    held = keep(QtWidgets.QLabel("held by a proxy"))
    keep(scene.addWidget(held))
    stack_of_steps = keep(QtGui.QUndoStack(window))
    buttons = keep(QtWidgets.QDialogButtonBox(QtWidgets.QDialogButtonBox.StandardButton.Ok))
    for each in (widget_list, tree, combo, line, plain, keep(QtWidgets.QTextEdit()), tabs, stack, splitter, area):
        column.addWidget(each)
    for each in (graphics, buttons, keep(QtWidgets.QSpinBox()), keep(QtWidgets.QDoubleSpinBox())):
        column.addWidget(each)
    for kind in (QtWidgets.QSlider, QtWidgets.QProgressBar, QtWidgets.QTextBrowser, QtWidgets.QTabBar):
        column.addWidget(keep(kind()))
    dialog = keep(QtWidgets.QMessageBox(window))
    dialog.setDefaultButton(dialog.addButton(QtWidgets.QMessageBox.StandardButton.Ok))
    made += [QtGui.QShortcut(window), QtCore.QTimer(window), QtCore.QVariantAnimation(window), stack_of_steps]
    made += [QtCore.QThread(window), QtCore.QFileSystemWatcher(window), QApplication.instance()]
    return made


def getters(kind: type, names: set[str], things: list[object]) -> Iterator[tuple[str, list[object]]]:
    """Yield the methods of a kind of object that hand out a living object of Qt, with arguments to call them."""
    for name in sorted(names):
        method = getattr(kind, name, None)
        if method is None or name in _BLOCKING or name.startswith(_TAKING):
            continue
        found = get_signature(method)
        for signature in found if isinstance(found, list) else [found]:
            if signature is not None and any(map(_is_living, _kinds(signature.return_annotation))):
                inputs = [each for each in signature.parameters.values() if each.name != "self"]
                wanted = [each.annotation for each in inputs if each.default is each.empty]
                arguments = [_argument(each, things) for each in wanted]
                if None not in arguments:
                    yield name, arguments


def _argument(annotation: object, things: list[object]) -> object | None:
    is_choice = isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union
    for kind in typing.get_args(annotation) if is_choice else [annotation]:
        if kind in _ARGUMENTS:
            return _ARGUMENTS[kind]
        if _is_living(kind):
            return next((each for each in things if isinstance(each, kind)), None)
    return None


def _kinds(annotation: object) -> list[object]:
    return [annotation, *(part for each in typing.get_args(annotation) for part in _kinds(each))]


def _is_living(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, QObject | QGraphicsItem | QLayoutItem)


def python_parent(thing: object) -> str:
    """Return what PySide takes for the parent of an object, as it prints it."""
    lines = [line for line in shiboken6.dump(thing).splitlines() if line.startswith("parent")]
    return lines[0].split(" ", 1)[1] if lines else ""


def owners(thing: object) -> list[object]:
    """Return what Qt deletes an object with: its parents up to the window, or the scene that holds it."""
    found: list[object] = []
    if isinstance(thing, QGraphicsItem):
        found += [thing.parentItem(), thing.scene()]
    while isinstance(thing, QObject) and (thing := thing.parent()) is not None:
        found.append(thing)
    return [each for each in found if each is not None]


def wrongs(thing: object, name: str, arguments: list[object]) -> list[str]:
    """Return what calling a getter changes that it should not."""
    was_owned = shiboken6.ownedByPython(thing)
    answer = getattr(thing, name)(*arguments)
    found = []
    if shiboken6.ownedByPython(thing) and not was_owned:
        found.append("what is asked belongs to Python afterwards, and dies with its last name")
    for each in answer if isinstance(answer, list | tuple) else [answer]:
        # A layout goes with its page, and a proxy takes its widget along.
        if isinstance(thing, QLayout | QGraphicsProxyWidget) or not _is_living(type(each)):
            continue
        if python_parent(each) == str(thing) and thing not in owners(each):
            found.append(f"a {type(each).__name__} dies for Python with what was asked")
    return found


def is_forbidden(kind: type, name: str) -> bool:
    return any(issubclass(kind, each) and name in names for each, names in FORBIDDEN.items())


def called() -> tuple[list[str], int]:
    """Return what the getters that nnplay calls do wrong, and how many there are."""
    things, names = world(), called_names()
    found, n_called = set(), 0
    for kind, thing in {type(thing): thing for thing in things}.items():
        for name, arguments in getters(kind, names, things):
            if not is_forbidden(kind, name) and name not in _HARMLESS:
                n_called += 1
                found |= {f"{kind.__name__}.{name}: {wrong}" for wrong in wrongs(thing, name, arguments)}
    return sorted(found), n_called


def forbidden() -> list[str]:
    """Return which of the forbidden getters are forbidden without a reason."""
    innocent = []
    for kind, names in FORBIDDEN.items():
        for name in names:
            arguments = [0] if name == "button" else []
            if not any(wrongs(thing, name, arguments) for thing in world() if isinstance(thing, kind)):
                innocent.append(f"{kind.__name__}.{name}")
    return innocent


def dies_with(ask: Callable[[QWidget], object]) -> bool:
    """Whether a menu's action of the window dies for Python with a widget that had been asked for something."""
    window = QMainWindow()
    action = window.menuBar().addMenu("menu").addAction("action")
    widget = QWidget(window)
    ask(widget)
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not shiboken6.isValid(action)


def main() -> None:
    """Print everything, and leave without tidying up what may be broken."""
    application = QApplication([])
    wrong, n_called = called()  # first, while nothing is broken
    innocent = forbidden()
    asked = {name: dies_with(getattr(QWidget, name)) for name in ("window", "focusWidget", "nextInFocusChain")}
    json.dump({"wrong": wrong, "n_called": n_called, "innocent": innocent, "dies_with": asked}, sys.stdout)
    sys.stdout.flush()
    os._exit(application is None)


if __name__ == "__main__":
    main()
