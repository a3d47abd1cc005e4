# `make run` opens Rempart, `make test` proves it. Both first build .venv from pinned, hashed requirements.
BIN := .venv/bin
WORDS := $(patsubst %.po,%.mo,$(shell find content rempart -name '*.po'))
UV := $(shell command -v uv || echo .rempart/uv/bin/uv)
LOCK := $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-strip-extras --no-header --quiet

export REMPART_LAPTOP ?= 1
export STARTED := $(shell date +%s)

.PHONY: run test check fix lock messages bench soak prove ledger screenshots help

run: .venv/run $(WORDS)  ## open Rempart in this browser: SQLite, or the database that DATABASE_URL names
	@$(BIN)/python manage.py open_here --started $(STARTED)

test: .venv/test $(WORDS)  ## everything: tests on SQLite and PostgreSQL, style, types, contracts, guards
	@tests/with_chromium $(BIN)/python -m tests.everything

check: .venv/test $(WORDS)  ## style, strict types, import contracts, Django's own checks
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	git ls-files '*.html' | xargs -r $(BIN)/djade --target-version 5.2 --check
	$(BIN)/mypy .
	$(BIN)/lint-imports --no-logo
	$(BIN)/python manage.py check --fail-level WARNING

fix: .venv/test  ## let the formatters have their way, and draw the map anew
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	git ls-files '*.html' | xargs -r $(BIN)/djade --target-version 5.2
	$(BIN)/python -m tests.house.map

lock: | .venv/run  ## pin the requirements again, after a change of dependencies in pyproject.toml
	@test -x "$(UV)" || { python3 -m venv .rempart/uv && .rempart/uv/bin/pip install --quiet uv; }
	$(LOCK) --output-file requirements.txt
	$(LOCK) --output-file requirements-test.txt --constraint requirements.txt --group test

messages: $(WORDS)  ## compile the words of every room and of the content

bench: .venv/test $(WORDS)  ## how fast, each against its floor in the same run
	@$(BIN)/python -m tests.bench

soak: .venv/test $(WORDS)  ## the tests again and again, in random company, until one fails (ROUNDS=10)
	@for round in $$(seq $${ROUNDS:-10}); do echo "round $$round"; $(BIN)/pytest -q -n 2 || exit 1; done

prove: .venv/test $(WORDS)  ## break each house rule once; every guard must notice
	@$(BIN)/python -m tests.prove

ledger: .venv/test  ## what of the requirements is done: a line per id, then the counts
	@$(BIN)/python -m tests.ledger

screenshots: .venv/test $(WORDS)  ## take the pictures of docs/pictures again
	@tests/with_chromium $(BIN)/python -m tests.pictures

help:  ## this list
	@sed -n 's/^\([a-z]*\):[^#]*##  *\(.*\)/\1	\2/p' $(MAKEFILE_LIST) | expand -t 14

.venv/run: requirements.txt
	@echo "Building .venv (once)"
	@test -x $(BIN)/python || python3 -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes --requirement $<
	@touch $@

.venv/test: requirements-test.txt | .venv/run
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes --requirement $<
	@touch $@

%.mo: %.po | .venv/run
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
