"""The entry that starts the program with the computer."""

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from atsdesk import autostart
from atsdesk.errors import ConfigError

NAME = "atsdesk-0123456789abcdef"
ODD = ["/opt/ATS Desk/atsdesk", "--data-dir", '/home/r/My "data" $HOME `x` 100% \\ מידע', "--background"]

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="this entry is of Linux desktops")


def exec_arguments(entry: str) -> list[str]:
    """The arguments of `Exec` as a desktop reads them: string escapes, then quotes (as a shell's), then field codes."""
    (value,) = [line.removeprefix("Exec=") for line in entry.splitlines() if line.startswith("Exec=")]
    unescaped = value.replace("\\\\", "\\")
    shown = subprocess.run(["sh", "-c", f"printf '%s\\0' {unescaped}"], capture_output=True, check=True)
    return shown.stdout.decode().replace("%%", "%").split("\0")[:-1]


@linux
def test_a_desktop_reads_exactly_the_command() -> None:
    assert exec_arguments(autostart.desktop_file(ODD)) == ODD


def test_a_mac_reads_exactly_the_command() -> None:
    agent = plistlib.loads(autostart.launch_agent(NAME, ODD))
    assert agent["Label"] == NAME
    assert agent["ProgramArguments"] == ODD
    assert agent["RunAtLoad"] is True
    assert "KeepAlive" not in agent, "what a person quits stays ended"


def test_windows_gets_one_quoted_line() -> None:
    line = autostart.command_line([r"C:\Program Files\ATS Desk\atsdesk.exe", "--background"])
    assert line == r'"C:\Program Files\ATS Desk\atsdesk.exe" --background'


@linux
def test_switched_on_and_off_where_the_desktop_looks(home: Path) -> None:
    entry = home / ".config/autostart" / f"{NAME}.desktop"
    assert not autostart.switched_on(NAME, ODD)
    autostart.switch_on(NAME, ODD)
    assert exec_arguments(entry.read_text(encoding="utf-8")) == ODD
    assert autostart.switched_on(NAME, ODD)
    assert not autostart.switched_on(NAME, ["/elsewhere/atsdesk"]), "the program has moved"
    autostart.switch_off(NAME)
    autostart.switch_off(NAME)
    assert list(entry.parent.iterdir()) == []


@linux
def test_a_folder_that_cannot_be_had_is_told(home: Path) -> None:
    (home / ".config").write_text("")
    with pytest.raises(ConfigError, match="could not be changed"):
        autostart.switch_on(NAME, ODD)


def test_the_command_of_the_entry_is_one_that_this_program_understands(tmp_path: Path) -> None:
    command = autostart.program(tmp_path, Path("/usual"))
    assert command[-3:] == ["--data-dir", str(tmp_path), "--background"]
    assert "--data-dir" not in autostart.program(tmp_path, tmp_path)
    done = subprocess.run([*command, "--help"], capture_output=True, text=True, check=True)
    assert "--background" in done.stdout
