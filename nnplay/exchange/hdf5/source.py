"""The bytes of an HDF5 file: numbers at addresses, checked and counted, so that reading always ends."""

from __future__ import annotations

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError

SIGNATURE = b"\x89HDF\r\n\x1a\n"
_MAX_READS = 500_000


class Source:
    """A file's bytes.

    Attributes
    ----------
    offset_size, length_size
        Bytes of an address and of a length, as stated at the beginning of the file.
    """

    def __init__(self, content: bytes) -> None:
        self._content = memoryview(content)
        self._n_reads = 0
        self.offset_size = 8
        self.length_size = 8

    def bytes(self, address: int, n: int) -> memoryview:
        """Return ``n`` bytes from an address on; DamagedError if the file is shorter, or too much has been read
        already.
        """
        self._n_reads += 1
        if self._n_reads > _MAX_READS:
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more parts than any model"))
        if address < 0 or n < 0 or address + n > len(self._content):
            raise damaged()
        return self._content[address : address + n]

    def cursor(self, address: int, n: int | None = None) -> Cursor:
        """Return a reader at an address, limited to ``n`` bytes or to the end."""
        return Cursor(self, address, len(self._content) if n is None else address + n)

    @property
    def nowhere(self) -> int:
        """The address that means "none"."""
        return (1 << 8 * self.offset_size) - 1


class Cursor:
    """A position in the file that moves on with each number."""

    def __init__(self, source: Source, place: int, end: int) -> None:
        self.source = source
        self.place = place
        self.end = end

    def take(self, n: int) -> memoryview:
        """Return the next ``n`` bytes."""
        if self.place + n > self.end:
            raise damaged()
        taken = self.source.bytes(self.place, n)
        self.place += n
        return taken

    def number(self, n: int) -> int:
        """Return the next ``n`` bytes as a number."""
        return int.from_bytes(self.take(n), "little")

    def offset(self) -> int:
        """Return the next address."""
        return self.number(self.source.offset_size)

    def length(self) -> int:
        """Return the next length."""
        return self.number(self.source.length_size)

    def expect(self, signature: bytes) -> None:
        """Raise DamagedError unless these bytes come next."""
        if bytes(self.take(len(signature))) != signature:
            raise damaged()


def damaged() -> DamagedError:
    """Return the error for a damaged file."""
    return DamagedError(QT_TRANSLATE_NOOP("errors", "it is not an HDF5 file, or it is damaged"))


def unknown(what: str) -> DamagedError:
    """Return the error for contents that are not supported; ``what`` is a marked text."""
    return DamagedError(what)
