"""The guide: its pages in the language of the window, in the order of its contents, and what is found in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale

from atsdesk.ui.assets import RESOURCES
from atsdesk.ui.language import ENGLISH, HEBREW

FOLDER = RESOURCES / "guide"
CONTENTS = "contents.md"
KEYS = "<!-- keys -->"
"""In a page, where the keyboard shortcuts stand: the program knows them."""
FIRST = "start"

_SECTION = re.compile(r"## (.+)")
_ENTRY = re.compile(r"- \[(.+)\]\((\w[\w-]*)\.md\)")
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|<!--.*?-->|[*`#|]")


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it is written."""

    name: str
    title: str
    text: str
    """Markdown."""

    def read_aloud(self) -> str:
        """Its words alone, for the search."""
        return _MARKS.sub(lambda mark: mark[1] or "", f"{self.title}\n{self.text}").casefold()


@dataclass(frozen=True, slots=True)
class Section:
    """Pages that belong together."""

    title: str
    pages: tuple[Page, ...]


def spoken() -> str:
    """The language of the window."""
    return HEBREW if QLocale().language() == QLocale.Language.Hebrew else ENGLISH


def folder(language: str) -> Path:
    """Where the pages of a language are, with their pictures."""
    return FOLDER / language


def read(language: str, keys: Sequence[tuple[str, str]] = ()) -> list[Section]:
    """The whole guide; `keys` are the shortcuts and what they do."""
    table = "\n".join(("| | |", "|---|---|", *(f"| `{key}` | {what} |" for key, what in keys)))
    sections: list[Section] = []
    for title, entries in _contents(language):
        pages = (
            Page(
                name, said, (folder(language) / f"{name}.md").read_text(encoding="utf-8").replace(KEYS, table)
            )
            for said, name in entries
        )
        sections.append(Section(title, tuple(pages)))
    return sections


def _contents(language: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Sections, each with the titles and names of its pages."""
    title, entries = "", list[tuple[str, str]]()
    for line in (folder(language) / CONTENTS).read_text(encoding="utf-8").splitlines():
        if section := _SECTION.fullmatch(line):
            if entries:
                yield title, entries
            title, entries = section[1], []
        elif entry := _ENTRY.fullmatch(line):
            entries.append((entry[1], entry[2]))
    yield title, entries


def words_of(query: str) -> list[str]:
    """What is looked for."""
    return query.casefold().split()


def found(sections: Sequence[Section], query: str) -> list[Page]:
    """The pages with all words of a query, those first whose titles have them."""
    words = words_of(query)
    pages = [page for section in sections for page in section.pages]
    hits = [page for page in pages if all(word in page.read_aloud() for word in words)]
    return sorted(hits, key=lambda page: not all(word in page.title.casefold() for word in words))
