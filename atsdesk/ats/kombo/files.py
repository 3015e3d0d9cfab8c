"""The link of a file, read live from the system behind Kombo: an action, with a permission of its own."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from atsdesk.ats.filing import FileLink, FileWanted, link_of, listed
from atsdesk.ats.kombo.pages import success

if TYPE_CHECKING:
    from atsdesk.net.client import Client


def file_link(client: "Client", wanted: FileWanted) -> FileLink:
    """Ask for the files of the application, or of the candidate (Attachment, live)."""
    owner = f"candidates/{quote(wanted.candidate_id, safe='')}"
    if wanted.application_id:
        owner = f"applications/{quote(wanted.application_id, safe='')}"
    body = client.get(f"/ats/{owner}/attachments", None, lambda answer: success(answer, "files"))
    return FileLink(link_of(listed(body, "data", "results"), wanted, "file_name", ("data_url",)))
