"""The reader's notes and stars as the window knows them: what is typed is kept at once and saved soon after.

The Collection fills it when a database opens; the panel and the actions edit it. Saving happens on a
thread of its own, one write after another, and is finished before the window closes.
"""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.domain.errors import ExplorerError
from explorer.domain.marks import texts_of
from explorer.domain.note import Note, merged
from explorer.storage.notes import now, places_of, rescue_note, write_note
from explorer.ui.loader import Loader

#: Milliseconds from the first unsaved letter to the write, and until a refused write is tried again.
SAVED_AFTER = 500
AGAIN_AFTER = 3000
#: Seconds that closing waits for the last writes: a locked file takes two to give up on.
_PATIENCE = 8.0
#: Seconds after the last letter until the next is another step to undo.
PAUSE = 1.0
_LONG_AGO = float("-inf")
#: Edits that can be undone.
_UNDONE = 300


@dataclass(slots=True)
class _Book:
    """The notes on one database as they stand in its file; touched by the saving thread alone once in use.

    `waiting` is sent and not written yet, `left` what was not even sent when the book was closed, `lost`
    what could not be written in the end; `refused` are the slugs that did not get to the usual place.
    """

    path: Path
    written: dict[str, Note]
    waiting: dict[str, Note] = field(default_factory=dict[str, Note])
    left: dict[str, Note] = field(default_factory=dict[str, Note])
    lost: list[Note] = field(default_factory=list[Note])
    refused: set[str] = field(default_factory=set[str])
    is_finished: threading.Event = field(default_factory=threading.Event)

    @property
    def unwritten(self) -> dict[str, Note]:
        """What is to be written, in its last version."""
        return self.waiting | self.left

    def write(self, note: Note) -> Note:
        kept = self.written[note.slug] = write_note(self.path, self._base(note), note)
        self.waiting.pop(note.slug, None)
        return kept

    def finish(self) -> None:
        """Write what is left, if need be into the user's own folder: nobody will ask again."""
        is_refused = False
        try:
            for slug, note in self.unwritten.items():
                # A lock costs seconds: the others are not to wait for it as well.
                is_refused = is_refused or not self._is_written(note)
                if is_refused:
                    self.refused.add(slug)
                    if not self._is_rescued(note):
                        self.lost.append(note)
                self.waiting.pop(slug, None)
                self.left.pop(slug, None)
        finally:
            self.is_finished.set()

    def follow(self, former: "_Book", late: Mapping[str, Note]) -> None:
        """Go on from what the former book on the same file has written since this one's notes were read."""
        for slug, note in late.items():
            if slug not in former.refused:
                self.written[slug] = note

    def _is_written(self, note: Note) -> bool:
        try:
            self.write(note)
        except Exception:  # noqa: BLE001 - whatever it was, the note is rescued or told as lost
            return False
        return True

    def _is_rescued(self, note: Note) -> bool:
        try:
            rescue_note(self.path, self._base(note), note)
        except Exception:  # noqa: BLE001 - told as lost; the notes after it are still to be written
            return False
        return True

    def _base(self, note: Note) -> Note:
        return self.written.get(note.slug) or Note(note.slug)


@dataclass(frozen=True, slots=True)
class _Edit:
    """One step that can be undone: the note on an event before and after it."""

    event_id: int
    before: Note
    after: Note


class Notebook(QObject):
    """Notes by event id. `changed` carries the event's id, `refused` a NotesError or None.

    `starred` tells that an edit has given a star or taken one away.
    """

    changed = Signal(int)
    starred = Signal(bool)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problem: ExplorerError | None = None
        self._notes: dict[int, Note] = {}
        self._book: _Book | None = None
        self._unsaved: dict[str, int] = {}
        self._sent: dict[str, int] = {}
        self._is_saving = False
        self._done: list[_Edit] = []
        self._undone: list[_Edit] = []
        self._typed_at = _LONG_AGO
        self._saver: Loader | None = None
        self._finished: list[_Book] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.save)

    # What it holds

    @property
    def notes(self) -> Mapping[int, Note]:
        """Every star and note by the event's id."""
        return self._notes

    @property
    def texts(self) -> dict[int, str]:
        """The words of every note by the event's id, for the search."""
        return texts_of(self._notes)

    @property
    def is_open(self) -> bool:
        """True when there is a database to write notes on."""
        return self._book is not None

    @property
    def is_saved(self) -> bool:
        """True when every letter is in the file."""
        return not self._unsaved and not self._is_saving

    @property
    def is_settled(self) -> bool:
        """True when every letter is in the file, and no edit could be undone or made again."""
        return self.is_saved and not self._done and not self._undone

    @property
    def place(self) -> Path | None:
        """The file that notes are kept in."""
        return places_of(self._book.path).kept_in if self._book is not None else None

    def note_of(self, event_id: int, slug: str = "") -> Note:
        """The note on an event; an empty one where there is none."""
        return self._notes.get(event_id) or Note(slug)

    # Opening and closing

    def show(self, path: Path, notes: Mapping[int, Note], problem: ExplorerError | None) -> None:
        """Hold the notes on a database in place of the present ones, which are saved first."""
        former = self._book
        events = {note.slug: event for event, note in self._notes.items()} | self._sent | self._unsaved
        late = self._finish()
        self._notes = dict(notes)
        self._book = book = _Book(path, {note.slug: note for note in notes.values()})
        if former is not None and former.path == path and late:
            # They were read before these were written.
            events |= {note.slug: event for event, note in notes.items()}
            for slug, note in late.items():
                self._hold(events[slug], note)
            self._loader.ask(
                f"follow {len(self._finished)}", lambda: book.follow(former, late), lambda _: None
            )
        self._sent.clear()
        self._unsaved.clear()
        self._done, self._undone, self._typed_at = [], [], _LONG_AGO
        self._tell(problem)

    def close(self) -> list[Note]:
        """Save what is left and end the thread; the answer is what could be written nowhere."""
        self._finish()
        if self._saver is not None:
            for book in self._finished:
                # A stopped Loader leaves what it has not begun.
                if not book.is_finished.wait(_PATIENCE):
                    book.lost.extend(book.unwritten.values())
            self._saver.stop()
            self._saver = None
        return [note for book in self._finished for note in book.lost]

    def _finish(self) -> dict[str, Note]:
        """Have what is left written; the answer is what that is, as it stands before the thread begins."""
        late: dict[str, Note] = {}
        self._soon.stop()
        book, self._book = self._book, None
        if book is not None and (self._saver is not None or self._unsaved):
            book.left = {slug: self._to_write(event, slug) for slug, event in self._unsaved.items()}
            late = book.unwritten
            self._finished.append(book)
            self._loader.ask(f"finish {len(self._finished)}", book.finish, lambda _: None)
        self._unsaved.clear()
        self._is_saving = False
        return late

    # Edits

    def star(self, event_id: int, slug: str) -> None:
        """Give an event a star, or take it away."""
        note = self.note_of(event_id, slug)
        self._typed_at = _LONG_AGO
        self._edit(event_id, replace(note, is_starred=not note.is_starred, changed=now()))

    def write(self, event_id: int, slug: str, text: str) -> None:
        """Make a text the note on an event; letters typed without a pause are one step to undo."""
        note = self.note_of(event_id, slug)
        if note.text != text:
            self._edit(event_id, replace(note, text=text, changed=now()))
            self._typed_at = time.monotonic()

    def undo(self) -> int | None:
        """Take back the last edit; the answer is the event that it was on, None when there is none."""
        return self._step(self._done, self._undone, is_back=True)

    def redo(self) -> int | None:
        """Make the edit again that was taken back last."""
        return self._step(self._undone, self._done, is_back=False)

    def _step(self, of: list[_Edit], to: list[_Edit], *, is_back: bool) -> int | None:
        if not of:
            return None
        edit = of.pop()
        to.append(edit)
        self._typed_at = _LONG_AGO
        former, wanted = (edit.after, edit.before) if is_back else (edit.before, edit.after)
        # What another window has written meanwhile is not undone with it.
        present = self.note_of(edit.event_id, edit.after.slug)
        self._put(edit.event_id, replace(merged(former, wanted, present), changed=now()))
        return edit.event_id

    def _edit(self, event_id: int, note: Note) -> None:
        before = self.note_of(event_id, note.slug)
        last = self._done[-1] if self._done else None
        goes_on = time.monotonic() - self._typed_at < PAUSE
        if goes_on and last is not None and last.event_id == event_id:
            self._done[-1] = _Edit(event_id, last.before, note)
        else:
            self._done = [*self._done[1 - _UNDONE :], _Edit(event_id, before, note)]
        self._undone.clear()
        self._put(event_id, note)

    def _put(self, event_id: int, note: Note) -> None:
        was_starred = self.note_of(event_id, note.slug).is_starred
        self._hold(event_id, note)
        self._unsaved[note.slug] = event_id
        if not self._soon.isActive():
            # Not begun anew with every letter: whoever types on is saved as well.
            self._soon.start(SAVED_AFTER)
        self.changed.emit(event_id)
        if note.is_starred != was_starred:
            self.starred.emit(note.is_starred)

    def _hold(self, event_id: int, note: Note) -> None:
        if note.is_blank and not note.text:
            self._notes.pop(event_id, None)
        else:
            self._notes[event_id] = note

    # Saving

    def save(self) -> None:
        """Write one of the changed notes; the others follow when it is answered."""
        book = self._book
        if book is None or self._is_saving or not self._unsaved:
            return
        slug, event_id = next(iter(self._unsaved.items()))
        sent = self._to_write(event_id, slug)
        book.waiting[slug] = sent
        self._sent[slug] = event_id
        del self._unsaved[slug]
        self._is_saving = True
        self._loader.ask(
            # A topic for every book: what the next one saves drops nothing of this one's.
            f"save {len(self._finished)}",
            lambda: book.write(sent),
            lambda kept: self._saved(book, event_id, sent, kept),
            lambda error: self._not_saved(book, event_id, slug, error),
        )

    @property
    def _loader(self) -> Loader:
        if self._saver is None:
            self._saver = Loader(self)
        return self._saver

    def _to_write(self, event_id: int, slug: str) -> Note:
        note = self._notes.get(event_id)
        return note if note is not None else Note(slug, changed=now())

    def _saved(self, book: _Book, event_id: int, sent: Note, kept: Note) -> None:
        if book is not self._book:
            return
        self._is_saving = False
        self._tell(None)
        if not kept.says(sent):
            # Another window has written too, and more may have been typed here since.
            present = merged(sent, self.note_of(event_id, sent.slug), kept)
            self._notes[event_id] = replace(present, changed=kept.changed)
            if not present.says(kept):
                self._unsaved[sent.slug] = event_id
            self.changed.emit(event_id)
        if self._unsaved:
            self._soon.start(0)

    def _not_saved(self, book: _Book, event_id: int, slug: str, error: ExplorerError) -> None:
        if book is not self._book:
            return
        self._is_saving = False
        self._unsaved.setdefault(slug, event_id)
        self._soon.start(AGAIN_AFTER)
        self._tell(error)

    def _tell(self, problem: ExplorerError | None) -> None:
        was, self.problem = self.problem, problem
        if (str(was) if was else "") != (str(problem) if problem else ""):
            self.refused.emit(problem)
