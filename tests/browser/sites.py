"""Building and serving the site for tests."""

import fcntl
import http.server
import os
import subprocess
import threading
from functools import partial
from pathlib import Path

from tests.places import ROOT
from tests.processes import python


def build(target: Path, config: str = "mkdocs.yml", project: Path = ROOT, **environment: str) -> Path:
    """Build the site of `project` into `target`, once, also when several processes and threads ask for it."""
    failed = target.with_suffix(".failed")
    with target.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # let go by itself when this process dies
        assert not failed.exists(), failed.read_text(encoding="utf-8")
        if not target.exists():
            half = target.with_name(f"{target.name}.{os.getpid()}")
            result = run_mkdocs(project, "build", "--clean", "--config-file", config, "--site-dir", str(half), **environment)
            if result.returncode:
                failed.write_text(result.stdout + result.stderr, encoding="utf-8")
            assert result.returncode == 0, result.stdout + result.stderr
            half.rename(target)
    return target


def run_mkdocs(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess:
    """Run mkdocs in `project`, with the code of that project."""
    return python("-m", "mkdocs", *arguments, folder=project, timeout=240, **variables)


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def send_error(self, code, message=None, explain=None):
        """A page that is not there shows 404.html, as web hosts do."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server:
    """A web server on this machine for one folder. `port` 0: any that is free."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        handler = partial(_QuietHandler, directory=str(folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
        # A browser that leaves while a page is still loading is no error.
        self._server.handle_error = lambda _request, _address: None
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def html_pages(folder: Path) -> list[str]:
    """All pages of a built site, as paths from its root."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
