"""The search box with what it offers, and the command palette."""
