from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.export.data import Data


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Data]:
    """A data file with nothing in it."""
    data = Data(tmp_path / "data")
    yield data
    data.close()


@pytest.fixture
def data(empty: Data) -> Data:
    """A data file with one account, whose days begin in Jerusalem."""
    empty.account(settings='{"timezone": "Asia/Jerusalem"}')
    return empty


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "ats-desk.xlsx"
