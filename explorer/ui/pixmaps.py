"""Pixmaps kept to be copied again, bounded by what they take together rather than by their number."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtGui import QPixmap

_Key = TypeVar("_Key", bound=Hashable)


class Pixmaps(Generic[_Key]):
    """The most recently copied pixmaps, as many as have `room`, in device pixels; each takes 4 bytes."""

    def __init__(self, room: int) -> None:
        self._room, self._taken = room, 0
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def taken(self) -> int:
        """Device pixels of all that are kept."""
        return self._taken

    def get(self, key: _Key) -> QPixmap | None:
        """The pixmap of a key, None if it is not or no longer kept."""
        pixmap = self._kept.get(key)
        if pixmap is not None:
            self._kept.move_to_end(key)
        return pixmap

    def keep(self, key: _Key, pixmap: QPixmap) -> None:
        """Keep a pixmap; those that were not copied for the longest time make room for it."""
        former = self._kept.pop(key, None)
        if former is not None:
            self._taken -= _pixels(former)
        self._kept[key] = pixmap
        self._taken += _pixels(pixmap)
        while self._taken > self._room and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._taken -= _pixels(oldest)


def _pixels(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height()
