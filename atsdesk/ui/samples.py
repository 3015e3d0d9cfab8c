"""What the pictures of the screens are filled with where the data folder has nothing of the kind."""

from dataclasses import replace

from atsdesk.desk import Desk
from atsdesk.store.ledger import ResourceReport
from atsdesk.sync.driver import Progress
from atsdesk.ui.syncing import Standing

SOME_INTERVIEWS = """\
Interview ID,Begins,Ends,Interview Type,Interviewer First Name,Interviewer Last Name,Colour of the room
11111111-0000-4000-8000-000000000001,2026-03-01 10:00,2026-03-01 10:45,Phone,Vera,Violet,green
11111111-0000-4000-8000-000000000002,2026-03-02 11:30,2026-03-02 12:30,On site,Uri,Umber,blue
"""
SOME_FILES = {"cv.pdf": b"%PDF-1.4\n%%EOF\nstartxref\n0\n%%EOF\n", "letter.exe": b"MZ"}
SOME_TITLE = "Sr. Data Engineer (m/f/d)"
SOME_OWN_JOBS = f"""\
Our number,Title,Colour of the room,Place
4711,{SOME_TITLE},green,Haifa
4712,,blue,Bonn
"""
USUAL = ("positions", "candidates", "deleted-candidates")


def some_sync(desk: Desk) -> Standing:
    """A sync on its way, for the picture: the last full one of the first account, its end still to come."""
    account = next((one.id for one in desk.accounts()), "acme")
    runs = [run for run in desk.reading.runs() if run.account == account and len(run.resources) > 1]
    largest = max(runs, key=lambda run: sum(part.received for part in run.resources), default=None)
    parts = largest.resources if largest else [ResourceReport(name) for name in USUAL]
    standing = Standing(account, 0.0, rate=412.0)
    for part in parts:
        standing.resources[part.resource] = Progress(
            account, part.resource, part.requests, part.received, part.added, part.changed, 0.0, True
        )
    last = standing.resources[parts[-1].resource]
    standing.resources[last.resource] = replace(last, waiting=18.0, done=False)
    return standing
