"""What an invented company looks for: departments, titles, hiring processes, places, sources and reasons."""

from typing import NamedTuple

from atsdesk.sandbox.smartrecruiters import ids


class Stage(NamedTuple):
    """One state of a hiring process: how many days it waits, what share passes, which meeting ends it."""

    status: str
    sub: str | None
    days: float
    passes: float
    meeting: str | None = None
    slots: int = 1


class Title(NamedTuple):
    """A kind of job."""

    department: str
    name: str
    flow: str
    level: str
    salary: int  # a year, in thousands
    language: str = "en"


class Place(NamedTuple):
    """Where a job is."""

    country: str
    code: str
    region: str | None
    region_code: str | None
    city: str
    address: str | None
    postal_code: str | None
    latitude: str
    longitude: str
    zone: str
    currency: str


class SourceValue(NamedTuple):
    """Where a candidate came from, and its share of them."""

    type: str
    sub_type: str | None
    id: str
    label: str
    share: int
    via: str


FLOWS: dict[str, tuple[Stage, ...]] = {
    "Standard": (
        Stage("NEW", None, 2.5, 0.46),
        Stage("IN_REVIEW", "CV review", 3, 0.6),
        Stage("IN_REVIEW", "Phone screen", 4, 0.55, "PHONE"),
        Stage("INTERVIEW", "First interview", 5, 0.5, "VIDEO"),
        Stage("INTERVIEW", "Team interview", 6, 0.6, "ONSITE", 2),
        Stage("OFFERED", "Offer preparation", 3, 0.92),
        Stage("OFFERED", "Offer extended", 4, 0.85),
    ),
    "Engineering": (
        Stage("NEW", None, 2.5, 0.46),
        Stage("IN_REVIEW", "Technical review", 3, 0.6),
        Stage("IN_REVIEW", "Phone screen", 4, 0.6, "PHONE"),
        Stage("INTERVIEW", "Home task", 6, 0.65),
        Stage("INTERVIEW", "Technical interview", 6, 0.5, "VIDEO"),
        Stage("INTERVIEW", "Team interview", 5, 0.6, "ONSITE", 3),
        Stage("OFFERED", "Offer preparation", 3, 0.92),
        Stage("OFFERED", "Offer extended", 4, 0.85),
    ),
    "Leadership": (
        Stage("NEW", None, 3, 0.4),
        Stage("IN_REVIEW", "Recruiter call", 4, 0.6, "PHONE"),
        Stage("INTERVIEW", "Hiring manager interview", 7, 0.55, "VIDEO"),
        Stage("INTERVIEW", "Case presentation", 8, 0.6, "OTHER"),
        Stage("INTERVIEW", "Panel interview", 7, 0.6, "ONSITE", 3),
        Stage("OFFERED", "Approval", 3, 0.9),
        Stage("OFFERED", "Offer extended", 5, 0.8),
    ),
    "ישראל": (
        Stage("NEW", None, 2.5, 0.46),
        Stage("IN_REVIEW", "סינון קורות חיים", 3, 0.6),
        Stage("IN_REVIEW", "שיחת טלפון", 3, 0.55, "PHONE"),
        Stage("INTERVIEW", "ראיון מקצועי", 6, 0.5, "ONSITE"),
        Stage("INTERVIEW", "ראיון משאבי אנוש", 4, 0.7, "VIDEO"),
        Stage("OFFERED", "הצעת שכר", 4, 0.85),
    ),
}
OFFERED = frozenset(("Offer extended", "הצעת שכר"))  # these come with an offer
LEAD = Stage("LEAD", None, 12, 0.3)
PROCESS_IDS = {name: ids.uuid("process", name) for name in FLOWS}

TITLES = (
    Title("Engineering", "Backend Engineer (Python)", "Engineering", "mid_senior_level", 95),
    Title("Engineering", "Senior Frontend Engineer", "Engineering", "mid_senior_level", 115),
    Title("Engineering", "מפתח/ת Full Stack", "ישראל", "mid_senior_level", 90, "he"),
    Title("Engineering", "VP Engineering", "Leadership", "executive", 190),
    Title("Engineering", "Embedded C++ Developer", "Engineering", "associate", 85),
    Title("Data & AI", "Data Engineer", "Engineering", "associate", 90),
    Title("Data & AI", "Machine Learning Engineer", "Engineering", "mid_senior_level", 125),
    Title("Data & AI", "Analyste de données (H/F)", "Standard", "entry_level", 55, "fr"),
    Title("Product", "Product Manager, Payments", "Leadership", "mid_senior_level", 100),
    Title("Product", "UX/UI Designer", "Standard", "associate", 70),
    Title("Product", "מנהל/ת מוצר", "ישראל", "mid_senior_level", 105, "he"),
    Title("Sales", "Account Executive – DACH", "Standard", "associate", 75, "de"),
    Title("Sales", "Sales Development Representative", "Standard", "entry_level", 45),
    Title("Sales", "Chargé(e) d’affaires (H/F)", "Standard", "associate", 60, "fr"),
    Title("Customer Success", "Customer Success Manager", "Standard", "associate", 60),
    Title("Customer Success", "נציג/ת שירות לקוחות", "ישראל", "entry_level", 40, "he"),
    Title("Finance", "Financial Controller", "Leadership", "mid_senior_level", 90),
    Title("People", "Technical Recruiter", "Standard", "associate", 60),
    Title("Marketing", "Content Marketing Manager", "Standard", "associate", 62),
    Title("Operations", "Warehouse Shift Lead", "Standard", "entry_level", 38),
    Title("Legal", "Legal Counsel, Privacy & AI", "Leadership", "mid_senior_level", 120),
    Title("IT", "IT Systems Administrator", "Engineering", "associate", 65),
)
DEPARTMENTS = tuple(dict.fromkeys(title.department for title in TITLES))
DEPARTMENT_IDS = {name: str(2_310_000 + 17 * number) for number, name in enumerate(DEPARTMENTS)}

PLACES = (
    Place("Poland", "pl", "Lesser Poland", "MA", "Kraków", "ul. Przykładowa 5", "30-001", "50.0647", "19.9450",
          "Europe/Warsaw", "PLN"),
    Place("United States", "us", "California", "CA", "Los Angeles", "12 Sample Street", "90001", "34.0522",
          "-118.2437", "America/Los_Angeles", "USD"),
    Place("United States", "us", "New York", "NY", "New York", "350 Placeholder Road", "10001", "40.7128", "-74.0060",
          "America/New_York", "USD"),
    Place("Germany", "de", "Berlin", "BE", "Berlin", "Musterstraße 21a", "10115", "52.5200", "13.4050",
          "Europe/Berlin", "EUR"),
    Place("Israel", "il", None, None, "תל אביב-יפו", "שדרות הדוגמה 12", "6100000", "32.0853", "34.7818",
          "Asia/Jerusalem", "ILS"),
    Place("United Kingdom", "gb", None, None, "London", "44 Specimen Lane", "EC1A 1AA", "51.5074", "-0.1278",
          "Europe/London", "GBP"),
    Place("India", "in", "Karnataka", "KA", "Bengaluru", "7 Example Layout", "560001", "12.9716", "77.5946",
          "Asia/Kolkata", "INR"),
)  # fmt: skip

SOURCES = (
    SourceValue("CAREERSITE", None, "5500", "Careers site", 20, "APPLIED"),
    SourceValue("JOB_BOARD", "FREE", "5501", "Example Board", 28, "APPLIED"),
    SourceValue("JOB_BOARD", "PAID", "5502", "Meridian Jobs", 12, "APPLIED"),
    SourceValue("SOCIAL", None, "5503", "Northlight Social", 12, "APPLIED"),
    SourceValue("SOURCING", None, "5504", "Active search", 9, "UPLOADED"),
    SourceValue("AGENCY", None, "5505", "Kestrel & Rowe Search", 6, "AGENCY_PORTAL"),
    SourceValue("AGENCY", None, "5506", "גיוסים לדוגמה בע״מ", 4, "AGENCY_PORTAL"),
    SourceValue("REFERRAL", None, "5507", "Employee referral", 6, "OTHER"),
    SourceValue("EVENT", "CAMPUS", "5508", "University of Example", 2, "UPLOADED"),
    SourceValue("OTHER", None, "5509", "Walk-in", 1, "OTHER"),
)
API_SOURCE = SourceValue("OTHER", None, "5599", "API", 0, "OTHER")  # CONFIRMED C:V16: without source details
SOURCE_BY_ID = {source.id: source for source in (*SOURCES, API_SOURCE)}
SOURCE_TYPES = {
    "CAREERSITE": "Career site", "JOB_BOARD": "Job board", "SOCIAL": "Social network", "SOURCING": "Sourcing",
    "AGENCY": "Agency", "REFERRAL": "Referral", "EVENT": "Event", "OTHER": "Other",
}  # fmt: skip

REJECTION_REASONS = (
    "Not enough experience", "Skills do not match", "Salary expectations too high", "Position closed",
    "Did not attend the interview", "ניסיון לא מתאים",
)  # fmt: skip
REJECTION_IDS = {label: ids.uuid("rejection", label) for label in REJECTION_REASONS}
CLOSED_REASON = "Position closed"
WITHDRAWAL_REASONS = ("Accepted another offer", "Not interested any more", "Relocation", "No answer")
WITHDRAWAL_IDS = {label: ids.uuid("withdrawal", label) for label in WITHDRAWAL_REASONS}

TAGS = ("python", "silver medalist", "relocation", "VIP", "rehire", "speaks Hebrew", "דובר/ת אנגלית", "remote only",
        "visa needed", "do not lose")  # fmt: skip
REVIEWS = (
    "Strong hire.", "Clear answers, curious, asks good questions.", "Knows the basics; needs help with design.",
    'Said "maybe, maybe not", twice', "Good, but too senior for this role", "Pas assez d’expérience",
    "מתאים מאוד לצוות", "First impression: quiet\nSecond impression: precise", "No hire",
)  # fmt: skip
INSTITUTIONS = (
    "University of Example",
    "Sample Institute of Technology",
    "École Exemple",
    "אוניברסיטת הדוגמה",
)
DEGREES = (("Bachelor of Science", "Computer Science"), ("Master of Arts", "Economics"), ("Licence", "Design"),
           ("תואר ראשון", "הנדסת תעשייה"))  # fmt: skip
EMPLOYERS = ("Contoso Example", "Fabrikam Sample", "Wingtip Demo GmbH", "דוגמה בע״מ", "Lakeshore Retail")
ROOMS = ("Oak", "Elm", "Birch", "Room 3.14", "חדר ישיבות 2")
ROLES = ("RECRUITER", "HIRING_MANAGER", "COORDINATOR", "INTERVIEW_TEAM")
ABOUT = (
    "<p>{company} builds tools that people rely on every working day. As <b>{title}</b> you join the {department} "
    "team and own your work from the first sketch to the day it is used.</p>"
)
NEEDS = (
    "<ul><li>{years}+ years in a similar role</li><li>Clear writing</li><li>Curiosity &amp; care</li></ul>"
)
