"""Headers for web servers: the same policy as in the pages, in the notation of each server, and accepted by nginx."""

import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest

from macros.site import csp, hosting
from tests.browser.sites import html_pages
from tests.places import ROOT
from tests.processes import run

HASHED = re.compile(r"\.[0-9a-f]{8}\.(min\.)?(js|css)$")


def directives(policy: str) -> dict[str, set[str]]:
    return {name: set(values) for name, *values in (part.split() for part in policy.split(";"))}


def rules(text: str) -> dict[str, dict[str, str]]:
    """A _headers file as a host reads it: path -> headers."""
    found, path = {}, None
    for line in filter(None, text.splitlines()):
        assert len(line) <= 2000, "Cloudflare Pages reads no longer line"
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            assert value and name not in found[path]
            found[path][name] = value
        else:
            path = line
            assert path.startswith("/") and path.count("*") <= 1 and path not in found
            found[path] = {}
    assert len(found) <= 100
    return found


def headers_for(found: dict[str, dict[str, str]], path: str) -> dict[str, str]:
    """What a host sends with a file: the headers of every rule that fits, joined."""
    sent = {}
    for pattern, headers in found.items():
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            for name, value in headers.items():
                sent[name] = f"{sent[name]}, {value}" if name in sent else value
    return sent


def test_the_policy_in_the_header_is_that_of_every_page(site):
    header = directives(rules((site / "_headers").read_text(encoding="utf-8"))["/*"]["Content-Security-Policy"])
    scripts = set()
    for path in html_pages(site):
        page = directives(re.search(r'Content-Security-Policy" content="([^"]+)"', (site / path).read_text(encoding="utf-8"))[1])
        scripts |= page["script-src"]
        assert {name: header[name] for name in page if name != "script-src"} == {
            name: values for name, values in page.items() if name != "script-src"
        }, path
        assert page["script-src"] <= header["script-src"], path
    assert header["script-src"] == scripts, "not one hash more"
    assert set(header) == set(page) | {"frame-ancestors"}


def test_each_server_gets_the_same_headers(site):
    headers = hosting.security_headers(hosting.hashes_of(site))
    apache = (site / "hosting" / "htaccess.txt").read_text(encoding="utf-8")
    nginx = (site / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    assert dict(re.findall(r'Header always set (\S+) "([^"]+)"', apache)) == headers
    assert dict(re.findall(r'add_header (\S+) "([^"]+)" always;', nginx)) == headers


def test_only_names_that_change_with_the_content_are_kept_long(site):
    found = rules((site / "_headers").read_text(encoding="utf-8"))
    apache = re.compile(re.search(r'FilesMatch "([^"]+)"', (site / "hosting" / "htaccess.txt").read_text(encoding="utf-8"))[1])
    for file in site.rglob("*"):
        path = "/" + file.relative_to(site).as_posix()
        if file.is_file() and not path.endswith(".map"):
            fixed = bool(HASHED.search(path))
            assert (headers_for(found, path).get("Cache-Control") == hosting.YEAR) == fixed, path
            assert bool(apache.search(file.name)) == fixed, path
    assert headers_for(found, "/sw.js")["Cache-Control"] == hosting.ASK_FIRST


def test_below_a_folder(tmp_path):
    (tmp_path / "index.html").write_text(csp.finish('<meta charset="utf-8"><script>a()</script>'), encoding="utf-8")
    hosting.write(tmp_path, "https://school.example/pesten/")
    assert "/pesten/*" in rules((tmp_path / "_headers").read_text(encoding="utf-8"))
    assert "ErrorDocument 404 /pesten/404.html" in (tmp_path / "hosting" / "htaccess.txt").read_text(encoding="utf-8")
    assert "error_page 404 /pesten/404.html" in (tmp_path / "hosting" / "nginx.conf").read_text(encoding="utf-8")


def test_the_container_takes_what_the_build_makes(site):
    lines = (ROOT / ".container" / "Containerfile").read_text(encoding="utf-8").splitlines()
    assert [line.split()[1].partition("@")[0] for line in lines if line.startswith("FROM ")] == [
        "nginxinc/nginx-unprivileged:stable-alpine"
    ]
    taken = [line.split()[1] for line in lines if line.startswith("COPY ")]
    assert taken and all((site / path).exists() for path in taken)


@pytest.fixture
def nginx(site, tmp_path):
    """The address of a running nginx with our settings."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if not program:
        pytest.skip("nginx is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = (site / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    server = server.replace("listen 8080", f"listen 127.0.0.1:{port}").replace("/usr/share/nginx/html", str(site))
    paths = "".join(f"{name}_temp_path {tmp_path}/{name}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    types = "types { text/html html; text/css css; application/javascript js; application/json json; }"
    settings = tmp_path / "nginx.conf"
    # Started by root, it would read the site as somebody who may not see the folder of the tests.
    user = "user root; " if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    settings.write_text(
        f"{user}daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}}\n"
        f"http {{ access_log off; {paths} {types}\n{server}\n}}",
        encoding="utf-8",
    )
    tried = run(program, "-t", "-e", f"{tmp_path}/start.log", "-c", settings)
    assert tried.returncode == 0, tried.stderr
    running = subprocess.Popen([program, "-e", f"{tmp_path}/start.log", "-c", settings])
    for _ in range(100):
        with socket.socket() as look:
            if look.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    running.terminate()
    running.wait()


def test_nginx_serves_the_site_with_these_headers(nginx, site):
    expected = hosting.security_headers(hosting.hashes_of(site))
    script = next(path.name for path in (site / "assets").glob("widgets.*.js"))
    for path, keep, kind in (
        ("/", hosting.ASK_FIRST, "text/html"),
        ("/rollen/", hosting.ASK_FIRST, "text/html"),
        ("/sw.js", hosting.ASK_FIRST, "application/javascript"),
        ("/manifest.webmanifest", hosting.ASK_FIRST, "application/manifest+json"),
        (f"/assets/{script}", hosting.YEAR, "application/javascript"),
    ):
        asked = urllib.request.Request(nginx + path, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked, timeout=20) as answer:
            assert {name: answer.headers[name] for name in expected} == expected
            assert answer.headers["Cache-Control"] == keep and answer.headers["Content-Type"].startswith(kind)
            assert answer.headers["Content-Encoding"] == "gzip", path
    for path in ("/is-er-niet/", "/hosting/nginx.conf", "/.git/config"):
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(nginx + path, timeout=20)
        assert missing.value.code == 404 and "Deze pagina is er niet" in missing.value.read().decode()
        assert missing.value.headers["Content-Security-Policy"] == expected["Content-Security-Policy"]
