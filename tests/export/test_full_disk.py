"""A disk that is really full: a small file system of its own."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.export.profiles import FORMATS
from tests.export.data import Data
from tests.export.test_place import many


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    if not sys.platform.startswith("linux") or not _mounted(place, "size=256k"):
        pytest.skip("a file system of its own takes Linux and the right to mount one")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def _mounted(place: Path, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("format_", "name"), [("excel", "out.xlsx"), ("csv", "out"), ("parquet", "out")])
def test_a_full_disk_is_told_what_was_there_stays_and_with_room_it_goes_on(
    data: Data, disk: Path, format_: str, name: str
) -> None:
    if format_ == "parquet":
        pytest.importorskip("duckdb")

    def export() -> int:
        return FORMATS[format_](data.path, disk / name, progress=lambda _: None, cancel=Cancel()).rows[
            "candidates"
        ]

    assert export() == 0
    before = content(disk)
    many(data, 30_000)
    with pytest.raises(ConfigError) as told:
        export()
    said = str(told.value)
    assert "no room" in said or "could not be written" in said
    assert "from before is as it was" in told.value.hint
    assert content(disk) == before
    assert _mounted(disk, "remount,size=64m")
    assert export() == 30_001
