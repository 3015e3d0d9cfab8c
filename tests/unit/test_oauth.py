"""Tokens for client credentials are shared, renewed in time, and never told; a POST is not made twice blindly."""

import base64
import datetime as dt
import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import AuthError, DeskError, OfflineError, TransientError
from atsdesk.net.answer import Answer, Patience
from atsdesk.net.client import Client
from atsdesk.net.credentials import Minted
from atsdesk.net.oauth import Client as OAuthClient
from atsdesk.net.oauth import Tokens
from tests.faults.servers import Asked, Said, Server, serving

NOW = dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)
QUICK = Patience(first_pause=0.01, longest_pause=0.02, read=2.0, whole_answer=3.0, tries=3, tries_offline=2)
SECRET = "a-secret-that-nobody-may-see"


class Identity:
    """An identity server: numbers its tokens; `members` is what it tells of their life."""

    def __init__(self) -> None:
        self.numbers = itertools.count(1)
        self.members: dict[str, object] = {"expires_in": 3600}
        self.status = 200

    def __call__(self, asked: Asked) -> Said:
        assert asked.method == "POST"
        body = {"access_token": f"token-{next(self.numbers)}", **self.members}
        return Said(json.dumps(body).encode(), self.status)


@pytest.fixture
def identity() -> Identity:
    return Identity()


@pytest.fixture
def server(identity: Identity) -> Iterator[Server]:
    with serving(identity) as running:
        yield running


@pytest.fixture
def tokens(server: Server, tmp_path: Path) -> Callable[..., Tokens]:
    def make(client_id: str = "client", **more: object) -> Tokens:
        # Tokens are shared by the process, and a port may come again: the path is the test's own.
        client = OAuthClient(f"{server.base_url}{tmp_path}/token", client_id, SECRET, **more)  # type: ignore[arg-type]
        return Tokens(client, cancel=Cancel(), patience=QUICK, refused=refused)

    return make


def refused(answer: Answer) -> DeskError:
    return AuthError("The client was refused.", "Look at it.")


def bearer(tokens: Tokens, now: dt.datetime = NOW) -> str:
    return tokens.headers(now)["Authorization"]


def test_accounts_of_one_client_share_one_token(server: Server, tokens: Callable[..., Tokens]) -> None:
    one, other = tokens(), tokens()
    assert bearer(one) == bearer(other) == bearer(one) == "Bearer token-1"
    assert len(server.asked) == 1
    assert bearer(tokens("another")) == "Bearer token-2"
    assert bearer(tokens(form=(("sub", "7"),))) == "Bearer token-3"


def test_a_client_says_who_it_is_in_the_header_or_in_the_form(
    server: Server, tokens: Callable[..., Tokens]
) -> None:
    bearer(tokens(form=(("sub", "7"),)))
    bearer(tokens("other", in_header=False))
    first, second = server.asked
    pair = base64.b64decode(first.headers["Authorization"].removeprefix("Basic ")).decode()
    assert pair == f"client:{SECRET}"
    assert dict(parse_qsl(first.body.decode())) == {"grant_type": "client_credentials", "sub": "7"}
    assert "Authorization" not in second.headers
    assert dict(parse_qsl(second.body.decode())) == {
        "grant_type": "client_credentials",
        "client_id": "other",
        "client_secret": SECRET,
    }


@pytest.mark.parametrize(
    ("members", "minutes"),
    [
        ({"expires_in": 3600}, 60),
        ({"expires_in": "1800"}, 30),
        ({"expires_at": "2026-03-01T09:00:00.000Z"}, 60),
        ({}, 50),
        ({"expires_at": "soon", "expires_in": 3600}, 50),
        ({"expires_in": 1e300}, 50),
    ],
)
def test_a_token_is_renewed_a_minute_before_it_ends(
    identity: Identity, tokens: Callable[..., Tokens], members: dict[str, object], minutes: int
) -> None:
    identity.members = members
    one = tokens()
    end = NOW + dt.timedelta(minutes=minutes)
    assert bearer(one) == "Bearer token-1"
    assert bearer(one, end - dt.timedelta(seconds=61)) == "Bearer token-1"
    assert bearer(one, end - dt.timedelta(seconds=59)) == "Bearer token-2"


def test_a_token_that_two_accounts_find_refused_is_renewed_once(
    server: Server, tokens: Callable[..., Tokens]
) -> None:
    one, other = tokens(), tokens()
    assert bearer(one) == bearer(other)
    one.renew()
    assert bearer(one) == "Bearer token-2"
    other.renew()
    assert bearer(other) == "Bearer token-2"
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "answer", [b"{}", b"[]", b"<html>", b'{"access_token": 7}', b'{"access_token": "a\\nb"}']
)
def test_an_answer_without_a_token_is_told_plainly(answer: bytes) -> None:
    with serving(lambda asked: Said(answer)) as server:
        client = OAuthClient(f"{server.base_url}/token", "client", SECRET)
        with pytest.raises(TransientError, match="token") as caught:
            bearer(Tokens(client, cancel=Cancel(), patience=QUICK, refused=refused))
    assert SECRET not in str(caught.value)


def test_a_refusal_is_what_the_vendor_says_it_is(identity: Identity, tokens: Callable[..., Tokens]) -> None:
    identity.status = 401
    with pytest.raises(AuthError, match="refused"):
        bearer(tokens())


def test_the_secret_is_in_no_text_of_a_client() -> None:
    client = OAuthClient("https://auth.example.com/token", "client", SECRET)
    assert SECRET not in f"{client!r} {client}"


# --- POST -----------------------------------------------------------------------------------------------------


def posting(server: Server) -> int:
    line = Client(server.base_url, Minted(lambda now: {}), cancel=Cancel(), patience=QUICK)
    try:
        return line.post("/things", lambda answer: answer.status, json={"name": "x"})
    finally:
        line.close()


def test_a_document_arrives_as_json() -> None:
    with serving(lambda asked: Said(b"{}", 201)) as server:
        assert posting(server) == 201
    (asked,) = server.asked
    assert (asked.method, json.loads(asked.body)) == ("POST", {"name": "x"})


def test_a_post_is_made_again_when_it_was_not_carried_out() -> None:
    statuses = iter([429, 429, 201])
    with serving(lambda asked: Said(b"{}", next(statuses))) as server:
        assert posting(server) == 201
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_post_that_may_have_been_carried_out_is_not_made_again(status: int) -> None:
    with serving(lambda asked: Said(b"{}", status)) as server, pytest.raises(TransientError):
        posting(server)
    assert len(server.asked) == 1


def test_a_post_that_reached_nobody_is_made_again() -> None:
    with serving(lambda asked: Said(b"{}")) as server:
        pass
    with pytest.raises(OfflineError):
        posting(server)
