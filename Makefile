# Thin names for packaging/start.py, which works without make too.
PYTHON ?= python3
ARGS ?=

.PHONY: run test bench setup db guide translations

run test bench:
	@$(PYTHON) packaging/start.py $@ $(ARGS)

setup:
	@$(PYTHON) packaging/start.py setup

db: setup
	@.venv/bin/python db/build.py $(ARGS)

translations: setup
	@.venv/bin/python packaging/translate.py $(ARGS)

guide: setup
	@.venv/bin/python -m tests.guide $(ARGS)
