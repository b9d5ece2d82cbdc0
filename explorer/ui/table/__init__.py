"""The events as a table, in step with the timeline."""
