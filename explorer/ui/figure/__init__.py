"""Pictures of the timeline for print, slides and the web: composed for their size, then painted and written.

`composing.compose` makes a `scene.Scene` of the window's view, `writing.write_figure` a file of it.
"""
