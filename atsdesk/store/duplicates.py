"""Candidates who may be the same person as one who is about to be sent: by address, number, profile, name and job."""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from atsdesk.store import search
from atsdesk.store.engine import Connection
from atsdesk.store.tables.people import LINKEDIN_NAME

EMAIL, PHONE, LINKEDIN, NAME_AND_JOB = "email", "phone", "linkedin", "name_and_job"
MOST = 50
"""Candidates with the same name that are looked at."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of the one who is about to be sent."""

    emails: Sequence[str] = ()
    phones: Sequence[str] = ()
    linkedin: str = ""
    """The name in the address of the profile."""
    name: str = ""
    account: str = ""
    job_id: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """An application of somebody who is in an account already."""

    job_id: str
    job: str
    status: str
    stage: str
    same_job: bool


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A candidate who may be the same person, and by what."""

    account: str
    id: str
    name: str
    email: str
    phone: str
    url: str
    by: tuple[str, ...]
    applications: tuple[Known, ...]

    @property
    def on_the_job(self) -> Known | None:
        """Their application on the same job, where there is one."""
        return next((one for one in self.applications if one.same_job), None)


def find(connection: Connection, asked: Asked) -> list[Duplicate]:
    """Everybody in any account who may be the same; the surest first."""
    emails = {one.strip().lower() for one in asked.emails} - {""}
    # Numbers that are shorter than a national one are too often somebody else's.
    numbers = {
        digits for one in asked.phones if len(digits := search.phone_digits(one)) == search.NATIONAL_DIGITS
    }
    further_emails, further_numbers = _further(connection, emails, numbers)
    found: defaultdict[int, list[str]] = defaultdict(list)
    for by, pks in (
        (EMAIL, _by_email(connection, emails) | further_emails),
        (PHONE, _by_phone(connection, numbers) | further_numbers),
        (LINKEDIN, _by_linkedin(connection, asked.linkedin)),
    ):
        for pk in pks:
            found[pk].append(by)
    alike = _by_name(connection, asked.name) if asked.name and asked.job_id else []
    people = _people(connection, [*found, *alike])
    applications = _applications(connection, list(people), asked)
    made = []
    for pk, person in people.items():
        if pk in alike and any(one.same_job for one in applications[pk]):
            found[pk].append(NAME_AND_JOB)
        if found[pk]:
            made.append(Duplicate(*person, tuple(found[pk]), tuple(applications[pk])))
    return sorted(
        made,
        key=lambda one: (not one.on_the_job, one.account != asked.account, -len(one.by), one.account, one.id),
    )


def _pks(connection: Connection, sql: str, parameters: Mapping[str, object]) -> set[int]:
    return {int(pk) for (pk,) in connection.execute(sql, parameters)}


def _by_email(connection: Connection, emails: Collection[str]) -> set[int]:
    found: set[int] = set()
    for email in emails:
        found |= _pks(connection, "select pk from candidates where lower(email) = :email", {"email": email})
    return found


def _by_phone(connection: Connection, numbers: Collection[str]) -> set[int]:
    found: set[int] = set()
    for digits in numbers:
        matched = connection.execute(
            """
            select pk, phone, mobile_phone from candidates
            where pk in (select rowid from candidates_search where text match ?)
            """,
            (search.match_expression(digits),),
        )
        found |= {int(pk) for pk, *known in matched if any(_ends(one or "", digits) for one in known)}
    return found


def _ends(number: str, digits: str) -> bool:
    return re.sub(r"\D", "", number).endswith(digits)


def _further(
    connection: Connection, emails: Collection[str], numbers: Collection[str]
) -> tuple[set[int], set[int]]:
    """The same by further addresses and numbers, which are many in one text: one look at all of them."""
    by_email: set[int] = set()
    by_phone: set[int] = set()
    if not emails and not numbers:
        return by_email, by_phone
    # However a number is spaced, its last two digits stand together.
    conditions = [
        *("instr(lower(other_contacts), ?)" for _ in emails),
        *("instr(other_contacts, ?)" for _ in numbers),
    ]
    matched = connection.execute(
        f"""
        select pk, other_contacts from candidates
        where other_contacts is not null and ({" or ".join(conditions)})
        """,
        (*emails, *(digits[-2:] for digits in numbers)),
    )
    for pk, contacts in matched:
        for line in str(contacts).splitlines():
            if line.strip().lower() in emails:
                by_email.add(int(pk))
            elif any(_ends(line, digits) for digits in numbers):
                by_phone.add(int(pk))
    return by_email, by_phone


def _by_linkedin(connection: Connection, name: str) -> set[int]:
    if not name:
        return set()
    return _pks(
        connection,
        f"""
        select pk from candidates where linkedin_url is not null and {LINKEDIN_NAME} = :name
        union all
        select pk from candidates where linkedin_url is not null
          and {LINKEDIN_NAME} >= :name || '/' and {LINKEDIN_NAME} < :name || '0'
        union all
        select pk from candidates where linkedin_url is not null
          and {LINKEDIN_NAME} >= :name || '?' and {LINKEDIN_NAME} < :name || '@'
        """,
        {"name": name.lower()},
    )


def _by_name(connection: Connection, name: str) -> set[int]:
    words = search.match_expression(name)
    if not words:
        return set()
    matched = connection.execute(
        """
        select pk, name from candidates
        where pk in (select rowid from candidates_search where text match :words limit :most)
        """,
        {"words": words, "most": MOST},
    )
    wanted = sorted(search.fold(name).split())
    return {int(pk) for pk, known in matched if sorted(search.fold(known or "").split()) == wanted}


def _people(connection: Connection, pks: Collection[int]) -> dict[int, tuple[str, str, str, str, str, str]]:
    found = connection.execute(
        """
        select pk, account_id, id, coalesce(name, id), coalesce(email, ''), coalesce(mobile_phone, phone, ''),
               coalesce(url, '')
        from candidates where pk in (select value from json_each(?)) and deleted_at is null
        """,
        (json.dumps(list(pks)),),
    )
    return {int(pk): tuple(person) for pk, *person in found}


def _applications(
    connection: Connection, pks: Collection[int], asked: Asked
) -> defaultdict[int, list[Known]]:
    found = connection.execute(
        """
        select c.pk, coalesce(a.job_id, ''), coalesce(j.name, a.job_id, ''), a.status, coalesce(a.stage, ''),
               a.job_id = :job and a.account_id = :account
        from candidates c
        join applications a on a.account_id = c.account_id and a.candidate_id = c.id and a.deleted_at is null
        left join jobs j on j.account_id = a.account_id and j.id = a.job_id
        where c.pk in (select value from json_each(:pks))
        order by a.created_at desc, a.pk desc
        """,
        {"pks": json.dumps(list(pks)), "job": asked.job_id, "account": asked.account},
    )
    applications: defaultdict[int, list[Known]] = defaultdict(list)
    for pk, job_id, job, status, stage, same in found:
        applications[int(pk)].append(Known(job_id, job, status or "unknown", stage, bool(same)))
    return applications
