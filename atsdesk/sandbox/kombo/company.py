"""The invented company: colleagues, roles, tags, reasons, and jobs with their stages, questions and postings."""

import random
from collections.abc import Callable
from typing import Any

from msgspec import UNSET, Struct

from atsdesk.sandbox.kombo import catalog, times
from atsdesk.sandbox.kombo.defaults import CAREERS, COMPANY, WEB
from atsdesk.sandbox.kombo.model import (
    ApplicationStage,
    Job,
    NamedRecord,
    RoleRecord,
    User,
)
from atsdesk.sandbox.kombo.parts import JobStage, Location, Member, Posting, Question, Role
from atsdesk.sandbox.people import People, latin

PER_JOB = 110
FEWEST = 14
EVERGREEN = 4  # the first few jobs stay open for ever, so that there is always something to apply for
HISTORY = 730 * times.DAY  # how far back the data reaches
STAFF = 24
FIRST_JOB = 4700

Ids = Callable[[str], str]


class Opening(Struct):
    """A job over its life: when candidates may come, and the stages they pass."""

    job: Job
    flow: tuple[catalog.Stage, ...]
    opened: int
    closed: int
    weight: float


class Company:
    """Makes what a company has before anybody applies; the same random source makes the same things."""

    def __init__(self, rng: random.Random, people: People, ids: Ids, candidates: int, now: int) -> None:
        self._rng = rng
        self._ids = ids
        self._now = now
        self._start = now - HISTORY
        self.roles = [
            RoleRecord(id=ids(key), remote_id=key, remote_label=label, unified_type=kind, scope=scope,
                       changed_at=self._early())
            for key, label, kind, scope in catalog.ROLES
        ]  # fmt: skip
        self.tags = self._named("t-", catalog.TAGS)
        self.reasons = self._named("r-", catalog.REASONS)
        self.users = [self._user(number, people) for number in range(STAFF)]
        self.stages: list[ApplicationStage] = []
        self.openings = [self._opening(number) for number in range(max(FEWEST, candidates // PER_JOB))]

    def _early(self) -> str:
        return times.stamp(self._start + int(self._rng.random() * times.DAY))

    def _named(self, prefix: str, names: tuple[str, ...]) -> list[NamedRecord]:
        keys = [f"{prefix}{number}" for number in range(11, 11 + len(names))]
        return [
            NamedRecord(id=self._ids(key), remote_id=key, name=name, changed_at=self._early())
            for key, name in zip(keys, names, strict=True)
        ]

    def _user(self, number: int, people: People) -> User:
        person = people.person()
        key = str(1001 + number)
        mail = f"{latin(person.first) or 'colleague'}.{number}@northwind.example"
        return User(
            id=self._ids(key),
            remote_id=key,
            first_name=person.first,
            last_name=person.last,
            email=mail if number % 11 != 10 else None,
            status="INACTIVE" if number % 8 == 7 else "ACTIVE",
            system_roles=[role(self.roles[0 if number < 2 else 1])] if number % 5 != 4 else [],
            changed_at=self._early(),
        )

    def _opening(self, number: int) -> Opening:
        rng, now = self._rng, self._now
        title = catalog.TITLES[number % len(catalog.TITLES)]
        opened = self._start + int(rng.random() * HISTORY * 0.95)
        closed = opened + int((45 + rng.expovariate(1 / 110)) * times.DAY)
        if number < EVERGREEN:
            opened, closed = self._start, now + HISTORY
        elif number == EVERGREEN:
            opened, closed = self._start, self._start + HISTORY // 2
        job = self._job(number, title, opened, closed)
        return Opening(job, catalog.FLOWS[title.flow], opened, closed, 0.4 + rng.expovariate(1.0))

    def _job(self, number: int, title: catalog.Title, opened: int, closed: int) -> Job:
        rng, now = self._rng, self._now
        key = str(FIRST_JOB + number)
        ended = closed <= now
        created = opened - int(rng.random() * 5 * times.DAY)
        updated = closed if ended else opened + int(rng.random() * (now - opened))
        changed = min(updated + int(rng.random() * 3 * times.HOUR), now)
        mini = "Mini-Job" in title.name
        words = {"company": COMPANY, "title": title.name, "department": title.department}
        about = catalog.ABOUT_HEBREW if title.flow == "hebrew" else catalog.ABOUT
        team = self._team(number)
        paid = number % 3
        return Job(
            id=self._ids(key),
            remote_id=key,
            name=title.name,
            job_code=f"{title.department[:2].upper()}-{1000 + number // 2}" if rng.random() < 0.6 else None,
            description=about.format(**words),
            confidential=number % 13 == 6,
            weekly_hours=10 if mini else 38.5 if number % 4 == 1 else 40,
            employment_type="Mini-Job" if mini else catalog.EMPLOYMENT[number % 6],
            status=_status(number, ended),
            visibility=_visibility(number, ended),
            category=None if number % 3 == 1 else "Technology" if title.flow == "technical" else "Trade",
            department=title.department,
            post_url=f"{CAREERS}/openings/{key}" if number % 7 != 5 else None,
            experience_level=title.level,
            remote_work_status=catalog.REMOTE[number % 6],
            salary_amount=title.salary * 1000.0 if paid == 1 else None,
            salary_amount_from=title.salary * 900.0 if paid == 2 else None,
            salary_amount_to=title.salary * 1200.0 if paid == 2 else None,
            salary_currency="EUR" if paid else None,
            salary_period=("MONTH" if mini else "YEAR") if paid else None,
            location=place(number) if number % 6 != 4 else UNSET if number % 4 else None,
            custom_fields={"cost_center": f"CC-{410 + number % 9}"} if number % 5 else {},
            remote_url=f"{WEB}/jobs/{key}",
            opened_at=times.day(opened),
            closed_at=times.day(closed) if ended or number % 3 == 0 else None,
            contact_id=team[0].id,
            remote_created_at=times.stamp(created),
            remote_updated_at=times.stamp(updated),
            changed_at=times.stamp(changed),
            stages=self._stages(number, catalog.FLOWS[title.flow], opened),
            screening_questions=self._questions(number),
            job_postings=self._postings(number, title, ended),
            hiring_team=team,
        )

    def _stages(self, number: int, flow: tuple[catalog.Stage, ...], opened: int) -> list[JobStage]:
        names = [stage.name for stage in flow] + ([catalog.RETIRED] if number % 4 == 0 else [])
        made = []
        for ordinal, name in enumerate(names):
            key = f"{FIRST_JOB + number}:{501 + ordinal}"
            retired = name == catalog.RETIRED
            status = "INACTIVE" if retired else "ACTIVE"
            made.append(JobStage(self._ids(key), key, name, status, {}, None if retired else ordinal))
            listed = ApplicationStage(
                id=self._ids(key), remote_id=key, name=name, status=status, custom_fields={},
                changed_at=times.stamp(opened),
            )  # fmt: skip
            self.stages.append(listed)
        return made

    def _team(self, number: int) -> list[Member]:
        team: list[Member] = []
        for user, key in ((number * 3, 2), (number * 5 + 1, 3), (number * 7 + 2, 6)):
            named = self.users[user % STAFF]
            if named.id in [known.id for known in team]:
                continue
            has = role(self.roles[key])
            mail = None if named.email is UNSET else named.email
            kinds = [str(has.unified_type)]
            first, last = named.first_name, named.last_name
            team.append(Member(named.id, named.remote_id, first, last, mail, kinds, [has]))
        return team

    def _questions(self, number: int) -> list[Question]:
        def made(ordinal: int, title: str, shape: dict[str, Any], needed: bool, category: str | None = None,
                 about: str | None = None) -> Question:  # fmt: skip
            key = f"q-{number * 10 + ordinal}"
            return Question(self._ids(key), key, title, about, category, needed, shape, ordinal)

        def options(ordinal: int, *names: str) -> list[dict[str, Any]]:
            keys = [f"q-{number * 10 + ordinal}.{choice}" for choice in range(len(names))]
            return [
                {"id": self._ids(key), "remote_id": key, "name": name}
                for key, name in zip(keys, names, strict=True)
            ]

        if number % 7 == 6:
            return []
        yes_no = options(1, "Yes", "No")
        select = {"type": "SINGLE_SELECT", "display_type": "RADIO", "options": yes_no}
        years = {"type": "NUMBER", "display_type": "FIELD", "min": 0, "max": 50}
        text = {"type": "TEXT", "display_type": "SINGLE_LINE", "max_length": 120}
        only_then = "Only if <b>sponsorship</b> is needed."
        asked = [
            made(0, "How many years have you done this?", years, True),
            made(1, "Do you need visa sponsorship?", select, number % 2 == 0),
            made(2, "Which visa do you hold today?", text, False, None, only_then),
        ]
        asked[2].precondition_question_id = asked[1].id
        asked[2].precondition_options = [yes_no[0]["id"]]
        if number % 2:
            languages = {
                "type": "MULTI_SELECT",
                "options": options(3, "English", "Deutsch", "Français", "עברית"),
            }
            asked.append(made(3, "Which languages do you speak?", languages, False))
            asked.append(made(4, "May we keep your data?", {"type": "BOOLEAN"}, False))
        if number % 3 == 0:
            asked.append(made(5, "When can you start?", {"type": "DATE"}, False))
            asked.append(made(6, "We reply within a week.", {"type": "INFORMATION"}, False))
        if number % 5 == 0:
            asked.append(
                made(7, "Gender", {"type": "UNKNOWN", "raw_question": {"kind": "matrix"}}, False, "EEO")
            )
            kinds = {
                "type": "FILE",
                "accepted_mime_types": ["application/pdf"],
                "max_file_size_bytes": 5_000_000,
            }
            asked.append(made(8, "Certificates", kinds, False))
        return asked

    def _postings(self, number: int, title: catalog.Title, ended: bool) -> list[Posting]:
        made = []
        for ordinal in range((1, 1, 2, 0)[number % 4]):
            key = f"{8800 + number * 2 + ordinal}"
            url = f"{CAREERS}/openings/{FIRST_JOB + number}"
            status, shown = "INACTIVE" if ended else "ACTIVE", "INTERNAL" if ordinal else "PUBLIC"
            about = f"<p>{title.name}: apply today.</p>"
            made.append(Posting(self._ids(key), key, f"{title.name} (m/f/d)", about, status, shown, url))
        return made


def role(record: RoleRecord) -> Role:
    """A role as somebody has it."""
    return Role(record.remote_id, record.remote_label, record.unified_type, str(record.scope))


def place(number: int) -> Location:
    """One of the company's places."""
    city, country, state, street, code = catalog.PLACES[number % len(catalog.PLACES)]
    raw = ", ".join(part for part in (city, state, country) if part)
    return Location(city, country, raw, state, street if number % 2 else None, None, code)


def _status(number: int, ended: bool) -> Any:
    if ended:
        return "ARCHIVED" if number % 5 == 0 else "CLOSED"
    odd = {7: "DRAFT", 11: "On hold", 12: None, 13: UNSET}
    return odd.get(number, "OPEN")


def _visibility(number: int, ended: bool) -> Any:
    odd = {1: "INTERNAL", 3: "UNLISTED", 5: "CONFIDENTIAL", 8: "Partners only", 9: UNSET}
    return odd.get(number, "PUBLIC")
