"""The main job on invented people: a sandbox is started, connected, synced, exported and shown."""

import contextlib
import importlib
import os
import shutil
import sys
from pathlib import Path
from typing import Any, Self

from atsdesk import __version__
from atsdesk.cancel import Cancel
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError

ACCOUNT = "sample-{}"
"""What the account of a system is called."""
SEED = 7
SHARES = {"comeet": 1.0, "greenhouse": 0.4, "kombo": 0.4, "smartrecruiters": 0.1}
"""The systems that a sample has, each with its part of the candidates asked for."""
PACE = {"smartrecruiters": {"requests_per_second": "0"}}
"""Settings of accounts whose system asks for so many requests that its limit would be all there is to see."""
SAMPLE_CANDIDATES = 1500
NEWS_EVERY = 20.0
"""Seconds between two changes in the sandbox while the window is open."""
MARK = "demo-of-atsdesk"
"""A file that shows that a folder is a demo's, and may be made anew."""


class Sample:
    """Invented people for a desk, in every system there is, for as long as the block lasts."""

    def __init__(self, candidates: int = SAMPLE_CANDIDATES) -> None:
        self._candidates = candidates
        self._running = contextlib.ExitStack()
        self._controls: list[Any] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._running.close()

    def add(self, desk: Desk) -> None:
        """Start the sandboxes and connect them; their secrets are kept in memory only."""
        there = {account.id for account in desk.accounts()}
        for ats, share in SHARES.items():
            name = ACCOUNT.format(ats)
            if name in there:
                desk.remove_account(name)
            # a window that needs no sample should not wait for what serves it
            running = importlib.import_module(f"atsdesk.sandbox.{ats}.running").running
            candidates = max(1, round(self._candidates * share))
            sandbox = self._running.enter_context(
                running(seed=SEED, candidates=candidates, evolve_seconds=NEWS_EVERY)
            )
            self._controls.append(sandbox.control)
            if ats in PACE:
                sandbox.control.set_limit(0)
            desk.add_account(
                ats,
                name,
                sandbox.secrets,
                base_url=sandbox.base_url,
                settings={**sandbox.settings, **PACE.get(ats, {})},
                for_session=True,
            )

    def pass_time(self, events: int) -> None:
        """Let so many things happen in every system."""
        for control in self._controls:
            control.advance(events)


def has_display() -> bool:
    """Whether a window can be shown."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(place: Path, candidates: int, cancel: Cancel, *, headless: bool) -> int:
    """Do the main job in `place`, telling each step; returns the exit code.

    Raises `ConfigError` when `place` holds something that is not a demo's.
    """
    from concurrent.futures import ThreadPoolExecutor

    from atsdesk.ats.registry import CONNECTORS
    from atsdesk.export.write import Manner
    from atsdesk.store.profiles import Profile

    place = _fresh(place)
    workbook = place / "hiring-data.xlsx"
    with Sample(candidates) as sample, Desk(place) as desk:
        sample.add(desk)
        systems = {one.kind.key: one.kind.label for one in CONNECTORS}
        names = [account.id for account in desk.accounts()]
        imitated = " and ".join(systems[account.ats] for account in desk.accounts())
        _tell("1  Sandbox", f"imitations of {imitated}, with invented people")
        with ThreadPoolExecutor(len(names), "demo-sync") as pool:
            reports = list(pool.map(lambda name: desk.sync(name, cancel=cancel), names))
        for number, report in enumerate(reports):
            counts = ", ".join(f"{one.received:,} {one.resource}" for one in report.resources if one.received)
            _tell("" if number else "2  Sync", f"{report.account} {report.state.lower()}: {counts}")
            if report.state != "SUCCEEDED":
                _tell("", report.message)
                return 1
        written = desk.profiles.run(
            Profile("", str(workbook), "excel"),
            Manner(__version__),
            progress=lambda progress: None,
            cancel=cancel,
        )
        _tell("3  Export", f"{written.total:,} rows for Excel, Power BI and Tableau")
        _tell("   Database", str(desk.database))
        _tell("   Workbook", str(workbook))
        if headless:
            from atsdesk.ui import screenshots

            pictures = screenshots.take(place, place / "screenshots")
            _tell("4  Window", f"there is no display, so its tabs were drawn into {place / 'screenshots'}:")
            for picture in pictures:
                _tell("", picture.name)
            return 0
        _tell("4  Window", "close it to end the demo; people move while it is open (press F5)")
        from atsdesk.ui import app

        return app.show(desk)


def _fresh(place: Path) -> Path:
    place = place.absolute()
    if place.exists() and any(place.iterdir()) and not (place / MARK).exists():
        raise ConfigError(f"{place} is not a folder of an earlier demo.", "Choose another one with --folder.")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700, parents=True)
    (place / MARK).touch()
    return place


def _tell(what: str, how: str) -> None:
    print(f"{what:12}{how}", flush=True)  # noqa: T201  a demo talks
