"""Building the bundled database: in step, repeatable, whole, and clear about what is wrong in a source."""

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import build


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sources, to break."""
    return Path(shutil.copytree(build.SOURCE, tmp_path / "source"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_database_is_in_step_with_its_sources(tmp_path: Path) -> None:
    build.build(tmp_path / "fresh.db")
    fresh, bundled = (list(build.dump(path)) for path in (tmp_path / "fresh.db", build.DATABASE))
    assert bundled == fresh, "run: python db/build.py"


def test_building_twice_gives_the_same(tmp_path: Path) -> None:
    build.build(tmp_path / "one.db")
    build.build(tmp_path / "two.db")
    assert list(build.dump(tmp_path / "one.db")) == list(build.dump(tmp_path / "two.db"))
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.db", "two.db"]


def test_the_dump_sees_every_row_and_no_statistics(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    build.build(path)
    before = list(build.dump(path))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM sqlite_stat1")
        connection.commit()
        assert list(build.dump(path)) == before
        tables = {row[0] for row in connection.execute("PRAGMA table_list") if row[2] == "table"}
        connection.execute("UPDATE record_notes SET text = text || '!' WHERE id = 1")
        connection.commit()
    assert list(build.dump(path)) != before
    assert tables
    assert {line.split(" ", 1)[0] for line in before} >= {"events", "people", "commentary", "claim_events"}


def test_the_database_is_whole(tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copyfile(build.DATABASE, copy)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA application_id").fetchone() == (0x44544E54,)
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert connection.execute("PRAGMA page_size").fetchone() == (build.PAGE_SIZE,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM sqlite_stat1").fetchone()[0] > 0
        # Raises if the index of the full text does not hold what the tables say.
        connection.execute("INSERT INTO event_text (event_text, rank) VALUES ('integrity-check', 1)")


def test_the_command_runs_from_anywhere(tmp_path: Path) -> None:
    script = build.HERE / "build.py"
    run = [sys.executable, str(script)]
    checked = subprocess.run(
        [*run, "--check"], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
    built = subprocess.run(
        [*run, "here.db"], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert built.returncode == 0, built.stderr
    assert list(build.dump(tmp_path / "here.db")) == list(build.dump(build.DATABASE))


def test_check_tells_in_one_sentence_when_a_file_is_out_of_date(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "old.db"
    build.build(out, folder)
    edit(folder / "document.toml", 'author = "Hal Brands"', 'author = "Another"')
    before = out.read_bytes()
    assert build.main([str(out), "--check", "--source", str(folder)]) == 1
    captured = capsys.readouterr()
    assert captured.err == "old.db is not what its sources give: run python db/build.py.\n"
    assert out.read_bytes() == before
    assert build.main([str(tmp_path / "absent.db"), "--check", "--source", str(folder)]) == 1


def test_a_failed_build_leaves_the_former_database(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kept.db"
    out.write_bytes(b"former")
    edit(folder / "events" / "trump-putin.toml", 'kind = "summit"', 'kind = "sumit"')
    assert build.main([str(out), "--source", str(folder)]) == 1
    assert capsys.readouterr().err == (
        "source/events/trump-putin.toml, event helsinki-summit-2018: unknown kind “sumit”.\n"
    )
    assert out.read_bytes() == b"former"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.db", "source"]


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (
            "events/trump-kim.toml",
            'place = "Metropole Hotel, Hanoi"',
            'place = "Hanoi"',
            "source/events/trump-kim.toml, event hanoi-summit-2019: unknown place “Hanoi”.",
        ),
        (
            "events/trump-kim.toml",
            'name = "Moon Jae-in"',
            'name = "Moon Jae In"',
            "source/events/trump-kim.toml, event panmunjom-meeting-2019: unknown person “Moon Jae In”.",
        ),
        (
            "events/trump-kim.toml",
            "paragraphs = [6, 18]",
            "paragraphs = [6, 18, 21]",
            "source/events/trump-kim.toml, event hanoi-summit-2019: unknown paragraph 21.",
        ),
        (
            "events/trump-kim.toml",
            'slug = "stockholm-talks-2019"',
            'slug = "singapore-summit-2018"',
            "source/events/trump-kim.toml, event singapore-summit-2018: slug “singapore-summit-2018” is"
            " already used in source/events/trump-kim.toml, event singapore-summit-2018.",
        ),
        (
            "events/trump-kim.toml",
            'start = "2018-06-12"',
            'start = "12 June 2018"',
            "source/events/trump-kim.toml, event singapore-summit-2018: “start” is not a date: ",
        ),
        (
            "events/trump-kim.toml",
            'end = "2019-02-28"',
            'end = "2019-01-28"',
            "source/events/trump-kim.toml, event hanoi-summit-2019: it ends before it starts.",
        ),
        (
            "events/trump-kim.toml",
            'basis = "context"',
            'basis = "contxt"',
            "source/events/trump-kim.toml, event rocket-man-un-2017: unknown basis “contxt”.",
        ),
        (
            "events/trump-kim.toml",
            "importance = 5",
            "importance = 6",
            "source/events/trump-kim.toml, event singapore-summit-2018: “importance” must be from 1 to 5.",
        ),
        (
            "events/trump-kim.toml",
            'label = "Hanoi summit"',
            'label = "Singapore summit"',
            "source/events/trump-kim.toml, event hanoi-summit-2019: label “Singapore summit” is already used"
            " in source/events/trump-kim.toml, event singapore-summit-2018.",
        ),
        (
            "events/trump-kim.toml",
            'label = "Hanoi summit"',
            'label = "The second summit, at Hanoi"',
            "source/events/trump-kim.toml, event hanoi-summit-2019: the label is longer than 24 characters.",
        ),
        (
            "events/trump-kim.toml",
            'label = "Hanoi summit"',
            "",
            "source/events/trump-kim.toml, event hanoi-summit-2019: “label” is missing.",
        ),
        (
            "events/trump-kim.toml",
            'label = "Hanoi summit"',
            'label = "Hanoi summit"\ncomentary = "Mistyped."',
            "source/events/trump-kim.toml, event hanoi-summit-2019: there is no field “comentary”.",
        ),
        (
            "events/trump-kim.toml",
            'relationship = "Trump–Kim"',
            'relationship = "Trump-Kim"',
            "source/events/trump-kim.toml: unknown relationship “Trump-Kim”.",
        ),
        (
            "events/trump-kim.toml",
            "[[event]]",
            "[[event]",
            "source/events/trump-kim.toml: not valid TOML (",
        ),
        (
            "places.csv",
            "Hamburg,DE,Germany,53.5511,9.9937",
            "Hamburg,DE,Germany,93.5511,9.9937",
            "source/places.csv, Hamburg: “latitude” must lie between -90 and 90.",
        ),
        (
            "places.csv",
            "Hamburg,DE,Germany,53.5511,9.9937",
            "Hamburg,DE,Germany,53.5511",
            " fields instead of 5.",
        ),
        (
            "events/trump-duterte.toml",
            "coordinates = [14.5536, 120.9823]",
            "coordinates = [14.5536]",
            "event trump-duterte-manila-2017: “coordinates” must be latitude and longitude, such as",
        ),
        (
            "events/trump-duterte.toml",
            "coordinates = [14.5536, 120.9823]",
            "coordinates = [120.9823, 14.5536]",
            "event trump-duterte-manila-2017: “coordinates” must lie between -90 and 90, -180 and 180.",
        ),
        (
            "people.csv",
            '"Abe, Shinzo"',
            "",
            "source/people.csv, Shinzo Abe: no event has this person.",
        ),
        (
            "document.toml",
            'slug = "hanoi-summit-2019", role = "evidence"',
            'slug = "hanoi-summit-2019", role = "proof"',
            "source/document.toml, claim method, events hanoi-summit-2019: unknown role “proof”.",
        ),
        (
            "document.toml",
            'slug = "yalta-conference"',
            'slug = "potsdam-conference"',
            "source/document.toml, claim precedent: unknown event “potsdam-conference”.",
        ),
        (
            "properties.toml",
            "helsinki-summit-2018",
            "helsinki",
            "source/properties.toml: unknown first_event “helsinki”.",
        ),
    ],
)
def test_a_broken_source_says_where_and_what(
    tmp_path: Path, folder: Path, file: str, old: str, new: str, sentence: str
) -> None:
    if file == "people.csv":
        with (folder / file).open("a", encoding="utf-8", newline="") as people:
            people.write('Shinzo Abe,"Abe, Shinzo",0\n')
    else:
        edit(folder / file, old, new)
    with pytest.raises(build.SourceError, match=re.escape(sentence)):
        build.build(tmp_path / "broken.db", folder)
    assert not (tmp_path / "broken.db").exists()


def test_missing_and_repeated_commentary_are_told(tmp_path: Path, folder: Path) -> None:
    path = folder / "events" / "trump-putin.toml"
    text = path.read_text(encoding="utf-8")
    blocks = re.findall(r'^commentary = """\n.*?"""\n', text, flags=re.DOTALL | re.MULTILINE)
    assert len(blocks) >= 3
    path.write_text(text.replace(blocks[0], "").replace(blocks[1], blocks[2]), encoding="utf-8")
    with pytest.raises(build.SourceError) as raised:
        build.read_sources(folder)
    assert raised.value.problems[0] == (
        "source/events/trump-putin.toml, event hamburg-meeting-2017: the commentary is missing."
    )
    assert "the commentary “" in raised.value.problems[1]
    assert "is already used in source/events/trump-putin.toml, event" in raised.value.problems[1]


def test_a_missing_source_is_told(tmp_path: Path, folder: Path) -> None:
    (folder / "kinds.csv").unlink()
    with pytest.raises(
        build.SourceError, match=r"source/kinds\.csv: the file is missing or cannot be read\."
    ):
        build.read_sources(folder)
    assert not list(tmp_path.glob("*.db"))
