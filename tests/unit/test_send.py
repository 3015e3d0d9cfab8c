"""What must not be done twice: when it is sent again, and when it is said that it may have arrived."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, OfflineError, TransientError
from atsdesk.net.answer import Answer, Patience
from atsdesk.net.client import Client
from atsdesk.net.credentials import Minted
from atsdesk.net.upload import PIECE, Upload

QUICK = Patience(
    connect=2, read=3, whole_answer=5, tries=3, tries_offline=2, first_pause=0.01, longest_pause=0.02
)
OK = b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}"
BUSY = b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n"
EXPIRED = b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"
FAULT = b"HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n"
CLOSED = b""
LARGE = b"x" * 40 * PIECE


class Server:
    """Answers one request after the other, each on a connection of its own."""

    def __init__(self, *answers: bytes, read: int = -1) -> None:
        self._answers, self._read = answers, read
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self.bodies: list[bytes] = []
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        for answer in self._answers:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            with connection:
                head, _, body = self._head(connection)
                length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
                wanted = length if self._read < 0 else self._read
                while len(body) < wanted:
                    body += connection.recv(65536)
                self.bodies.append(body)
                if wanted < length:
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    continue
                connection.sendall(answer.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))

    def _head(self, connection: socket.socket) -> tuple[bytes, bytes, bytes]:
        got = b""
        while b"\r\n\r\n" not in got:
            got += connection.recv(65536)
        return got.partition(b"\r\n\r\n")

    def close(self) -> None:
        self._server.close()
        self._thread.join()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(*answers: bytes, read: int = -1) -> Server:
        servers.append(Server(*answers, read=read))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@contextmanager
def client_of(url: str, cancel: Cancel | None = None) -> Iterator[Client]:
    client = Client(url, Minted(lambda now: {}), cancel=cancel or Cancel(), patience=QUICK)
    yield client
    client.close()


def status(answer: Answer) -> int:
    return answer.status


def test_a_body_arrives_whole_and_is_told_piece_by_piece(serve: Callable[..., Server]) -> None:
    server, told = serve(OK), list[int]()
    upload = Upload(LARGE, "application/json", told.append)
    with client_of(server.url) as client:
        assert client.send("/x", status, upload) == 201
    assert server.bodies == [LARGE]
    assert told == [PIECE * place for place in range(1, 41)]


@pytest.mark.parametrize("answer", [BUSY, EXPIRED], ids=["429", "401"])
def test_what_was_not_carried_out_is_sent_again(serve: Callable[..., Server], answer: bytes) -> None:
    server = serve(answer, OK)
    with client_of(server.url) as client:
        assert client.send("/x", status, Upload(b"{}", "application/json")) == 201
    assert server.bodies == [b"{}", b"{}"]


def test_a_limit_that_stays_proves_that_nothing_was_done(serve: Callable[..., Server]) -> None:
    server, upload = serve(BUSY, BUSY, BUSY), Upload(b"{}", "application/json")
    with client_of(server.url) as client, pytest.raises(TransientError):
        client.send("/x", status, upload)
    assert not upload.may_have_arrived


def test_an_error_of_the_server_is_left_to_whoever_reads_it(serve: Callable[..., Server]) -> None:
    server = serve(FAULT)
    with client_of(server.url) as client:
        assert client.send("/x", status, Upload(b"{}", "application/json")) == 503
    assert len(server.bodies) == 1


def test_a_lost_answer_may_have_arrived_and_is_not_sent_again(serve: Callable[..., Server]) -> None:
    server, upload = serve(CLOSED), Upload(LARGE, "application/json")
    with client_of(server.url) as client, pytest.raises(TransientError):
        client.send("/x", status, upload)
    assert upload.may_have_arrived
    assert len(server.bodies) == 1


def test_a_body_that_broke_off_cannot_have_arrived(serve: Callable[..., Server]) -> None:
    server, upload = serve(CLOSED, read=1000), Upload(LARGE, "application/json")
    with client_of(server.url) as client, pytest.raises(TransientError):
        client.send("/x", status, upload)
    assert not upload.may_have_arrived


def test_a_cancel_before_the_last_piece_leaves_nothing_there(serve: Callable[..., Server]) -> None:
    cancel = Cancel()
    server, upload = serve(CLOSED, read=1), Upload(LARGE, "application/json", lambda sent: cancel.set())
    with client_of(server.url, cancel) as client, pytest.raises(Cancelled):
        client.send("/x", status, upload)
    assert not upload.may_have_arrived


def test_nobody_there_means_that_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
    upload = Upload(b"{}", "application/json")
    with client_of(url) as client, pytest.raises(OfflineError):
        client.send("/x", status, upload)
    assert not upload.may_have_arrived
