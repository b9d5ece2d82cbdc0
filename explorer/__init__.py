"""Détente: a timeline of diplomacy to search, filter and read."""

__version__ = "0.1.0"
