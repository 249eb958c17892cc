# Two commands for newcomers: `make demo` and `make test`. The rest is for those who work on it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
DATA ?= $(or $(ONRECORD_DATA),../shared/data)
# In CI the tests that hold PyTorch and ONNX together must run; elsewhere PyTorch is a large download.
TESTED := $(VENV)/.test$(if $(CI),-ci)

.PHONY: demo test lint train evaluate bench wheel clean

demo: $(VENV)/.run  ## install, read the samples into a record, show one report's ledger
	$(BIN)/onrecord read samples --record demo.duckdb
	$(BIN)/onrecord show harbour --record demo.duckdb

test: $(TESTED)  ## install what tests need and run all checks
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(if $(CI),,src)
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

train: $(VENV)/.train  ## make the model: train (resumes), export, check
	$(BIN)/python -m training.train --data $(DATA) --out work/model
	$(BIN)/python -m training.export --model work/model/network.pt --reference tests/models/reference.json
	$(BIN)/python -m training.coref --data $(DATA)
	$(BIN)/python -m training.calibrate

evaluate: $(TESTED)  ## accuracy on the annotated corpora
	$(BIN)/python -m evaluation.claims --data $(DATA)
	$(BIN)/python -m evaluation.cofenet --data $(DATA)
	$(BIN)/python -m evaluation.nested --held-back
	$(BIN)/python -m evaluation.stance
	$(BIN)/python -m evaluation.names --data $(DATA)
	$(BIN)/python -m evaluation.times
	$(BIN)/python -m evaluation.quantities --held-back
	$(BIN)/python -m evaluation.silences --held-back
	$(BIN)/python -m evaluation.events --held-back
	$(BIN)/python -m evaluation.agreement
	$(BIN)/python -m evaluation.cases
	$(BIN)/python -m evaluation.calibration
	$(BIN)/python -m evaluation.syntax --data $(DATA)
	$(BIN)/python -m evaluation.coreference --data $(DATA)
	$(BIN)/python -m evaluation.who

bench: $(TESTED)  ## speed and memory
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.steps

wheel: $(TESTED)
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

$(VENV)/.venv:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.run: $(VENV)/.venv pyproject.toml constraints.txt
	$(PIP) -e .
	touch $@

$(TESTED): $(VENV)/.venv pyproject.toml constraints.txt
	$(PIP) -e '.[test$(if $(CI),$(comma)train)]'
	touch $@

$(VENV)/.train: $(VENV)/.venv pyproject.toml constraints.txt
	$(PIP) -e '.[train]'
	touch $@

clean:
	rm -rf $(VENV) build dist demo.duckdb

comma := ,
