"""A local web server that sends text compressed, as web hosts do. Each file is compressed once, before the first visit."""

import gzip
import http.server
import threading
from pathlib import Path

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "text/xml",
}


class GzipServer:
    """Serves one folder on this machine, until stop()."""

    def __init__(self, folder: Path) -> None:
        packed = {
            path.relative_to(folder).as_posix(): gzip.compress(path.read_bytes(), 9, mtime=0)
            for path in folder.rglob("*")
            if path.suffix in TYPES
        }

        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments) -> None:
                super().__init__(*arguments, directory=str(folder))

            def do_GET(self) -> None:
                name = self.path.split("?")[0].lstrip("/")
                name += "index.html" if name.endswith("/") or not name else ""
                if name not in packed:
                    super().do_GET()
                    return
                self.send_response(200)
                self.send_header("Content-Type", TYPES[Path(name).suffix])
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(packed[name])))
                self.end_headers()
                self.wfile.write(packed[name])

            def log_message(self, *arguments) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        # A browser that leaves while a page is still loading is no error.
        self._server.handle_error = lambda _request, _address: None
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
