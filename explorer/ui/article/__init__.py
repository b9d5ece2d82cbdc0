"""The article's tab and its claims, in step with the timeline."""
