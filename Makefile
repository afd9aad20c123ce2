# Every target is listed by `make help`. The work is done by launch/ (before anything is installed), by checks/ and by
# the tools in .venv.

RUNNER := $(firstword $(foreach name,python3 python3.13 python3.12 python3.11,$(shell command -v $(name) 2>/dev/null)))
BIN := .venv/bin

.DEFAULT_GOAL := help

.PHONY: help
help: ## List the targets
	@sed -n 's/^\([a-z0-9-]*\):[^#]*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do printf '%-18s %s\n' "$$name" "$$text"; done

.PHONY: python
python:
	@test -n "$(RUNNER)" || { echo "There is no python3: install Python 3.11, 3.12 or 3.13." >&2; exit 1; }

.PHONY: start
start: python ## Build what is missing and run the system on http://127.0.0.1:8080/qms until Ctrl-C
	@exec $(RUNNER) -m launch start

.PHONY: environment
environment: python ## Make .venv from requirements.lock
	@exec $(RUNNER) -m launch environment
