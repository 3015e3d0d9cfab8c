"""After a full pass: what was not seen is gone, unless so much is missing that something else must be wrong."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

from atsdesk.store import erasure
from atsdesk.store.engine import Connection

SUSPICIOUS_SHARE = 0.2
"""A sweep that would delete more than this share of a list stops and asks."""
HARMLESS = 3
"""So few that the ATS itself marks as deleted are no mass deletion, however short the list."""


@dataclass(frozen=True, slots=True)
class Held:
    """Why a sweep deleted nothing."""

    title: str
    hint: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a pass can tell of: records whose `member` is a moment from `first_day` on; of all, where there is none."""

    member: str
    first_day: str

    @property
    def surely(self) -> str:
        """A day later, since a moment may be in another zone's words."""
        return (dt.date.fromisoformat(self.first_day) + dt.timedelta(days=1)).isoformat()


ALL = Known("", "")


def begin(connection: Connection, account: str, resource: str) -> None:
    """Forget what a pass that was given up had seen."""
    connection.execute(
        "delete from sweep where record_pk in (select pk from records where account_id = ? and resource = ?)",
        (account, resource),
    )


def sweep(
    connection: Connection, loss: erasure.Loss, of: Known = ALL, *, accept: bool
) -> tuple[int, Held | None]:
    """Bury the records that the pass did not see; the number, or why none."""
    whose = {"account": loss.account, "resource": loss.resource}
    told, counted = "1", f"{loss.table} where account_id = :account and deleted_at is null"
    if of.first_day:
        told = "body ->> :member >= :surely"
        counted = (
            f"records where account_id = :account and resource = :resource and deleted_at is null and {told}"
        )
        whose |= {"member": of.member, "surely": of.surely}
    known = connection.execute(f"select count(*) from {counted}", whose).fetchone()[0]
    unseen = connection.execute(
        f"""
        select id from records
        where account_id = :account and resource = :resource and pk not in (select record_pk from sweep)
          and likely(deleted_at is null) and {told}
        """,
        whose,
    )
    missing = [identity for (identity,) in unseen]
    surprising = len(missing) - _gone_with_owners(connection, loss, missing)
    begin(connection, loss.account, loss.resource)
    if surprising and not accept and surprising > SUSPICIOUS_SHARE * known:
        return 0, Held(
            f"{surprising:,} of {known:,} records are no longer in the ATS's list of {loss.resource}."
            " Nothing was deleted here.",
            f"If that is right, run `atsdesk sync {loss.account} --full --accept-deletions`; if not, check the"
            " key's permissions in the ATS.",
        )
    return erasure.bury(connection, loss, missing), None


def _gone_with_owners(connection: Connection, loss: erasure.Loss, missing: Sequence[str]) -> int:
    """How many of these records are parts of rows that are gone themselves."""
    if not loss.belongs_to:
        return 0
    found = connection.execute(
        f"""
        select count(*) from records r
        join {loss.belongs_to.table} o on o.account_id = r.account_id and o.id = cast(r.body ->> :member as text)
        where r.account_id = :account and r.resource = :resource and o.deleted_at is not null
          and r.id in (select value from json_each(:ids))
        """,
        {
            "member": loss.belongs_to.member,
            "account": loss.account,
            "resource": loss.resource,
            "ids": json.dumps(missing),
        },
    )
    return int(found.fetchone()[0])


def doom(connection: Connection, records: Sequence[int]) -> None:
    """Note records, by pk, that the ATS marks as deleted; `execute_doom` believes it or asks."""
    connection.executemany(
        "insert or ignore into doomed select pk from records where pk = ? and deleted_at is null",
        [(pk,) for pk in records],
    )


def miss(connection: Connection, records: Sequence[int]) -> None:
    """Note records, by pk, that the ATS did not have when asked for them: they go as if it had marked them, unless
    they come again before. They are taken anew then, unchanged or not."""
    doom(connection, records)
    connection.executemany("update records set hash = null where pk = ?", [(pk,) for pk in records])


def staying(connection: Connection, records: Sequence[int]) -> int:
    """How many of these records, by pk, are there and are not to go."""
    found = connection.execute(
        """
        select count(*) from records
        where pk in (select value from json_each(?)) and deleted_at is null
          and pk not in (select record_pk from doomed)
        """,
        (json.dumps(records),),
    )
    return int(found.fetchone()[0])


def spare(connection: Connection, records: Sequence[int]) -> bool:
    """Records, by pk, that came without the mark; whether any of them had it."""
    cursor = connection.executemany("delete from doomed where record_pk = ?", [(pk,) for pk in records])
    return int(cursor.rowcount) > 0


def execute_doom(connection: Connection, loss: erasure.Loss, *, accept: bool) -> tuple[int, Held | None]:
    """Bury the records that the ATS marks as deleted; the number, or why none."""
    found = connection.execute(
        "select id from doomed join records on pk = record_pk where account_id = ? and resource = ?",
        (loss.account, loss.resource),
    )
    marked = [identity for (identity,) in found]
    if not marked:
        return 0, None
    known = connection.execute(
        f"select count(*) from {loss.table} where account_id = ? and deleted_at is null", (loss.account,)
    ).fetchone()[0]
    if not accept and len(marked) > max(SUSPICIOUS_SHARE * known, HARMLESS):
        return 0, Held(
            f"The ATS marks {len(marked):,} of {known:,} records of {loss.resource} as deleted. Nothing was deleted"
            " here.",
            f"If that is right, run `atsdesk sync {loss.account} --accept-deletions`. If not, something was switched"
            " off in the ATS or in its connection: switch it on again, and they stay.",
        )
    connection.execute(
        "delete from doomed where record_pk in (select pk from records where account_id = ? and resource = ?)",
        (loss.account, loss.resource),
    )
    return erasure.bury(connection, loss, marked, told=True), None
