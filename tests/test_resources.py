"""The files that ship with nnplay are found in a checkout and in a wheel."""

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from nnplay import resources


def _load_copy(package: Path) -> ModuleType:
    """Import a copy of the module from another place, as an installation would have it."""
    package.mkdir()
    copy = shutil.copy(resources.__file__, package / "resources.py")
    spec = importlib.util.spec_from_file_location("resources_elsewhere", copy)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_checkout_has_them_beside_the_package() -> None:
    root = Path(__file__).resolve().parents[1]
    assert resources.path() == root / "resources"
    assert resources.path("styles", "nnplay.qss").is_file()


@pytest.mark.parametrize(("folder", "expected"), [("nnplay/_resources", "nnplay/_resources"), (".", "resources")])
def test_a_wheel_has_them_inside_the_package(tmp_path: Path, folder: str, expected: str) -> None:
    module = _load_copy(tmp_path / "nnplay")
    (tmp_path / folder).mkdir(exist_ok=True)
    assert module.path("icons", "play.svg") == tmp_path / expected / "icons" / "play.svg"
