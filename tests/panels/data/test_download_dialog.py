"""DownloadDialog: asks first, fetches, says what is wrong, goes on; against a server on this machine."""

import threading
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from nnplay.data.publications import Publication, RemoteFile
from nnplay.panels.data.download_dialog import DownloadDialog

CONTENT = bytes(range(256)) * 40


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", str(len(CONTENT)))
        self.end_headers()
        self.wfile.write(CONTENT)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    made.asked = []
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def dialog_for(server, folder, qtbot, checksum=None):
    file = RemoteFile("digits.bin", len(CONTENT), checksum or sha256(CONTENT).hexdigest())
    mirror = f"http://127.0.0.1:{server.server_address[1]}/"
    dialog = DownloadDialog(Publication("digits", "Digits", "example.org", (file,), (mirror,)), folder)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def press(dialog, text):
    next(each for each in dialog.findChildren(QPushButton) if each.text() == text).click()


def said(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_nothing_is_fetched_before_it_is_agreed(server, tmp_path, qtbot):
    dialog = dialog_for(server, tmp_path / "new", qtbot)
    assert "example.org" in said(dialog)
    assert "kB" in said(dialog) or "KiB" in said(dialog)
    press(dialog, "Not now")
    assert server.asked == []
    assert not (tmp_path / "new").exists()


def test_a_download_ends_with_the_folder(server, tmp_path, qtbot):
    dialog = dialog_for(server, tmp_path, qtbot)
    with qtbot.waitSignal(dialog.downloaded) as answer:
        press(dialog, "Download")
    assert answer.args == [tmp_path]
    assert (tmp_path / "digits.bin").read_bytes() == CONTENT


def test_wrong_bytes_are_said_and_offered_again(server, tmp_path, qtbot):
    dialog = dialog_for(server, tmp_path, qtbot, checksum="0" * 64)
    press(dialog, "Download")
    qtbot.waitUntil(lambda: "could not be downloaded" in said(dialog))
    assert "wrong content" in said(dialog)
    assert any(each.text() == "Go on" and each.isEnabled() for each in dialog.findChildren(QPushButton))
    dialog.reject()
