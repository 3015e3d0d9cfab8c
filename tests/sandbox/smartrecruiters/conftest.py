"""A running SmartRecruiters sandbox and a client that knows nothing of ATS Desk's own connector."""

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from atsdesk.sandbox.smartrecruiters import Rules, Sandbox, running

UNLIMITED = Rules(rate_requests=0, list_seconds=0)
USERS = "/user-api/v201804/users"
REPORTS = "/reporting-api/v201804/reports"
INTERVIEWS = "/interviews-api/v201904/interviews"


class Caller:
    """Sends requests with a good API key."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.control = sandbox.control
        key = {"X-SmartToken": sandbox.credentials["api_key"]}
        self.client = httpx.Client(base_url=sandbox.base_url, timeout=5, headers=key)

    def get(self, path: str, **parameters: Any) -> httpx.Response:
        return self.client.get(path, params=parameters)

    def good(self, path: str, **parameters: Any) -> Any:
        answer = self.get(path, **parameters)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def pages(self, path: str, **parameters: Any) -> Iterator[dict[str, Any]]:
        if path == "/jobs":
            parameters["sort"] = "job_id"
        page = self.good(path, **parameters)
        yield page
        while "nextPageId" in page:
            page = self.good(path, **parameters, pageId=page["nextPageId"])
            yield page

    def all(self, path: str, **parameters: Any) -> list[dict[str, Any]]:
        pages = self.pages(path, **{"limit": 100, **parameters})
        return [record for page in pages for record in page["content"]]

    def ids(self, path: str, **parameters: Any) -> set[str]:
        return {record["id"] for record in self.all(path, **parameters)}

    def details(self, **parameters: Any) -> list[dict[str, Any]]:
        return [self.good(f"/candidates/{one['id']}") for one in self.all("/candidates", **parameters)]

    def refused(self, answer: httpx.Response, status: int, code: str | None = None) -> dict[str, Any]:
        body = answer.json()
        assert answer.status_code == status, answer.text
        assert isinstance(body["message"], str)
        assert body["message"]
        assert all(error["code"] for error in body["errors"])
        assert code in (None, body["errors"][0]["code"])
        return body

    def later(self, seconds: float = 10) -> str:
        """Lets time pass; the moment before it did, as a filter takes it."""
        before = self.control.state()["now"]
        self.control.set_clock(self.control.state()["offset"] + seconds)
        return f"{before[:-1]}.000Z"

    def run_report(self, report: str | None = None) -> str:
        """The CSV text of a new run."""
        base = f"{REPORTS}/{report or self.sandbox.settings['report_id']}/files"
        assert self.client.post(base).status_code == 201
        deadline = time.monotonic() + 5
        while self.good(base)["content"][0]["reportFileStatus"] != "COMPLETED":
            assert time.monotonic() < deadline
        return self.get(f"{base}/recent/data").text


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
def smart() -> Iterator[Caller]:
    """A sandbox that a module's tests only read."""
    with calling(seed=5, candidates=350) as caller:
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
