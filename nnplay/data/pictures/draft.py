"""Classes of pictures while a person puts them together, complete or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from nnplay.data.loading import LoadCancelledError, ReportProgress, ShouldCancel, ignore_progress, never_cancel
from nnplay.data.pictures.decoding import SUFFIXES
from nnplay.data.pictures.drawn import in_channels, is_coloured, read_example
from nnplay.data.pictures.held import MAX_PICTURES, Bytes, HeldPicturesChoice, packed
from nnplay.disk.reading import is_folder
from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True, eq=False)
class PictureClass:
    """One class: its name, and pictures (SIDE, SIDE, 1 or 3)."""

    name: str
    pictures: tuple[Bytes, ...] = ()


@dataclass(frozen=True, eq=False)
class PictureDraft:
    """Classes in their order; each change returns a new draft, and only ``choice`` checks the whole."""

    classes: tuple[PictureClass, ...] = ()

    @classmethod
    def of(cls, choice: HeldPicturesChoice) -> PictureDraft:
        """Return the draft that made a choice."""
        pictures, labels = choice.unpacked(), np.array(choice.labels)
        return cls(
            tuple(PictureClass(name, tuple(pictures[labels == number])) for number, name in enumerate(choice.classes))
        )

    def with_class(self, name: str, pictures: Iterable[Bytes] = ()) -> PictureDraft:
        """Return the draft with one more class."""
        return PictureDraft((*self.classes, PictureClass(name, tuple(pictures))))

    def without_class(self, number: int) -> PictureDraft:
        """Return the draft without a class and its pictures."""
        return PictureDraft(self.classes[:number] + self.classes[number + 1 :])

    def renamed(self, number: int, name: str) -> PictureDraft:
        """Return the draft with another name for a class."""
        return self._with(number, replace(self.classes[number], name=name))

    def with_pictures(self, number: int, pictures: Iterable[Bytes]) -> PictureDraft:
        """Return the draft with more pictures of a class."""
        found = self.classes[number]
        return self._with(number, replace(found, pictures=(*found.pictures, *pictures)))

    def without_pictures(self, number: int, places: Iterable[int]) -> PictureDraft:
        """Return the draft without some pictures of a class."""
        found, gone = self.classes[number], set(places)
        kept = (picture for place, picture in enumerate(found.pictures) if place not in gone)
        return self._with(number, replace(found, pictures=tuple(kept)))

    def choice(self) -> HeldPicturesChoice:
        """Return the finished choice: in colour if one of the pictures is.

        Raises
        ------
        DataError
            If a name or a picture is missing, or there are too many.
        """
        if len(self.classes) < 2:
            raise DataError(QT_TRANSLATE_NOOP("errors", "At least two classes are needed to tell them apart."))
        pictures = [picture for each in self.classes for picture in each.pictures]
        labels = [number for number, each in enumerate(self.classes) for _ in each.pictures]
        is_color = any(is_coloured(picture) for picture in pictures)
        names = tuple(each.name.strip() for each in self.classes)
        texts = tuple(packed(in_channels(picture, is_color)) for picture in pictures)
        return HeldPicturesChoice(names, texts, tuple(labels), is_color)

    def _with(self, number: int, changed: PictureClass) -> PictureDraft:
        return PictureDraft((*self.classes[:number], changed, *self.classes[number + 1 :]))


def read_pictures(
    paths: Sequence[Path], report: ReportProgress = ignore_progress, should_cancel: ShouldCancel = never_cancel
) -> tuple[list[Bytes], list[DataError]]:
    """Return the pictures in files (SIDE, SIDE, 1 or 3), and an error for each file that is none.

    Raises
    ------
    LoadCancelledError
        If ``should_cancel`` returned true.
    """
    pictures, errors = [], []
    for number, path in enumerate(paths[:MAX_PICTURES], 1):
        if should_cancel():
            raise LoadCancelledError
        try:
            pictures.append(read_example(path))
        except DataError as error:
            errors.append(error)
        report(number / len(paths), QT_TRANSLATE_NOOP("loading", "Reading pictures"))
    return pictures, errors


def pictures_at(paths: Iterable[Path]) -> list[Path]:
    """Return the picture files among some paths, and directly in the folders among them."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.iterdir()) if is_folder(path) else [path]
        found += [each for each in inside if each.suffix.lower() in SUFFIXES]
    return found
