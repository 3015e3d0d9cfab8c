"""The columns of the six data services, which reports and downloaded files have too (contract: Analytics API)."""

from dataclasses import dataclass, field

SPELLINGS = {
    "applicationCreationDate": "applicationCreateDate",
    "applicationWithdrawalAfter": "applicationWithdrawnAfter",
    "candidateId": "candidateProfileId",
    "slotStartTime": "startTime",
    "slotEndTime": "endTime",
}
"""Other names of columns: the first two SECONDARY, the others INFERRED from the labels of reports."""


@dataclass(frozen=True, slots=True)
class Service:
    """One table: its columns, those without which a row means nothing, and those that tell it from the others."""

    name: str
    columns: tuple[str, ...]
    needed: tuple[str, ...]
    dates: bool = True
    """It takes the parameter `dateFormat`."""
    sensitive: tuple[str, ...] = field(default=())


INTERVIEWS = Service(
    "interviews",
    tuple(
        "interviewId applicationId applicationStage applicationStep candidateProfileId candidateStatus jobId"
        " interviewType interviewLocation interviewCreateDate interviewUpdateDate interviewStartDate"
        " interviewTimeZone interviewDuration interviewCanceled creatorEmployeeId creatorFirstName creatorLastName"
        " interviewerEmployeeId interviewerFirstName interviewerLastName interviewerStatus interviewerReview"
        " interviewerRating startTime endTime duration room interviewers timeToProvideFeedback".split()
    ),
    ("interviewId", "startTime"),
)
APPLICATIONS = Service(
    "applications",
    tuple(
        "applicationId applicationCreateDate applicationLastUpdate applicationStage applicationStep"
        " applicationReasonOfRejection applicationReasonOfWithdrawal applicationRejectedAfter"
        " applicationWithdrawnAfter jobId jobTitle source sourceType candidateProfileId candidateFirstName"
        " candidateLastName candidateEmail candidatePhone candidateLocation candidateLocationLatitude"
        " candidateLocationLongitude candidateInternal candidateGender candidateEthnicity appliedVia"
        " positionId".split()
    ),
    ("candidateProfileId", "jobId"),
    sensitive=("candidateGender", "candidateEthnicity"),
)
JOBS = Service(
    "jobs",
    tuple(
        "jobId jobRefId jobTitle jobCreateDate jobDepartment jobStatus jobOpenPositions candidatesRejected"
        " candidatesWithdrawn candidatesInReview candidatesInterview candidatesOffer candidatesTotal candidatesHired"
        " locationCountry locationState locationCity locationLatitude locationLongitude".split()
    ),
    ("jobId", "jobTitle"),
)
POSITIONS = Service(
    "positions",
    tuple(
        "positionId jobId jobRefId jobTitle jobCreateDate positionCreateDate positionOpenDate"
        " positionTargetStartDate positionHireDate positionActualStartDate positionType"
        " positionIncumbentName".split()
    ),
    ("positionId", "jobId"),
)
HIRING_TEAM = Service(
    "hiring-team",
    ("employeeId", "employeeFirstName", "employeeLastName", "jobId", "jobTitle", "role"),
    ("employeeId", "jobId"),
    dates=False,
)
JOB_FIELDS = Service(
    "job-fields", ("jobId", "jobFieldName", "jobFieldValue"), ("jobId", "jobFieldName"), dates=False
)
SERVICES = {one.name: one for one in (INTERVIEWS, APPLICATIONS, JOBS, POSITIONS, HIRING_TEAM, JOB_FIELDS)}


def plain(header: str) -> str:
    """A header without all but letters and digits, in small letters: the spellings of one column are one."""
    return "".join(letter for letter in header.lower() if letter.isalnum())


def by_header(service: Service) -> dict[str, str]:
    """The keys of a service's columns by their plain headers."""
    known = {plain(key): key for key in service.columns}
    return {plain(other): key for other, key in SPELLINGS.items() if key in service.columns} | known
