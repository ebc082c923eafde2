"""Names that a dict cannot hold in a browser: there they mean something to the engine or to Brython, and the dict breaks.

tests/core/test_no_harm.py looks for others in the run-time.
"""

RESERVED = ("__proto__", "hasOwnProperty", "valueOf", "$kw")
