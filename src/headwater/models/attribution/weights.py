"""The tagger's weights as they are stored: whole numbers, so that sums are the same on every machine."""

from __future__ import annotations

import io
from importlib.resources import files
from typing import Final, NamedTuple
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from headwater.errors import ModelMissing

__all__ = ["Weights", "packaged_weights", "read_weights", "written"]

_FILE: Final = "attribution.npz"


class Weights(NamedTuple):
    """Weights in steps of 1 / scale nats."""

    cues: npt.NDArray[np.int8]  # (rows,)
    chain: npt.NDArray[np.int8]  # (rows, labels)
    moves: npt.NDArray[np.int32]  # (labels + 1, labels): from a label, or the start, to a label
    scale: int
    usual: float  # chance from which a word that often is a cue is one
    unusual: float  # and any other word


def packaged_weights() -> Weights:
    """The weights in the package's data. Raises `ModelMissing` if the package was installed without them."""
    try:
        raw = files("headwater").joinpath("data", _FILE).read_bytes()
    except FileNotFoundError:
        raise ModelMissing(f"data/{_FILE} is missing from headwater; install it again") from None
    return read_weights(raw)


def read_weights(raw: bytes) -> Weights:
    """Weights from the bytes of a file. Raises `ModelMissing` if they are none."""
    try:
        with np.load(io.BytesIO(raw), allow_pickle=False) as held:
            numbers = int(held["scale"]), float(held["usual"]), float(held["unusual"])
            return Weights(held["cues"], held["chain"], held["moves"], *numbers)
    except (ValueError, KeyError, OSError, EOFError, BadZipFile) as error:
        raise ModelMissing(f"the weights for attribution cannot be read ({error}); install headwater again") from error


def written(weights: Weights) -> bytes:
    """The bytes of a file; the same for the same weights."""
    held = io.BytesIO()
    np.savez_compressed(held, **weights._asdict())
    return held.getvalue()
