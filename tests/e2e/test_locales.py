"""The real program under the languages of the world's desktops: window, screenshot, exports."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
#: What glibc's localedef makes locales of; a Mac and Windows bring theirs along.
SOURCES = Path("/usr/share/i18n/locales")
DEADLINE = 60.0
#: Whose letters, digits, calendars or directions differ from English ones.
LOCALES = ("tr_TR", "az_AZ", "lt_LT", "ar_EG", "fa_IR", "de_DE", "ja_JP", "C")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not sys.platform.startswith("linux")
        or (not os.environ.get("CI") and not (shutil.which("localedef") and SOURCES.is_dir())),
        reason="needs localedef and its sources (apt-get install locales)",
    ),
]


@pytest.fixture(scope="session")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all of them: a locale that the system lacks is as good as C."""
    folder = tmp_path_factory.mktemp("locales")
    for name in LOCALES[:-1]:
        # Status 1 is a warning.
        subprocess.run(
            ["localedef", "-c", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")],
            check=False,
            capture_output=True,
            timeout=DEADLINE,
        )
        assert (folder / f"{name}.UTF-8" / "LC_CTYPE").is_file()
    return folder


@pytest.fixture
def environment(locales: Path, tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """That of a user with this locale."""
    name: str = request.param
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "LC_"))}
    tmp_path.chmod(0o700)
    return kept | {
        "LC_ALL": name if name == "C" else f"{name}.UTF-8", "LOCPATH": str(locales), "HOME": str(tmp_path),
        "LANG": "", "XDG_RUNTIME_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT),
    }  # fmt: skip


def _run(environment: dict[str, str], *words: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *map(str, words)],
        env=environment, cwd=environment["HOME"], capture_output=True, encoding="utf-8", timeout=DEADLINE,
        check=False,
    )  # fmt: skip


@pytest.mark.parametrize("environment", ["tr_TR"], indirect=True)
def test_the_locale_is_there_and_maps_letters_its_own_way(environment: dict[str, str]) -> None:
    # What the tests below stand on: the C library has no plain I for an i.
    probe = "from PySide6.QtCore import QTimer; QTimer(interval=1)"
    assert "is not a Qt property" in _run(environment, "-c", probe).stderr


@pytest.mark.parametrize("environment", LOCALES, indirect=True)
def test_pictures_and_tables_are_the_same_in_every_locale(
    environment: dict[str, str], tmp_path: Path
) -> None:
    for words in (
        ("screenshot", "window.png", "--search", "istanbul"),
        ("export", "figure.svg"),
        ("export", "events.csv"),
        ("info",),
    ):
        done = _run(environment, "-m", "explorer", *words)
        assert done.returncode == 0, done.stderr
        # Qt wants UTF-8, and says that it takes it where the locale is C.
        assert "Traceback" not in done.stderr
        assert environment["LC_ALL"] == "C" or done.stderr == ""
    assert QImage(str(tmp_path / "window.png")).width() == 1440
    table = (tmp_path / "events.csv").read_text("utf-8-sig")
    assert table.count("\n") > 100
    # Digits and dates of files are not those of the desktop.
    assert re.search(r"\b2018-06-12\b", table)


@pytest.mark.parametrize("environment", LOCALES, indirect=True)
def test_the_window_opens_is_complete_and_closes_in_every_locale(
    environment: dict[str, str], tmp_path: Path
) -> None:
    with (tmp_path / "errors.txt").open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "explorer"], env=environment, cwd=tmp_path, stderr=stream
        )
    try:
        end = time.monotonic() + DEADLINE
        # Written into the lock once a second start could hand over its file: all is built by then.
        while not any(lock.read_bytes() == b"r" for lock in tmp_path.glob("detente/*/lock")):
            assert process.poll() is None, (tmp_path / "errors.txt").read_text()
            assert time.monotonic() < end
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        assert process.wait(DEADLINE) == 0
    finally:
        process.kill()
        process.wait()
    said = (tmp_path / "errors.txt").read_text()
    assert "Traceback" not in said
    assert environment["LC_ALL"] == "C" or said == ""
