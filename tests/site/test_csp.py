"""The Content-Security-Policy of a page."""

import base64
import hashlib

import pytest

from macros.site import csp

HEAD = '<!doctype html><html><head><meta charset="utf-8"><title>x</title>'


def digest(code: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() + "'"


def directives(html: str) -> dict[str, list[str]]:
    policy = csp.finish(html).split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


def test_policy_is_the_first_thing_after_the_charset():
    html = csp.finish(HEAD + "<script>early()</script></head>")
    assert html.index("<meta charset") < html.index("Content-Security-Policy") < html.index("<title>")
    assert '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"' in html


def test_nothing_is_allowed_but_what_is_named():
    assert directives(HEAD) == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'self'"],
        "form-action": ["'none'"],
    }


def test_no_referrer_goes_out():
    assert '<meta name="referrer" content="no-referrer">' in csp.finish(HEAD)


def test_each_inline_script_gets_its_hash_once():
    page = HEAD + "<script>one()</script><SCRIPT type='text/javascript'>two()</SCRIPT ><script>one()</script>"
    assert directives(page)["script-src"] == ["'self'", digest("one()"), digest("two()")]


@pytest.mark.parametrize(
    "script",
    [
        '<script src="a.js"></script>',
        '<script defer src="a.js">never()</script>',
        '<script type="application/json">{"a": 1}</script>',
        '<script id="x" type=application/json>{}</script>',
        '<script type="text/plain">no</script>',
    ],
)
def test_data_and_files_get_no_hash(script):
    assert directives(HEAD + script)["script-src"] == ["'self'"]


def test_a_data_attribute_is_no_src():
    assert directives(HEAD + '<script data-src="a.js">run()</script>')["script-src"] == ["'self'", digest("run()")]


def test_spaces_and_line_ends_count_as_the_browser_counts_them():
    assert directives(HEAD + "<script>\r\n a()\r\n</script>")["script-src"][1] == digest("\n a()\n")
    assert directives(HEAD + "<script> a() </script>")["script-src"][1] != digest("a()")


def test_a_page_without_a_place_for_the_policy_is_refused():
    with pytest.raises(ValueError, match="charset"):
        csp.finish("<html><head></head></html>")
