# The front door: `make run` starts the bot, `make test` passes all tests. Needs Python 3.11+, pip, make.
PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-emit-trusted-host --no-header --strip-extras --allow-unsafe
OURS := --build-deps-for=editable
INSTALL := -m pip install --quiet --disable-pip-version-check
# Nothing of what is installed is built here: a wheel runs no code of its own before it is used
PINNED := $(INSTALL) --require-hashes --only-binary :all:
PACKAGES := bot conversations ectrial
MINUTES ?= 10

.PHONY: run init test test-long test-pythons test-lowest check format lint types imports cover bench crash powercut mutants mutants-reader fuzz transcripts catalogue lock sbom licences audit clean

run: .venv
	$(BIN)/ectrial run

# The real record, once; practice makes its own.
init: .venv
	$(BIN)/ectrial init

# Tests wait for a third of their time, so there are three processes on two cores; a file's tests stay in one
# of them. In the order of the folders the long files come first, so that all processes end together.
WORKERS := $(shell $(PYTHON) -c "import os; cores = os.cpu_count() or 2; print(cores + (cores + 1) // 2)")
PYTEST := -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

# Else each process, and each bot that it starts, would compile everything again.
test test-long cover: export PYTHONDONTWRITEBYTECODE :=

test: .venv/.dev
	@echo "Running the tests (under three minutes on two idle cores) ..."
	@$(BIN)/python $(PYTEST)

# Campaigns: storms of kills, power cuts, every property on many examples.
test-long: .venv/.dev
	@echo "Running the long tests (twenty minutes) ..."
	@$(BIN)/python $(PYTEST) -m "long or hypothesis" --hypothesis-profile=thorough

# On each Python that is promised and there: the same locks, the same tests.
PYTHONS := 3.11 3.12 3.13

test-pythons:
	@for version in $(PYTHONS); do \
		if ! python$$version --version >/dev/null 2>&1; then \
			echo "Python $$version: not there, not tested"; continue; \
		fi; \
		echo "Python $$version: installing what is locked ..."; \
		python$$version -m venv .venv-$$version || exit 1; \
		for lock in requirements.lock requirements-dev.lock; do \
			.venv-$$version/bin/python $(PINNED) -r $$lock || exit 1; \
		done; \
		.venv-$$version/bin/python $(INSTALL) --no-deps --no-build-isolation --editable . || exit 1; \
		.venv-$$version/bin/python $(PYTEST) || exit 1; \
	done

# With each direct dependency at the lowest version that pyproject.toml allows.
test-lowest: .venv/.dev
	@echo "Installing the lowest versions that are promised ..."
	@$(PYTHON) -m venv .venv-lowest
	@$(BIN)/python -m tests.lowest > .venv-lowest/constraints.txt
	@.venv-lowest/bin/python $(INSTALL) --constraint .venv-lowest/constraints.txt --editable '.[dev]'
	@.venv-lowest/bin/python $(PYTEST)

check: .venv/.dev lint types imports cover

format: .venv/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/codespell

types: .venv/.dev
	$(BIN)/mypy

imports: .venv/.dev
	$(BIN)/lint-imports

cover: .venv/.dev
	$(BIN)/python $(PYTEST) --cov --cov-report=term

bench: .venv/.dev .venv-aiogram/.run
	@missed=0; for each in taps rounds assess labs durability load; do \
		echo; echo "$$each:"; $(BIN)/python -m tests.benchmarks.$$each || missed=1; \
	done; exit $$missed

mutants: MUTANTS = ectrial.truth.* ectrial.quantity.* ectrial.trial.verdict.* ectrial.rules.*
mutants-reader: MUTANTS = ectrial.labs.*
mutants mutants-reader: .venv/.mutants
	$(BIN)/mutmut run $(MUTANTS:%='%') | tr '\r' '\n' | grep -a 🎉 | tail -n 1
	$(BIN)/mutmut results | grep -v ': not checked'

# The bot killed a thousand times under load, and 500 times with a webhook; then every command and
# the starts after it at each of its writes, renames and syncs. Outside CI.
crash: .venv/.dev
	$(BIN)/python -m tests.crash.run
	$(BIN)/python -m tests.crash.swept

# The power cut under the record, a thousand times; outside CI.
powercut: .venv/.dev
	$(BIN)/python -m tests.disk.powercut

# Guided by coverage, outside CI: `make fuzz MINUTES=30`. The corpus it grows stays for the next run.
fuzz: .venv-fuzz/.made
	.venv-fuzz/bin/python -m tests.fuzz.labs -max_total_time=$$(( $(MINUTES) * 60 )) -max_len=400 \
		-artifact_prefix=.venv-fuzz/ .venv-fuzz/corpus

transcripts: .venv/.dev
	$(BIN)/python -m tests.write_transcripts

catalogue: .venv/.dev
	$(BIN)/python -m tests.catalogue

# What this version consists of, written anew after `make lock` and with each new version.
sbom: .venv/.dev
	$(BIN)/python -m tests.supply.sbom

licences: .venv/.dev
	$(BIN)/python -m tests.supply.licences

# Needs the network; says plainly if it could not look.
audit: .venv-audit/.made
	$(BIN)/python -m tests.supply.audit .venv-audit/bin/pip-audit

lock: .venv/.dev
	$(COMPILE) --output-file tests/benchmarks/aiogram.lock tests/benchmarks/aiogram.in
	$(COMPILE) $(OURS) --output-file requirements.lock pyproject.toml
	$(COMPILE) $(OURS) --extra socks --constraint requirements.lock --output-file requirements-socks.lock pyproject.toml
	$(COMPILE) $(OURS) --extra papers --constraint requirements.lock --output-file requirements-papers.lock pyproject.toml
	$(COMPILE) $(OURS) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	$(COMPILE) --output-file tests/fuzz/requirements.lock tests/fuzz/requirements.in
	$(COMPILE) --output-file tests/mutants.lock tests/mutants.in
	$(COMPILE) --output-file tests/supply/audit.lock tests/supply/audit.in

# One folder, two stamps: what the bot needs, and what its tests need beside it.
.venv: .venv/.run

.venv/.run: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@echo "Making a virtual environment in .venv ..."
	@$(PYTHON) -m venv .venv
	@echo "Installing what the bot needs, once (half a minute) ..."
	@$(BIN)/python $(PINNED) -r requirements.lock
	@echo "Installing the bot itself ..."
	@$(BIN)/python $(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.run requirements-dev.lock
	@echo "Installing what the tests and checks need, once (a minute) ..."
	@$(BIN)/python $(PINNED) -r requirements-dev.lock
	@echo "Compiling the tests ..."
# Once, else each process of the first run would; what is wrong with a test is told by that run
	@$(BIN)/python -m pytest --collect-only -qq >/dev/null 2>&1 || true
	@touch $@

# One library that mutmut needs comes with other libraries on other versions of Python, and one lock
# knows only those of one: what everybody installs must do without it.
.venv/.mutants: .venv/.dev tests/mutants.lock
	@echo "Installing what mutation testing needs ..."
	@$(BIN)/python $(PINNED) -r tests/mutants.lock
	@touch $@

# Pinned to an older pydantic than ours, so it lives apart; only the benchmark of taps needs it.
.venv-aiogram/.run: tests/benchmarks/aiogram.lock
	@echo "Installing the other bots of the benchmark ..."
	@$(PYTHON) -m venv .venv-aiogram
	@.venv-aiogram/bin/python $(PINNED) -r $<
	@touch $@

.venv-fuzz/.made: requirements.lock tests/fuzz/requirements.lock
	@echo "Installing what fuzzing needs ..."
	@$(PYTHON) -m venv .venv-fuzz
	@.venv-fuzz/bin/python $(PINNED) -r requirements.lock -r tests/fuzz/requirements.lock
	@touch $@

.venv-audit/.made: tests/supply/audit.lock .venv/.dev
	@echo "Installing what looks up vulnerabilities ..."
	@$(PYTHON) -m venv .venv-audit
	@.venv-audit/bin/python $(PINNED) -r $<
	@touch $@

clean:
	rm -rf .venv .venv-* build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache mutants .coverage
