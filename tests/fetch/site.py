"""A web server of our own on the loopback address, a resolver that says what it is told, and turns without a wait."""

import socket
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from app.fetch import Limits, Web

type Reply = Callable[[BaseHTTPRequestHandler], None]

PAGE = "<html><h1>Harbour stays open</h1><p>“We will not close it,” Mara Ellison said on Friday.</p></html>".encode()


def reply(content: bytes = PAGE, status: int = 200, **headers: str) -> Reply:
    """An answer at once; `content_type="…"` makes the header Content-Type."""
    given = {"content_type": "text/html; charset=utf-8", "content_length": str(len(content)), **headers}

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in given.items():
            handler.send_header(name.replace("_", "-").title(), value)
        handler.end_headers()
        handler.wfile.write(content)

    return send


def redirect(location: str, status: int = 302) -> Reply:
    return reply(b"", status, location=location)


def dripping(content: bytes, **headers: str) -> Reply:
    """An answer that comes byte by byte."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        reply(b"", content_length=str(len(content)), **headers)(handler)
        for n in range(len(content)):
            handler.wfile.write(content[n : n + 1])

    return send


def endless(piece: bytes, pause: float = 0.0, first: bytes = b"", **headers: str) -> Reply:
    """An answer whose body never ends: a piece, a pause, a piece."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in {"content_type": "text/html", **headers}.items():
            handler.send_header(name.replace("_", "-").title(), value)
        handler.end_headers()
        handler.wfile.write(first)
        for _ in range(20_000):
            handler.wfile.write(piece)
            time.sleep(pause)

    return send


@dataclass
class Site:
    """What is at each path; all that was asked for, in order, with the headers of each request."""

    port: int = 0
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def url(self, path: str = "/page", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def web(self, resolver: "Resolver | None" = None, **limits: object) -> Web:
        """A web to which this site's host and port are known as allowed."""
        given = {"host_delay_seconds": 0.0, "allowed_hosts": frozenset({f"127.0.0.1:{self.port}"}), **limits}
        turns = Turns()
        return Web(Limits(**given), turns) if resolver is None else Web(Limits(**given), turns, resolver)  # type: ignore[arg-type]


class Turns:
    """Nobody waits; who asked for a turn is written down."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self.booked: list[tuple[str, float]] = []

    def book(self, host: str, delay: float, patience: float) -> float:
        self.booked.append((host, delay))
        return self.seconds


class Clock:
    """Turns as workers keep them, at a time that passes only when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0
        self.free: dict[str, float] = {}

    def book(self, host: str, delay: float, patience: float) -> float:
        begins = max(self.free.get(host, 0.0), self.now)
        if begins - self.now <= patience:
            self.free[host] = begins + delay
        return begins - self.now


class Resolver:
    """Each name has a list of answers, given one after the other; the last of them for ever."""

    def __init__(self, **answers: Sequence[Sequence[str]]) -> None:
        self.answers = {name.replace("_", "."): list(given) for name, given in answers.items()}
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        if host not in self.answers:
            raise socket.gaierror(socket.EAI_NONAME, "unknown name")
        given = self.answers[host]
        return given.pop(0) if len(given) > 1 else given[0]


@contextmanager
def serving(tls: ssl.SSLContext | None = None, **replies: Reply) -> Iterator[Site]:
    """A site on a free port of the loopback address; without a robots.txt unless one is given."""
    site = Site(replies={f"/{name}": answer for name, answer in replies.items()})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append(dict(self.headers.items()))
            try:
                site.replies.get(self.path, reply(b"none", 404))(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_port
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
