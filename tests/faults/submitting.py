"""What the tests of submissions have to know of a system: whom they send, where, and what the ATS then has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from atsdesk.ats.draft import Address, Draft, Education, Employment, File, Note
from atsdesk.ats.submitting import Enclosure
from atsdesk.sandbox.paper import paper
from tests.submit.papers import PDF
from tests.sync import comeet, greenhouse, kombo, smartrecruiters

RESUME = Enclosure("resume", "cv.pdf", "application/pdf", PDF)
LETTER = Enclosure("other", "קורות חיים.pdf", "application/pdf", paper("Second Example"))


@dataclass(frozen=True)
class There:
    """An application as the ATS has it."""

    id: str
    job_id: str
    files: list[str]
    notes: list[str]


@dataclass(frozen=True)
class Sends:
    """One system."""

    steps: tuple[str, ...]
    """Paths of the requests that the draft takes, as faults name them."""
    there: Callable[[Any, str], list[There]]
    """What the sandbox has of somebody with an e-mail address, asked with a client of our own."""
    more: Mapping[str, Any]
    """What the draft says besides name, e-mail address and job."""
    content: Callable[[Any, There], bytes]
    """The bytes of its first file."""
    asks: bool = False
    """That nothing is found does not mean that nothing arrived, so that a person is asked."""
    tells_notes: bool = False
    """The sandbox can be asked for notes."""
    files: tuple[Enclosure, ...] = (RESUME, LETTER)

    def draft(self, job_id: str, email: str) -> Draft:
        first = email.partition("@")[0].capitalize()
        return Draft(
            job_id=job_id,
            first_name=first,
            last_name="Example",
            email=email,
            files=tuple(File(one.name, one.kind) for one in self.files),
            **self.more,
        )


def _in_comeet(sandbox: Any, email: str) -> list[There]:
    found = []
    people = [one for one in comeet.all_of(sandbox, "candidates", limit="1000") if one.get("email") == email]
    with comeet.client(sandbox) as reader:
        for one in people:
            files = [file["name"] for file in reader.get(f"/candidates/{one['uid']}/files").json()]
            resume = [one["resume"]["name"]] if one.get("resume") else []
            found.append(There(one["uid"], one["position_uid"], resume + files, []))
    return found


def _comeet_file(sandbox: Any, there: There) -> bytes:
    with comeet.client(sandbox) as reader:
        url = reader.get(f"/candidates/{there.id}").json()["resume"]["url"]
        return reader.get(url).content


def _in_greenhouse(sandbox: Any, email: str) -> list[There]:
    found = []
    with greenhouse.client(sandbox) as reader:
        people = [str(one["id"]) for one in greenhouse.pages(reader, "candidates", email=email)]
        for person in people:
            for one in greenhouse.pages(reader, "applications", candidate_ids=person):
                of = {"application_ids": str(one["id"])}
                files = [file["filename"] for file in greenhouse.pages(reader, "attachments", **of)]
                notes = [note["body"] for note in greenhouse.pages(reader, "notes", **of)]
                notes += [
                    f"{life['company_name']}, {life['title']}"
                    for life in greenhouse.pages(reader, "candidate_employments", candidate_ids=person)
                ]
                found.append(There(str(one["id"]), str(one["job_id"]), files, notes))
    return found


def _greenhouse_file(sandbox: Any, there: There) -> bytes:
    with greenhouse.client(sandbox) as reader:
        (file,) = greenhouse.pages(reader, "attachments", application_ids=there.id)
        return reader.get(file["url"]).content


def _in_kombo(sandbox: Any, email: str) -> list[There]:
    found = []
    for one in kombo.all_of(sandbox, "applications"):
        if any(mail["email_address"] == email for mail in one["candidate"]["email_addresses"] or ()):
            files = [file["file_name"] for file in _kombo_files(sandbox, one["id"])]
            found.append(There(one["id"], one["job_id"], files, []))
    return found


def _kombo_files(sandbox: Any, application: str) -> list[dict[str, Any]]:
    with kombo.client_of(sandbox) as reader:
        answer = reader.get(f"/ats/applications/{application}/attachments").raise_for_status()
        return list(answer.json()["data"]["results"])


def _kombo_file(sandbox: Any, there: There) -> bytes:
    (file,) = _kombo_files(sandbox, there.id)
    return httpx.get(file["data_url"]).content


def _in_smartrecruiters(sandbox: Any, email: str) -> list[There]:
    found = []
    with smartrecruiters.client_of(sandbox) as reader:
        for one in smartrecruiters.all_of(reader, "/candidates"):
            if one.get("email") == email:
                for job in smartrecruiters.jobs_of(one):
                    path = f"/candidates/{one['id']}/jobs/{job}/attachments"
                    files = [file["name"] for file in reader.get(path).json()["content"]]
                    found.append(There(f"{one['id']}:{job}", job, files, []))
    return found


def _smartrecruiters_file(sandbox: Any, there: There) -> bytes:
    uid, _, job = there.id.partition(":")
    with smartrecruiters.client_of(sandbox) as reader:
        (file,) = reader.get(f"/candidates/{uid}/jobs/{job}/attachments").json()["content"]
        return reader.get(file["actions"]["download"]["url"]).content


SENDS: Mapping[str, Sends] = {
    "comeet": Sends(
        ("candidates",),
        _in_comeet,
        {
            "mobile_phone": "+12025550143",
            "linkedin_url": "https://www.linkedin.com/in/example",
            "note": Note("Prefers mornings."),
        },
        _comeet_file,
    ),
    "greenhouse": Sends(
        ("candidates", "attachments", "notes", "candidate_employments"),
        _in_greenhouse,
        {
            "phone": "+12025550143",
            "note": Note("Prefers mornings.", "public"),
            "employments": (Employment("Example Ltd", "Engineer", started="2019-01-01"),),
        },
        _greenhouse_file,
        tells_notes=True,
    ),
    "kombo": Sends(
        ("ats/jobs/*/applications",),
        _in_kombo,
        {"phone": "+12025550143", "address": Address("DE", city="Berlin")},
        _kombo_file,
        asks=True,
    ),
    "smartrecruiters": Sends(
        ("jobs/*/candidates", "candidates/*/attachments"),
        _in_smartrecruiters,
        {"phone": "+12025550143", "educations": (Education("Example University", started="2015-10"),)},
        _smartrecruiters_file,
    ),
}
