"""The guide: the same pages in every language, each with its pictures, opened from the menu."""

import re

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QTextBrowser

from nnplay import resources
from nnplay.appearance import glossary
from nnplay.appearance.theme import theme
from nnplay.languages import available
from nnplay.shell.manual import Manual, pages, title_of


@pytest.mark.parametrize("language", available())
def test_every_language_has_every_page(language):
    found = pages(language)
    assert [page.name for page in found] == [page.name for page in pages("en")]
    assert len(found) >= 12
    assert all(page.parent.name == language for page in found)
    assert len({title_of(page) for page in found}) == len(found)


@pytest.mark.parametrize("language", available())
def test_every_picture_is_there(language):
    for page in pages(language):
        for name in re.findall(r"!\[.+?\]\((.+?)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / name).resolve().is_file(), (page.name, name)


def test_another_language_gets_the_english_pages():
    assert pages("xx") == pages("en")


def test_pages_change_with_the_list_and_pictures_fit_the_page(window, qtbot):
    window.commands.help.guide.trigger()
    manual = window.findChild(Manual)
    text, titles = manual.findChild(QTextBrowser), manual.findChild(QListWidget)
    assert "Train" in text.toPlainText()
    titles.setCurrentRow(11)
    assert "Ctrl+K" in text.toPlainText()
    titles.setCurrentRow(0)
    image = text.document().resource(QTextDocument.ResourceType.ImageResource, "../pictures/en-window.png")
    assert not image.isNull()
    assert image.width() <= text.viewport().width()
    manual.close()


def test_a_page_shows_nothing_from_elsewhere(window):
    window.commands.help.guide.trigger()
    manual = window.findChild(Manual)
    text = manual.findChild(QTextBrowser)
    outside = "../../icons/play.svg"
    assert (resources.path("guide", "en") / outside).resolve().is_file()
    assert text.document().resource(QTextDocument.ResourceType.ImageResource, outside) is None
    manual.close()


def test_the_search_lists_the_pages_with_the_word_and_highlights_it(window):
    window.commands.help.guide.trigger()
    manual = window.findChild(Manual)
    text, titles = manual.findChild(QTextBrowser), manual.findChild(QListWidget)
    QTest.keyClicks(manual.search, "dendrites")
    assert [titles.item(row).text() for row in range(titles.count())] == ["What deep learning is"]
    marks = text.extraSelections()
    assert [mark.cursor.selectedText().casefold() for mark in marks] == ["dendrites"] * len(marks)
    assert marks
    QTest.keyClicks(manual.search, "qqq")
    assert titles.count() == 0
    manual.search.clear()
    assert titles.count() == len(pages("en"))
    manual.close()


def test_the_figures_are_painted_for_the_theme(window, qtbot):
    window.commands.help.open_page(glossary.IDEAS_PAGE)
    manual = window.findChild(Manual)
    document = manual.findChild(QTextBrowser).document()

    def corner() -> int:
        image = document.resource(QTextDocument.ResourceType.ImageResource, "../pictures/en-nested.png")
        return image.pixel(20, image.height() // 2)  # inside the outer box

    light = corner()
    theme().set_mode("dark")
    theme().apply()
    assert corner() != light
    manual.close()
