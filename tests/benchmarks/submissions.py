"""How long many submissions take, and that none is doubled or lost: `python -m tests.benchmarks.submissions [500]`.

They go to the Comeet sandbox, which keeps its limit of 100 requests in 60 seconds, by the command, which is killed
twice on the way.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from atsdesk.ats.draft import Draft, File
from atsdesk.ats.submitting import Enclosure
from atsdesk.desk import Desk
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.running import running
from atsdesk.vault import environment_name
from tests.sync.comeet import all_of

RESUME = Enclosure("resume", "cv.pdf", "application/pdf", b"%PDF-1.4\n" + b"x" * 100_000)


def main(people: int) -> None:
    with tempfile.TemporaryDirectory() as place, running(3, 20, rules=Rules()) as sandbox:
        folder = Path(place) / "data"
        secrets = {environment_name("acme", key): text for key, text in sandbox.secrets.items()}
        with Desk(folder, environ=secrets) as desk:
            desk.add_account("comeet", "acme", {}, base_url=sandbox.base_url, settings=sandbox.settings)
            assert desk.sync("acme").state == "SUCCEEDED"
            job = next(
                uid for uid, status in sandbox.control.truth()["positions"].items() if status == "open"
            )
            desk.jobs.expose([("acme", job)])
            began = time.monotonic()
            for number in range(people):
                draft = Draft(
                    job_id=job,
                    first_name=f"Sent{number}",
                    last_name="Example",
                    email=f"sent{number}@example.com",
                    files=(File("cv.pdf", "resume"),),
                )
                desk.outbox.put("acme", draft, [RESUME])
        print(f"{people} put into the outbox in {time.monotonic() - began:.1f} s")
        sandbox.control.clear_requests()
        began = time.monotonic()
        kills = [people // 3, 2 * people // 3]
        while True:
            process = subprocess.Popen(
                [sys.executable, "-m", "atsdesk.cli", "--data-dir", str(folder), "outbox", "retry"],
                env={**os.environ, **secrets},
                stdout=subprocess.DEVNULL,
            )
            while process.poll() is None:
                time.sleep(0.2)
                posted = sum(one["method"] == "POST" for one in sandbox.control.requests())
                if kills and posted >= kills[0]:
                    kills.pop(0)
                    process.kill()
            if process.wait() == 0 and not kills:
                break
        seconds = time.monotonic() - began
        requests = sandbox.control.requests()
        statuses = Counter(one["status"] for one in requests)
        emails = Counter(
            str(one.get("email")) for one in all_of(sandbox, "candidates", limit="1000") if "email" in one
        )
        sent = {email: count for email, count in emails.items() if email.startswith("sent")}
        most = max(sent.values())
        print(f"{people} sent in {seconds:.0f} s, killed twice: {len(sent)} there, {most} of each at most")
        print(f"{len(requests)} requests, {statuses[429]} over the limit")
        assert (len(sent), most, statuses[429]) == (people, 1, 0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 500)
