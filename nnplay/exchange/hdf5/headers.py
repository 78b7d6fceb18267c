"""Object headers of HDF5, in both versions: the messages that describe a group or an array."""

from __future__ import annotations

from collections.abc import Iterator

from nnplay.exchange.hdf5.source import Cursor, Source, damaged

DATASPACE, LINK_INFO, DATATYPE, EXTERNAL, LINK, LAYOUT, FILTERS = 0x01, 0x02, 0x03, 0x07, 0x06, 0x08, 0x0B
ATTRIBUTE, CONTINUATION, SYMBOL_TABLE, ATTRIBUTE_INFO = 0x0C, 0x10, 0x11, 0x15

_SHARED = 2


def messages(source: Source, address: int) -> Iterator[tuple[int, Cursor]]:
    """Return the messages of the object at an address, as type and content.

    Raises
    ------
    DamagedError
        If there is no object, or a message is stored elsewhere in the file.
    """
    if bytes(source.bytes(address, 4)) == b"OHDR":
        return _new_messages(source, address)
    return _old_messages(source, address)


def _old_messages(source: Source, address: int) -> Iterator[tuple[int, Cursor]]:
    head = source.cursor(address)
    if head.number(1) != 1:
        raise damaged()
    head.take(1)
    n_left = head.number(2)
    head.take(4)
    size = head.number(4)
    blocks = [source.cursor(address + 16, size)]
    while blocks and n_left:
        block = blocks.pop(0)
        while n_left and block.end - block.place >= 8:
            kind, size, flags = block.number(2), block.number(2), block.number(1)
            block.take(3)
            content = source.cursor(block.place, size)
            block.take(size)
            n_left -= 1
            if kind == CONTINUATION:
                place = content.offset()
                blocks.append(source.cursor(place, content.length()))
            else:
                yield _checked(kind, flags, content)


def _new_messages(source: Source, address: int) -> Iterator[tuple[int, Cursor]]:
    head = source.cursor(address + 4)
    if head.number(1) != 2:
        raise damaged()
    flags = head.number(1)
    head.take((16 if flags & 0x20 else 0) + (4 if flags & 0x10 else 0))
    size = head.number(1 << (flags & 3))
    blocks = [source.cursor(head.place, size)]
    while blocks:
        block = blocks.pop(0)
        n_head = 6 if flags & 4 else 4
        while block.end - block.place >= n_head:
            kind, size, message_flags = block.number(1), block.number(2), block.number(1)
            block.take(n_head - 4)
            content = source.cursor(block.place, size)
            block.take(size)
            if kind == CONTINUATION:
                place, length = content.offset(), content.length()
                more = source.cursor(place, length - 4)
                more.expect(b"OCHK")
                blocks.append(more)
            else:
                yield _checked(kind, message_flags, content)


def _checked(kind: int, flags: int, content: Cursor) -> tuple[int, Cursor]:
    if flags & _SHARED and kind in (DATASPACE, DATATYPE, LAYOUT, ATTRIBUTE):
        raise damaged()
    return kind, content
