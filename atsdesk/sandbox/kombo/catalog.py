"""What an invented company looks for: jobs, pipelines, questions, places, reasons and tags."""

from typing import NamedTuple


class Stage(NamedTuple):
    """One stage of a pipeline: how many days it waits, what share passes, whether people meet."""

    name: str
    days: float
    passes: float
    meeting: bool


class Title(NamedTuple):
    """A kind of job; `salary` is a year's, in thousands."""

    department: str
    name: str
    flow: str
    level: str
    salary: int


FLOWS: dict[str, tuple[Stage, ...]] = {
    "office": (
        Stage("New applications", 3, 0.4, False),
        Stage("Phone screen", 4, 0.55, True),
        Stage("Interview", 6, 0.5, True),
        Stage("Second interview", 6, 0.6, True),
        Stage("Offer", 4, 0.85, False),
        Stage("Hired", 5, 1.0, False),
    ),
    "technical": (
        Stage("New applications", 2.5, 0.42, False),
        Stage("Recruiter call", 4, 0.55, True),
        Stage("Take-home task", 6, 0.6, False),
        Stage("Technical interview", 6, 0.5, True),
        Stage("Onsite", 7, 0.6, True),
        Stage("Offer", 4, 0.85, False),
        Stage("Hired", 5, 1.0, False),
    ),
    "hebrew": (
        Stage("מועמדים חדשים", 2.5, 0.42, False),
        Stage("שיחת טלפון", 3, 0.55, True),
        Stage("ראיון מקצועי", 6, 0.5, True),
        Stage("הצעת שכר", 4, 0.8, False),
        Stage("התקבל", 5, 1.0, False),
    ),
    "shop": (
        Stage("Inbox", 2, 0.5, False),
        Stage("Trial shift", 4, 0.6, True),
        Stage("Contract", 3, 0.9, False),
        Stage("Hired", 3, 1.0, False),
    ),
}
RETIRED = "Video introduction (retired)"  # a stage that some jobs once had
OFFER_STAGES = frozenset(("Offer", "הצעת שכר", "Contract"))

TITLES = (
    Title("Platform Engineering", "Data Engineer", "technical", "Senior", 74),
    Title("People & Culture", "Office Manager", "office", "Intermediate", 46),
    Title("Retail", "Shop Assistant (Mini-Job)", "shop", "Entry level", 7),
    Title("Platform Engineering", "Backend Developer, Payments", "technical", "Senior", 82),
    Title("Product", "מנהל/ת מוצר", "hebrew", "Senior", 90),
    Title("Sales", "Account Executive – DACH", "office", "Intermediate", 68),
    Title("Customer Care", "Support Engineer, Tier 2", "technical", "Intermediate", 52),
    Title("Finance", "Contrôleur de gestion (H/F)", "office", "Senior", 61),
    Title("Platform Engineering", "מפתח/ת Full Stack", "hebrew", "Intermediate", 78),
    Title("Retail", "Store Manager", "office", "Senior", 55),
    Title("Marketing", "Content Marketing Manager", "office", "Intermediate", 54),
    Title("Legal", "Legal Counsel, Privacy & AI", "office", "Senior", 88),
    Title("Logistics", "Warehouse Shift Lead", "shop", "Junior", 39),
    Title("Data", "Machine Learning Engineer", "technical", "Senior", 92),
    Title("Finance", "Werkstudent:in Buchhaltung", "office", "Student", 18),
    Title("Design", "UX/UI Designer", "technical", "Intermediate", 60),
    Title("Sales", "Sales Development Representative", "office", "Entry level", 45),
    Title("Research", "Quality Analyst", "technical", "Junior", 48),
)

# city, country, state, street, postal code; one country is a name: not every text can be mapped to a code
PLACES = (
    ("Leipzig", "DE", "Saxony", "Musterstraße 21a", "04109"),
    ("Wien", "Österreich", None, "Beispielgasse 3", "1010"),
    ("Tel Aviv-Yafo", "IL", None, "Example Boulevard 12", "6100000"),
    ("Lyon", "FR", None, "12 rue de l’Exemple", "69001"),
    ("London", "GB", None, "44 Specimen Lane", "EC1A 1AA"),
    ("Austin", "US", "TX", "8 Placeholder Road", "73301"),
)

EMPLOYMENT = ("FULL_TIME", "FULL_TIME", "FULL_TIME", "PART_TIME", "CONTRACT", "INTERNSHIP")
REMOTE = ("REMOTE", "HYBRID", "HYBRID", "ON_SITE", "TEMPORARY", None)
SOURCES = ("Example Job Board", "Careers page", "Referral", "Northlight Social", "Meridian Talent Partners",
           "Spring job fair", None)  # fmt: skip
TAGS = ("Silver medalist", "Relocation", "Referral", "Rehire", "Speaks Hebrew", "דובר/ת אנגלית", "Remote only",
        "Visa needed")  # fmt: skip
REASONS = ("Missing language skills", "Not enough experience", "Salary expectations", "Position was filled",
           "Chose another offer", "Withdrew", "לא מתאים לתפקיד", "No answer for a long time")  # fmt: skip
EMPLOYERS = ("Northwind Sample GmbH", "Kestrel & Rowe", "Example Works", "גלים לדוגמה בע״מ", "Muster AG")

# remote id, label, what it means, scope
ROLES = (
    ("adm", "Site Admin", "ADMIN", "SYSTEM"),
    ("mem", "Member", None, "SYSTEM"),
    ("rec", "Recruiter", "RECRUITER", "JOB"),
    ("mgr", "Hiring Manager", "HIRING_MANAGER", "JOB"),
    ("coo", "Coordinator", "COORDINATOR", "JOB"),
    ("src", "Sourcer", "SOURCER", "JOB"),
    ("int", "Interviewer", "INTERVIEWER", "JOB"),
)

ABOUT = (
    "<p>{company} builds tools that people rely on every working day. As <b>{title}</b> you join {department} and own "
    "your work from the first sketch to the day it is used.</p><ul><li>Small teams, clear goals</li>"
    "<li>Time to do it properly &amp; to explain it</li></ul>"
)
ABOUT_HEBREW = (
    '<p dir="rtl">אנחנו ב־{company} בונים כלים שאנשים נשענים עליהם בכל יום עבודה. בתפקיד <b>{title}</b> תצטרפו לצוות '
    "{department}.</p>"
)
NOTES = (
    "<p>Called, very friendly. Asked about <b>remote work</b>.</p>",
    "<p>Available from next month; prefers mornings.</p><ul><li>notice: 4 weeks</li></ul>",
    "<p>Sent the task &lt;again&gt;.</p>",
    '<p dir="rtl">לחזור אחרי החגים</p>',
    "<p>Good impression.<br/>Second round?</p>",
)
VERDICTS = (("yes", "Hire"), ("no", "No hire"), ("maybe", "Undecided"))
COMMENTS = ("Solid fundamentals.", "Would like to see more examples.", "Clear & calm.", "מועמדת מצוינת", None)
