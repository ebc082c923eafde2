"""What somebody types: `python -m macros.commands.check` and its neighbours. The Makefile names them all."""
