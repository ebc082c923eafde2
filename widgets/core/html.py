"""Elements as plain data, and the one place that turns them into HTML.

An element is a tuple (tag, attributes, children): attributes a dict of str to str, True, False or
None; children a list of elements and strings. Everything is escaped, so text can never become markup.
"""

# Dicts, and below one look before each replace: a whole view is written at every click, and this halves its time.
VOID_TAGS = {"br": True, "col": True, "hr": True, "img": True, "input": True, "meta": True, "link": True}
# A line break follows these, so that words stay apart where only the text is read: by search, or when copied.
BLOCK_ENDS = {
    "dt": "</dt>\n",
    "dd": "</dd>\n",
    "th": "</th>\n",
    "td": "</td>\n",
    "tr": "</tr>\n",
    "li": "</li>\n",
    "p": "</p>\n",
    "h2": "</h2>\n",
    "h3": "</h3>\n",
    "summary": "</summary>\n",
    "legend": "</legend>\n",
    "label": "</label>\n",
}


def escape(text):
    """`text` (str) with the five characters that mean something in HTML replaced."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    if "'" in text:
        text = text.replace("'", "&#39;")
    return text


def el(tag, attributes=None, *children):
    """An element. Children that are None are left out, lists are laid flat."""
    flat = []
    for child in children:
        if isinstance(child, list):
            for grandchild in child:
                if grandchild is not None:
                    flat.append(grandchild)
        elif child is not None:
            flat.append(child)
    return (tag, attributes or {}, flat)


def to_html(node):
    """The HTML (str) of an element or a string."""
    pieces = []
    _write(node, pieces)
    return "".join(pieces)


def _write(node, pieces):
    if isinstance(node, str):
        pieces.append(escape(node))
        return
    tag, attributes, children = node
    start = f"<{tag}"
    for name in attributes:
        value = attributes[name]
        if value is True:
            start = f"{start} {name}"
        elif value is not False and value is not None:
            start = f'{start} {name}="{escape(str(value))}"'
    pieces.append(f"{start}>")
    if tag in VOID_TAGS:
        return
    for child in children:
        _write(child, pieces)
    pieces.append(BLOCK_ENDS[tag] if tag in BLOCK_ENDS else f"</{tag}>")
