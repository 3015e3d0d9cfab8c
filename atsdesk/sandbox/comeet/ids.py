"""Identifiers that look like the vendor's: hex groups joined by a dot (SECONDARY), or its web UI's numbers."""

_PRIME = 0x9E3779B1
_BITS = 0xFFFFFFF

CANDIDATE, PERSON, POSITION, STEP, OTHER = 0x51A7E, 0x2C0FFEE, 0x7D15EA5, 0xB0A7, 0xC0DE5
NUMBER_BASE = 41_000_000


def uid(kind: int, number: int) -> str:
    """The uid of the `number`th object of a kind; unique within the kind up to 268 million."""
    mixed = (number * _PRIME + kind * 0x1F1F1F) & _BITS
    return f"{mixed >> 20:02X}.{mixed & 0xFFFFF:05X}"


def web_number(number: int) -> int:
    """The numeric id that the web UI shows for a candidate."""
    return NUMBER_BASE + number * 7
