"""Mutation testing: small mistakes in the code of the product, one at a time, and whether the quick tests see them.

`operators` makes the mistakes, `areas` says which files matter and which tests belong to them, `running` tries them,
`explained.yaml` names those that change nothing that anybody could see, each with the reason. `python -m tests.mutants`
is the command.
"""
