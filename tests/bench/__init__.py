"""Measurements that are run by hand or in CI: `python -m tests.bench NAME`."""
