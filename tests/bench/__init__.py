"""Measurements, as ratios in one run: `python -m tests.bench`, or `make bench`. They judge nothing by an exit code."""
