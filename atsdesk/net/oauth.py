"""OAuth 2.0 client credentials: one live token for each client, kept in memory and shared by the whole process."""

import base64
import datetime as dt
import functools
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from atsdesk.cancel import Cancel
from atsdesk.errors import DeskError, TransientError
from atsdesk.net.answer import Answer, Patience

NEVER = dt.datetime(1, 1, 2, tzinfo=dt.UTC)
EXPIRES_EARLY = dt.timedelta(seconds=60)
"""A token is renewed so long before it ends."""
USUAL_LIFE = dt.timedelta(minutes=50)
"""Where the answer does not say how long the token lives."""


@dataclass(frozen=True, slots=True)
class Client:
    """Who asks for tokens, and where. `form` holds further members, such as `sub`."""

    token_url: str
    id: str
    secret: str = field(repr=False)
    form: tuple[tuple[str, str], ...] = ()
    in_header: bool = True
    """Id and secret go as HTTP Basic; otherwise as members of the form."""

    def request(self) -> tuple[dict[str, str], dict[str, str]]:
        """Headers and form."""
        form = {"grant_type": "client_credentials", **dict(self.form)}
        if not self.in_header:
            return {}, form | {"client_id": self.id, "client_secret": self.secret}
        pair = base64.b64encode(f"{self.id}:{self.secret}".encode()).decode()
        return {"Authorization": f"Basic {pair}"}, form


@dataclass(slots=True)
class _Live:
    """The token of one client. Whoever holds the lock is getting a new one."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    token: str = field(default="", repr=False)
    until: dt.datetime = NEVER


@functools.cache
def _live(token_url: str, client_id: str, form: tuple[tuple[str, str], ...]) -> _Live:
    return _Live()


class Tokens:
    """Credentials of one account. A new token may end the one before, so that accounts of one client share theirs."""

    def __init__(
        self,
        client: Client,
        *,
        cancel: Cancel,
        patience: Patience,
        refused: Callable[[Answer], DeskError],
    ) -> None:
        """`refused` tells what an answer other than a token means."""
        self._client = client
        self._cancel = cancel
        self._patience = patience
        self._refused = refused
        self._live = _live(client.token_url, client.id, client.form)
        self._used = ""

    def headers(self, now: dt.datetime) -> Mapping[str, str]:
        live = self._live
        with live.lock:
            if not live.token or live.until - EXPIRES_EARLY <= now:
                live.token, live.until = self._mint(now)
            self._used = live.token
        return {"Authorization": f"Bearer {self._used}"}

    def renew(self) -> None:
        """Unless somebody else has renewed it already."""
        with self._live.lock:
            if self._live.token == self._used:
                self._live.token = ""

    def _mint(self, now: dt.datetime) -> tuple[str, dt.datetime]:
        from atsdesk.net.client import Client as Line  # which asks this module for nothing, and loads slowly
        from atsdesk.net.credentials import Minted

        headers, form = self._client.request()
        origin, path = _split(self._client.token_url)
        line = Line(
            origin,
            Minted(lambda moment: headers),
            cancel=self._cancel,
            patience=self._patience,
            is_expired=lambda answer: False,
        )
        try:
            return line.post(path, lambda answer: self._read(answer, now), form=form)
        finally:
            line.close()

    def _read(self, answer: Answer, now: dt.datetime) -> tuple[str, dt.datetime]:
        if answer.status not in (200, 201):
            raise self._refused(answer)
        try:
            body = json.loads(answer.body)
            token = body["access_token"]
            if not isinstance(token, str) or not token or not token.isascii() or not token.isprintable():
                raise ValueError("no token")
        except (ValueError, KeyError, TypeError) as error:
            raise TransientError(
                "The ATS's answer to the request for a token holds none.",
                "Check the address of the tokens; otherwise try again later.",
                concerns="token_url",
            ) from error
        return token, _until(body, now)


def _until(body: Mapping[str, object], now: dt.datetime) -> dt.datetime:
    """Both spellings are taken: `expires_at` as a moment, `expires_in` as seconds."""
    seconds, at = body.get("expires_in"), body.get("expires_at")
    try:
        if isinstance(at, str):
            until = dt.datetime.fromisoformat(at)
            return until if until.tzinfo else until.replace(tzinfo=dt.UTC)
        if isinstance(seconds, (int, float, str)):
            return now + dt.timedelta(seconds=float(seconds))
    except (ValueError, OverflowError):
        pass
    return now + USUAL_LIFE


def _split(url: str) -> tuple[str, str]:
    """Origin and path."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host}", slash + path
