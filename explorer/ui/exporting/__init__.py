"""The dialog that exports and its parts, the clipboard, and printing."""
