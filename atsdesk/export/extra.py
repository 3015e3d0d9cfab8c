"""What the rules of the plan do not give: columns that join or reckon, and the Sync sheet."""

from atsdesk.export.cell import As
from atsdesk.export.shape import Sheet, SheetColumn
from atsdesk.store.tables import Privacy

LAST_SYNCS = """\
(
  select account_id, max(unixepoch(ended_at)) as at from runs
  where state in ('SUCCEEDED', 'PARTIALLY_FAILED') group by account_id
)"""
"""The moment of each account's last sync, in seconds."""

_NAMES = f"""\
left join candidates
  on candidates.account_id = applications.account_id and candidates.id = applications.candidate_id
  and candidates.deleted_at is null
left join jobs
  on jobs.account_id = applications.account_id and jobs.id = applications.job_id and jobs.deleted_at is null
left join {LAST_SYNCS} as synced on synced.account_id = applications.account_id"""

LOOKUPS: dict[str, str] = {
    "applications": f"""\
{_NAMES}
left join sources
  on sources.account_id = applications.account_id and sources.id = applications.source_id
  and sources.deleted_at is null""",
    "steps": _NAMES,
}
"""What rows look up in other tables."""

DAY_SECONDS, DAY_PARTS = 86_400, 10_000
"""Days are told to the ten-thousandth."""


def _days(seconds: str) -> str:
    """SQL for seconds as days. In whole numbers, so that every database reckons the same."""
    return f"(max(0, {seconds}) * {DAY_PARTS} + {DAY_SECONDS // 2}) / {DAY_SECONDS} / {DAY_PARTS}.0"


def _goes_on(start: str, condition: str) -> str:
    return f"case when {condition} and synced.at is not null then {start} end"


_OPEN = "applications.status in ('active', 'on_hold')"
_WAITS = f"steps.state = 'current' and {_OPEN}"
_AGE = f"""\
case
    when {_OPEN} then {_days("synced.at - unixepoch(applications.created_at)")}
    when applications.status in ('hired', 'rejected', 'withdrawn', 'transferred')
      then {_days("unixepoch(applications.status_changed_at) - unixepoch(applications.created_at)")}
  end"""
_IN_STAGE = f"case when {_OPEN} then {_days('synced.at - unixepoch(applications.stage_entered_at)')} end"
_DURATION = f"""\
case when steps.completed_at >= steps.entered_at
    then {_days("unixepoch(steps.completed_at) - unixepoch(steps.entered_at)")} end"""
_WAITING = f"case when {_WAITS} then {_days('synced.at - unixepoch(steps.entered_at)')} end"

_CANDIDATE_NAME = SheetColumn(
    "candidate_name", "candidates.name", As.TEXT, "The candidate's name, for reading.", Privacy.PERSONAL
)
_JOB_NAME = SheetColumn("job_name", "jobs.name", As.TEXT, "The job's title, for reading.")

EXTRA: dict[str, tuple[tuple[str, SheetColumn], ...]] = {
    "applications": (
        ("candidate_key", _CANDIDATE_NAME),
        ("job_key", _JOB_NAME),
        (
            "source_key",
            SheetColumn("source_name", "sources.name", As.TEXT, "The source's name, for reading."),
        ),
        (
            "status_changed_date",
            SheetColumn(
                "age_days",
                _AGE,
                As.DECIMAL,
                "Days from the application's creation to its end; to the last sync while it is active or on hold.",
                since=_goes_on("applications.created_at", _OPEN),
            ),
        ),
        (
            "stage_entered_date",
            SheetColumn(
                "in_stage_days",
                _IN_STAGE,
                As.DECIMAL,
                "Days in the present stage up to the last sync, while active or on hold.",
                since=_goes_on("applications.stage_entered_at", _OPEN),
            ),
        ),
    ),
    "steps": (
        ("application_key", _JOB_NAME),
        ("application_key", _CANDIDATE_NAME),
        (
            "completed_date",
            SheetColumn(
                "waiting_days",
                _WAITING,
                As.DECIMAL,
                "Days that a current step has waited up to the last sync, while the application is active or on hold.",
                since=_goes_on("steps.entered_at", _WAITS),
            ),
        ),
        (
            "completed_date",
            SheetColumn(
                "duration_days",
                _DURATION,
                As.DECIMAL,
                "Days from the step's beginning to its completion; blank until then, or where the order is not known.",
            ),
        ),
    ),
}
"""Columns that no single declared column gives, each behind the column named."""

SYNC = Sheet(
    "Sync",
    "One row is one list of one account: how fresh it is, and what to look at.",
    (
        SheetColumn("account_id", "listed.account_id", As.TEXT, "The account."),
        SheetColumn("ats", "accounts.ats", As.TEXT, "Its applicant tracking system."),
        SheetColumn("resource", "listed.resource", As.TEXT, "The list that was read from it."),
        SheetColumn("last_run_at_utc", "runs.started_at", As.TIME, "When it was last read, or tried to."),
        SheetColumn("last_run_state", "run_resources.state", As.TEXT, "How that went."),
        SheetColumn(
            "last_success_at_utc", "checkpoints.watermark", As.TIME, "Everything up to here is in the data."
        ),
        SheetColumn("rows", "coalesce(held.kept, 0)", As.WHOLE, "Records that the ATS has."),
        SheetColumn("deleted", "coalesce(held.gone, 0)", As.WHOLE, "Records that the ATS no longer has."),
        SheetColumn("open_issues", "coalesce(open.times, 0)", As.WHOLE, "Issues to look at in ATS Desk."),
        SheetColumn(
            "message", "run_resources.message", As.TEXT, "What went wrong, and what to do.", wraps=70
        ),
    ),
    source="""\
from (
  select account_id, resource from checkpoints
  union select account_id, resource from records
  union select runs.account_id, run_resources.resource
    from run_resources join runs on runs.id = run_resources.run_id
  union select account_id, coalesce(resource, '') from issues where closed_at is null
) as listed""",
    lookups="""\
left join accounts on accounts.id = listed.account_id
left join checkpoints on checkpoints.account_id = listed.account_id and checkpoints.resource = listed.resource
left join (
  select runs.account_id, run_resources.resource, max(runs.id) as run_id
  from run_resources join runs on runs.id = run_resources.run_id
  group by 1, 2
) as latest on latest.account_id = listed.account_id and latest.resource = listed.resource
left join runs on runs.id = latest.run_id
left join run_resources on run_resources.run_id = latest.run_id and run_resources.resource = latest.resource
left join (
  select account_id, resource, count(*) - count(deleted_at) as kept, count(deleted_at) as gone
  from records group by 1, 2
) as held on held.account_id = listed.account_id and held.resource = listed.resource
left join (
  select account_id, coalesce(resource, '') as resource, count(*) as times
  from issues where closed_at is null group by 1, 2
) as open on open.account_id = listed.account_id and open.resource = listed.resource""",
    order="order by listed.account_id, listed.resource",
)
