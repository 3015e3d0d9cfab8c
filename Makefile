# Everything a newcomer needs; each target does the set-up it depends on.
#
#   make demo     invented people: sandbox, sync, workbook, window
#   make test     all tests, in parallel and in random order      (make test ARGS="-k vault")
#   make test-faults   every fault with 200 kills and 10,000 mutations, and the page tests/faults/README.md of it
#                      (make test-faults KILLS=1000 MUTATIONS=100000; what needs root is skipped elsewhere)
#   make soak     eight hours of a window with four accounts whose systems misbehave, in half an hour: nothing may leak
#                      or be lost           (make soak ROUNDS=12 SEED=2; a round is five minutes)
#   make test-warehouse   the tests of publishing through dlt, whose 200 MB nothing else needs
#   make check    format, lint, types, import contracts           (make format repairs the first two)
#   make bench    figures
#   make bench-export   figures of the workbook beside other writers (those that are installed)
#   make bench-publish  figures of publishing to a PostgreSQL of its own
#   make bench-full-sheet   more rows than a sheet holds, written and read back
#   make bench-ui     figures of the first window beside an empty one, and of the tabs on 100,000 and 1,000,000
#                     candidates     (make bench-ui ARGS="--kept FOLDER 100000")
#   make screenshots    pictures of every screen in screenshots/   (make screenshots ARGS="--looks light-he")
#   make translations   brings the texts of resources/translations up to the sources, and tells which are missing
#   make licences     the licences page and the bill of materials, in resources/
#   make bundle   one folder with everything for this system, in dist/
#   make deb      the same as a Debian package
#   make test-bundle    both are tried: in a root without Python, as another user, installed and removed
#   make lock     renews packaging/requirements from pyproject.toml
#   make clean    removes what was made here, .venv included

PYTHON ?= python3
BIN := .venv/bin
ARGS ?=
KILLS ?= 200
MUTATIONS ?= 10000
ROUNDS ?= 96
SEED ?= 1
UV_COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header
LOCKS := packaging/requirements

SPOKEN := resources/translations/told.json
LICENCES := resources/licences.md

.PHONY: demo test test-faults soak test-warehouse check format bench bench-export bench-publish bench-full-sheet \
	bench-ui screenshots translations licences bundle deb test-bundle lock clean ready-to-run ready-to-test ready-to-bundle

demo: ready-to-run $(SPOKEN) $(LICENCES)
	@$(BIN)/atsdesk demo $(ARGS)

test: ready-to-test $(SPOKEN) $(LICENCES)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses=auto $(ARGS)

test-faults: ready-to-test $(SPOKEN) $(LICENCES)
	@KILLS=$(KILLS) MUTATIONS=$(MUTATIONS) FAULTS_PAGE=tests/faults/README.md QT_QPA_PLATFORM=offscreen \
		$(BIN)/python -m pytest --numprocesses=auto -m fault -o timeout=1800 $(ARGS)

soak: ready-to-test $(SPOKEN) $(LICENCES)
	@$(BIN)/python -u -m tests.soak --rounds $(ROUNDS) --seed $(SEED) $(ARGS)

test-warehouse: ready-to-test
	@$(BIN)/uv pip install --quiet --python $(BIN)/python '.[warehouse]'
	@$(BIN)/python -m pytest tests/export/test_publish_warehouse.py $(ARGS)

check: ready-to-test
	@$(BIN)/ruff format --check --quiet . || { echo "Some files are not formatted: run make format" >&2; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@report=$$($(BIN)/lint-imports --no-logo) || { echo "$$report"; exit 1; }
	@$(BIN)/python packaging/licences.py audit

format: ready-to-test
	@$(BIN)/ruff check --quiet --fix --exit-zero .
	@$(BIN)/ruff format .

bench: ready-to-test $(SPOKEN)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks $(ARGS)

bench-export: ready-to-test
	@$(BIN)/python -m tests.benchmarks.export $(ARGS)

bench-publish: ready-to-test
	@$(BIN)/python -m tests.benchmarks.publish $(ARGS)

bench-full-sheet: ready-to-test
	@$(BIN)/python -m tests.benchmarks.full_sheet $(ARGS)

bench-ui: ready-to-test $(SPOKEN)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks.start
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks.browsing $(ARGS)

screenshots: ready-to-test $(SPOKEN) $(LICENCES)
	@$(BIN)/python packaging/screenshots.py $(ARGS)

translations: ready-to-test
	@$(BIN)/python packaging/translations.py update

# compiled last, after the files of both languages
$(SPOKEN): $(wildcard resources/translations/*.ts) | ready-to-run
	@$(BIN)/python packaging/translations.py compile

licences: $(LICENCES)

$(LICENCES): packaging/licences.py packaging/requirements/runtime.txt | ready-to-run
	@$(BIN)/python packaging/licences.py write

bundle: ready-to-bundle $(SPOKEN) $(LICENCES)
	@$(BIN)/python packaging/bundle.py

deb: bundle
	@$(BIN)/python packaging/deb.py

test-bundle: deb ready-to-test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses=0 tests/bundle --bundle -o timeout=600 $(ARGS)

lock: ready-to-test
	@$(UV_COMPILE) pyproject.toml $(LOCKS)/build.in --output-file $(LOCKS)/runtime.txt
	@$(UV_COMPILE) pyproject.toml $(LOCKS)/build.in --group dev --constraint $(LOCKS)/runtime.txt \
		--output-file $(LOCKS)/dev.txt
	@$(UV_COMPILE) pyproject.toml $(LOCKS)/build.in --group bundle --constraint $(LOCKS)/runtime.txt \
		--output-file $(LOCKS)/bundle.txt
	@! grep --line-number '://' $(LOCKS)/runtime.txt $(LOCKS)/dev.txt $(LOCKS)/bundle.txt

clean:
	rm -rf resources/translations/*.qm $(SPOKEN) $(LICENCES) resources/sbom.json
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

ready-to-run:
	@$(PYTHON) packaging/bootstrap.py run

ready-to-bundle:
	@$(PYTHON) packaging/bootstrap.py run
	@$(PYTHON) packaging/bootstrap.py bundle

ready-to-test:
	@$(PYTHON) packaging/bootstrap.py test
