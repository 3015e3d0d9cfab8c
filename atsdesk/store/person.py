"""What else is known of a candidate: interviews and feedback, offers, background, notes, the same person elsewhere."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atsdesk.rows import Value
from atsdesk.store.engine import Connection
from atsdesk.store.search import match_expression, phone_digits
from atsdesk.store.views import FEEDBACK


@dataclass(frozen=True, slots=True)
class InterviewerDetail:
    """One interviewer; `late` says that the feedback is overdue."""

    name: str
    response: str | None
    rating: str | None
    review: str | None
    feedback_at: str | None
    late: bool


@dataclass(frozen=True, slots=True)
class InterviewDetail:
    """One time slot of one interview."""

    interviewers: Sequence[InterviewerDetail]
    title: str | None
    stage: str | None
    status: str
    starts_at: str | None
    ends_at: str | None
    held_on: str | None
    starts_local: str | None
    timezone: str | None
    location: str | None


@dataclass(frozen=True, slots=True)
class OfferDetail:
    """One version of one offer."""

    version: int | None
    is_current: bool
    status: str
    sent_on: str | None
    starts_on: str | None
    resolved_at: str | None


@dataclass(frozen=True, slots=True)
class Station:
    """A school or an employer: what, where, and from when to when."""

    what: str
    where: str
    started: str | None
    ended: str | None
    description: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """A note; `body` may be HTML."""

    at: str | None
    author: str | None
    subject: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A candidate of another account, or another one of this, who seems to be the same person."""

    account: str
    id: str
    name: str | None
    by: str
    """What is the same: email or phone."""


def interviews(
    connection: Connection, account: str, candidate: str
) -> Mapping[str, Sequence[InterviewDetail]]:
    """By application ("" for none), the newest first."""
    found = connection.execute(
        """
        select i.application_id, i.id, i.title, i.stage, i.status, i.starts_at, i.ends_at, i.held_on, i.starts_local,
               i.timezone, i.location
        from interviews i
        where i.account_id = :account and i.deleted_at is null and (i.candidate_id = :candidate or i.application_id in
          (select id from applications where account_id = :account and candidate_id = :candidate))
        order by coalesce(i.starts_at, i.held_on) desc
        """,
        {"account": account, "candidate": candidate},
    ).fetchall()
    made: defaultdict[str, list[InterviewDetail]] = defaultdict(list)
    for application, identity, *columns in found:
        made[application or ""].append(
            InterviewDetail(_interviewers(connection, account, identity), *columns)
        )
    return made


def _interviewers(connection: Connection, account: str, interview: str) -> list[InterviewerDetail]:
    found = connection.execute(
        f"""
        select coalesce(v.name, v.email, v.user_id, ''), v.response, coalesce(v.rating, s.rating),
               coalesce(v.review, s.notes), coalesce(v.feedback_at, s.submitted_at), {FEEDBACK} is 'overdue'
        from interviewers v
        join interviews i on i.account_id = v.account_id and i.id = v.interview_id
        left join scorecards s on s.account_id = v.account_id and s.id = v.scorecard_id and s.deleted_at is null
        where v.account_id = ? and v.interview_id = ? and v.deleted_at is null
        order by 1
        """,
        (account, interview),
    )
    return [
        InterviewerDetail(name, response, rating, review, feedback_at, bool(late))
        for name, response, rating, review, feedback_at, late in found
    ]


def offers(connection: Connection, account: str, candidate: str) -> Mapping[str, Sequence[OfferDetail]]:
    """By application, the latest version first."""
    found = connection.execute(
        """
        select o.application_id, o.version, o.is_current is not 0, o.status, o.sent_on, o.starts_on, o.resolved_at
        from offers o
        where o.account_id = :account and o.deleted_at is null and o.application_id in
          (select id from applications where account_id = :account and candidate_id = :candidate)
        order by o.version desc, o.created_at desc
        """,
        {"account": account, "candidate": candidate},
    )
    made: defaultdict[str, list[OfferDetail]] = defaultdict(list)
    for application, version, is_current, *columns in found:
        made[application].append(OfferDetail(version, bool(is_current), *columns))
    return made


def stations(connection: Connection, account: str, candidate: str) -> tuple[list[Station], list[Station]]:
    """Employments and educations, the latest first."""
    employments = connection.execute(
        "select coalesce(title, ''), coalesce(company, ''), started, ended, description from employments"
        " where account_id = ? and candidate_id = ? and deleted_at is null"
        " order by ended is not null, started desc, id",
        (account, candidate),
    )
    educations = connection.execute(
        "select trim(coalesce(degree, '') || iif(degree is not null and discipline is not null, ', ', '')"
        " || coalesce(discipline, '')), coalesce(school, ''), started, ended, description from educations"
        " where account_id = ? and candidate_id = ? and deleted_at is null order by started desc, id",
        (account, candidate),
    )
    return [Station(*row) for row in employments], [Station(*row) for row in educations]


def notes(connection: Connection, account: str, candidate: str) -> list[Note]:
    """The newest first."""
    found = connection.execute(
        """
        select created_at, author, subject, coalesce(body, '') from notes
        where account_id = :account and deleted_at is null and (candidate_id = :candidate or application_id in
          (select id from applications where account_id = :account and candidate_id = :candidate))
        order by created_at desc
        """,
        {"account": account, "candidate": candidate},
    )
    return [Note(*row) for row in found]


def elsewhere(
    connection: Connection, account: str, candidate: str, fields: Mapping[str, Value]
) -> list[Elsewhere]:
    """Who has the same e-mail address or phone number, found by the search index."""
    made: dict[tuple[str, str], Elsewhere] = {}
    for column in ("email", "phone", "mobile_phone"):
        text = str(fields.get(column) or "").strip()
        same = _mail if column == "email" else phone_digits
        match = match_expression(text)
        if not same(text) or not match:
            continue
        found = connection.execute(
            """
            select account_id, id, name, email, phone, mobile_phone from candidates
            where pk in (select rowid from candidates_search where candidates_search match ?)
              and deleted_at is null and not (account_id = ? and id = ?)
            limit 50
            """,
            (match, account, candidate),
        )
        for other_account, identity, name, email, *phones in found:
            theirs = (
                [_mail(email or "")] if column == "email" else [phone_digits(one or "") for one in phones]
            )
            if same(text) in theirs:
                by = "email" if column == "email" else "phone"
                made.setdefault((other_account, identity), Elsewhere(other_account, identity, name, by))
    return list(made.values())


def _mail(text: str) -> str:
    return text.strip().casefold()
