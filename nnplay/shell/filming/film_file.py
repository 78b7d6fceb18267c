"""The files of a film: one animated GIF, or a numbered PNG for each picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from nnplay.data import LoadCancelledError

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_LAST_MS = 1_500
"""How long a GIF shows its last picture before it begins again."""

_LEAST_MS = 20
"""Programs show a GIF's pictures no faster than this."""

_COLORS = 256


def gif_of(pictures: Sequence[bytes], seconds: float, note_share: Callable[[float], None]) -> bytes:
    """Return an animated GIF that repeats for ever.

    Parameters
    ----------
    pictures
        PNG files of one size, at least one.
    seconds
        How long the film takes, without the rest on its last picture.
    note_share
        Called with the share that is done; an exception from it ends the work.
    """
    from PIL import Image

    duration = max(_LEAST_MS, round(1000 * seconds / len(pictures)))
    durations = [duration] * (len(pictures) - 1) + [max(duration, _LAST_MS)]

    def images() -> Iterator[Picture]:
        for number, picture in enumerate(pictures):
            note_share(number / len(pictures))
            with BytesIO(picture) as file, Image.open(file) as image:
                # Flat colours need no dithering, which would flicker from picture to picture.
                yield image.convert("RGB").quantize(_COLORS, dither=Image.Dither.NONE)

    film, buffer = images(), BytesIO()
    first = next(film)
    first.save(buffer, "GIF", save_all=True, append_images=film, duration=durations, loop=0, optimize=False)
    return buffer.getvalue()


def series_of(pictures: Sequence[bytes], path: Path) -> dict[Path, bytes]:
    """Return the files of a series: ``film.png`` stands for ``film-001.png`` and so on."""
    n_digits = max(3, len(str(len(pictures))))
    return {
        path.with_name(f"{path.stem}-{number:0{n_digits}d}.png"): picture for number, picture in enumerate(pictures, 1)
    }


def film_files(
    pictures: Sequence[bytes],
    seconds: float,
    path: Path,
    note_share: Callable[[float], None],
    should_cancel: Callable[[], bool],
) -> dict[Path, bytes]:
    """Return the contents of a film's files: a GIF unless the path's ending is ``.png``.

    Raises
    ------
    LoadCancelledError
        If it was cancelled.
    """

    def check(share: float) -> None:
        if should_cancel():
            raise LoadCancelledError
        note_share(share)

    if path.suffix.lower() == ".png":
        return series_of(pictures, path)
    return {path: gif_of(pictures, seconds, check)}
