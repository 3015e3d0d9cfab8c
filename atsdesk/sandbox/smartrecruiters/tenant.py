"""The customer's data: made from a seed, read and changed under one lock."""

import random
from collections.abc import Callable

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.database import Database, connect
from atsdesk.sandbox.people import People
from atsdesk.sandbox.smartrecruiters import jobs, scopes, tables, writers
from atsdesk.sandbox.smartrecruiters.candidates import Applied, Crowd, Process, assignment
from atsdesk.sandbox.smartrecruiters.catalog import SOURCE_BY_ID
from atsdesk.sandbox.smartrecruiters.defaults import Rules
from atsdesk.sandbox.smartrecruiters.jobs import Opening, iso
from atsdesk.sandbox.smartrecruiters.model import (
    Candidate,
    Meeting,
    Offer,
    encode,
    read_candidate,
    read_history,
    read_meeting,
    read_offer,
)

_BATCH = 2000
STAFF = 26


class Tenant(Database):
    """One customer with candidates, jobs, interviews and offers; every method holds the lock while it works."""

    def __init__(self, seed: int, candidates: int, clock: Clock, rules: Rules) -> None:
        super().__init__(connect(tables.SCHEMA))
        self.clock = clock
        self.rules = rules
        self.allowed = scopes.ALL
        self.rng = random.Random(seed)
        now = clock.now()
        people = People(self.rng)
        self.staff = jobs.staff(people, self.rng, STAFF, now)
        self.user = {user.id: user for user in self.staff}
        listed = jobs.openings(self.rng, self.staff, candidates, now)
        self.openings = {opening.job.id: opening for opening in listed}
        self.crowd = Crowd(self.rng, people, jobs.Calendar(listed, now))
        self._fill(candidates, now)
        self.next_number = candidates

    def _fill(self, candidates: int, now: int) -> None:
        with self.changing() as db:
            db.executemany("INSERT INTO user VALUES (?, ?, ?, ?)", map(writers.user_row, self.staff))
            batch: list[tuple[int, Process]] = []
            for pair in enumerate(self.crowd.history(candidates, now)):
                batch.append(pair)
                if len(batch) == _BATCH:
                    self._insert(batch)
                    batch = []
            self._insert(batch)
            db.execute(
                "INSERT INTO attachment (candidate, name, type, content_type) SELECT id, 'CV ' || id || '.pdf', "
                "'RESUME', 'application/pdf' FROM candidate WHERE id % 5 != 3"
            )
            db.execute(
                "INSERT INTO attachment (candidate, application, name, type, content_type) SELECT candidate, id, "
                "'Home task ' || id || '.pdf', 'GENERIC_FILE', 'application/pdf' FROM application WHERE id % 9 = 4"
            )
        self.db.executescript(tables.INDEXES)
        for uid, latest in self.rows("SELECT job, max(created) FROM application GROUP BY job"):
            opening = self.openings[uid]
            opening.activity = max(opening.activity, latest)
            opening.job.last_activity_on = iso(opening.activity)
        with self.changing() as db:
            db.executemany(writers.JOB, map(writers.job_row, self.openings.values()))

    def _insert(self, processes: list[tuple[int, Process]]) -> None:
        db = self.db
        db.executemany(writers.CANDIDATE, [writers.candidate_row(*pair) for pair in processes])
        db.executemany(
            "INSERT INTO body VALUES (?, ?)", [(number, encode(one.candidate)) for number, one in processes]
        )
        db.executemany(
            "INSERT OR IGNORE INTO tag VALUES (?, ?)",
            [(tag, number) for number, one in processes for tag in one.candidate.tags],
        )
        applied = [(number, one) for number, process in processes for one in process.applied]
        db.executemany(
            writers.APPLICATION,
            [
                writers.application_row(number, one, one is process.applied[0])
                for number, process in processes
                for one in process.applied
            ],
        )
        db.executemany(
            writers.MEETING,
            [writers.meeting_row(one.number, meeting) for _, one in applied for meeting in one.meetings],
        )
        db.executemany(
            writers.OFFER,
            [writers.offer_row(one.number, offer) for _, one in applied for offer in one.offers],
        )
        db.executemany(
            "INSERT INTO property VALUES (?, ?, ?, ?, ?)",
            [row for number, process in processes for row in writers.property_rows(number, process)],
        )

    def number(self, uid: str) -> int:
        """The number of a candidate; `KeyError` when there is none."""
        found = self.row("SELECT id FROM candidate WHERE uid = ?", uid)
        if found is None:
            raise KeyError(uid)
        return int(found[0])

    def candidate(self, number: int) -> Candidate:
        """A candidate; `KeyError` when there is none."""
        found = self.row("SELECT json FROM body WHERE id = ?", number)
        if found is None:
            raise KeyError(number)
        return read_candidate(found[0])

    def applied(self, number: int) -> Applied:
        """An application, without its interviews and offers; `KeyError` when there is none."""
        found = self.row(
            "SELECT uid, job, status, sub, stage, created, updated, source, reason, ended_after, answer, position, "
            "starts, history FROM application WHERE id = ?",
            number,
        )
        if found is None:
            raise KeyError(number)
        uid, job, status, sub, stage, created, updated, source, reason, after, answer, *rest = found
        position, starts, history = rest
        opening = self.openings[job]
        return Applied(
            number=number,
            uid=uid,
            opening=opening,
            status=status,
            stage=stage,
            created=created,
            updated=updated,
            source=SOURCE_BY_ID[source],
            answer=answer,
            history=read_history(history),
            reason=reason,
            ended_after=after,
            position=next((one for one in opening.positions if one.id == position), None),
            sub=sub,
            starts=starts,
        )

    def meetings(self, application: int) -> list[Meeting]:
        """The interviews of an application."""
        found = self.rows("SELECT json FROM meeting WHERE application = ? ORDER BY id", (application,))
        return [read_meeting(json) for (json,) in found]

    def offers(self, application: int) -> list[Offer]:
        """The offers of an application."""
        found = self.rows("SELECT json FROM offer WHERE application = ? ORDER BY id", (application,))
        return [read_offer(json) for (json,) in found]

    def add(self, process: Process) -> int:
        """A new candidate; its number."""
        with self.changing():
            number = self.next_number
            self._insert([(number, process)])
            self.next_number += 1
            for one in process.applied:
                self.active(one.opening)
            return number

    def change(self, number: int, edit: Callable[[Candidate], None], touch: bool = True) -> Candidate:
        """Edits a candidate now."""
        with self.changing() as db:
            candidate = self.candidate(number)
            edit(candidate)
            if touch:
                now = self.clock.now()
                candidate.updated_on = iso(now)
                db.execute("UPDATE candidate SET updated = ? WHERE id = ?", (now, number))
            db.execute(
                "UPDATE candidate SET words = ?, place = ?, rating = ? WHERE id = ?",
                (*writers.found_by(candidate), number),
            )
            db.execute("UPDATE body SET json = ? WHERE id = ?", (encode(candidate), number))
            db.execute("DELETE FROM tag WHERE candidate = ?", (number,))
            db.executemany(
                "INSERT OR IGNORE INTO tag VALUES (?, ?)", [(tag, number) for tag in candidate.tags]
            )
            return candidate

    def apply(self, number: int, one: Applied, primary: bool) -> None:
        """One more application of a candidate."""
        with self.changing() as db:
            if primary:
                db.execute("UPDATE application SET main = 0 WHERE candidate = ?", (number,))
            db.execute(writers.APPLICATION, writers.application_row(number, one, primary))
            self._reassign(number)
            self.active(one.opening)

    def change_application(self, application: int, edit: Callable[[Applied], None]) -> Applied:
        """Edits an application now; its candidate shows it."""
        with self.changing() as db:
            one = self.applied(application)
            edit(one)
            found = self.row("SELECT candidate, main FROM application WHERE id = ?", application)
            assert found is not None
            db.execute("DELETE FROM application WHERE id = ?", (application,))
            db.execute(writers.APPLICATION, writers.application_row(found[0], one, bool(found[1])))
            db.executemany(
                writers.MEETING, [writers.meeting_row(application, meeting) for meeting in one.meetings]
            )
            db.executemany(writers.OFFER, [writers.offer_row(application, offer) for offer in one.offers])
            self._reassign(found[0])
            if one.status == "HIRED":
                db.execute("UPDATE candidate SET onboarding = 'READY_TO_ONBOARD' WHERE id = ?", (found[0],))
            return one

    def _reassign(self, number: int) -> None:
        """Shows the applications of a candidate as they are now."""
        listed = self.rows(
            "SELECT id FROM application WHERE candidate = ? ORDER BY main DESC, id DESC", (number,)
        )
        shown = [assignment(self.applied(application)) for (application,) in listed]

        def edit(candidate: Candidate) -> None:
            candidate.primary_assignment, candidate.secondary_assignments = shown[0], shown[1:]

        self.change(number, edit, touch=self.rules.status_touches_updated)

    def change_meeting(self, uid: str, edit: Callable[[Meeting], None]) -> Meeting:
        """Edits an interview now."""
        with self.changing() as db:
            found = self.row("SELECT id, application, json FROM meeting WHERE uid = ?", uid)
            if found is None:
                raise KeyError(uid)
            meeting = read_meeting(found[2])
            edit(meeting)
            meeting.updated = self.clock.now()
            row = writers.meeting_row(found[1], meeting)
            db.execute(f"UPDATE meeting SET {writers.MEETING_SET} WHERE id = ?", (*row, found[0]))
            return meeting

    def change_offer(self, uid: str, status: str) -> Offer:
        """Gives an offer another status."""
        with self.changing() as db:
            now = self.clock.now()
            found = self.row("SELECT id, json FROM offer WHERE uid = ?", uid)
            if found is None:
                raise KeyError(uid)
            offer = read_offer(found[1])
            offer.status, offer.updated_on = status, iso(now)
            db.execute(
                "UPDATE offer SET status = ?, updated = ?, json = ? WHERE id = ?",
                (status, now, encode(offer), found[0]),
            )
            return offer

    def delete(self, number: int) -> None:
        """Takes a candidate away with everything; nothing tells of it but that it is gone."""
        with self.changing() as db:
            uid = self.candidate(number).id
            of_application = "application IN (SELECT id FROM application WHERE candidate = ?)"
            for table in ("meeting", "offer"):
                db.execute(f"DELETE FROM {table} WHERE {of_application}", (number,))
            for table in ("application", "tag", "property", "attachment"):
                db.execute(f"DELETE FROM {table} WHERE candidate = ?", (number,))
            for table in ("body", "candidate"):
                db.execute(f"DELETE FROM {table} WHERE id = ?", (number,))
            db.execute("INSERT OR REPLACE INTO gone VALUES (?, ?)", (uid, self.clock.now()))

    def active(self, opening: Opening) -> None:
        """Something happens on a job: its last activity moves, its last update does not."""
        opening.activity = self.clock.now()
        opening.job.last_activity_on = iso(opening.activity)
        self.keep_job(opening)

    def keep_job(self, opening: Opening) -> None:
        """Writes a job as it is now."""
        with self.changing() as db:
            db.execute(writers.JOB, writers.job_row(opening))
