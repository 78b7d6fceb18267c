"""Which language is spoken: asked for, or the environment's."""

import pytest

from nnplay import resources
from nnplay.languages import available, nearest, wanted


def test_english_comes_first():
    assert available()[0] == "en"
    assert "zh_CN" in available()


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["zh_CN.UTF-8"], "zh_CN"),
        (["zh-Hans-CN"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["fr_FR", "zh_CN"], "zh_CN"),
        (["en_GB", "zh_CN"], "en"),
        (["C.UTF-8"], "en"),
        (["POSIX"], "en"),
        ([""], "en"),
        ([], "en"),
    ],
)
def test_a_name_becomes_the_nearest_language(names, code):
    assert nearest(names) == code


def test_of_two_countries_the_person_s_own_is_taken(tmp_path, monkeypatch):
    for code in ("en", "pt_BR", "pt_PT"):
        (tmp_path / f"nnplay_{code}.qm").touch()
    monkeypatch.setattr(resources, "path", lambda *parts: tmp_path)
    assert nearest(["pt_PT.UTF-8"]) == "pt_PT"
    assert nearest(["pt_AO"]) == "pt_BR"


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LC_ALL": "zh_CN.UTF-8", "LANGUAGE": "en"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LANGUAGE": "fr:zh_CN:en"}, "zh_CN"),
        ({"LANGUAGE": "", "LANG": "zh_CN"}, "zh_CN"),
        ({}, "en"),
    ],
)
def test_the_environment_speaks_in_gettext_s_order(environ, code):
    assert wanted(["train", "circle"], environ) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["train", "--language", "en"], "en"),
        (["--language=en"], "en"),
        (["train", "--language", "zh"], "zh_CN"),
        (["train", "--language"], "en"),  # argparse will say what is missing
        (["train", "language"], "zh_CN"),
        ([], "zh_CN"),
    ],
)
def test_what_is_asked_for_goes_before_the_environment(words, code):
    assert wanted(words, {"LANG": "zh_CN.UTF-8"}) == code
