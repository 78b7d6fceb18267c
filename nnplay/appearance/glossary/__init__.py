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
"""Terms by their name in the code."""

LESSON_SCHEME = "lesson:"
"""The beginning of a link to a lesson; the lesson's number follows."""


def title_of(name: str) -> str:
    """Return a term's title, translated."""
    return _translated(TERMS[name].title)


def what_is(name: str) -> str:
    """Return a term's definition in one sentence, translated."""
    return _translated(TERMS[name].what)


def tooltip(name: str) -> str:
    """Return a term's definition and the effect of raising it, as rich text, which Qt wraps."""
    term = TERMS[name]
    arrow = "↑ " if term.is_raised else ""
    return f"<p>{escape(_translated(term.what))}</p><p>{arrow}{escape(_translated(term.more))}</p>"


def article(name: str) -> str:
    """Return everything about a term as rich text, with a link to its lesson."""
    lesson = TERMS[name].lesson
    link = QCoreApplication.translate("glossary", "Lesson {number}").format(number=lesson)
    return f'<h4>{escape(title_of(name))}</h4>{tooltip(name)}<p><a href="{LESSON_SCHEME}{lesson}">{link}</a></p>'


def explain(name: str, *widgets: QWidget) -> None:
    """Explain widgets by a term: in the tooltip, in "What's this?", and to screen readers.

    A tooltip that a widget already has is more specific than the glossary's, and stays.
    """
    for widget in widgets:
        widget.setToolTip(widget.toolTip() or tooltip(name))
        widget.setWhatsThis(article(name))
        widget.setAccessibleDescription(widget.accessibleDescription() or what_is(name))


def _translated(text: str) -> str:
    return QCoreApplication.translate("glossary", text)


__all__ = ["LESSON_SCHEME", "TERMS", "Term", "article", "explain", "title_of", "tooltip", "what_is"]
