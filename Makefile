# The two commands: `make demo` and `make test`. Both set up everything they need in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXTRA ?=

# The one script of others in the reading room, and the SHA-256 of its package: whatever is fetched is this or nothing.
HTMX := htmx.org@4.0.1
HTMX_SHA256 := 5fba65616ca148a86d377e9771bcada7f35faee3558651feb929eea425e13b3c

.PHONY: demo test browser quality lint types check lock clean wheel picture vendor outline

# The environment is rebuilt when the lock changes; hashes are checked, sources are never built.
$(VENV)/.ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "headwater needs Python 3.11 or newer; name one with make PYTHON=...")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: $(VENV)/.ready  ## the main job on the bundled example
	rm -rf .demo
	$(BIN)/headwater example .demo
	$(BIN)/headwater brief .demo/reports -o .demo/brief.html
	$(BIN)/headwater brief .demo/reports
	@echo "The page is .demo/brief.html"

test: $(VENV)/.ready  ## the tests, on all cores; those that need a browser are `make browser`
	$(BIN)/python -m pytest -n auto --ignore-glob='tests/test_browser_*' $(EXTRA)

browser: $(VENV)/.ready  ## the reading room in the machine's Chromium; skipped with a word where there is none
	$(BIN)/python -m pytest -n auto tests/test_browser_*.py $(EXTRA)

quality: $(VENV)/.ready  ## the scoreboard, held to its floors; EXTRA="--quick" for a glance
	$(BIN)/python -m quality --json .quality/board.json $(EXTRA)

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready
	$(BIN)/mypy

wheel: $(VENV)/.ready  ## the wheel, in dist/
	rm -rf dist
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

check: lint types test browser  ## what .ci/run runs, without the wheel

picture: $(VENV)/.ready  ## the pictures in the README and in docs/, taken of the room over the bundled example
	$(BIN)/python -m tools.pictures docs

lock: $(VENV)/.ready  ## compile the locks anew
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.lock

vendor:  ## fetch the reading room's one script of others anew, from whichever registry npm is set to
	rm -rf .vendor && mkdir .vendor
	cd .vendor && npm pack --silent --ignore-scripts $(HTMX) > packed
	cd .vendor && echo "$(HTMX_SHA256)  $$(cat packed)" | sha256sum --check --quiet
	cd .vendor && tar xzf "$$(cat packed)" package/dist/htmx.min.js package/LICENSE
	cp .vendor/package/dist/htmx.min.js src/headwater/web/static/htmx.min.js
	cp .vendor/package/LICENSE src/headwater/web/static/htmx-LICENSE
	rm -rf .vendor

outline:  ## make the map's outline anew from world-atlas, from whichever registry npm is set to
	rm -rf .vendor && mkdir .vendor
	cd .vendor && npm pack --silent --ignore-scripts world-atlas@2.0.2 > packed
	cd .vendor && tar xzf "$$(cat packed)" package/countries-50m.json
	$(PYTHON) training/outline/build.py .vendor/package/countries-50m.json src/headwater/data/outline.json.gz
	rm -rf .vendor

clean:
	rm -rf $(VENV) .demo .vendor .quality dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
