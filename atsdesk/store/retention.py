"""How long things are kept, and who is no longer to be: candidates without an active application and of whom nothing
was heard for months."""

from dataclasses import dataclass, field

from atsdesk.store.engine import Connection
from atsdesk.store.thinning import Keep


@dataclass(frozen=True, slots=True)
class Retention:
    """What was chosen."""

    copies: Keep = field(default_factory=Keep)
    months: int | None = None
    """Without activity, after which a candidate is to be erased; None for never."""
    by_itself: bool = False
    """Nobody is asked; it is told."""
    purged_at: str | None = None


@dataclass(frozen=True, slots=True)
class Outdated:
    """A candidate whose time is over."""

    account: str
    id: str
    name: str
    last_at: str
    """When anything last happened with them."""


def chosen(connection: Connection) -> Retention:
    row = connection.execute(
        "select all_days, daily, weekly, monthly, months, by_itself, purged_at from retention where id = 1"
    ).fetchone()
    return Retention(Keep(*row[:4]), row[4], bool(row[5]), row[6]) if row else Retention()


def choose(connection: Connection, one: Retention) -> None:
    copies = one.copies
    connection.execute(
        "insert or replace into retention (id, all_days, daily, weekly, monthly, months, by_itself, purged_at)"
        " values (1, ?, ?, ?, ?, ?, ?, ?)",
        (
            copies.days,
            copies.daily,
            copies.weekly,
            copies.monthly,
            one.months,
            int(one.by_itself),
            one.purged_at,
        ),
    )


def outdated(connection: Connection, before: str) -> list[Outdated]:
    """Candidates of whom nothing was heard since a moment, the longest silent first.

    Whoever has an active application, one on hold or of an unknown standing, an interview to come, a draft or something
    in the outbox that has not arrived, is not among them; nor is one of whom nothing says when anything happened.
    """
    found = connection.execute(_OUTDATED, {"before": before})
    return [Outdated(*row) for row in found]


def people(connection: Connection) -> int:
    """How many candidates there are."""
    return int(connection.execute("select count(*) from candidates").fetchone()[0])


_OUTDATED = """
with moments as (
  select account_id, id as candidate_id, max(
    coalesce(created_at, ''), coalesce(updated_at, ''), coalesce(last_activity_at, '')
  ) as at from candidates
  union all
  select account_id, candidate_id, max(
    coalesce(created_at, ''), coalesce(updated_at, ''), coalesce(last_activity_at, ''),
    coalesce(status_changed_at, ''), coalesce(stage_entered_at, ''), coalesce(rejected_at, ''),
    coalesce(hired_on, ''), coalesce(starts_on, '')
  ) from applications
  union all
  select a.account_id, a.candidate_id, max(coalesce(i.starts_at, ''), coalesce(i.ends_at, ''))
  from interviews i join applications a on a.account_id = i.account_id and a.id = i.application_id
  union all
  select account_id, candidate_id, max(coalesce(changed_at, ''), coalesce(sent_at, ''))
  from submissions where candidate_id is not null
),
silent as (
  select account_id, candidate_id, max(at) as at from moments
  group by account_id, candidate_id having max(at) <> '' and max(at) < :before
)
select c.account_id, c.id, coalesce(c.name, ''), s.at
from silent s join candidates c on c.account_id = s.account_id and c.id = s.candidate_id
where not exists (
    select 1 from applications a
    where a.account_id = c.account_id and a.candidate_id = c.id and a.deleted_at is null
      and coalesce(a.status, 'unknown') in ('active', 'on_hold', 'unknown')
  )
  and not exists (
    select 1 from submissions o
    where o.account_id = c.account_id and o.candidate_id = c.id and o.state not in ('sent', 'cancelled')
  )
  and not exists (
    select 1 from drafts d where d.account_id = c.account_id and d.draft ->> '$.candidate_id' = c.id
  )
order by s.at, c.account_id, c.id
"""
