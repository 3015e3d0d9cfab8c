"""What Kombo tells of a connection before its lists are read, in plain words (Sync states, CONFIRMED)."""

from collections.abc import Mapping, Sequence

import msgspec
import xxhash

from atsdesk.ats.kombo.codes import CODES
from atsdesk.ats.resource import Readiness, Resource
from atsdesk.errors import TransientError


class Part(msgspec.Struct):
    """A model or field of the tool, and whether it is to be had."""

    id: str | None = None
    is_available: bool | None = None
    coverage_status: str | None = None
    scope_config_setting: str | None = None
    opted_out_by_customer: bool | None = None
    fields: "list[Part | None] | None" = None


class Labelled(msgspec.Struct):
    id: str | None = None
    name: str | None = None
    label: str | None = None


class Integration(msgspec.Struct):
    """`GET /integrations/{integration_id}`."""

    tool: Labelled | None = None
    status: str | None = None
    setup_status: str | None = None
    scope_config: Labelled | None = None
    data_expired_at: str | None = None
    read_models: list[Part | None] | None = None


class _Answer(msgspec.Struct):
    data: Integration


MODEL = "ats_"
"""What the ids of read models begin with, before the name of the list (CONFIRMED by sample)."""
STATUS = {
    "ACTIVE": "Active: Kombo keeps the data fresh.",
    "INVALID": "Invalid: the ATS no longer lets Kombo in, so that the data is not refreshed. The customer has to"
    " connect again; Kombo's dashboard has a reconnection link. What was read before is still served.",
    "INACTIVE": "Inactive: the connection is switched off in Kombo, so that the data is not refreshed. Switch it on"
    " in Kombo's dashboard. In a development environment that happens after two weeks without use.",
}
SETUP = {
    "COMPLETED": "Complete.",
    "INCOMPLETE": "Not complete: finish the open steps in Kombo's dashboard.",
    "FINAL_SYNC_PENDING": "Almost complete: Kombo reads the ATS for the first time, which takes from seconds to hours.",
}
CREATED_ONLY = (
    "By default Kombo serves only the candidates and applications that were created through Kombo. To read all of"
    " them, change how applications are tracked in Kombo's dashboard, in the scope config of the connection, then"
    " sync again."
)
"""CONFIRMED: a fresh connection is empty until a switch in the dashboard is changed."""
CREATED_ONLY_LISTS = ("candidates", "applications")
LACKING, OFF = CODES["INTEGRATION.MODEL_NOT_AVAILABLE"], CODES["INTEGRATION.MODEL_DISABLED"]


def integration(body: bytes) -> Integration:
    """The details in an answer; raises `TransientError` where it holds none."""
    try:
        return msgspec.json.decode(body, type=_Answer).data
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise TransientError(
            "Kombo's answer about the connection could not be read.",
            "Check that the account's address is the API's; otherwise try again later.",
        ) from error


def is_well(details: Integration) -> bool:
    """Whether the connection works and is complete."""
    return details.status == "ACTIVE" and details.setup_status == "COMPLETED"


def readiness(details: Integration, resources: Sequence[Resource], basis: Mapping[str, str]) -> Readiness:
    """How the account stands; `basis` is what its copy rests on besides what Kombo tells here."""
    models = {part.id: part for part in details.read_models or () if part and part.id}
    hidden = {
        resource.name: reason
        for resource in resources
        if (part := models.get(MODEL + resource.name.replace("-", "_")))
        and (reason := _why_not(part, resource))
    }
    scope = details.scope_config
    return Readiness(
        basis={
            **basis,
            "scope": (scope.id or "") if scope else "",
            "models": _digest(details),
            "expired": details.data_expired_at or "",
        },
        empty=dict.fromkeys(CREATED_ONLY_LISTS, CREATED_ONLY) if is_well(details) else {},
        hidden=hidden,
        health=_health(details),
    )


def _why_not(part: Part, resource: Resource) -> str:
    """Why a list is not to be had; "" where it is."""
    if part.is_available is not False:
        return ""
    if part.opted_out_by_customer:
        return f'The customer does not share "{resource.label}" through Kombo. The list is left out.'
    known = OFF if part.scope_config_setting == "DISABLED" else LACKING
    return f"{known.title.format(what=resource.label)} {known.hint}"


def _digest(details: Integration) -> str:
    """What is shared, in short: it changes when a model or field is switched on or off."""
    shared = sorted(
        (
            part.id or "",
            part.is_available is not False,
            sorted((one.id or "", one.is_available is not False) for one in part.fields or () if one),
        )
        for part in details.read_models or ()
        if part
    )
    return xxhash.xxh3_64_hexdigest(msgspec.json.encode(shared))


def _health(details: Integration) -> dict[str, str]:
    tool, status, setup = details.tool, details.status or "", details.setup_status or ""
    told = {
        "system": (tool.label or tool.id or "") if tool else "",
        "connection": STATUS.get(status, status),
        "setup": SETUP.get(setup, setup),
        "data": (
            f"Outdated since {details.data_expired_at}: what is shared was changed in Kombo; its next good sync brings"
            " it up to date, and then everything is read again here."
            if details.data_expired_at
            else ""
        ),
    }
    return {name: sentence for name, sentence in told.items() if sentence}
