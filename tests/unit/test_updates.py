"""Whether a newer version is out: asked only where wanted, with nothing sent and nothing believed."""

import datetime as dt
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from atsdesk import __version__
from atsdesk.cli.main import atsdesk
from atsdesk.desk import Desk
from atsdesk.errors import ConfigError, DataError, DeskError, TransientError
from atsdesk.updates import OTHER_ADDRESS, Updates

NOW = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)


class Home:
    """The program's home on this computer: says `answer` to whatever it is asked."""

    def __init__(self) -> None:
        self.status, self.answer, self.headers = (
            200,
            b'{"version": "99.1"}',
            {"Content-Type": "application/json"},
        )
        self.asked: list[tuple[str, dict[str, str]]] = []
        home = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                home.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                self.send_response(home.status)
                for name, value in home.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(home.answer)))
                self.end_headers()
                self.wfile.write(home.answer)

            def log_message(self, *args: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/latest.json"


@pytest.fixture
def home_page() -> Iterator[Home]:
    home = Home()
    thread = threading.Thread(target=home.server.serve_forever, args=(0.02,))
    thread.start()
    yield home
    home.server.shutdown()
    thread.join()
    home.server.server_close()


def updates(address: str) -> Updates:
    kept: dict[str, object] = {}
    return Updates(kept.get, kept.__setitem__, {OTHER_ADDRESS: address})


@pytest.mark.parametrize(
    ("version", "newer"),
    [("99.1", True), (f"{__version__}", False), ("0.0.9", False), ("0.1.1", True), ("0.1", False)],
)
def test_versions_are_compared_as_numbers(home_page: Home, version: str, newer: bool) -> None:
    home_page.answer = json.dumps({"version": version, "run": "rm -rf"}).encode()

    assert updates(home_page.address).look().is_newer is newer


def test_nothing_is_sent_but_the_wish(home_page: Home) -> None:
    updates(home_page.address).look()

    ((path, headers),) = home_page.asked
    assert path == "/latest.json"
    assert headers.keys() <= {"host", "accept", "accept-encoding", "connection", "user-agent"}
    assert __version__ not in str(headers)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>",
        b"[]",
        b'{"version": 2}',
        b'{"version": "2.0; reboot"}',
        b'{"version": "\xff"}',
        b"null",
    ],
)
def test_what_is_no_version_is_told_plainly(home_page: Home, answer: bytes) -> None:
    home_page.answer = answer

    with pytest.raises(DataError, match="was not understood"):
        updates(home_page.address).look()


def test_nobody_there_and_another_place_are_no_answers(home_page: Home) -> None:
    home_page.status, home_page.headers = 302, {"Location": "https://elsewhere.invalid/latest.json"}
    with pytest.raises(TransientError, match="could not be found out"):
        updates(home_page.address).look()
    assert len(home_page.asked) == 1
    with pytest.raises(TransientError, match="could not be found out"):
        updates("https://nowhere.invalid/latest.json").look()
    home_page.status, home_page.headers = 404, {}
    with pytest.raises(DeskError):
        updates(home_page.address).look()


def test_an_address_in_the_open_is_refused() -> None:
    with pytest.raises(ConfigError, match="not encrypted"):
        updates("http://desk.example.com/latest.json").look()


def test_it_is_off_until_switched_on_and_then_once_a_day(home_page: Home, data_dir: Path) -> None:
    with Desk(data_dir, environ={OTHER_ADDRESS: home_page.address}) as desk:
        assert not desk.updates.on
        assert not desk.updates.is_due(NOW)
        desk.updates.switch(True)
        now = dt.datetime.now(dt.UTC)
        assert desk.updates.is_due(now)
        desk.updates.look()
        assert not desk.updates.is_due(now + dt.timedelta(hours=23))
        assert desk.updates.is_due(now + dt.timedelta(hours=25))


def test_the_command_looks_only_when_asked(
    home_page: Home, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OTHER_ADDRESS, home_page.address)

    quiet = CliRunner().invoke(atsdesk, ["--data-dir", str(data_dir), "version"])
    assert quiet.output == f"ATS Desk {__version__}\n"
    assert home_page.asked == []
    asked = CliRunner().invoke(atsdesk, ["--data-dir", str(data_dir), "version", "--check"])
    assert asked.output.splitlines()[1] == "A newer version is out: 99.1"
