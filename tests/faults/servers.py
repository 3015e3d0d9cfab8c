"""Small servers on loopback: one that only listens, one that stands between the program and a sandbox."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    method: str = "GET"
    body: bytes = b""


@dataclass(frozen=True)
class Said:
    """One answer; `date` is the server's clock where it tells one, `location` where a redirect leads, `link` the header
    that names the next page."""

    body: bytes
    status: int = 200
    kind: str = "application/json"
    date: str = ""
    location: str = ""
    link: str = ""


@dataclass
class Server:
    """A running server and what it was asked."""

    base_url: str
    asked: list[Asked] = field(default_factory=list)


@contextlib.contextmanager
def serving(answer: Callable[[Asked], Said]) -> Iterator[Server]:
    """Answers every GET, POST and CONNECT with what `answer` makes of it."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.do_GET()

        def do_CONNECT(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            place = urlsplit(self.path)
            asked = Asked(
                place.path,
                dict(parse_qsl(place.query)),
                dict(self.headers.items()),
                self.command,
                self.rfile.read(int(self.headers.get("Content-Length", 0))),
            )
            server.asked.append(asked)
            said = answer(asked)
            self.send_response_only(said.status)
            if said.date:
                self.send_header("Date", said.date)
            if said.link:
                self.send_header("Link", said.link)
            if said.location:
                self.send_header("Location", said.location)
            self.send_header("Content-Type", said.kind)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            self.wfile.write(said.body)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        server = Server(f"http://127.0.0.1:{http.server_port}")
        thread = threading.Thread(target=http.serve_forever, args=(0.02,), name="small-server")
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()


Change = Callable[[Asked, Any], Any]
"""Makes another answer of a decoded one; bytes are sent as they are, a `Said` whole."""


@contextlib.contextmanager
def between(base_url: str, change: Change) -> Iterator[Server]:
    """Passes requests on to a sandbox and its answers back, changed where they are JSON."""
    upstream = urlsplit(base_url)
    theirs = base_url.removesuffix(upstream.path)

    def answer(asked: Asked) -> Said:
        connection = HTTPConnection(str(upstream.hostname), upstream.port, timeout=5)
        try:
            passed = {name: asked.headers[name] for name in PASSED_ON if name in asked.headers}
            address = f"{asked.path}?{urlencode(asked.query)}" if asked.query else asked.path
            connection.request(asked.method, address, asked.body or None, passed)
            response = connection.getresponse()
            body = response.read().replace(theirs.encode(), ours.base_url.encode())
            said = Said(
                body,
                response.status,
                response.headers.get("Content-Type", ""),
                date=response.headers.get("Date", ""),
                link=response.headers.get("Link", "").replace(theirs, ours.base_url),
            )
        finally:
            connection.close()
        if said.status != 200 or "json" not in said.kind:
            return said
        changed = change(asked, json.loads(body))
        if isinstance(changed, Said):
            return changed
        return replace(said, body=changed if isinstance(changed, bytes) else json.dumps(changed).encode())

    with serving(answer) as ours:
        yield Server(ours.base_url + upstream.path, ours.asked)


PASSED_ON = ("Authorization", "X-SmartToken", "X-Integration-Id", "Accept", "Content-Type")


def body_of(answer: Any) -> bytes:
    """An answer as JSON."""
    return json.dumps(answer).encode()
