"""``nnplay download``: nothing is fetched unless somebody agrees."""

import pytest


@pytest.mark.parametrize("name", ["mnist", "fashion-mnist"])
def test_nobody_agrees(nnplay, monkeypatch, tmp_path, name):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    ran = nnplay("download", name, "--folder", str(tmp_path / "here"))
    assert ran.status == 1
    assert "MB to" in ran.err
    assert "https://" in ran.err
    assert "--yes" in ran.err
    assert not (tmp_path / "here").exists()


def test_what_cannot_be_downloaded(nnplay):
    assert nnplay("download", "imagenet").status == 2
