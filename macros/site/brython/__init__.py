"""Python to the browser: compile widgets/ at build time, ship a run-time without compiler.

`bundle.bundle` is the way in. `import brython` inside this package means the installed library:
imports are absolute.
"""
