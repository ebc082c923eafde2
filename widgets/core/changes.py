"""A model with other values: models are never changed in place."""


def with_changes(model, changes):
    """A copy of a dict with other values."""
    changed = dict(model)
    for name in changes:
        changed[name] = changes[name]
    return changed
