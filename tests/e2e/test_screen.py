"""The screen of these tests stands whoever comes and goes."""

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.patience import PROCESS
from tests.screen import virtual_screen

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
    ),
]

#: Enough that a server which resets itself refuses about ten of them.
VISITS = 300


def test_no_visitor_is_refused_while_another_leaves() -> None:
    with virtual_screen() as name, ThreadPoolExecutor(3) as pool:

        def visit(_: int) -> str:
            done = subprocess.run(
                ["xdotool", "getmouselocation"],
                env=os.environ | {"DISPLAY": name},
                capture_output=True,
                text=True,
                check=False,
                timeout=PROCESS,
            )
            return done.stderr

        assert set(pool.map(visit, range(VISITS))) == {""}
