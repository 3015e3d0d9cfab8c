"""Reports that somebody built in the web UI: run, look, download.

Source: vendor documentation, "Reporting API" (C:V3,V12-V15; S:T2,T3). The members of a report are INFERRED.
"""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.smartrecruiters import filters, ids, services, tabular
from atsdesk.sandbox.smartrecruiters.columns import SERVICES
from atsdesk.sandbox.smartrecruiters.jobs import iso
from atsdesk.sandbox.smartrecruiters.model import encode, link
from atsdesk.sandbox.smartrecruiters.refusals import Refused
from atsdesk.sandbox.smartrecruiters.tenant import Tenant

BASE = "/reporting-api/v201804"
UNDER_WAY = frozenset(("PENDING", "RUNNING"))
_TYPES = {"text": "Text", "moment": "Date", "number": "Number", "flag": "Boolean"}


class Report(NamedTuple):
    """A report: the service whose rows it holds, and columns of its own that no service has."""

    uid: str
    name: str
    service: str
    more: tuple[str, ...]


REPORTS = (
    Report(
        ids.uuid("report", "interviews"),
        "Interviews",
        "interviews",
        ("Job title", "Time in Application State: New", "Screening Question Answer: May you work here?"),
    ),
    Report(ids.uuid("report", "applications"), "Applications – all", "applications", ()),
)
BY_ID = {report.uid: report for report in REPORTS}
INTERVIEWS = REPORTS[0].uid


def _shown(report: Report) -> dict[str, Any]:
    actions = {"files": link(f"{BASE}/reports/{report.uid}/files")}
    return {
        "reportId": report.uid,
        "reportName": report.name,
        "rowEntityTypeId": report.service,
        "actions": actions,
    }


def _report(request: Request) -> Report:
    found = BY_ID.get(request.path_params["id"])
    if found is None:
        raise Refused(404, "Report not found.", "REPORT_NOT_FOUND")
    return found


def reports(tenant: Tenant, request: Request) -> bytes:
    """All reports that the credential may read."""
    return _page(tenant, request, [_shown(report) for report in REPORTS])


def report(_: Tenant, request: Request) -> bytes:
    """One report."""
    return encode(_shown(_report(request)))


def _page(tenant: Tenant, request: Request, listed: list[dict[str, Any]]) -> bytes:
    """A page by `page` and `limit`; the body carries `nextPage`."""
    parameters = request.query_params
    limit = filters.whole(parameters, "limit", tenant.rules.page_size, 1, tenant.rules.page_cap)
    number = filters.read_page(parameters["page"])[1] if parameters.get("page") else 1
    shown: dict[str, Any] = {"content": listed[(number - 1) * limit : number * limit]}
    if len(listed) > number * limit:
        shown["nextPage"] = filters.write_page(("", number + 1))
    return encode(shown)


def start(tenant: Tenant, request: Request) -> bytes:
    """A run on demand; 409 while another one is under way."""
    one = _report(request)
    with tenant.changing() as db:
        busy = tenant.row("SELECT 1 FROM run WHERE report = ? AND status IN ('PENDING', 'RUNNING')", one.uid)
        if busy and tenant.rules.second_run_refused:
            raise Refused(409, "Another run of this report is pending.", "REPORT_RUN_PENDING")
        number = (tenant.row("SELECT coalesce(max(id), 0) + 1 FROM run") or (1,))[0]
        db.execute(
            "INSERT INTO run VALUES (?, ?, ?, 'PENDING', 0, ?, NULL, NULL)",
            (number, ids.uuid("run", number), one.uid, tenant.clock.now()),
        )
    return encode(_run(tenant, number))


def _look(tenant: Tenant, number: int) -> None:
    """Each look moves a run on: PENDING, RUNNING, COMPLETED."""
    found = tenant.row("SELECT report, status, looks FROM run WHERE id = ?", number)
    if found is None or found[1] not in UNDER_WAY:
        return
    looks, polls = found[2] + 1, tenant.rules.report_polls
    status = "COMPLETED" if looks >= polls else "RUNNING" if looks > 1 else "PENDING"
    content = b"".join(_text(tenant, BY_ID[found[0]])) if status == "COMPLETED" else None
    generated = None if content is None else tenant.clock.now()
    with tenant.changing() as db:
        db.execute(
            "UPDATE run SET status = ?, looks = ?, generated = ?, content = ? WHERE id = ?",
            (status, looks, generated, content, number),
        )


def _text(tenant: Tenant, one: Report) -> Iterator[bytes]:
    """The report as it is now: human labels, dates in UTC (C:V14)."""
    header = [*(column.label for column in SERVICES[one.service]), *one.more]
    return tabular.comma_separated(header, _rows(tenant, one), tabular.universal, "\n")


def _rows(tenant: Tenant, one: Report) -> Iterator[list[Any]]:
    for row in services.ROWS[one.service](tenant):
        more: list[Any] = []
        if one.more:
            title = tenant.openings[row[6]].job.title
            more = [
                title,
                round(int(row[0][:6], 16) % 900 / 24, 2),
                ("Yes", "No", "")[int(row[0][-1], 16) % 3],
            ]
        yield [*row, *more]


def _run(tenant: Tenant, number: int) -> dict[str, Any]:
    found = tenant.row("SELECT uid, report, status, scheduled, generated FROM run WHERE id = ?", number)
    assert found is not None
    uid, report_uid, status, scheduled, generated = found
    one = BY_ID[report_uid]
    shown = {
        "reportFileId": uid,
        "reportId": report_uid,
        "reportFileStatus": status,
        "scheduleType": "AD_HOC",
        "schedulingDate": iso(scheduled),
        "requestorId": tenant.staff[0].id,
        "rowEntityTypeId": one.service,
        "rowEntityInstanceId": f"{one.service}-1",
        "columns": [
            {
                "entityTypeId": one.service,
                "entityInstanceId": f"{one.service}-1",
                "dataPointId": column.key,
                "dataPointName": column.label,
                "dataPointType": _TYPES[column.kind],
            }
            for column in SERVICES[one.service]
        ],
        "filters": [],
    }
    if generated is not None:
        shown["generationDate"] = iso(generated)
    return shown


def runs(tenant: Tenant, request: Request) -> bytes:
    """The runs of a report, the newest first."""
    found = tenant.rows("SELECT id FROM run WHERE report = ? ORDER BY id DESC", (_report(request).uid,))
    for (number,) in found:
        _look(tenant, number)
    return _page(tenant, request, [_run(tenant, number) for (number,) in found])


def _newest(tenant: Tenant, request: Request, condition: str = "1") -> int:
    uid = _report(request).uid
    found = tenant.row(f"SELECT id FROM run WHERE report = ? AND {condition} ORDER BY id DESC", uid)
    if found is None:
        raise Refused(404, "The report has no file.", "REPORT_FILE_NOT_FOUND")
    return int(found[0])


def newest(tenant: Tenant, request: Request) -> Response:
    """The newest run; 304 when nothing changed."""
    number = _newest(tenant, request)
    _look(tenant, number)
    return _tagged(request, encode(_run(tenant, number)), "application/json")


def newest_data(tenant: Tenant, request: Request) -> Response:
    """The CSV text of the newest finished run; 304 when the caller has it."""
    return _data(tenant, request, _newest(tenant, request, "status = 'COMPLETED'"))


def _by_uid(tenant: Tenant, request: Request) -> int:
    found = tenant.row("SELECT id FROM run WHERE uid = ?", request.path_params["id"])
    if found is None:
        raise Refused(404, "Report file not found.", "REPORT_FILE_NOT_FOUND")
    return int(found[0])


def run(tenant: Tenant, request: Request) -> bytes:
    """One run."""
    number = _by_uid(tenant, request)
    _look(tenant, number)
    return encode(_run(tenant, number))


def data(tenant: Tenant, request: Request) -> Response:
    """The CSV text of one run."""
    return _data(tenant, request, _by_uid(tenant, request))


def _data(tenant: Tenant, request: Request, number: int) -> Response:
    found = tenant.row("SELECT content FROM run WHERE id = ?", number)
    if found is None or found[0] is None:
        raise Refused(404, "The report file is not ready.", "REPORT_FILE_NOT_READY")
    return _tagged(request, found[0], "text/csv; charset=utf-8")


def _tagged(request: Request, body: bytes, kind: str) -> Response:
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"etag": tag, "content-type": kind}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag})
    return Response(body, headers=headers)
