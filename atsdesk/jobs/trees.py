"""Feeds of XML and JSON, to rows: the jobs in them are found by what repeats and has a title.

XML declares no entities here and reaches nothing outside; what is nested has the names of all levels.
"""

import html.entities
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from atsdesk.ats.encoding import decode
from atsdesk.errors import DataError
from atsdesk.jobs import headers
from atsdesk.jobs.raw import MOST_ROWS, Problem, Raw, Row, What

DEEPEST = 6
"""Levels below a job that are read."""
SAMPLE = 5
Record = dict[str, str]

_ENTITY = re.compile(r"&(#?\w*)(;?)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_OWN_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))


def read_xml(data: bytes) -> Raw:
    """The jobs of an XML feed; raises `DataError` for what is none."""
    problems: list[Problem] = []
    try:
        root = _parsed(data)
    except ParseError:
        problems.append(Problem(What.MENDED))
        try:
            root = _parsed(_mended(decode(data)))
        except ParseError as error:
            raise DataError(
                f"The file is no whole XML ({error}).",
                "Fetch it again, or ask for one that is; nothing was imported.",
            ) from error
    groups: defaultdict[str, list[Element]] = defaultdict(list)
    waiting = [("", root)]
    while waiting:
        path, element = waiting.pop()
        inner = f"{path}/{_name(element.tag)}"
        groups[inner].append(element)
        waiting += [(inner, child) for child in reversed(element) if len(child) or child.attrib]
    best = max(
        groups.values(), key=lambda group: _worth([_shallow(one) for one in group[:SAMPLE]], len(group))
    )
    return _raw("xml", [_flat_xml(one) for one in best], problems)


def read_json(text: str) -> Raw:
    """The jobs of a JSON feed, or of one of JSON lines; raises `DataError` for what is none."""
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError) as error:
        try:
            tree = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise DataError(
                f"The file is no whole JSON ({error}).", "Fetch it again; nothing was imported."
            ) from error
    groups: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    waiting: list[tuple[str, Any]] = [("", tree)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            groups[path].append(value)
            waiting += [(f"{path}.{name}", inner) for name, inner in reversed(value.items())]
            if len(value) > 1 and all(isinstance(inner, dict) for inner in value.values()):
                # jobs by their keys, instead of a list of them
                groups[f"{path}.*"] += [{"key": name} | inner for name, inner in value.items()]
        elif isinstance(value, list):
            waiting += [(f"{path}[]", inner) for inner in reversed(value)]
    if not any(map(any, groups.values())):
        raise DataError("The JSON holds no jobs.", "It has to have a list of objects; nothing was imported.")
    best = max(groups.values(), key=lambda group: _worth(group[:SAMPLE], len(group)))
    return _raw("json", [_flat_json(one) for one in best], [])


def _worth(sample: Sequence[Mapping[str, Any]], count: int) -> tuple[bool, int, int]:
    """How much a group of equals looks like the jobs: with titles, with much that is known, many."""
    names = {name for one in sample for name, value in one.items() if not isinstance(value, dict | list)}
    fields = {headers.field_of(name) for name in names} - {""}
    return headers.NAME in fields, len(fields), count


def _raw(kind: str, records: Sequence[Record], problems: list[Problem]) -> Raw:
    if len(records) > MOST_ROWS:
        raise DataError(
            f"The feed has more than {MOST_ROWS:,} jobs.", "Import it in parts; nothing was imported."
        )
    names = dict.fromkeys(name for one in records for name in one)
    return Raw(kind, list(names), [Row(number, one) for number, one in enumerate(records, 1)], problems)


def _parsed(data: bytes | str) -> Element:
    try:
        root: Element = fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise DataError(
            "The XML declares entities of its own, which may reach into other files.",
            "Ask for a feed without them; nothing was imported.",
        ) from error
    except (
        LookupError,
        ValueError,
    ) as error:  # an encoding that nobody knows, or that is not what is declared
        raise ParseError(str(error)) from error
    return root


def _mended(text: str) -> str:
    """XML with what feeds get wrong made right: a false encoding, HTML's entities, a bare &, control signs."""

    def entity(found: re.Match[str]) -> str:
        name, end = found.groups()
        if end and (name in _OWN_ENTITIES or re.fullmatch(r"#\d{1,7}|#x[0-9a-fA-F]{1,6}", name)):
            return found[0]
        return (
            html.entities.html5.get(f"{name};", "")
            if end and f"{name};" in html.entities.html5
            else f"&amp;{name}{end}"
        )

    return _CONTROL.sub("", _ENTITY.sub(entity, _DECLARATION.sub("", text)))


def _name(tag: object) -> str:
    return str(tag).rsplit("}", 1)[-1]


def _shallow(element: Element) -> Record:
    """What an element tells without its children's children."""
    return dict(element.attrib.items()) | {
        _name(child.tag): child.text or "" for child in element if not len(child)
    }


def _flat_xml(element: Element) -> Record:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, text in _texts(element, "", 0):
        found[path].append(text)
    return {path: _together(texts) for path, texts in found.items()}


def _texts(element: Element, path: str, depth: int) -> Iterator[tuple[str, str]]:
    taken = {_name(child.tag) for child in element}
    for name, value in element.attrib.items():
        plain = _name(name)
        yield f"{path}{'@' if plain in taken else ''}{plain}", value.strip()
    for child in element:
        inner = f"{path}{_name(child.tag)}"
        if len(child) and depth < DEEPEST:
            yield from _texts(child, f"{inner}.", depth + 1)
        else:
            yield inner, " ".join("".join(child.itertext()).split())
            yield from ((f"{inner}.{_name(name)}", value.strip()) for name, value in child.attrib.items())


def _flat_json(record: Mapping[str, Any]) -> Record:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, text in _values(record, "", 0):
        found[path].append(text)
    return {path: _together(texts) for path, texts in found.items()}


def _values(value: Any, path: str, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and depth <= DEEPEST:
        for name, inner in value.items():
            yield from _values(inner, f"{path}.{name}" if path else name, depth + 1)
    elif isinstance(value, list) and depth <= DEEPEST:
        for inner in value:
            yield from _values(inner, path, depth + 1)
    elif value is None or isinstance(value, dict | list):
        yield path, ""
    elif isinstance(value, bool):
        yield path, "yes" if value else "no"
    else:
        yield path, str(int(value) if isinstance(value, float) and value.is_integer() else value).strip()


def _together(texts: Sequence[str]) -> str:
    """The texts of what is there several times, each once."""
    return ", ".join(dict.fromkeys(text for text in texts if text))
