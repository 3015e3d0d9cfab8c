"""Kombo ids: 24 base58 characters that follow from the integration and the id in the ATS.

Source: Kombo documentation, "Common to every synced object" (CONFIRMED). So records of two models with the same id
in the ATS have the same Kombo id: only model and id together are a key.
"""

import hashlib

_BASE58 = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_LETTERS = bytes(_BASE58[value % 58] for value in range(256))
LENGTH = 24


def kombo_id(integration: str, remote_id: str) -> str:
    """The id of what an integration's ATS calls `remote_id`."""
    said = f"{integration}\0{remote_id}".encode()
    return hashlib.blake2b(said, digest_size=LENGTH).digest().translate(_LETTERS).decode()
