# `make run` opens the program, `make test` tests it. Each does all of its own set-up; the rest is for developers.

PYTHON ?=
WORKERS ?= 2

PACKAGES := facilitator ui exports resources
BIN := .venv/bin
EXAMPLE := build/example/facilitator.sqlite
TRANSLATIONS := resources/translations
# What marks a text for translators; the same names as in facilitator/i18n.py.
KEYWORDS := _ N_ gettext ngettext:1,2 pgettext:1c,2
POT ?= build/facilitator.pot

# Where it is set, Python compiles every module at every start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test check benchmarks lock pot translations clean set-up

help:
	@echo 'make run           open the program with the example workshop'
	@echo 'make test          pass the tests'
	@echo 'make check         style, types and import contracts'
	@echo 'make benchmarks    measure, and print the figures as one table'
	@echo 'make translations  bring the catalogues in step with the source'
	@echo 'make lock          pin the newest packages that pyproject.toml admits'
	@echo 'make clean         remove what the other targets made, .venv included'
	@echo 'PYTHON=...         the Python to use, for every target; else the newest that suits'

run: set-up
	@mkdir -p $(dir $(EXAMPLE))
	@$(BIN)/facilitator --database $(EXAMPLE) example

test: set-up
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

check: set-up
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

benchmarks: set-up
	@$(BIN)/python -m tests.benchmarks

lock: set-up
	@uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 --group dev --group build \
		--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
		--output-file requirements/lock.txt

pot: set-up
	@mkdir -p $(dir $(POT))
	@$(BIN)/pybabel --quiet extract --no-default-keywords $(KEYWORDS:%=--keyword=%) --add-comments=Translators: \
		--add-location=file --sort-by-file --project=facilitator --output-file=$(POT) $(PACKAGES)

translations: pot
	@$(BIN)/pybabel --quiet update --domain=facilitator --input-file=$(POT) --output-dir=$(TRANSLATIONS) \
		--ignore-pot-creation-date --no-fuzzy-matching --ignore-obsolete --no-wrap
	@$(BIN)/pybabel compile --domain=facilitator --directory=$(TRANSLATIONS) --statistics

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find $(PACKAGES) tests -name __pycache__ -type d -prune -exec rm -rf {} +

set-up:
	@requirements/set-up '$(PYTHON)'
	@$(BIN)/python -m compileall -q $(PACKAGES)
