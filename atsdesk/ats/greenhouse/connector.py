"""Greenhouse, Harvest v3. Facts and their certainty: the Greenhouse contract; names of its sections are given beside
what they rule."""

import datetime as dt
from typing import TYPE_CHECKING

from atsdesk.ats.form import file_settings
from atsdesk.ats.greenhouse.answers import WHERE, heed, list_page, success, token_refused
from atsdesk.ats.greenhouse.form import FILE_LAW
from atsdesk.ats.greenhouse.lists import FILLS, QUERIES, RESOURCES
from atsdesk.ats.greenhouse.origins import ORIGINS
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
from atsdesk.ats.resource import Line, Page, Readiness, Resource, choice_of
from atsdesk.errors import AuthError, ConfigError
from atsdesk.net import oauth
from atsdesk.net.address import check_address
from atsdesk.net.answer import Answer
from atsdesk.net.budget import Budget, spent_with

if TYPE_CHECKING:
    from atsdesk.net.client import Client

TOKEN_URL = "https://auth.greenhouse.io/token"
"""CONFIRMED (Token request)."""
PAGE_SIZE = 500
"""The most (CONFIRMED, Pagination)."""
OVERLAP = dt.timedelta(minutes=10)
"""INFERRED: covers clocks a little apart and writes under way."""
REQUESTS, SECONDS = 90, 60.0
"""INFERRED: our share of 50 requests in 30 s (SECONDARY, Rate limits); the real ceiling is unknown."""


def _page_size(name: str, text: str) -> None:
    if counting_number(name, text) > PAGE_SIZE:
        raise ConfigError(
            f"The setting {name} is more than {PAGE_SIZE}, the most that Greenhouse gives at once.",
            "Set it to a smaller number, or leave it out.",
            concerns=name,
        )


FAR_BACK = (
    "Candidates, applications and what belongs to them are read by their creation. Of older ones comes what changes,"
    " and what newer things name: a candidate may lack older applications, and an application older steps."
)
KIND = Kind(
    "greenhouse",
    "Greenhouse",
    "https://harvest.greenhouse.io/v3",
    (
        Field(
            "client_id",
            "Client id",
            f'In Greenhouse: {WHERE}, a credential of the type "Harvest V3 (OAuth)".',
        ),
        Field(
            "client_secret",
            "Client secret",
            f"In Greenhouse: {WHERE}. It is shown once, when the credential is made.",
        ),
    ),
    "Harvest v3 only: the API keys of versions 1 and 2 do not work.",
    (
        Setting(
            "sub", "Id of the user in whose name is read, a Site Admin; usually the credential's own user."
        ),
        Setting(
            "token_url",
            f"Where tokens come from; usually {TOKEN_URL}.",
            lambda name, text: check_address(text),
        ),
        Setting("page_size", f"Records in one answer; usually {PAGE_SIZE}, which is the most.", _page_size),
        Setting(
            "requests_per_minute",
            f"Requests in a minute at most, half of them in 30 seconds; usually {REQUESTS}. 0 is no limit, for tests"
            " and benchmarks.",
            whole_number,
        ),
        Setting(
            "timezone",
            "Time zone of the days in an export, like America/New_York; usually UTC.",
            time_zone,
        ),
        first_day(FAR_BACK),
        *choice_of(RESOURCES),
        *file_settings(FILE_LAW),
    ),
    also=(TOKEN_URL,),
    far_back=FAR_BACK,
)


class Greenhouse:
    """The connector."""

    kind = KIND
    resources = RESOURCES
    overlap = OVERLAP
    fills = FILLS
    origins = ORIGINS

    def client(self, line: Line) -> "Client":
        """A client with a token of the credential, that keeps to the limit that answers tell."""
        known, secret = (line.secrets.get(name, "").strip() for name in ("client_id", "client_secret"))
        _check(known, secret)
        from atsdesk.net.client import Client  # httpx takes a while to load, and a window can open without it

        sub = line.settings.get("sub", "").strip()
        tokens = oauth.Tokens(
            oauth.Client(
                line.settings.get("token_url", "").strip() or TOKEN_URL,
                known,
                secret,
                form=(("sub", sub),) if sub else (),
            ),
            cancel=line.cancel,
            patience=line.patience,
            refused=token_refused,
        )
        asked = line.number("requests_per_minute", REQUESTS)
        return Client(
            line.base_url,
            tokens,
            budget=Budget(-(-asked // 2), SECONDS / 2, line.waiting, spent_with(line.base_url, known)),
            cancel=line.cancel,
            patience=line.patience,
            heed=heed,
        )

    def prepare(self, client: "Client", line: Line) -> Readiness:
        """Nothing is asked: only how far back the copy reaches is known."""
        return Readiness(basis={FIRST_DAY: line.settings.get(FIRST_DAY, "")})

    def query(self, resource: Resource, line: Line) -> dict[str, str]:
        """The page size, and what brings rows that a list would leave out."""
        return {"per_page": str(line.number("page_size", PAGE_SIZE)), **QUERIES.get(resource.name, {})}

    def read(self, resource: Resource, answer: Answer) -> Page:
        """The page an answer holds; raises the error it stands for."""
        return list_page(answer, resource)

    def one(self, resource: Resource, answer: Answer) -> Page:
        """The records of some ids: a list like any other, which leaves out what is not there (Operation map)."""
        return list_page(answer, resource)

    def body(self, resource: Resource, answer: Answer) -> bytes:
        """The JSON of an answer; raises the error it stands for."""
        return success(answer, resource)


def _check(known: str, secret: str) -> None:
    """Raises `AuthError` for what can be no credential."""
    if known and secret in ("", known):
        raise AuthError(
            "The account has no client secret, or the client id twice.",
            "An API key of Harvest v1 or v2 does not work any more: create a credential of the type"
            f' "Harvest V3 (OAuth)" under {WHERE} and enter its client id and client secret.',
            concerns="client_secret",
        )
    if not known:
        raise AuthError(
            "The account has no client id.",
            f"Copy it from {WHERE} and enter it in the window under Settings, or with `atsdesk accounts key NAME`.",
            concerns="client_id",
        )
    if not all(text.isascii() and text.isprintable() for text in (known, secret)):
        raise AuthError(
            "The client id or the client secret holds signs that neither can have.",
            f"Copy both again from {WHERE}.",
            concerns="client_id",
        )
