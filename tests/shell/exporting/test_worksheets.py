"""Worksheets: the menu writes questions and answers as PDF or SVG, and says why it cannot."""

from __future__ import annotations

from nnplay.project.presets import preset


def test_svg_and_pdf_with_answers_beside(window, session, tmp_path, qtbot) -> None:
    session.document.replace(preset("one-weight"), None)
    session.controller.show(session.document.project)
    qtbot.waitUntil(lambda: session.controller.dataset is not None)
    with qtbot.waitSignal(window.worksheets.saved):
        window.worksheets.write(tmp_path / "sheet.svg")
    assert "ŷ = w·x = ____" in (tmp_path / "sheet.svg").read_text(encoding="utf-8")
    assert "ŷ = w·x = 5 × 2 = 10" in (tmp_path / "sheet-answers.svg").read_text(encoding="utf-8")
    window.worksheets.write(tmp_path / "sheet.pdf")
    for name in ("sheet.pdf", "sheet-answers.pdf"):
        content = (tmp_path / name).read_bytes()
        assert content.startswith(b"%PDF")
        assert len(content) > 3000


def test_a_large_network_is_refused_in_a_sentence(window, session, tmp_path, qtbot) -> None:
    session.document.replace(preset("spiral"), None)
    session.controller.show(session.document.project)
    with qtbot.waitSignal(session.document.reported) as reported:
        window.worksheets.write(tmp_path / "sheet.pdf")
    assert "too long" in str(reported.args[0])
    assert not list(tmp_path.glob("*.pdf"))
