"""A running Kombo sandbox and a client that knows nothing of ATS Desk's own connector."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from atsdesk.sandbox.kombo import Rules, Sandbox, running

UNLIMITED = Rules(rate_requests=0)
MODELS = (
    "jobs", "candidates", "applications", "application-stages", "users", "roles", "offers", "rejection-reasons",
    "interviews", "tags", "notes", "scorecards", "attachments",
)  # fmt: skip


class Caller:
    """Sends requests with the key, to the first integration unless another one is named."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.control = sandbox.control
        self.integration: str = sandbox.settings["integration_id"]
        self.client = httpx.Client(base_url=sandbox.base_url, timeout=5, headers=self.credential())

    def credential(self) -> dict[str, str]:
        return {
            "Authorization": f"Bearer {self.sandbox.secrets['api_key']}",
            "X-Integration-Id": self.integration,
        }

    def get(self, path: str, **parameters: Any) -> httpx.Response:
        return self.client.get(path, params=parameters)

    def good(self, path: str, **parameters: Any) -> Any:
        answer = self.get(path, **parameters)
        assert answer.status_code == 200, answer.text
        body = answer.json()
        assert body["status"] == "success"
        return body["data"]

    def rows(self, model: str, **parameters: Any) -> Any:
        return self.good(f"/ats/{model}", **parameters)["results"]

    def pages(self, model: str, **parameters: Any) -> Iterator[dict[str, Any]]:
        page = self.good(f"/ats/{model}", **parameters)
        yield page
        while page["next"]:
            page = self.good(f"/ats/{model}", **parameters, cursor=page["next"])
            yield page

    def all(self, model: str, **parameters: Any) -> list[dict[str, Any]]:
        wanted = {"page_size": 250, **parameters}
        return [record for page in self.pages(model, **wanted) for record in page["results"]]

    def one(self, model: str, record_id: str, **parameters: Any) -> dict[str, Any]:
        (record,) = self.rows(model, ids=record_id, **parameters)
        return dict(record)

    def refused(self, answer: httpx.Response, code: str | None, status: int) -> dict[str, Any]:
        body = answer.json()
        assert (answer.status_code, body["status"], body["error"]["code"]) == (status, "error", code)
        assert set(body["error"]) == {"code", "title", "message", "log_url"}
        assert body["error"]["message"]
        return dict(body["error"])


Start = Callable[..., Caller]


@contextlib.contextmanager
def calling(**options: Any) -> Iterator[Caller]:
    options.setdefault("rules", UNLIMITED)
    options.setdefault("candidates", 80)
    with running(**options) as sandbox:
        caller = Caller(sandbox)
        try:
            yield caller
        finally:
            caller.client.close()


@pytest.fixture(scope="module")
def kombo() -> Iterator[Caller]:
    """A sandbox that a module's tests only read."""
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
