"""Settings for web servers, made from the built site: security headers, and how long a browser may keep a file.

The policy in a header is that of all pages together, from the same source as the policy in each page (macros/site/csp.py),
and adds what a page itself cannot say: that no other site may show it in a frame.
writes them again, for example for a folder with more sites.
"""

from pathlib import Path
from urllib.parse import urlsplit

from macros.site import csp
from macros.site.shared_assets import SHARED

FOLDER = "hosting"  # in the site: harmless to publish, and there for whoever has only the built site
HEADERS_FILE = "_headers"
# The name of such a file changes with its content. Each pattern is a beginning of a path.
FIXED = [
    f"{SHARED}/",
    "assets/widgets.",
    "assets/javascripts/bundle.",
    "assets/javascripts/workers/",
    "assets/stylesheets/",
    "protocollen/gesprekken.",
]
YEAR = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
# The ballot box reads codes with the camera; nothing else is used.
PERMISSIONS = "camera=(self), microphone=(), geolocation=(), payment=(), usb=()"


def hashes_of(site: Path) -> set[str]:
    """The hashes of all inline scripts in the pages under `site`."""
    return {digest for page in site.rglob("*.html") for digest in csp.inline_hashes(page.read_text(encoding="utf-8"))}


def security_headers(hashes: set[str]) -> dict[str, str]:
    """The headers for every answer, when inline scripts with these hashes may run."""
    return {
        "Content-Security-Policy": f"{csp.allowing(sorted(hashes))}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": PERMISSIONS,
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def write(site: Path, site_url: str, hashes: set[str] | None = None) -> None:
    """Put the settings in the built site. `site_url`: where it will stand; only the path counts, for the 404 page.

    `hashes`: those of the inline scripts, when they are known already.
    """
    headers, base = security_headers(hashes_of(site) if hashes is None else hashes), urlsplit(site_url).path.rstrip("/") + "/"
    (site / FOLDER).mkdir(exist_ok=True)
    (site / HEADERS_FILE).write_text(headers_file(headers, base), encoding="utf-8")
    (site / FOLDER / "htaccess.txt").write_text(htaccess(headers, base), encoding="utf-8")
    (site / FOLDER / "nginx.conf").write_text(nginx(headers, base), encoding="utf-8")


def headers_file(headers: dict[str, str], base: str) -> str:
    """`_headers`, as Netlify and Cloudflare Pages read it. They already let browsers ask before they use an old page."""
    rules = [
        (f"{base}*", headers),
        (f"{base}sw.js", {"Cache-Control": ASK_FIRST}),
        *((f"{base}{start}*", {"Cache-Control": YEAR}) for start in FIXED),
    ]
    return "\n".join("\n".join([path, *(f"  {name}: {value}" for name, value in values.items()), ""]) for path, values in rules)


def htaccess(headers: dict[str, str], base: str) -> str:
    """Settings for Apache. Parts for a module that is switched off are left out by themselves."""
    always = "\n".join(f'  Header always set {name} "{value}"' for name, value in headers.items())
    fixed = "|".join(start.rsplit("/", 1)[-1].replace(".", r"\.") for start in FIXED if start.endswith("."))
    return f"""\
# Voor Apache. Noem dit bestand .htaccess en zet het in de map van de site.
ErrorDocument 404 {base}404.html
<IfModule mod_mime.c>
  AddType application/manifest+json .webmanifest
</IfModule>
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/json image/svg+xml
</IfModule>
<IfModule mod_headers.c>
{always}
  Header set Cache-Control "{ASK_FIRST}"
  # Bestanden met een code in de naam veranderen nooit.
  <FilesMatch "^({fixed}).*\\.js$|\\.[0-9a-f]{{8}}\\.min\\.(js|css)$">
    Header set Cache-Control "{YEAR}"
  </FilesMatch>
</IfModule>
"""


def nginx(headers: dict[str, str], base: str) -> str:
    """A server for nginx that needs no rights: it listens on 8080. Used by .container/Containerfile."""
    always = "\n".join(f'    add_header {name} "{value}" always;' for name, value in headers.items())
    fixed = "\n".join(f'    "~^{base}{start}" "{YEAR}";' for start in FIXED)
    return f"""\
# Voor nginx: hoort in het deel http, bijvoorbeeld als /etc/nginx/conf.d/default.conf.
map $uri $keep {{
    default "{ASK_FIRST}";
{fixed}
}}
server {{
    listen 8080;
    server_tokens off;
    root /usr/share/nginx/html;
    charset utf-8;
    absolute_redirect off;
    error_page 404 {base}404.html;
    gzip on;
    gzip_vary on;
    gzip_min_length 512;
    gzip_types text/css text/javascript application/javascript application/json application/manifest+json image/svg+xml;
{always}
    add_header Cache-Control $keep always;
    location ~ \\.webmanifest$ {{ default_type application/manifest+json; }}
    location ~ /\\. {{ return 404; }}
    location {base}{FOLDER}/ {{ return 404; }}
}}
"""
