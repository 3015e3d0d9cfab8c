from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.filled import Filled, filled


@pytest.fixture
def file(data_dir: Path) -> Iterator[Filled]:
    """An open data file with the account `acme` and nothing else."""
    with filled(data_dir) as one:
        yield one
