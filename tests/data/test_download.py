"""Downloads against a server of our own that stalls, cuts, lies, redirects and resumes."""

from __future__ import annotations

import threading
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic

import pytest

from nnplay.data.download import download
from nnplay.data.loading import LoadCancelledError
from nnplay.data.publications import PUBLICATIONS, Publication, RemoteFile, is_complete
from nnplay.engine import DataError

CONTENTS = {"a.gz": bytes(range(256)) * 2000, "b.gz": b"labels" * 100}
FILES = tuple(RemoteFile(name, len(content), sha256(content).hexdigest()) for name, content in CONTENTS.items())


class Server(ThreadingHTTPServer):
    """Serves the files under ``/whole/``, and badly under the names of what can go wrong."""

    daemon_threads = False

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.release = threading.Event()
        self.requests = []

    def address(self, way):
        return f"http://127.0.0.1:{self.server_port}/{way}/"


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        _, way, name = self.path.split("/")
        content = CONTENTS[name]
        self.server.requests.append((way, name, self.headers.get("Range")))
        if way in ("moved", "loop"):
            self.send_response(302)
            self.send_header("Location", self.server.address("whole" if way == "moved" else "loop") + name)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if way == "none":
            self.send_error(404)
            return
        if way == "wrong":
            content = b"?" * len(content)
        if way == "long":
            content += b"more"
        start = 0
        wanted = self.headers.get("Range")
        if wanted and way != "no-parts":
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content) - start))
        self.send_header("Connection", "close")
        self.end_headers()
        if way in ("cut", "stall"):
            self.wfile.write(content[start : start + len(content) // 3])
            self.wfile.flush()
            if way == "stall":
                self.server.release.wait(20)
            self.close_connection = True
            return
        self.wfile.write(content[start:])


@pytest.fixture
def server():
    with Server() as server:
        thread = threading.Thread(target=partial(server.serve_forever, 0.01))
        thread.start()
        yield server
        server.release.set()
        server.shutdown()
        thread.join()
    for thread in threading.enumerate():
        if thread.name == "download":
            thread.join()


def published(server, *ways):
    return Publication("test", "Test data", "example.org", FILES, tuple(server.address(way) for way in ways))


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_files_with_progress(server, tmp_path):
    shares = []
    publication = published(server, "whole")
    assert not is_complete(publication, tmp_path / "new")
    download(publication, tmp_path / "new", lambda share, _: shares.append(share))
    assert contents(tmp_path / "new") == CONTENTS
    assert is_complete(publication, tmp_path / "new")
    assert shares == sorted(shares)
    assert shares[-1] == 1
    n_requests = len(server.requests)
    download(publication, tmp_path / "new")
    assert len(server.requests) == n_requests  # what is whole is not fetched again


@pytest.mark.parametrize("bad", ["none", "wrong", "cut", "long", "loop"])
def test_the_next_mirror_helps(server, tmp_path, bad):
    download(published(server, bad, "whole"), tmp_path)
    assert contents(tmp_path) == CONTENTS


def test_redirects_are_followed(server, tmp_path):
    download(published(server, "moved"), tmp_path)
    assert contents(tmp_path) == CONTENTS


def test_a_stall_is_noticed(server, tmp_path):
    start = monotonic()
    download(published(server, "stall", "whole"), tmp_path, stall_s=0.3)
    assert contents(tmp_path) == CONTENTS
    assert monotonic() - start < 10


def test_a_cut_download_is_gone_on_with(server, tmp_path):
    with pytest.raises(DataError, match="cut short"):
        download(published(server, "cut"), tmp_path)
    arrived = (tmp_path / "a.gz.part").stat().st_size
    assert 0 < arrived < len(CONTENTS["a.gz"])
    server.requests.clear()
    download(published(server, "whole"), tmp_path)
    assert contents(tmp_path) == CONTENTS
    assert server.requests[0] == ("whole", "a.gz", f"bytes={arrived}-")


def test_a_server_without_parts_begins_anew(server, tmp_path):
    (tmp_path / "a.gz.part").write_bytes(b"something else")
    download(published(server, "no-parts"), tmp_path)
    assert contents(tmp_path) == CONTENTS


def test_a_damaged_part_is_thrown_away_in_the_end(server, tmp_path):
    (tmp_path / "a.gz.part").write_bytes(b"x" * 1000)
    (tmp_path / "b.gz").write_bytes(b"damaged")
    download(published(server, "whole", "whole"), tmp_path)
    assert contents(tmp_path) == CONTENTS


@pytest.mark.parametrize("way", ["stall", "whole"])
def test_cancel_acts_at_once(server, tmp_path, way):
    arrived, cancelled_at = threading.Event(), []

    def should_cancel():
        if arrived.is_set():
            cancelled_at.append(monotonic())
        return arrived.is_set()

    with pytest.raises(LoadCancelledError):
        download(published(server, way), tmp_path, lambda *_: arrived.set(), should_cancel)
    assert monotonic() - cancelled_at[0] < 0.3
    assert not (tmp_path / "b.gz").exists()


@pytest.mark.parametrize("way", ["wrong", "none", "loop"])
def test_without_a_good_mirror_a_sentence_and_no_file(server, tmp_path, way):
    with pytest.raises(DataError, match=r"“a.gz” of Test data could not be downloaded .* Without one"):
        download(published(server, way), tmp_path)
    assert not (tmp_path / "a.gz").exists()


def test_offline(tmp_path):
    publication = Publication("test", "Test", "example.org", FILES, ("http://127.0.0.1:9/", "file:///etc/", "ftp://x/"))
    with pytest.raises(DataError, match="Check the internet connection"):
        download(publication, tmp_path)


def test_a_folder_that_cannot_be(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="cannot be written"):
        download(PUBLICATIONS["mnist"], tmp_path / "file" / "folder")
