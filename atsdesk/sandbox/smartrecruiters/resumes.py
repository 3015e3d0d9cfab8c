"""Where candidates learned and worked, with dates as “2004” or “1996-09”."""

import random

from atsdesk.sandbox.smartrecruiters import catalog
from atsdesk.sandbox.smartrecruiters.model import Education, Experience


def education(rng: random.Random) -> list[Education]:
    """Nothing, or one or two places."""
    draw = rng.random()
    made = []
    for number in range(0 if draw < 0.25 else 1 if draw < 0.8 else 2):
        degree, major = catalog.DEGREES[int(rng.random() * len(catalog.DEGREES))]
        year = 1995 + int(rng.random() * 25)
        made.append(
            Education(
                catalog.INSTITUTIONS[(int(draw * 100) + number) % len(catalog.INSTITUTIONS)],
                degree,
                major,
                start_date=str(year),
                end_date=str(year + 3),
            )
        )
    return made


def experience(rng: random.Random) -> list[Experience]:
    """The latest job first; one under way has no end."""
    draw = rng.random()
    made = []
    year = 2025
    for number in range(int(draw * 3.5)):
        title = catalog.TITLES[int(rng.random() * len(catalog.TITLES))]
        one = Experience(
            title.name,
            catalog.EMPLOYERS[(int(draw * 100) + number) % len(catalog.EMPLOYERS)],
            current=number == 0,
            start_date=f"{year - 3}-{1 + int(rng.random() * 12):02d}",
        )
        if number:
            one.end_date = f"{year}-{1 + int(rng.random() * 12):02d}"
        year -= 3
        made.append(one)
    return made
