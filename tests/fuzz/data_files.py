"""Mutated CSV, IDX and npz files: each is loaded as another reader has it, or refused with a sentence, within 2 s.

``python -m tests.fuzz.data_files 10000`` runs as many as are asked for; the suite runs a few hundred.
"""

from __future__ import annotations

import csv
import gzip
import io
import struct
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import numpy as np

from nnplay.data import ArraysChoice, TableChoice, load, open_data, read_idx
from nnplay.data.table import Role, Scaling
from nnplay.engine import NnplayError

MOST_SECONDS = 2.0
_SPECIAL = (
    b"\0",
    b"\xff",
    b'"',
    b",",
    b";",
    b"\n",
    b"\r",
    b"\t",
    b"nan",
    b"1e999",
    b"-",
    b"_",
    b"\xef\xbb\xbf",
    b"'",
    b"inf",
)


def mutated(content: bytes, rng: np.random.Generator) -> bytes:
    """The content with one thing done to it, or a few."""
    data = bytearray(content)
    for _ in range(rng.choice([1, 1, 1, 2, 4])):
        place = int(rng.integers(len(data) + 1)) if len(data) else 0
        match rng.integers(7):
            case 0 if data:
                data[place % len(data)] = int(rng.integers(256))
            case 1:
                del data[place : place + int(rng.integers(1, 40))]
            case 2:
                data[place:place] = _SPECIAL[int(rng.integers(len(_SPECIAL)))]
            case 3:
                data[place:place] = rng.bytes(int(rng.integers(1, 20)))
            case 4:
                del data[place:]
            case 5:
                data[place:place] = data[place : place + 60] * int(rng.integers(1, 4))
            case _ if data and rng.random() < 0.3:
                start = int(rng.integers(min(len(data), 64)))
                data[start : start + 4] = struct.pack(">I", int(rng.choice([0, 1, 255, 2**31, 2**32 - 1])))
    return bytes(data)


def csv_seed(rng: np.random.Generator) -> bytes:
    """A table in one of many ways of writing."""
    separator = str(rng.choice([",", ";", "\t"]))
    lines = [separator.join(["width", "colour", "weight", "class"])] if rng.random() < 0.5 else []
    for i in range(int(rng.integers(3, 60))):
        cells = [
            f"{rng.normal():.3f}",
            str(rng.choice(["red", '"gr;een"', "蓝"])),
            str(int(rng.integers(100))),
            "ab"[i % 2],
        ]
        lines.append(separator.join(cells))
    text = str(rng.choice(["\n", "\r\n"])).join(lines)
    return text.encode(str(rng.choice(["utf-8", "utf-8-sig", "utf-16", "gb18030"])))


def idx_seed(rng: np.random.Generator) -> bytes:
    """Pictures, gzipped or not."""
    shape = [int(n) for n in rng.integers(1, 6, 3)]
    content = bytes([0, 0, 8, 3]) + struct.pack(">3I", *shape) + rng.bytes(int(np.prod(shape)))
    return gzip.compress(content) if rng.random() < 0.4 else content


def npz_seed(rng: np.random.Generator) -> bytes:
    """X and y, deflated or not."""
    n = int(rng.integers(4, 20))
    file = io.BytesIO()
    save = np.savez_compressed if rng.random() < 0.5 else np.savez
    x = rng.normal(size=(n, 3))
    if rng.random() < 0.3:  # what lies in a whole archive may be strange, too
        x = np.frombuffer(mutated(x.tobytes(), rng) + bytes(8 * n), np.float64, count=n).reshape(n, 1)
    save(file, x=x, y=np.arange(n) % 3)
    return file.getvalue()


def check_csv(path: Path) -> None:
    """Load it; every plain column must hold what the standard library reads there."""
    choice = open_data(path)
    assert isinstance(choice, TableChoice)
    dataset = load(replace(choice.scaled(Scaling.NONE), train_share=1.0), 0, 0)
    form = choice.form
    text = io.StringIO(path.read_bytes().decode(form.encoding), newline="")
    reader = csv.reader(text, delimiter=form.separator, quotechar=form.quote, skipinitialspace=form.separator == " ")
    rows = [row for row in reader if row and (len(row) > 1 or row[0].strip())][form.has_header :]
    names = list(dataset.features)
    for number, column in enumerate(choice.columns):
        cells = [row[number].replace(form.decimal, ".") for row in rows]
        if column.role is Role.NUMBER and len(rows) == len(dataset.train):
            expected = np.array([_number(cell) for cell in cells], np.float32)
            is_known = ~np.isnan(expected)
            found = dataset.train.x[:, names.index(column.name)]
            np.testing.assert_array_equal(found[is_known], expected[is_known])


def check_idx(path: Path) -> None:
    """Read it; the elements must be the file's last bytes."""
    found = read_idx(path)
    content = path.read_bytes()
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    n_axes = content[3]
    shape = struct.unpack(f">{n_axes}I", content[4 : 4 + 4 * n_axes])
    np.testing.assert_array_equal(found, np.frombuffer(content[4 + 4 * n_axes :], np.uint8).reshape(shape))


def check_npz(path: Path) -> None:
    """Load it; the numbers must be NumPy's."""
    choice = open_data(path)
    assert isinstance(choice, ArraysChoice)
    dataset = load(replace(choice, train_share=1.0), 0, 0)
    with np.lib.npyio.NpzFile(path, allow_pickle=False) as arrays:
        np.testing.assert_array_equal(dataset.train.x, arrays["x"].astype(np.float32))


KINDS: dict[str, tuple[Callable[[np.random.Generator], bytes], Callable[[Path], None]]] = {
    "csv": (csv_seed, check_csv),
    "idx": (idx_seed, check_idx),
    "npz": (npz_seed, check_npz),
}


def run(kind: str, seed: int, folder: Path) -> str:
    """One mutated file: ``loaded`` or ``refused``; anything else is an error that says the seed."""
    make, check = KINDS[kind]
    rng = np.random.default_rng([seed, *kind.encode()])
    path = folder / f"file.{kind}"
    path.write_bytes(mutated(make(rng), rng))
    start = perf_counter()
    try:
        check(path)
        outcome = "loaded"
    except NnplayError as error:
        str(error)  # the sentence can be made
        outcome = "refused"
    except Exception as error:
        raise AssertionError(f"{kind} with seed {seed}: {error!r}") from error
    assert perf_counter() - start < MOST_SECONDS, f"{kind} with seed {seed} is slow"
    return outcome


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return float("nan")


def main() -> None:
    """Run as many of each kind as the command line says, and count."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            print(kind, dict(Counter(run(kind, seed, Path(folder)) for seed in range(n))))


if __name__ == "__main__":
    main()
