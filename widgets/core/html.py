"""Elements as plain data, and the one place that turns them into HTML.

An element is a tuple (tag, attributes, children): attributes a dict of str to str, True, False or
None; children a list of elements and strings. Everything is escaped, so text can never become markup.
"""

VOID_TAGS = ("br", "hr", "img", "input", "meta", "link")
# A line break follows these, so that words stay apart where only the text is read: by search, or when copied.
BLOCK_TAGS = ("dt", "dd", "th", "td", "tr", "li", "p", "h2", "h3", "summary", "legend", "label")


def escape(text):
    """`text` (str) with the five characters that mean something in HTML replaced."""
    return (text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            .replace('"', "&quot;").replace("'", "&#39;"))


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
    pieces.append("<" + tag)
    for name in attributes:
        value = attributes[name]
        if value is True:
            pieces.append(" " + name)
        elif value is not False and value is not None:
            pieces.append(" " + name + '="' + escape(str(value)) + '"')
    pieces.append(">")
    if tag in VOID_TAGS:
        return
    for child in children:
        _write(child, pieces)
    pieces.append("</" + tag + ">\n" if tag in BLOCK_TAGS else "</" + tag + ">")
