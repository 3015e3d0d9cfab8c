"""What an invented company looks for: departments, titles, pipelines, places and sources."""

from typing import NamedTuple


class Stage(NamedTuple):
    """One stage of a pipeline: how many days it waits, what share passes, whether it is an appointment."""

    name: str
    type: str
    days: float
    passes: float
    meeting: bool


class Title(NamedTuple):
    """A kind of job."""

    department: str
    name: str
    flow: str
    level: str
    salary: int  # a month, in thousands


FLOWS: dict[str, tuple[Stage, ...]] = {
    "engineering": (
        Stage("CV Screen", "Go/No-go", 2.5, 0.42, False),
        Stage("Phone interview", "Phone Interview", 4, 0.55, True),
        Stage("Home task", "Assignment", 6, 0.6, False),
        Stage("Technical interview", "In person Interview", 6, 0.5, True),
        Stage("Team interview", "In person Interview", 5, 0.6, True),
        Stage("HR interview", "Video Interview", 4, 0.8, True),
        Stage("Reference check", "Reference Check", 3, 0.92, False),
        Stage("Offer", "Offer", 4, 0.85, False),
    ),
    "general": (
        Stage("CV Screen", "Go/No-go", 3, 0.4, False),
        Stage("Phone interview", "Phone Interview", 4, 0.55, True),
        Stage("First interview", "Video Interview", 6, 0.5, True),
        Stage("Case study", "Assignment", 6, 0.6, False),
        Stage("Second interview", "In person Interview", 5, 0.6, True),
        Stage("Reference check", "Reference Check", 3, 0.9, False),
        Stage("Offer", "Offer", 4, 0.85, False),
    ),
    "leader": (
        Stage("CV Screen", "Go/No-go", 3, 0.35, False),
        Stage("Recruiter call", "Phone Interview", 4, 0.6, True),
        Stage("Hiring manager interview", "Video Interview", 7, 0.5, True),
        Stage("Case presentation", "Presentation", 8, 0.6, True),
        Stage("Panel interview", "In person Interview", 7, 0.55, True),
        Stage("Executive interview", "In person Interview", 7, 0.6, True),
        Stage("Reference check", "Reference Check", 4, 0.9, False),
        Stage("Approval", "Go/No-go", 3, 0.9, False),
        Stage("Offer", "Offer", 5, 0.8, False),
    ),
    "hebrew": (
        Stage("סינון קורות חיים", "Go/No-go", 2.5, 0.42, False),
        Stage("שיחת טלפון", "Phone Interview", 3, 0.55, True),
        Stage("ראיון מקצועי", "In person Interview", 6, 0.5, True),
        Stage("מבחן בית", "Assignment", 6, 0.6, False),
        Stage("ראיון משאבי אנוש", "Video Interview", 4, 0.75, True),
        Stage("בדיקת המלצות", "Reference Check", 3, 0.92, False),
        Stage("הצעת שכר", "Offer", 4, 0.85, False),
    ),
    "pool": (
        Stage("CV Screen", "Go/No-go", 6, 0.25, False),
        Stage("Recruiter call", "Phone Interview", 8, 0.4, True),
        Stage("Match to a position", "Go/No-go", 10, 0.1, False),
        Stage("Offer", "Offer", 6, 0.5, False),
    ),
}

TITLES = (
    Title("Engineering", "Backend Engineer (Python)", "engineering", "Intermediate", 9),
    Title("Engineering", "Senior Frontend Engineer", "engineering", "Senior", 11),
    Title("Engineering", "Site Reliability Engineer", "engineering", "Senior", 11),
    Title("Engineering", "מפתח/ת Full Stack", "hebrew", "Intermediate", 9),
    Title("Engineering", "Embedded C++ Developer", "engineering", "Intermediate", 9),
    Title("Engineering", "VP R&D", "leader", "Executive", 18),
    Title("Data", "Data Analyst", "general", "Junior", 6),
    Title("Data", "Machine Learning Engineer", "engineering", "Senior", 12),
    Title("Data", "אנליסט/ית נתונים", "hebrew", "Intermediate", 7),
    Title("Product", "Product Manager, Payments", "leader", "Senior", 10),
    Title("Product", "UX/UI Designer", "general", "Intermediate", 7),
    Title("Product", "מנהל/ת מוצר", "hebrew", "Senior", 10),
    Title("Sales", "Account Executive – DACH", "general", "Intermediate", 7),
    Title("Sales", "Sales Development Representative", "general", "Entry level", 5),
    Title("Sales", "מנהל/ת לקוחות אסטרטגיים", "hebrew", "Senior", 8),
    Title("Sales", "Chargé(e) d’affaires (H/F)", "general", "Intermediate", 6),
    Title("Customer Success", "Customer Success Manager", "general", "Intermediate", 6),
    Title("Customer Success", "Support Engineer, Tier 2", "engineering", "Intermediate", 6),
    Title("Customer Success", "נציג/ת שירות לקוחות", "hebrew", "Entry level", 4),
    Title("Finance", "Financial Controller", "leader", "Senior", 9),
    Title("Finance", "חשב/ת שכר", "hebrew", "Intermediate", 6),
    Title("People", "Technical Recruiter", "general", "Intermediate", 6),
    Title("People", "רכז/ת גיוס", "hebrew", "Junior", 5),
    Title("Marketing", "Content Marketing Manager", "general", "Intermediate", 6),
    Title("Marketing", "Performance Marketing Specialist", "general", "Junior", 6),
    Title("Operations", "Warehouse Shift Lead", "general", "Junior", 4),
    Title("Operations", "מנהל/ת משמרת", "hebrew", "Intermediate", 5),
    Title("Legal", "Legal Counsel, Privacy & AI", "leader", "Senior", 11),
    Title("IT", "IT Systems Administrator", "engineering", "Intermediate", 6),
    Title("IT", "Information Security Lead", "leader", "Manager", 12),
)
POOL = Title("People", "General applications", "pool", "Entry level", 5)

# name, country, city, state, postal code, street, number, time zone
PLACES = (
    ("Tel Aviv HQ", "IL", "Tel Aviv-Yafo", None, "6100000", "Example Boulevard", "12", "Asia/Jerusalem"),
    ("חיפה", "IL", "חיפה", None, "3100000", "רחוב הדוגמה", "7", "Asia/Jerusalem"),
    ("New York", "US", "New York", "NY", "10001", "Sample Street", "350", "America/New_York"),
    ("Austin", "US", "Austin", "TX", "73301", "Placeholder Road", "8", "America/Chicago"),
    ("Berlin", "Germany", "Berlin", None, "10115", "Musterstraße", "21a", "Europe/Berlin"),
    ("Zürich", "CH", "Zürich", None, "8001", "Beispielgasse", "3", "Europe/Zurich"),
    ("London", "GB", "London", None, "EC1A 1AA", "Specimen Lane", "44", "Europe/London"),
    ("Remote – EMEA", "", None, None, None, None, None, "Etc/UTC"),
)  # one country is a name and one is empty on purpose (SECONDARY: a code, a name, or only in the location's name)

CURRENCIES = {"IL": "ILS", "US": "USD", "Germany": "EUR", "CH": "CHF", "GB": "GBP", "": "EUR"}

# name, type, share of candidates; types as in the Hires API, casing varies (SECONDARY)
SOURCES = (
    ("Example Board", "Job Board", 30),
    ("Careers site", "Web", 18),
    ("Northlight Social", "Social network", 14),
    ("Active search", "Sourcing", 9),
    ("Active Search", "sourcing", 2),
    ("Meridian Talent Partners", "Agency", 7),
    ("גיוסים לדוגמה בע״מ", "Agency", 4),
    ("Kestrel & Rowe Search", "Agency", 2),
    ("Employee referral", "Referrer: Compensated", 6),
    ("Friends of the house", "Referrer: Uncompensated", 2),
    ("Internal mobility", "Internal", 2),
    ("University of Example", "Campus", 2),
    ("Spring job fair", "Job fairs", 1),
    ("Walk-in", "Other", 1),
)
CONTACT_TYPES = frozenset(("Agency", "Referrer: Compensated", "Referrer: Uncompensated"))

TAGS = ("Silver medalist", "Relocation", "Referral", "VIP", "Rehire", "Speaks Hebrew", "דובר/ת אנגלית",
        "Do not lose", "Remote only", "Visa needed")  # fmt: skip

EMPLOYMENT = ("Full-time", "Full-time", "Full-time", "Part-time", "Contract", "Internship")
WORKPLACES = ("On-site", "Hybrid", "Hybrid", "Remote")
NOTICE = ("Immediate", "2 weeks", "1 month", "2 months", "חודש")
LANGUAGES = ("English", "Hebrew", "French", "German", "Spanish", "Arabic", "Polish")

ABOUT = (
    "<p>{company} builds tools that people rely on every working day. As <b>{title}</b> you will join the "
    "{department} team and own your work from the first sketch to the day it is used.</p>"
    "<ul><li>Work with people who explain themselves</li><li>Small teams, clear goals</li>"
    "<li>Time to do it properly</li></ul>"
)
ABOUT_HEBREW = (
    '<p dir="rtl">אנחנו ב־{company} בונים כלים שאנשים נשענים עליהם בכל יום עבודה. '
    "בתפקיד <b>{title}</b> תצטרפו לצוות {department} ותובילו את העבודה מהרעיון ועד לשימוש.</p>"
)
REQUIREMENTS = (
    "<ul><li>{years}+ years in a similar role</li><li>Clear writing in English</li>"
    "<li>Curiosity &amp; care</li><li>Advantage: a second language</li></ul>"
)
