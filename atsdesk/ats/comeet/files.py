"""The link of a resume, which lives 15 minutes (Incremental sync recipe, 8); other files are not in the API."""

from typing import TYPE_CHECKING

import msgspec

from atsdesk.ats.comeet.connector import CANDIDATES, Comeet
from atsdesk.ats.filing import FileLink, FileWanted, no_file
from atsdesk.errors import GoneError, TransientError
from atsdesk.net.answer import Answer

if TYPE_CHECKING:
    from atsdesk.net.client import Client

NOT_FOUND = 404


class _Resume(msgspec.Struct):
    url: str | None = None


class _Candidate(msgspec.Struct):
    resume: _Resume | None = None


def file_link(client: "Client", wanted: FileWanted) -> FileLink:
    """Read the candidate again, as the link stands there."""
    assert CANDIDATES.single
    path, query = CANDIDATES.single([wanted.application_id])

    def read(answer: Answer) -> str | None:
        if answer.status == NOT_FOUND and answer.looks_like_json:
            raise GoneError("Comeet no longer has this candidate.", concerns=wanted.application_id)
        try:
            resume = msgspec.json.decode(Comeet().body(CANDIDATES, answer), type=_Candidate).resume
        except msgspec.DecodeError as error:
            raise TransientError("Comeet's answer was cut short.", "Try again later.") from error
        return resume.url if resume else None

    url = client.get(path, query, read)
    if not url:
        raise no_file(wanted)
    return FileLink(url)
