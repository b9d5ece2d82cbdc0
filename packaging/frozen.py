"""The first lines of the packaged program: `detente`, without Python's own command."""

import os
import sys

# The bundle's libraries are for this process alone, not for the browser that it opens a source with. What
# this process loads later is still found: the loader has read the variable when it began.
if sys.platform.startswith("linux"):
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before

from explorer.cli import main

sys.exit(main())
