"""The disk is full while somebody is sent: nothing is lost, nobody is sent twice, and it goes on when there is room."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from msgspec import structs

from atsdesk.ats.draft import File
from atsdesk.ats.submitting import Enclosure
from atsdesk.errors import ConfigError
from atsdesk.submit.sending import Progress
from tests.faults.submitting import SENDS
from tests.submit.test_outbox import SETTINGS, Out
from tests.sync.comeet import COMEET
from tests.sync.greenhouse import GREENHOUSE
from tests.sync.kombo import KOMBO
from tests.sync.lab import ACCOUNT, System, connected
from tests.sync.smartrecruiters import SMARTRECRUITERS

SIZE = 24
RESUME = Enclosure("resume", "cv.pdf", "application/pdf", b"%PDF-1.4 " + os.urandom(300_000))


class Disk:
    """A disk of a few megabytes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._filler = folder, folder / "filler"

    def fill(self) -> None:
        with self._filler.open("ab", buffering=0) as file:
            for size in (1 << 20, 1 << 12):
                try:
                    while file.write(b"\1" * size) == size:
                        pass
                except OSError:
                    continue

    def free(self) -> None:
        self._filler.unlink(missing_ok=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "none", str(folder)]
    if (
        os.name != "posix"
        or os.geteuid() != 0
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("a small disk can only be made by root, where mounting is allowed")
    yield Disk(folder)
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.parametrize(
    "system", [COMEET, GREENHOUSE, KOMBO, SMARTRECRUITERS], ids=lambda one: one.connector.kind.key
)
def test_a_full_disk_loses_nothing_and_sends_nobody_twice(disk: Disk, system: System) -> None:
    ats = system.connector.kind.key
    with ExitStack() as stack:
        sandbox = stack.enter_context(system.start(candidates=12))
        given = {**system.settings, **SETTINGS.get(ats, {})}
        with connected(system, sandbox, disk.folder / "data", given) as lab:
            ada = Out(lab).ada
        draft = structs.replace(ada, files=(File(RESUME.name, RESUME.kind),))

        def told(work: Callable[[], object]) -> bool:
            """Whether the disk was full, which is told plainly."""
            try:
                work()
            except ConfigError as error:
                return "disk is full" in str(error)
            return False

        with connected(system, sandbox, disk.folder / "data", given) as lab:
            outbox = lab.desk.outbox
            disk.fill()
            assert told(lambda: outbox.put(ACCOUNT, draft, [RESUME]))
            assert outbox.all() == []
            assert lab.control.requests()
            disk.free()
            number = outbox.put(ACCOUNT, draft, [RESUME]).number

        def fill_once(progress: Progress) -> None:
            if not full:
                full.append(progress)
                disk.fill()

        with connected(system, sandbox, disk.folder / "data", given) as lab:
            full: list[Progress] = []
            assert told(lambda: lab.desk.outbox.send(ACCOUNT, progress=fill_once))
            assert lab.desk.outbox.one(number).state in ("queued", "sending", "unknown")
            assert [one.content for one in lab.desk.outbox.files(number)] == [RESUME.content]
            disk.free()
            for _ in range(3):
                lab.desk.outbox.send(ACCOUNT)
            found = lab.desk.outbox.one(number)
            if SENDS[ats].asks and found.state == "needs_decision":
                lab.desk.outbox.resolve(number, "send")
                lab.desk.outbox.send(ACCOUNT)
                found = lab.desk.outbox.one(number)
            assert found.state == "sent", (found.title, found.hint)
            (there,) = SENDS[ats].there(sandbox, ada.email)
            assert there.files == [RESUME.name]
