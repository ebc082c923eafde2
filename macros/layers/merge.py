"""A layer: what a school changes in the base, without touching it. Two documents become one.

The rules, in order of the keys of the layer:
- a field replaces that of the base; a field left empty takes it away; `veld+:` adds to a list;
- a list of things with a name (see macros.schema.names) is joined by name: known things field by field, others are added, at the
  end or `na:` the thing named there; `verborgen: ja` on a thing or a page hides it;
- a mapping of which the schema says `joined` is joined field by field. Every other mapping or list is replaced whole.
What it does to the ways of a route is in macros.layers.ways. All that differs per kind of file is in macros.schema.tables.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.layers.follow import follow
from macros.layers.renames import Renames, sentence
from macros.layers.ways import Hidden, Inserted, rework
from macros.schema.names import CONTROLS, is_named, name_of
from macros.schema.tables import JOINED, NAMED_BY
from macros.source.problems import Problem, Told, nearest, told
from macros.source.reader import Document
from macros.source.tree import Node


def merge(base: Document | None, own: Document, renames: Renames | None = None) -> Document:
    """One document from that of the base and that of a layer. Without a base, `own` is new content.

    Mistakes of both are in its `problems`, each with the file and line where it stands. Never raises.
    """
    if base is None:
        return _new(own, renames or Renames())
    if own.root is None or base.root is None:
        kept = base.fresh()
        kept.problems += own.problems
        return kept
    root, changes = base.root.copy(), own.root.copy()
    work = _Merge(renames or Renames(), base.file.removeprefix("protocol/").removesuffix(".yaml"))
    left_out = ""
    if not isinstance(changes.value, dict) or not isinstance(root.value, dict):
        work.report(changes, told("no-lines-with-names"))
    else:
        if work.says_yes(changes, "verborgen"):
            left_out = f"{own.file}:{changes.value['verborgen'].line}"
        for node, renamed in follow(root, changes, work.renames, work.page):
            work.report(node, told("renamed-here", renamed=renamed), warning=True)
        work.is_route = "stappen" in root.value
        work.fields(root, Node({key: node for key, node in changes.value.items() if key != "verborgen"}, own.file, 1))
        if work.is_route:
            work.hidden.update(rework(root, work.inserted, work.hides, work.report))
    return Document(
        base.file,
        root,
        [*base.problems, *own.problems, *work.problems],
        {**base.hidden, **work.hidden},
        [*base.layers, own.file],
        left_out or base.left_out,
    )


def _new(own: Document, renames: Renames) -> Document:
    """New content of a layer; or a change of something that is gone from the base."""
    document = own.fresh()
    name = own.file.rsplit("/", 1)[-1].removesuffix(".yaml")
    folder = own.file.split("/")[-2]
    change = renames.find(f"{folder}/{name}", name) or renames.find(name, name)
    if own.root is not None and isinstance(own.root.value, dict) and (change or "verborgen" in own.root.value):
        advice = told("call-file", name=change.new) if change and change.new else told("throw-away")
        document.problems.append(
            Problem(
                own.file,
                1,
                told("renamed-page", renamed=sentence(change), advice=advice)
                if change
                else told("hides-unknown-page", name=name, advice=advice),
            )
        )
        document.root = None
    return document


@dataclass
class _Merge:
    """The work on one document: what was found on the way."""

    renames: Renames
    page: str
    problems: list[Problem] = field(default_factory=list)
    inserted: list[Inserted] = field(default_factory=list)
    hides: list[Hidden] = field(default_factory=list)
    hidden: dict[str, str] = field(default_factory=dict)
    is_route: bool = False

    def report(self, node: Node, message: Told, warning: bool = False) -> None:
        self.problems.append(Problem(node.file, node.line, message, warning))

    def says_yes(self, node: Node, key: str) -> bool:
        """Does this say `key: ja`? Anything else than ja or nee is reported."""
        answer = node.get(key)
        if answer is None:
            return False
        if answer.value not in ("ja", "nee"):
            self.report(answer, told("yes-or-no", key=key))
        return answer.value == "ja"

    def fields(self, base: Node, own: Node, step: str = "") -> None:
        """Join the fields of `own` into `base` (in place). `step` is the step in which we are, if any."""
        added = {key: node for key, node in own.value.items() if key.endswith("+")}
        for key, node in own.value.items():
            known = base.get(key)
            if key in added:
                continue
            if known is None:
                base.value[key] = node
            elif node.value == "":
                del base.value[key]
            elif is_named(key, known) and isinstance(node.value, list):
                self.things(key, known, node, step)
            elif key in JOINED and isinstance(known.value, dict) and isinstance(node.value, dict):
                self.fields(known, node)
            else:
                base.value[key] = node
        for key, node in added.items():
            self.add(base, key.removesuffix("+"), node, step)

    def add(self, base: Node, key: str, node: Node, step: str) -> None:
        """`veld+:`: add to a list."""
        known = base.get(key)
        if known is not None and not isinstance(known.value, list):
            self.report(node, told("cannot-add", key=key))
        elif not isinstance(node.value, list):
            self.report(node, told("list-after-plus", key=key))
        elif known is None:
            base.value[key] = node
        elif is_named(key, known):
            self.things(key, known, node, step)
        else:
            known.value += node.value

    def things(self, key: str, base: Node, own: Node, step: str) -> None:
        """Join a list of things by name."""
        names = [name_of(key, item) for item in base.value]
        seen: set[str] = set()
        last_after: dict[str, Node] = {}
        for item in own.value:
            name = name_of(key, item)
            if not name:
                what = " en ".join(f"‘{part}’" for part in NAMED_BY.get(key, ("id",)) if not item.text(part))
                self.report(item, told("name-missing", what=what, key=key))
                continue
            if name in seen:
                self.report(item, told("thing-twice", name=name))
            seen.add(name)
            known = self.find(key, base, item, name)
            controls = {control: item.value.pop(control) for control in CONTROLS if control in item.value}
            flags = Node(controls, item.file, item.line)
            hide, skip = self.says_yes(flags, "verborgen"), self.says_yes(flags, "overslaan")
            if known is None and (hide or skip):
                known_to_be_gone = self.renames.find(self.page, name) is not None
                self.report(item, self.gone("hides-unknown", name, names), warning=known_to_be_gone)
            elif known is None:
                item.known = names
                change = self.renames.find(self.page, name)
                if change:
                    self.report(item, told("gone-write-it-out", renamed=sentence(change)), warning=True)
                self.place(key, base, item, flags, last_after)
            elif hide or skip:
                self.hide(key, base, known, flags, step, skip)
            else:
                self.change(key, known, item, flags, name, step)

    def change(self, key: str, known: Node, item: Node, flags: Node, name: str, step: str) -> None:
        """Join a thing of the layer, which calls it `name`, into the thing of the base. `step`: in which both stand."""
        for control in ("na", "bij"):
            if control in flags.value:
                self.report(flags.value[control], told("control-only-for-new", control=control, name=name))
        name_now = name_of(key, known)
        if name_now != name:
            item.value.pop("naar", None)  # it goes by an older name: that is no wish to lead there
        elif key == "daarna" and "id" in item.value:
            known.value.setdefault("id", item.value["id"])  # a way keeps its name when it leads elsewhere
        item.value.pop("id", None)
        self.fields(known, item, step=name_now if key == "stappen" else step)

    def hide(self, key: str, base: Node, known: Node, flags: Node, step: str, skip: bool) -> None:
        name = name_of(key, known)
        if key in ("rollen", "woorden"):
            self.report(flags, told("word-cannot-hide", name=name))
        elif key == "fasen" and self.is_route:
            self.report(flags, told("stage-cannot-hide", name=name))
        elif key == "stappen" or (key == "daarna" and step):
            self.hides.append(Hidden(step or name, name if step else "", flags, skip))
        else:
            base.value[:] = [one for one in base.value if one is not known]
            self.hidden[name] = ""

    def place(self, key: str, base: Node, item: Node, flags: Node, last_after: dict[str, Node]) -> None:
        """Put a new thing in its list: after the thing named by `na`, else at the end."""
        after = flags.text("na")
        if key == "stappen":
            self.inserted.append(Inserted(item, after, flags))
            return
        if "bij" in flags.value:
            self.report(flags.value["bij"], told("by-only-for-step"))
        anchor = last_after.get(after) or next((one for one in base.value if name_of(key, one) == after), None)
        if "na" in flags.value and anchor is None:
            self.report(flags.value["na"], self.gone("comes-after-unknown", after, [name_of(key, one) for one in base.value]))
        if anchor is None:
            base.value.append(item)
        else:
            place = next(index for index, one in enumerate(base.value) if one is anchor)
            base.value.insert(place + 1, item)
            last_after[after] = item

    def find(self, key: str, base: Node, item: Node, name: str) -> Node | None:
        """The thing of the base with this name, also when the base gave it another name since."""
        by_name = {name_of(key, one): one for one in base.value}
        if name in by_name:
            return by_name[name]
        for one in base.value:
            if name in one.texts("voorheen"):
                self.report(item, told("former-name", former=name, name=name_of(key, one)), warning=True)
                return one
        change = self.renames.find(self.page, name)
        if change and change.new in by_name:
            self.report(item, told("renamed-here", renamed=sentence(change)), warning=True)
            return by_name[change.new]
        return None

    def gone(self, code: str, name: str, known: list[str]) -> Told:
        """What is the matter with a name that the base does not have."""
        change = self.renames.find(self.page, name)
        if change:
            return told(f"{code}-renamed", renamed=sentence(change))
        return told(code, unknown=name, near=nearest(name, known))
