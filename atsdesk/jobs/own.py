"""Own jobs: taken in from lists, matched with an ATS's jobs, and the links between them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError, DataError
from atsdesk.jobs import bringing
from atsdesk.jobs.acting import act
from atsdesk.jobs.bringing import Looked
from atsdesk.jobs.known import AtsJob, By, Key, OwnJob
from atsdesk.store import own_jobs
from atsdesk.store.file import Store
from atsdesk.store.openness import MAY
from atsdesk.store.own_jobs import AtsJobRow, Brought, Fields, OwnJobRow

if TYPE_CHECKING:  # what compares titles takes a while to load, and is seldom needed
    from atsdesk.jobs.likeness import Suggestion
    from atsdesk.jobs.matching import Decision, Index, Matching
    from atsdesk.jobs.pasting import Pasted

MOST, FEW = 5, 8
"""Suggestions for each of all own jobs, and for one that somebody looks at."""


class OwnJobs:
    """The own jobs of one open data folder."""

    LINK_HEADERS = own_jobs.LINK_HEADERS

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index: tuple[list[AtsJobRow], Index] | None = None
        """What looks the jobs of the ATSs up, as long as they are the same."""

    def all(self) -> list[OwnJobRow]:
        with self._store.read() as connection:
            return own_jobs.own_jobs(connection)

    def one(self, number: int) -> OwnJobRow:
        """Raises `ConfigError` where there is no own job of this number."""
        for row in self.all():
            if row.id == number:
                return row
        raise ConfigError(f"There is no own job {number}.", "See `atsdesk jobs own`.", concerns=str(number))

    def ats_jobs(self, account: str = "") -> list[AtsJobRow]:
        """The jobs of an ATS that an own job may be."""
        with self._store.read() as connection:
            return own_jobs.ats_jobs(connection, account)

    # lists

    def take_in(
        self,
        source: str,
        jobs: Sequence[Fields],
        headers: Sequence[str] = (),
        mapping: Mapping[str, str] | None = None,
    ) -> Brought:
        """Take the jobs of a list in, all of them or nothing, and link those that the lists themselves link."""
        done = self._store.write(
            lambda connection: own_jobs.take_in(connection, source, jobs, act(), headers, mapping)
        )
        self.match(suggestions=0)
        return done

    def look(
        self,
        path: Path,
        mapping: Mapping[str, str] | None = None,
        *,
        sheet: str = "",
        header_row: int | None = None,
    ) -> Looked:
        """What importing a file would do; `mapping` names fields for headers. Slow for large files.

        Raises `ConfigError` for a file that cannot be read, `DataError` for one that is no list.
        """
        with self._store.read() as connection:
            return bringing.look(connection, path, mapping, sheet, header_row)

    def bring(self, looked: Looked) -> Brought:
        """Take in what was looked at, but for the rows that are left out, and remember what its headers stand for.

        Raises `DataError` where nothing of it can be taken in.
        """
        preview = looked.preview
        blocking = [str(problem) for problem in preview.problems if problem.blocks]
        if blocking or not preview.jobs:
            raise DataError(
                f"{looked.source} was not imported. {blocking[0] if blocking else 'No row of it can be used.'}",
                "Say what the headers stand for, or mend the file; nothing was written.",
                concerns=looked.source,
            )
        return self.take_in(looked.source, preview.jobs, preview.headers, looked.choices)

    def add(self, fields: Fields) -> Brought:
        """Keep a job that a person typed; raises `DataError` for one without a title."""
        if not (fields.get("name") or "").strip():
            raise DataError("The job has no title.", "Give it one: people know it by that.", concerns="name")
        return self.take_in(own_jobs.BY_HAND, [fields])

    def undo_import(self, number: int) -> Brought:
        """Take an import back; raises `ConfigError` where there is none of this number."""
        return self._store.write(lambda connection: own_jobs.undo(connection, number, act().at))

    def remove(self, numbers: Collection[int]) -> None:
        """Let own jobs go, with what was decided of them."""
        self._store.write(lambda connection: own_jobs.remove(connection, numbers))

    # matching

    def match(self, *, suggestions: int = MOST, cancel: Cancel | None = None) -> "Matching":
        """Match all own jobs, keep the links that are beyond doubt, and say what a person has to look at. Slow."""
        from atsdesk.jobs import matching

        with self._store.read() as connection:
            rows, known = own_jobs.own_jobs(connection), own_jobs.ats_jobs(connection)
            decided = _decisions(own_jobs.decisions(connection))
        found = matching.match(
            [_own(row) for row in rows],
            self._indexed(known),
            decided,
            suggestions=suggestions,
            cancel=cancel,
        )
        exact = [
            (int(link.own_id), (link.key.account_id, link.key.id), str(link.by), link.value)
            for link in found.links
            if link.by is not By.PERSON
        ]
        self._store.write(lambda connection: own_jobs.link_exactly(connection, exact, act().at))
        return found

    def suggestions(self, number: int, cancel: Cancel | None = None) -> "tuple[Suggestion, ...]":
        """The jobs of an ATS that an own job may be, the likeliest first; none for one that is linked. Slow."""
        from atsdesk.jobs import matching

        with self._store.read() as connection:
            rows = [row for row in own_jobs.own_jobs(connection) if row.id == number]
            known = own_jobs.ats_jobs(connection)
            decided = [one for one in _decisions(own_jobs.decisions(connection)) if not one.confirmed]
        found = matching.match(
            [_own(row) for row in rows], self._indexed(known), decided, suggestions=FEW, cancel=cancel
        )
        return found.suggestions.get(str(number), ())

    def _indexed(self, known: list[AtsJobRow]) -> "Index":
        from atsdesk.jobs.matching import Index

        kept = self._index
        if kept is None or kept[0] != known:
            kept = self._index = (known, Index([_ats(row) for row in known]))
        return kept[1]

    def confirm(self, number: int, account: str, job: str, reasons: str = "") -> None:
        """A person says that an own job is this job of an ATS, in place of any other of that account."""
        self._decide(number, account, job, own_jobs.LINKED, reasons, alone=True)

    def reject(self, number: int, account: str, job: str) -> None:
        """A person says that an own job is not this job of an ATS; it is not suggested again."""
        self._decide(number, account, job, own_jobs.REJECTED, "", alone=False)

    def forget(self, number: int, account: str, job: str) -> None:
        """Forget what was decided of a pair."""
        self._store.write(lambda connection: own_jobs.let_go(connection, number, (account, job)))

    def _decide(self, number: int, account: str, job: str, state: str, reasons: str, *, alone: bool) -> None:
        self._store.write(
            lambda connection: own_jobs.decide(
                connection, number, (account, job), state, act(), alone=alone, reasons=reasons
            )
        )

    def links(self) -> list[tuple[str | int | None, ...]]:
        """The table of links, to be handed on; see `LINK_HEADERS`."""
        with self._store.read() as connection:
            return own_jobs.link_table(connection)

    # what a customer mails

    def resolve(self, text: str, account: str = "", cancel: Cancel | None = None) -> "Pasted":
        """Find the jobs that a text names, line by line; raises `DataError` for a text that names nothing."""
        from atsdesk.jobs import pasting

        found = pasting.resolve(text, [_ats(row) for row in self.ats_jobs(account)], cancel=cancel)
        if not found.wishes:
            raise DataError(
                "There is nothing in the text.",
                "Paste codes, ids, addresses or titles of jobs, one or more to a line.",
                concerns="text",
            )
        return found


def _own(row: OwnJobRow) -> OwnJob:
    return OwnJob(
        str(row.id),
        row.name,
        row.code or "",
        row.ats_id or "",
        (row.url,) if row.url else (),
        row.location or "",
        row.department or "",
    )


def _ats(row: AtsJobRow) -> AtsJob:
    return AtsJob(
        row.account,
        row.id,
        row.name,
        row.code,
        row.other_ids,
        row.urls,
        row.location,
        row.department,
        row.openness in MAY,
    )


def _decisions(found: Iterable[own_jobs.Decided]) -> "list[Decision]":
    """A person's words; what lists tell is found anew each time."""
    from atsdesk.jobs.matching import Decision

    return [
        Decision(str(one.own_job), Key(*one.key), one.state == own_jobs.LINKED)
        for one in found
        if one.known_by == own_jobs.PERSON
    ]
