"""The lists of SmartRecruiters, each with the scope it needs (contract: Endpoints; scopes: Base URLs & auth)."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from atsdesk.ats.resource import WHOLE, Follow, Reach, Resource, Window
from atsdesk.ats.smartrecruiters import (
    columns,
    company,
    details,
    interviews,
    loads,
    people,
    records,
    services,
)
from atsdesk.ats.smartrecruiters.columns import Service

DAY = dt.timedelta(days=1)
REPORT_MINUTES = 60
"""INFERRED: a run of a report takes minutes (SECONDARY, Reporting API), and its limits are unknown (Unknowns, 10)."""
LIVING = "exists (select 1 from applications a where a.account_id = t.account_id and a.candidate_id = t.id" \
    " and a.status = 'active' and a.deleted_at is null)"  # fmt: skip
REPORT, ANALYTICS, API, OFF = "report", "analytics", "api", "off"
MODES = (REPORT, ANALYTICS, API, OFF)
CANDIDATES_READ = "candidates_read"
CONFIGURATION_READ = "configuration_read"
DEPRECATED = "The vendor has called the Analytics API deprecated since 2018; the other lists tell the same."


@dataclass(frozen=True, slots=True)
class UpdatedAfter:
    """The filter in the vendor's spelling (SECONDARY, Incremental sync recipe): it knows no other end than now."""

    def query(self, window: Window) -> dict[str, str]:
        return {"updatedAfter": f"{window.after[:-1]}.000+00:00"} if window.after else {}


def mode(settings: Mapping[str, str]) -> str:
    """How interviews are read: as the account says, else by its report where it has one."""
    return settings.get("interviews_mode", "") or (REPORT if settings.get("report_id") else OFF)


def report_every(settings: Mapping[str, str]) -> dt.timedelta:
    """The time between two runs of the report."""
    return dt.timedelta(minutes=int(settings.get("report_minutes") or REPORT_MINUTES))


JOBS = Resource(
    name="jobs",
    label="Jobs",
    path="/jobs",
    envelope="content",
    key="id",
    table="jobs",
    shape=company.JOB_SHAPE,
    rows=company.job_rows,
    record=records.Job,
    changed=UpdatedAfter(),
    permission="jobs_read",
)
CANDIDATES = Resource(
    name="candidates",
    label="Candidates",
    path="/candidates",
    envelope="content",
    key="id",
    table="candidates",
    shape=people.CANDIDATE_SHAPE,
    rows=people.candidate_rows,
    record=records.Candidate,
    changed=UpdatedAfter(),
    reach=Reach(UpdatedAfter(), "updatedOn"),
    permission=CANDIDATES_READ,
    owners={"candidate_tags": "candidates"},
)
USERS = Resource(
    name="users",
    label="Users",
    path="/user-api/v201804/users",
    envelope="content",
    key="id",
    table="users",
    shape=company.USER_SHAPE,
    rows=company.user_rows,
    record=records.User,
    changed=UpdatedAfter(),
    single=lambda ids: (f"/user-api/v201804/users/{quote(ids[0], safe='')}", {}),
)
OFFERS = Resource(
    name="offers",
    label="Offers",
    path="/offers",
    envelope="content",
    key="id",
    table="offers",
    shape=company.OFFER_SHAPE,
    rows=company.offer_rows,
    record=records.Offer,
    changed=WHOLE,
    permission="candidates_offers_read",
    owners={"custom_values": "offers"},
)


def _configured(
    name: str, label: str, shape: Mapping[str, tuple[str, ...]], rows: Callable[..., None], **more: object
) -> Resource:
    made = Resource(
        name=name.replace("-", "_"),
        label=label,
        path=f"/configuration/{name}",
        envelope="content",
        key="id",
        table=next(iter(shape)),
        shape=shape,
        rows=rows,
        record=records.Named,
        permission=CONFIGURATION_READ,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def _options(of: str, label: str) -> Resource:
    made = _configured(
        f"{of}-options", label, company.OPTION_SHAPE, company.option_rows, record=records.Option
    )
    made = replace(made, path=f"/configuration/{of}-properties/{{id}}/values", every=DAY, permission="")
    return replace(made, load=loads.options(made, f"/configuration/{of}-properties"))


_sources = _configured("sources", "Sources", company.SOURCE_SHAPE, company.source_rows, record=records.Source)
CONFIGURATION = (
    _configured("departments", "Departments", company.DEPARTMENT_SHAPE, company.department_rows),
    replace(_sources, load=loads.sources(_sources), every=DAY),
    _configured("rejection-reasons", "Rejection reasons", company.REASON_SHAPE, company.rejection_reason_rows),
    _configured("withdrawal-reasons", "Withdrawal reasons", company.REASON_SHAPE, company.withdrawal_reason_rows),
    _configured(
        "candidate-properties", "Candidate fields", company.FIELD_SHAPE, company.candidate_field_rows,
        record=records.Definition, permission="",
    ),
    _configured(
        "job-properties", "Job fields", company.FIELD_SHAPE, company.job_field_rows, record=records.Definition,
        permission="",
    ),
    _options("candidate", "Candidate field options"),
    _options("job", "Job field options"),
)  # fmt: skip

JOB_DETAILS = Resource(
    name="job_details",
    label="Job details",
    path="/jobs",
    envelope="",
    key="id",
    table="jobs",
    shape=company.JOB_DETAILS_SHAPE,
    rows=company.job_details_rows,
    record=records.JobDetails,
    permission="jobs_read",
    owners={"custom_values": "jobs"},
    owns={"hiring_team": "job_id", "openings": "job_id"},
    follow=Follow("jobs", details.job, gone_is_final=False, again=DAY, again_while="t.status <> 'closed'"),
)
CANDIDATE_DETAILS = Resource(
    name="candidate_details",
    label="Candidate details",
    path="/candidates",
    envelope="",
    key="id",
    table="candidates",
    shape=people.DETAILS_SHAPE,
    rows=people.details_rows,
    record=records.Candidate,
    permission=CANDIDATES_READ,
    owns={"educations": "candidate_id", "employments": "candidate_id"},
    follow=Follow("candidates", details.candidate),
)


def _followed(
    name: str,
    label: str,
    table: str,
    shape: Mapping[str, tuple[str, ...]],
    rows: Callable[..., None],
    record: type[records.Camel],
    follow: Follow,
    **more: object,
) -> Resource:
    made = Resource(
        name=name, label=label, path="/candidates", envelope="", key="id", table=table, shape=shape, rows=rows,
        record=record, permission=CANDIDATES_READ, follow=replace(follow, gone_is_final=False),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


HISTORIES = _followed(
    "status_histories", "Status histories", "applications", people.HISTORIES_SHAPE, people.histories_rows,
    records.Histories, Follow("candidates", details.histories),
)  # fmt: skip
ATTACHMENTS = _followed(
    "attachments", "Attachments", "attachments", people.ATTACHMENTS_SHAPE, people.attachments_rows,
    records.Attachments, Follow("candidates", details.attachments), owners={"attachments": "candidates"},
)  # fmt: skip
CANDIDATE_VALUES = _followed(
    "candidate_values", "Candidate field values", "custom_values", people.VALUES_SHAPE,
    people.candidate_values_rows, records.CandidateValues, Follow("candidates", details.candidate_values),
    owners={"custom_values": "candidates"},
)  # fmt: skip
APPLICATION_VALUES = _followed(
    "application_values", "Application field values", "custom_values", people.VALUES_SHAPE,
    people.application_values_rows, records.ApplicationValues, Follow("candidates", details.application_values),
)  # fmt: skip
API_INTERVIEWS = _followed(
    "api_interviews", "Interviews made through the API", "interviews", interviews.API_SHAPE, interviews.api_rows,
    records.ApiInterviews, Follow("candidates", details.interviews, again=DAY, again_while=LIVING),
    permission="", owns={"interviews": "candidate_id", **interviews.OWNS},
    applies=lambda settings: mode(settings) == API,
)  # fmt: skip


def _table(
    service: Service,
    label: str,
    shape: Mapping[str, tuple[str, ...]],
    rows: Callable[..., None],
    **more: object,
) -> Resource:
    """A data service, off by itself."""
    made = Resource(
        name=f"analytics_{service.name.replace('-', '_')}",
        label=label,
        path=f"/analytics/{service.name}",
        envelope="content",
        key="id",
        table=next(name for name in reversed(tuple(shape)) if name != "custom_fields"),
        shape=shape,
        rows=rows,
        record=records.Tabular,
        every=DAY,
        chosen=False,
        why=DEPRECATED,
    )
    made = replace(made, **more)  # type: ignore[arg-type]
    return replace(made, load=loads.data_service(made, service))


def _interviews() -> Resource:
    made = Resource(
        name="interviews",
        label="Interviews",
        path="/analytics/interviews",
        envelope="content",
        key="id",
        table="interviews",
        shape=interviews.SHAPE,
        rows=interviews.slot_rows,
        record=records.Tabular,
        owns=interviews.OWNS,
        every=lambda settings: DAY if mode(settings) == ANALYTICS else report_every(settings),
        applies=lambda settings: mode(settings) in (REPORT, ANALYTICS),
    )
    by_report, look = loads.report(made, columns.INTERVIEWS), loads.look_at_report(made)
    by_service = loads.data_service(made, columns.INTERVIEWS)
    return replace(
        made,
        load=lambda client, line: (by_report if mode(line.settings) == REPORT else by_service)(client, line),
        glance=lambda client, line: (look if mode(line.settings) == REPORT else by_service)(client, line),
    )


INTERVIEWS = _interviews()
TABLES = (
    _table(
        columns.APPLICATIONS, "Applications (data service)", services.APPLICATIONS_SHAPE, services.application_rows,
        completes={"candidates": (CANDIDATES.name, "id"), "applications": (CANDIDATES.name, "candidate_id")},
    ),
    _table(
        columns.APPLICATIONS, "Equal opportunity answers (data service)", services.EEOC_SHAPE, services.eeoc_rows,
        name="analytics_eeoc", why=f"Gender and ethnicity are sensitive. {DEPRECATED}",
    ),
    _table(
        columns.JOBS, "Jobs (data service)", services.JOBS_SHAPE, services.job_rows,
        completes={"jobs": (JOBS.name, "id")},
    ),
    _table(
        columns.POSITIONS, "Positions (data service)", services.POSITIONS_SHAPE, services.position_rows,
        completes={"openings": (JOB_DETAILS.name, "job_id")},
    ),
    _table(
        columns.HIRING_TEAM, "Hiring teams (data service)", services.HIRING_TEAM_SHAPE, services.hiring_team_rows,
        completes={"hiring_team": (JOB_DETAILS.name, "job_id")},
    ),
    _table(
        columns.JOB_FIELDS, "Job fields (data service)", services.JOB_FIELDS_SHAPE, services.job_fields_rows,
        owners={"custom_values": "jobs"}, completes={"custom_values": (JOB_DETAILS.name, "row_id")},
    ),
)  # fmt: skip
RESOURCES = (
    USERS,
    *CONFIGURATION,
    JOBS,
    JOB_DETAILS,
    CANDIDATES,
    OFFERS,
    INTERVIEWS,
    CANDIDATE_DETAILS,
    HISTORIES,
    ATTACHMENTS,
    CANDIDATE_VALUES,
    APPLICATION_VALUES,
    API_INTERVIEWS,
    *TABLES,
)
"""In the order in which they are read: what takes hours comes last."""
OF_SERVICE = {
    "interviews": INTERVIEWS,
    "applications": TABLES[0],
    "jobs": TABLES[2],
    "positions": TABLES[3],
    "hiring-team": TABLES[4],
    "job-fields": TABLES[5],
}
"""Where the rows of a file go, by the service whose columns it has."""
