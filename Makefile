# Two commands: `make run` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help setup run test lint types contracts migrations openapi sdk container train-smoke quality lock clean
SHELL := /bin/sh
BIN := .venv/bin
UV ?= uv
LOCKING := --quiet --universal --python-version 3.12 --generate-hashes --no-annotate --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock"

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.venv/.runtime: requirements/runtime.lock pyproject.toml tools/environment.sh
	@echo "Making the environment in .venv (a minute or two, once) …"
	@tools/environment.sh requirements/runtime.lock
	@touch $@

.venv/.dev: requirements/dev.lock .venv/.runtime
	@tools/environment.sh requirements/dev.lock
	@touch $@

setup: .venv/.runtime ## make the environment alone: .venv, with .venv/bin/quotewire

run: .venv/.runtime ## serve API and worker on 127.0.0.1:8000 with the example pages ingested
	@exec $(BIN)/quotewire serve --examples examples

test: .venv/.dev ## run the whole test suite against a real, embedded PostgreSQL
	@$(BIN)/python -m pytest --numprocesses 2

lint: .venv/.dev ## ruff (code and format) and hadolint (Dockerfile)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/hadolint Dockerfile

types: .venv/.dev ## mypy, strict
	@$(BIN)/mypy

contracts: .venv/.dev ## who may import whom
	@$(BIN)/lint-imports

migrations: .venv/.dev ## alembic check, and every migration up, down and up again on data
	@$(BIN)/python -m pytest tests/migrations

openapi: .venv/.runtime ## write openapi/openapi.json anew
	@$(BIN)/quotewire openapi > openapi/openapi.json.new && mv openapi/openapi.json.new openapi/openapi.json

sdk: .venv/.runtime ## build the TypeScript types and compile a program against them (needs Node)
	@tools/sdk.sh

container: .venv/.runtime ## take the Dockerfile's steps without an engine: install, run as another user, stop by SIGTERM
	@tools/container.sh

train-smoke: .venv/.runtime ## train a short tagger from our own sentences in .venv-train, and use it
	@tools/train_smoke.sh

quality: .venv/.dev ## measure on our own gold and, where ../shared holds them, on the outside sets: one table (minutes)
	@$(BIN)/python -m tools.quality --shared ../shared

lock: ## resolve the dependencies anew (needs uv): what runs is pinned as it was tested
	@$(UV) pip compile $(LOCKING) --group dev --output-file requirements/dev.lock pyproject.toml
	@$(UV) pip compile $(LOCKING) --constraint requirements/dev.lock --output-file requirements/runtime.lock pyproject.toml

clean: ## remove the environment and what tools left (var/, the data, stays)
	@rm -rf .venv .venv-train build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
