"""Reasons: what systems and other libraries say, as values that can be translated."""

import errno
import locale
import os
import socket
import sys
import zipfile

import pytest

from nnplay.engine import NnplayError
from nnplay.engine.errors import DamagedError
from nnplay.engine.reasons import reason_of

USUAL = "ENOENT EACCES EPERM EISDIR ENOTDIR EEXIST ENOSPC EDQUOT EROFS ENAMETOOLONG EFBIG EMFILE ELOOP EBUSY EIO"
USUAL += " ECONNREFUSED ECONNRESET ETIMEDOUT ENETUNREACH EHOSTUNREACH"


@pytest.fixture
def plain_locale():
    """Qt has asked for the person's language, and the system answers in it from then on."""
    before = locale.setlocale(locale.LC_MESSAGES)
    locale.setlocale(locale.LC_MESSAGES, "C")
    yield
    locale.setlocale(locale.LC_MESSAGES, before)


@pytest.mark.skipif(sys.platform != "linux", reason="the words are those of Linux")
@pytest.mark.parametrize("name", USUAL.split())
def test_the_usual_failures_are_said_word_for_word(name, plain_locale):
    number = getattr(errno, name)
    reason = reason_of(OSError(number, os.strerror(number), "a/b"))
    assert isinstance(reason, NnplayError)
    assert str(reason) == os.strerror(number)


def test_the_number_counts_not_the_language_of_the_system():
    reason = reason_of(OSError(errno.ENOENT, "没有那个文件或目录", "a/b"))
    assert isinstance(reason, NnplayError)
    assert str(reason) == "No such file or directory"


def test_a_host_without_a_name():
    reason = reason_of(socket.gaierror(socket.EAI_NONAME, "Name oder Dienst nicht bekannt"))
    assert isinstance(reason, NnplayError)
    assert str(reason) == "Name or service not known"


def test_what_is_not_known_stays_as_it_comes():
    assert reason_of(OSError(9999, "the {moon} is full")) == "the {moon} is full"
    assert reason_of(OSError("no number")) == "no number"


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), "it is not a text in UTF-8"),
        (zipfile.BadZipFile("File is not a zip file"), "it is not a zip archive, or a damaged one"),
        (RecursionError(), "it is nested too deeply"),
        (KeyError("watch"), "its content makes no sense"),
    ],
)
def test_exceptions_of_other_libraries(error, text):
    assert str(reason_of(error)) == text


def test_reasons_and_lists_are_translated_within_a_sentence():
    words = {"{file} is damaged: {reason}": "{file}损坏：{reason}", "{name} lacks {names}": "{name}缺少{names}"}
    inner = DamagedError("{name} lacks {names}", name="Dense", names=["units", "activation"])
    assert reason_of(inner) is inner
    error = NnplayError("{file} is damaged: {reason}", file="a", reason=inner)
    assert error.sentence(lambda text: words[text]) == "a损坏：Dense缺少units, activation"
    assert str(error) == "a is damaged: Dense lacks units, activation"
    several = NnplayError("{reasons}", reasons=[inner, NnplayError("cut short")])
    assert str(several) == "Dense lacks units, activation, cut short"
