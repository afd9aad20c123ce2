# Every target is listed by `make help`. The work is done by launch/ (before anything is installed), by checks/ and by
# the tools in .venv.

RUNNER := $(firstword $(foreach name,python3 python3.13 python3.12 python3.11,$(shell command -v $(name) 2>/dev/null)))
BIN := .venv/bin
PROFILE ?= development

PYTEST := $(BIN)/python -m pytest -q
#: One run of the sampled searches is the same everywhere; another is fresh and says its seed.
FIXED_SEED := 20261124
FRESH_SEED = $(shell $(BIN)/python -c "import secrets; print(secrets.randbelow(2**32))")

MARKUP = $(wildcard $(shell git ls-files --cached --others --exclude-standard 'src/*.zcml' 'src/*.pt' 'src/*.xml'))

.DEFAULT_GOAL := help

# Some machines forbid bytecode everywhere; every process of the tests would then compile the product anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help
help: ## List the targets
	@sed -n 's/^\([a-z0-9-]*\):[^#]*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do printf '%-18s %s\n' "$$name" "$$text"; done

.PHONY: python
python:
	@test -n "$(RUNNER)" || { echo "There is no python3: install Python 3.11, 3.12 or 3.13." >&2; exit 1; }

.PHONY: start
start: python ## Build what is missing and run the system on http://127.0.0.1:8080/qms until Ctrl-C
	@exec $(RUNNER) -m launch start

.PHONY: build
build: python ## Build without starting anything: make build PROFILE=production
	@exec $(RUNNER) -m launch build --profile $(PROFILE)

.PHONY: environment
environment: python ## Make .venv from requirements.lock
	@exec $(RUNNER) -m launch environment

.PHONY: test
test: environment ## Run all tests, long searches as samples (20 minutes on 2 cores)
	@$(MAKE) --no-print-directory test-both

.PHONY: test-full
test-full: environment ## Run all tests, long searches whole (80 minutes)
	@$(MAKE) --no-print-directory test-both SEARCH=whole

SEARCH ?= sampled
RUN := --hypothesis-profile=$(SEARCH) --hypothesis-seed=$(FIXED_SEED)

# Two folders at a time, one for each core, the longest first: whichever core is free takes the next. What a folder said
# is told when it has ended.
SUITES := functional browser faults integration separation unit fresh

.PHONY: test-both
test-both:
	@mkdir -p var/log; $(MAKE) --no-print-directory --keep-going --jobs=2 $(SUITES:%=suite-%)

.PHONY: $(SUITES:%=suite-%)
$(SUITES:%=suite-%): suite-%:
	@echo "$*: begun, see var/log/test-$*.log"; status=0; \
	$(MAKE) --no-print-directory run-$* >var/log/test-$*.log 2>&1 || status=1; \
	cat var/log/test-$*.log; exit $$status

.PHONY: run-functional run-browser run-faults run-integration run-separation
run-functional run-browser run-faults run-integration run-separation: run-%:
	@$(PYTEST) tests/$* $(RUN)

.PHONY: run-unit run-fresh
run-unit run-fresh: run-%: test-%

.PHONY: test-unit
test-unit: environment ## Run the unit tests; the rules must be covered wholly
	@$(PYTEST) tests/unit $(RUN) --cov --cov-report=term

.PHONY: test-integration
test-integration: environment ## Run the tests of the parts on a Plone site
	@$(PYTEST) tests/integration

.PHONY: test-functional
test-functional: environment ## Run the tests over HTTP
	@$(PYTEST) tests/functional

.PHONY: test-faults
test-faults: environment ## Run the tests of interruptions, conflicts and wrong surroundings
	@$(PYTEST) tests/faults

.PHONY: test-separation
test-separation: environment ## Ask the public side for everything, and find nothing internal
	@$(PYTEST) tests/separation

.PHONY: test-browser
test-browser: environment ## Run the tests in Chromium
	@$(PYTEST) tests/browser

.PHONY: test-fresh
test-fresh: environment ## Repeat the sampled searches with a fresh seed
	@seed=$(FRESH_SEED); echo "Fresh seed: $$seed (repeat with --hypothesis-seed=$$seed)"; \
	$(PYTEST) tests/unit tests/integration -m hypothesis --hypothesis-profile=$(SEARCH) --hypothesis-seed=$$seed

.PHONY: lint
lint: environment ## Check style, layers, sizes, translations, links, the lock, and that eggs/ is empty
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/zpretty --check $(MARKUP)
	@$(BIN)/lint-imports
	@$(BIN)/python -m checks

.PHONY: format
format: environment ## Format Python, ZCML, XML and templates
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/zpretty --inplace $(MARKUP)

.PHONY: i18n
i18n: environment ## Bring the Polish catalog in step with the sources
	@$(BIN)/python -m checks.synchronise

.PHONY: bench
bench: environment ## Measure our pages beside plain Plone's: make bench OPTIONS=--profile
	@$(BIN)/python -m benchmarks $(OPTIONS)
	@$(BIN)/python -m benchmarks.signing
	@$(BIN)/python -m benchmarks.bulletin

.PHONY: docs
docs: environment ## Check the links of the documentation
	@$(BIN)/python -m checks links

.PHONY: examples
examples: environment ## Write the examples of docs/reference/rest.md anew
	@QMS_WRITE_EXAMPLES=1 $(PYTEST) tests/functional/documentation

.PHONY: specification
specification: environment ## Write the specifications beside the workflow definitions, and their diagrams, anew
	@QMS_WRITE_SPECIFICATIONS=1 $(PYTEST) tests/integration/workflows/test_specification.py

.PHONY: screenshots
screenshots: environment ## Photograph the screens of the demo into docs/screenshots/
	@QMS_SCREENSHOTS=docs/screenshots $(PYTEST) tests/browser/test_screenshots.py

.PHONY: lock
lock: environment ## Make requirements.lock from setup.py: make lock UPGRADE=--upgrade
	@$(BIN)/python -m checks.lock $(UPGRADE)

.PHONY: clean
clean: ## Remove everything made here except the data under var/
	@rm -rf .venv bin parts develop-eggs eggs .installed.cfg var/test var/separation
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
