"""Words of titles in Hebrew and German, and what they are in English: own jobs and an ATS may speak different ones."""

from atsdesk.jobs.spelling import HEBREW_PREFIXES, folded

_HEBREW = {
    "accounts": "חשבונות חשבונאות",
    "administrator": "אדמיניסטרטור מנהלן מנהלנית",
    "analyst": "אנליסט אנליסטית",
    "architect": "ארכיטקט ארכיטקטית אדריכל אדריכלית",
    "assistant": "עוזר עוזרת אסיסטנט אסיסטנטית",
    "automation": "אוטומציה",
    "business": "עסקי עסקית עסקיים",
    "coordinator": "רכז רכזת מתאם מתאמת",
    "customer": "לקוחות לקוח",
    "cyber": "סייבר",
    "data": "נתונים דאטה",
    "designer": "מעצב מעצבת",
    "developer": "מפתח מפתחת מתכנת מתכנתת",
    "development": "פיתוח",
    "director": "דירקטור",
    "driver": "נהג נהגת",
    "engineer": "מהנדס מהנדסת",
    "engineering": "הנדסה",
    "finance": "כספים פיננסים",
    "graphic": "גרפי גרפית",
    "legal": "משפטי משפטית",
    "logistics": "לוגיסטיקה",
    "manager": "מנהל מנהלת",
    "marketing": "שיווק",
    "network": "רשתות רשת",
    "nurse": "אח אחות סיעוד",
    "office": "משרד",
    "operations": "תפעול",
    "operator": "מפעיל מפעילה",
    "product": "מוצר",
    "production": "ייצור יצור",
    "project": "פרויקט פרויקטים פרוייקט פרוייקטים",
    "purchasing": "רכש",
    "quality": "איכות",
    "recruiter": "מגייס מגייסת",
    "recruitment": "גיוס",
    "representative": "נציג נציגה נציגת",
    "sales": "מכירות",
    "secretary": "מזכיר מזכירה",
    "service": "שירות שרות",
    "shift": "משמרת משמרות",
    "software": "תוכנה תכנה",
    "supervisor": "אחראי אחראית מפקח מפקחת",
    "support": "תמיכה",
    "system": "מערכת מערכות",
    "teacher": "מורה",
    "technician": "טכנאי טכנאית",
    "tester": "בודק בודקת",
    "training": "הדרכה",
    "warehouse": "מחסן",
}
_GERMAN = {
    "accountant": "buchhalter buchhalterin",
    "assistant": "assistent assistentin assistenz",
    "buyer": "einkaufer einkauferin",
    "consultant": "berater beraterin",
    "customer service": "kundenservice kundendienst",
    "designer": "gestalter gestalterin designerin",
    "developer": "entwickler entwicklerin programmierer programmiererin",
    "development": "entwicklung",
    "driver": "fahrer fahrerin kraftfahrer",
    "human resources": "personal personalwesen",
    "manager": "managerin",
    "marketing": "vermarktung",
    "nurse": "pflegefachkraft krankenpfleger krankenschwester",
    "office": "buro",
    "product": "produkt",
    "production": "produktion fertigung",
    "project manager": "projektleiter projektleiterin projektmanager projektmanagerin",
    "purchasing": "einkauf",
    "quality": "qualitat",
    "software": "softwareentwicklung",
    "teacher": "lehrer lehrerin",
    "warehouse": "lager",
}
_MEANINGS = {
    HEBREW_PREFIXES.sub("", folded(word)): english
    for words in (_HEBREW, _GERMAN)
    for english, others in words.items()
    for word in others.split()
}


def meaning(word: str) -> str:
    """The English for a word of a title; the word itself where there is none."""
    return _MEANINGS.get(word, word)
