"""All locations of a board at once."""
