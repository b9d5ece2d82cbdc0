"""Mistakes of ours that nothing caught: each is logged and told in one dialog, and the program goes on.

They come from slots and from Qt's virtual functions, from threads, from the loader (which raises them on the
main thread) and from what is cleared away. app.run_window installs one Failures before there is a window.
"""

import sys
import threading
import traceback
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from explorer.domain.errors import ExplorerError
from explorer.domain.tongue import translate
from explorer.host.terminal import warn

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

#: Letters of one failure that are worth keeping.
_LONG: Final = 20_000
#: How often the same failure is written down one by one; after that at each power of ten.
_ONE_BY_ONE: Final = 3


class Failures(QObject):
    """Takes every exception that nothing else took. `_happened` brings it to the main thread."""

    _happened = Signal(object, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.window: MainWindow | None = None
        self.dialog: FailureDialog | None = None
        self._counts: dict[str, int] = {}
        self._is_at_it = threading.local()
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take exceptions and Qt's messages from now on."""
        sys.excepthook = self._of_main
        threading.excepthook = self._of_thread
        sys.unraisablehook = self._of_clearing
        qInstallMessageHandler(note_qt)

    def remove(self) -> None:
        """Leave them to Python and Qt again: the application ends."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)

    def _of_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.closeAllWindows()
            return
        self._take(error.with_traceback(trace), "")

    def _of_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            name = args.thread.name if args.thread is not None else "a thread"
            self._take(args.exc_value, f"In the thread “{name}”.\n")

    def _of_clearing(self, unraisable: "sys.UnraisableHookArgs") -> None:
        if unraisable.exc_value is not None:
            said = unraisable.err_msg or "While something was cleared away"
            self._take(unraisable.exc_value, f"{said}: {unraisable.object!r:.200}\n", is_told=False)

    def _take(self, error: BaseException, where: str, *, is_told: bool = True) -> None:
        # What goes wrong in here must not come back.
        if getattr(self._is_at_it, "is_true", False):
            sys.__excepthook__(type(error), error, error.__traceback__)
            return
        self._is_at_it.is_true = True
        try:
            key = _key_of(error)
            count = self._counts[key] = self._counts.get(key, 0) + 1
            if count <= _ONE_BY_ONE or _is_round(count):
                text = where + "".join(traceback.format_exception(error))[-_LONG:]
                _note(text, count)
                if is_told:
                    self._happened.emit(error, text, count == 1)
        finally:
            self._is_at_it.is_true = False

    def _tell(self, error: BaseException, text: str, is_first: bool) -> None:
        """Show the dialog, or say in the one that is open that there is more; main thread.

        It may have happened again since: `is_first` is what was true of this one.
        """
        if self.dialog is not None:
            self.dialog.add(text)
        elif is_first or self.window is None:
            self.dialog = FailureDialog(self.window, error, text)
            self.dialog.finished.connect(self._forget)
            self.dialog.show()
        elif hasattr(self.window, "status"):
            self.window.status.say(translate("Failure", "The same mistake happened again; it is in the log"))

    def _forget(self) -> None:
        self.dialog = None


class FailureDialog(QDialog):
    """Says what went wrong, with all of it behind a disclosure; the window can be used meanwhile."""

    def __init__(self, parent: "MainWindow | None", error: BaseException, text: str) -> None:
        super().__init__(parent)
        # Not loaded before something goes wrong.
        from explorer.ui.actions import native
        from explorer.ui.widgets import button, label, on_click

        self.setObjectName("failure")
        self.setWindowTitle("Détente")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts = [text]
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 18, 22, 16)
        inside.setSpacing(10)
        inside.addWidget(label(translate("Failure", "Détente made a mistake"), "title", 1.25))
        what = error.what if isinstance(error, ExplorerError) else f"{type(error).__name__}: {error}"[:300]
        inside.addWidget(label(what, is_selectable=True))
        inside.addWidget(
            label(
                translate(
                    "Failure",
                    "The program goes on, and your notes are kept. If something looks wrong, close it and "
                    "start it again. The details help whoever is to mend this; nothing is sent.",
                ),
                "soft",
            )
        )
        self.more = label("", "soft")
        self.more.hide()
        inside.addWidget(self.more)
        self._shown = QPlainTextEdit(text)
        self._shown.setReadOnly(True)
        self._shown.setTabChangesFocus(True)
        self._shown.setAccessibleName(translate("Failure", "Details"))
        self._shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._shown.setMinimumHeight(160)
        self._shown.hide()
        inside.addWidget(self._shown, 1)
        tip = translate("Failure", "Copy what went wrong, with the versions")
        self.copy_button = button(translate("Failure", "Copy details"), tooltip=tip)
        on_click(self.copy_button, self.copy)
        tip = translate("Failure", "What exactly went wrong")
        details = button(translate("Failure", "Details"), "link", tip)
        details.setCheckable(True)
        details.toggled.connect(self._disclose)
        tip = translate("Failure", "Go on ({key})").format(key=native("Esc"))
        close = button(translate("Failure", "Close"), tooltip=tip)
        on_click(close, self.accept)
        foot = QHBoxLayout()
        for part in (self.copy_button, details):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(close)
        inside.addLayout(foot)
        self.setMinimumWidth(460)
        close.setFocus()

    def add(self, text: str) -> None:
        """Something else went wrong, or the same once more."""
        self._texts.append(text)
        self._shown.setPlainText("\n".join(self._texts))
        words = translate("Failure", "{n} more since; all of it is in the details and in the log.")
        self.more.setText(words.format(n=len(self._texts) - 1))
        self.more.show()

    def copy(self) -> None:
        """Put the versions and all that went wrong on the clipboard, the user's folder as "~"."""
        from explorer.host.places import without_home
        from explorer.ui.desktop.versions import as_text

        QGuiApplication.clipboard().setText(without_home("\n\n".join([as_text(), *self._texts])))
        self.copy_button.setText(translate("Failure", "Copied"))

    def _disclose(self, is_on: bool) -> None:
        self._shown.setVisible(is_on)
        self.adjustSize()


def note_qt(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
    """Log what Qt says, and say it on standard error as Qt does; any thread."""
    if kind != QtMsgType.QtDebugMsg:
        from explorer.host.log import LOG

        say = LOG.info if kind == QtMsgType.QtInfoMsg else LOG.warning
        say("Qt: %s", text)
    warn(*text.split("\n"))


def _note(text: str, count: int) -> None:
    from explorer.host.log import LOG

    LOG.error("%s%s", text.rstrip(), f"\n({count} times by now)" if count > 1 else "")
    if count == 1:
        warn(*text.rstrip().split("\n"))


def _key_of(error: BaseException) -> str:
    """What tells one failure from another: its kind and the place it comes from."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else str(error)
    return f"{type(error).__name__} {place}"


def _is_round(count: int) -> bool:
    return count >= 10 and not int(str(count)[1:])
