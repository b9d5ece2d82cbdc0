# Thin names for packaging/start.py and packaging/build.py, which work without make too.
PYTHON ?= python3
ARGS ?=

.PHONY: run test bench hostile setup db guide translations package check-deb

run test bench hostile:
	@$(PYTHON) packaging/start.py $@ $(ARGS)

setup:
	@$(PYTHON) packaging/start.py setup

db: setup
	@.venv/bin/python db/build.py $(ARGS)

translations: setup
	@.venv/bin/python packaging/translate.py $(ARGS)

guide: setup
	@.venv/bin/python -m tests.guide $(ARGS)

package:
	@$(PYTHON) packaging/build.py $(ARGS)

check-deb:
	@$(PYTHON) packaging/check_deb.py $(ARGS)
