"""The columns of the six data services. Source: vendor documentation, "Analytics API" (C:V9,V10, S:T1)."""

from typing import NamedTuple


class Column(NamedTuple):
    """One column: its key in JSON, its label, and whether it is a text, a moment, a number or a flag."""

    key: str
    label: str
    kind: str


def _label(key: str) -> str:
    words = "".join(f" {letter}" if letter.isupper() else letter for letter in key)
    return words[:1].upper() + words[1:]


def _columns(listed: str, labels: dict[str, str] | None = None) -> tuple[Column, ...]:
    """`key` is a text; `@key` a moment, `#key` a number, `?key` a flag."""
    kinds = {"@": "moment", "#": "number", "?": "flag"}
    made = []
    for word in listed.split():
        kind, key = (kinds[word[0]], word[1:]) if word[0] in kinds else ("text", word)
        made.append(Column(key, (labels or {}).get(key) or _label(key), kind))
    return tuple(made)


SERVICES: dict[str, tuple[Column, ...]] = {
    "interviews": _columns(
        "interviewId applicationId applicationStage applicationStep candidateProfileId candidateStatus jobId "
        "interviewType interviewLocation @interviewCreateDate @interviewUpdateDate @interviewStartDate "
        "interviewTimeZone #interviewDuration ?interviewCanceled creatorEmployeeId creatorFirstName creatorLastName "
        "interviewerEmployeeId interviewerFirstName interviewerLastName interviewerStatus interviewerReview "
        "#interviewerRating @startTime @endTime #duration room #interviewers #timeToProvideFeedback",
        {
            "interviewId": "Interview ID",
            "applicationId": "Application ID",
            "candidateProfileId": "Candidate Profile ID",
            "jobId": "Job ID",
            "timeToProvideFeedback": "Time to provide feedback",
        },
    ),
    "applications": _columns(
        "applicationId @applicationCreateDate @applicationLastUpdate applicationStage applicationStep "
        "applicationReasonOfRejection applicationReasonOfWithdrawal applicationRejectedAfter "
        "applicationWithdrawnAfter jobId jobTitle source sourceType candidateProfileId candidateFirstName "
        "candidateLastName candidateEmail candidatePhone candidateLocation #candidateLocationLatitude "
        "#candidateLocationLongitude ?candidateInternal candidateGender candidateEthnicity appliedVia positionId",
        {"applicationId": "Application ID", "applicationCreateDate": "Application creation date"},
    ),
    "jobs": _columns(
        "jobId jobRefId jobTitle @jobCreateDate jobDepartment jobStatus #jobOpenPositions #candidatesRejected "
        "#candidatesWithdrawn #candidatesInReview #candidatesInterview #candidatesOffer #candidatesTotal "
        "#candidatesHired locationCountry locationState locationCity #locationLatitude #locationLongitude"
    ),
    "positions": _columns(
        "positionId jobId jobRefId jobTitle @jobCreateDate @positionCreateDate @positionOpenDate "
        "@positionTargetStartDate @positionHireDate @positionActualStartDate positionType positionIncumbentName"
    ),
    "hiring-team": _columns("employeeId employeeFirstName employeeLastName jobId jobTitle role"),
    "job-fields": _columns("jobId jobFieldName jobFieldValue"),
}
DATE_FORMAT = frozenset(("applications", "interviews", "jobs", "positions"))  # S:T1
