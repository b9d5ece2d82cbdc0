"""A program of the desktop: settings, sessions, files that are handed over, mistakes, the language."""
