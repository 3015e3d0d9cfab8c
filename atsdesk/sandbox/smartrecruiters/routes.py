"""Every call of the imitation: method, path, what it does, the scope it needs and the limit it counts for.

Source: vendor documentation, "Endpoints" (S:T1,T2).
"""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.smartrecruiters import (
    analytics,
    attaching,
    configuration,
    interviewing,
    joblist,
    reading,
    reporting,
    scopes,
    writing,
)
from atsdesk.sandbox.smartrecruiters.columns import SERVICES
from atsdesk.sandbox.smartrecruiters.limits import CANDIDATES, USUAL
from atsdesk.sandbox.smartrecruiters.tenant import Tenant

Answer = Response | bytes
Act = Callable[[Tenant, Request], Answer | Awaitable[Answer]]
CREATED = 0  # the status that the rules name


class Call(NamedTuple):
    """One call."""

    method: str
    path: str
    act: Act
    scope: str
    lane: str = USUAL
    status: int = 200


def _reads(scope: str, base: str, acts: dict[str, Act]) -> list[Call]:
    return [Call("GET", base + path, act, scope) for path, act in acts.items()]


_ONE, _PAIR = "/candidates/{id}", "/candidates/{id}/jobs/{job}"


def _service(name: str) -> Act:
    def act(tenant: Tenant, request: Request) -> Answer:
        return analytics.service(tenant, request, name)

    return act


CALLS: list[Call] = [
    Call("GET", "/candidates", reading.candidates, scopes.CANDIDATES_READ, CANDIDATES),
    Call("POST", "/candidates", writing.create, scopes.CANDIDATES_CREATE, status=CREATED),
    Call("POST", "/candidates/cv", writing.create_from_cv, scopes.CANDIDATES_CREATE, status=CREATED),
    Call("POST", "/jobs/{job}/candidates", writing.create, scopes.CANDIDATES_CREATE, status=CREATED),
    Call(
        "POST", "/jobs/{job}/candidates/cv", writing.create_from_cv, scopes.CANDIDATES_CREATE, status=CREATED
    ),
    *_reads(
        scopes.CANDIDATES_READ,
        "",
        {
            _ONE: reading.candidate,
            _PAIR: reading.pair,
            f"{_ONE}/status/history": lambda t, r: reading.history(t, reading.primary(t, r)),
            f"{_PAIR}/status/history": lambda t, r: reading.history(t, reading.application(t, r)),
            f"{_ONE}/attachments": attaching.of_candidate,
            f"{_PAIR}/attachments": attaching.of_pair,
            f"{_ONE}/attachments/{{attachment}}": attaching.download,
            f"{_ONE}/properties": reading.own_properties,
            f"{_PAIR}/properties": reading.pair_properties,
            f"{_PAIR}/screening-answers": reading.screening,
            f"{_ONE}/onboardingStatus": reading.onboarding,
            f"{_ONE}/tags": reading.tags,
            "/job-applications-api/v202112/job-applications/{id}": reading.job_application,
        },
    ),
    Call("PATCH", _ONE, writing.update, scopes.CANDIDATES_MANAGE),
    Call("DELETE", _ONE, writing.delete, scopes.CANDIDATES_MANAGE, status=204),
    Call("PUT", f"{_PAIR}/status", writing.set_status, scopes.CANDIDATES_MANAGE, status=204),
    Call("PUT", f"{_ONE}/status", writing.set_status, scopes.CANDIDATES_MANAGE, status=204),
    Call("PUT", f"{_PAIR}/source", writing.set_source, scopes.CANDIDATES_MANAGE, status=204),
    Call("POST", f"{_ONE}/tags", writing.add_tags, scopes.CANDIDATES_MANAGE, status=CREATED),
    Call("PUT", f"{_ONE}/tags", writing.replace_tags, scopes.CANDIDATES_MANAGE),
    Call("DELETE", f"{_ONE}/tags", writing.remove_tags, scopes.CANDIDATES_MANAGE, status=204),
    Call("POST", f"{_ONE}/attachments", attaching.add, scopes.CANDIDATES_CREATE, status=CREATED),
    Call("POST", f"{_PAIR}/attachments", attaching.add, scopes.CANDIDATES_CREATE, status=CREATED),
    *_reads(
        scopes.OFFERS_READ,
        "",
        {
            "/offers": configuration.all_offers,
            f"{_PAIR}/offers": reading.offers,
            f"{_PAIR}/offers/{{offer}}": reading.offer,
        },
    ),
    *_reads(
        scopes.JOBS_READ,
        "/jobs",
        {
            "": joblist.jobs,
            "/{id}": joblist.job,
            "/{id}/hiring-team": joblist.hiring_team,
            "/{id}/positions": joblist.positions,
            "/{id}/status/history": joblist.history,
        },
    ),
    Call("GET", "/configuration/company", configuration.company, scopes.COMPANY_READ),
    *_reads(
        scopes.CONFIGURATION_READ,
        "/configuration",
        {
            "/departments": configuration.departments,
            "/departments/{id}": configuration.department,
            "/hiring-processes": configuration.hiring_processes,
            "/hiring-processes/{id}": configuration.hiring_process,
            "/job-properties": configuration.job_properties,
            "/job-properties/{id}/values": configuration.job_property_values,
            "/candidate-properties": configuration.candidate_properties,
            "/candidate-properties/{id}": configuration.candidate_property,
            "/candidate-properties/{id}/values": configuration.candidate_property_values,
            "/offer-properties": configuration.offer_properties,
            "/sources": configuration.sources,
            "/sources/{type}/values": configuration.source_values,
            "/sources/{type}/values/{id}": configuration.source_value,
            "/rejection-reasons": configuration.rejection_reasons,
            "/withdrawal-reasons": configuration.withdrawal_reasons,
        },
    ),
    *_reads(
        scopes.USERS_READ,
        "/user-api/v201804/users",
        {"": configuration.users, "/{id}": configuration.user},
    ),
    *_reads(
        scopes.INTERVIEWS_READ,
        interviewing.INTERVIEWS,
        {
            "/interviews": interviewing.interviews,
            "/interviews/{id}": interviewing.interview,
            "/interview-types": interviewing.interview_types,
        },
    ),
    *_reads(scopes.REVIEWS_READ, interviewing.REVIEWS, {"/reviews": interviewing.reviews}),
    Call(
        "POST", f"{reporting.BASE}/reports/{{id}}/files", reporting.start, scopes.REPORTS_READ, status=CREATED
    ),
    *_reads(
        scopes.REPORTS_READ,
        reporting.BASE,
        {
            "/reports": reporting.reports,
            "/reports/{id}": reporting.report,
            "/reports/{id}/files": reporting.runs,
            "/reports/{id}/files/recent": reporting.newest,
            "/reports/{id}/files/recent/data": reporting.newest_data,
            "/files/{id}": reporting.run,
            "/files/{id}/data": reporting.data,
        },
    ),
    *_reads(scopes.ANALYTICS_READ, "/analytics", {f"/{name}": _service(name) for name in SERVICES}),
]
