"""The link of a file: signed, on another host, for about seven days (7.17)."""

from typing import TYPE_CHECKING

from atsdesk.ats.filing import FileLink, FileWanted, link_of, listed
from atsdesk.ats.greenhouse.answers import success
from atsdesk.ats.greenhouse.lists import ATTACHMENTS, RESOURCES

if TYPE_CHECKING:
    from atsdesk.net.client import Client

MOST = "500"
"""Files of one candidate in one answer, the most there may be."""


def file_link(client: "Client", wanted: FileWanted) -> FileLink:
    """Ask for the files of the application, or of the candidate (filters of attachments)."""
    (resource,) = (one for one in RESOURCES if one.name == ATTACHMENTS)
    query = {"candidate_ids": wanted.candidate_id}
    if wanted.application_id:
        query = {"application_ids": wanted.application_id}
    body = client.get(resource.path, {**query, "per_page": MOST}, lambda answer: success(answer, resource))
    return FileLink(link_of(listed(body), wanted, "filename", ("url",)))
