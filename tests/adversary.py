"""A search for what reports give away: an adversary who knows every report, and at most one other sheet.

World: how many pupils of each batch gave which answer to one question. A batch is the pupils of whom the adversary
knows that they cast together (before the first close, after it, on one device, in one class).
Observation: everything that was published in that world, in order: all reports and numbers of sheets.

1. Every possible world is made, and played through the real box, merging and report code: `play(world)`.
2. Worlds with the same observation cannot be told apart. They form one class.
3. For every class, every batch and every possible sheet the adversary knows (none, or one pupil with one answer in one
   batch): which answers can a pupil of that batch still have given, over all worlds that agree with that sheet?
4. Only one answer left: the reports reveal a sheet. That is a leak, and the search gives it back.

Two worlds that differ in one sheet of a batch are both in the search, so "no leak" says: for every pupil there is a
world with another answer of that pupil and the same reports. Cells of at least 3 pupils are what makes it hold.
"""


def tables(everybody, kinds):
    """All ways to spread so many pupils over so many kinds of answers."""
    if kinds == 1:
        return [(everybody,)]
    return [(first, *rest) for first in range(everybody + 1) for rest in tables(everybody - first, kinds - 1)]


def worlds(batches, kinds):
    """All worlds of these sizes of batches."""
    found = [()]
    for size in batches:
        found = [(*world, table) for world in found for table in tables(size, kinds)]
    return found


def leaks(possible, play):
    """[(observation, batch, known sheet, the one answer left)] over all possible worlds."""
    classes = {}
    for world in possible:
        classes.setdefault(play(world), []).append(world)
    found = []
    for observation, alike in classes.items():
        for batch in range(len(alike[0])):
            found += [(observation, batch, known, answers) for known, answers in _certain(alike, batch)]
    return found


def _certain(alike, batch):
    known_sheets = [None] + [(place, kind) for place in range(len(alike[0])) for kind in range(len(alike[0][0]))]
    for known in known_sheets:
        left = set()
        agreeing = 0
        for world in alike:
            if known and not world[known[0]][known[1]]:
                continue
            agreeing += 1
            for kind, count in enumerate(world[batch]):
                if count - (known == (batch, kind)) > 0:
                    left.add(kind)
            if len(left) > 1:
                break
        if agreeing and len(left) == 1:
            yield known, left.pop()
