"""Where the imitation keeps its data: a temporary SQLite file that nobody else sees.

Each record is kept as the JSON text that goes over the wire; beside it stand the values that filters and order need,
all moments in milliseconds. `changed` is the record's own last change; `touched` is what `updated_after` asks for,
also moved by some of what is nested; `stale` says that something nested has to be written anew.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from atsdesk.sandbox.database import connect
from atsdesk.sandbox.kombo import times
from atsdesk.sandbox.kombo.model import MODELS, Application, Candidate, Interview, Job, Record, encode

COMMON = ("number", "id", "remote_id", "changed", "touched", "deleted_at")
# which further columns a model has, and which of them are looked up
COLUMNS: dict[str, tuple[str, ...]] = {
    "jobs": ("name", "job_code", "post_url", "status", "employment_type", "visibility", "created"),
    "candidates": ("first", "last", "emails", "tags", "created"),
    "applications": ("candidate_id", "job_id", "stage_id", "outcome", "created"),
    "application_stages": (),
    "users": ("email",),
    "roles": ("scope",),
    "offers": ("application_id",),
    "rejection_reasons": (),
    "interviews": ("application_id", "users"),
    "tags": (),
    "notes": ("candidate_id", "application_id", "author_id"),
    "scorecards": ("candidate_id", "application_id", "author_id"),
    "attachments": ("candidate_id", "application_id"),
}
_INDEXED = ("candidate_id", "application_id", "job_id", "stage_id", "first", "last")


def plain(value: Any) -> Any:
    """What a column holds instead of an absent member."""
    return None if value is msgspec.UNSET else value


def folded(text: Any) -> str | None:
    """A text as comparisons that ignore case see it; SQLite itself knows only ASCII's."""
    return text.casefold() if isinstance(text, str) else None


def words(texts: list[str]) -> str:
    """Several values in one column, each between commas."""
    return f",{','.join(texts)}," if texts else ""


def _moment(text: str | None) -> int | None:
    return None if text is None else times.read(text)


def _job(job: Job) -> tuple[Any, ...]:
    return (
        folded(job.name),
        job.job_code,
        job.post_url,
        plain(job.status),
        plain(job.employment_type),
        plain(job.visibility),
        _moment(job.remote_created_at),
    )


def _candidate(one: Candidate) -> tuple[Any, ...]:
    mails = [folded(mail.email_address) or "" for mail in plain(one.email_addresses) or ()]
    tags = [tag.id for tag in one.tags]
    return (
        folded(one.first_name),
        folded(one.last_name),
        words(mails),
        words(tags),
        _moment(one.remote_created_at),
    )


def _application(one: Application) -> tuple[Any, ...]:
    created = _moment(one.remote_created_at)
    return one.candidate_id, one.job_id, one.current_stage_id, one.outcome, created


def _interview(one: Interview) -> tuple[Any, ...]:
    return one.application_id, words([user.id for user in one.users])


_VALUES: dict[str, Callable[[Any], tuple[Any, ...]]] = {
    "jobs": _job,
    "candidates": _candidate,
    "applications": _application,
    "interviews": _interview,
    "users": lambda one: (folded(one.email),),
}


def values(model: str, record: Record) -> tuple[Any, ...]:
    """The further columns of a record."""
    if model in _VALUES:
        return _VALUES[model](record)
    return tuple(plain(getattr(record, name)) for name in COLUMNS[model])


class Tables:
    """Writes and reads whole records; used under a lock, so from any thread."""

    def __init__(self) -> None:
        self.db = connect()
        self._next = dict.fromkeys(MODELS, 1)
        self._inserts = {}
        self._decoders = {model: msgspec.json.Decoder(kind) for model, kind in MODELS.items()}
        for model, more in COLUMNS.items():
            named = "".join(f", {name}" for name in more)
            self.db.execute(
                f"CREATE TABLE {model} (number INTEGER PRIMARY KEY, id TEXT NOT NULL, remote_id TEXT, "
                "changed INTEGER NOT NULL, touched INTEGER NOT NULL, deleted_at INTEGER"
                f"{named}, stale INTEGER NOT NULL DEFAULT 0, purged INTEGER NOT NULL DEFAULT 0, "
                "ours INTEGER NOT NULL DEFAULT 0)"
            )
            self.db.execute(f"CREATE TABLE {model}_body (number INTEGER PRIMARY KEY, json BLOB NOT NULL)")
            marks = ", ".join("?" * (len(COMMON) + len(more)))
            self._inserts[model] = f"INSERT INTO {model} ({', '.join(COMMON)}{named}) VALUES ({marks})"
        self.db.execute("CREATE TABLE content (attachment_id TEXT PRIMARY KEY, bytes BLOB NOT NULL)")

    def index(self) -> None:
        """After the history is in: much faster than before."""
        for model, more in COLUMNS.items():
            self.db.execute(f"CREATE UNIQUE INDEX {model}_id ON {model} (id)")
            self.db.execute(f"CREATE INDEX {model}_remote_id ON {model} (remote_id)")
            self.db.execute(f"CREATE INDEX {model}_touched ON {model} (touched)")
            self.db.execute(
                f"CREATE INDEX {model}_gone ON {model} (deleted_at) WHERE deleted_at IS NOT NULL AND NOT purged"
            )
            for name in more:
                if name in _INDEXED:
                    self.db.execute(f"CREATE INDEX {model}_{name} ON {model} ({name})")

    def insert(self, model: str, records: list[tuple[Record, int, int, int | None]]) -> None:
        """Adds records with the moments `changed`, `touched` and `deleted_at`."""
        first = self._next[model]
        self._next[model] += len(records)
        self.db.executemany(
            self._inserts[model],
            [
                (number, one.id, one.remote_id, changed, touched, deleted, *values(model, one))
                for number, (one, changed, touched, deleted) in enumerate(records, first)
            ],
        )
        self.db.executemany(
            f"INSERT INTO {model}_body VALUES (?, ?)",
            [(number, encode(one)) for number, (one, *_) in enumerate(records, first)],
        )

    def write(self, model: str, number: int, record: Record) -> None:
        """Writes a known record again, with the columns that follow from it."""
        names = ("remote_id", *COLUMNS[model])
        assigned = ", ".join(f"{name} = ?" for name in names)
        self.db.execute(
            f"UPDATE {model} SET {assigned}, stale = 0 WHERE number = ?",
            (record.remote_id, *values(model, record), number),
        )
        self.db.execute(f"UPDATE {model}_body SET json = ? WHERE number = ?", (encode(record), number))

    def read(self, model: str, body: bytes) -> Any:
        """The record in a JSON text."""
        return self._decoders[model].decode(body)
