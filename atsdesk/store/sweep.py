"""After a full pass: what was not seen is gone, unless so much is missing that something else must be wrong."""

from dataclasses import dataclass

from atsdesk.store import erasure
from atsdesk.store.engine import Connection

SUSPICIOUS_SHARE = 0.2
"""A sweep that would delete more than this share of a list stops and asks."""


@dataclass(frozen=True, slots=True)
class Held:
    """Why a sweep deleted nothing."""

    title: str
    hint: str


def begin(connection: Connection, account: str, resource: str) -> None:
    """Forget what a pass that was given up had seen."""
    connection.execute(
        "delete from sweep where record_pk in (select pk from records where account_id = ? and resource = ?)",
        (account, resource),
    )


def sweep(connection: Connection, loss: erasure.Loss, *, accept: bool) -> tuple[int, Held | None]:
    """Bury the records that the pass did not see; the number, or why none."""
    whose = {"account": loss.account, "resource": loss.resource}
    known = connection.execute(
        f"select count(*) from {loss.table} where account_id = :account and deleted_at is null", whose
    ).fetchone()[0]
    unseen = connection.execute(
        """
        select id from records
        where account_id = :account and resource = :resource and pk not in (select record_pk from sweep)
          and likely(deleted_at is null)
        """,
        whose,
    )
    missing = [identity for (identity,) in unseen]
    begin(connection, loss.account, loss.resource)
    if missing and not accept and len(missing) > SUSPICIOUS_SHARE * known:
        return 0, Held(
            f"{len(missing):,} of {known:,} records are no longer in the ATS's list of {loss.resource}."
            " Nothing was deleted here.",
            f"If that is right, run `atsdesk sync {loss.account} --full --accept-deletions`; if not, check the"
            " key's permissions in the ATS.",
        )
    return erasure.bury(connection, loss, missing), None
