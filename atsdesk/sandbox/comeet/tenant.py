"""The customer's data: made from a seed, read and changed under one lock."""

import random
from collections.abc import Callable
from typing import Any

from atsdesk.sandbox.clock import Clock, moment, stamp
from atsdesk.sandbox.comeet import ids, positions, tables
from atsdesk.sandbox.comeet.candidates import Crowd, Process, Sources
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.model import Candidate, Position, Stub, encode, read_candidate, read_position
from atsdesk.sandbox.comeet.permissions import Grant
from atsdesk.sandbox.database import Database, connect
from atsdesk.sandbox.people import People

_BATCH = 2000


class Tenant(Database):
    """One customer with candidates, positions and files; every method holds the lock while it works."""

    def __init__(self, seed: int, candidates: int, clock: Clock, rules: Rules) -> None:
        super().__init__(connect(tables.SCHEMA))
        self.clock = clock
        self.rules = rules
        self.grant = Grant()
        self.rng = random.Random(seed)
        now = clock.now()
        people = People(self.rng)
        self.sources = Sources(people)
        self.staff = positions.staff(people, 24)
        listed = positions.openings(self.rng, self.staff, candidates, now)
        self.openings = {opening.position.uid: opening for opening in listed}
        self.crowd = Crowd(self.rng, people, self.sources, positions.Calendar(listed, now))
        self._fill(listed, candidates, now)
        self.next_number = candidates

    def _fill(self, listed: list[positions.Opening], candidates: int, now: int) -> None:
        with self.changing() as db:
            db.executemany("INSERT INTO position VALUES (?, ?, ?, ?, ?, ?)", map(_position_row, listed))
            batch: list[tuple[int, Process]] = []
            for pair in enumerate(self.crowd.history(candidates, now)):
                batch.append(pair)
                if len(batch) == _BATCH:
                    self._insert(batch)
                    batch = []
            self._insert(batch)
            db.execute(
                "INSERT INTO file (candidate_uid, kind, name) SELECT uid, 'file', 'Task ' || id || '.pdf' "
                "FROM candidate WHERE id % 9 = 4 AND deleted_at IS NULL"
            )
        self.db.executescript(tables.INDEXES)
        with self.changing() as db:
            db.execute(
                "UPDATE candidate SET activity = "
                "(SELECT max(updated) FROM candidate AS other WHERE other.person_uid = candidate.person_uid)"
            )
            db.execute("CREATE INDEX candidate_status_changed ON candidate (status_changed)")
            db.execute("CREATE INDEX candidate_activity ON candidate (activity)")
        self.crowd.forget_persons()

    def _insert(self, processes: list[tuple[int, Process]]) -> None:
        self.db.executemany(
            "INSERT INTO candidate (id, uid, person_uid, position_uid, status, created, status_changed, "
            "updated, activity, deleted_at, completed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_candidate_row(number, process) for number, process in processes],
        )
        self.db.executemany(
            "INSERT INTO body VALUES (?, ?)",
            [
                (number, encode(one.candidate if one.deleted_at is None else Stub(one.candidate.uid)))
                for number, one in processes
            ],
        )
        self.db.executemany(
            "INSERT OR IGNORE INTO person VALUES (?, ?, ?, ?, ?, ?, ?)",
            [_person_row(one.candidate) for _, one in processes],
        )

    def candidate(self, uid: str) -> Candidate:
        """A living candidate; `KeyError` for others."""
        found = self.row(
            "SELECT json FROM body JOIN candidate USING (id) "
            "WHERE uid = ? AND deleted_at IS NULL AND merged_into IS NULL",
            uid,
        )
        if found is None:
            raise KeyError(uid)
        return read_candidate(found[0])

    def position(self, uid: str) -> Position:
        """A position; `KeyError` when there is none."""
        found = self.row("SELECT json FROM position WHERE uid = ?", uid)
        if found is None:
            raise KeyError(uid)
        return read_position(found[0])

    def add(self, process: Process, partner_id: str | None = None) -> None:
        """A new candidate; `partner_id` marks one that was created through the API."""
        with self.changing() as db:
            self._insert([(self.next_number, process)])
            if partner_id is not None:
                db.execute(
                    "UPDATE candidate SET ours = 1, partner_id = ? WHERE id = ?",
                    (partner_id, self.next_number),
                )
            self.next_number += 1
            self._active(process.candidate.person_uid, process.updated)

    def change(self, uid: str, edit: Callable[[Candidate], None]) -> Candidate:
        """Edits a candidate now: the times of its hiring process and its person move with it."""
        with self.changing() as db:
            now = self.clock.now()
            candidate = self.candidate(uid)
            before = candidate.status
            edit(candidate)
            if candidate.status != before:
                candidate.time_last_status_changed = stamp(now)
                db.execute("UPDATE candidate SET status_changed = ? WHERE uid = ?", (now, uid))
            db.execute(
                "UPDATE candidate SET person_uid = ?, status = ?, updated = ?, completed = ? WHERE uid = ?",
                (candidate.person_uid, candidate.status, now, len(candidate.completed_steps), uid),
            )
            self._write(uid, encode(candidate))
            self._active(candidate.person_uid, now)
            return candidate

    def rewrite(self, uid: str, edit: Callable[[Candidate], None]) -> None:
        """Edits what a candidate shows without any activity of its own."""
        with self.changing():
            candidate = self.candidate(uid)
            edit(candidate)
            self._write(uid, encode(candidate))

    def delete(self, uid: str) -> None:
        """Leaves a stub."""
        with self.changing() as db:
            now = self.clock.now()
            db.execute("UPDATE candidate SET deleted_at = ?, updated = ? WHERE uid = ?", (now, now, uid))
            db.execute("DELETE FROM file WHERE candidate_uid = ?", (uid,))
            self._write(uid, encode(Stub(uid)))

    def _write(self, uid: str, json: bytes) -> None:
        self.db.execute(
            "UPDATE body SET json = ? WHERE id = (SELECT id FROM candidate WHERE uid = ?)", (json, uid)
        )

    def _active(self, person_uid: str, now: int) -> None:
        self.db.execute("UPDATE candidate SET activity = ? WHERE person_uid = ?", (now, person_uid))

    def change_position(self, uid: str, edit: Callable[[Position], None]) -> Position:
        """Edits a position now."""
        with self.changing() as db:
            now = self.clock.now()
            position = self.position(uid)
            edit(position)
            position.time_updated = stamp(now)
            db.execute(
                "UPDATE position SET status = ?, updated = ?, json = ? WHERE uid = ?",
                (position.status, now, encode(position), uid),
            )
            return position

    def uids_of_person(self, person_uid: str) -> list[str]:
        """The living hiring processes of a person."""
        found = self.rows(
            "SELECT uid FROM candidate WHERE person_uid = ? AND deleted_at IS NULL AND merged_into IS NULL",
            (person_uid,),
        )
        return [uid for (uid,) in found]

    def know_person(self, one: Candidate) -> None:
        """What the duplicate check finds a person by."""
        with self.changing() as db:
            db.execute("INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?, ?, ?, ?)", _person_row(one))

    def new_uid(self) -> str:
        """A uid for something that is no candidate."""
        return ids.uid(ids.OTHER, 50_000_000 + int(self.rng.random() * 100_000_000))


def _position_row(opening: positions.Opening) -> tuple[Any, ...]:
    position = opening.position
    updated = moment(position.time_updated)
    return (
        position.uid,
        position.status,
        updated,
        position.is_discreet,
        position.is_published,
        encode(position),
    )


def _candidate_row(number: int, process: Process) -> tuple[Any, ...]:
    candidate = process.candidate
    return (
        number,
        candidate.uid,
        candidate.person_uid,
        candidate.position_uid,
        candidate.status,
        process.created,
        process.status_changed,
        process.updated,
        process.updated,
        process.deleted_at,
        len(candidate.completed_steps),
    )


def _person_row(one: Candidate) -> tuple[Any, ...]:
    """In small letters, as the duplicate check compares them; SQLite itself knows only ASCII's."""
    said = (one.first_name, one.last_name, one.email, one.phone, one.mobile_phone, one.linkedin_url)
    return (one.person_uid, *(text.lower() if text else None for text in said))
