"""Invented jobs: what they say about themselves, who hires for them, and how candidates move through them."""

import random
from bisect import bisect
from itertools import accumulate

from msgspec import UNSET, Struct

from atsdesk.sandbox.clock import DAY, stamp
from atsdesk.sandbox.people import People, latin
from atsdesk.sandbox.smartrecruiters import catalog, ids
from atsdesk.sandbox.smartrecruiters.catalog import Place, Stage, Title
from atsdesk.sandbox.smartrecruiters.defaults import COMPANY
from atsdesk.sandbox.smartrecruiters.jobmodel import (
    Compensation,
    Department,
    Job,
    JobAd,
    JobDetailsActions,
    JobLocation,
    JobProperty,
    Language,
    Section,
    Sections,
    User,
    UserName,
)
from atsdesk.sandbox.smartrecruiters.model import Change, Labelled, link

PER_JOB = 60
FEWEST = 14
HISTORY = 730 * DAY  # how far back the data reaches
FOREVER = 5  # so many jobs never close, so that there is always something to apply for
CLOSED = 6  # this one is closed in the smallest data set too
EMPLOYMENT = (
    ("permanent", "Full-time"),
    ("permanent", "Full-time"),
    ("part-time", "Part-time"),
    ("contract", "Contract"),
)
LEVELS = {
    "entry_level": "Entry level",
    "associate": "Associate",
    "mid_senior_level": "Mid-Senior Level",
    "executive": "Executive",
}


def iso(seconds: int) -> str:
    """`2026-03-01T08:00:00.000Z`, as this API writes moments."""
    return f"{stamp(seconds)[:-1]}.000Z"


class Position(Struct):
    """One head that a job may hire."""

    id: str
    number: str
    type: str
    incumbent: str | None
    created: int
    opened: int
    target: int
    hired: int | None = None
    started: int | None = None


class Opening(Struct):
    """A job over its life: when candidates may come, who hires, and the stages they pass."""

    job: Job
    flow: tuple[Stage, ...]
    place: Place
    opened: int
    closed: int
    weight: float
    updated: int
    activity: int
    team: list[tuple[str, str]]  # user id, role
    history: list[Change]
    positions: list[Position]


def staff(people: People, rng: random.Random, count: int, now: int) -> list[User]:
    """Recruiters, managers and interviewers of the company; a few have left."""
    colleagues = []
    roles = ("EXTENDED", "STANDARD", "STANDARD", "EMPLOYEE", "RESTRICTED")
    for number in range(count):
        person = people.person()
        user = User(
            id=ids.hex24("user", number),
            email=f"{latin(person.first) or 'colleague'}.{number}@northwind.example",
            first_name=person.first,
            last_name=person.last,
            role="ADMINISTRATOR" if number == 0 else roles[number % 5],
            active=number % 11 != 10,
            updated_on=iso(now - int(rng.random() * HISTORY)),
            language=Language("en" if number % 3 else "he"),
        )
        if number % 2:
            user.external_data = f"E-{4000 + number}"
        colleagues.append(user)
    return colleagues


def openings(rng: random.Random, colleagues: list[User], candidates: int, now: int) -> list[Opening]:
    """About one job for every 60 candidates, at least 14."""
    count = max(FEWEST, candidates // PER_JOB)
    start = now - HISTORY
    made = []
    for number in range(count):
        opened = start + int(rng.random() * HISTORY * 0.97)
        closed = opened + int((45 + rng.expovariate(1 / 110)) * DAY)
        if number < FOREVER:
            opened, closed = start, now + HISTORY
        elif number == CLOSED:
            opened, closed = start, start + HISTORY // 2
        made.append(opening(rng, number, colleagues, opened, closed, now))
    return made


def opening(
    rng: random.Random, number: int, colleagues: list[User], opened: int, closed: int, now: int
) -> Opening:
    """The `number`th job."""
    title = catalog.TITLES[number % len(catalog.TITLES)]
    place = catalog.PLACES[int(rng.random() * len(catalog.PLACES))]
    active = [user for user in colleagues if user.active]
    team = rng.sample(active, min(len(active), 5))
    ended = closed <= now
    status = rng.choice(("FILLED", "FILLED", "CANCELLED")) if ended else _status(number, rng)
    updated = closed if ended else opened + int(rng.random() * (now - opened))
    posting = (
        "NOT_PUBLISHED"
        if ended or status == "CREATED"
        else rng.choice(("PUBLIC", "PUBLIC", "INTERNAL", "PRIVATE"))
    )
    history = [Change(iso(opened), "CREATED")]
    if status != "CREATED":
        history.append(Change(iso(min(opened + 2 * DAY, updated)), "SOURCING"))
    if status not in ("CREATED", "SOURCING"):
        history.append(Change(iso(updated), status))
    return Opening(
        job=_job(rng, number, title, place, team, (opened, updated), status, posting),
        flow=catalog.FLOWS[title.flow],
        place=place,
        opened=opened,
        closed=closed,
        weight=0.4 + rng.expovariate(1.0),
        updated=updated,
        activity=updated,
        team=[(user.id, catalog.ROLES[min(ordinal, 3)]) for ordinal, user in enumerate(team)],
        history=history,
        positions=_positions(rng, number, opened),
    )


def _status(number: int, rng: random.Random) -> str:
    if number < FOREVER:
        return ("SOURCING", "INTERVIEW", "OFFER", "SOURCING", "ON_HOLD")[number]
    return rng.choice(("SOURCING", "SOURCING", "INTERVIEW", "OFFER", "ON_HOLD", "CREATED"))


def _positions(rng: random.Random, number: int, opened: int) -> list[Position]:
    made = []
    for ordinal in range(1 + int(rng.random() * 2.5)):
        replaced = rng.random() < 0.3
        made.append(
            Position(
                id=ids.uuid("position", f"{number}.{ordinal}"),
                number=f"P-{number:04d}-{ordinal + 1}",
                type="REPLACEMENT" if replaced else "NEW",
                incumbent="Sam Example" if replaced else None,
                created=opened,
                opened=opened + DAY,
                target=opened + 90 * DAY,
            )
        )
    return made


def _job(
    rng: random.Random,
    number: int,
    title: Title,
    place: Place,
    team: list[User],
    times: tuple[int, int],
    status: str,
    posting: str,
) -> Job:
    uid = ids.uuid("job", number)
    words = {"company": COMPANY, "title": title.name, "department": title.department}
    employment = EMPLOYMENT[number % len(EMPLOYMENT)]
    salary = title.salary * 1000
    lead = team[0]
    job = Job(
        id=uid,
        title=title.name,
        ref_number=f"REF{1000 + number}{chr(65 + number % 26)}",
        created_on=iso(times[0]),
        updated_on=iso(times[1]),
        last_activity_on=iso(times[1]),
        department=department(title.department) if number % 13 != 12 else UNSET,
        location=location(place, remote=number % 5 == 4),
        status=status,
        posting_status=posting,
        language=Language(title.language),
        target_hiring_date=iso(times[0] + 90 * DAY) if rng.random() < 0.6 else UNSET,
        industry=Labelled("computer_software", "Computer Software"),
        function=Labelled("general", title.department),
        type_of_employment=Labelled(*employment),
        experience_level=Labelled(title.level, LEVELS[title.level]),
        eeo_category=Labelled("professionals", "Professionals") if place.code == "us" else UNSET,
        creator=UserName(lead.id, lead.first_name, lead.last_name),
        compensation=UNSET,
        job_ad=JobAd(
            Sections(
                company_description=Section("Company Description", f"<p>{COMPANY} is invented.</p>"),
                job_description=Section("Job Description", catalog.ABOUT.format(**words)),
                qualifications=Section("Qualifications", catalog.NEEDS.format(years=1 + number % 7)),
                additional_information=Section("Additional Information", ""),
            ),
            Language(title.language),
        ),
        actions=JobDetailsActions(
            link(f"/jobs/{uid}"), link(f"/jobs/{uid}/hiring-team"), link(f"/jobs/{uid}/positions")
        ),
        template=False,
        properties=properties(number),
    )
    if rng.random() < 0.6:
        job.compensation = Compensation(salary, int(salary * 1.3), place.currency)
    return job


def department(name: str) -> Department:
    """A department; one has no description."""
    found = Department(catalog.DEPARTMENT_IDS[name], name)
    if name != "Legal":
        found.description = f"Everybody in {name}"
    return found


def location(place: Place, remote: bool) -> JobLocation:
    """A place as a job shows it."""
    made = JobLocation(place.country, place.code, place.city, place.longitude, place.latitude, remote=remote)
    for field in ("region_code", "region", "address", "postal_code"):
        value = getattr(place, field)
        if value is not None:
            setattr(made, field, value)
    return made


# fields of jobs that the customer defined: label, category, values
JOB_FIELDS = (
    ("Brand", "job", ("Northwind", "Southwind", "צפון")),
    ("Cost center", "organization", ("CC-100", "CC-200", "CC-300")),
    ("Hybrid policy", "job", ("On-site", "2 days a week", "Remote first")),
)
JOB_FIELD_IDS = tuple(ids.uuid("job field", label) for label, _, _ in JOB_FIELDS)


def job_field_value(field: int, ordinal: int) -> Labelled:
    """A value of a list."""
    label = JOB_FIELDS[field][2][ordinal]
    return Labelled(ids.uuid("job value", f"{field}.{ordinal}"), label)


def properties(number: int) -> list[JobProperty]:
    """What a job says in those fields; some are left out."""
    return [
        JobProperty(JOB_FIELD_IDS[field], label, job_field_value(field, (number + field) % len(values)))
        for field, (label, _, values) in enumerate(JOB_FIELDS)
        if (number + field) % 4
    ]


class Calendar:
    """Which jobs could be applied for in a given week, and how often each was chosen."""

    def __init__(self, listed: list[Opening], now: int) -> None:
        self._start = now - HISTORY
        self._weeks: list[tuple[list[Opening], list[float]]] = []
        for week in range(HISTORY // (7 * DAY) + 1):
            at = self._start + week * 7 * DAY
            there = [opening for opening in listed if opening.opened <= at and opening.closed > at + 7 * DAY]
            self._weeks.append((there, list(accumulate(opening.weight for opening in there))))

    def choose(self, rng: random.Random, at: int) -> Opening:
        """A job that took applications at that time."""
        week = min(max(at - self._start, 0) // (7 * DAY), len(self._weeks) - 1)
        there, weights = self._weeks[week]
        return there[min(bisect(weights, rng.random() * weights[-1]), len(there) - 1)]
