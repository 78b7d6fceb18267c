"""Groups and arrays of an HDF5 file, read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from nnplay.exchange.hdf5.headers import (
    ATTRIBUTE,
    DATASPACE,
    DATATYPE,
    EXTERNAL,
    FILTERS,
    LAYOUT,
    LINK,
    LINK_INFO,
    SYMBOL_TABLE,
    messages,
)
from nnplay.exchange.hdf5.source import SIGNATURE, Cursor, Source, damaged, unknown
from nnplay.exchange.hdf5.values import ELSEWHERE, IN_PIECES, read_array, read_attribute, read_shape, read_type
from nnplay.exchange.tensors import Array

_MAX_DEPTH = 40
_MAX_NAMES = 20_000


def open_hdf5(content: bytes) -> Group:
    """Return the root group of a file.

    Raises
    ------
    DamagedError
        If the bytes are not an HDF5 file; later, if something is requested that is damaged or not supported.
    """
    source = Source(content)
    head = source.cursor(0)
    head.expect(SIGNATURE)
    version = head.number(1)
    if version in (0, 1):
        head.take(4)
        source.offset_size, source.length_size = head.number(1), head.number(1)
        head.take(9 if version == 0 else 13)
        base = head.offset()
        for _ in range(3):
            head.offset()
        head.offset()
    elif version in (2, 3):
        source.offset_size, source.length_size = head.number(1), head.number(1)
        head.take(1)
        base = head.offset()
        for _ in range(2):
            head.offset()
    else:
        raise damaged()
    if base != 0 or source.offset_size not in (4, 8) or source.length_size not in (4, 8):
        raise damaged()
    return Group(source, head.offset(), _MAX_DEPTH)


class Group:
    """A group: its members by name, and its attributes. A member that has numbers is an array."""

    def __init__(self, source: Source, address: int, depth: int) -> None:
        if depth < 0:
            raise damaged()
        self._source = source
        self._address = address
        self._depth = depth

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in the file's order."""
        return tuple(self._addresses)

    @cached_property
    def attributes(self) -> Mapping[str, Any]:
        """The attributes by name: texts, lists of texts and arrays."""
        found = (content for kind, content in messages(self._source, self._address) if kind == ATTRIBUTE)
        return dict(read_attribute(self._source, content) for content in found)

    def __contains__(self, path: str) -> bool:
        group, _, name = path.rpartition("/")
        try:
            return name in (self.group(group) if group else self).names
        except KeyError:
            return False

    def group(self, path: str) -> Group:
        """Return the group at a path; KeyError if nothing is there."""
        group = self
        for name in filter(None, path.split("/")):
            group = Group(self._source, group._addresses[name], group._depth - 1)
        return group

    def array(self, path: str) -> Array:
        """Return the array at a path; KeyError if nothing is there, DamagedError if it is a group or cannot be read."""
        group = self.group(path)
        parts: dict[int, Cursor] = {}
        for kind, content in messages(self._source, group._address):
            if kind in (EXTERNAL, FILTERS):
                raise unknown(ELSEWHERE if kind == EXTERNAL else IN_PIECES)
            parts.setdefault(kind, content)
        if not {DATASPACE, DATATYPE, LAYOUT} <= parts.keys():
            raise damaged()
        shape = read_shape(parts[DATASPACE])
        if shape is None:
            raise damaged()
        return read_array(self._source, parts[LAYOUT], read_type(parts[DATATYPE]), shape)

    def is_array(self, path: str) -> bool:
        """Return whether there is an array at a path."""
        return any(kind == LAYOUT for kind, _ in messages(self._source, self.group(path)._address))

    @cached_property
    def _addresses(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for kind, content in messages(self._source, self._address):
            members: Iterator[tuple[str, int]] = iter(())
            if kind == SYMBOL_TABLE:
                members = self._in_table(content)
            elif kind == LINK:
                members = _linked(content)
            elif kind == LINK_INFO:
                self._check_not_dense(content)
            for name, address in members:
                found[name] = address
                if len(found) > _MAX_NAMES:
                    raise damaged()
        return found

    def _check_not_dense(self, content: Cursor) -> None:
        """Refuse a group with its members in a dense heap, as large groups may be stored; those of Keras never are."""
        content.take(1)
        flags = content.number(1)
        content.take(8 if flags & 1 else 0)
        if content.offset() != self._source.nowhere:
            raise unknown(IN_PIECES)

    def _in_table(self, content: Cursor) -> Iterator[tuple[str, int]]:
        source = self._source
        tree, heap = content.offset(), source.cursor(content.offset())
        heap.expect(b"HEAP")
        heap.take(4)
        size = heap.length()
        heap.length()
        names = bytes(source.bytes(heap.offset(), size))
        for address in self._leaves(tree):
            leaf = source.cursor(address)
            leaf.expect(b"SNOD")
            leaf.take(2)
            for _ in range(leaf.number(2)):
                at, header = leaf.offset(), leaf.offset()
                kind = leaf.number(4)
                leaf.take(20)
                if kind != 2:  # a symbolic link, which may lead anywhere
                    yield names[at:].split(b"\0", 1)[0].decode(errors="replace"), header

    def _leaves(self, address: int) -> Iterator[int]:
        """Return the leaves of a tree of names, from left to right."""
        waiting = [address]
        while waiting:
            node = self._source.cursor(waiting.pop())
            node.expect(b"TREE")
            kind, level, n = node.number(1), node.number(1), node.number(2)
            if kind != 0:
                raise damaged()
            node.offset()
            node.offset()
            children = []
            for _ in range(n):
                node.length()
                children.append(node.offset())
            if level == 0:
                yield from children
            else:
                waiting += children[::-1]


def _linked(content: Cursor) -> Iterator[tuple[str, int]]:
    if content.number(1) != 1:
        raise damaged()
    flags = content.number(1)
    kind = content.number(1) if flags & 8 else 0
    content.take((8 if flags & 4 else 0) + (1 if flags & 16 else 0))
    name = bytes(content.take(content.number(1 << (flags & 3)))).decode(errors="replace")
    if kind == 0:
        yield name, content.offset()
