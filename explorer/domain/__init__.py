"""What is true without a screen or a file: dates, intervals, events and filters."""
