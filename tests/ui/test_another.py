"""New window: another process on the same file and view, which this one's end does not end."""

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.cli.call import joined_dates, parser_of, view_of
from explorer.domain.filter import EventFilter
from explorer.ui.desktop.another import call_of, open_another
from explorer.ui.desktop.session import present_view
from tests.patience import until
from tests.ui.pilot import Pilot


def test_it_is_called_with_the_file_and_the_view(pilot: Pilot) -> None:
    wanted = EventFilter(search="-nixon", after="-0043").choosing("kind", {"letter", "summit"})
    pilot.window.store.edit(filter=wanted, collapse_gaps=True, is_table=True)
    pilot.settle()
    words = call_of(pilot.window)
    chosen = parser_of("").parse_args(joined_dates(words))
    assert chosen.new_window
    assert pilot.window.collection.database is not None
    assert chosen.database == pilot.window.collection.database.path
    assert view_of(chosen) == present_view(pilot.window)


def test_half_a_search_does_not_keep_it_from_opening(pilot: Pilot) -> None:
    pilot.window.store.edit(filter=EventFilter(search='kind:nosuchkind "half', after="2018"))
    pilot.settle()
    words = call_of(pilot.window)
    shown = present_view(pilot.window)
    view = view_of(parser_of("").parse_args(joined_dates(words)))
    assert view in (shown, replace(shown, filter=replace(shown.filter, search="")))


@pytest.mark.slow
def test_it_opens(pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    process = open_another(pilot.window)
    assert process
    try:
        log = tmp_path / "detente" / "detente.log"
        until(lambda: log.exists() and "Opened 110 events" in log.read_text("utf-8"), "the other window")
    finally:
        os.kill(process, signal.SIGKILL)


def test_the_key_and_the_menu_have_it(pilot: Pilot) -> None:
    action = pilot.window.actions_by_name["new-window"]
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+Shift+W"]
    menu = pilot.window.toolbar.app_button.menu()
    assert menu is not None
    assert action in menu.actions()


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="what a process has open is told there")
def test_it_keeps_nobody_waiting_who_reads_what_this_one_says(pilot: Pilot) -> None:
    process = open_another(pilot.window)
    try:
        until(lambda: b"explorer" in Path(f"/proc/{process}/cmdline").read_bytes(), "the other program")
        held = {str(Path(f"/proc/{process}/fd/{number}").readlink()) for number in (0, 1, 2)}
        assert held == {os.devnull}
    finally:
        os.kill(process, signal.SIGKILL)
