# The commands of this project. A machine needs only Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SECONDS ?= 60
SOURCES := pyproject.toml README.md $(shell find src models -type f -not -path '*/__pycache__/*')

.PHONY: help demo test test-services check lint types contract notebook wheel bench bench-scores fuzz clean python

help:
	@echo "make demo    set everything up, then check, score and draw the real model into build/"
	@echo "make test    set everything up, then run every test that needs only pip"
	@echo "make test-services   run what needs Java, PostgreSQL and Chromium, installed where they are missing"
	@echo "make check   lint, types and the import contract"
	@echo "make bench   the benchmarks, as ratios, and what hostile files cost"
	@echo "make fuzz    look for texts that break the loader (SECONDS=60)"

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "toc needs Python 3.11 or newer; name one with: make PYTHON=python3.12 demo"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "This Python has no venv module. On Debian or Ubuntu: apt install python3-venv"; exit 1; }

$(BIN)/pip: | python
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

# The built package, as a user gets it; not an editable tree.
$(VENV)/.installed: $(SOURCES) | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --upgrade ".[render]"
	$(BIN)/python -m pip install --quiet --force-reinstall --no-deps .
	@touch $@

$(VENV)/.tested: pyproject.toml | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --group test
	@touch $@

$(VENV)/.checked: pyproject.toml | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --group check
	@touch $@

demo: $(VENV)/.installed
	$(BIN)/toc demo --output build

test: $(VENV)/.installed $(VENV)/.tested
	$(BIN)/python -m pytest -n auto --dist loadgroup

$(VENV)/.served: pyproject.toml | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --group services
	@touch $@

test-services: $(VENV)/.installed $(VENV)/.tested $(VENV)/.served
	bash tests/services/install.sh
	$(BIN)/python -m pytest -q tests/services

check: lint types contract

lint: $(VENV)/.checked
	$(BIN)/ruff check src tests benchmarks models
	$(BIN)/ruff format --check src tests benchmarks models

types: $(VENV)/.installed $(VENV)/.checked
	$(BIN)/mypy

contract: $(VENV)/.installed $(VENV)/.checked
	PYTHONPATH=src $(BIN)/lint-imports

notebook: $(VENV)/.installed $(VENV)/.tested
	$(BIN)/python -m pytest -q tests/notebooks

wheel: $(VENV)/.checked
	rm -rf build/wheel
	$(BIN)/python -m build --outdir build/wheel .

bench: $(VENV)/.installed $(VENV)/.tested
	PYTHONPATH=tests $(BIN)/python benchmarks/ratios.py
	$(BIN)/python benchmarks/rules_bound.py
	$(BIN)/python benchmarks/hostile.py

# A few minutes and up to 2 GB; SIZES="50000000" for more.
bench-scores: $(VENV)/.installed $(VENV)/.tested
	$(BIN)/python benchmarks/scores.py $(SIZES)

$(VENV)/.fuzzing: pyproject.toml | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --group fuzz
	@touch $@

# Texts that do harm are left in build/fuzz.
fuzz: $(VENV)/.installed $(VENV)/.fuzzing
	$(BIN)/python benchmarks/fuzz_loader.py --seconds $(SECONDS)

clean:
	rm -rf $(VENV) build dist
