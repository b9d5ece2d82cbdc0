"""Hostile inputs: `python -m tests.hostile` makes them, opens them in every way, and looks for harm."""
