"""A running Greenhouse sandbox and a client that knows nothing of ATS Desk's own connector."""

import contextlib
import re
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from atsdesk.sandbox.greenhouse import Rules, Sandbox, running

UNLIMITED = Rules(rate_requests=0, token_requests=0)
NEXT = re.compile(r'<(?P<address>[^>]+)>; rel="next"')


class Caller:
    """Sends requests with a good token."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.control = sandbox.control
        self.client = httpx.Client(base_url=sandbox.base_url, timeout=5)

    def ask_token(
        self, auth: tuple[str, str] | None = None, *, anonymous: bool = False, **form: Any
    ) -> httpx.Response:
        secrets = self.sandbox.secrets
        known = auth or (secrets["client_id"], secrets["client_secret"])
        pair = httpx.USE_CLIENT_DEFAULT if anonymous else known
        said = {"grant_type": "client_credentials", **form}
        given = {name: value for name, value in said.items() if value is not None}
        return self.client.post(self.sandbox.settings["token_url"], auth=pair, data=given)

    def sign_in(self, **form: Any) -> str:
        answer = self.ask_token(**form)
        assert answer.status_code == 200, answer.text
        token: str = answer.json()["access_token"]
        self.client.headers["Authorization"] = f"Bearer {token}"
        return token

    def get(self, path: str, **parameters: Any) -> httpx.Response:
        return self.client.get(path, params=parameters)

    def good(self, path: str, **parameters: Any) -> list[dict[str, Any]]:
        answer = self.get(path, **parameters)
        assert answer.status_code == 200, answer.text
        rows: list[dict[str, Any]] = answer.json()
        return rows

    def pages(self, path: str, **parameters: Any) -> Iterator[list[dict[str, Any]]]:
        answer = self.get(path, **parameters)
        while True:
            assert answer.status_code == 200, answer.text
            yield answer.json()
            link = NEXT.fullmatch(answer.headers.get("link", ""))
            if link is None:
                return
            answer = self.client.get(link["address"])

    def all(self, path: str, **parameters: Any) -> list[dict[str, Any]]:
        return [row for page in self.pages(path, **{"per_page": 500, **parameters}) for row in page]

    def one(self, path: str, number: Any) -> dict[str, Any]:
        (row,) = self.good(path, ids=number)
        return row

    def some_job(self) -> dict[str, Any]:
        """A job that takes applications."""
        return self.good("/jobs", status="open")[-1]

    def refused(self, answer: httpx.Response, status: int, about: str = "") -> dict[str, Any]:
        assert answer.status_code == status, answer.text
        body: dict[str, Any] = answer.json()
        assert isinstance(body["message"], str)
        assert about in str(body.get("errors", ""))
        return body


Start = Callable[..., Caller]


@contextlib.contextmanager
def calling(**options: Any) -> Iterator[Caller]:
    options.setdefault("rules", UNLIMITED)
    options.setdefault("candidates", 120)
    with running(**options) as sandbox:
        caller = Caller(sandbox)
        caller.sign_in()
        try:
            yield caller
        finally:
            caller.client.close()


@pytest.fixture(scope="session")
def greenhouse() -> Iterator[Caller]:
    """A sandbox that tests only read, or of which they expect refusals."""
    with calling(seed=5, candidates=400) as caller:
        yield caller


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts sandboxes of a test's own."""
    with contextlib.ExitStack() as stack:
        yield lambda **options: stack.enter_context(calling(**options))


@pytest.fixture
def fresh(start: Start) -> Caller:
    """A sandbox that the test may change."""
    return start(seed=9)
