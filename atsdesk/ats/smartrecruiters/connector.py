"""SmartRecruiters, Customer API. Facts and their certainty: the SmartRecruiters contract; names of its sections are
given beside what they rule."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from atsdesk.ats.form import file_settings
from atsdesk.ats.kind import (
    FIRST_DAY,
    Field,
    Kind,
    Setting,
    counting_number,
    first_day,
    time_zone,
    whole_number,
)
from atsdesk.ats.reading import alone, split
from atsdesk.ats.resource import Line, Page, Readiness, Resource, choice_of
from atsdesk.ats.smartrecruiters import answers, loads
from atsdesk.ats.smartrecruiters.form import FILE_LAW
from atsdesk.ats.smartrecruiters.origins import ORIGINS
from atsdesk.ats.smartrecruiters.resources import JOBS, MODES, OFFERS, REPORT_MINUTES, RESOURCES, USERS
from atsdesk.errors import ConfigError
from atsdesk.net.address import check_address
from atsdesk.net.answer import Answer, Patience
from atsdesk.net.budget import Budget, spent_with
from atsdesk.net.credentials import Credentials, Minted
from atsdesk.rows import Fill

if TYPE_CHECKING:
    from atsdesk.net.client import Client

PAGE_SIZE = 100
"""SECONDARY: the most that is allowed (Pagination)."""
SECONDS = 1.0
OVERLAP = dt.timedelta(minutes=5)
"""INFERRED (Incremental sync recipe, 1)."""
READ_SECONDS, ANSWER_SECONDS = 130.0, 1800.0
"""SECONDARY: clients are to wait at least 128 s (Rate limits & retry); a data service streams everything at once."""
TOKEN_PATH = "/identity/oauth/token"
"""CONFIRMED on the API's host (Base URLs & auth)."""
PAGED_BY_OFFSET = frozenset({OFFERS.name})
"""SECONDARY: these lists do not know `pageId` (Pagination)."""
PAGED_BY_ID = frozenset({JOBS.name, USERS.name, "candidates"})

FILLS = (
    Fill("hiring_team", "name", "users", by="user_id", value="o.name"),
    Fill(
        "jobs", "recruiter", "hiring_team", by="id", match="job_id", value="o.name", where="o.role = 'recruiter'",
        order="o.id", clears=True,
    ),
    Fill(
        "jobs", "hiring_manager", "hiring_team", by="id", match="job_id", value="o.name",
        where="o.role = 'hiring_manager'", order="o.id", clears=True,
    ),
    Fill("interviews", "organizer", "users", by="organizer_id", value="o.name", where="t.organizer is null"),
    Fill("interviewers", "name", "users", by="user_id", value="o.name", where="t.name is null"),
    Fill("interviewers", "email", "users", by="user_id", value="o.email"),
    Fill(
        "interviews", "status", "interviews", by="id", value="'done'",
        where="o.status = 'scheduled' and o.ends_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now')",
    ),
    Fill(
        "offers", "is_current", "offers", by="application_id", match="application_id", value="o.id = t.id",
        order="o.created_at desc, o.id desc",
    ),
)  # fmt: skip


def _mode(name: str, text: str) -> None:
    if text not in MODES:
        raise ConfigError(
            f'The setting {name} is "{text}", which is no way to read interviews.',
            f"Choose one of: {', '.join(MODES)}.",
            concerns=name,
        )


FAR_BACK = (
    "SmartRecruiters cannot be asked by creation: candidates are read by their last change. Older ones come when they"
    " change. Reports and data services come as they are."
)
KIND = Kind(
    "smartrecruiters",
    "SmartRecruiters",
    "https://api.smartrecruiters.com",
    (
        Field(
            "api_key",
            "API key",
            "In SmartRecruiters: Settings > Credential Manager > New Credential > API key.",
        ),
        Field(
            "client_id",
            "Client id",
            "Instead of an API key: Settings > Credential Manager > New Credential > OAuth client ID; a system role"
            " is needed.",
        ),
        Field("client_secret", "Client secret", "Shown once, when the client is made."),
    ),
    "An API key, or a client id with its secret, will do.",
    (
        Setting(
            "interviews_mode",
            "How interviews are read. report: a report of interviews that an administrator built in Report Builder is"
            " run, complete and fresh (needs report_id). analytics: the older data service, complete, once a day."
            " api: interviews made through the API only, one request or two for each application. off: not at all."
            " Usually report where there is a report_id, else off.",
            _mode,
        ),
        Setting("report_id", "Id of the report, from its address in Report Builder; see `interviews_mode`."),
        Setting(
            "report_minutes",
            f"Minutes between two runs of the report, which take some of their own; usually {REPORT_MINUTES}.",
            whole_number,
        ),
        Setting(
            "columns",
            "What the own headers of reports and files stand for, as a JSON object; `atsdesk import` remembers it.",
            loads.check_mapping,
        ),
        Setting(
            "token_url",
            f"Where tokens are asked for; usually {TOKEN_PATH} on the API's host.",
            lambda name, text: check_address(text),
        ),
        Setting(
            "page_size", f"Records in one answer; usually {PAGE_SIZE}, which is the most.", counting_number
        ),
        Setting(
            "requests_per_second",
            f"Requests in a second at most, usually {answers.REQUESTS}; 0 is no limit, for tests and benchmarks.",
            whole_number,
        ),
        Setting(
            "timezone", "Time zone of the days in an export, like Asia/Jerusalem; usually UTC.", time_zone
        ),
        first_day(FAR_BACK),
        *choice_of(RESOURCES),
        *file_settings(FILE_LAW),
    ),
    far_back=FAR_BACK,
    alternatives=(("api_key",), ("client_id", "client_secret")),
)


class SmartRecruiters:
    """The connector."""

    kind = KIND
    resources = RESOURCES
    overlap = OVERLAP
    fills = FILLS
    origins = ORIGINS

    def client(self, line: Line) -> "Client":
        """A client that makes one request at a time, as GET `/candidates` demands (CONFIRMED), within the limit."""
        from atsdesk.net.client import Client  # httpx takes a while to load, and a window can open without it

        secrets = KIND.complete(line.secrets)
        requests = line.number("requests_per_second", answers.REQUESTS)
        key = secrets.get("api_key") or secrets["client_id"]
        return Client(
            line.base_url,
            _credentials(line, secrets),
            budget=Budget(requests, SECONDS, line.waiting, spent_with(line.base_url, key)),
            cancel=line.cancel,
            patience=_patience(line.patience),
            is_expired=lambda answer: answer.status == 401 and "client_id" in secrets,
            heed=answers.heed,
        )

    def prepare(self, client: "Client", line: Line) -> Readiness:
        """Nothing is asked: only how far back the copy reaches is known."""
        return Readiness(basis={FIRST_DAY: line.settings.get(FIRST_DAY, "")})

    def query(self, resource: Resource, line: Line) -> dict[str, str]:
        """The page size of lists that have pages; `pageId` goes with one order of jobs only (SECONDARY, Pagination)."""
        size = str(min(line.number("page_size", PAGE_SIZE), PAGE_SIZE))
        if resource.name in PAGED_BY_OFFSET:
            return {"limit": size, "offset": "0"}
        if resource.name not in PAGED_BY_ID:
            return {}
        return {"limit": size, "sort": "job_id"} if resource is JOBS else {"limit": size}

    def read(self, resource: Resource, answer: Answer) -> Page:
        """The page an answer holds; raises the error it stands for."""
        body = answers.json_of(resource, answer)
        apart, page_id = split(body, resource.envelope, resource.key, "nextPageId")
        if resource.name in PAGED_BY_OFFSET:
            return Page(apart, answers.next_slice(answer, sum(map(len, apart()))))
        paged = resource.name in PAGED_BY_ID
        return Page(apart, answers.following(answer, page_id) if paged else "")

    def one(self, resource: Resource, answer: Answer) -> Page:
        """The object of an id; raises the error the answer stands for, `GoneError` where there is none (SECONDARY)."""
        if answer.status == 404 and answers.message_of(answer):
            raise answers.gone(resource)
        return alone(answers.json_of(resource, answer), resource.key)

    def body(self, resource: Resource, answer: Answer) -> bytes:
        """The JSON of an answer; raises the error it stands for."""
        return answers.json_of(resource, answer)


def _patience(given: Patience) -> Patience:
    """Long enough for the vendor; somebody who asks for less than usual gets it."""
    usual = Patience()
    return replace(
        given,
        read=READ_SECONDS if given.read == usual.read else given.read,
        whole_answer=ANSWER_SECONDS if given.whole_answer == usual.whole_answer else given.whole_answer,
    )


def _credentials(line: Line, secrets: dict[str, str]) -> Credentials:
    """A fixed key in a header, or tokens for a client (CONFIRMED, Base URLs & auth)."""
    if "api_key" in secrets:
        return Minted(lambda now: {"X-SmartToken": secrets["api_key"]})
    from atsdesk.net import oauth

    url = line.settings.get("token_url") or line.base_url + TOKEN_PATH
    client = oauth.Client(url, secrets["client_id"], secrets["client_secret"], in_header=False)
    return oauth.Tokens(client, cancel=line.cancel, patience=line.patience, refused=answers.refused_key)
