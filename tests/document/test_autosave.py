"""Autosave: what is written when, what is kept, and what is offered after a crash."""

import os
import signal
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from nnplay.document import Document, EditName
from nnplay.document import autosave as module
from nnplay.document.autosave import LATEST_MS, Autosave
from nnplay.document.copy import Copy
from nnplay.document.recovery import RecoveryFile, leftovers, prune
from nnplay.project import edits
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save


@pytest.fixture
def document(qtbot, monkeypatch):
    monkeypatch.setattr(module, "QUIET_MS", 30)
    monkeypatch.setattr(module, "LATEST_MS", 90)
    monkeypatch.setattr(module, "RETRY_MS", 50)
    return Document(preset("circle"))


@pytest.fixture
def autosave(document, tmp_path):
    made = Autosave(document, lambda: Copy(document.project), tmp_path / "recovery")
    yield made
    made.close()


def retitle(document, title):
    document.perform(EditName("Title"), lambda project: edits.set_title(project, title))


def test_an_untitled_project_is_kept_soon_after_an_edit(autosave, document, qtbot):
    with qtbot.waitSignal(autosave.written) as written:
        retitle(document, "Kept")
    assert load(written.args[0]).title == "Kept"


def test_nothing_is_written_where_nothing_has_changed(autosave, qtbot, tmp_path):
    with qtbot.assertNotEmitted(autosave.written, wait=150):
        autosave.touch()
    assert not (tmp_path / "recovery").exists()


def test_edits_without_a_pause_are_kept_all_the_same(autosave, document, qtbot):
    from PySide6.QtCore import QTimer

    numbers = iter(range(10_000))
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: retitle(document, f"Title {next(numbers)}"))
    timer.start()
    with qtbot.waitSignal(autosave.written, timeout=1000):
        pass
    timer.stop()


def test_training_progress_is_kept(document, qtbot, tmp_path):
    weights = np.zeros_like(document.project.parameters)
    autosave = Autosave(document, lambda: Copy(replace(document.project, parameters=weights)), tmp_path)
    with qtbot.waitSignal(autosave.written) as written:
        autosave.touch()
    assert not load(written.args[0]).parameters.any()
    autosave.close()


def test_saving_makes_the_copy_superfluous(autosave, document, qtbot, tmp_path):
    with qtbot.waitSignal(autosave.written) as written:
        retitle(document, "Kept")
    path = tmp_path / "own.nnplay"
    save(document.project, path)
    document.about_to_save()
    document.mark_saved(path)
    assert not written.args[0].exists()
    with qtbot.assertNotEmitted(autosave.written, wait=150):
        pass


def test_a_normal_end_leaves_nothing(document, qtbot, tmp_path):
    autosave = Autosave(document, lambda: Copy(document.project), tmp_path)
    with qtbot.waitSignal(autosave.written):
        retitle(document, "Kept")
    autosave.close()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_said_once(document, qtbot, tmp_path):
    (tmp_path / "file").touch()
    autosave = Autosave(document, lambda: Copy(document.project), tmp_path / "file" / "recovery")
    with qtbot.waitSignal(autosave.failed):
        retitle(document, "Lost")
    with qtbot.assertNotEmitted(autosave.failed, wait=150):
        retitle(document, "Lost again")
    autosave.close()


def test_what_goes_on_is_not_offered(tmp_path):
    place = RecoveryFile(tmp_path)
    save(preset("xor"), place.path)
    other = tmp_path / "20200101-000000-1-1.nnplay"
    save(preset("xor"), other)
    assert [each.path for each in leftovers(tmp_path)] == [other]
    place.release()
    assert [each.path for each in leftovers(tmp_path)] == [other]


def test_the_newest_ten_are_kept(tmp_path):
    place = RecoveryFile(tmp_path)
    save(preset("xor"), place.path)
    os.utime(place.path, (0, 0))
    for number in range(2, 15):
        save(preset("xor"), tmp_path / f"{number}-1-1.nnplay")
    prune(tmp_path)
    assert [each.path.stem for each in leftovers(tmp_path)] == [f"{number}-1-1" for number in range(14, 4, -1)]
    assert place.path.exists()
    place.release()


def test_a_killed_process_leaves_its_project(tmp_path):
    program = f"""
import sys
from pathlib import Path
from nnplay.document.recovery import RecoveryFile
from nnplay.project.storage.file import save
from nnplay.project.presets import preset
place = RecoveryFile(Path({str(tmp_path)!r}))
save(preset("xor"), place.path)
print(place.path, flush=True)
sys.stdin.read()
"""
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    path = process.stdout.readline().strip()
    assert leftovers(tmp_path) == []
    process.send_signal(signal.SIGKILL)
    process.communicate()
    (left,) = leftovers(tmp_path)
    assert str(left.path) == path
    assert load(left.path).title == "Exclusive or"


def test_a_recovered_project_is_not_saved_yet(qtbot):
    document = Document(preset("circle"))
    document.replace(preset("xor"), None, is_saved=False)
    assert document.is_modified
    retitle(document, "Something")
    document.undo()
    assert document.is_modified


def test_at_most_five_seconds_are_lost():
    assert LATEST_MS <= 4_000


def test_a_disk_that_was_full_is_tried_again_though_nothing_changes(document, qtbot, tmp_path):
    (tmp_path / "file").touch()
    autosave = Autosave(document, lambda: Copy(document.project), tmp_path / "file" / "recovery")
    with qtbot.waitSignal(autosave.failed):
        retitle(document, "Kept later")
    (tmp_path / "file").unlink()
    with qtbot.waitSignal(autosave.written) as written:
        pass
    assert load(written.args[0]).title == "Kept later"
    autosave.close()


@pytest.mark.parametrize("content", ["", "1\nnnplay\nanother-computer\n"])
def test_a_lock_that_nobody_holds_hides_no_copy(tmp_path, content):
    save(preset("xor"), tmp_path / "00000001-1-1.nnplay")
    (tmp_path / "00000001-1-1.lock").write_text(content)
    assert [each.path.name for each in leftovers(tmp_path)] == ["00000001-1-1.nnplay"]


def test_a_clock_that_is_set_back_takes_no_new_copy_away(tmp_path):
    for number in range(1, 13):
        path = tmp_path / f"{number:08d}-1-1.nnplay"
        save(preset("xor"), path)
        os.utime(path, (1e9 - number, 1e9 - number))
    prune(tmp_path)
    assert (tmp_path / "00000012-1-1.nnplay").exists()
    assert not (tmp_path / "00000001-1-1.nnplay").exists()
