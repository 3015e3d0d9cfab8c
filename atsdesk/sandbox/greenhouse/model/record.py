"""What all records have in common."""

from typing import Any

import msgspec
from msgspec import Struct

Custom = dict[str, dict[str, Any]]  # name_key: {name, type, value}


class Record(Struct, gc=False, kw_only=True):
    """One row of a list; times are text in UTC with milliseconds."""

    id: int
    created_at: str
    updated_at: str


class Named(Struct, gc=False):
    """A reference with its name."""

    id: int
    name: str


encode = msgspec.json.encode
