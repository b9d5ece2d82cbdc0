"""What the window says its present view is of."""

from pathlib import Path
from typing import TYPE_CHECKING

from explorer.domain.filter import EventFilter
from explorer.domain.index import Matched
from explorer.domain.provenance import Provenance
from explorer.domain.view_line import read_line
from explorer.storage.opening import open_database
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from explorer.ui.main_window import MainWindow


def _asked(pilot: Pilot) -> Provenance:
    answers: list[Provenance] = []
    pilot.window.provenances.want(answers.append)
    assert not answers
    pilot.until(lambda: bool(answers))
    return answers[0]


def test_the_present_view_is_named_with_its_database(pilot: Pilot) -> None:
    store = pilot.window.store
    store.edit(
        filter=EventFilter().choosing("kind", {"summit"}), selection=pilot.event_id("helsinki-summit-2018")
    )
    # At once: the match is still on its way.
    made = _asked(pilot)
    database = pilot.window.collection.database
    assert database is not None
    assert (made.database, made.events) == (database.name, 110)
    assert made.matching == pilot.matching < 110
    assert made.fingerprint == database.fingerprint()
    assert made.filter == "summits"
    _, request = read_line(made.view)
    assert request.filter == store.state.filter
    assert request.select == "helsinki-summit-2018"
    assert pilot.window.provenances.now() == made


def test_view_and_count_belong_together_whatever_is_edited_meanwhile(pilot: Pilot) -> None:
    answers: list[Provenance] = []
    counts: dict[EventFilter, int] = {}

    def note(matched: Matched) -> None:
        counts[matched.filter] = matched.total

    pilot.window.collection.matched.connect(note)
    for kind in ("summit", "letter", "visit"):
        pilot.window.store.edit(filter=EventFilter().choosing("kind", {kind}))
        pilot.window.provenances.want(answers.append)
    pilot.until(lambda: len(answers) == 3)
    for made in answers:
        assert made.matching == counts[read_line(made.view)[1].filter]


def test_several_who_ask_are_all_answered(pilot: Pilot) -> None:
    answers: list[Provenance] = []
    for _ in range(3):
        pilot.window.provenances.want(answers.append)
    pilot.key("Ctrl+Shift+C")
    pilot.until(lambda: len(answers) == 3)
    assert len(set(answers)) == 1


def test_a_file_that_was_written_to_is_read_again(
    make_window: "Callable[..., MainWindow]", tmp_path: Path, qtbot: "QtBot"
) -> None:
    path = build_database(tmp_path / "own.db", [Given("one")])
    pilot = Pilot(make_window(path), qtbot)
    former = _asked(pilot).fingerprint
    other = build_database(tmp_path / "other.db", [Given("one"), Given("two")])
    other.replace(path)
    # Until then no answer would be of what is shown.
    pilot.until(lambda: pilot.matching == 2)
    assert _asked(pilot).fingerprint == open_database(path).fingerprint() != former


def test_a_file_that_is_gone_is_told(
    make_window: "Callable[..., MainWindow]", tmp_path: Path, qtbot: "QtBot"
) -> None:
    path = build_database(tmp_path / "own.db", [Given("one")])
    pilot = Pilot(make_window(path), qtbot)
    path.unlink()
    pilot.window.provenances.want(lambda _: None)
    pilot.until(lambda: pilot.window.told is not None)
    assert pilot.window.told is not None
    assert "own.db" in pilot.window.told.accessibleName()


def test_closing_the_window_while_it_is_asked_is_no_error(pilot: Pilot) -> None:
    pilot.window.provenances.want(lambda _: None)
    pilot.window.close()
