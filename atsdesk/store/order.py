"""The rows of a query in their order, kept by name in a temporary file: a page of a million is found at once."""

import tempfile
from array import array
from collections.abc import Iterable

Name = tuple[int, int]
"""The two numbers that name a row of a view: see `View.named`."""
BYTES = 2 * array("q").itemsize


class Order:
    """Names in their order. The file has no name itself, holds nothing but numbers, and goes when it is closed."""

    def __init__(self) -> None:
        self.count = 0
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`

    def add(self, names: Iterable[Name]) -> None:
        flat = array("q", (number for name in names for number in name))
        self._file.write(flat.tobytes())
        self.count += len(flat) // 2

    def names(self, offset: int, limit: int) -> list[Name]:
        """So many names from the one at `offset`."""
        flat = array("q")
        self._file.seek(offset * BYTES)
        flat.frombytes(self._file.read(limit * BYTES))
        return list(zip(flat[::2], flat[1::2], strict=True))

    def close(self) -> None:
        self._file.close()
