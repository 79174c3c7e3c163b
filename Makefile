# Most commands use the virtual environment .venv, which is made when it is first needed.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test test-properties test-nightly test-lowest test-newest test-tools test-wheel page mutants fuzz cover bench \
    bench-growth bench-hostile bench-instructions bench-memory compare ablate \
    ablate-check evaluate evaluate-docs lint workflows types docs dist clean

help: ## List these commands
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "%-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/demo ## Parse examples/article.html and print the Article as JSON
	$(BIN)/python -m lemonde_parse examples/article.html

# The tests run in one process per core. The processes inherit the environment, but not the option `-W error`.
CHECKED := PYTHONWARNINGS=error
PYTEST := $(CHECKED) $(BIN)/python -m pytest -q -n auto --dist worksteal $(if $(K),-k "$(K)")
test: .venv/tests ## Run the tests, except property tests; K=words runs only tests with matching names
	$(PYTEST) -m "not hypothesis"

test-properties: .venv/tests ## Run the property tests, on generated examples; K=words as above
	$(PYTEST) -m hypothesis

# Takes 10 minutes.
test-nightly: export HYPOTHESIS_PROFILE := nightly
test-nightly: .venv/tests ## Run the property tests on new examples, twenty times as many
	$(CHECKED) $(BIN)/python -m pytest -q -n auto --timeout 1800 -m hypothesis

page: .venv/demo ## Make the test page NAME=name from a saved page PAGE=file, with invented prose
	@$(BIN)/python tests/new_page.py "$(NAME)" "$(PAGE)"

cover: .venv/tests ## Measure the coverage of the tests
	$(BIN)/coverage run -m pytest -q
	$(BIN)/coverage report

# Not part of the tests: each break takes a few minutes. SEED repeats an earlier choice of places.
COUNT ?= 20
mutants: .venv/tests ## Break the library in COUNT=20 places, and count the breaks that the tests detect
	$(BIN)/python tests/mutants.py $(COUNT) --seed "$(or $(SEED),$(shell date +%s))" \
	    --pytest "-n auto -m 'not hypothesis'"

test-newest: ## Run the tests with the newest dependencies, including pre-releases
	$(PYTHON) -m venv --clear .venv-newest
	.venv-newest/bin/pip install --quiet --upgrade pip
	.venv-newest/bin/pip install --quiet --pre --upgrade --editable . --group tests
	.venv-newest/bin/python -X dev -m pytest -q -n auto -W default

# The files whose English `make lint` checks.
ENGLISH := README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md CODE_OF_CONDUCT.md conftest.py ablation benchmarks docs evaluation fuzz plain_english weights \
    src $(wildcard tests/*.py)
lint: .venv/lint ## Check style and format with ruff, and the English of comments and docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@$(BIN)/python -m plain_english $(ENGLISH)

workflows: .venv/workflows ## Check the workflows with zizmor
	$(BIN)/zizmor --offline --min-severity medium .github

types: .venv/typing ## Check types with mypy and pyright
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python

docs: .venv/docs ## Build the documentation into docs/_build/html
	$(BIN)/sphinx-build -n -W --keep-going -q docs docs/_build/html
	@echo The pages are in docs/_build/html

# The oldest versions that pyproject.toml allows, in an environment of their own.
test-lowest: ## Run the tests with the oldest dependencies
	$(PYTHON) -m venv --clear .venv-lowest
	.venv-lowest/bin/pip install --quiet --upgrade pip
	.venv-lowest/bin/python tests/lowest.py > .venv-lowest/lowest.txt
	.venv-lowest/bin/pip install --quiet --editable . --group tests --constraint .venv-lowest/lowest.txt
	.venv-lowest/bin/python -X dev -W error -m pytest

# Not part of the tests. Inputs that break the guarantees are left in .fuzz/.
SECONDS ?= 60
fuzz: .venv/fuzz ## Parse generated inputs for SECONDS=60
	$(BIN)/python fuzz/fuzz_parse.py $(SECONDS)

# Not part of the tests: prints the tables of docs/explanation/performance.md. PAGES=folder also reads its *.html.
bench: .venv/tests ## Measure speed against other libraries; PAGES=folder adds its pages
	@$(BIN)/python benchmarks/compare.py $(PAGES)

# Scores this library and other extractors on real pages (PAGES=folder, as for `make evaluate`) and on the tests' pages.
compare: .venv/demo ## Score this and other extractors on PAGES=folder and on the tests' pages
	@PYTHONPATH=. $(BIN)/python benchmarks/exactness.py $(PAGES) $(OPTIONS)

# bench-growth, bench-hostile and bench-memory fail if time or memory grows faster than guaranteed, even on hostile pages.
bench-growth: .venv/demo ## Check that time grows linearly with the page
	@$(BIN)/python benchmarks/promises.py growth

bench-hostile: .venv/demo ## Check the time of hostile pages
	@$(BIN)/python benchmarks/hostile.py

# Needs valgrind. BASE is the revision to compare.
BASE ?= origin/main
bench-instructions: .venv/demo ## Compare the CPU instructions of a parse with BASE=origin/main
	@$(BIN)/python benchmarks/instructions.py $(BASE)

N ?= 100000
bench-memory: .venv/demo ## Check memory over N=100000 pages
	@$(BIN)/python benchmarks/promises.py memory $(N)

# Scores pages whose right article is known: those in PAGES=folder, or the tests' pages. PRINTED=folder has texts that programs
# printed from the pages; `python -m evaluation.score --help` lists the OPTIONS.
evaluate: .venv/demo ## Score the library on PAGES=folder, or on the tests' pages
	@$(BIN)/python -m evaluation.score $(PAGES) $(if $(PRINTED),--printed $(PRINTED)) $(OPTIONS)

evaluate-docs: .venv/demo ## Measure again, and write the tables of how-exact.md
	$(BIN)/python -m evaluation.publish $(PAGES) $(if $(PRINTED),--printed $(PRINTED))

# Removes each row, phrase and rule, halves and doubles each limit, and writes the changes to ablation/report.tsv. KNOB=part of a
# name tries only some of them, and PAGES=folder also reads its *.html; the report is then printed.
ablate: .venv/demo ## Remove each row and rule, change each limit, report the effects
	@$(BIN)/python -m ablation $(if $(KNOB),--knob "$(KNOB)") $(if $(PAGES),--pages $(PAGES))

ablate-check: .venv/demo ## Fail if a row, rule or limit has no effect, and no reason is given
	@$(BIN)/python -m ablation check

# Runs the examples of the how-to pages with the packages that they use, in a separate environment. PySpark needs Java. Warnings
# of these packages are not errors, and the time limit allows for their slow start.
test-tools: .venv-tools/made ## Run the how-to pages with the packages that they use
	.venv-tools/bin/python -m pytest -W default --timeout 600 -q docs/how-to

.venv-tools/made: pyproject.toml
	$(PYTHON) -m venv --clear .venv-tools
	.venv-tools/bin/pip install --quiet --upgrade pip
	.venv-tools/bin/pip install --quiet --editable . --group tests --group tools
	touch $@

# Builds the source archive and the wheel. They are built twice, to check that builds are reproducible.
dist: export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct)
dist: .venv/release ## Build and check the source archive and the wheel
	rm -rf dist build
	$(BIN)/python -m build --outdir build/again > /dev/null
	$(BIN)/python -m build > /dev/null
	cd dist && sha256sum *.tar.gz *.whl > ../build/hashes
	cd build/again && sha256sum --check ../hashes
	$(BIN)/twine check --strict dist/*
	$(BIN)/check-wheel-contents --package src/lemonde_parse dist/*.whl
	$(BIN)/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.readthedocs .readthedocs.yaml

# Runs the tests of the unpacked source archive against the installed wheel; src/ is deleted first.
test-wheel: dist ## Run the tests against the built wheel
	$(PYTHON) -m venv --clear .venv-wheel
	.venv-wheel/bin/pip install --quiet --upgrade pip
	mkdir build/unpacked
	tar --extract --gzip --strip-components=1 --directory build/unpacked --file dist/*.tar.gz
	rm -r build/unpacked/src
	.venv-wheel/bin/pip install --quiet dist/*.whl
	cd build/unpacked && ../../.venv-wheel/bin/pip install --quiet --group tests pyright types-lxml
	cd build/unpacked && ../../.venv-wheel/bin/python -W error -m pytest -q tests docs README.md
	PATH="$(CURDIR)/.venv-wheel/bin:$$PATH" pyright --verifytypes lemonde_parse --ignoreexternal --outputjson | \
	    .venv-wheel/bin/python tests/complete_types.py

clean: ## Remove environments, caches and built files
	rm -rf .venv .venv-bench .venv-lowest .venv-newest .venv-tools .venv-wheel build dist docs/_build .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/pip:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	touch $@

.venv/demo: .venv/pip pyproject.toml
	$(BIN)/pip install --quiet --editable .
	touch $@

.venv/tests .venv/lint .venv/typing .venv/docs .venv/fuzz .venv/release .venv/workflows: .venv/%: .venv/demo
	$(BIN)/pip install --quiet --group $*
	touch $@

# Type checkers also read the tests, which import their own dependencies.
.venv/typing: .venv/tests
