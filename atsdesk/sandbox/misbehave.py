"""Carries a fault out: wrong answers through HTTP, broken connections on the socket itself."""

import asyncio
import json
import socket
import struct
import sys
import zlib
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Protocol, runtime_checkable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.faults import Fault

MEGABYTE = 1_000_000
JSON = b"application/json"
Headers = list[tuple[bytes, bytes]]
PAGE = b"<!DOCTYPE html><html><head><title>Please wait</title></head><body><h1>One moment</h1></body></html>"


class Manners(Protocol):
    """What the faults have to know about the system that is imitated."""

    def page_of(self, query: bytes) -> int:
        """Which page of a list a request asks for, counted from 1."""

    def refusal(self, status: int, expired: bool) -> bytes:
        """The body of an error answer."""

    def distort(self, fault: Fault, answer: Any, address: str) -> Any:
        """The same answer, gone wrong as the fault says; `address` is the path and query that was asked."""

    def rewrite(self, fault: Fault, text: str) -> str:
        """For what only the JSON text can show."""


@runtime_checkable
class LinksInHeaders(Protocol):
    """Manners of a system that names the next page in a header."""

    def relink(self, fault: Fault, headers: Headers, address: str) -> Headers:
        """The same headers, gone wrong as the fault says."""


@runtime_checkable
class Coded(Protocol):
    """Manners of a system whose errors have codes."""

    def coded(self, code: str) -> tuple[int, bytes]:
        """Status and body of the error with a code."""


@dataclass
class Answer:
    """A whole answer, held back."""

    status: int = 500
    headers: Headers = field(default_factory=list)
    body: bytes = b""

    @property
    def kind(self) -> bytes:
        """The content type."""
        return dict(self.headers).get(b"content-type", JSON)

    @property
    def more(self) -> Headers:
        """What other headers say: limits, links."""
        return [pair for pair in self.headers if pair[0] not in (b"content-type", b"content-length")]


@dataclass
class Exchange:
    """One request on its connection."""

    app: ASGIApp
    scope: Scope
    receive: Receive
    send: Send
    manners: Manners
    clock: Clock
    closing: asyncio.Event

    @property
    def transport(self) -> asyncio.Transport:
        """The connection below HTTP."""
        transport: asyncio.Transport = self.scope["state"]["transport"]
        return transport

    async def proper(self) -> Answer:
        """What the application answers, not compressed; the request is carried out."""
        answer = Answer()
        headers = [pair for pair in self.scope["headers"] if pair[0] != b"accept-encoding"]

        async def hold(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                answer.headers = [*message.get("headers", ())]
            elif message["type"] == "http.response.body":
                answer.body += message.get("body", b"")

        await self.app({**self.scope, "headers": headers}, self.receive, hold)
        return answer

    async def reply(self, status: int, body: bytes, kind: bytes = JSON, *more: tuple[bytes, bytes]) -> None:
        """Sends one whole answer."""
        headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode()), *more]
        await self.send({"type": "http.response.start", "status": status, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})

    async def stream(
        self, length: int | None, chunks: Iterator[bytes], pause: float = 0.0, *more: tuple[bytes, bytes]
    ) -> None:
        """Sends an answer piece by piece, until the client or the sandbox goes away."""
        headers = [(b"content-type", JSON), *more]
        if length is not None:
            headers.append((b"content-length", str(length).encode()))
        await self.send({"type": "http.response.start", "status": 200, "headers": headers})
        for chunk in chunks:
            await self.send({"type": "http.response.body", "body": chunk, "more_body": True})
            if self.transport.is_closing():
                return
            if pause and await self.wait(pause):
                self.transport.abort()
                return
        await self.send({"type": "http.response.body", "body": b""})

    async def wait(self, seconds: float) -> bool:
        """True when the sandbox closed meanwhile."""
        try:
            await asyncio.wait_for(self.closing.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def gone(self) -> None:
        """Returns when the connection has ended."""
        while (await self.receive())["type"] != "http.disconnect":
            pass


async def perform(fault: Fault, exchange: Exchange) -> None:
    """Does to one request what the fault says."""
    if fault.kind.isdigit():
        retry = [(b"retry-after", fault.arg.encode())] if fault.arg else []
        body = exchange.manners.refusal(int(fault.kind), expired=False)
        await exchange.reply(int(fault.kind), body, JSON, *retry)
    elif fault.kind in _ACTS:
        await _ACTS[fault.kind](fault, exchange)
    else:
        await _distorted(fault, exchange)


async def _distorted(fault: Fault, exchange: Exchange) -> None:
    answer = await exchange.proper()
    body, more = answer.body, answer.more
    if answer.status == 200 and answer.kind.startswith(JSON):
        query = exchange.scope["query_string"].decode("latin-1")
        address = exchange.scope["path"] + (f"?{query}" if query else "")
        wrong = exchange.manners.distort(fault, json.loads(body), address)
        text = json.dumps(wrong)  # writes NaN and lone surrogates, which stricter encoders refuse
        body = exchange.manners.rewrite(fault, text).encode()
        if isinstance(exchange.manners, LinksInHeaders):
            more = exchange.manners.relink(fault, more, address)
    await exchange.reply(answer.status, body, answer.kind, *more)


async def _code(fault: Fault, exchange: Exchange) -> None:
    if isinstance(exchange.manners, Coded):
        status, body = exchange.manners.coded(fault.arg)
    else:
        status, body = 500, exchange.manners.refusal(500, expired=False)
    await exchange.reply(status, body)


async def _html(fault: Fault, exchange: Exchange) -> None:
    await exchange.reply(int(fault.number(200)), PAGE, b"text/html; charset=utf-8")


async def _text(fault: Fault, exchange: Exchange) -> None:
    await exchange.reply(int(fault.number(502)), b"upstream connect error", b"text/plain")


async def _empty(fault: Fault, exchange: Exchange) -> None:
    await exchange.reply(int(fault.number(200)), b"")


async def _expired(_: Fault, exchange: Exchange) -> None:
    await exchange.reply(401, exchange.manners.refusal(401, expired=True))


async def _redirect(fault: Fault, exchange: Exchange) -> None:
    target = fault.arg or f"http://elsewhere.example{exchange.scope['path']}"
    await exchange.reply(302, b"", b"text/html", (b"location", target.encode()))


async def _cut(_: Fault, exchange: Exchange) -> None:
    answer = await exchange.proper()
    await exchange.reply(answer.status, answer.body[: len(answer.body) // 2], answer.kind, *answer.more)


async def _short(_: Fault, exchange: Exchange) -> None:
    answer = await exchange.proper()
    head = (
        f"HTTP/1.1 {answer.status} OK\r\ncontent-type: {answer.kind.decode()}\r\n"
        f"date: {exchange.clock.http_date().decode()}\r\ncontent-length: {len(answer.body)}\r\n\r\n"
    )
    exchange.transport.write(head.encode() + answer.body[: len(answer.body) // 2])
    await _drop(_, exchange)


async def _slow(fault: Fault, exchange: Exchange) -> None:
    if await exchange.wait(fault.number(1.0)):
        await _drop(fault, exchange)
        return
    await exchange.app(exchange.scope, exchange.receive, exchange.send)


async def _dribble(fault: Fault, exchange: Exchange) -> None:
    answer = await exchange.proper()
    body = answer.body
    pieces = (body[at : at + 1] for at in range(len(body)))
    await exchange.stream(len(body), pieces, fault.number(0.05), *answer.more)


async def _drop(_: Fault, exchange: Exchange) -> None:
    exchange.transport.close()
    await exchange.gone()


async def _reset(_: Fault, exchange: Exchange) -> None:
    linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
    exchange.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    exchange.transport.abort()
    await exchange.gone()


async def _hole(_: Fault, exchange: Exchange) -> None:
    gone = asyncio.ensure_future(exchange.gone())
    closing = asyncio.ensure_future(exchange.closing.wait())
    _done, waiting = await asyncio.wait((gone, closing), return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()
    exchange.transport.abort()
    await exchange.gone()


async def _lost(fault: Fault, exchange: Exchange) -> None:
    await exchange.proper()
    if fault.arg:
        status = int(fault.number(502))
        await exchange.reply(status, exchange.manners.refusal(status, expired=False))
    else:
        await _drop(fault, exchange)


def _padding(size: int) -> Iterator[bytes]:
    yield b'{"padding":"'
    for _ in range(size // MEGABYTE):
        yield b"x" * MEGABYTE
    yield b'"}'


async def _huge(fault: Fault, exchange: Exchange) -> None:
    size = int(fault.number(60)) * MEGABYTE
    await exchange.stream(size + 14, _padding(size))


@lru_cache(maxsize=2)
def _bomb_of(megabytes: int) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    packed = [packer.compress(piece) for piece in _padding(megabytes * MEGABYTE)]
    return b"".join((*packed, packer.flush()))


async def _bomb(fault: Fault, exchange: Exchange) -> None:
    await exchange.reply(200, _bomb_of(int(fault.number(200))), JSON, (b"content-encoding", b"gzip"))


_ACTS: dict[str, Callable[[Fault, Exchange], Awaitable[None]]] = {
    "code": _code,
    "html": _html,
    "text": _text,
    "empty": _empty,
    "expired": _expired,
    "redirect": _redirect,
    "cut": _cut,
    "short": _short,
    "slow": _slow,
    "dribble": _dribble,
    "drop": _drop,
    "reset": _reset,
    "hole": _hole,
    "lost": _lost,
    "huge": _huge,
    "bomb": _bomb,
}
