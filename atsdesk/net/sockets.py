"""Sockets that end when asked: every wait is cut into ticks that look at a cancel and at an overall deadline.

httpx times each read by itself, so a server that sends a byte a second never times out, and a blocked read
cannot be cancelled. This backend for httpcore cures both.
"""

import select
import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from atsdesk.cancel import Cancel

TICK = 0.2
"""Seconds between two looks at the cancel."""


class Watch:
    """What one request may still do: set by the client before each request, looked at by its socket."""

    def __init__(self, cancel: Cancel) -> None:
        self.cancel = cancel
        self.deadline = float("inf")

    def tick(self, until: float) -> float:
        """Seconds the next wait may take; raises when cancelled or when the time is up."""
        self.cancel.check()
        left = min(until, self.deadline) - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("The answer took too long.")
        return min(left, TICK)


class _Stream(httpcore.NetworkStream):
    def __init__(self, sock: socket.socket, watch: Watch) -> None:
        self._sock = sock
        self._watch = watch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        until = _until(timeout)
        while True:
            self._sock.settimeout(self._watch.tick(until))
            try:
                return self._sock.recv(max_bytes)
            except TimeoutError:
                continue
            except OSError as error:
                raise httpcore.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        until = _until(timeout)
        while buffer:
            self._sock.settimeout(self._watch.tick(until))
            try:
                buffer = buffer[self._sock.send(buffer) :]
            except TimeoutError:
                continue
            except OSError as error:
                raise httpcore.WriteError(str(error)) from error

    def close(self) -> None:
        self._sock.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        until = _until(timeout)
        try:
            self._sock.settimeout(self._watch.tick(until))
            sock = ssl_context.wrap_socket(
                self._sock, server_hostname=server_hostname, do_handshake_on_connect=False
            )
            while True:
                sock.settimeout(self._watch.tick(until))
                try:
                    sock.do_handshake()
                    return _Stream(sock, self._watch)
                except (TimeoutError, ssl.SSLWantReadError):
                    continue
        except OSError as error:
            self.close()
            raise httpcore.ConnectError(str(error)) from error
        except BaseException:
            self.close()
            raise

    def get_extra_info(self, info: str) -> Any:
        if info == "ssl_object" and isinstance(self._sock, ssl.SSLSocket):
            return self._sock
        if info == "is_readable":
            return bool(select.select([self._sock], [], [], 0)[0])
        return None


class Backend(httpcore.NetworkBackend):
    """Opens TCP connections whose waits obey one `Watch`."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        until = _until(timeout)
        try:
            addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise httpcore.ConnectError(f"The name {host} could not be found.") from error
        trouble: Exception = httpcore.ConnectError(f"{host} has no address.")
        for family, kind, protocol, _, address in addresses:
            sock = socket.socket(family, kind, protocol)
            try:
                self._connect(sock, address, until)
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for option in socket_options or ():
                    sock.setsockopt(*option)
                return _Stream(sock, self._watch)
            except httpcore.ReadTimeout as error:
                sock.close()
                trouble = httpcore.ConnectTimeout(str(error))
            except OSError as error:
                sock.close()
                trouble = httpcore.ConnectError(str(error))
            except BaseException:
                sock.close()
                raise
        raise trouble

    def _connect(self, sock: socket.socket, address: Any, until: float) -> None:
        sock.setblocking(False)
        try:
            sock.connect(address)
        except BlockingIOError:
            while not select.select([], [sock], [sock], self._watch.tick(until))[1]:
                continue
            code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if code:
                raise OSError(code, "connection refused or unreachable") from None


def _until(timeout: float | None) -> float:
    return float("inf") if timeout is None else time.monotonic() + timeout
