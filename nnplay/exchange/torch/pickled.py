"""The pickle of a state dict, read without unpickling: a closed table of instructions and of inert names.

A pickle is a program for a small stack machine. Those of state dicts need about thirty of its instructions, and three
functions: an ordered table, a tensor of a storage, a parameter of a tensor. Any other name is refused by name.
"""

from __future__ import annotations

import pickletools
from dataclasses import dataclass
from typing import Any

from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError

_MAX_SIZE = 16 << 20
_MAX_STEPS = 500_000


@dataclass(frozen=True)
class Storage:
    """Numbers stored in a file of the archive: its key, NumPy's name of their type, and their number."""

    key: str
    dtype: str
    n: int


@dataclass(frozen=True)
class Strided:
    """An array as a view of a storage; offset and strides count numbers, not bytes."""

    storage: Storage
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]


@dataclass(frozen=True)
class _Name:
    """A module and name that a pickle refers to; never looked up."""

    text: str


STORAGES = {
    "FloatStorage": "<f4",
    "DoubleStorage": "<f8",
    "HalfStorage": "<f2",
    "BFloat16Storage": "bfloat16",
    "LongStorage": "<i8",
    "IntStorage": "<i4",
    "ShortStorage": "<i2",
    "CharStorage": "i1",
    "ByteStorage": "u1",
    "BoolStorage": "?",
}
_TABLE, _TENSOR, _PARAMETER = (
    "collections.OrderedDict",
    "torch._utils._rebuild_tensor_v2",
    "torch._utils._rebuild_parameter",
)
_KNOWN = {_TABLE, _TENSOR, _PARAMETER, *(f"torch.{name}" for name in STORAGES)}
_MARK = object()
_CONSTANTS = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
_LITERALS = {
    *("BININT", "BININT1", "BININT2", "LONG1", "BINFLOAT", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8"),
    *("INT", "LONG", "UNICODE", "FLOAT"),
}
_PUTS = ("BINPUT", "LONG_BINPUT", "PUT")
_GETS = ("BINGET", "LONG_BINGET", "GET")


def read_pickle(content: bytes) -> Any:
    """Return the value of a pickle of tables, tuples, numbers, texts and arrays.

    Raises
    ------
    DamagedError
        If it has any other instruction, calls any other name, or is not a pickle.
    """
    if len(content) > _MAX_SIZE:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is too large"))
    machine = _Machine()
    try:
        for step, (instruction, argument, _) in enumerate(pickletools.genops(content)):
            if step > _MAX_STEPS:
                raise DamagedError(QT_TRANSLATE_NOOP("errors", "it has more parts than any model"))
            if instruction.name == "STOP":
                return machine.result
            machine.take(instruction.name, argument)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, DamagedError):
            raise
        raise _damaged() from error
    raise _damaged()


class _Machine:
    """A stack, and a memo of numbered values."""

    def __init__(self) -> None:
        self._stack: list[Any] = []
        self._memo: dict[int, Any] = {}

    @property
    def result(self) -> Any:
        return self._stack[-1]

    def take(self, name: str, argument: Any) -> None:
        """Execute one instruction."""
        stack = self._stack
        if name in ("PROTO", "FRAME"):
            return
        if name in _LITERALS:
            stack.append(argument)
        elif name in _CONSTANTS:
            stack.append(_CONSTANTS[name])
        elif name in _PUTS:
            self._memo[int(argument)] = stack[-1]
        elif name == "MEMOIZE":
            self._memo[len(self._memo)] = stack[-1]
        elif name in _GETS:
            stack.append(self._memo[int(argument)])
        elif name == "MARK":
            stack.append(_MARK)
        elif name in ("EMPTY_DICT", "EMPTY_LIST", "EMPTY_TUPLE"):
            stack.append({"EMPTY_DICT": dict, "EMPTY_LIST": list, "EMPTY_TUPLE": tuple}[name]())
        elif name in ("TUPLE1", "TUPLE2", "TUPLE3"):
            n = int(name[-1])
            stack[-n:] = [tuple(stack[-n:])]
        elif name == "TUPLE":
            stack.append(tuple(self._to_mark()))
        elif name == "GLOBAL":
            stack.append(_name(argument.replace(" ", ".", 1)))
        elif name == "STACK_GLOBAL":
            module, attribute = stack[-2:]
            stack[-2:] = [_name(f"{module}.{attribute}")]
        elif name == "BINPERSID":
            stack.append(_storage(stack.pop()))
        elif name == "REDUCE":
            arguments = stack.pop()
            stack.append(_called(stack.pop(), arguments))
        else:
            self._fill(name)

    def _fill(self, name: str) -> None:
        """Execute an instruction that adds to a table or list."""
        stack = self._stack
        if name == "SETITEM":
            value, key = stack.pop(), stack.pop()
            stack[-1][key] = value
        elif name == "SETITEMS":
            items = self._to_mark()
            stack[-1].update(zip(items[::2], items[1::2], strict=True))
        elif name == "APPEND":
            value = stack.pop()
            stack[-1].append(value)
        elif name == "APPENDS":
            items = self._to_mark()
            stack[-1].extend(items)
        elif name == "BUILD" and isinstance(stack[-2], dict):
            stack.pop()  # the versions of PyTorch's modules, which nobody here asks for
        else:
            raise DamagedError(
                QT_TRANSLATE_NOOP("errors", "its pickle has the instruction {name}, which no state dict needs"),
                name=name,
            )

    def _to_mark(self) -> list[Any]:
        at = len(self._stack) - 1 - self._stack[::-1].index(_MARK)
        items = self._stack[at + 1 :]
        del self._stack[at:]
        return items


def _name(text: str) -> _Name:
    if text not in _KNOWN:
        raise DamagedError(
            QT_TRANSLATE_NOOP(
                "errors",
                "it asks for “{name}”, which only running its program would give: save model.state_dict() there, and"
                " nothing else",
            ),
            name=f"{text:.80}",
        )
    return _Name(text)


def _called(function: Any, arguments: Any) -> Any:
    text = function.text if isinstance(function, _Name) else ""
    if text == _TABLE and arguments == ():
        return {}
    if text == _TENSOR:
        storage, offset, shape, strides = arguments[:4]
        numbers = (offset, *shape, *strides)
        if isinstance(storage, Storage) and all(isinstance(n, int) and n >= 0 for n in numbers):
            return Strided(storage, offset, tuple(shape), tuple(strides))
    if text == _PARAMETER and isinstance(arguments[0], Strided):
        return arguments[0]
    raise _damaged()


def _storage(reference: Any) -> Storage:
    kind, name, key, _, n = reference
    if kind != "storage" or not isinstance(name, _Name) or not isinstance(key, str) or not isinstance(n, int):
        raise _damaged()
    return Storage(key, STORAGES[name.text.removeprefix("torch.")], n)


def _damaged() -> DamagedError:
    return DamagedError(QT_TRANSLATE_NOOP("errors", "it is not a PyTorch state dict, or it is damaged"))
