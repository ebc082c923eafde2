"""The Content-Security-Policy of a page: nothing from elsewhere, nothing sent out, only the scripts we know.

The policy stands in the page itself, because many free hosts let a school set no headers. Inline scripts of the
theme are allowed one by one, by their hash. Source: https://www.w3.org/TR/CSP3/ (meta delivery in 3.3).
"""
import base64
import hashlib
import re

# A script without src. HTML knows no nesting here: the first closing tag ends it.
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SRC = re.compile(r"(?:^|\s)src\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""(?:^|\s)type\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_CHARSET = re.compile(r"<meta\s+charset\s*=[^>]*>", re.IGNORECASE)
_RUNS = {"", "module", "text/javascript", "application/javascript"}


def finish(html: str) -> str:
    """The finished page with its policy and a no-referrer rule right after the charset.

    Raises ValueError when the page has no `<meta charset>`: then nothing would protect it.
    """
    charset = _CHARSET.search(html)
    if not charset:
        raise ValueError("the page has no <meta charset>, so there is no place for its Content-Security-Policy")
    tags = (f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
            '<meta name="referrer" content="no-referrer">')
    return html[:charset.end()] + tags + html[charset.end():]


def policy(html: str) -> str:
    """The policy for one page, with a hash for each inline script that runs in it."""
    return allowing(inline_hashes(html))


def allowing(hashes: list[str]) -> str:
    """The policy that lets inline scripts with these hashes run."""
    scripts = " ".join(["'self'", *(f"'sha256-{digest}'" for digest in hashes)])
    return "; ".join([
        "default-src 'none'", f"script-src {scripts}", "style-src 'self'", "img-src 'self' data:",
        "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'",
        "base-uri 'self'", "form-action 'none'",
    ])


def inline_hashes(html: str) -> list[str]:
    """The base64 SHA-256 of every inline script that a browser would run, each once, in the order of the page."""
    found = {}
    for script in _SCRIPT.finditer(html):
        attributes = script["attributes"]
        kind = _TYPE.search(attributes)
        if _SRC.search(attributes) or (kind[1].lower() if kind else "") not in _RUNS:
            continue
        # A browser reads \r\n as \n before it takes the hash.
        code = script["code"].replace("\r\n", "\n").replace("\r", "\n")
        found[base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()] = None
    return list(found)
