"""The texts of the window in its languages: found, kept in Qt Linguist files, compiled.

    python packaging/translations.py update     bring resources/translations/*.ts up to the sources, and tell
                                                what is missing
    python packaging/translations.py compile    make the files that the program reads, where they are older

Qt's own lupdate reads neither a module's `_tr` nor texts that are declared as data, so that the texts are found
here and handed to it as one file of C++; merging and compiling is Qt's.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6

if TYPE_CHECKING:
    from atsdesk.ats.form import Form

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "atsdesk"
FOLDER = ROOT / "resources" / "translations"
WHOLE = FOLDER / "atsdesk_he.ts"
PLURALS = FOLDER / "atsdesk_en.ts"
"""English needs only its plural forms."""
PATTERNS = FOLDER / "told.json"
"""What the program's other parts may say: Qt's compiled files tell no source texts."""
QT = Path(PySide6.__file__).parent
BEYOND_THE_WINDOW = ("cli", "sandbox", "ui", "demo.py", "doctor.py", "repair.py", "selftest.py")
BEYOND_TELLING = (
    "export/calendar.py",
    "export/dictionary.py",
    "export/extra.py",
    "export/plan.py",
    "export/power_query.py",
    "export/readme.py",
    "store/lookup.py",
    "store/subjects",
    "store/tables",
    "store/views.py",
)
"""Words of workbooks and of the command, and those that are declared as data."""

AFTER = re.compile(r"(?<=[.!?])( ?\{\w*\})+$")
"""Sentences put behind a whole one; they are known by themselves."""
EXPRESSION = re.compile(r"\(\?P|\(\.\+|#REF!")
"""What only looks like a sentence: patterns, and a spreadsheet's errors."""


@dataclass(frozen=True, order=True)
class Text:
    """One source text; `plural` where it depends on a number."""

    context: str
    source: str
    plural: bool = False


# --- Finding ----------------------------------------------------------------------------------------------


def texts() -> list[Text]:
    """Every text the window can show, once each."""
    found = {*_of_the_window(), *_declared(), *(Text("told", sentence) for sentence in told())}
    return sorted(found)


def _of_the_window() -> Iterator[Text]:
    for path in sorted((SOURCES / "ui").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from _in_calls(path, tree, _context_of_tr(tree), "")


def _context_of_tr(tree: ast.Module) -> str:
    """The context of a module's own `_tr`."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _name(call) == "translate":
                    return str(_literal(call.args[0]))
    return ""


def _in_calls(path: Path, node: ast.AST, module: str, inside: str) -> Iterator[Text]:
    if isinstance(node, ast.ClassDef):
        inside = node.name
    if isinstance(node, ast.FunctionDef) and node.name == "_tr":
        return
    if isinstance(node, ast.Call) and _name(node) in {"tr", "_tr", "translate"}:
        yield from _called(path, node, module, inside)
    for child in ast.iter_child_nodes(node):
        yield from _in_calls(path, child, module, inside)


def _called(path: Path, call: ast.Call, module: str, inside: str) -> Iterator[Text]:
    name, arguments = _name(call), list(call.args)
    context = {"tr": inside, "_tr": module}.get(name, "")
    plural_at = {"tr": 2, "_tr": 1, "translate": 3}[name]
    if name == "translate":
        context = str(_literal(arguments.pop(0)))
        plural_at -= 1
    source = _literal(arguments[0])
    if source is None and name == "translate":
        return  # words that are declared as data
    if source is None or not context:
        raise SystemExit(f"{path.name}:{call.lineno}: {name}() takes a plain text, in a place with a name.")
    yield Text(context, source, len(arguments) > plural_at)


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _declared() -> Iterator[Text]:
    """Words that come with the data: statuses, tables, columns, lists, and what an account needs."""
    from atsdesk.ats.registry import CONNECTORS, FORMS, IMPORTERS
    from atsdesk.export.calendar import CALENDAR
    from atsdesk.export.exported import EXPORTED
    from atsdesk.store import changes, tables, views
    from atsdesk.submit.signatures import KINDS
    from atsdesk.submit.values import countries
    from atsdesk.ui import words

    yield from (Text("told", one) for one in (*changes.PHRASES, *KINDS))
    for known, _ in words.WORDS.values():
        yield Text("words", known)
    names = {table.name for table in (*tables.SYNCED, *EXPORTED)} | {
        name for one in IMPORTERS.values() for name in one.tables()
    }
    names.add(CALENDAR.name)
    said: set[str] = set(words.ROLES)
    for table in tables.SYNCED:
        said |= {table.title, table.title.removesuffix("s"), *(column.title for column in table.columns)}
    for view in vars(views).values():
        if isinstance(view, views.View):
            said |= {column.label for column in view.columns} | {part.label for part in view.filters}
            said |= {column.meaning for column in view.columns if column.meaning}
    for connector in CONNECTORS:
        kind = connector.kind
        said |= {field.label for field in kind.fields}
        said |= {resource.label for resource in connector.resources}
        names |= {resource.name for resource in connector.resources}
    for form in FORMS.values():
        said |= set(_labels_of(form))
    yield from (Text("countries", name) for name in countries().values())
    said |= {name.replace("_", " ").replace("-", " ").capitalize() for name in names}
    yield from (Text("tables", one) for one in said)


def _labels_of(form: Form) -> Iterator[str]:
    """What the form of a candidate is labelled with."""
    from atsdesk.ats.form import Group

    for section in form.sections:
        yield section.label
        for part in section.fields:
            yield part.label
            for field in part.fields if isinstance(part, Group) else (part,):
                yield field.label
                yield from (
                    option.label for option in field.options if not option.label.islower()
                )  # names of systems
    yield from (place.label for place in form.files.places)


def told() -> Iterator[str]:
    """Sentences of the parts below the window: errors, what to do about them, how things went."""
    for path in sorted(SOURCES.rglob("*.py")):
        place = path.relative_to(SOURCES).as_posix()
        if place.startswith((*BEYOND_THE_WINDOW, *BEYOND_TELLING)):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from _sentences(tree)


def _sentences(tree: ast.Module) -> Iterator[str]:
    quiet = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
    }  # docstrings and their like
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            quiet |= {id(part) for part in node.values}
        elif isinstance(node, ast.Call) and _name(node) == "Setting":
            quiet |= {id(part) for part in node.args}  # only the command explains the settings
    for node in ast.walk(tree):
        if id(node) in quiet or not isinstance(node, ast.Constant | ast.JoinedStr):
            continue
        sentence = AFTER.sub("", _pattern(node)).strip(" ")
        if is_sentence(sentence):
            yield sentence


def _pattern(node: ast.Constant | ast.JoinedStr) -> str:
    """A text with `{}` for what is put in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_pattern(part) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node.value, str) else ""


def is_sentence(text: str) -> bool:
    """Whether a text of a module is something to tell a person, and no statement, key or expression."""
    told = "\n" not in text and text.endswith((".", "!", "?", ".)")) and any(map(str.isalpha, text))
    word = " " not in text and len(text) > len("Dr.") and text[0].isupper() and text[:-1].isalpha()
    return (
        told
        and (word or " " in text)
        and not text[0].islower()
        and " ?" not in text
        and not EXPRESSION.search(text)
    )


# --- Qt's files -------------------------------------------------------------------------------------------


def as_cpp(found: Iterable[Text]) -> str:
    """Texts as lupdate reads them best."""
    lines = []
    for text in found:
        macro = "QT_TRANSLATE_N_NOOP" if text.plural else "QT_TRANSLATE_NOOP"
        lines.append(f"{macro}({_quoted(text.context)}, {_quoted(text.source)});")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def update(path: Path, found: Iterable[Text]) -> None:
    """Bring a file up to what was found: new texts come in unfinished, those that are gone go."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.cpp"
        source.write_text(as_cpp(found), encoding="utf-8")
        options = ["-silent", "-no-obsolete", "-locations", "none", "-sort-messages"]
        languages = ["-source-language", "en", "-target-language", path.stem.removeprefix("atsdesk_")]
        _run("lupdate", *options, *languages, str(source), "-ts", str(path))


def _run(tool: str, *arguments: str) -> None:
    program = next(
        place for place in (QT / tool, QT / f"{tool}.exe", QT / "Qt" / "bin" / tool) if place.exists()
    )
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{tool}: {done.stderr.strip() or done.stdout.strip()}")


@dataclass(frozen=True)
class Message:
    """A text with what a file has for it: one translation, or one a plural form."""

    text: Text
    translations: tuple[str, ...]
    finished: bool


def messages(path: Path) -> list[Message]:
    """What a file holds."""
    return [
        _message(context.findtext("name", ""), message)
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314  our own file
        for message in context.iter("message")
    ]


def _message(context: str, message: ET.Element) -> Message:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    text = Text(context, message.findtext("source", ""), message.get("numerus") == "yes")
    finished = translation.get("type") is None and all(forms or [translation.text or ""])
    return Message(text, tuple(forms or [translation.text or ""]), finished)


def missing(path: Path) -> list[Text]:
    """Texts that a file has no translation of."""
    return [message.text for message in messages(path) if not message.finished]


def compile_all(folder: Path = FOLDER) -> None:
    """Make what the program reads, where it is older than its source."""
    sources = sorted(FOLDER.glob("*.ts"))
    for path in sources:
        made = folder / f"{path.stem}.qm"
        if _older(made, path):
            part = _part(made)
            _run("lrelease", "-silent", str(path), "-qm", str(part))
            part.replace(made)
    made = folder / PATTERNS.name
    if any(_older(made, path) for path in sources):
        known = [message.text.source for message in messages(WHOLE) if message.text.context == "told"]
        part = _part(made)
        part.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
        part.replace(made)


def _part(made: Path) -> Path:
    """What is being made, of this process alone: several tests may compile at once."""
    return made.with_suffix(f".{os.getpid()}.part")


def _older(made: Path, source: Path) -> bool:
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def main(words: list[str]) -> int:
    sys.path.insert(0, str(ROOT))
    if words == ["update"]:
        found = texts()
        update(WHOLE, found)
        update(PLURALS, [text for text in found if text.plural])
    compile_all()
    left = [(path, text) for path in (WHOLE, PLURALS) for text in missing(path)]
    for path, text in left:
        print(f"{path.name}: {text.context}: {text.source}")
    print(f"Texts: {len(messages(WHOLE))}. Not translated: {len(left)}.")
    return 1 if left and words == ["update"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
