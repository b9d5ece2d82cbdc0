"""What the program asks of its system: folders, the one window that runs, the log. No Qt, no numpy."""
