"""Lists that open: every entry is seen, in the usual and in the largest type."""

import pytest
from PySide6.QtWidgets import QComboBox

from nnplay.appearance import metrics
from nnplay.appearance.theme import theme


@pytest.fixture(params=(1.0, max(metrics.TEXT_SCALES)))
def text_scale(request, dressed):
    theme().set_text_scale(request.param)
    theme().apply()
    yield request.param
    theme().set_text_scale(1.0)


@pytest.mark.parametrize("has_focus", [False, True])
def test_an_open_list_shows_all_its_entries(text_scale, window, has_focus):
    """A list that is two pixels too low is a row shorter, and scrolls."""
    for name in ("settings", "activation", "landscape"):
        window.show_panel(name)
    window.activateWindow()
    boxes = [box for box in window.findChildren(QComboBox) if box.isVisible() and box.count() > 1]
    assert len(boxes) > 4
    for box in boxes:
        if has_focus:
            box.setFocus()
        box.showPopup()
        view, n = box.view(), min(box.count(), box.maxVisibleItems())
        rows = [view.visualRect(view.model().index(row, box.modelColumn())) for row in range(n)]
        box.hidePopup()
        assert rows[0].top() >= 0, box.accessibleName()
        assert rows[-1].bottom() < view.viewport().height(), box.accessibleName()
