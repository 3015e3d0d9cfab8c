"""Invented positions: what they say about themselves, and how candidates move through them."""

import random
from bisect import bisect
from itertools import accumulate

import msgspec

from atsdesk.sandbox.clock import DAY, stamp
from atsdesk.sandbox.comeet import catalog, ids
from atsdesk.sandbox.comeet.defaults import COMPANY, WEB
from atsdesk.sandbox.comeet.model import (
    Assignee,
    Location,
    NameValue,
    Position,
    SalaryRange,
    Step,
    User,
    Users,
)
from atsdesk.sandbox.people import People, latin

PER_POSITION = 120
FEWEST = 12
HISTORY = 730 * DAY  # how far back the data reaches
ON_HOLD, CLOSED, DISCREET = 4, 5, 9  # these are there in the smallest data set too


class Stage(msgspec.Struct, frozen=True):
    """A stage as one position has it, with the step it becomes while it lies ahead."""

    stage: catalog.Stage
    uid: str
    ahead: Step


class Opening(msgspec.Struct):
    """A position over its life: when candidates may come, and the stages they pass."""

    position: Position
    stages: list[Stage]
    opened: int
    closed: int
    weight: float


def staff(people: People, count: int) -> list[Assignee]:
    """Recruiters and interviewers of the company."""
    colleagues = []
    for number in range(count):
        person = people.person()
        mail = f"{latin(person.first) or 'colleague'}.{number}@northwind.example"
        uid = ids.uid(ids.OTHER, 5_000 + number)
        colleagues.append(Assignee(uid=uid, first_name=person.first, last_name=person.last, email=mail))
    return colleagues


def openings(rng: random.Random, colleagues: list[Assignee], candidates: int, now: int) -> list[Opening]:
    """About one position for every 120 candidates, at least 12; the first few stay open for ever."""
    count = max(FEWEST, candidates // PER_POSITION)
    start = now - HISTORY
    made = []
    for number in range(count):
        title = catalog.POOL if number == 0 else catalog.TITLES[(number - 1) % len(catalog.TITLES)]
        opened = start + int(rng.random() * HISTORY * 0.97)
        life = int((45 + rng.expovariate(1 / 110)) * DAY)
        closed = opened + life
        if number <= ON_HOLD:  # some never close, so that there is always something to apply for
            opened, closed = start, now + HISTORY
        elif number == CLOSED:
            opened, closed = start, start + HISTORY // 2
        made.append(_opening(rng, number, title, colleagues, opened, closed, now))
    return made


def _opening(
    rng: random.Random,
    number: int,
    title: catalog.Title,
    colleagues: list[Assignee],
    opened: int,
    closed: int,
    now: int,
) -> Opening:
    uid = ids.uid(ids.POSITION, number)
    recruiter, manager = rng.choice(colleagues), rng.choice(colleagues)
    stages = []
    for ordinal, stage in enumerate(catalog.FLOWS[title.flow]):
        step_uid = ids.uid(ids.STEP, number * 12 + ordinal)
        ahead = Step(name=stage.name, type=stage.type, position_step_uid=step_uid, assignees=[])
        if ordinal < 4:
            ahead.assignees = [manager if stage.meeting else recruiter]
        stages.append(Stage(stage, step_uid, ahead))
    ended = closed <= now
    status = "closed" if ended else ("on hold" if number % 9 == ON_HOLD else "open")
    updated = closed if ended else opened + int(rng.random() * (now - opened))
    place = catalog.PLACES[int(rng.random() * len(catalog.PLACES))]
    slug = f"{latin(title.name) or 'position'}-{number}"
    hebrew = title.flow == "hebrew"
    words = {"company": COMPANY, "title": title.name, "department": title.department, "years": 1 + number % 7}
    salary = title.salary * 1000
    position = Position(
        uid=uid,
        name=title.name,
        internal_name=f"{title.name} / R{1000 + number}",
        status=status,
        is_discreet=number % 17 == DISCREET,
        is_published=number < ON_HOLD or (not ended and rng.random() < 0.85),
        department=title.department,
        email=f"jobs+{uid.lower()}@apply.example.com",
        url=f"{WEB}/positions/{7_000 + number}",
        url_comeet_hosted_page=f"https://jobs.example.com/northwind/{slug}/{uid}",
        url_active_page=f"https://careers.northwind.example/{slug}",
        experience_level=title.level,
        employment_type=catalog.EMPLOYMENT[number % len(catalog.EMPLOYMENT)],
        internal_use_custom_id=f"REQ-{1000 + number}" if rng.random() < 0.6 else None,
        picture_url=f"https://careers.northwind.example/pictures/{title.department.lower()[:4]}.jpg",
        time_updated=stamp(updated),
        company_name=COMPANY,
        position_url=f"https://careers.northwind.example/{slug}?uid={uid}",
        is_talent_pool=number == 0,
        workplace_type="Remote" if not place[1] else rng.choice(catalog.WORKPLACES),
        categories=[NameValue("Department", title.department), NameValue("Level", title.level)],
        details=[
            NameValue("Description", (catalog.ABOUT_HEBREW if hebrew else catalog.ABOUT).format(**words)),
            NameValue("Requirements", catalog.REQUIREMENTS.format(**words)),
        ],
        location=_location(place),
        salary_range=SalaryRange(salary, int(salary * 1.4), catalog.CURRENCIES[place[1]], "monthly")
        if rng.random() < 0.7
        else None,
        users=Users(
            lead_recruiter=User(recruiter.first_name, recruiter.last_name),
            hiring_manager=User(manager.first_name, manager.last_name),
        ),
    )
    return Opening(position, stages, opened, closed, 0.4 + rng.expovariate(1.0))


def _location(
    place: tuple[str, str, str | None, str | None, str | None, str | None, str | None, str],
) -> Location:
    name, country, city, state, postal, street, number, zone = place
    return Location(
        uid=ids.uid(ids.OTHER, catalog.PLACES.index(place)),
        name=name,
        country=country,
        city=city,
        state=state,
        postal_code=postal,
        street_name=street,
        street_number=number,
        arrival_instructions="Ask for the second floor." if number else None,
        timezone=zone,
    )


class Calendar:
    """Which positions could be applied for in a given week, and how often each was chosen."""

    def __init__(self, listed: list[Opening], now: int) -> None:
        self._start = now - HISTORY
        self._weeks: list[tuple[list[Opening], list[float]]] = []
        for week in range(HISTORY // (7 * DAY) + 1):
            at = self._start + week * 7 * DAY
            there = [opening for opening in listed if opening.opened <= at and opening.closed > at + 7 * DAY]
            self._weeks.append((there, list(accumulate(opening.weight for opening in there))))

    def choose(self, rng: random.Random, at: int) -> Opening:
        """A position that took applications at that time."""
        week = min(max(at - self._start, 0) // (7 * DAY), len(self._weeks) - 1)
        there, weights = self._weeks[week]
        return there[bisect(weights, rng.random() * weights[-1])]
