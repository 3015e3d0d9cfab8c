"""One account's line to its ATS: one request at a time, to one origin, within the limit, repeated only when safe."""

import datetime as dt
import random
import re
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import httpcore
import httpx

from atsdesk.cancel import Cancel
from atsdesk.errors import DataError, DeskError, NotReadyError, OfflineError, OverdueError, TransientError
from atsdesk.net.address import check_encrypted, is_loopback, no_address
from atsdesk.net.answer import Answer, Heed, Pace, Patience
from atsdesk.net.budget import Budget
from atsdesk.net.credentials import Credentials
from atsdesk.net.sockets import Backend, Watch
from atsdesk.net.trail import Exchange, told_path
from atsdesk.net.upload import Upload

T = TypeVar("T")


REPEATED_STATUSES = frozenset({302, 429, 500, 502, 503, 504})
"""Answers after which a GET is made again (contract of Comeet, Rate limits & retry; 500 is our addition)."""
NOT_DONE = frozenset({429})
"""Answers that prove that a POST was not carried out, so that it may be made again."""


@dataclass(frozen=True, slots=True)
class _Request:
    method: str
    url: str
    query: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    json: object = None
    form: Mapping[str, str] | None = None
    upload: Upload | None = None
    largest: int = 0


class Client:
    """Speaks to one ATS for one account. Used by one thread at a time."""

    def __init__(
        self,
        base_url: str,
        credentials: Credentials,
        *,
        cancel: Cancel,
        budget: Budget | None = None,
        patience: Patience | None = None,
        is_expired: Callable[[Answer], bool] = lambda answer: answer.status == 401,
        heed: Heed = lambda answer, now: Pace(),
        judge: Callable[[Answer], DeskError | None] = lambda answer: None,
    ) -> None:
        """`is_expired` tells whether other credentials may help; `heed` reads the limit off each answer.

        `judge` says what an answer with one of `REPEATED_STATUSES` stands for by the vendor's own table, if it is in
        there: only a `TransientError` is worth another try.
        """
        self.base_url = base_url.rstrip("/")
        self.origin = origin_of(self.base_url)
        if not self.origin:
            raise no_address(base_url)
        self.budget = budget or Budget(0, 1)
        self.cancel = cancel
        self.requests = 0
        self.clock_offset = dt.timedelta()
        """The ATS's clock less this computer's, as its last answer told."""
        self.told: Callable[[Exchange], None] = lambda exchange: None
        """Hears of every request when it is over."""
        self._waited = 0.0
        self._credentials = credentials
        self._is_expired = is_expired
        self._heed = heed
        self._judge = judge
        self._patience = patience or Patience()
        self._watch = Watch(cancel)
        self._busy = threading.Lock()
        self._http = httpx.Client(
            transport=transport(self.base_url, self._watch),
            timeout=httpx.Timeout(self._patience.read, connect=self._patience.connect),
            follow_redirects=False,
            headers={"Accept": "application/json", "User-Agent": "ATS-Desk"},
        )

    def close(self) -> None:
        self._http.close()

    def now(self) -> dt.datetime:
        """The present moment by the ATS's clock, to the second."""
        return (dt.datetime.now(dt.UTC) + self.clock_offset).replace(microsecond=0)

    def get(
        self,
        path: str,
        query: Mapping[str, str] | None,
        read: Callable[[Answer], T],
        *,
        headers: Mapping[str, str] | None = None,
        largest: int = 0,
    ) -> T:
        """GET a path of the API, or an absolute URL it gave us, and return what `read` makes of the answer.

        `read` sees every answer with a status outside `REPEATED_STATUSES`; a `TransientError` from it is
        treated like a broken connection, but for a `NotReadyError`. `largest` is how many bytes the answer may have,
        where more are to be expected than usual. Raises `TransientError` when patience ends.
        """
        request = _Request("GET", self._url(path), query, headers or {}, largest=largest)
        with self._busy:
            return self._patiently(request, read)

    def post(
        self,
        path: str,
        read: Callable[[Answer], T],
        *,
        json: object = None,
        form: Mapping[str, str] | None = None,
    ) -> T:
        """POST a JSON document or a form once, and return what `read` makes of the answer.

        It is made again only when the answer proves that it was not carried out (429, expired credentials), or when
        no connection came about. Raises `TransientError` where the answer was lost: it may have been carried out.
        """
        request = _Request("POST", self._url(path), json=json, form=form)
        with self._busy:
            return self._patiently(request, read)

    def send(self, path: str, read: Callable[[Answer], T], upload: Upload) -> T:
        """POST something that must not be done twice, and return what `read` makes of the answer, whatever its status.

        It is made again only when the answer proves that it was not carried out (429, expired credentials), or when
        no connection came about. Whatever is raised: `upload.may_have_arrived` says whether it may have been carried
        out.
        """
        headers = {"Content-Type": upload.media_type, "Content-Length": str(len(upload.body))}
        request = _Request("POST", self._url(path), headers=headers, upload=upload)
        with self._busy:
            return self._patiently(request, read)

    def _url(self, path: str) -> str:
        url = path if path.startswith(("http://", "https://")) else self.base_url + path
        if origin_of(url) != self.origin:
            raise DataError(
                f"The ATS pointed to another address ({origin_of(url) or url[:80]}), which was not followed.",
                "Nothing was sent there. If the ATS has moved, change the account's address.",
                concerns=self.origin,
            )
        return url

    def _patiently(self, request: _Request, read: Callable[[Answer], T]) -> T:
        patience, renewed, tries = self._patience, False, 0
        repeated = REPEATED_STATUSES if request.method == "GET" else NOT_DONE
        while True:
            tries += 1
            trouble: DeskError
            wait = 0.0
            again = request.method == "GET"
            try:
                answer = self._once(request)
                if request.upload and (answer.status in NOT_DONE or self._is_expired(answer)):
                    request.upload.may_have_arrived = False
                if self._is_expired(answer) and not renewed:
                    self._credentials.renew()
                    renewed, tries = True, tries - 1
                    continue
                if answer.status not in (NOT_DONE if request.upload else REPEATED_STATUSES):
                    return read(answer)
                trouble = self._judge(answer) or _trouble(answer, self.origin)
                if answer.status not in repeated or not isinstance(trouble, TransientError):
                    raise trouble
                if isinstance(trouble, NotReadyError):
                    raise trouble
                again, wait = True, _retry_after(answer, self.now())
            except NotReadyError:
                raise
            except TransientError as error:
                trouble = error
            except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
                trouble, again = _offline(self.origin, error), True
                if tries >= patience.tries_offline:
                    raise trouble from error
            except (httpx.HTTPError, httpcore.ReadTimeout) as error:
                trouble = _broken(self.origin, error)
            if tries >= patience.tries or not again:
                raise trouble
            pause = min(patience.first_pause * 2 ** (tries - 1), patience.longest_pause)
            self.budget.wait(max(wait, pause * random.uniform(0.8, 1.2)), self.cancel)  # noqa: S311  jitter

    def _once(self, request: _Request) -> Answer:
        self.cancel.check()
        headers = {**self._credentials.headers(self.now()), **request.headers}
        self.budget.take(self.cancel)
        started = time.monotonic()
        self._watch.deadline = started + self._patience.whole_answer
        self.requests += 1
        try:
            answer = self._exchange(request, headers)
        except Exception as error:
            self._tell(request, started, 0, 0, type(error).__name__)
            raise
        self._tell(request, started, answer.status, len(answer.body))
        self.budget.learn(self._heed(answer, self.now()))
        return answer

    def _tell(self, request: _Request, started: float, status: int, size: int, trouble: str = "") -> None:
        path = told_path(self.base_url, request.url, request.query)
        waited, self._waited = self.budget.waited - self._waited, self.budget.waited
        took = round((time.monotonic() - started) * 1000)
        self.told(Exchange(request.method, path, status, took, size, round(waited, 3), trouble))

    def _exchange(self, request: _Request, headers: Mapping[str, str]) -> Answer:
        with self._http.stream(
            request.method,
            request.url,
            params=request.query,
            headers=headers,
            json=request.json,
            data=request.form,
            content=request.upload,
        ) as response:
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > max(request.largest, self._patience.largest_answer):
                    raise DataError(
                        "The ATS sent more than 50 MB in one answer.",
                        "The page was not read. Make the account's page size smaller.",
                        concerns=self.origin,
                    )
            self._learn_clock(response.headers.get("date"))
            return Answer(response.status_code, response.headers, bytes(body), str(response.request.url))

    def _learn_clock(self, date: str | None) -> None:
        if not date:
            return
        try:
            offset = parsedate_to_datetime(date) - dt.datetime.now(dt.UTC)
        except (ValueError, TypeError):  # no date, or one without a zone
            return
        self.clock_offset = offset if abs(offset) > dt.timedelta(seconds=5) else dt.timedelta()


class _Transport(httpx.HTTPTransport):
    """httpx's own transport over our sockets (httpx has no public way to hand a network backend on)."""

    def __init__(self, watch: Watch, **options: Any) -> None:
        super().__init__(**options)
        self._pool._network_backend = Backend(watch)


def transport(base_url: str, watch: Watch) -> httpx.HTTPTransport:
    scheme, host = httpx.URL(base_url).scheme, httpx.URL(base_url).host
    proxy = (
        None
        if urllib.request.proxy_bypass(host) or is_loopback(host)
        else urllib.request.getproxies().get(scheme)
    )
    check_encrypted(base_url, scheme, host)
    verify: ssl.SSLContext | bool = False
    if scheme == "https":
        import truststore

        verify = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return _Transport(watch, verify=verify, proxy=proxy)


_is_host = re.compile(rb"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*").fullmatch
"""A name as the network has it, or a number."""


def origin_of(url: str) -> str:
    """Scheme, host and port; "" for what is no address, or one with a password in it."""
    try:
        parts = httpx.URL(url)
    except httpx.InvalidURL:
        return ""
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    if parts.userinfo or not _is_host(parts.raw_host) or not 0 < port < 1 << 16:
        return ""
    return f"{parts.scheme}://{parts.host}:{port}"


def _retry_after(answer: Answer, now: dt.datetime) -> float:
    """Seconds that `Retry-After` asks for, at most five minutes; 0 where it says nothing readable."""
    text = answer.headers.get("retry-after", "")
    try:
        seconds = (
            float(text) if text.strip().isdigit() else (parsedate_to_datetime(text) - now).total_seconds()
        )
    except (ValueError, TypeError):
        return 0.0
    return max(0.0, min(seconds, 300.0))


def _trouble(answer: Answer, origin: str) -> TransientError:
    if answer.status == 429:
        return TransientError(
            "The ATS kept saying that too many requests were made.",
            "Try again in a few minutes; other programs may be using the same key.",
            concerns=origin,
        )
    if answer.status == 302:
        return TransientError(
            "The ATS's gateway turned the request away.", "Try again later.", concerns=origin
        )
    return TransientError(
        f"The ATS has a fault of its own (it answered {answer.status}).", "Try again later.", concerns=origin
    )


def _offline(origin: str, error: Exception) -> OfflineError:
    if "certificate" in str(error).lower():
        return OfflineError(
            f"The identity of {origin} could not be verified.",
            "If your company inspects encrypted traffic, ask IT to install its certificate on this computer.",
            concerns=origin,
        )
    if isinstance(error, httpx.ProxyError):
        return OfflineError(
            f"The proxy on the way to {origin} did not let the connection through ({error}).",
            "If it asks for a name and a password (407), put both into its address, in the environment variable"
            " HTTPS_PROXY or the settings of this computer; otherwise ask IT to let it through.",
            concerns=origin,
        )
    return OfflineError(
        f"{origin} could not be reached.",
        "Check the network connection and the account's address, then sync again.",
        concerns=origin,
    )


def _broken(origin: str, error: Exception) -> TransientError:
    if isinstance(error, (httpx.TimeoutException, httpcore.TimeoutException)):
        return OverdueError(
            f"{origin} did not finish its answer in time.", "Try again later.", concerns=origin
        )
    return TransientError(
        f"The connection to {origin} broke off in the middle of an answer.",
        "Try again later.",
        concerns=origin,
    )
