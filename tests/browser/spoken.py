"""A screen reader without a voice: what the browser hands to one, in reading order, and what it says of what has the focus.

It reads the accessibility tree of Chromium itself, so names, descriptions, roles and states are those a real one gets.
"""

# What is spoken of its children too; everything else with a name of its own is one phrase.
WHOLE = {
    "link",
    "button",
    "radio",
    "checkbox",
    "heading",
    "DisclosureTriangle",
    "textbox",
    "StaticText",
    "Legend",
    "columnheader",
    "rowheader",
}
# What says nothing itself.
SILENT = {
    "generic",
    "none",
    "paragraph",
    "InlineTextBox",
    "LineBreak",
    "ListMarker",
    "LabelText",
    "strong",
    "emphasis",
    "RootWebArea",
    None,
}
STATES = {"expanded": ("dicht", "open"), "checked": ("niet gekozen", "gekozen"), "disabled": ("", "niet te kiezen")}


def _value(part):
    return (part or {}).get("value")


def _phrase(node) -> tuple[str, str, str]:
    """Role, name with its description, and states, as they are spoken."""
    states = []
    for state in node.get("properties", ()):
        value = _value(state["value"])
        if state["name"] in STATES:
            states.append(STATES[state["name"]][value in (True, "true")])
        elif state["name"] == "level":
            states.append(f"niveau {value}")
    name = " ".join(filter(None, (_value(node.get("name")), _value(node.get("description")))))
    return _value(node.get("role")), " ".join(name.replace("\u00ad", "").split()), ", ".join(filter(None, states))


class Reader:
    """Reads a page; each phrase is (role, words, states)."""

    def __init__(self, page) -> None:
        self.session = page.context.new_cdp_session(page)

    def _nodes(self):
        return self.session.send("Accessibility.getFullAXTree")["nodes"]

    def all(self) -> list[tuple[str, str, str]]:
        """Everything on the page, in reading order."""
        nodes = self._nodes()
        by_id = {node["nodeId"]: node for node in nodes}
        phrases: list[tuple[str, str, str]] = []

        def walk(node) -> None:
            role = _value(node.get("role"))
            heard = not node.get("ignored")
            if heard and role not in SILENT and (phrase := _phrase(node))[1]:
                phrases.append(phrase)
                if role in WHOLE:
                    return
            for child in node.get("childIds", ()):
                if child in by_id:
                    walk(by_id[child])

        walk(nodes[0])
        return phrases

    def unnamed(self) -> list[str]:
        """Roles of what one can press or fill in and that has no name."""
        return [
            _value(node.get("role"))
            for node in self._nodes()
            if not node.get("ignored")
            and _value(node.get("role"))
            in {"link", "button", "radio", "checkbox", "textbox", "combobox", "DisclosureTriangle", "img"}
            and not _value(node.get("name"))
        ]

    def focused(self) -> tuple[str, str, str]:
        """What is spoken when the focus comes where it is."""
        for node in self._nodes():
            states = {state["name"]: _value(state["value"]) for state in node.get("properties", ())}
            if states.get("focused") and _value(node.get("role")) != "RootWebArea":
                return _phrase(node)
        raise AssertionError("nothing has the focus")

    def words(self, role: str) -> list[str]:
        return [words for kind, words, _ in self.all() if kind == role]
