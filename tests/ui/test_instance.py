"""One window a data folder, in several processes."""

import socket
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from atsdesk.errors import ConfigError
from atsdesk.ui import instance
from atsdesk.ui.instance import Instance
from tests.ui.conftest import SHORTLY
from tests.ui.starting import starting, until

Claim = Callable[[Path], Instance]


@pytest.fixture
def claim(qapp: object) -> Iterator[Claim]:
    made: list[Instance] = []

    def first(folder: Path) -> Instance:
        made.append(Instance(folder))
        assert made[-1].claim()
        made[-1].listen()
        return made[-1]

    yield first
    for one in made:
        one.end()


def test_a_second_start_raises_the_first_window_and_ends_well(data_dir: Path) -> None:
    with starting(data_dir, 0) as first:
        try:
            until(lambda: (data_dir / "window.json").exists())
            with starting(data_dir, 0) as second:
                _, said = second.communicate(timeout=30)
                assert (second.returncode, said) == (0, "")
            assert first.poll() is None
            with starting(data_dir, 0, "--sync", "--export") as third:
                assert third.wait(30) == 0
            until(lambda: "show" in heard(data_dir) and "sync" in heard(data_dir))
            until(lambda: "export" in heard(data_dir))
        finally:
            first.kill()


def heard(folder: Path) -> str:
    return (folder / "wishes.txt").read_text() if (folder / "wishes.txt").exists() else ""


def test_who_was_killed_leaves_the_way_free(data_dir: Path) -> None:
    with starting(data_dir, 0) as first:
        until(lambda: (data_dir / "window.json").exists())
        first.kill()
    with starting(data_dir, 700) as second:
        assert second.wait(60) == 0
    assert "show" not in heard(data_dir)


def test_two_folders_have_a_window_each(claim: Claim, tmp_path: Path) -> None:
    claim(tmp_path / "a")
    claim(tmp_path / "b")


def test_one_folder_has_one_name_however_it_is_spelled(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    names = {instance.name(tmp_path / name) for name in ("real", "link", "real/../real")}
    assert len(names) == 1
    assert instance.name(tmp_path) not in names


def test_whoever_is_second_is_told_so_and_the_first_may_leave(claim: Claim, data_dir: Path) -> None:
    first = claim(data_dir)
    assert not Instance(data_dir).claim()
    first.end()
    claim(data_dir)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sockets have no file there")
def test_only_this_person_can_open_the_socket(claim: Claim, data_dir: Path, home: Path) -> None:
    claim(data_dir)
    (place,) = (home / ".runtime").iterdir()
    mode = place.stat().st_mode
    assert stat.S_ISSOCK(mode)
    assert mode & 0o077 == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sockets have no file there")
def test_a_socket_left_behind_is_no_obstacle(qtbot: QtBot, claim: Claim, data_dir: Path) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(instance.address(data_dir))
    left.close()
    first = claim(data_dir)
    with qtbot.waitSignal(first.wished, timeout=SHORTLY) as wished:
        guest = say(data_dir, b"sync\n")
    assert wished.args == ["sync"]
    guest.abort()


@pytest.mark.parametrize("nonsense", [b"rm -rf\n", b"\xff\xfe\n", b"x" * 100])
def test_nonsense_is_not_heard(qtbot: QtBot, claim: Claim, data_dir: Path, nonsense: bytes) -> None:
    first = claim(data_dir)
    wishes: list[str] = []
    first.wished.connect(wishes.append)
    guest = say(data_dir, nonsense)
    qtbot.waitUntil(lambda: guest.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=SHORTLY)
    assert wishes == []


def say(folder: Path, words: bytes) -> QLocalSocket:
    guest = QLocalSocket()
    guest.connectToServer(instance.address(folder))
    assert guest.waitForConnected(SHORTLY)
    guest.write(words)
    guest.flush()
    return guest


def test_a_first_one_that_does_not_answer_is_told(data_dir: Path) -> None:
    with pytest.raises(ConfigError, match="does not answer"):
        instance.hand_over(data_dir, "show", patience=0.0)
