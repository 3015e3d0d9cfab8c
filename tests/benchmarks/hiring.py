"""Invented jobs with a known truth: an ATS's, and the same ones as somebody else wrote them down.

The words and the noise are the generator's own; nothing here looks at how ATS Desk compares titles.
"""

import html
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from atsdesk.jobs.known import AtsJob, Key, OwnJob

CITIES = (
    *(
        "Berlin",
        "Munich",
        "Hamburg",
        "Cologne",
        "Vienna",
        "Zurich",
        "Paris",
        "Lyon",
        "London",
        "Leeds",
        "Dublin",
        "Madrid",
    ),
    *(
        "Lisbon",
        "Milan",
        "Rome",
        "Prague",
        "Warsaw",
        "Krakow",
        "Stockholm",
        "Oslo",
        "New York",
        "Boston",
        "Austin",
        "Denver",
    ),
    *(
        "Chicago",
        "San Francisco",
        "Toronto",
        "Montreal",
        "Bangalore",
        "Singapore",
        "Tel Aviv",
        "Haifa",
        "Jerusalem",
    ),
    *("Ramat Gan", "Herzliya", "Beer Sheva", "Petah Tikva", "Netanya", "Remote"),
)
IN_OTHER_WORDS = {
    "Munich": "München",
    "Cologne": "Köln",
    "Vienna": "Wien",
    "Zurich": "Zürich",
    "Milan": "Milano",
    "New York": "NYC",
    "Tel Aviv": "תל אביב",
    "Haifa": "חיפה",
    "Jerusalem": "ירושלים",
    "Ramat Gan": "רמת גן",
    "Remote": "Home Office",
}
DEPARTMENTS = {
    "R&D": "Research and Development",
    "Sales": "Commercial",
    "Marketing": "Marketing",
    "Operations": "Ops",
    "Finance": "Finance & Accounting",
    "People": "Human Resources",
    "Customer Success": "Customer Success",
    "IT": "Information Technology",
}
ENGLISH = (
    "Backend Engineer|Frontend Engineer|Full Stack Developer|Data Engineer|Data Scientist"
    "|Data Analyst|Software Engineer|Embedded Software Engineer|DevOps Engineer"
    "|Site Reliability Engineer|QA Engineer|Test Automation Engineer|Security Engineer"
    "|Machine Learning Engineer|Mobile Developer|iOS Developer|Android Developer|Product Manager"
    "|Product Designer|UX Researcher|Project Manager|Program Manager|Scrum Master"
    "|Solution Architect|System Administrator|Network Engineer|Technical Support Engineer"
    "|Technical Writer|Account Executive|Account Manager|Sales Engineer"
    "|Sales Development Representative|Business Development Manager|Customer Success Manager"
    "|Marketing Manager|Content Writer|SEO Specialist|Social Media Manager|Financial Analyst"
    "|Accountant|Payroll Specialist|Controller|HR Business Partner|Talent Acquisition Partner"
    "|Recruiter|Office Manager|Executive Assistant|Legal Counsel|Supply Chain Planner"
    "|Procurement Manager|Warehouse Supervisor|Production Technician|Mechanical Engineer"
    "|Electrical Engineer|Quality Inspector|Maintenance Technician|Field Service Engineer"
    "|Store Manager|Barista|Nurse"
).split("|")
GERMAN = (
    "Softwareentwickler|Sachbearbeiter Buchhaltung|Kaufmännischer Mitarbeiter"
    "|Vertriebsmitarbeiter Außendienst|Projektleiter|Teamassistenz|Personalreferent|Lagerist"
    "|Mechatroniker|Elektroniker|Pflegefachkraft|Steuerfachangestellter|Bauleiter"
    "|Produktionshelfer|Einkäufer|Qualitätsprüfer|Filialleiter|Kundenberater|Disponent"
    "|Konstrukteur"
).split("|")
HEBREW = (
    "מפתח תוכנה|מהנדס מערכת|מנהל מוצר|מנהל שיווק|נציג שירות|נציג מכירות|מנהל חשבונות|רכז גיוס"
    "|מנהל משרד|בודק תוכנה|אנליסט נתונים|מעצב גרפי|טכנאי שטח|מחסנאי|מנהל פרויקטים|יועץ משפטי"
    "|מנהל לוגיסטיקה|אחראי משמרת|חשב שכר|מהנדס תעשייה"
).split("|")
AREAS = (
    "Payments|Identity|Growth|Platform|Search|Billing|Fraud|Logistics|Video|Messaging|Healthcare"
    "|Energy|Automotive|Retail|Insurance|Public Sector|Enterprise|Mid-Market|DACH|EMEA|APAC|Cloud"
    "|Analytics|Robotics|Storage|Ads|Mapping|Gaming"
).split("|")
GERMAN_AREAS = (
    "Maschinenbau|Medizintechnik|Energie|Logistik|Handel|Bau|Versicherung|Automobil|Chemie|Lebensmittel"
).split("|")
HEBREW_AREAS = ("סייבר|רפואה|ביטוח|בנקאות|נדלן|מזון|תחבורה|אנרגיה|חינוך|אופנה").split("|")
LEVELS = ("", "", "Junior", "Senior", "Senior", "Staff", "Principal", "Lead", "Head of")
GERMAN_LEVELS, HEBREW_LEVELS = ("", "", "Junior", "Senior"), ("", "", "בכיר", "זוטר")

SHORT = {
    "Senior": "Sr.",
    "Junior": "Jr",
    "Engineer": "Eng.",
    "Developer": "Dev",
    "Manager": "Mgr",
    "Representative": "Rep",
    "Specialist": "Spec.",
    "Technician": "Tech",
    "Assistant": "Asst.",
    "Coordinator": "Coord.",
    "Machine": "ML",
    "Administrator": "Admin",
    "Business": "Biz",
    "Development": "Dev't",
    "Mitarbeiter": "MA",
    "Kaufmännischer": "Kfm.",
    "Supervisor": "Sup.",
    "Production": "Prod.",
    "Quality": "Qual.",
    "Electrical": "Elec.",
    "Executive": "Exec",
    "Healthcare": "Health",
}
OTHERS = {
    "Engineer": "Developer",
    "Developer": "Engineer",
    "Frontend": "Front-End",
    "Backend": "Back End",
    "Full Stack": "Fullstack",
    "Recruiter": "Talent Acquisition Specialist",
    "Accountant": "Bookkeeper",
    "Store": "Shop",
    "Software": "SW",
    "Customer": "Client",
    "Barista": "Barista / Coffee Maker",
    "Softwareentwickler": "Software-Entwickler",
    "Elektroniker": "Elektriker",
    "Lagerist": "Lagermitarbeiter",
    "נציג": "נציגת",
    "מפתח": "מתכנת",
}
GENDERS = ("(m/f/d)", "(m/w/d)", "w/m/d", "(f/m/x)", "(all genders)", "(gn)", "(m|w|d)", "M/F", "(H/F)")
ADDITIONS = (
    *(
        "- Full-time",
        "(80-100%)",
        "- hybrid",
        "URGENT!",
        "| Join our team",
        "- Immediate start",
        "at Acme",
        "- 2 openings",
    ),
    *("(maternity cover)", "- new", "ab sofort", "in Vollzeit"),
)
HEBREW_ADDITIONS = ("- משרה מלאה", "לחברה מובילה", "- היברידי", "(החלפת חל״ד)", "- דרוש מיידי")


@dataclass(frozen=True, slots=True)
class Invented:
    ats: list[AtsJob]
    own: list[OwnJob]
    truth: dict[str, Key]
    """ATS job by own id; own jobs without an entry have none."""
    traps: frozenset[str]
    """Ids of own jobs whose code is on two jobs: they must not be linked by it."""


def invent(own_count: int, ats_count: int, *, seed: int = 5, without_code: float = 0.1) -> Invented:
    """Jobs of both sides, shuffled."""
    chance = random.Random(seed)
    ats = _ats_jobs(chance, ats_count)
    chosen = chance.sample(range(ats_count), own_count)
    # two jobs of one code, one of them known outside
    for number in chosen[: own_count // 50]:
        other = chance.randrange(ats_count)
        if other != number:
            ats[other] = replace(ats[other], code=ats[number].code)
    codes = [job.code for job in ats]
    own, truth, traps = [], {}, set()
    for place, number in enumerate(chosen):
        job = ats[number]
        noisy = _noisy(chance, job, f"P{place:05}")
        if chance.random() < without_code or place % 100 == 99:
            noisy = replace(noisy, code="", ats_id="", urls=())
        elif codes.count(job.code) > 1:
            traps.add(noisy.id)
            noisy = replace(noisy, ats_id="", urls=())
        if place % 100 == 98:  # known to nobody
            noisy = replace(noisy, code=f"X-{place}", ats_id="", urls=())
        else:
            truth[noisy.id] = job.key
        own.append(noisy)
    for place in range(0, own_count // 50, 2):  # two own jobs of one code
        first, second = own[-1 - place], own[-2 - place]
        if first.code and second.id in truth:
            own[-1 - place] = replace(first, ats_id="", urls=())
            own[-2 - place] = replace(second, code=first.code, ats_id="", urls=())
            traps |= {first.id, second.id}
    chance.shuffle(own)
    chance.shuffle(ats)
    return Invented(ats, own, truth, frozenset(traps))


def _ats_jobs(chance: random.Random, count: int) -> list[AtsJob]:
    found: dict[tuple[str, str], AtsJob] = {}
    while len(found) < count:
        kind = chance.random()
        if kind < 0.7:
            words = _title(chance, ENGLISH, AREAS, LEVELS, before=True)
        elif kind < 0.85:
            words = _title(chance, GERMAN, GERMAN_AREAS, GERMAN_LEVELS, before=True)
        else:
            words = _title(chance, HEBREW, HEBREW_AREAS, HEBREW_LEVELS, before=False)
        city = chance.choice(CITIES)
        if (words, city) in found:
            continue
        number = len(found)
        suffix = f" {chance.choice(GENDERS)}" if chance.random() < 0.15 and kind < 0.85 else ""
        found[words, city] = AtsJob(
            "acme",
            str(4_000_000 + 7 * number),
            words + suffix,
            code=f"REQ-{10_000 + number}",
            urls=(f"https://jobs.example.com/acme/{number}?gh_jid={90_000_000 + number}",),
            location=city if city == "Remote" else f"{city}, Somewhere",
            department=chance.choice(list(DEPARTMENTS)),
            is_open=chance.random() < 0.8,
        )
    return list(found.values())


def _title(
    chance: random.Random, roles: Sequence[str], areas: Sequence[str], levels: Sequence[str], *, before: bool
) -> str:
    role, level = chance.choice(roles), chance.choice(levels)
    area = chance.choice(areas) if chance.random() < 0.75 else ""
    parts = [level, role] if before else [role, level]
    return " ".join(one for one in parts if one) + (
        f"{chance.choice((' - ', ', ', ' '))}{area}" if area else ""
    )


def _noisy(chance: random.Random, job: AtsJob, own_id: str) -> OwnJob:
    """The same job as somebody else wrote it down."""
    title, city = job.title, job.location.partition(",")[0]
    hebrew = any("א" <= letter <= "ת" for letter in title)
    for noise in chance.sample(_NOISES, chance.choice((0, 1, 1, 2, 2, 3))):
        title = noise(chance, title, hebrew)
    told = chance.random()  # where the place is told: in its column, in the title, in both, nowhere
    place = IN_OTHER_WORDS.get(city, city) if chance.random() < 0.3 else city
    if told < 0.35:
        title = f"{title} {chance.choice(('- {}', '({})', '| {}', 'in {}')).format(place)}"
    code = chance.choice((str, str.lower, lambda code: f" {code} ", lambda code: f"#{code}"))(job.code)
    known = chance.random()
    return OwnJob(
        own_id,
        title,
        code=code,
        ats_id=job.id if known < 0.05 else "",
        urls=(job.urls[0].replace("https://", "http://www.") + "&utm_source=feed",)
        if 0.05 < known < 0.2
        else (),
        location=place if told > 0.2 and told < 0.95 else "",
        department=chance.choice((job.department, DEPARTMENTS[job.department], "", "")),
    )


def _gender(chance: random.Random, title: str, hebrew: bool) -> str:
    if not hebrew:
        return f"{title} {chance.choice(GENDERS)}"
    first, _, rest = title.partition(" ")
    return f"{first}{chance.choice(('/ת', '.ת', '/ית'))} {rest}".strip()


def _shorter(chance: random.Random, title: str, hebrew: bool) -> str:
    return " ".join(SHORT.get(word, word) if chance.random() < 0.7 else word for word in title.split())


def _other_word(chance: random.Random, title: str, hebrew: bool) -> str:
    fitting = [word for word in OTHERS if word in title]
    return title.replace(word := chance.choice(fitting), OTHERS[word], 1) if fitting else title


def _slip(chance: random.Random, title: str, hebrew: bool) -> str:
    if len(title) < 6:
        return title
    place = chance.randrange(1, len(title) - 2)
    return chance.choice(
        (
            title[:place] + title[place + 1 :],
            title[:place] + title[place + 1] + title[place] + title[place + 2 :],
            title[:place] + title[place] + title[place:],
        )
    )


def _reordered(chance: random.Random, title: str, hebrew: bool) -> str:
    words = title.replace(" - ", " ").replace(",", "").split()
    cut = chance.randrange(1, len(words)) if len(words) > 1 else 0
    return f"{' '.join(words[cut:])}, {' '.join(words[:cut])}" if cut else title


def _added(chance: random.Random, title: str, hebrew: bool) -> str:
    return f"{title} {chance.choice(HEBREW_ADDITIONS if hebrew else ADDITIONS)}"


def _case(chance: random.Random, title: str, hebrew: bool) -> str:
    return _pointed(title) if hebrew else chance.choice((title.upper(), title.lower()))


def _pointed(title: str) -> str:
    """With Hebrew points, as nobody but a generator sets them."""
    return "".join(letter + "\u05b7" if "א" <= letter <= "ת" else letter for letter in title)


def _as_html(chance: random.Random, title: str, hebrew: bool) -> str:
    escaped = html.escape(title).replace(" - ", " &ndash; ").replace("ä", "&auml;")
    return chance.choice((escaped, f"<b>{escaped}</b>", escaped.replace(" ", "&nbsp;")))


def _dropped(chance: random.Random, title: str, hebrew: bool) -> str:
    words = title.split()
    if len(words) < 4:
        return title
    words.pop(chance.randrange(len(words)))
    return " ".join(words)


_NOISES: tuple[Callable[[random.Random, str, bool], str], ...] = (
    _gender,
    _shorter,
    _other_word,
    _slip,
    _reordered,
    _added,
    _case,
    _as_html,
    _dropped,
)
