"""What the headers of a list of jobs stand for: English, Hebrew and German words, and the names of well-known feeds."""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from atsdesk.jobs.spelling import folded
from atsdesk.store.own_jobs import FIELDS

OWN_ID, NAME, CODE, ATS_ID, URL, LOCATION, DEPARTMENT, STATUS, DESCRIPTION = FIELDS
JOINED = frozenset({LOCATION})
"""Fields that several columns make together: city, state, country."""

_WORDS = {
    OWN_ID: """
        own id|our id|internal id|my id|id|job id|uid|uuid|guid|identifier|external id|posting id|advert id
        |ad id|vacancy id
        |position id|listing id|partner job id|nr|no|number|job number|job no|key|jobkey|job key|row id
        |record id
        |מזהה|מספר|מספר משרה|מס משרה|מזהה משרה|קוד פנימי|מזהה פנימי
        |nummer|lfd nr|anzeigen id|anzeigennummer|stellen id|stellennummer|interne id|kennung
    """,
    NAME: """
        title|job title|name|job name|position|position title|position name|role|vacancy|vacancy title|opening
        |job|headline
        |posting title|ad title|advert title|requisition title|designation
        |כותרת|שם משרה|שם המשרה|משרה|תפקיד|שם התפקיד|שם תפקיד|תיאור תפקיד קצר
        |titel|stellentitel|stelle|stellenbezeichnung|bezeichnung|jobtitel|position bezeichnung|beruf
        |anzeigentitel|funktion
    """,
    CODE: """
        code|job code|requisition code|requisition|requisition id|requisition number|req|req id|req no
        |req number|reference
        |reference number|referencenumber|reference id|reference code|reference no|ref|ref no|ref id|ref nr
        |ref number
        |ats code|ats reference|job ref|job reference|client reference|display job id|job req id|apply code
        |קוד|קוד משרה|מספר דרישה|מספר אסמכתא|אסמכתא|סימוכין|קוד דרישה|מספר הזמנה
        |referenz|referenznummer|referenz nr|referenzcode|kennziffer|ausschreibungsnummer|anforderungsnummer
        |chiffre|refnr
    """,
    ATS_ID: """
        ats id|ats job id|ats job|remote id|remote job id|system id|greenhouse id|greenhouse job id|comeet id
        |comeet uid
        |position uid|smartrecruiters id|smartrecruiters job id|kombo id|kombo job id|job remote id|source id
        |gh id
        |מזהה ats|מזהה במערכת|מספר במערכת|מזהה מערכת גיוס|id im ats|ats nummer|bewerbermanagement id|system nr
    """,
    URL: """
        url|link|job url|job link|posting url|apply url|application url|apply link|careers url|career page
        |web page|website
        |address|href|detail url|details url|landing page|deeplink|ad url|advert url|public url|click url
        |applyurl
        |קישור|לינק|כתובת|קישור למשרה|לינק למשרה|כתובת אתר|קישור להגשה
        |adresse|stellenlink|bewerbungslink|bewerbungs url|anzeigenlink|anzeigen url|weblink|internetadresse
    """,
    LOCATION: """
        location|city|place|town|job location|office|site|work location|region|state|country|area|locations
        |workplace|district
        |location city|location country|location state|location name|address city|postal city|city name|province
        |מיקום|עיר|אזור|מדינה|מקום עבודה|סניף|מקום|ישוב|יישוב|אתר
        |ort|standort|stadt|arbeitsort|einsatzort|land|bundesland|niederlassung|dienstort|standorte
    """,
    DEPARTMENT: """
        department|dept|team|division|business unit|function|category|department name|group|org unit
        |organization unit|unit
        |מחלקה|צוות|חטיבה|יחידה|אגף|תחום|קטגוריה
        |abteilung|bereich|fachbereich|geschaftsbereich|kostenstelle|organisationseinheit|kategorie|berufsfeld
    """,
    STATUS: """
        status|state of job|job status|active|is active|open|is open|published|live|posting status|stage
        |סטטוס|מצב|פעיל|פעילה|מצב משרה|סטטוס משרה|stand|zustand|aktiv|veroffentlicht|stellenstatus
    """,
    DESCRIPTION: """
        description|job description|text|details|summary|body|content|requirements|ad text|posting text
        |full description
        |תיאור|תיאור המשרה|תיאור משרה|דרישות|פירוט|תוכן
        |beschreibung|stellenbeschreibung|aufgaben|anzeigentext|stellentext|inhalt|anforderungen
    """,
}
_FIELD = {
    folded(word.strip()): field
    for field, words in _WORDS.items()
    for word in words.split("|")
    if word.strip()
}
_RANK = {
    folded(word.strip()): rank for words in _WORDS.values() for rank, word in enumerate(words.split("|"))
}
"""Of two headers for one field the one that says it more plainly wins."""
LIKENESS = 86
"""Likeness, of 100, from which on a header is a known one with a slip of the pen."""
INDIRECT = 1_000
"""Rank of a header that says its field less plainly than all known words."""
_KNOWN = list(_FIELD)
_CONTAINER = re.compile(
    r"^(?:(?:attributes|data|fields|job|jobs|position|posting|properties|requisition|vacancy) )+"
)
LONGEST = 80
"""Signs that a header has at most; longer cells are no headers."""
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|[*:]+$")


def field_of(header: str) -> str:
    """The field that a header stands for; "" for none."""
    word = _plain(header)
    return _FIELD.get(word, "") if word else ""


def propose(headers: Sequence[str]) -> dict[str, str]:
    """Field by header, each field once but for those that are joined; headers that say nothing are left out."""
    found: dict[str, str] = {}
    for exact in (True, False):
        known = ((header, *_guess(header, exact=exact)) for header in headers if header not in found)
        for header, field, _ in sorted((one for one in known if one[1]), key=lambda one: one[2]):
            if field in JOINED or field not in found.values():
                found[header] = field
    return {header: found[header] for header in headers if header in found}


def override(proposed: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """The proposal as a person changed it: "" leaves a header out; what is given goes to no other header."""
    wanted = {field for field in given.values() if field} - JOINED
    kept = {
        header: field for header, field in proposed.items() if header not in given and field not in wanted
    }
    return kept | {header: field for header, field in given.items() if field}


def _guess(header: str, *, exact: bool) -> tuple[str, int]:
    """The field of a header and how plainly it says so."""
    word = _plain(header)
    if exact:
        return _FIELD.get(word, ""), _RANK.get(word, 0)
    if inner := _FIELD.get(_CONTAINER.sub("", word)):
        return inner, INDIRECT
    close = (
        process.extractOne(word, _KNOWN, scorer=fuzz.ratio, score_cutoff=LIKENESS) if len(word) > 3 else None
    )
    return (_FIELD[close[0]], 2 * INDIRECT) if close else ("", 0)


def _plain(header: str) -> str:
    """A header's words: `jobTitle*`, `job_title` and "Job title (required)" are the same."""
    last = header.rsplit("}", 1)[-1]
    if len(last) > LONGEST:
        return ""
    return folded(_CAMEL.sub(" ", _IN_BRACKETS.sub(" ", last)))
