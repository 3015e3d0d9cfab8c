"""What an invented company looks for, where, how, and what it asks."""

from typing import NamedTuple


class Stage(NamedTuple):
    """A stage: how many days it waits, what share passes, and the interviews held in it."""

    name: str
    days: float
    passes: float
    meetings: tuple[tuple[str, int], ...] = ()  # name and minutes
    kind: str = "none"  # scheduling_type


class Title(NamedTuple):
    """A kind of job; the salary is a month's, in thousands."""

    department: str
    name: str
    flow: str
    salary: int


FLOWS: dict[str, tuple[Stage, ...]] = {
    "engineering": (
        Stage("Application Review", 3, 0.4),
        Stage("Preliminary Phone Screen", 4, 0.55, (("Phone Screen", 30),), "needs_scheduling"),
        Stage("Take Home Test", 6, 0.6, (("Take Home Test", 0),), "take_home_test"),
        Stage(
            "Face to Face", 7, 0.45, (("Technical Interview", 60), ("Team Interview", 45)), "needs_scheduling"
        ),
        Stage("Reference Check", 3, 0.92),
        Stage("Offer", 4, 0.85, (), "offer"),
    ),
    "general": (
        Stage("Application Review", 3, 0.4),
        Stage("Phone Interview", 4, 0.5, (("Recruiter Call", 30),), "needs_scheduling"),
        Stage("Hiring Manager Interview", 6, 0.5, (("Hiring Manager", 45),), "needs_scheduling"),
        Stage("Final Interview", 6, 0.6, (("Panel", 60),), "needs_scheduling"),
        Stage("Offer", 4, 0.85, (), "offer"),
    ),
    "leader": (
        Stage("Application Review", 3, 0.35),
        Stage("Preliminary Phone Screen", 4, 0.6, (("Recruiter Call", 45),), "needs_scheduling"),
        Stage("Hiring Manager Interview", 7, 0.5, (("Hiring Manager", 60),), "needs_scheduling"),
        Stage("Panel", 8, 0.55, (("Case Presentation", 60), ("Peers", 45)), "needs_scheduling"),
        Stage("Executive Interview", 7, 0.6, (("Executive", 45),), "needs_scheduling"),
        Stage("Reference Check", 4, 0.9),
        Stage("Offer", 5, 0.8, (), "offer"),
    ),
    "hebrew": (
        Stage("סינון קורות חיים", 2.5, 0.42),
        Stage("שיחת טלפון", 3, 0.55, (("שיחת היכרות", 30),), "needs_scheduling"),
        Stage("ראיון מקצועי", 6, 0.5, (("ראיון מקצועי", 60),), "needs_scheduling"),
        Stage("ראיון משאבי אנוש", 4, 0.75, (("משאבי אנוש", 45),), "needs_scheduling"),
        Stage("Offer", 4, 0.85, (), "offer"),
    ),
}

TITLES = (
    Title("Engineering", "Backend Engineer (Python)", "engineering", 9),
    Title("Engineering", "Senior Frontend Engineer", "engineering", 11),
    Title("Data", "Data Analyst", "general", 6),
    Title("Product", "Product Manager, Payments", "leader", 10),
    Title("Engineering", "מפתח/ת Full Stack", "hebrew", 9),
    Title("Sales", "Account Executive – DACH", "general", 7),
    Title("Platform", "Site Reliability Engineer", "engineering", 11),
    Title("Sales", "Chargé(e) d’affaires (H/F)", "general", 6),
    Title("Finance", "Financial Controller", "leader", 9),
    Title("Data", "Machine Learning Engineer", "engineering", 12),
    Title("People", "Technical Recruiter", "general", 6),
    Title("Customer Success", "נציג/ת שירות לקוחות", "hebrew", 4),
    Title("Customer Success", "Support Engineer, Tier 2", "engineering", 6),
    Title("Engineering", "VP R&D", "leader", 18),
    Title("Product", "UX/UI Designer", "general", 7),
    Title("Legal", "Legal Counsel, Privacy & AI", "leader", 11),
    Title("Operations", "Warehouse Shift Lead", "general", 4),
)

# name, parent, external id
DEPARTMENTS = (
    ("Technology", None, "TEC"), ("Engineering", "Technology", "ENG"), ("Platform", "Engineering", None),
    ("Data", "Technology", "DAT"), ("Product", "Technology", "PRD"), ("Business", None, "BUS"),
    ("Sales", "Business", "SAL"), ("Customer Success", "Business", "CUS"), ("Operations", "Business", "OPS"),
    ("Corporate", None, None), ("People", "Corporate", "PPL"), ("Finance", "Corporate", "FIN"),
    ("Legal", "Corporate", None),
)  # fmt: skip
# name, parent, external id, location, currency
OFFICES = (
    ("EMEA", None, "EMEA", None, "EUR"), ("Berlin", "EMEA", "BER", "Berlin, Germany", "EUR"),
    ("Paris", "EMEA", "PAR", "Paris, France", "EUR"), ("London", "EMEA", "LON", "London, United Kingdom", "GBP"),
    ("Tel Aviv", "EMEA", "TLV", "Tel Aviv-Yafo, Israel", "ILS"), ("Americas", None, None, None, "USD"),
    ("New York", "Americas", "NYC", "New York, NY, United States", "USD"),
    ("Remote – Americas", "Americas", None, "Remote", "USD"),
)  # fmt: skip

STRATEGIES = (
    "Third-party boards",
    "Company marketing",
    "Referrals",
    "Agencies",
    "Prospecting",
    "Attend events",
    "Other",
)
# name, strategy, share
SOURCES = (
    ("Example Board", 0, 30), ("Northlight Social", 0, 16), ("Jobs page on your website", 1, 20),
    ("Newsletter", 1, 2), ("Referral", 2, 9), ("Meridian Talent Partners", 3, 5), ("גיוסים לדוגמה בע״מ", 3, 3),
    ("Prospecting (Northlight)", 4, 9), ("Spring job fair", 5, 2), ("Internal Applicant", 6, 3), ("Other", 6, 1),
)  # fmt: skip
REFERRAL, AGENCY = 2, 3
TAGS = ("python", "Silver medalist", "Relocation", "rehire", "Rehire", "Speaks Hebrew", "דוברת אנגלית", "visa-needed",
        "R&D", "do not lose")  # fmt: skip
INTERVIEWER_TAGS = ("Bar raiser", "Technical", "In training")

KINDS = (("WE_REJECTED_THEM", "We rejected them"), ("THEY_REJECTED_US", "They rejected us"),
         ("NONE_SPECIFIED", "None specified"), ("SECURITY_CONCERN", "Security concern"))  # fmt: skip
# name, kind; the built-in ones are left out of the list unless asked for
BUILT_IN_REASONS = (("Lacking skill(s)/qualification(s)", 0), ("Not a fit", 0), ("Hired elsewhere", 1),
                    ("Other (add notes below)", 2), ("Spam", 3))  # fmt: skip
OWN_REASONS = (("Salary expectations too high", 0), ("Withdrew – personal reasons", 1), ("לא הגיע/ה לראיון", 0),
               ("Position filled", 0), ("Job closed", 2))  # fmt: skip
CLOSE_REASONS = ("Hire - New Headcount", "Hire - Backfill", "On Hold", "Cancelled", "Budget")

POOLS = (("Future engineers", ("Not contacted", "Contacted", "Interested")),
         ("Silver medalists", ("New", "Follow up")), ("Old campus list", ("New",)))  # fmt: skip

# name, field_type, value_type, name_key, choices
FIELDS: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("Notice period", "candidate", "short_text", "notice_period", ()),
    ("Salary expectation", "candidate", "currency", "salary_expectation", ()),
    ("Open to relocation", "candidate", "yes_no", "open_to_relocation", ()),
    (
        "Languages",
        "candidate",
        "multi_select",
        "languages",
        ("English", "German", "French", "Hebrew", "Arabic", "Polish"),
    ),
    ("Work permit until", "candidate", "date", "work_permit_until", ()),
    ("Met by", "candidate", "user", "met_by", ()),
    ("הערות מגייס", "candidate", "long_text", "recruiter_remarks", ()),
    ("Old score", "candidate", "number", "old_score", ()),
    ("Seniority", "application", "single_select", "seniority", ("Junior", "Mid-level", "Senior", "Lead")),
    ("Days a week", "application", "number_range", "days_a_week", ()),
    ("Portfolio review", "application", "url", "portfolio_review", ()),
    (
        "Employment Type",
        "job",
        "single_select",
        "employment_type",
        ("Full-time", "Part-time", "Contract", "Intern"),
    ),
    ("Salary range", "job", "currency_range", "salary_range", ()),
    ("Hiring priority", "job", "number", "hiring_priority", ()),
    ("Cost center", "opening", "short_text", "cost_center", ()),
    ("Backfill", "opening", "yes_no", "backfill", ()),
    ("Salary", "offer", "currency", "salary", ()),
    ("Bonus percent", "offer", "number", "bonus_percent", ()),
    ("Contract", "offer", "single_select", "contract", ("Permanent", "Fixed term")),
    ("Team", "user_attribute", "short_text", "team", ()),
    ("Keep in touch", "rejection_question", "yes_no", "keep_in_touch", ()),
    (
        "Strongest point",
        "rejection_question",
        "single_select",
        "strongest_point",
        ("Skills", "Attitude", "Experience"),
    ),
    (
        "School",
        "standard",
        "single_select",
        "school_name",
        ("University of Example", "Example Institute of Technology", "האוניברסיטה לדוגמה", "École d’Exemple"),
    ),
    (
        "Degree",
        "standard",
        "single_select",
        "degree",
        ("High School", "Bachelor's Degree", "Master's Degree", "Doctorate"),
    ),
    (
        "Discipline",
        "standard",
        "single_select",
        "discipline",
        ("Computer Science", "Economics", "Mathematics", "Psychology", "Law"),
    ),
)
ARCHIVED_FIELDS = frozenset(("old_score",))
STANDARD_FIELDS = frozenset(("school_name", "degree", "discipline"))

EEOC = {
    "gender": ("Male", "Female", "Decline To Self Identify"),
    "race": ("White", "Black or African American", "Asian", "Hispanic or Latino", "Two or More Races",
             "Decline To Self Identify"),
    "veteran_status": ("I am not a protected veteran", "I identify as one or more of the classifications of a "
                       "protected veteran", "I don't wish to answer"),
    "disability_status": ("Yes, I have a disability", "No, I do not have a disability", "I do not want to answer"),
}  # fmt: skip
# question, answer type, choices; the last choice declines
DEMOGRAPHICS = (
    ("What gender do you identify as?", "multi_value_single_select",
     ("Woman", "Man", "Non-binary", "I describe myself", "I don't wish to answer")),
    ("Which age group are you in?", "multi_value_single_select",
     ("Under 30", "30 to 49", "50 and over", "I don't wish to answer")),
)  # fmt: skip

COMPANIES = (
    "Lanternworks",
    "Example & Söhne",
    "Bluepine Foods",
    "Kestrel Rowe",
    "Tidewater Labs",
    "חברה לדוגמה",
)
ROLES = ("Data engineer", "QA analyst", "Account manager", "Developer", "Team lead", "Designer", "Intern")
NOTICE = ("Immediate", "2 weeks", "1 month", "2 months", "חודש")
PLACES = ("Leipzig", "Lyon", "Leeds", "Haifa", "Austin, TX", "Kraków", None)
ZONES = ("Berlin", "Paris", "London", "Jerusalem", "Eastern Time (US & Canada)", None)
QUESTIONS = (
    ("Years with SQL?", ("1", "4", "6", "12", None)),
    ("Why us?", ("The product.", "The <b>people</b> & you", "")),
)
REMARKS = (
    "Prefers a start in January.", "Good talk, wants to hear back this week.", "Asked about part-time & remote.",
    "שיחה טובה, ממליצה להמשיך.", "See <a href=\"https://portfolio.example.com\">portfolio</a> before the call.",
    "Très bon échange.\nSecond call planned.",
)  # fmt: skip
RATINGS = ("strong_no", "no", "no_decision", "yes", "strong_yes")
ABOUT = (
    "<p>{company} builds tools that people rely on every working day. As <b>{title}</b> you own your work from the "
    "first sketch to the day it is used.</p><ul><li>Small teams, clear goals</li><li>Curiosity &amp; care</li></ul>"
)
