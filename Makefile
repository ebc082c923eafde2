# Two commands: `make serve` sets everything up and shows the site; `make test` sets everything up and tests it.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Another Python gets a new environment.
READY  := $(VENV)/ready-$(notdir $(PYTHON))
# Where `make build` writes, and the report that `make comment` reads.
SITE   ?= site
REPORT ?= report/verslag.txt
# Where `make report` writes, and a checkout of a change of which it reads only the content.
VERSLAG ?= report
VOORSTEL ?=
# As `python -m`, but a package that can not be used is told in words.
RUN    := $(BIN)/python -m macros.command
export NO_MKDOCS_2_WARNING := 1
TALEN ?= $(notdir $(patsubst %/site.yaml,%,$(wildcard protocol/talen/*/site.yaml)))

# An environment that no longer starts, of a Python that is gone or in a folder that was moved, is made again.
$(if $(wildcard $(READY)),$(shell $(BIN)/python -c '' 2>/dev/null || rm -f $(READY)))

.PHONY: nieuw serve build talen vertaald alles offline pdf check report comment jaarcheck links stage zensical test mutants bench schemas \
  record lock clean help

serve: $(READY) ## show the site at http://127.0.0.1:8000/ and follow every change
	$(RUN) mkdocs serve --no-strict

nieuw: $(READY) ## seven questions, and your school has a file of its own in protocol/eigen/
	@$(RUN) macros.commands.start

build: $(READY) ## write the site to site/, elsewhere with SITE=map; TAAL=ar: only its pages in Arabic; SITE_URL: where it will stand
	$(RUN) macros.commands.check
	$(RUN) mkdocs build --clean --site-dir $(SITE)$(if $(TAAL),/$(TAAL))
	@echo "De site staat in de map $(SITE)/$(TAAL)."

talen: $(READY) ## the site in site/ and in every language in site/en/ …; choose with TALEN="en ar", a location with LOCATIE=oost
	$(RUN) macros.commands.check
	TAAL= TALEN="$(TALEN)" $(RUN) mkdocs build --clean --site-dir $(SITE)
	for taal in $(TALEN); do TAAL=$$taal TALEN="$(TALEN)" SITE_URL=$(if $(SITE_URL),$(SITE_URL)$$taal/) \
	  $(RUN) mkdocs build --clean --site-dir $(SITE)/$$taal || exit 1; done
	$(RUN) macros.commands.hosting $(SITE) $(SITE_URL)
	@echo "De site staat in de map $(SITE)/, met $(TALEN) in mappen daarin."

vertaald: $(READY) ## write down which Dutch texts were translated; one language: TAAL=ar
	@$(RUN) macros.commands.translated $(TAAL)

alles: $(READY) ## the sites of all locations, to site-alles/; TALEN="en ar": also in these; with OFFLINE=ja for a USB stick
	$(RUN) macros.boards.build $(if $(OFFLINE),--offline) $(if $(PROCESSEN),--processen $(PROCESSEN))

offline: $(READY) ## write the site for a USB stick or shared drive to site-offline/ and site-offline.zip
	$(RUN) mkdocs build --clean --config-file mkdocs.offline.yml
	$(RUN) macros.commands.disk site-offline site-offline.zip
	@echo "De site staat in site-offline/ (open index.html), en als zip in site-offline.zip."

pdf: $(READY) ## the policy as two PDFs, whole and in at most twelve pages, in site/
	@$(RUN) macros.commands.browsers chromium
	$(RUN) mkdocs build --clean
	$(RUN) macros.commands.pdf site site/beleid.pdf

check: $(READY) ## only the report on the content
	@$(RUN) macros.commands.check

jaarcheck: $(READY) ## the list of the coordinator for once a year
	@$(RUN) macros.commands.yearly

links: $(READY) ## try all links to other sites, a few at a time (takes minutes, needs internet)
	@$(RUN) macros.commands.links

stage: $(READY) ## all pages as plain Markdown with their files, in stage/, for another generator
	@$(RUN) macros.commands.stage stage

zensical: $(READY) stage ## build stage/ with Zensical and compare; never stops anything
	-@test -x .cache/zensical/bin/zensical || { $(PYTHON) -m venv .cache/zensical && \
	  .cache/zensical/bin/pip install --disable-pip-version-check --quiet zensical; }
	-@.cache/zensical/bin/zensical --version
	-@cd stage && ../.cache/zensical/bin/zensical build
	-@$(RUN) mkdocs build --clean && $(RUN) macros.commands.compare site stage/site

report: $(READY) ## the report on the content as files in report/; VOORSTEL=map: of a change, read by the code that stands here
	@$(RUN) macros.commands.change_report $(VERSLAG) $(VOORSTEL)

comment: ## the report as a comment in Markdown; needs only Python
	@$(PYTHON) -m macros.commands.change_comment $(REPORT)

test: $(READY) ## all tests, with real browsers; a layer of your own is checked, and the tests run on the base; ALLES=ja: more by chance
	@$(RUN) macros.commands.browsers chromium firefox
	$(RUN) macros.commands.check
	$(BIN)/ruff format --check macros tests widgets
	$(BIN)/ruff check macros tests widgets
	$(BIN)/lint-imports
	$(BIN)/mypy
	folder=$$($(BIN)/python -m tests.base) && cd "$$folder" && "$(CURDIR)/$(BIN)/python" -m pytest -n 2 --dist loadgroup

mutants: $(READY) ## small mistakes in the code, and whether the tests see them; one area, and so many of them: AREA=guide MOST=60
	$(BIN)/python -m tests.mutants $(AREA) $(if $(MOST),--most $(MOST)) $(if $(SEED),--seed $(SEED)) \
	  $(if $(PROCESSEN),--processes $(PROCESSEN))

bench: $(READY) ## measurements, as ratios in one run
	@$(RUN) macros.commands.browsers chromium
	$(BIN)/python -m tests.bench

schemas: $(READY) ## JSON Schemas for editors, after a change in macros/schema
	$(RUN) macros.commands.schemas

record: $(READY) ## write down the version of each questionnaire, before it is used
	@$(RUN) macros.commands.record

lock: $(READY) ## pin all dependencies again
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet --output-file requirements.lock

clean: ## remove what can be made again
	rm -rf site site-offline site-offline.zip site-alles site-alles-offline rapport-locaties report stage .cache .pytest_cache .hypothesis $(VENV)

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@[ ! -L $(VENV) ] || { echo "$(VENV) is a link: what it leads to would be emptied. Remove the link."; exit 1; }
	@echo "Setting up Python packages in $(VENV) (one to three minutes, only the first time)"
	@$(PYTHON) -m venv --clear $(VENV) || \
	  { [ "$$(id -u)" = 0 ] && apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y $(notdir $(PYTHON))-venv \
	    && $(PYTHON) -m venv --clear $(VENV); } || \
	  { echo "Could not make a virtual environment. On Debian or Ubuntu: sudo apt install $(notdir $(PYTHON))-venv"; exit 1; }
	$(BIN)/pip install --disable-pip-version-check --require-hashes --progress-bar off --quiet -r requirements.lock
	$(BIN)/pip install --disable-pip-version-check --no-build-isolation --no-deps --quiet --editable .
	@touch $@
