"""Files on the way into an ATS, checked by name, size, content and number before anything is sent."""

import fnmatch
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from atsdesk.ats.form import FileLaw, FilePlace, FormField, Takes
from atsdesk.ats.submitting import Enclosure
from atsdesk.submit import readable, signatures
from atsdesk.submit.problem import Problem

LONGEST_NAME = 255


def extension(file: Enclosure) -> str:
    """The end of a file's name, in small letters with its dot."""
    return PurePath(file.name).suffix.lower()


def check(files: Sequence[Enclosure], law: FileLaw, fields: Sequence[FormField] = ()) -> list[Problem]:
    """All that is wrong with the files of a draft; `fields` are those that the form asks for."""
    asked = {one.key.partition(".")[2]: one for one in fields if one.takes is Takes.FILE}
    problems: list[Problem] = []
    for number, file in enumerate(files):
        place = law.place(file.kind)
        if file.question in asked:
            place = asked[file.question].file
        problems += check_one(file, place, law, f"files[{number}]")
    problems += _numbers(files, law)
    problems += _total(files, law)
    problems += _answers(files, asked)
    return problems


def check_one(file: Enclosure, place: FilePlace | None, law: FileLaw, at: str = "files[0]") -> list[Problem]:
    """What is wrong with one file, whatever else is sent."""
    if place is None or not place.supported:
        kind = file.kind.replace("_", " ")
        words = f"{file.name}: the ATS takes no {kind}."
        return [Problem(at, "kind", words, "Send it as another kind of file, or leave it out.")]
    if not file.content:
        return [Problem(at, "empty", f"{file.name} is empty (0 bytes).", "Choose the file again.")]
    problems = [*_name(file, at), *_extension(file, place, at), *_size(file, place, law, at)]
    if any(problem.rule == "size" and problem.firm for problem in problems):
        return problems
    return problems + _content(file, at)


_HIDDEN = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def _name(file: Enclosure, at: str) -> list[Problem]:
    hint = "Rename it."
    if _HIDDEN.search(file.name):
        return [Problem(at, "name", "The file's name holds characters that cannot be seen.", hint)]
    if re.search(r'[\\/:*?"<>|]', file.name):
        words = f'The name {file.name} holds one of \\ / : * ? " < > |.'
        return [Problem(at, "name", words, hint)]
    if len(file.name.encode()) > LONGEST_NAME:
        words = f"The file's name has {len(file.name.encode()):,} bytes; {LONGEST_NAME} are the limit."
        return [Problem(at, "name", words, hint)]
    if not PurePath(file.name).stem.strip(" .") or not extension(file).strip("."):
        words = f'The name "{file.name}" does not tell what kind of file it is.'
        return [Problem(at, "name", words, "Give it a name with an extension, like cv.pdf.")]
    return []


def _extension(file: Enclosure, place: FilePlace, at: str) -> list[Problem]:
    if place.extensions and extension(file) not in place.extensions:
        return [
            _kind_of_file(file, place, at, extension(file) or "no extension", ", ".join(place.extensions))
        ]
    if place.media_types and not any(fnmatch.fnmatchcase(file.media_type, one) for one in place.media_types):
        return [_kind_of_file(file, place, at, extension(file) or file.media_type, ", ".join(taken(place)))]
    return []


def taken(place: FilePlace) -> tuple[str, ...]:
    """What files of a place may be, as people know them: by their extensions, by a content type that has none here."""
    known = (
        one for media_type in place.media_types for one in signatures.extensions(media_type) or (media_type,)
    )
    return place.extensions or tuple(dict.fromkeys(known))


def _kind_of_file(file: Enclosure, place: FilePlace, at: str, what: str, known: str) -> Problem:
    if not place.firm:
        words = f"{file.name} is {what}; known to be taken as {place.label.lower()}: {known}."
        return Problem(at, "extension", words, "The ATS may refuse it.", firm=False)
    return Problem(
        at,
        "extension",
        f"{file.name} is {what}; taken as {place.label.lower()}: {known}.",
        "Save it as one of these.",
    )


def _size(file: Enclosure, place: FilePlace, law: FileLaw, at: str) -> list[Problem]:
    size = len(file.content)
    if place.each_bytes and size > place.each_bytes:
        words = f"{file.name} has {size:,} bytes; {place.each_bytes:,} are the limit of one file."
        return [Problem(at, "size", words, "Make it smaller: fewer or smaller pictures, or a PDF of it.")]
    if law.warn_bytes and size > law.warn_bytes:
        words = f"{file.name} has {size:,} bytes; above {law.warn_bytes:,} it may be refused."
        return [Problem(at, "size", words, law.unknown, firm=False)]
    return []


def _content(file: Enclosure, at: str) -> list[Problem]:
    held = signatures.recognise(file.content)
    promise = signatures.PROMISES.get(extension(file))
    if held in signatures.PROGRAMS:
        return [Problem(at, "signature", f"{file.name} is {held}.", "Programs are not sent.")]
    if promise is None:
        return []
    if "EncryptedPackage".encode("utf-16-le") in file.content and held == signatures.OFFICE:
        words = f"{file.name} is protected with a password."
        return [Problem(at, "locked", words, "Nobody could read it: save it without password.")]
    if not promise.kept(file.content):
        words = f"{file.name} is named like {promise.what}, and holds {held or signatures.SOMETHING_ELSE}."
        return [Problem(at, "signature", words, "Save it as what its name says, or rename it.")]
    return readable.check(at, file.name, extension(file), file.content)


def _numbers(files: Sequence[Enclosure], law: FileLaw) -> list[Problem]:
    problems = []
    numbers = Counter(file.kind for file in files if not file.question)
    for place in law.places:
        number = numbers[place.kind]
        if place.most and number > place.most:
            words = f"{place.label}: there are {number} files, and {place.most} can be sent."
            problems.append(Problem("files", "number", words, "Take some out, or send them as other files."))
        if number < place.least:
            words = f"{place.label}: there are {number} files, and {place.least} must be sent."
            problems.append(Problem("files", "required", words, "Add the file."))
    for (_, content), number in Counter((file.kind, file.content) for file in files).items():
        if number > 1:
            name = next(file.name for file in files if file.content == content)
            words = f"{name} is there {number} times."
            problems.append(Problem("files", "twice", words, "Take the others out.", firm=False))
    return problems


def _total(files: Sequence[Enclosure], law: FileLaw) -> list[Problem]:
    total = sum(len(file.content) for file in files)
    if not law.total_bytes or total <= law.total_bytes:
        return []
    words = f"All files together have {total:,} bytes; {law.total_bytes:,} are the limit."
    hint = "Send fewer or smaller files." if law.total_is_firm else "The system behind it may refuse them."
    return [Problem("files", "total", words, hint, firm=law.total_is_firm)]


def _answers(files: Sequence[Enclosure], asked: dict[str, FormField]) -> list[Problem]:
    given = Counter(file.question for file in files if file.question)
    problems = [
        Problem(one.key, "required", f"{one.label}: no file is chosen.", "Choose one.", firm=one.demanded)
        for question, one in asked.items()
        if one.required and not given[question]
    ]
    for question, number in given.items():
        if question not in asked:
            words = "A file answers a question that the job does not ask."
            problems.append(Problem("files", "not_taken", words, "Take it out.", firm=False))
        elif number > 1:
            words = f"{asked[question].label}: there are {number} files, and 1 can be sent."
            problems.append(Problem(asked[question].key, "number", words, "Take the others out."))
    return problems
