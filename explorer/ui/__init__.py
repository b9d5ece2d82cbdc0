"""The only package that knows Qt and pyqtgraph: the window and all it shows."""
