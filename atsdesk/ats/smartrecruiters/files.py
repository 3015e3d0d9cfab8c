"""The link of a file: part of the API, so that it wants the credentials (S:T4)."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from atsdesk.ats.filing import FileLink, FileWanted, link_of, listed
from atsdesk.ats.smartrecruiters.answers import json_of
from atsdesk.ats.smartrecruiters.resources import RESOURCES

if TYPE_CHECKING:
    from atsdesk.net.client import Client


def file_link(client: "Client", wanted: FileWanted) -> FileLink:
    """Ask for the files of the candidate (Attachment)."""
    (resource,) = (one for one in RESOURCES if one.name == "attachments")
    path = f"/candidates/{quote(wanted.candidate_id, safe='')}/attachments"
    body = client.get(path, None, lambda answer: json_of(resource, answer))
    url = link_of(listed(body, "content"), wanted, "name", ("actions", "download", "url"))
    return FileLink(url, needs_key=True)
