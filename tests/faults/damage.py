"""A data file as tests of its care need it: filled, asked, damaged; and what a command said of it."""

import contextlib
import random
import subprocess
from pathlib import Path
from typing import Any

from atsdesk.store.engine import sqlite3
from tests.unit.filled import Filled, candidate


def ask(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(sql, values))


def said(ended: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    """The command ended with this exit code and said so plainly."""
    told = ended.stdout + ended.stderr
    assert ended.returncode == code, told
    assert "Traceback" not in told
    assert "went wrong inside" not in told
    for word in words:
        assert word in told


def people(path: Path) -> set[str]:
    return {identity for (identity,) in ask(path, "select id from candidates")}


def fill(file: Filled, *numbers: int) -> None:
    file.candidates(*(candidate(f"C.{number}", "Ada", f"Example {number}") for number in numbers))


def scribbled_in_the_middle(path: Path) -> None:
    """Damage where no start of the program looks: the pages of the records."""
    (root,) = ask(path, "select rootpage from sqlite_schema where name = 'records'")[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * 16384)
        file.write(random.Random(2).randbytes(4096))
