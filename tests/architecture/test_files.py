"""Every file is read and written by ``nnplay.disk``, which keeps the rules about ordinary files and replacing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = [path for path in sorted((ROOT / "nnplay").rglob("*.py")) if path.parent.name != "disk"]

WRITERS = {"write_text", "write_bytes", "unlink", "rmdir", "rmtree", "copyfile", "copytree", "symlink_to", "tofile"}
WRITERS |= {"hardlink_to", "savez", "savez_compressed", "savetxt", "QFile", "QSaveFile", "fdopen", "mkstemp"}
READERS = {"read_text", "read_bytes", "fromfile", "loadtxt", "genfromtxt", "ZipFile"}
"""Methods and functions whose names tell."""

AMBIGUOUS = {"remove", "rename", "copy", "move", "truncate", "replace"}
"""Other things have methods of these names: they count where ``os`` or ``shutil`` is asked."""

EXCEPTIONS = {
    "nnplay/appearance/icons.py": {"read_text": "an icon that ships with nnplay"},
    "nnplay/appearance/theme.py": {"read_text": "a style sheet that ships with nnplay"},
    "nnplay/data/digit_cache.py": {"unlink": "old digits of our own cache"},
    "nnplay/data/download.py": {
        "open": "a download that goes on where it stopped, in a part file of our own",
        "unlink": "a part file of our own",
        "replace": "a download that is whole gets its name; a file there had a wrong check sum",
    },
    "nnplay/data/npz.py": {"ZipFile": "of an open file"},
    "nnplay/document/autosave.py": {"unlink": "a copy for recovery that has been written anew"},
    "nnplay/document/recovery.py": {"unlink": "our own copies for recovery"},
    "nnplay/exchange/program/data.py": {"read_text": "pieces of programs that ship with nnplay"},
    "nnplay/exchange/keras/read.py": {"ZipFile": "of bytes in memory"},
    "nnplay/exchange/opening.py": {"ZipFile": "of an open file"},
    "nnplay/exchange/torch/state.py": {"ZipFile": "of bytes in memory"},
    "nnplay/exchange/weights.py": {"ZipFile": "of bytes in memory"},
    "nnplay/exchange/tensors.py": {"ZipFile": "of bytes in memory"},
    "nnplay/languages/qm.py": {"read_bytes": "translations that ship with nnplay"},
    "nnplay/lessons/reading.py": {"unlink": "a language of a lesson that the person has replaced by another"},
    "nnplay/cli/main.py": {"open": "the null device, for what nobody reads any more"},
    "nnplay/project/own_digits.py": {"savez_compressed": "into memory"},
    "nnplay/project/starter.py": {"unlink": "the starter network that the person wants no more"},
    "nnplay/shell/crash_trail.py": dict.fromkeys(
        ("open", "read_text", "unlink"), "the log of crashes, in our own folder"
    ),
    "nnplay/shell/files/recovery_dialog.py": {"unlink": "the copy that the person has asked to delete"},
    "nnplay/shell/images/thumbnails.py": {"unlink": "old pictures of our own cache"},
    "nnplay/shell/manual.py": {"read_text": "the manual that ships with nnplay"},
    "nnplay/shell/report.py": {"read_text": "our own log"},
}
"""Who may do what by itself, and why."""


def calls(tree: ast.AST) -> Iterator[str]:
    """Yield the names of calls that read or write a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            owner = ast.unparse(node.func.value) if isinstance(node.func, ast.Attribute) else ""
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
            if _touches_a_file(name, owner, node):
                yield name


def _touches_a_file(name: str, owner: str, call: ast.Call) -> bool:
    if name in WRITERS | READERS or (name in AMBIGUOUS and owner in ("os", "shutil")):
        return True
    if name == "open":
        given = (part for each in [*call.args, *call.keywords] for part in ast.walk(each))
        modes = [part.value for part in given if isinstance(part, ast.Constant)]
        if owner == "Image":
            return ast.unparse(call.args[0]) != "file"  # an open file may well be a picture
        return owner in ("", "os", "gzip", "io") or any(map(_is_mode, modes))
    if name == "replace":  # of a path; a text's takes two, a dataclass's names what is replaced
        return owner in ("part", "temporary", "path") and len(call.args) == 1 and not call.keywords
    if name == "save":  # of a picture of Qt's
        return owner == "np" or any(ast.unparse(each).startswith("str(") for each in call.args)
    return name == "load" and owner == "np"


def _is_mode(value: object) -> bool:
    return isinstance(value, str) and bool(value) and set(value) <= set("rwxabt+")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_files_are_read_and_written_in_one_place(file: Path) -> None:
    found = set(calls(ast.parse(file.read_text(encoding="utf-8"))))
    assert found == set(EXCEPTIONS.get(str(file.relative_to(ROOT)), {}))


def test_the_exceptions_are_files_that_are_there() -> None:
    assert set(EXCEPTIONS) <= {str(file.relative_to(ROOT)) for file in FILES}


@pytest.mark.parametrize(
    "text",
    [
        "path.write_text('x')",
        "path.write_bytes(b'x')",
        "open(path, 'w')",
        "path.open('wb')",
        "path.open(mode='a')",
        "os.replace(a, b)",
        "part.replace(path)",
        "shutil.move(a, b)",
        "np.savez(path, x=x)",
        "image.save(str(path))",
        "QSaveFile(path)",
        "path.read_bytes()",
        "np.load(path)",
        "zipfile.ZipFile(path)",
        "Image.open(path)",
    ],
)
def test_a_writer_or_reader_is_seen(text: str) -> None:
    assert list(calls(ast.parse(text)))


@pytest.mark.parametrize("text", ["text.replace('a', 'b')", "values.copy()", "dialog.open()", "painter.save()"])
def test_what_is_about_something_else_is_not(text: str) -> None:
    assert not list(calls(ast.parse(text)))
