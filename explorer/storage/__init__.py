"""The only package that knows SQL: opens, checks and reads databases."""
