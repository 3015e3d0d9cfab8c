"""Drafts as they lie in the file, each kept as it is typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from atsdesk.store.engine import Connection
from atsdesk.store.forgotten import DRAFT_NAME


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft that was kept."""

    number: int
    account: str
    job_id: str
    job: str
    name: str
    email: str
    draft: str
    created_at: str
    changed_at: str


_DRAFT = """
    select d.pk, coalesce(d.account_id, ''), coalesce(d.job_id, ''), coalesce(j.name, ''), coalesce(d.name, ''),
           coalesce(d.email, ''), d.draft, d.created_at, d.changed_at
    from drafts d left join jobs j on j.account_id = d.account_id and j.id = d.job_id
"""


def all_of(connection: Connection) -> list[Kept]:
    """All drafts, the one changed last first."""
    found = connection.execute(f"{_DRAFT} order by d.changed_at desc, d.pk desc")
    return [Kept(*row) for row in found]


def one(connection: Connection, number: int) -> Kept | None:
    row = connection.execute(f"{_DRAFT} where d.pk = ?", (number,)).fetchone()
    return Kept(*row) if row else None


def keep(connection: Connection, number: int, values: dict[str, str], at: str) -> int:
    """Keep a draft under its number, or, for 0, a new one; its number."""
    if number and connection.execute("select 1 from drafts where pk = ?", (number,)).fetchone():
        connection.execute(
            """
            update drafts set account_id = :account_id, job_id = :job_id, name = :name, email = :email,
              draft = :draft, changed_at = :at
            where pk = :number
            """,
            {**values, "at": at, "number": number},
        )
        return number
    cursor = connection.execute(
        """
        insert into drafts (account_id, job_id, name, email, draft, created_at, changed_at)
        values (:account_id, :job_id, :name, :email, :draft, :at, :at)
        """,
        {**values, "at": at},
    )
    return int(cursor.lastrowid)


def remove(connection: Connection, numbers: Sequence[int]) -> None:
    connection.executemany("delete from drafts where pk = ?", [(number,) for number in numbers])


def of_person(
    connection: Connection, account: str, candidate: str, *, name: str, email: str, phone: str
) -> dict[str, dict[int, str]]:
    """The pks and names of drafts about somebody: for the candidate, or with the same address, or number and name."""
    found = connection.execute(
        f"""
        select pk, {DRAFT_NAME} from drafts
        where account_id = :account and (draft ->> '$.candidate_id' = :candidate
          or :email <> '' and lower(trim(email)) = lower(trim(:email))
          or :phone <> '' and lower(name) = lower(:name)
            and :phone in (draft ->> '$.phone', draft ->> '$.mobile_phone'))
        """,
        {"account": account, "candidate": candidate, "name": name, "email": email, "phone": phone},
    )
    return {"drafts": dict(found.fetchall())}
