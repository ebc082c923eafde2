"""What a layer may not loosen: safety, limits of the law, deadlines and thresholds. Adding and tightening is always fine.

Locked are: the rule for acute danger, helplines for acute danger, what says `vast: ja`, deadlines of protocols and the
thresholds of questionnaires. Source: R-35, a locked part (safety, law, deadlines' maximum) and a free part.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.layers.renames import Renames
from macros.schema.durations import order
from macros.schema.names import CONTROLS, is_named, name_of
from macros.schema.tables import FREE, STRICTER
from macros.source.problems import Problem, Told, told
from macros.source.reader import Document
from macros.source.tree import Node

DANGER, HELPLINE = str(told("reason-danger")), str(told("reason-helpline"))


def is_locked(node: Node | None) -> bool:
    """Does this thing say `vast: ja`?"""
    return node is not None and node.text("vast") == "ja"


def refusal(name: str, node: Node | None, because: str = "") -> Told:
    """Why a locked thing may not be hidden or replaced, and what a school can do."""
    reason = because or (node.text("vast_omdat") if node is not None else "")
    if not reason:
        return told("locked", name=name)
    return told("locked-because", name=name, reason=reason if reason.endswith((".", "?", "!")) else f"{reason}.")


def check_locks(page: str, base: Document | None, own: Document, renames: Renames) -> list[Problem]:
    """A problem for everything in the layer `own` that loosens a locked part of `base`."""
    root, changes = base.root if base else None, own.root
    if root is None or changes is None or not isinstance(root.value, dict) or not isinstance(changes.value, dict):
        return []
    work = _Locks(page, renames)
    because = DANGER if page == "gevaar" else root.text("vast_omdat")
    locked = page == "gevaar" or is_locked(root)
    if changes.text("verborgen") == "ja":
        inside = None if page.startswith(("protocollen/", "wegwijzers/")) and not locked else work.inside(root)
        if locked or inside is not None:
            work.report(changes.value["verborgen"], refusal(root.text("titel") or page, inside if not locked else root, because))
    work.fields(root, changes, page, because if locked else None)
    return work.problems


@dataclass
class _Locks:
    """The check of one file."""

    page: str
    renames: Renames
    problems: list[Problem] = field(default_factory=list)

    def report(self, node: Node, message: Told) -> None:
        self.problems.append(Problem(node.file, node.line, message))

    def fields(self, base: Node, own: Node, name: str, locked: str | None, locked_steps: dict[str, str] | None = None) -> None:
        """Compare the fields of one thing. `locked`: the reason when it is locked, else None."""
        for key, node in own.value.items():
            if key in (*CONTROLS, "id") or key.endswith("+") and not is_named(key[:-1], base.get(key[:-1]) or node):
                continue
            known = base.get(key.removesuffix("+"))
            if known is None:
                if key in ("voor", "lezer") and locked is not None:  # that would hide it for others
                    self.report(node, refusal(name, None, locked))
                continue
            if is_named(key.removesuffix("+"), known) and isinstance(node.value, list):
                self.things(key.removesuffix("+"), known, node, locked, locked_steps)
            elif key == "wanneer" and self.page.startswith("protocollen/") and isinstance(known.value, dict):
                self.deadline(known, node, name)
            elif key == "drempels" and isinstance(known.value, dict):
                self.thresholds(known, node)
            elif key in STRICTER and self.page.startswith("vragenlijsten/"):
                self.stricter(key, known, node)
            elif locked is not None and key not in FREE and node.plain() != known.plain():
                self.report(node, refusal(name, None, locked))
            elif (inside := self.inside(known)) is not None:
                self.report(node, refusal(inside.text("id") or inside.text("titel"), inside))

    def things(self, key: str, base: Node, own: Node, locked: str | None, locked_steps: dict[str, str] | None) -> None:
        by_name = {name_of(key, item): item for item in base.value}
        for item in base.value:
            by_name |= {former: item for former in item.texts("voorheen") if former not in by_name}
        if key == "stappen":
            locked_steps = {name: item.text("vast_omdat") for name, item in by_name.items() if is_locked(item)}
        for item in own.value:
            name = name_of(key, item)
            change = self.renames.find(self.page, name) if name not in by_name else None
            known = by_name.get((change.new or "") if change else name)
            if known is None:
                continue
            of_target = locked_steps.get(known.text("naar")) if key == "daarna" and locked_steps is not None else None
            reason = self.reason(key, known, locked) if of_target is None else of_target
            inside = self.inside(known)
            hides = "ja" in (item.text("verborgen"), item.text("overslaan"))
            if of_target is not None and (hides or item.text("naar") not in ("", known.text("naar"))):
                self.report(item, told("way-to-locked-step", refusal=refusal(known.text("naar"), None, of_target)))
            elif hides and (reason is not None or inside is not None):
                self.report(item, refusal(known.text("titel") or known.text("als") or name, inside or known, reason or ""))
            elif not hides:
                self.fields(known, item, known.text("titel") or name, reason, locked_steps)

    def reason(self, key: str, thing: Node, around: str | None) -> str | None:
        """Why a thing is locked, or None. What is inside a locked thing is locked with it."""
        if is_locked(thing):
            return thing.text("vast_omdat")
        if key == "hulplijnen" and "direct" in thing.texts("groepen") and thing.text("status") != "nakijken":
            return HELPLINE
        return around

    def inside(self, node: Node) -> Node | None:
        """The first locked thing in a part of the base, or None."""
        waiting = [node]
        while waiting:
            part = waiting.pop(0)
            if is_locked(part):
                return part
            waiting += [node for _, node in part.inside()]
        return None

    def deadline(self, base: Node, own: Node, name: str) -> None:
        """A deadline may become earlier, not later, and not go away."""
        most, base_text = order(base.text("binnen")), base.text("binnen")
        advice = told("deadline-advice", deadline=base_text)
        within = own.get("binnen")
        if not isinstance(own.value, dict) or within is not None and within.value == "":
            if own.value == "" or isinstance(own.value, dict):
                self.report(own, told("deadline-cannot-go", name=name, advice=advice))
            return
        new = order(own.text("binnen")) if within is not None else None
        if within is not None and new is not None and most is not None and new > most:
            self.report(within, told("deadline-too-late", deadline=own.text("binnen"), name=name, advice=advice))
        self.beside(base, own, name)
        if base.text("na") and own.get("na") is not None and own.text("na") != base.text("na"):
            self.report(own.value["na"], told("deadline-from-elsewhere", name=name))

    def beside(self, base: Node, own: Node, name: str) -> None:
        """What else a deadline says: a school may not wait shorter, let it last longer, or leave it to somebody outside."""
        for key, less in (("hoogstens", False), ("niet_voor", True)):
            node, most, new = own.get(key), order(base.text(key)), order(own.text(key))
            if node is None or most is None:
                continue
            if node.value == "" or new is not None and (new < most if less else new > most):
                said = {"own": own.text(key) or "(leeg)", "name": name, "base": base.text(key)}
                self.report(node, told("deadline-waits-less", **said) if less else told("deadline-lasts-longer", **said))
        if own.text("van_buiten") == "ja" and base.text("van_buiten") != "ja":
            self.report(own.value["van_buiten"], told("deadline-not-outside", name=name))

    def thresholds(self, base: Node, own: Node) -> None:
        values = own.value if isinstance(own.value, dict) else {key: own for key in base.value}
        for key, node in values.items():
            least, new = base.text(key), node.value
            if least.isdecimal() and (new == "" or isinstance(new, str) and new.isdecimal() and int(new) < int(least)):
                self.report(node, told("threshold-too-low", key=key, least=least))

    def stricter(self, key: str, base: Node, own: Node) -> None:
        values = STRICTER[key]
        if base.value in values and (
            own.value == "" or own.value in values and values.index(own.value) < values.index(base.value)
        ):
            self.report(own, told("looser-than-base", key=key, own=own.value or "(leeg)", base=base.value))
