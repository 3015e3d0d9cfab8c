"""Identifiers that look like the vendor's: UUIDs, and 24 hex digits for people and interviews (C:V9)."""

from hashlib import blake2b


def uuid(kind: str, number: int | str) -> str:
    """The id of the `number`th object of a kind."""
    text = blake2b(f"{kind} {number}".encode(), digest_size=16).hexdigest()
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}"


def hex24(kind: str, number: int | str) -> str:
    """The id of the `number`th user, interview or time slot."""
    return blake2b(f"{kind} {number}".encode(), digest_size=12).hexdigest()
