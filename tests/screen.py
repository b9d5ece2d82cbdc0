"""A screen without a screen: an X server of its own for what must be seen in a real window."""

import os
import subprocess
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def virtual_screen(width: int = 1600, height: int = 1000) -> Generator[str]:
    """The name of a new display (":3"), `width` by `height` pixels, that ends with the block.

    It is never reset: a server that resets itself when its last client leaves (the default) refuses whoever
    connects just then, as a program does that starts while xdotool looks for its window.

    Raises:
        RuntimeError: Xvfb did not start.
    """
    reads, writes = os.pipe()
    words = ["Xvfb", "-displayfd", str(writes), "-screen", "0", f"{width}x{height}x24"]
    server = subprocess.Popen(
        [*words, "-nolisten", "tcp", "-noreset"], pass_fds=(writes,), stderr=subprocess.DEVNULL
    )
    os.close(writes)
    try:
        with os.fdopen(reads) as stream:
            number = stream.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
