"""The client: what it sends where, how long it waits when asked to, and what it never says."""

import contextlib
import datetime as dt
import socket
import threading
from collections.abc import Iterator
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atsdesk.ats.comeet.connector import _tokens
from atsdesk.ats.resource import Line
from atsdesk.cancel import Cancel
from atsdesk.errors import AuthError, ConfigError, DataError, DeskError, NotReadyError, TransientError
from atsdesk.net.answer import Answer, Patience
from atsdesk.net.budget import Budget
from atsdesk.net.client import Client, _retry_after
from atsdesk.net.credentials import Minted
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.running import Sandbox, running

NOW = dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)
SECRET = "5ecr3t" * 8


class Listener:
    """A place on this machine where nothing may arrive."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.base_url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self.came = 0
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            connection, _ = self._server.accept()
            with connection:
                if connection.recv(1024).startswith(b"END"):
                    return
                self.came += 1

    def close(self) -> None:
        with socket.create_connection(self._server.getsockname()) as last:
            last.sendall(b"END")
        self._thread.join()
        self._server.close()


@pytest.fixture
def elsewhere() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with running(candidates=20, rules=Rules(rate_requests=0)) as sandbox:
        yield sandbox


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[Client]:
    client = Client(
        sandbox.base_url,
        _tokens(sandbox.secrets["api_key"], sandbox.secrets["secret"]),
        budget=Budget(0, 60),
        cancel=Cancel(),
        patience=Patience(first_pause=0.01, longest_pause=0.02, tries=3),
    )
    yield client
    client.close()


def whole(answer: Answer) -> Answer:
    return answer


def test_another_origin_is_refused_and_nothing_is_sent_there(client: Client, elsewhere: Listener) -> None:
    for address in (
        f"{elsewhere.base_url}/candidates?cursor=1",
        elsewhere.base_url.replace("127.0.0.1", "localhost") + "/candidates",
        client.base_url.replace("http://", "https://") + "/candidates",
        client.base_url.replace("127.0.0.1", "127.0.0.2") + "/candidates",
        f"http://user@{elsewhere.base_url.removeprefix('http://')}/candidates",
        f"{client.base_url}@{elsewhere.base_url.removeprefix('http://')}/candidates",
    ):
        with pytest.raises(DataError, match="another address"):
            client.get(address, None, whole)
    assert elsewhere.came == 0
    assert client.requests == 0


def test_its_own_origin_is_called_by_absolute_address(client: Client) -> None:
    assert client.get(f"{client.base_url}/candidates?limit=2", None, whole).status == 200


def test_a_next_page_elsewhere_ends_the_list_and_nothing_is_sent_there(
    sandbox: Sandbox, elsewhere: Listener, client: Client
) -> None:
    sandbox.control.fail(f"redirect={elsewhere.base_url}/candidates@candidates")
    assert client.get("/candidates", {"limit": "2"}, whole).status == 200
    assert client.requests == 2, "the redirect is not followed; the request is made again"
    assert elsewhere.came == 0


def test_an_address_without_encryption_is_refused_beyond_this_machine() -> None:
    with pytest.raises(ConfigError, match="not encrypted"):
        Client("http://api.comeet.invalid", Minted(lambda _: {}), budget=Budget(0, 60), cancel=Cancel())


# --- Retry-After ----------------------------------------------------------------------------------------------


def asked(text: str) -> float:
    return _retry_after(Answer(429, {"retry-after": text}, b""), NOW)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30", 30.0),
        (" 7 ", 7.0),
        ("0", 0.0),
        ("86400", 300.0),
        ("9" * 400, 300.0),
        ("-5", 0.0),
        ("1.5", 0.0),
        ("soon", 0.0),
        ("", 0.0),
        ("²", 0.0),
        ("Sun, 01 Mar 2026 08:00:45 GMT", 45.0),
        ("Sun, 01 Mar 2026 10:00:45 +0200", 45.0),
        ("Sun, 01 Mar 2026 07:00:00 GMT", 0.0),
        ("Mon, 02 Mar 2026 08:00:00 GMT", 300.0),
        ("Sun, 01 Mar 2026 08:00:45 -0000", 0.0),
        ("Sun, 99 Mar 2026 08:00:45 GMT", 0.0),
    ],
)
def test_retry_after_is_taken_in_both_spellings_up_to_five_minutes(text: str, seconds: float) -> None:
    assert asked(text) == seconds


@given(
    st.text(max_size=30)
    | st.integers().map(str)
    | st.datetimes(timezones=st.just(dt.UTC)).map(format_datetime)
)
def test_no_retry_after_makes_us_stumble_or_wait_for_ever(text: str) -> None:
    assert 0.0 <= asked(text) <= 300.0


def test_no_retry_after_asks_nothing() -> None:
    assert _retry_after(Answer(429, {}, b""), NOW) == 0.0


# --- The ATS's clock ------------------------------------------------------------------------------------------


def test_the_ats_s_clock_is_used_when_it_is_another(sandbox: Sandbox, client: Client) -> None:
    client.get("/candidates", {"limit": "1"}, whole)
    assert client.clock_offset == dt.timedelta()
    sandbox.control.set_clock(3600)
    client.get("/candidates", {"limit": "1"}, whole)
    assert abs(client.clock_offset - dt.timedelta(hours=1)) < dt.timedelta(seconds=5)
    assert abs(client.now() - dt.datetime.now(dt.UTC) - dt.timedelta(hours=1)) < dt.timedelta(seconds=5)


@pytest.mark.parametrize(
    "date", [None, "", "yesterday", "Sun, 01 Mar 2026 08:00:45 -0000", "Sun, 99 Mar 2026 1:1:1 GMT"]
)
def test_a_date_that_cannot_be_read_teaches_nothing(client: Client, date: str | None) -> None:
    client._learn_clock(date)
    assert client.clock_offset == dt.timedelta()


# --- Secrets --------------------------------------------------------------------------------------------------


def test_a_line_does_not_show_its_secrets() -> None:
    line = Line("https://api.example", {}, {"secret": SECRET}, Cancel(), lambda _: None, Patience())
    assert SECRET not in repr(line)
    assert SECRET not in f"{line}"


def test_a_token_is_short_lived_and_says_nothing_of_the_secret(sandbox: Sandbox) -> None:
    import jwt

    token = _tokens("key", SECRET)
    for minutes in range(0, 60, 3):
        now = NOW + dt.timedelta(minutes=minutes)
        header = token.headers(now)["Authorization"]
        assert SECRET not in header
        claims = jwt.decode(
            header.removeprefix("Bearer "), SECRET, algorithms=["HS256"], options={"verify_exp": False}
        )
        assert claims["iss"] == "key"
        assert type(claims["exp"]) is int
        assert 60 <= claims["exp"] - now.timestamp() <= 600


def test_errors_do_not_show_the_credential(sandbox: Sandbox, client: Client) -> None:
    sandbox.control.fail("drop@candidatesx*")
    with pytest.raises(Exception, match="broke off") as caught:
        client.get("/candidates", None, whole)
    told = f"{caught.value!r} {caught.value} {vars(caught.value)}"
    assert "Bearer" not in told
    assert sandbox.secrets["secret"] not in told


# --- Settings -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["many", "-1", "1.5", "²"])
def test_a_setting_that_is_no_number_is_said(text: str) -> None:
    line = Line("https://api.example", {"page_size": text}, {}, Cancel(), lambda _: None, Patience())
    with pytest.raises(ConfigError, match="page_size"):
        line.number("page_size", 500)


# --- What a vendor's own codes say ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "requests"), [(TransientError, 3), (NotReadyError, 1), (AuthError, 1), (DataError, 1)]
)
def test_only_what_may_pass_is_asked_for_again(
    sandbox: Sandbox, error: type[DeskError], requests: int
) -> None:
    sandbox.control.fail("503@candidatesx*")
    client = Client(
        sandbox.base_url,
        _tokens(sandbox.secrets["api_key"], sandbox.secrets["secret"]),
        cancel=Cancel(),
        patience=Patience(first_pause=0.01, longest_pause=0.02, tries=3),
        judge=lambda answer: error("By the vendor's table."),
    )
    with contextlib.closing(client), pytest.raises(error, match="By the vendor's table"):
        client.get("/candidates", None, whole)
    assert client.requests == requests


def test_a_reader_that_says_not_yet_is_not_asked_again(client: Client) -> None:
    def read(answer: Answer) -> Answer:
        raise NotReadyError("Not yet.")

    with pytest.raises(NotReadyError):
        client.get("/candidates", None, read)
    assert client.requests == 1
