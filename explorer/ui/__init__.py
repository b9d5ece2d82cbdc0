"""The only package that knows Qt and pyqtgraph: the window and all it shows."""

from explorer.ui.overrides import guard_overrides

# Before any class of ours derives from one of Qt's.
guard_overrides()
