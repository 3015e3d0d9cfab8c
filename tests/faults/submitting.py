"""What the tests of submissions have to know of a system: whom they send, where, and what the ATS then has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from atsdesk.ats.draft import Draft, File, Note
from atsdesk.ats.submitting import Enclosure
from tests.sync import comeet

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
RESUME = Enclosure("resume", "cv.pdf", "application/pdf", PDF)
LETTER = Enclosure("other", "קורות חיים.pdf", "application/pdf", PDF + b"% two\n")


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


SENDS: Mapping[str, Sends] = {
    "comeet": Sends(
        ("candidates",),
        _in_comeet,
        {
            "mobile_phone": "+972501234567",
            "linkedin_url": "https://www.linkedin.com/in/example",
            "note": Note("Prefers mornings."),
        },
        _comeet_file,
    ),
}
