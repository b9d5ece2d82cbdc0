"""A text of a megabyte, which a file may hold in place of any label, does not hold up the window."""

from PySide6.QtWidgets import QApplication

from explorer.ui.plain import LONGEST_SHOWN, Label


def test_a_label_shows_a_long_text_cut(qapp: QApplication) -> None:
    del qapp
    label = Label("W" * 900_000)
    assert label.text() == "W" * LONGEST_SHOWN + "…"
    label.setText("é" * 900_000)
    assert label.text() == "é" * LONGEST_SHOWN + "…"
    label.setText("short")
    assert label.text() == "short"
