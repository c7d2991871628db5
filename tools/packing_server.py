"""A local web server that compresses as web servers do and counts what it sends, in a process of its own.

Of its own, so that what is timed in a browser is not the waiting for the program that drives the browser.
"""

from __future__ import annotations

import functools
import gzip
import http.server
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

COMPRESSED = {".pf_meta", ".pf_index", ".pf_fragment", ".pagefind"}
COUNT = "/-sent"
"""The address that answers with the bytes of all files but pages sent since it was last asked."""


@dataclass(frozen=True, slots=True)
class Server:
    address: str
    """With a slash at the end."""

    def sent(self) -> int:
        """Bytes that went over the wire since the last call, without pages; a file counts once."""
        with urlopen(self.address.rstrip("/") + COUNT) as answer:  # noqa: S310 -- our own server
            return int(answer.read())


@contextmanager
def serving(folder: Path, at_once: str) -> Iterator[Server]:
    """Serve a folder. Files that the pattern `at_once` names are packed beforehand, so that packing is not timed."""
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(folder, at_once, there), daemon=True)
    process.start()
    try:
        yield Server(f"http://127.0.0.1:{here.recv()}/")
    finally:
        process.kill()
        process.join()


def _serve(folder: Path, at_once: str, pipe: Connection) -> None:
    sent: dict[str, int] = {}

    @functools.cache
    def body(path: str) -> tuple[bytes, bool]:
        file = folder / path.lstrip("/")
        data = file.read_bytes()
        packed = file.suffix not in COMPRESSED
        return (gzip.compress(data, 6), True) if packed else (data, False)

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1  # one packet for headers and body

        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            if path == COUNT:
                self.answer(str(sum(sent.values())).encode(), packed=False)
                sent.clear()
                return
            try:
                data, packed = body(path)
            except OSError:
                self.send_error(404)
                return
            if not path.endswith(".html"):
                sent[self.path] = len(data)
            self.answer(data, packed=packed)

        def answer(self, data: bytes, *, packed: bool) -> None:
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(self.path.split("?")[0]))
            self.send_header("Content-Length", str(len(data)))
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- their name
            pass

    for file in folder.glob(at_once):
        body(f"/{file.relative_to(folder).as_posix()}")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    pipe.send(server.server_port)
    server.serve_forever()
