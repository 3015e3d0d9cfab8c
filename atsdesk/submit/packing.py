"""From a draft and its files to what lies in the outbox: the steps it takes, and the mark by which the same again is
known."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from atsdesk.ats import draft
from atsdesk.ats.draft import Draft, File
from atsdesk.ats.submitting import Enclosure, Parcel, Submitting
from atsdesk.store.outbox import NewFile, NewStep


@dataclass(frozen=True, slots=True)
class Packed:
    """A submission as it goes into the file."""

    values: dict[str, str | bytes]
    steps: Sequence[NewStep]
    files: Sequence[NewFile]

    @property
    def fingerprint(self) -> bytes:
        return bytes(self.values["fingerprint"])  # type: ignore[arg-type]


def pack(account: str, given: Draft, files: Sequence[Enclosure], submitting: Submitting) -> Packed:
    """What is kept of a draft. Where its files lie on this computer is not."""
    named = tuple(File(one.name, one.kind, question=one.question) for one in files)
    kept = msgspec.structs.replace(given, account=account, files=named)
    written = draft.write(kept)
    hashes = [hashlib.sha256(one.content).digest() for one in files]
    parcel = Parcel(uuid.uuid4().hex, kept, files)
    values: dict[str, str | bytes] = {
        "account_id": account,
        "key": parcel.key,
        "fingerprint": hashlib.sha256(b"\0".join((written, *hashes))).digest(),
        "job_id": given.job_id,
        "name": given.name,
        "email": given.email,
        "phone": given.mobile_phone or given.phone,
        "draft": written.decode(),
    }
    if given.candidate_id:
        values["candidate_id"] = given.candidate_id
    steps = [
        NewStep(step.name, part, step.label(parcel, part))
        for step in submitting.steps
        for part in range(step.count(parcel))
    ]
    return Packed(
        values,
        steps,
        [
            NewFile(one.kind, one.name, one.media_type, hashed, one.content, one.question)
            for one, hashed in zip(files, hashes, strict=True)
        ],
    )


@dataclass(frozen=True, slots=True)
class Planned:
    """A request that sending would take: where it goes, and how many bytes."""

    label: str
    path: str
    size: int


def plan(given: Draft, files: Sequence[Enclosure], submitting: Submitting) -> list[Planned]:
    """What sending a draft would take; ids that come only with the answers are shown by their names."""
    parcel = Parcel("KEY", given, files, given.candidate_id or "0", "0")
    return [
        Planned(step.label(parcel, part), step.path(parcel), len(step.body(parcel, part).content))
        for step in submitting.steps
        for part in range(step.count(parcel))
    ]
