"""The glossary: one table of short texts that feeds tooltips, "What's this?", screen readers and the glossary panel."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nnplay.appearance.glossary.data_terms import DATA_TERMS
from nnplay.appearance.glossary.network_terms import NETWORK_TERMS
from nnplay.appearance.glossary.term import Term
from nnplay.appearance.glossary.training_terms import TRAINING_TERMS

TERMS: dict[str, Term] = NETWORK_TERMS | TRAINING_TERMS | DATA_TERMS
"""By the word for it in code."""

LESSON_SCHEME = "lesson:"
"""What a link to a lesson begins with; its number follows."""


def title_of(name: str) -> str:
    """Return what a term is called, translated."""
    return _translated(TERMS[name].title)


def what_is(name: str) -> str:
    """Return what it is, in a sentence, translated."""
    return _translated(TERMS[name].what)


def tooltip(name: str) -> str:
    """Return what it is and what happens if one raises it, as rich text, which Qt breaks into lines."""
    term = TERMS[name]
    arrow = "↑ " if term.is_raised else ""
    return f"<p>{escape(_translated(term.what))}</p><p>{arrow}{escape(_translated(term.more))}</p>"


def article(name: str) -> str:
    """Return all about a term as rich text, with a link to its lesson."""
    lesson = TERMS[name].lesson
    link = QCoreApplication.translate("glossary", "Lesson {number}").format(number=lesson)
    return f'<h4>{escape(title_of(name))}</h4>{tooltip(name)}<p><a href="{LESSON_SCHEME}{lesson}">{link}</a></p>'


def explain(name: str, *widgets: QWidget) -> None:
    """Let widgets explain themselves: to the pointer, to "What's this?", and to screen readers.

    A tooltip that a widget has already is nearer to it than the glossary's, and stays.
    """
    for widget in widgets:
        widget.setToolTip(widget.toolTip() or tooltip(name))
        widget.setWhatsThis(article(name))
        widget.setAccessibleDescription(widget.accessibleDescription() or what_is(name))


def _translated(text: str) -> str:
    return QCoreApplication.translate("glossary", text)


__all__ = ["LESSON_SCHEME", "TERMS", "Term", "article", "explain", "title_of", "tooltip", "what_is"]
