"""The data sets that can be downloaded: MNIST and Fashion-MNIST, with their published sizes and checksums.

Separate from the download, so that code that only names them imports no network code.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nnplay.engine.errors import QT_TRANSLATE_NOOP

FASHION = "fashion-mnist"
"""Name of MNIST, and of its folder."""

FASHION_CLASSES = (
    QT_TRANSLATE_NOOP("data", "T-shirt"),
    QT_TRANSLATE_NOOP("data", "trousers"),
    QT_TRANSLATE_NOOP("data", "pullover"),
    QT_TRANSLATE_NOOP("data", "dress"),
    QT_TRANSLATE_NOOP("data", "coat"),
    QT_TRANSLATE_NOOP("data", "sandal"),
    QT_TRANSLATE_NOOP("data", "shirt"),
    QT_TRANSLATE_NOOP("data", "sneaker"),
    QT_TRANSLATE_NOOP("data", "bag"),
    QT_TRANSLATE_NOOP("data", "ankle boot"),
)


@dataclass(frozen=True)
class RemoteFile:
    """One file: its name, its length in bytes, and its SHA-256 in hexadecimal digits."""

    name: str
    size: int
    checksum: str


@dataclass(frozen=True)
class Publication:
    """A published data set.

    Attributes
    ----------
    name
        Name on the command line and of the folder.
    title
        Title for people.
    source
        The publisher's page.
    mirrors
        Addresses ending in a slash, to which a file's name is added; tried in this order.
    """

    name: str
    title: str
    source: str
    files: tuple[RemoteFile, ...]
    mirrors: tuple[str, ...]

    @property
    def size(self) -> int:
        """Total size in bytes."""
        return sum(file.size for file in self.files)


def is_complete(publication: Publication, folder: Path) -> bool:
    """Whether a folder has all files, by name and length."""
    return all(
        (folder / file.name).is_file() and (folder / file.name).stat().st_size == file.size
        for file in publication.files
    )


PUBLICATIONS: dict[str, Publication] = {
    each.name: each
    for each in (
        Publication(
            "mnist",
            "MNIST",
            "yann.lecun.com/exdb/mnist",
            (
                RemoteFile(
                    "train-images-idx3-ubyte.gz",
                    9_912_422,
                    "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                ),
                RemoteFile(
                    "train-labels-idx1-ubyte.gz",
                    28_881,
                    "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                ),
                RemoteFile(
                    "t10k-images-idx3-ubyte.gz",
                    1_648_877,
                    "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                ),
                RemoteFile(
                    "t10k-labels-idx1-ubyte.gz",
                    4_542,
                    "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                ),
            ),
            ("https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/"),
        ),
        Publication(
            FASHION,
            "Fashion-MNIST",
            "github.com/zalandoresearch/fashion-mnist",
            (
                RemoteFile(
                    "train-images-idx3-ubyte.gz",
                    26_421_880,
                    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                ),
                RemoteFile(
                    "train-labels-idx1-ubyte.gz",
                    29_515,
                    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                ),
                RemoteFile(
                    "t10k-images-idx3-ubyte.gz",
                    4_422_102,
                    "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                ),
                RemoteFile(
                    "t10k-labels-idx1-ubyte.gz",
                    5_148,
                    "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
                ),
            ),
            (
                "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
                "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
            ),
        ),
    )
}
"""Data sets by their names on the command line."""
