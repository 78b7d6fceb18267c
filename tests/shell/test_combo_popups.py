"""Lists that open: every entry is seen, in every panel and dialog, theme and size of type."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QWidget

from nnplay.appearance.theme import theme
from nnplay.panels.data_import.dialog import TableDialog, TableSource
from nnplay.panels.runs.luck_dialog import LuckDialog
from nnplay.panels.twins.another_dialog import AnotherDialog
from nnplay.shell.exporting.dialog import ExportDialog
from nnplay.shell.exporting.table import FORMS
from nnplay.shell.filming.film_dialog import FilmDialog


@pytest.fixture(params=[("light", 1.0), ("dark", 1.5)])
def looks(request, dressed):
    mode, scale = request.param
    theme().set_mode(mode)
    theme().set_text_scale(scale)
    theme().apply()
    yield request.param
    theme().set_text_scale(1.0)


def clipped(where: str, parent: QWidget) -> list[str]:
    """The visible lists of a widget that do not show all entries when they open: a row less, and they scroll."""
    found = []
    for box in parent.findChildren(QComboBox):
        if not box.isVisible() or box.count() < 2:
            continue
        box.setFocus()
        box.showPopup()
        view, n = box.view(), min(box.count(), box.maxVisibleItems())
        rows = [view.visualRect(view.model().index(row, box.modelColumn())) for row in range(n)]
        height = view.viewport().height()
        box.hidePopup()
        needed = rows[-1].bottom() + 1 - rows[0].top()
        if needed > height:
            found.append(f"{where}: {box.accessibleName()} needs {needed}, has {height}")
    return found


def test_the_lists_of_the_bar_and_of_every_panel_show_all_their_entries(looks, window):
    window.activateWindow()
    found, n_boxes = [], 0
    for name, dock in window.docks.items():
        window.show_panel(name)
        found += clipped(name, dock)
        n_boxes += len([box for box in dock.findChildren(QComboBox) if box.isVisible()])
    assert found + clipped("window", window) == []
    assert n_boxes > 12


def test_the_lists_of_the_dialogs_show_all_their_entries(looks, window, session, settings, qtbot, tmp_path: Path):
    window.commands.training.step.trigger()
    qtbot.waitUntil(lambda: session.document.project.run is not None)
    path = tmp_path / "table.csv"
    path.write_text("a,b,kind\n" + "\n".join(f"{i},{i * i},{'even' if i % 2 == 0 else 'odd'}" for i in range(30)))
    table = TableDialog(TableSource(str(path)), None, None, 1, window)
    exports = window.commands.file._exports
    dialogs = {
        "table": table,
        "twin": AnotherDialog(session.document.project, "learning_rate", window),
        "film": FilmDialog(session, settings, {"Loss": (lambda: window, False), "Map": (lambda: window, True)}, window),
        "luck": LuckDialog(session.document.project, session.document.project.run, window),
        **{f"export {name}": ExportDialog(exports, session, settings, name, window) for name in FORMS},
    }
    window.author.open()
    found = clipped("author", window.author.dialog)
    window.author.dialog.close()
    window.preferences.open()
    found += clipped("preferences", window.preferences.dialog)
    window.preferences.dialog.close()
    for name, dialog in dialogs.items():
        dialog.open()
        if dialog is table:
            qtbot.waitUntil(lambda: any(box.isVisible() for box in table.findChildren(QComboBox)))
        found += clipped(name, dialog)
        dialog.close()
    assert found == []
