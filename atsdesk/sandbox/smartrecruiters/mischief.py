"""What faults have to know about this API, and the faults that only it can have."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from atsdesk.sandbox import distort
from atsdesk.sandbox.faults import Fault
from atsdesk.sandbox.misbehave import Headers
from atsdesk.sandbox.smartrecruiters.filters import page_of, write_page
from atsdesk.sandbox.smartrecruiters.model import encode
from atsdesk.sandbox.smartrecruiters.refusals import Refused

SHAPE = distort.Shape(
    lists=("content",),
    key="id",
    name="firstName",
    times=("createdOn", "updatedOn", "lastActivityOn", "changedOn", "startTime", "endTime"),
    status="status",
    next_page="nextPageId",
)
# what a record is told from by: the shape whose name it has
_SHAPES = (
    SHAPE,
    replace(SHAPE, name="title"),
    replace(SHAPE, name="label"),
    replace(SHAPE, name="timezone"),
    replace(SHAPE, key="interviewId", name="interviewerLastName", status="applicationStage"),
    replace(SHAPE, key="applicationId", name="candidateLastName", status="applicationStage"),
    replace(SHAPE, key="jobId", name="jobTitle", status="jobStatus"),
    replace(SHAPE, key="reportFileId", name="reportId", status="reportFileStatus", next_page="nextPage"),
    replace(SHAPE, key="reportId", name="reportName", next_page="nextPage"),
)
_REPORT_STATUS = {"report-failed": "FAILED", "report-stuck": "RUNNING"}


class SmartRecruitersManners:
    """The habits of the imitated API; `base_url` is its own origin."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url

    def page_of(self, query: bytes) -> int:
        """The page named by `pageId` or `page`."""
        return page_of(query)

    def refusal(self, status: int, expired: bool) -> bytes:
        """An error body."""
        return encode(Refused(status, "The access token has expired." if expired else None).body)

    def distort(self, fault: Fault, answer: Any, address: str) -> Any:
        """The answer, gone wrong."""
        shape = _shape(answer)
        if fault.kind == "loop" and isinstance(answer, dict):
            given = dict(parse_qsl(urlsplit(address).query))
            name = "nextPage" if shape.next_page == "nextPage" else "nextPageId"
            answer[name] = given.get("pageId") or given.get("page") or write_page(("", 1))
        elif fault.kind == "elsewhere":
            return _elsewhere(answer, self._base_url, fault.arg or "https://elsewhere.example")
        elif fault.kind in _REPORT_STATUS:
            for record in distort.records_of(answer, shape):
                if "reportFileStatus" in record:
                    record["reportFileStatus"] = _REPORT_STATUS[fault.kind]
        elif fault.kind == "unknown-status":
            record = distort.victim(answer, shape)
            if record and isinstance(record.get("primaryAssignment"), dict):
                record["primaryAssignment"]["status"] = "Quantum hold"
                return answer
        elif fault.kind == "nothing" and isinstance(answer, dict):
            answer.pop(shape.next_page, None)
        return distort.distort(fault, answer, shape)

    def relink(self, fault: Fault, headers: Headers, address: str) -> Headers:
        """The next page in the `Link` header goes the same way as the one in the body."""
        if fault.kind == "elsewhere":
            there = (fault.arg or "https://elsewhere.example").encode()
            here = self._base_url.encode()
            return [(name, value.replace(here, there)) for name, value in headers]
        kept = [pair for pair in headers if pair[0] != b"link"]
        if fault.kind == "loop":
            return [*kept, (b"link", f'<{self._base_url}{address}>; rel="next"'.encode())]
        return kept if fault.kind == "nothing" else headers

    def rewrite(self, fault: Fault, text: str) -> str:
        """For what only the JSON text can show."""
        return distort.duplicate_keys(text, SHAPE) if fault.kind == "duplicate-keys" else text


def _shape(answer: Any) -> distort.Shape:
    records = [one for one in distort.records_of(answer, SHAPE) if isinstance(one, dict)]
    for shape in _SHAPES:
        if records and shape.key in records[0] and any(shape.name in record for record in records):
            return shape
    return SHAPE


def _elsewhere(answer: Any, here: str, there: str) -> Any:
    """Every link of the answer leads to another origin."""
    if isinstance(answer, dict):
        return {name: _elsewhere(value, here, there) for name, value in answer.items()}
    if isinstance(answer, list):
        return [_elsewhere(value, here, there) for value in answer]
    if isinstance(answer, str) and answer.startswith(here):
        return there + answer.removeprefix(here)
    return answer
