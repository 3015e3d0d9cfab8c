"""A running Comeet sandbox and a client that knows nothing of ATS Desk's own connector."""

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import jwt
import pytest

from atsdesk.sandbox.comeet import Rules, Sandbox, running

UNLIMITED = Rules(rate_requests=0)


class Caller:
    """Sends requests with a good token."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.control = sandbox.control
        self.client = httpx.Client(base_url=sandbox.base_url, timeout=5, headers=self.credential())

    def token(self, *, secret: str | None = None, algorithm: str = "HS256", **claims: Any) -> str:
        secrets = self.sandbox.secrets
        usual = {"iss": secrets["api_key"], "exp": int(time.time()) + 600}
        said = {name: value for name, value in {**usual, **claims}.items() if value is not None}
        return jwt.encode(said, secrets["secret"] if secret is None else secret, algorithm)

    def credential(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token()}"}

    def get(self, path: str, **parameters: Any) -> httpx.Response:
        return self.client.get(
            path, params={name.replace("__", ":"): value for name, value in parameters.items()}
        )

    def good(self, path: str, **parameters: Any) -> Any:
        answer = self.get(path, **parameters)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def pages(self, path: str, **parameters: Any) -> Iterator[dict[str, Any]]:
        page = self.good(path, **parameters)
        yield page
        while page["next_page"]:
            page = self.client.get(page["next_page"]).json()
            yield page

    def all(self, path: str, **parameters: Any) -> list[dict[str, Any]]:
        name = path.rstrip("/").rpartition("/")[2]
        return [record for page in self.pages(path, **{"limit": 1000, **parameters}) for record in page[name]]

    def refused(self, answer: httpx.Response, status: int, error: str) -> dict[str, Any]:
        body = answer.json()
        assert (answer.status_code, body["status"], body["error"]) == (status, status, error)
        assert isinstance(body["message"], str)
        assert body["message"]
        return body


Start = Callable[..., Caller]


@contextlib.contextmanager
def calling(**options: Any) -> Iterator[Caller]:
    options.setdefault("rules", UNLIMITED)
    options.setdefault("candidates", 150)
    with running(**options) as sandbox:
        caller = Caller(sandbox)
        try:
            yield caller
        finally:
            caller.client.close()


@pytest.fixture(scope="module")
def comeet() -> Iterator[Caller]:
    """A sandbox that a module's tests only read."""
    with calling(seed=5, candidates=400) as caller:
        yield caller


@pytest.fixture(scope="module")
def strict() -> Iterator[Caller]:
    """A sandbox of which a module's tests only expect refusals."""
    with calling(seed=9) as caller:
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
