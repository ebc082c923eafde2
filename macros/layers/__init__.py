"""A school's own file over that of the base."""
