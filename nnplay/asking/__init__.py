"""Asking a trained network: one example or many in, the answer in the person's own words out; no Qt.

``Form`` says what a row of the data consists of, ``Example`` is one thing to ask about, ``Asker`` gets its ``Answer``.
The window and ``nnplay predict`` share every function here, so that they give equal answers.
"""

from nnplay.asking.answer import Answer, Asker, Meaning
from nnplay.asking.asked_rows import AskedRows
from nnplay.asking.example import Example, Origin, example_of, quantity_text
from nnplay.asking.form import Field, Form, form_of, own_number
from nnplay.asking.rows import ask_rows

__all__ = [
    "Answer",
    "AskedRows",
    "Asker",
    "Example",
    "Field",
    "Form",
    "Meaning",
    "Origin",
    "ask_rows",
    "example_of",
    "form_of",
    "own_number",
    "quantity_text",
]
