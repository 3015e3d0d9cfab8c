"""A window that is open all day does not keep the memory of its first sync."""

import os
import sys
from pathlib import Path

import pytest

from tests.unit.filled import Filled

LARGE = 40_000_000


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(sys.platform != "linux", reason="only there memory is kept back, and told")
def test_memory_that_writing_took_goes_back_to_the_system(file: Filled) -> None:
    file.store.write(lambda connection: connection.execute("create table filler (body blob)"))
    file.store.write(
        lambda connection: connection.executemany(
            "insert into filler values (zeroblob(4000))", [() for _ in range(LARGE // 4000)]
        )
    )
    before = resident()
    file.store.rest()
    assert resident() < before - LARGE / 2
    assert file.select("select count(*) from filler") == [(LARGE // 4000,)]
