"""What the window remembers: small JSON values in `window.json`, which lies beside the database."""

import json
from pathlib import Path
from typing import Any


def read(folder: Path) -> dict[str, Any]:
    """Everything that is remembered; nothing where the file is missing or damaged."""
    try:
        found = json.loads((folder / "window.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def keep(folder: Path, key: str, value: Any) -> None:
    """Keep a value under a key, in one step."""
    path = folder / "window.json"
    fresh = path.with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(read(folder) | {key: value}, ensure_ascii=False), encoding="utf-8")
    fresh.replace(path)
