"""argparse in another language: the list of its words is that of the Python that runs, and all of them are used."""

import argparse
import ast
import inspect

from nnplay.languages.argparse_words import WORDS

NEWER = {"%(heading)s:"}
"""Words that older versions of Python do not ask for."""


def test_the_words_are_argparse_s_own():
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(node, ast.Call)]
    known = {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
        for argument in call.args
        if isinstance(argument, ast.Constant)
    }
    assert set(WORDS) - NEWER <= known
