"""Lists that take more than a GET: reports, data services, and lists that hang on the entries of another."""

import time
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec
import xxhash

from atsdesk.ats.resource import Line, Page, Resource
from atsdesk.ats.smartrecruiters import answers, columns, services, tabular
from atsdesk.ats.smartrecruiters.columns import Service
from atsdesk.errors import ConfigError, DataError, TransientError
from atsdesk.net.answer import Answer
from atsdesk.rows import Item

if TYPE_CHECKING:
    from atsdesk.net.client import Client

REPORTING = "/reporting-api/v201804"
POLL_SECONDS, SLOWEST_POLL = 5.0, 10.0
"""CONFIRMED in words (generation takes minutes), in numbers INFERRED (Incremental sync recipe, 6)."""
LONGEST_RUN = 45 * 60.0
"""INFERRED: seconds after which a report is given up until the next sync."""
UNDER_WAY = frozenset({"PENDING", "RUNNING"})
LARGEST_TABLE = 1_000_000_000
"""Bytes of a table; everything comes in one answer (CONFIRMED, Analytics API)."""
PAGE = 100
CSV = {"Accept": "text/csv"}


def mapping(settings: Mapping[str, str]) -> dict[str, str]:
    """The account's own columns by header, as it remembers them."""
    text = settings.get("columns", "")
    return msgspec.json.decode(text, type=dict[str, str]) if text else {}


def check_mapping(name: str, text: str) -> None:
    """Raises `ConfigError` for what is no mapping of headers."""
    try:
        mapping({"columns": text})
    except msgspec.DecodeError:
        raise ConfigError(
            f"The setting {name} is no JSON object of texts.",
            'It looks like {"Interview number": "interviewId"}.',
            concerns=name,
        ) from None


def _page(resource: Resource, service: Service, data: bytes, line: Line, **options: Any) -> Page:
    table = tabular.read(data, service.name, mapping(line.settings), **options)
    if table.problems:
        raise ConfigError(
            f"The table of {service.name} cannot be read. {table.problems[0]}",
            f"Its headers are: {', '.join(table.headers[:40])}. Add the column to the report, or map a header to it"
            " with `atsdesk import`.",
            concerns=resource.name,
        )
    return Page.of(services.items(table, _KEPT.get(resource.name, ())))


_KEPT = {"analytics_eeoc": ("applicationId", "candidateProfileId", "jobId", *columns.APPLICATIONS.sensitive)}


def data_service(resource: Resource, service: Service) -> Callable[["Client", Line], Page]:
    """Everything that a data service holds, in one answer."""

    def load(client: "Client", line: Line) -> Page:
        data = client.get(
            f"/analytics/{service.name}",
            None,
            lambda answer: answers.table_of(resource, answer),
            headers=CSV,
            largest=LARGEST_TABLE,
        )
        return _page(resource, service, data, line, sensitive=resource.name in _KEPT)

    return load


def report(resource: Resource, service: Service) -> Callable[["Client", Line], Page]:
    """Run a report of Report Builder, wait for it, and download it (SECONDARY, Reporting API)."""

    def load(client: "Client", line: Line) -> Page:
        files = f"{REPORTING}/reports/{_report_id(line)}/files"
        _wait_for(client, line, resource, files, _start(client, resource, files))
        data = client.get(
            f"{files}/recent/data",
            None,
            lambda answer: answers.table_of(resource, answer),
            headers=CSV,
            largest=LARGEST_TABLE,
        )
        return _page(resource, service, data, line)

    return load


def look_at_report(resource: Resource) -> Callable[["Client", Line], Page]:
    """Whether the report is there, without running it."""

    def look(client: "Client", line: Line) -> Page:
        path = f"{REPORTING}/reports/{_report_id(line)}"
        body = client.get(path, None, lambda answer: answers.json_of(resource, answer))
        return Page.of([Item(path, b"", body)])

    return look


def _report_id(line: Line) -> str:
    identity = line.settings.get("report_id", "").strip()
    if not identity:
        raise ConfigError(
            "The account has no report_id, which reading interviews by a report needs.",
            "Build a report of interviews in Report Builder and set report_id to its id, or set interviews_mode to"
            " analytics, api or off.",
            concerns="report_id",
        )
    return quote(identity, safe="")


def _start(client: "Client", resource: Resource, files: str) -> str:
    """The id of a new run; "" where it was refused because one is under way (SECONDARY, Known quirks)."""

    def read(answer: Answer) -> str:
        if answer.status in (200, 201, 202):
            return str(answers.members(answer).get("reportFileId") or "")
        raise answers.explain(resource, answer)

    try:
        return client.post(files, read)
    except DataError:
        if any(run.get("reportFileStatus") in UNDER_WAY for run in _runs(client, resource, files)):
            return ""
        raise


def _runs(client: "Client", resource: Resource, files: str) -> list[Mapping[str, Any]]:
    body = client.get(files, {"limit": "10"}, lambda answer: answers.json_of(resource, answer))
    found = msgspec.json.decode(body)
    content = found.get("content") if isinstance(found, dict) else None
    return [run for run in content or () if isinstance(run, dict)]


def _wait_for(client: "Client", line: Line, resource: Resource, files: str, identity: str) -> None:
    """Until the run has ended; the newest one where ours was refused."""
    pause = min(POLL_SECONDS, line.patience.longest_pause)
    until = time.monotonic() + LONGEST_RUN
    while True:
        runs = _runs(client, resource, files)
        run = next((one for one in runs if one.get("reportFileId") == identity), runs[0] if runs else {})
        status = run.get("reportFileStatus")
        if status == "COMPLETED":
            return
        if status == "FAILED":
            raise DataError(
                "SmartRecruiters could not make the report of interviews.",
                "Open the report in Report Builder and run it there; then sync again. What was read before stays.",
                concerns=resource.name,
            )
        if time.monotonic() > until:
            raise TransientError(
                "The report of interviews was not ready in time.",
                "Sync again later: the run under way is used then.",
                concerns=resource.name,
            )
        line.cancel.sleep(pause)
        pause = min(pause * 1.2, SLOWEST_POLL, line.patience.longest_pause)


def sources(resource: Resource) -> Callable[["Client", Line], Page]:
    """The sources of every type; they still come by limit and offset (SECONDARY, Pagination)."""

    def load(client: "Client", line: Line) -> Page:
        found = []
        for kind in _content(client, resource, "/configuration/sources", {}):
            name = str(kind.get("id") or "")
            path = f"/configuration/sources/{quote(name, safe='')}/values"
            for value in _sliced(client, resource, path):
                identity = f"{name}:{value.get('id')}"
                found.append(_item({"id": identity, "type": name, "value": value}))
        return Page.of(found)

    return load


def options(resource: Resource, path: str) -> Callable[["Client", Line], Page]:
    """The choices of every field that has some, as its link to them says."""

    def load(client: "Client", line: Line) -> Page:
        found = []
        for field in _content(client, resource, path, {}):
            actions = field.get("actions")
            if not (field.get("id") and isinstance(actions, dict) and actions.get("values")):
                continue
            name = str(field["id"])
            values = _content(client, resource, f"{path}/{quote(name, safe='')}/values", {})
            found += [
                _item({"id": f"{name}:{value.get('id')}", "field": name, "value": value}) for value in values
            ]
        return Page.of(found)

    return load


def _item(record: Mapping[str, Any]) -> Item:
    body = msgspec.json.encode(record)
    return Item(str(record["id"]), xxhash.xxh3_128_digest(body), body)


def _sliced(client: "Client", resource: Resource, path: str) -> Iterator[Mapping[str, Any]]:
    offset = 0
    while True:
        found = _content(client, resource, path, {"limit": str(PAGE), "offset": str(offset)})
        yield from found
        offset += len(found)
        if len(found) < PAGE:
            return


def _content(
    client: "Client", resource: Resource, path: str, query: Mapping[str, str]
) -> list[Mapping[str, Any]]:
    body = client.get(path, query, lambda answer: answers.json_of(resource, answer))
    try:
        found = msgspec.json.decode(body)
    except msgspec.DecodeError as error:
        raise TransientError("SmartRecruiters' answer was cut short.", "Try again later.") from error
    content = found.get("content") if isinstance(found, dict) else None
    if not isinstance(content, list):
        raise TransientError('SmartRecruiters\' answer holds no list "content".', "Try again later.")
    return [one for one in content if isinstance(one, dict)]
