"""Kombo, the unified API in front of many ATSs. Facts and their certainty: the Kombo contract; names of its sections
are given beside what they rule."""

import datetime as dt
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from atsdesk.ats.form import file_settings
from atsdesk.ats.kind import Field, Kind, Setting, counting_number, time_zone, whole_number
from atsdesk.ats.kombo import health
from atsdesk.ats.kombo.codes import WHERE_IS_THE_ID, judge
from atsdesk.ats.kombo.form import FILE_LAW, restrictions_in
from atsdesk.ats.kombo.lists import FILLS, RESOURCES
from atsdesk.ats.kombo.origins import ORIGINS
from atsdesk.ats.kombo.pages import list_page, success
from atsdesk.ats.resource import Line, Page, Readiness, Resource, choice_of
from atsdesk.errors import (
    AccountError,
    AuthError,
    ConfigError,
    DataError,
    NotReadyError,
    OfflineError,
    RefusedError,
    TransientError,
)
from atsdesk.net.answer import Answer, Pace
from atsdesk.net.budget import Budget, spent_with
from atsdesk.net.credentials import Minted

if TYPE_CHECKING:
    from atsdesk.net.client import Client

PAGE_SIZE = 250
"""The most, and what the vendor advises (CONFIRMED, Pagination)."""
OVERLAP = dt.timedelta(seconds=60)
"""INFERRED: whether `updated_after` is inclusive is unknown."""
REQUESTS, SECONDS = 270, 60.0
"""Our share of the documented sample of 300; that the window has 60 s is INFERRED (Rate limits & retry). Answers tell
the limit, which counts then."""
RESTRICTIONS = "/ats/actions/ats_create_application"
FEW_LEFT = 10
"""With fewer requests left in the window the rest of it is spread over them (INFERRED)."""
REGIONS = {
    "eu": "https://api.kombo.dev/v1",
    "us": "https://api.us.kombo.dev/v1",
    "ca": "https://api.ca.kombo.dev/v1",
}
"""CONFIRMED (Base URLs)."""
KEYS = ("ks_prod_", "ks_dev_")


def _region(name: str, text: str) -> None:
    if text.lower() not in REGIONS:
        raise ConfigError(
            f'The setting {name} is "{text}", which is no region of Kombo.',
            "It is EU, US or CA: the one in which the environment was made, as Kombo's dashboard shows.",
            concerns=name,
        )


def _page_size(name: str, text: str) -> None:
    if counting_number(name, text) > PAGE_SIZE:
        raise ConfigError(
            f"The setting {name} is more than {PAGE_SIZE}, the most that Kombo gives at once.",
            "Set it to a smaller number, or leave it out.",
            concerns=name,
        )


FAR_BACK = (
    "Kombo cannot be asked for candidates by their age: everything that it holds is read. A date filter in Kombo's own"
    " dashboard limits what it holds."
)
"""CONFIRMED by absence: of jobs and applications alone can be asked what is not older (`remote_created_after`), which
would leave older candidates here without their applications."""
KIND = Kind(
    "kombo",
    "Kombo",
    REGIONS["eu"],
    (
        Field(
            "api_key",
            "API key",
            "In Kombo's dashboard: Development > API keys. It begins with ks_prod_ or ks_dev_.",
        ),
        Field("integration_id", "Integration ID", WHERE_IS_THE_ID, secret=False),
    ),
    "Kombo stands in front of more than 50 systems. One key may serve several connections: add an account for each.",
    (
        Setting("region", "Region of the environment: EU (the usual one), US or CA.", _region),
        Setting("page_size", f"Records in one answer; usually {PAGE_SIZE}, which is the most.", _page_size),
        Setting(
            "requests_per_minute",
            f"Requests in a minute at most, until Kombo tells its limit; usually {REQUESTS}. 0 is no limit, for tests"
            " and benchmarks.",
            whole_number,
        ),
        Setting(
            "timezone", "Time zone of the days in an export, like Europe/Berlin; usually UTC.", time_zone
        ),
        *choice_of(RESOURCES),
        *file_settings(FILE_LAW),
    ),
    addresses=REGIONS,
    address_by="region",
    far_back=FAR_BACK,
)


class Kombo:
    """The connector."""

    kind = KIND
    resources = RESOURCES
    overlap = OVERLAP
    fills = FILLS
    origins = ORIGINS

    def client(self, line: Line) -> "Client":
        """A client with the key and the integration in its headers, that keeps to the limit that answers tell."""
        key, integration = line.secrets.get("api_key", "").strip(), _integration_of(line)
        if not key:
            raise AuthError(
                "The account has no API key.",
                "Enter it in the window under Settings, or with `atsdesk accounts key NAME`.",
                concerns="api_key",
            )
        if not (key.isascii() and key.isprintable() and integration.isascii() and integration.isprintable()):
            raise AuthError(
                "The API key or the integration ID holds signs that neither can have.",
                f"Copy both again. The key begins with {' or '.join(KEYS)}. {WHERE_IS_THE_ID}",
                concerns="api_key",
            )
        from atsdesk.net.client import Client  # httpx takes a while to load, and a window can open without it

        headers = {"Authorization": f"Bearer {key}", "X-Integration-Id": integration}
        requests = line.number("requests_per_minute", REQUESTS)
        return Client(
            line.base_url,
            Minted(lambda now: headers),
            budget=Budget(requests, SECONDS, line.waiting, spent_with(line.base_url, key)),
            cancel=line.cancel,
            patience=line.patience,
            is_expired=lambda answer: False,
            heed=heed,
            judge=judge,
        )

    def prepare(self, client: "Client", line: Line) -> Readiness:
        """How the connection stands: its health, what it does not have, and what the copy rests on.

        An answer that cannot be read, or a fault of this one request, keeps nobody from the lists.
        """
        integration = _integration_of(line)
        try:
            details = client.get(
                f"/integrations/{quote(integration, safe=':')}",
                None,
                lambda answer: health.integration(success(answer, "the connection")),
            )
        except (OfflineError, NotReadyError):
            raise
        except (TransientError, DataError) as error:
            return Readiness(health={"connection": f"Unknown. {error.title}"})
        basis = {
            "key": _fingerprint(line.secrets["api_key"].strip()),
            "address": line.base_url,
            "integration": integration,
        }
        files = _restrictions(client) if health.is_well(details) else b""
        return replace(health.readiness(details, self.resources, basis), files=files)

    def query(self, resource: Resource, line: Line) -> dict[str, str]:
        """Deleted objects too, and of every status: filters are AND-ed, so that one on the status would hide those that
        left it (Incremental sync recipe)."""
        return {"page_size": str(line.number("page_size", PAGE_SIZE)), "include_deleted": "true"}

    def read(self, resource: Resource, answer: Answer) -> Page:
        """The page an answer holds; raises the error it stands for."""
        return list_page(answer, resource.label)

    def one(self, resource: Resource, answer: Answer) -> Page:
        """The records of some ids: a list like any other, which leaves out what is not there."""
        return list_page(answer, resource.label)

    def body(self, resource: Resource, answer: Answer) -> bytes:
        """The JSON of an answer; raises the error it stands for."""
        return success(answer, resource.label)

    def ask_refresh(self, client: "Client", line: Line, full: bool) -> str:
        """`POST /force-sync`, for a person who asks now; there is no way to see when it ends (CONFIRMED by absence)."""
        asked = client.post(
            "/force-sync",
            lambda answer: success(answer, "a sync"),
            json={"type": "FULL" if full else "DELTA"},
        )
        try:
            data = msgspec.json.decode(asked, type=_Forced).data
        except msgspec.DecodeError:
            data = _Sync()
        done = (
            "Kombo is already reading the ATS" if data.already_queued else "Kombo was asked to read the ATS"
        )
        extent = {"FULL": " whole", "DELTA": " for what changed"}.get(data.type or "", "")
        return f"{done}{extent}. Its news arrive with the next syncs, within some minutes."


class _Sync(msgspec.Struct):
    already_queued: bool | None = None
    type: str | None = None


class _Forced(msgspec.Struct):
    data: _Sync


def heed(answer: Answer, now: dt.datetime) -> Pace:
    """The limit as each answer tells it (Rate limits & retry, CONFIRMED): slower when little is left, none for a
    while when it is used up."""
    limit, remaining, reset = (
        _whole(answer.headers.get(f"ratelimit-{name}")) for name in ("limit", "remaining", "reset")
    )
    if answer.status == 429:
        return Pace(limit or 0, max(reset or 0, 1))
    few = remaining is not None and remaining < FEW_LEFT
    return Pace(limit or 0, (reset or 0) / ((remaining or 0) + 1) if few else 0.0)


def _whole(text: str | None) -> int | None:
    return min(int(text), 100_000) if text and text.isascii() and text.isdigit() and len(text) < 12 else None


def _integration_of(line: Line) -> str:
    integration = line.settings.get("integration_id", "").strip()
    if not integration:
        raise AccountError("The account has no integration ID.", WHERE_IS_THE_ID, concerns="integration_id")
    return integration


def _restrictions(client: "Client") -> bytes:
    """What the tool takes in files (Attachments, CONFIRMED); b"" where Kombo does not tell, which keeps nobody from the
    lists."""
    try:
        return client.get(
            RESTRICTIONS, None, lambda answer: restrictions_in(success(answer, "limits for files"))
        )
    except OfflineError:
        raise
    except (AccountError, DataError, RefusedError, TransientError):
        return b""


def _fingerprint(key: str) -> str:
    """Tells one key from another and says nothing of either."""
    return hashlib.blake2s(key.encode(), digest_size=4, person=b"atsdesk").hexdigest()
