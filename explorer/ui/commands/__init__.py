"""What the actions do: on files, on search and filter, from one place to another, and all else."""
