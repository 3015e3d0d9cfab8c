"""Copies of a sandbox's data: data folders with one account each, synced in this process or by the command."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.net.answer import Patience
from atsdesk.store.ledger import Issue, ResourceReport, RunReport
from atsdesk.sync.driver import Progress, Watcher
from atsdesk.vault import environment_name
from tests.faults.servers import Asked
from tests.faults.systems import System
from tests.faults.whole import Dump, ask, assert_same, assert_sound, dump, meddle, unfinished
from tests.sync.lab import Lab, of
from tests.sync.standard import same_as_truth

FAST = Patience(
    connect=1, read=1, whole_answer=2, tries=3, tries_offline=2, first_pause=0.01, longest_pause=0.05
)
COMMAND = [sys.executable, "-W", "error", "-m", "atsdesk.cli"]
NAME = "acme"


class Copy:
    """One data folder with the account `acme`."""

    def __init__(self, office: "Office", folder: Path, *, patience: Patience = FAST) -> None:
        self.office = office
        self.folder = folder
        self.patience = patience
        self.database = folder / "atsdesk.db"
        self._desk: Desk | None = None

    @property
    def desk(self) -> Desk:
        """The open desk; opened when first asked for."""
        if self._desk is None:
            self._desk = Desk(self.folder, patience=self.patience, environ=self.office.environment)
        return self._desk

    def close(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def connect(self, settings: Mapping[str, str] | None = None, *, base_url: str = "") -> "Copy":
        """Add the account."""
        self.desk.add_account(
            self.office.system.ats,
            NAME,
            {},
            base_url=base_url or self.office.sandbox.base_url,
            settings=self.office.settings(settings or {}),
        )
        return self

    def sync(self, **options: Any) -> RunReport:
        return self.desk.sync(NAME, **options)

    def sync_pages(self, pages: int, **options: Any) -> RunReport:
        """A sync that is cancelled as soon as so many pages are in."""
        cancel, stored = Cancel(), 0

        def count(progress: Progress) -> None:
            nonlocal stored
            stored += not progress.done
            if stored >= pages:
                cancel.set()

        return self.sync(cancel=cancel, watcher=Watcher(progress=count), **options)

    def twin(self, name: str) -> "Copy":
        """A copy of the folder as it is now."""
        self.close()
        shutil.copytree(self.folder, self.folder.with_name(name))
        return Copy(self.office, self.folder.with_name(name), patience=self.patience)

    def gone_from(self, resource: str) -> int:
        """Records of a list that are kept as deleted."""
        sql = "select count(*) from records where resource = ? and deleted_at is not null"
        ((count,),) = ask(self.database, sql, resource)
        return int(count)

    def people(self, report: RunReport) -> ResourceReport:
        """How the list of people went."""
        return of(report, self.office.system.people)

    def others(self, report: RunReport) -> set[str]:
        """How the other lists went."""
        return {one.state for one in report.resources if one.resource != self.office.system.people}

    def issues(self) -> list[Issue]:
        """Open issues; that a list of a small sandbox is empty is none of the tests' concern."""
        return [one for one in self.desk.reading.issues() if one.kind != "empty"]

    def dump(self, *, changes: bool = False, living: bool = False) -> Dump:
        return dump(self.database, changes=changes, living=living)

    def assert_whole(self, like: "Copy", *, changes: bool = False, living: bool = False) -> None:
        """The same as the other copy, which met no fault; nothing half done."""
        assert_same(self.dump(changes=changes, living=living), like.dump(changes=changes, living=living))
        assert_sound(self.database)
        assert unfinished(self.database) == []

    def assert_complete(self, *, merged: bool = False) -> None:
        """Everything living in the sandbox is there as it is there now, and nothing else.

        Of what is gone unsaid, as what was merged away, a sweep only tells.
        """
        lab = Lab(self.office.system.sync, self.office.sandbox, self.desk)
        same_as_truth(lab, but_for_unsaid=not merged)
        assert_sound(self.database)

    def command(self, *words: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        """Run the command on this folder to its end."""
        return run_command(self.folder, *words, environment=self.office.environment, timeout=timeout)

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start the command on this folder."""
        return start_command(self.folder, *words, environment=self.office.environment)


class Office:
    """A running sandbox, and copies of it in a folder of the test's own."""

    def __init__(self, system: System, sandbox: Any, folder: Path, *, synced: Copy | None = None) -> None:
        self.system = system
        self.sandbox = sandbox
        self.control = sandbox.control
        self.folder = folder
        self.environment = {environment_name(NAME, field): value for field, value in sandbox.secrets.items()}
        self._synced = synced
        self._copies: list[Copy] = []

    def copy(self, name: str = "data", patience: Patience = FAST, **settings: str) -> Copy:
        """A data folder with an account that was never synced."""
        return self.keep(Copy(self, self.folder / name, patience=patience)).connect(settings)

    def keep(self, copy: Copy) -> Copy:
        """Close the copy at the end of the test."""
        self._copies.append(copy)
        return copy

    def reference(self, name: str = "reference", **settings: str) -> Copy:
        """A copy that was synced without any fault."""
        if self._synced:
            shutil.copytree(self._synced.folder, self.folder / name)
            copy = self.keep(Copy(self, self.folder / name))
            meddle(copy.database, "update accounts set settings = ?", json.dumps(self.settings(settings)))
            return copy
        copy = self.keep(Copy(self, self.folder / name)).connect(settings)
        assert copy.sync().state == "SUCCEEDED"
        return copy

    def settings(self, own: Mapping[str, str]) -> dict[str, str]:
        return {**self.sandbox.settings, **self.system.settings, "page_size": "10", **own}

    def advance(self) -> None:
        """Something of everything happens."""
        self.control.advance(**self.system.event)

    def people_in(self, asked: Asked, answer: Any) -> list[Any]:
        """The records of `people` in a decoded answer, to change in place; none in an answer to anything else."""
        return self.system.records(self.sandbox.base_url, asked.path, answer, self.system.people) or []

    @property
    def people_path(self) -> str:
        """The path of the list of people, as faults name it."""
        return self.system.path(self.system.people)

    @property
    def first_path(self) -> str:
        """The path of the first list, as faults name it."""
        return self.system.path(self.system.first)

    def close(self) -> None:
        for copy in self._copies:
            copy.close()


def start_command(
    folder: Path, *words: str, environment: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, "--data-dir", str(folder), *words],
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_command(
    folder: Path,
    *words: str,
    environment: Mapping[str, str] | None = None,
    stdin: str = "",
    timeout: float = 120,
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "--data-dir", str(folder), *words],
        env={**os.environ, **(environment or {})},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def assert_told(ended: subprocess.CompletedProcess[str], code: int, *words: str) -> str:
    """The command ended with this exit code and said so plainly; its standard error."""
    assert ended.returncode == code, ended.stderr
    assert ended.stderr.strip()
    for text in (ended.stdout, ended.stderr):
        assert "Traceback" not in text
        assert "went wrong inside" not in text
    for word in words:
        assert word in ended.stderr
    return ended.stderr


def assert_plain(title: str, hint: str) -> None:
    """A message for a person: what happened, and what to do."""
    assert title
    assert hint
    for word in ("Traceback", "Error(", "Exception", "object at 0x", "None"):
        assert word not in f"{title} {hint}"
