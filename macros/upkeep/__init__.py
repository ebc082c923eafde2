"""Does it still hold: facts, links, dates."""
