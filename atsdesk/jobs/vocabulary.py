"""Words of job titles: abbreviations, levels, and what says nothing about the job."""

from atsdesk.jobs.spelling import folded

SIGNS = {
    "c++": " cplusplus ",
    "c#": " csharp ",
    "f#": " fsharp ",
    ".net": " dotnet ",
    "node.js": " nodejs ",
    "vue.js": " vuejs ",
    "r&d": " rnd ",
    "q&a": " qna ",
    "m&a": " mna ",
    "p&l": " pnl ",
    "i/o": " io ",
    "ui/ux": " ui ux ",
    "ci/cd": " cicd ",
}
"""Names whose signs matter, before signs go."""

_WORDS = {
    "account executive": "ae",
    "accountant": "acct accnt",
    "administrator": "admin adm administr",
    "analyst": "anlst analyt",
    "architect": "arch archt",
    "artificial intelligence": "ai",
    "assistant": "asst assist",
    "associate": "assoc",
    "business": "biz bus",
    "business development": "bd bizdev bdr",
    "chief executive officer": "ceo",
    "chief financial officer": "cfo",
    "chief technology officer": "cto",
    "chief operating officer": "coo",
    "communications": "comms communication",
    "consultant": "cons conslt",
    "coordinator": "coord coordinater koordinator",
    "customer": "cust client clients customers",
    "customer success manager": "csm",
    "developer": "dev devel developper programmer",
    "development": "devt dvlp",
    "director": "dir",
    "engineer": "eng engr engg engin ingenieur ing",
    "engineering": "engrg",
    "executive": "exec",
    "finance": "fin financial",
    "frontend": "fe",
    "backend": "be",
    "fullstack": "fs",
    "human resources": "hr",
    "information technology": "it",
    "infrastructure": "infra",
    "international": "intl",
    "junior": "jr jnr jun",
    "key account manager": "kam",
    "logistics": "logistik",
    "machine learning": "ml",
    "management": "mgmt mgt",
    "manager": "mgr mngr mng pm",
    "manufacturing": "mfg",
    "marketing": "mktg mkt mktng",
    "mechanical": "mech",
    "operations": "ops oper operation",
    "operator": "opr",
    "product manager": "prodman",
    "production": "prod",
    "programme": "program prgm",
    "project": "proj prj projekt",
    "purchasing": "purch",
    "quality assurance": "qa",
    "receptionist": "recep",
    "representative": "rep repr",
    "sales development representative": "sdr",
    "sales": "sls vertrieb",
    "scientist": "sci",
    "secretary": "secy",
    "senior": "sr snr sen",
    "service": "svc services",
    "site reliability engineer": "sre",
    "software": "sw",
    "software engineer": "swe",
    "specialist": "spec spclst spezialist",
    "supervisor": "supv supvr",
    "support": "supp",
    "system": "sys syst systems systeme",
    "technician": "tech techn techniker",
    "technical": "technisch technische technischer",
    "user experience": "ux",
    "user interface": "ui",
    "2": "ii",
    "3": "iii",
    "4": "iv",
    # German
    "buchhaltung": "buha fibu finanzbuchhaltung",
    "entwickler": "entw softwareentwickler",
    "kaufmannisch": "kfm kaufm kaufmannische kaufmannischer",
    "leitung": "ltg leiter leiterin",
    "mitarbeiter": "ma mitarb mitarbeiterin",
    "sachbearbeiter": "sb sachb sachbearbeiterin",
    "stellvertretend": "stv stellv stellvertretende stellvertretender",
    # Hebrew
    "הנהלת חשבונות": "הנהח",
    "חוץ לארץ": "חול",
    "טכנולוגיות מידע": "טמ",
    "יועץ משפטי": "יועמש",
    "מחקר ופיתוח": "מופ",
    "מנהל כללי": "מנכל מנכלית",
    "משאבי אנוש": "משא",
    "ראש צוות": "רצ ראשצ",
    "רואה חשבון": "רוח",
    "סגן מנהל כללי": "סמנכל סמנכלית",
    "הבטחת איכות": "הא",
}
WORDS = {
    short: " ".join(folded(whole).split())
    for whole, shorts in _WORDS.items()
    for one in shorts.split()
    for short in (folded(one),)
}
"""A short word, or another one of the same meaning, and what it stands for."""

PHRASES = {
    "full stack": "fullstack",
    "front end": "frontend",
    "back end": "backend",
    "dev ops": "devops",
    "e commerce": "ecommerce",
    "c level": "clevel",
    "lead generation": "leadgeneration",
    "team lead": "teamlead",
    "team leader": "teamlead",
    "tech lead": "lead",
    "technical lead": "lead",
    "head of": "head",
    "director of": "director",
    "vice president of": "vp",
    "vice president": "vp",
    "v p": "vp",
    "working student": "werkstudent",
    "entry level": "junior",
    "mid level": "mid",
    "co op": "intern",
}
"""Words that are one thing."""

LEVELS = {
    folded(word): level
    for level, words in {
        "intern": "intern internship praktikant praktikantin praktikum trainee מתמחה סטאז׳ר",
        "student": "student studentin werkstudent werkstudentin סטודנט סטודנטית",
        "junior": "junior juniorin ג׳וניור זוטר זוטרה graduate",
        "mid": "mid intermediate",
        "senior": "senior seniorin בכיר בכירה סניור experienced erfahren erfahrener",
        "staff": "staff",
        "principal": "principal",
        "lead": "lead teamlead teamleiter teamleiterin teamleitung leading",
        "head": "head leitung abteilungsleiter bereichsleiter",
        "director": "director direktor direktorin",
        "vp": "vp",
        "chief": "chief",
    }.items()
    for word in words.split()
}
"""The level that a word tells of."""

NOISE = frozenset(
    folded(word)
    for word in """
    a all an and at for from in is job jobs new now of on opening our position role the to urgent urgently vacancy
    we wanted with you your hiring join looking apply full time part fulltime parttime permanent temporary contract
    hybrid onsite office site based flexible immediate
    ab am auf bei bereich das dem den der des die ein eine einen fur im als mit oder sofort sucht gesucht stelle und
    unser vollzeit teilzeit unbefristet befristet von wir zum zur dringend
    de des du en et la le les pour
    דרוש דרושה דרושים דרושות של את עם או למשרה משרה מלאה חלקית חברה מובילה מיידי לחברה תפקיד היברידי היברידית
    """.split()
)
"""Words that advertisements need."""
