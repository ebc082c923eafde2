"""The dates of a case worked out the long way: looking back from each visit, with the standard library, nothing carried along.

Content and model are the plain data that the product works with. Days in, days out: dates of the standard library.
"""

from datetime import date, datetime, time, timedelta
from functools import cache

from tests.oracles import days
from tests.oracles.routes import leads, step_of, walked

NOTHING = {"day": None, "planned": None, "next": None, "skipped": False}
COUNTED = ("Eerste", "Tweede", "Derde", "Vierde", "Vijfde", "Zesde", "Zevende", "Achtste", "Negende", "Tiende")


class Reference:
    """All dates of one case. A visit is known by its place in `visits`: (visit, step, answer); answer None is expected."""

    def __init__(self, content: dict, model: dict) -> None:
        self.content, self.model, self.calendar = content, model, content["calendar"]
        trail = walked(content, model["answers"])
        self.here = len(trail) - 1
        self.visits = [*trail, *((name, step, None) for name, step in self.ahead(trail))]
        self.today = None if model["today"] is None else days.date(model["today"])
        # Looked back to again and again: without this it takes very long.
        self.day, self.due, self.series = cache(self.day), cache(self.due), cache(self.series)

    def ahead(self, trail: list) -> list[tuple[str, str]]:
        """The visits to come when nothing special happens: always the first way, until an end or a step that comes again."""
        trail, found = list(trail), []
        while step_of(self.content, trail[-1][1])["exits"] and len(found) < 60:
            visit, step, _ = trail[-1]
            key = step_of(self.content, step)["exits"][0]["key"]
            following = leads(self.content, trail, key)
            if following in [name for _, name in found]:
                break
            trail[-1] = (visit, step, key)
            again = sum(name == following for _, name, _ in trail)
            trail.append((f"{following}#{again + 1}" if again else following, following, ""))
            found.append((trail[-1][0], following))
        return found

    # ---- what is known of a visit ----

    def step(self, index: int) -> dict:
        return step_of(self.content, self.visits[index][1])

    def record(self, index: int) -> dict:
        return self.model["records"].get(self.visits[index][0]) or NOTHING

    def filled_in(self, index: int) -> date | None:
        day = self.record(index)["day"]
        return None if day is None else days.date(day)

    def round(self, index: int) -> int:
        return sum(step == self.visits[index][1] for _, step, _ in self.visits[: index + 1])

    def apart(self, index: int) -> bool:
        """Whether the step has a term of its own besides its fixed days to come back."""
        due, moments = self.step(index)["due"], self.step(index)["moments"]
        return bool(due and moments) and ("wait" in due or [due["after"], due["duration"]] != ["", moments[0]])

    def starts_series(self, index: int) -> bool:
        return index == 0 or self.visits[index - 1][1] != self.visits[index][1]

    def run(self, index: int) -> int:
        """In which series of days to come back of its step this visit falls, from 1; 0 without such days."""
        return (
            sum(
                step == self.visits[index][1] and self.starts_series(place)
                for place, (_, step, _) in enumerate(self.visits[: index + 1])
            )
            if self.step(index)["moments"]
            else 0
        )

    def begun(self, index: int) -> date | None:
        """The day on which a step with days to come back was done, while it is not left yet."""
        return self.filled_in(index) if not self.visits[index][2] and self.apart(index) else None

    # ---- days ----

    def latest(self, day: date, duration: list) -> date:
        amount, unit = duration
        if unit in ("now", "same-day"):
            return days.first_open(self.calendar, day)
        if unit == "hours":  # reported in the last minute of a day or in the first: what is over by then for certain
            return (datetime.combine(day, time(0)) + timedelta(hours=amount)).date()
        if unit == "school-days":
            for _ in range(amount):
                day = days.first_open(self.calendar, day + timedelta(1))
            return day
        if unit == "work-days":
            return days.works(self.calendar, day, amount)
        if unit in ("calendar-days", "calendar-weeks"):
            ends = day + timedelta(days=amount * (7 if unit == "calendar-weeks" else 1))
            return days.works(self.calendar, ends - timedelta(1), 1)
        limit = day + timedelta(weeks=amount) if unit == "weeks" else days.later(day, amount)
        in_time = [
            limit - timedelta(back) for back in range((limit - day).days) if days.is_open(self.calendar, limit - timedelta(back))
        ]
        return in_time[0] if in_time else days.first_open(self.calendar, limit)

    def moments(self, day: date, durations: list) -> list[date]:
        found: list[date] = []
        for duration in durations:
            if duration[1] == "meeting":
                some = self.meetings(day)[:1]
            else:
                some = days.terms(self.calendar, day) if duration[1] == "terms" else [self.latest(day, duration)]
            found += [moment for moment in some if not found or moment > found[-1]]
        return found

    def meetings(self, day: date) -> list[date]:
        return [meeting for meeting in map(days.date, self.calendar.get("meetings", ())) if meeting > day]

    def opens(self, index: int) -> date | None:
        """The first school day on which nothing has to be waited for any more."""
        step = self.step(index)
        if not step["due"] or "wait" not in step["due"] or step["kind"] == "end" or self.series(index)[1]:
            return None
        (amount, unit), day = step["due"]["wait"], self.anchor(index)
        if unit == "hours":  # begun in the last minute of that day
            day = (datetime.combine(day, time(23, 59)) + timedelta(hours=amount)).date()
        elif unit == "weeks":
            day = day + timedelta(weeks=amount)
        elif unit == "months":
            day = days.later(day, amount)
        else:
            day = self.latest(day, step["due"]["wait"])
        return days.first_open(self.calendar, day)

    def over(self, index: int) -> date | None:
        """The day on which what a step began has lasted as long as it may."""
        step = self.step(index)
        if not step["due"] or "lasts" not in step["due"] or step["kind"] == "end" or self.record(index)["skipped"]:
            return None
        (amount, unit), day = step["due"]["lasts"], self.day(index)
        if unit in ("now", "same-day"):
            return day
        if unit in ("weeks", "calendar-weeks", "calendar-days"):
            return day + timedelta(days=amount * (1 if unit == "calendar-days" else 7))
        return days.later(day, amount) if unit == "months" else self.latest(day, step["due"]["lasts"])

    def anchor(self, index: int) -> date:
        """The day from which the term of a step counts."""
        after = self.step(index)["due"]["after"]
        anchors = [place for place in range(index) if self.visits[place][1] == after]
        return self.day(anchors[-1] if anchors else index - 1)

    def series(self, index: int) -> tuple[int, list[date]]:
        """(which of its fixed days a visit is, from 0; those days). No days: (0, [])."""
        start = index
        while not self.starts_series(start):
            start -= 1
        if not self.step(index)["moments"] or self.apart(index) and start == index:
            return 0, []
        if self.apart(index):  # the first visit has its own term; the days count from when it was done
            skipped = self.record(start)["skipped"]
            return (0, []) if skipped else (index - start - 1, self.moments(self.day(start), self.step(index)["moments"]))
        return index - start, self.moments(self.day(start - 1), self.step(index)["moments"])

    def later(self, index: int) -> list[date]:
        """The days to come back that begin with this visit."""
        if not self.apart(index) or not self.starts_series(index) or self.record(index)["skipped"]:
            return []
        return self.moments(self.day(index), self.step(index)["moments"])

    def due(self, index: int) -> date | None:
        step = self.step(index)
        if step["kind"] == "end":
            return None
        position, moments = self.series(index)
        if position < len(moments):
            return moments[position]
        if moments:  # all are over: at the pace of the first that is no term
            pace = [duration for duration in step["moments"] if duration[1] not in ("terms", "meeting")]
            return self.latest(self.day(index - 1), pace[0] if pace else [1, "months"])
        if not step["due"]:
            return None
        day, unit = self.anchor(index), step["due"]["duration"][1]
        if unit in ("terms", "meeting"):
            found = days.terms(self.calendar, day) if unit == "terms" else self.meetings(day)
            if not found:
                return None
            due = found[0]
        else:
            due = self.latest(day, step["due"]["duration"])
        return max(due, self.opens(index) or due)

    def day(self, index: int) -> date:
        """The day from which the next visit counts."""
        if index < 0:
            return days.date(self.model["reported"])
        answer, record, asks = self.visits[index][2], self.record(index), self.step(index)["kind"] == "ask"
        before, due, filled_in = self.day(index - 1), self.due(index), self.filled_in(index)
        if filled_in and (answer or self.begun(index)):
            if not asks:
                return filled_in
            return max(before, min(filled_in, due)) if due else before  # takes at most its own time
        if not answer and record["planned"] is not None and not asks:
            return days.date(record["planned"])
        day = max(before, due) if due and not record["skipped"] else before
        if answer is None:  # of a series that is still expected: the last of its days within two months
            day = max([day, *[moment for moment in self.series(index)[1] if (moment - day).days <= 62][-1:]])
        return day if asks or answer or not self.today else max(day, self.today)

    # ---- what is certain ----

    def comes(self, index: int) -> bool:
        """Whether no way from here leads to an end without this step."""
        return index <= self.here or not self.ends_without(self.visits[index][1])

    def around(self, without: str) -> set[str]:
        """The steps that can be reached from here when one is out of the way."""
        found: set[str] = set()
        edge = {self.visits[self.here][1]}
        while edge:
            edge = {target for name in edge for target in self.targets(name)} - {without} - found
            found |= edge
        return found

    def ends_without(self, name: str) -> bool:
        return any(step_of(self.content, other)["kind"] == "end" for other in self.around(name))

    def targets(self, name: str) -> set[str]:
        return {way[key] for way in step_of(self.content, name)["exits"] for key in ("to", "then") if way[key]}

    def certain(self, index: int) -> bool:
        """Whether the latest day follows from what is known, or from a step in time that only this one can follow."""
        if index <= self.here:
            return True
        name, step = self.visits[index][1], self.step(index)
        anchor = step["due"]["after"] if step["due"] and not step["moments"] else ""
        answered = {other for _, other, answer in self.visits[: self.here + 1] if answer}
        known = anchor in answered and anchor not in self.around(name)
        between = range(self.here, index)
        straight = all(
            self.targets(self.visits[place][1]) - {self.visits[place][1]} == self.targets(self.visits[place][1])
            and len(self.targets(self.visits[place][1])) == 1
            for place in between
        )
        return self.comes(index) and (known or straight and self.in_time() and all(map(self.bounded, between)))

    def bounded(self, index: int) -> bool:
        """Over on a known day when it is done in time: a latest day, and nobody has to come back."""
        return not self.series(index)[1] and (self.due(index) is not None or self.step(index)["kind"] == "ask")

    def in_time(self) -> bool:
        """Whether the place is left on a known day at the latest."""
        record = self.record(self.here)
        if record["skipped"]:
            return False
        if self.step(self.here)["kind"] == "ask" or self.begun(self.here):
            return True
        due = self.due(self.here)
        return record["planned"] is None and due is not None and (self.today is None or self.today <= due)

    # ---- what is still open ----

    def open_dates(self) -> list[tuple]:
        """(day, kind, title, step, expected, certain) of all that still has to happen, soonest first."""
        found = []
        for index, (_, name, answer) in enumerate(self.visits):
            step, record, expected = self.step(index), self.record(index), answer is None
            coming = (name, expected, self.certain(index))
            if record["next"] is not None and (not self.today or days.date(record["next"]) >= self.today):
                found.append((days.date(record["next"]), "appointment", "Afspraak", *coming))
            if (over := self.over(index)) and (not self.today or over >= self.today):
                known = answer and self.filled_in(index) or self.begun(index)
                found.append((over, "over", "Uiterlijk voorbij: " + step["title"], *(coming if known else (name, True, False))))
            back = [(day, "moment", f"{ordinal(place)} opvolggesprek") for place, day in enumerate(self.later(index))]
            still = [one for one in back if not self.today or one[0] >= self.today]
            position, moments = self.series(index)
            if answer:
                leaves = index + 1 == len(self.visits) or self.visits[index + 1][1] != name
                found += [(*one, *coming) for one in still if leaves and len(step["exits"]) == 1]
            elif self.begun(index):
                found += [(*one, *coming) for one in still]
            else:
                if record["planned"] is not None and step["kind"] != "ask":
                    found.append((days.date(record["planned"]), "step", step["title"], *coming))
                elif moments[position:]:
                    found += [
                        (day, "moment", f"{ordinal(place)} opvolggesprek", *coming)
                        for place, day in enumerate(moments)
                        if place >= position
                    ]
                elif self.due(index):
                    found.append((self.due(index), "step", step["title"], *coming))
                found += [(*one, name, True, False) for one in back]
        kept, taken = [], set()
        for event in sorted(found, key=lambda event: event[0]):
            if event[1] != "moment" or event[0] not in taken:
                kept.append(event)
            taken |= {event[0]} if event[1] == "moment" else set()
        return kept


def ordinal(place: int) -> str:
    return COUNTED[place] if place < 10 else f"{place + 1}e"
