"""Start and end of the program with a window."""

import signal
import sys
from pathlib import Path

import pytest

from tests.ui.starting import starting, until


def start(folder: Path) -> tuple[int, str]:
    """Exit code and what was said, of a program that is closed soon after its start."""
    with starting(folder, 700) as process:
        _, said = process.communicate(timeout=60)
        return process.returncode, said


def test_the_program_starts_remembers_and_ends(data_dir: Path) -> None:
    code, said = start(data_dir)
    assert "Traceback" not in said
    assert code == 0
    assert (data_dir / "window.json").exists()
    assert (data_dir / "atsdesk.log").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_opened_is_told(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "atsdesk.db").write_bytes(b"this is no database, but long enough to be looked at" * 100)
    code, said = start(data_dir)
    assert "Traceback" not in said
    assert code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "terminate"])
def test_a_signal_closes_the_window_in_order(data_dir: Path, number: signal.Signals) -> None:
    with starting(data_dir, 0) as process:
        try:
            until(lambda: (data_dir / "window.json").exists())
            process.send_signal(number)
            assert process.wait(10) == 0
            assert process.stderr is not None
            assert "Traceback" not in process.stderr.read()
        finally:
            process.kill()
