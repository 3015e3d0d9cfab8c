"""Serves an application on loopback from a thread, and stops without leaving a thread or socket behind."""

import asyncio
import socket
import sys
import threading
import time

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LOOPBACK = "127.0.0.1"
KEEP_ALIVE = 75  # seconds an idle connection stays open
START_SECONDS = 10.0


class PortTaken(Exception):
    """The port cannot be listened on; the message says so in plain words."""


class Server(uvicorn.Server):
    """Stops at an event instead of looking for a flag ten times a second."""

    def __init__(self, config: uvicorn.Config, closing: asyncio.Event) -> None:
        super().__init__(config)
        self._closing = closing

    async def main_loop(self) -> None:
        """Returns when the server has to stop."""
        await self._closing.wait()


class Wire(HttpToolsProtocol):
    """HTTP that lets the application reach the connection itself, for faults below HTTP."""

    def on_message_begin(self) -> None:
        """Adds the transport to the request's state."""
        super().on_message_begin()
        self.scope["state"]["transport"] = self.transport


def listen(port: int) -> socket.socket:
    """A listening socket on loopback; port 0 takes a free one."""
    # the protocol is named, because asyncio switches Nagle's delay off only where it reads TCP
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((LOOPBACK, port))
        sock.listen(128)
    except (OSError, OverflowError) as error:
        sock.close()
        raise PortTaken(f"Port {port} cannot be used: another program may be listening on it.") from error
    return sock


class Service:
    """A running server. `closing` is set on the server's loop when it is about to stop."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self.port: int = sock.getsockname()[1]
        self.base_url = f"http://{LOOPBACK}:{self.port}"
        self.closing = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server: Server | None = None
        self._thread: threading.Thread | None = None

    def start(self, app: ASGIApp) -> None:
        """Returns when requests are answered."""
        config = uvicorn.Config(
            app,
            http=Wire,
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_keep_alive=KEEP_ALIVE,
            timeout_graceful_shutdown=5,
        )
        self._server = Server(config, self.closing)
        self._thread = threading.Thread(target=self._run, name=f"sandbox-{self.port}", daemon=True)
        self._thread.start()
        deadline = time.monotonic() + START_SECONDS
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                raise PortTaken(f"The sandbox could not start on port {self.port}.")
            time.sleep(0.005)

    def _run(self) -> None:
        server = self._server
        if server is not None:
            with asyncio.Runner() as runner:
                self._loop = runner.get_loop()
                runner.run(server.serve(sockets=[self._sock]))

    def stop(self) -> None:
        """Ends open requests, closes every connection and waits for the thread."""
        if self._server is not None and self._loop is not None and self._thread is not None:
            if self._thread.is_alive():
                self._loop.call_soon_threadsafe(self.closing.set)
            self._thread.join()
        self._sock.close()
