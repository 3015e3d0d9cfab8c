"""Comeet (Spark Hire Recruit), Recruiting API. Facts and their certainty: the Comeet contract; names of its sections
are given beside what they rule."""

import base64
import datetime as dt
import functools
import hmac
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from atsdesk.ats.comeet import records, rows
from atsdesk.ats.comeet.answers import AUTH_CODES, BASE_URL, DATA_QUOTA_WORDS, code, explain
from atsdesk.ats.comeet.form import FILE_LAW
from atsdesk.ats.comeet.origins import ORIGINS
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
from atsdesk.ats.resource import Filter, Line, Page, Reach, Readiness, Resource, choice_of
from atsdesk.errors import (
    AuthError,
    GoneError,
    TransientError,
)
from atsdesk.net.answer import Answer
from atsdesk.net.budget import Budget, spent_with
from atsdesk.net.credentials import Minted
from atsdesk.rows import Item

if TYPE_CHECKING:
    from atsdesk.net.client import Client

REQUESTS, SECONDS = 90, 60.0
"""Our share of the documented 100 requests in 60 s (Rate limits & retry)."""
PAGE_SIZE = 1000
"""INFERRED: a working client asks 500 positions and 1000 candidates; default and maximum are not documented
(Pagination)."""
OVERLAP = dt.timedelta(minutes=2)
"""INFERRED: covers clocks a little apart and writes under way."""
TOKEN_LIFE = dt.timedelta(minutes=10)
RENEW_BEFORE = dt.timedelta(seconds=60)
"""Life as in the vendor's sample, renewal as by a working client (Base URLs & auth)."""
_STRING = rb'"[^"\\]*(?:\\.[^"\\]*)*"'
_RESUME_LINK = re.compile(
    rb'"resume"\s*:\s*\{[^{}"]*(?:%b[^{}"]*)*?"url"\s*:\s*(%b)' % (_STRING, _STRING), re.DOTALL
)

CREATED = Filter("time_created:after", "time_created:before")
POSITIONS = Resource(
    name="positions",
    label="Positions",
    path="/positions",
    envelope="positions",
    key="uid",
    table="jobs",
    shape=rows.POSITION_SHAPE,
    rows=rows.position_rows,
    record=records.Position,
    changed=Filter("time_last_updated:after", "time_last_updated:before"),
    permission="Retrieve positions",
    optional={
        "internal_name": "Read position internal name",
        "salary_range": "Read position salary range",
        "location": "Retrieve locations",
        "users": "Include lead recruiter / hiring manager in position",
    },
    single=lambda ids: (f"/positions/{quote(ids[0], safe='')}", {}),
)
CANDIDATES = Resource(
    name="candidates",
    label="Candidates and steps",
    path="/candidates",
    envelope="candidates",
    key="uid",
    table="applications",
    shape=rows.CANDIDATE_SHAPE,
    rows=rows.candidate_rows,
    record=records.Candidate,
    changed=Filter("time_hiring_process_updated:after", "time_hiring_process_updated:before"),
    created=CREATED,
    reach=Reach(CREATED, "time_created"),
    permission="Retrieve candidates created by other sources",
    optional={
        "future_steps": "Include future steps",
        "source": "Include source",
        "source_contact": "Include source contact personal details",
        "resume": "Resume access",
    },
    single=lambda ids: (f"/candidates/{quote(ids[0], safe='')}", {}),
)
DELETED = Resource(
    name="deleted-candidates",
    label="Deleted candidates",
    path="/deleted-candidates",
    envelope="",
    key="uid",
    table="applications",
    shape={},
    rows=lambda record, found: found.gone.append(str(record.uid)),
    record=records.DeletedId,
    changed=Filter("time_deleted:after", "time_deleted:before"),
    permission="Retrieve candidates created by other sources",
    ids_only=True,
    deletes=CANDIDATES.name,
    swept=False,
)


RESOURCES = (POSITIONS, CANDIDATES, DELETED)
EMPTY = {
    one.name: f'If Comeet shows some, its permission "{one.permission}" is missing, or the key may see only part of'
    " the company."
    for one in (POSITIONS, CANDIDATES)
}
"""A list that a missing permission empties looks like a list that is empty (CONFIRMED: Comeet removes silently)."""
FAR_BACK = "Candidates are read by their creation. Older ones come when they change."
KIND = Kind(
    "comeet",
    "Comeet (Spark Hire Recruit)",
    BASE_URL,
    (
        Field(
            "api_key",
            "API key",
            "In Comeet: Settings > Integrations, after an admin has enabled the integration.",
        ),
        Field("secret", "Secret", "Comeet sends it when your request for API access is approved."),
    ),
    "Comeet offers API access on its Enterprise plan.",
    (
        Setting("page_size", f"Records in one answer; usually {PAGE_SIZE}.", counting_number),
        Setting(
            "requests_per_minute",
            f"Requests in a minute at most, usually {REQUESTS}; 0 is no limit, for tests and benchmarks.",
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
)


class Comeet:
    """The connector."""

    kind = KIND
    resources = RESOURCES
    overlap = OVERLAP
    fills = ()
    origins = ORIGINS

    def client(self, line: Line) -> "Client":
        """A client that mints its own short tokens and keeps to the request limit."""
        for secret in ("api_key", "secret"):
            if not line.secrets.get(secret, "").strip():
                raise AuthError(
                    f"The account has no {'API key' if secret == 'api_key' else 'secret'}.",
                    "Enter it in the window under Settings, or with `atsdesk accounts key NAME`.",
                    concerns=secret,
                )
        from atsdesk.net.client import Client  # httpx takes a while to load, and a window can open without it

        requests = line.number("requests_per_minute", REQUESTS)
        return Client(
            line.base_url,
            _tokens(line.secrets["api_key"].strip(), line.secrets["secret"].strip()),
            budget=Budget(
                requests, SECONDS, line.waiting, spent_with(line.base_url, line.secrets["api_key"].strip())
            ),
            cancel=line.cancel,
            patience=line.patience,
            is_expired=lambda answer: answer.status == 401 and code(answer) in AUTH_CODES,
        )

    def prepare(self, client: "Client", line: Line) -> Readiness:
        """Nothing is asked: only what an empty list may mean is known, and how far back the copy reaches."""
        return Readiness(empty=EMPTY, basis={FIRST_DAY: line.settings.get(FIRST_DAY, "")})

    def query(self, resource: Resource, line: Line) -> dict[str, str]:
        """Only the page size; a list of ids has no pages."""
        return {} if resource.ids_only else {"limit": str(line.number("page_size", PAGE_SIZE))}

    def read(self, resource: Resource, answer: Answer) -> Page:
        """The page an answer holds (Pagination); raises the error it stands for (Errors)."""
        body = self.body(resource, answer)
        if resource.ids_only:
            return _deleted_ids(answer)
        keep = _without_link if resource is CANDIDATES else bytes
        return Page(*split(body, resource.envelope, resource.key, "next_page", keep))

    def one(self, resource: Resource, answer: Answer) -> Page:
        """The object of a uid (a position's: SECONDARY); raises the error the answer stands for.

        One that is not there is a 404 with JSON (INFERRED), a merged duplicate a 401 with a code (CONFIRMED).
        """
        lost = answer.status == 404 and answer.looks_like_json
        if lost or (answer.status == 401 and code(answer) == "duplicate_candidate"):
            raise GoneError("Comeet no longer has it.", concerns=resource.name)
        keep = _without_link if resource is CANDIDATES else bytes
        return alone(self.body(resource, answer), resource.key, keep)

    def body(self, resource: Resource, answer: Answer) -> bytes:
        """The JSON of an answer; raises the error it stands for (Errors)."""
        if any(words in answer.body[:2000].lower() for words in DATA_QUOTA_WORDS):
            raise TransientError(
                "Comeet's data quota is used up for now.", "Try again later.", concerns=resource.name
            )
        if answer.status != 200:
            raise explain(resource, answer)
        if not answer.looks_like_json:
            raise TransientError(
                "Comeet answered with a web page or with nothing instead of data.",
                "Check that the account's address is the API's; otherwise try again later.",
                concerns=resource.name,
            )
        return answer.body


def _without_link(record: bytes) -> bytes:
    """A resume's link lives 15 minutes and must not be stored as data (Incremental sync recipe, 8)."""
    place = record.rfind(b'"resume"')  # it is near the end
    while place >= 0:
        if found := _RESUME_LINK.match(record, place):
            record = record[: found.start(1)] + b"null" + record[found.end(1) :]
        place = record.rfind(b'"resume"', 0, place)
    return record


def _deleted_ids(answer: Answer) -> Page:
    """A bare array of ids (Endpoints, `/deleted-candidates`); objects with a `uid` are taken too."""
    try:
        ids = json.loads(answer.body)
    except ValueError as error:
        raise TransientError(
            "Comeet's answer was cut short.", "Try again later.", concerns=DELETED.name
        ) from error
    if not isinstance(ids, list):
        raise TransientError("Comeet's answer is not a list.", "Try again later.", concerns=DELETED.name)
    uids = [entry.get("uid") if isinstance(entry, dict) else entry for entry in ids]
    return Page.of([Item(str(uid), b"", json.dumps({"uid": uid}).encode()) for uid in uids if uid])


def _tokens(api_key: str, secret: str) -> Minted:
    """Credentials that are made here: a JWT signed with HS256 over `iss` and `exp` (Base URLs & auth)."""

    @functools.lru_cache(maxsize=1)
    def header(until: int) -> str:
        claims = json.dumps({"iss": api_key, "exp": until})
        signed = b".".join(map(_base64url, (b'{"alg":"HS256","typ":"JWT"}', claims.encode())))
        return (
            f"Bearer {(signed + b'.' + _base64url(hmac.digest(secret.encode(), signed, 'sha256'))).decode()}"
        )

    def headers_at(now: dt.datetime) -> dict[str, str]:
        slot = int((TOKEN_LIFE - RENEW_BEFORE).total_seconds())
        start = int(now.timestamp()) // slot * slot
        return {"Authorization": header(start + slot + int(RENEW_BEFORE.total_seconds()))}

    return Minted(headers_at)


def _base64url(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")
