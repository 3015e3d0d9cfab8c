"""Starting with the computer: one entry of the person's own, where the system looks for such entries.

Linux: a desktop file in `autostart` (Desktop Application Autostart Specification). macOS: a launch agent.
Windows: a value of the registry key `Run`. None of them needs the rights of an administrator.
"""

import os
import plistlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from atsdesk.errors import ConfigError

TITLE = "ATS Desk"
WINDOW = "atsdesk-window"
"""The program of a bundle that opens the window; the command stands beside it."""
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
NOT_IN_VALUES = {"\\": "\\\\\\\\", '"': '\\\\"', "`": "\\\\`", "$": "\\\\$", "%": "%%"}
"""What the value of `Exec` must not hold as it is: quoting for arguments, then escaping for strings."""


def program(folder: Path, usual: Path) -> list[str]:
    """The command that opens this program on a folder in the background, as it was started just now."""
    if getattr(sys, "frozen", False):
        own = Path(sys.executable)
        start, window = [str(own.with_name(f"{WINDOW}{own.suffix}"))], []
    else:
        quiet = Path(sys.executable).with_name("pythonw.exe")  # Windows: the other one opens a console
        start, window = [str(quiet) if quiet.exists() else sys.executable, "-m", "atsdesk"], ["window"]
    where = [] if folder == usual else ["--data-dir", str(folder)]
    return [*start, *window, *where, "--background"]


def switched_on(name: str, command: Sequence[str]) -> bool:
    """Whether the entry `name` starts exactly this command; another's or an older one counts as none."""
    if sys.platform == "win32":
        return _run_value(name) == command_line(command)
    try:
        return _path(name).read_bytes() == _content(name, command)
    except FileNotFoundError:
        return False


def switch_on(name: str, command: Sequence[str]) -> None:
    """Start the command with the computer from now on. Raises `ConfigError` where the system does not let us."""
    try:
        if sys.platform == "win32":
            _set_run_value(name, command_line(command))
            return
        path = _path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(_content(name, command))
        fresh.replace(path)
    except OSError as error:
        raise _refused(error) from error


def switch_off(name: str) -> None:
    """Start nothing any more. Raises `ConfigError` where the system does not let us."""
    try:
        if sys.platform == "win32":
            _set_run_value(name, "")
        else:
            _path(name).unlink(missing_ok=True)
    except OSError as error:
        raise _refused(error) from error


def _refused(error: OSError) -> ConfigError:
    return ConfigError(
        "Starting with the computer could not be changed.",
        f"The computer says: {error.strerror}. Change it in the settings of your system instead.",
    )


def _path(name: str) -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library/LaunchAgents" / f"{name}.plist"
    settings = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(settings) / "autostart" / f"{name}.desktop"


def _content(name: str, command: Sequence[str]) -> bytes:
    return launch_agent(name, command) if sys.platform == "darwin" else desktop_file(command).encode()


def desktop_file(command: Sequence[str]) -> str:
    """The entry of Linux desktops."""
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={TITLE}",
            f"Exec={' '.join(_exec_argument(one) for one in command)}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def _exec_argument(argument: str) -> str:
    return f'"{"".join(NOT_IN_VALUES.get(letter, letter) for letter in argument)}"'


def launch_agent(name: str, command: Sequence[str]) -> bytes:
    """The entry of macOS: started once at login, for a session with a screen."""
    return plistlib.dumps(
        {
            "Label": name,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
    )


def command_line(command: Sequence[str]) -> str:
    """The value of Windows' `Run` key."""
    return subprocess.list2cmdline(command)


if sys.platform == "win32":
    import winreg

    def _run_value(name: str) -> str:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                return str(winreg.QueryValueEx(key, name)[0])
        except FileNotFoundError:
            return ""

    def _set_run_value(name: str, value: str) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
            if value:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)
            elif _run_value(name):
                winreg.DeleteValue(key, name)
