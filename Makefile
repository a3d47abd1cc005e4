# `make run` opens the slice, `make test` proves it. Both first build .venv from pinned, hashed requirements.
BIN := .venv/bin
WORDS := $(patsubst %.po,%.mo,$(wildcard content/locale/*/*/*.po rempart/*/locale/*/*/*.po))

export REMPART_LAPTOP ?= 1

.PHONY: run test check prove fix lock
run: .venv/run $(WORDS)  ## a living slice, with its cast, on SQLite or on DATABASE_URL
	DEBUG=1 $(BIN)/python manage.py migrate --verbosity 0
	DEBUG=1 $(BIN)/python manage.py shell --verbosity 0 --command "from tests.demo import fill; fill()"
	@echo "Sign in below at /cases/ as amina, bento or chipo; the password is demo."
	DEBUG=1 $(BIN)/python manage.py runserver

test: .venv/test $(WORDS)  ## everything, on both databases
	$(BIN)/pytest
	tests/with_postgres $(BIN)/pytest
	$(MAKE) check prove

check: .venv/test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/lint-imports --no-logo
	$(BIN)/python manage.py check --fail-level WARNING

prove: .venv/test $(WORDS)  ## break each rule once; every guard must notice
	$(BIN)/python prove_guards.py

fix: .venv/test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header
lock:  ## after a change of dependencies in pyproject.toml; needs uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --output-file requirements-test.txt --constraint requirements.txt --group test

.venv/run: requirements.txt
	python3 -m venv .venv
	$(BIN)/pip install --quiet --require-hashes --requirement $<
	touch $@

.venv/test: requirements-test.txt | .venv/run
	$(BIN)/pip install --quiet --require-hashes --requirement $<
	touch $@

%.mo: %.po | .venv/run
	$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
