"""The reader of .qm files against Qt's own."""

import pytest

from nnplay import resources
from nnplay.languages import qm

FOLDER = resources.path("translations")


def test_every_text_is_the_one_that_qt_finds() -> None:
    core = pytest.importorskip("PySide6.QtCore", exc_type=ImportError)
    translator = core.QTranslator()
    assert translator.load(str(FOLDER / "nnplay_zh_CN.qm"))
    words = qm.read(FOLDER / "nnplay_zh_CN.qm")
    assert len(words) > 1500
    assert {key: translator.translate(*key) or translator.translate(*key, None, 1) for key in words} == words


def test_other_files_are_refused(tmp_path) -> None:
    (tmp_path / "a.qm").write_bytes(b"PK junk")
    with pytest.raises(ValueError, match=r"not a \.qm file"):
        qm.read(tmp_path / "a.qm")
