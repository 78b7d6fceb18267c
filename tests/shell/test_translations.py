"""The window's language: resolved from codes and from the system, Qt's own words included."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from nnplay.engine import Conv2D, Dense, Input, NetworkSpec, ShapeError
from nnplay.shell import translations
from nnplay.shell.messages import sentence
from nnplay.shell.settings import SYSTEM


@pytest.fixture(autouse=True)
def english_again(qapp):
    locale = QLocale()
    yield
    translations.install("en")
    QLocale.setDefault(locale)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("en", "en"),
        ("en_GB", "en"),
        ("zh_CN", "zh_CN"),
        ("zh", "zh_CN"),
        ("zh-Hans-SG", "zh_CN"),
        ("fr", "en"),
        ("?", "en"),
    ],
)
def test_a_code_becomes_the_nearest_language(asked, code):
    assert translations.resolve(asked) == code


@pytest.mark.parametrize(
    ("wanted", "code"), [(["de-DE", "zh-Hans-CN", "en"], "zh_CN"), (["en-US"], "en"), ([], "en"), (["C"], "en")]
)
def test_the_system_s_languages_are_tried_in_their_order(monkeypatch, wanted, code):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda self: wanted)
    assert translations.resolve(SYSTEM) == code


def test_qt_s_own_words_are_translated_too():
    translations.install("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    translations.install("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_reason_within_an_error_is_translated_too():
    translations.install("zh_CN")
    with pytest.raises(ShapeError) as caught:
        NetworkSpec.chain(Input((2,)), Conv2D(8, (3, 3)), Dense(1))
    text = sentence(caught.value)
    assert "conv2d" in text
    assert not re.search(r"[A-Za-z]{3,} [A-Za-z]", text)  # no two English words


def test_numbers_follow_the_language():
    translations.install("zh_CN")
    assert QLocale().language() == QLocale.Language.Chinese
