"""The glossary: one table of short texts that feeds tooltips, "What's this?", screen readers and the glossary panel."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nnplay.appearance.glossary.data_terms import DATA_TERMS
from nnplay.appearance.glossary.descent_terms import DESCENT_TERMS
from nnplay.appearance.glossary.function_terms import FUNCTION_TERMS
from nnplay.appearance.glossary.idea_terms import IDEA_TERMS
from nnplay.appearance.glossary.network_terms import NETWORK_TERMS
from nnplay.appearance.glossary.term import Term
from nnplay.appearance.glossary.training_terms import TRAINING_TERMS
from nnplay.appearance.languages import in_all_languages
from nnplay.appearance.matching import listed, ranked

TERMS: dict[str, Term] = NETWORK_TERMS | FUNCTION_TERMS | TRAINING_TERMS | DESCENT_TERMS | DATA_TERMS | IDEA_TERMS
"""Terms by their name in the code."""

LESSON_SCHEME = "lesson:"
"""The beginning of a link to a lesson; the lesson's number follows."""

GUIDE_SCHEME = "guide:"
"""The beginning of a link to a page of the guide; the name of its file, without ending, follows."""

IDEAS_PAGE = "15-what-deep-learning-is"
"""The page of the guide with the terms that belong to no lesson."""

FIGURE_SCHEME = "figure:"
"""The beginning of a picture's address; the name of one of ``nnplay.appearance.figures`` follows."""


def title_of(name: str) -> str:
    """Return a term's title, translated."""
    return _translated(TERMS[name].title)


def what_is(name: str) -> str:
    """Return a term's definition in one sentence, translated."""
    return _translated(TERMS[name].what)


def text_of(name: str) -> str:
    """Return what is written about a term, translated, as plain text."""
    return f"{what_is(name)} {_translated(TERMS[name].more)}"


def tooltip(name: str) -> str:
    """Return a term's definition and the effect of raising it, as rich text, which Qt wraps."""
    term = TERMS[name]
    arrow = "↑ " if term.is_raised else ""
    return f"<p>{escape(_translated(term.what))}</p><p>{arrow}{escape(_translated(term.more))}</p>"


def article(name: str) -> str:
    """Return everything about a term as rich text, with its figure and a link to its lesson or page of the guide."""
    term = TERMS[name]
    figure = f'<p><img src="{FIGURE_SCHEME}{term.figure}"></p>' if term.figure else ""
    return f"<h4>{escape(title_of(name))}</h4>{_other_names(term)}{tooltip(name)}{figure}<p>{_link(term)}</p>"


def names(name: str) -> list[str]:
    """Return a term's names in every language and spelling, as a search needs them."""
    term = TERMS[name]
    others = (each for text in in_all_languages("glossary", term.also) for each in listed(text)) if term.also else ()
    return [*in_all_languages("glossary", term.title), *others, name, *term.spellings]


def search(typed: str) -> list[str]:
    """Return the terms that match, the best first; without a word all of them, in the order of their titles."""
    in_order = sorted(TERMS, key=lambda name: title_of(name).casefold())
    return ranked(typed, in_order, names, text_of)


def explain(name: str, *widgets: QWidget) -> None:
    """Explain widgets by a term: in the tooltip, in "What's this?", and to screen readers.

    A tooltip that a widget already has is more specific than the glossary's, and stays.
    """
    for widget in widgets:
        widget.setToolTip(widget.toolTip() or tooltip(name))
        widget.setWhatsThis(article(name))
        widget.setAccessibleDescription(widget.accessibleDescription() or what_is(name))


def _other_names(term: Term) -> str:
    others = [*listed(_translated(term.also) if term.also else ""), *term.spellings]
    return f"<p><i>{escape(' · '.join(others))}</i></p>" if others else ""


def _link(term: Term) -> str:
    if term.lesson:
        text = QCoreApplication.translate("glossary", "Lesson {number}").format(number=term.lesson)
        return f'<a href="{LESSON_SCHEME}{term.lesson}">{text}</a>'
    text = QCoreApplication.translate("glossary", "Guide: What deep learning is")
    return f'<a href="{GUIDE_SCHEME}{IDEAS_PAGE}">{text}</a>'


def _translated(text: str) -> str:
    return QCoreApplication.translate("glossary", text)


__all__ = [
    "FIGURE_SCHEME",
    "GUIDE_SCHEME",
    "IDEAS_PAGE",
    "LESSON_SCHEME",
    "TERMS",
    "Term",
    "article",
    "explain",
    "names",
    "search",
    "text_of",
    "title_of",
    "tooltip",
    "what_is",
]
