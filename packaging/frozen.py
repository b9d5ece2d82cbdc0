"""The first lines of the packaged program: `detente`, without Python's own command."""

import sys

from explorer.cli import main

sys.exit(main())
