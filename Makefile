# Everything is done in a virtual environment of its own, .venv, made when it is first needed.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-lowest fuzz cover lint types clean

demo: .venv/demo
	$(BIN)/python -m lemonde_parse examples/article.html

test: .venv/tests
	$(BIN)/python -X dev -W error -m pytest

cover: .venv/tests
	$(BIN)/coverage run -m pytest -q
	$(BIN)/coverage report

lint: .venv/lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/typing
	$(BIN)/mypy

# The oldest versions that pyproject.toml allows, in an environment of their own.
test-lowest:
	$(PYTHON) -m venv --clear .venv-lowest
	.venv-lowest/bin/pip install --quiet --upgrade pip
	.venv-lowest/bin/python tests/lowest.py > .venv-lowest/lowest.txt
	.venv-lowest/bin/pip install --quiet --editable . --group tests --constraint .venv-lowest/lowest.txt
	.venv-lowest/bin/python -X dev -W error -m pytest

# Not part of the tests: as long as one likes. What breaks the promise is left in .fuzz/.
SECONDS ?= 60
fuzz: .venv/fuzz
	$(BIN)/python fuzz/fuzz_parse.py $(SECONDS)

clean:
	rm -rf .venv .venv-lowest dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/pip:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	touch $@

.venv/demo: .venv/pip pyproject.toml
	$(BIN)/pip install --quiet --editable .
	touch $@

.venv/tests .venv/lint .venv/typing .venv/fuzz: .venv/%: .venv/demo
	$(BIN)/pip install --quiet --group $*
	touch $@

# Type checkers read the tests too, and these import what they test with.
.venv/typing: .venv/tests
