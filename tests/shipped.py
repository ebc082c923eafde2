"""What the site sends to a browser, held against the oldest browsers that it is for.

The browsers, and what came after them, stand here and nowhere else; docs/over/toegankelijkheid.md tells schools which they are.
Source of every first version: MDN's browser-compat-data (developer.mozilla.org).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import tinycss2
import tree_sitter_javascript
from tree_sitter import Language, Parser, Query, QueryCursor

OLDEST = {"Chrome": (109,), "Edge": (109,), "Firefox": (115,), "Safari": (15, 4)}
NEVER = (999,)

# Parts of the language that one of these cannot read: then nothing of the script runs. Kind of node -> what it is.
SYNTAX = {"class_static_block": "static { } (Safari 16.4)", "decorator": "a decorator", "using_declaration": "using"}
# In a regular expression, also one made of a text.
EXPRESSIONS = {r"\(\?<[=!]": "looking behind (Safari 16.4)", r"\(\?[ims]*-?[ims]+:": "flags for a part"}
FLAGS = "v"

# Interfaces by name: (Chrome and Edge, Firefox, Safari).
INTERFACES = {
    # the language
    "toSorted": (110, 115, 16),
    "toReversed": (110, 115, 16),
    "toSpliced": (110, 115, 16),
    "fromAsync": (121, 115, 16.4),
    "groupBy": (117, 119, 17.4),
    "withResolvers": (119, 121, 17.4),
    "isWellFormed": (111, 119, 16.4),
    "toWellFormed": (111, 119, 16.4),
    "isSubsetOf": (122, 127, 17),
    "isSupersetOf": (122, 127, 17),
    "isDisjointFrom": (122, 127, 17),
    "symmetricDifference": (122, 127, 17),
    "fromBase64": (140, 133, 18.2),
    "toBase64": (140, 133, 18.2),
    "toHex": (140, 133, 18.2),
    "waitAsync": (87, 145, 16.4),
    "sumPrecise": (147, 137, 26.2),
    "getOrInsert": (145, 144, 26.2),
    "Iterator": (122, 131, 18.4),
    "WeakRef": (84, 79, 14.1),
    "AsyncIterator": NEVER,
    "Temporal": (144, 139, NEVER),
    "Segmenter": (87, 125, 14.1),
    "DurationFormat": (129, 136, 16.4),
    "transferToFixedLength": (114, 122, 17.4),
    "isError": (134, 138, 26),
    # the page
    "checkVisibility": (105, 106, 17.4),
    "showPopover": (114, 125, 17),
    "hidePopover": (114, 125, 17),
    "togglePopover": (114, 125, 17),
    "setHTMLUnsafe": (124, 123, 17.4),
    "setHTML": (146, 148, NEVER),
    "getHTML": (125, 128, 18),
    "moveBefore": (133, 144, NEVER),
    "startViewTransition": (111, 144, 18),
    "requestFullscreen": (71, 64, 16.4),
    "exitFullscreen": (71, 64, 16.4),
    "fullscreenElement": (71, 64, 16.4),
    "fullscreenEnabled": (71, 64, 16.4),
    "adoptedStyleSheets": (73, 101, 16.4),
    "replaceSync": (73, 101, 16.4),
    "attachInternals": (77, 93, 16.4),
    "inert": (102, 112, 15.5),
    "requestSubmit": (76, 75, 16),
    "showPicker": (99, 101, 16),
    "caretPositionFromPoint": (128, 20, 18.4),
    "computedStyleMap": (66, NEVER, 16.4),
    "scrollIntoViewIfNeeded": (15, NEVER, 5),
    "ariaNotify": NEVER,
    "requestVideoFrameCallback": (83, 132, 15.4),
    "speechSynthesis": (33, 49, 7),
    # the browser
    "requestIdleCallback": (47, 55, NEVER),
    "cancelIdleCallback": (47, 55, NEVER),
    "scheduler": (94, 142, NEVER),
    "navigation": (102, 147, 26.2),
    "CloseWatcher": (126, NEVER, NEVER),
    "EyeDropper": (95, NEVER, NEVER),
    "BarcodeDetector": (83, NEVER, NEVER),
    "URLPattern": (95, 142, 26),
    "canParse": (120, 115, 17),
    "OffscreenCanvas": (69, 105, 16.4),
    "CompressionStream": (80, 113, 16.4),
    "DecompressionStream": (80, 113, 16.4),
    "SharedWorker": (4, 29, 16),
    "showSaveFilePicker": (86, NEVER, NEVER),
    "showOpenFilePicker": (86, NEVER, NEVER),
    "trustedTypes": (83, 148, 26),
    "cookieStore": (87, 140, 18.4),
    "userActivation": (72, 120, 16.4),
    "wakeLock": (84, 126, 16.4),
    "ClipboardItem": (66, 127, 13.1),
    "canShare": (89, NEVER, 14),
    "ImageDecoder": (94, 133, NEVER),
    "MediaStreamTrackProcessor": (94, NEVER, 18),
    "Sanitizer": (146, 148, NEVER),
    "Highlight": (105, 140, 17.2),
}

# Selectors by what shows them in a text.
SELECTORS = {
    r":has\(": "(Firefox 121)",
    r"::details-content": "(Chrome 131)",
    r":popover-open": "(Chrome 114)",
    r":user-(?:in)?valid": "(Chrome 119)",
    r":dir\(": "(Chrome 120)",
    r":fullscreen": "(Safari 16.4)",
    r":modal": "(Safari 15.6)",
    r":state\(": "(Chrome 125)",
    r"::highlight\(": "(Firefox 140)",
    r":open\b": "(Chrome 133)",
    r"::(?:target-text|checkmark|picker)": "(new)",
}
AT_RULES = {
    "container": "(Safari 16)",
    "scope": "(Chrome 118)",
    "starting-style": "(Chrome 117)",
    "view-transition": "(Chrome 126)",
    "position-try": "(Chrome 125)",
    "function": "(Chrome 139)",
}
FUNCTIONS = {
    "color-mix": "(Chrome 111)",
    "light-dark": "(Chrome 123)",
    "oklch": "(Chrome 111)",
    "oklab": "(Chrome 111)",
    "lab": "(Chrome 111)",
    "lch": "(Chrome 111)",
    "round": "(Chrome 125)",
    "anchor": "(Chrome 125)",
    "if": "(Chrome 137)",
    "sibling-index": "(Chrome 138)",
    "calc-size": "(Chrome 129)",
}
_RANGE = re.compile(r"\([^)]*(?:width|height)\s*[<>]=?|\(\s*[\d.]+\w*\s*[<>]", re.I)
# What brings something in sight. A rule that only takes away, lays out or decorates may be missed.
_SHOWS = {
    "display": lambda value: value not in ("none", "grid", "flex"),
    "visibility": lambda value: value == "visible",
    "content-visibility": lambda value: value == "visible",
    "opacity": lambda value: value not in ("0", ".0"),
}


@dataclass(frozen=True, order=True)
class Newer:
    """Something in a file that one of the oldest browsers does not know."""

    file: str
    what: str
    line: int = 0


def too_new(first: tuple) -> bool:
    """Is this in one of the OLDEST not there yet? `first`: the first version of Chrome, Firefox and Safari that has it."""
    if first == NEVER:
        return True
    chrome, firefox, safari = (
        each if isinstance(each, tuple) else tuple(int(part) for part in str(each).split(".")) for each in first
    )
    return chrome > OLDEST["Chrome"] or firefox > OLDEST["Firefox"] or safari > OLDEST["Safari"]


# ---- scripts ----

_JAVASCRIPT = Language(tree_sitter_javascript.language())
_PARSER = Parser(_JAVASCRIPT)


@lru_cache(maxsize=8)
def _query(text: str) -> Query:
    return Query(_JAVASCRIPT, text)


def _found(tree, text: str, source: bytes) -> list[tuple[str, int]]:
    """(text, line) of every node that a query catches as @n."""
    nodes = QueryCursor(_query(text)).captures(tree.root_node).get("n", [])
    return [(source[node.start_byte : node.end_byte].decode("utf-8", "replace"), node.start_point[0] + 1) for node in nodes]


def script(file: str, text: str) -> set[Newer]:
    """What a script has that the oldest browsers cannot read, or do not have."""
    source = text.encode()
    tree = _PARSER.parse(source)
    if tree.root_node.has_error:
        return {Newer(file, "something that the parser does not know", _first_error(tree.root_node))}
    kinds = " ".join(f"({kind})" for kind in SYNTAX if _JAVASCRIPT.id_for_node_kind(kind, True) is not None)
    found = set()
    for node in QueryCursor(_query(f"[{kinds}] @n")).captures(tree.root_node).get("n", []):
        found.add(Newer(file, SYNTAX[node.type], node.start_point[0] + 1))
    for pattern, line in _found(tree, "[(regex_pattern) (string_fragment) (template_string)] @n", source):
        found |= {
            Newer(file, f"in a regular expression: {what}", line)
            for sign, what in EXPRESSIONS.items()
            if re.search(sign, pattern)
        }
        found |= {
            Newer(file, f"in a selector: {sign} {since}", line)
            for sign, since in SELECTORS.items()
            if re.match(r"^[\w\s.#\[\]\"'=:>+~,*()^$|-]+$", pattern) and re.search(sign, pattern)
        }
    found |= {
        Newer(file, f"the flag {flags}", line) for flags, line in _found(tree, "(regex_flags) @n", source) if FLAGS in flags
    }
    names = "[(property_identifier) (identifier) (shorthand_property_identifier) (shorthand_property_identifier_pattern)] @n"
    first: dict[str, int] = {}
    for name, line in _found(tree, names, source):
        first.setdefault(name, line)
    return found | {Newer(file, name, line) for name, line in first.items() if name in INTERFACES and too_new(INTERFACES[name])}


def _first_error(node) -> int:
    for child in node.children:
        if child.has_error or child.is_missing:
            return _first_error(child)
    return node.start_point[0] + 1


def is_es5(text: str) -> bool:
    """Can a browser of 2011 read this script? By what came after ES5 and has a sign of its own."""
    tree = _PARSER.parse(text.encode())
    later = [
        "arrow_function",
        "template_string",
        "lexical_declaration",
        "class_declaration",
        "class",
        "spread_element",
        "rest_pattern",
        "object_pattern",
        "array_pattern",
        "for_in_statement",
        "optional_chain",
        "await_expression",
        "generator_function",
        "shorthand_property_identifier",
        "computed_property_name",
        "import_statement",
        "export_statement",
        "assignment_pattern",
        "method_definition",
        "meta_property",
        "super",
    ]
    kinds = " ".join(f"({kind})" for kind in later if _JAVASCRIPT.id_for_node_kind(kind, True) is not None)
    return not tree.root_node.has_error and not QueryCursor(_query(f"[{kinds}] @n")).captures(tree.root_node)


# ---- styles ----


def style(file: str, text: str) -> set[Newer]:
    """What a style sheet has by which an old browser would leave out what it could do, or hide what should be seen."""
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return {found for rule in rules for found in _rule(file, rule)}


def _rule(file: str, rule) -> set[Newer]:
    line = getattr(rule, "source_line", 0)
    if rule.type == "error":
        return {Newer(file, f"cannot be read: {rule.message}", line)}
    if rule.type == "at-rule":
        if rule.at_keyword.lower() in AT_RULES:
            return {Newer(file, f"@{rule.at_keyword} {AT_RULES[rule.at_keyword.lower()]}", line)}
        prelude = tinycss2.serialize(rule.prelude)
        found = (
            {Newer(file, "a range in @media (Safari 16.4)", line)}
            if rule.lower_at_keyword == "media" and _RANGE.search(prelude)
            else set()
        )
        if rule.lower_at_keyword in ("media", "supports", "layer") and rule.content is not None:
            inside = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            found |= {one for each in inside for one in _rule(file, each)}
        return found
    return _selectors(file, rule, line) | _declarations(file, rule, line)


def _selectors(file: str, rule, line: int) -> set[Newer]:
    """One part of a list that is not known makes a browser drop the whole rule: what that should bring in sight stays away."""
    parts, part = [], []
    for token in [*rule.prelude, None]:
        if token is None or token == ",":
            parts.append(tinycss2.serialize(part))
            part = []
        else:
            part.append(token)
    new = {sign: since for sign, since in SELECTORS.items() if any(re.search(sign, each) for each in parts)}
    known = [each for each in parts if not any(re.search(sign, each) for sign in SELECTORS)]
    shows = [
        declaration
        for declaration in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        if declaration.type == "declaration"
        and declaration.lower_name in _SHOWS
        and _SHOWS[declaration.lower_name](tinycss2.serialize(declaration.value).strip())
    ]
    found = set()
    if new and shows:
        found.add(
            Newer(
                file,
                f"{', '.join(new)} takes along what older browsers could show"
                if known
                else f"only {', '.join(new)} brings this in sight",
                line,
            )
        )
    return found


def _declarations(file: str, rule, line: int) -> set[Newer]:
    seen: set[str] = set()
    found = set()
    for one in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        if one.type in ("qualified-rule", "at-rule"):
            found.add(Newer(file, "a rule inside a rule (Chrome 112)", one.source_line))
        elif one.type == "declaration":
            new = sorted(_functions(one.value) & set(FUNCTIONS))
            if new and one.lower_name not in seen:  # without it, the value before it counts
                found.add(Newer(file, f"{one.name}: {', '.join(new)} {FUNCTIONS[new[0]]}", one.source_line))
            seen.add(one.lower_name)
    return found


def _functions(tokens) -> set[str]:
    names = set()
    for token in tokens:
        if token.type == "function":
            names |= {token.lower_name} | _functions(token.arguments)
    return names
