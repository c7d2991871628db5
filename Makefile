# The project's commands. `make serve` and `make test` are all that a newcomer needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PORT ?= 8000
FAULTS := $(BIN)/pytest -s -q -o addopts= --import-mode=importlib tests/faults
export NO_MKDOCS_2_WARNING := 1
# Sitemap dates and archives take this time, so that two builds of one commit are the same to the byte.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.PHONY: serve test site zip pictures check bench bench-search faults lock clean

serve: $(READY) ## Build both languages and serve them with live reload
	@echo "→ http://127.0.0.1:$(PORT)/  中文    http://127.0.0.1:$(PORT)/en/  English"
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: $(READY) ## Everything: lint, types, check, unit, build and browser tests
	@sh tools/ensure_chromium.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/handbook check
	$(FAULTS)
	$(BIN)/pytest

site: $(READY) ## Build the site into site/
	$(BIN)/mkdocs build --strict

zip: site ## The site as a zip that opens from a disk, without a server
	$(BIN)/python tools/zip_site.py site build/collections-handbook.zip

pictures: site ## Pictures of a filled-in script and letter, and what they print, into build/pictures
	@sh tools/ensure_chromium.sh
	$(BIN)/python -m tools.pictures site build/pictures

check: $(READY) ## Check all content
	$(BIN)/handbook check

bench: $(READY) ## Time and memory of check and build as the handbook grows
	$(BIN)/python tools/bench.py

bench-search: $(READY) ## How well and how fast search answers, beside two stock engines; takes three quarters of an hour
	test -d .bench/engines || $(BIN)/python -m pip install --quiet --target .bench/engines "pagefind[extended]==1.5.2" jieba==0.42.1
	$(BIN)/python -m tools.bench_search $(SIZES)

faults: $(READY) ## Plant faults into the real content and print what was caught
	$(FAULTS)

lock: $(READY) ## Write requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --all-extras --quiet \
	  --custom-compile-command "make lock" pyproject.toml --output-file requirements.lock

clean: ## Remove all that the other commands made
	rm -rf $(VENV) site build .bench .mypy_cache .pytest_cache .ruff_cache hooks/*.egg-info

$(READY): requirements.lock pyproject.toml
	@echo "→ installing into $(VENV) (once; later only when requirements.lock changes)"
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
