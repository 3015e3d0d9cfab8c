"""From the bytes of an answer to the records in it, each kept as it came."""

import functools
import json
import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any

import msgspec
import xxhash

from atsdesk.ats.resource import Apart, Page
from atsdesk.errors import DataError, TransientError
from atsdesk.rows import Item, Rejected

Whole = Annotated[int, msgspec.Meta(ge=-(2**53), le=2**53)]
"""A whole number that is no id; no larger than a file, a sheet and a reader of either can hold."""
Keep = Callable[[bytes], bytes]
"""What of a record's bytes is hashed and kept: all but what is different at every reading."""


def split(
    body: bytes, envelope: str, key: str, next_member: str, keep: Keep = bytes, prefix: str = ""
) -> tuple[Apart, str]:
    """The records of a list answer, and the next page's address. Their ids begin with `prefix`.

    Raises `TransientError` for an answer that is not the list.
    """
    try:
        raws, following = _envelope(envelope, next_member)(body)
        records = [bytes(raw) for raw in raws]
        for record in records:  # what is skipped is not looked into, but will be stored as text
            if not record.isascii():
                record.decode()
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        records, following = _leniently(body, envelope, next_member)
    return functools.cache(partial(_apart, records, key, keep, prefix)), following


def _apart(
    records: Sequence[bytes], key: str, keep: Keep, prefix: str
) -> tuple[Sequence[Item], Sequence[Rejected]]:
    read_id = _id_reader(key)
    items: list[Item] = []
    rejected: list[Rejected] = []
    for record in records:
        kept = keep(record)
        try:
            identity = read_id(kept)
        except msgspec.DecodeError:
            identity = ""
        if not identity:
            reason = f'It is not an object with a text "{key}".'
            text = kept.decode(errors="replace")
            rejected.append(Rejected(f"#{xxhash.xxh3_64_hexdigest(kept)}", reason, text))
            continue
        items.append(Item(prefix + identity, xxhash.xxh3_128_digest(kept), kept))
    return items, rejected


def alone(body: bytes, key: str, keep: Keep = bytes) -> Page:
    """The page of an answer that is one object by itself; raises `TransientError` for one that was cut short."""
    return Page(*split(b"[%b]" % body, "", key, "", keep))


def decode(record: type[msgspec.Struct], item: Item) -> msgspec.Struct:
    """The typed record; raises `DataError` with the reason in plain words."""
    try:
        return _decoder(record).decode(item.body)
    except msgspec.DecodeError as error:
        raise DataError(_in_words(str(error)), concerns=item.id) from error


@functools.cache
def _decoder(record: type[msgspec.Struct]) -> "msgspec.json.Decoder[msgspec.Struct]":
    return msgspec.json.Decoder(record)


@functools.cache
def _id_reader(key: str) -> Callable[[bytes], str]:
    """Reads a record's id: at its very beginning, where most vendors put it, else by decoding."""
    decoder = _renamed("One", {"id": (str | int,)}, {"id": key})
    first = re.compile(rb'\s*\{\s*"%b"\s*:\s*"([A-Za-z0-9._-]+)"' % key.encode()).match

    def read(record: bytes) -> str:
        found = first(record)
        return found[1].decode() if found else str(decoder.decode(record).id)

    return read


@functools.cache
def _envelope(name: str, next_member: str) -> Callable[[bytes], tuple[Sequence[bytes | msgspec.Raw], str]]:
    """Takes an answer apart without decoding what is in the list."""
    raws = list[msgspec.Raw]
    if not name:
        bare = msgspec.json.Decoder(raws)
        return lambda body: (bare.decode(body), "")
    names = {"items": name, "next": next_member}
    decoder = _renamed("Envelope", {"items": (raws,), "next": (str | None, None)}, names)

    def unwrap(body: bytes) -> tuple[Sequence[bytes | msgspec.Raw], str]:
        answer = decoder.decode(body)
        return answer.items, answer.next or ""

    return unwrap


def _renamed(title: str, fields: dict[str, tuple[Any, ...]], names: dict[str, str]) -> Any:
    """A decoder for a struct made at run time; the members are called as the vendor calls them."""
    struct = msgspec.defstruct(title, [(name, *kind) for name, kind in fields.items()], rename=names)
    return msgspec.json.Decoder(struct)


def _leniently(body: bytes, envelope: str, next_member: str) -> tuple[list[bytes], str]:
    """A page that strict JSON refuses (NaN, stray bytes and control characters), so that its good records go in."""
    try:
        answer = json.loads(body.decode(errors="replace"), strict=False)
    except (ValueError, RecursionError) as error:
        raise TransientError(
            "The ATS's answer was cut short or is not JSON.",
            "Try again later; nothing was lost.",
            concerns="answer",
        ) from error
    items = answer if not envelope else answer.get(envelope) if isinstance(answer, dict) else None
    if not isinstance(items, list):
        raise TransientError(
            f'The ATS\'s answer holds no list "{envelope}".'
            if envelope
            else "The ATS's answer is not a list.",
            "Check that the account's address is the API's; otherwise try again later.",
            concerns="answer",
        )
    following = answer.get(next_member) if isinstance(answer, dict) else None
    return [json.dumps(item).encode() for item in items], following if isinstance(following, str) else ""


def _in_words(error: str) -> str:
    """`Expected `str`, got `int` - at `$.email`` as a sentence."""
    found = re.fullmatch(r"Expected `(.+?)`, got `(.+?)`(?: - at `\$\.?(.*)`)?", error)
    if not found:
        return f"It could not be read: {error.removesuffix('.')}."
    expected, got, place = found.groups()
    return f'"{place or "the record"}" should be {expected.replace(" | ", " or ")}, but it is {got}.'
