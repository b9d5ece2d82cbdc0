"""The left column's facets, dates and importance, and the chips of what is filtered."""
