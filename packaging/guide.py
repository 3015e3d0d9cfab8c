"""The guide's page on the command, made from what the command says of itself, so that it never is false.

python packaging/guide.py          write resources/guide/*/commands.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "guide"
HEADS = {
    "en": """# The command

Everything the window does, and more, without a window: for scripts, servers and those who like to type. Each command
explains itself: `atsdesk sync --help`. The exit code is 0 when all is well, 1 with issues, 2 when it could not run, 130
when it was cancelled. `--data-dir` chooses the data folder, before or after the name of the command.
""",
    "he": """# הפקודה

כל מה שהחלון עושה, ועוד, בלי חלון: לתסריטים, לשרתים ולמי שאוהבים להקליד. כל פקודה מסבירה את עצמה, באנגלית:
`atsdesk sync --help`. קוד היציאה הוא 0 כשהכול תקין, 1 כשיש מה לטפל, 2 כשאי אפשר היה לרוץ, 130 כשבוטלה. `--data-dir`
בוחר את תיקיית הנתונים, לפני שם הפקודה או אחריו.
""",
}


def page(language: str) -> str:
    """The page of a language: its words, and the command's own."""
    from atsdesk.cli.main import atsdesk

    return "\n".join((HEADS[language], *_told(atsdesk, click.Context(atsdesk, info_name="atsdesk"))))


def _told(command: click.Command, context: click.Context) -> Iterator[str]:
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None and not inner.hidden:
                yield from _one(inner, click.Context(inner, info_name=name, parent=context))
                yield from _told(inner, click.Context(inner, info_name=name, parent=context))


def _one(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"## {context.command_path}\n\n```\n{context.command_path} {usage}".rstrip()
    yield ""
    formatter = click.HelpFormatter(width=92)
    command.format_help_text(context, formatter)
    yield formatter.getvalue().strip("\n")
    rows = [
        record
        for one in command.params
        if (record := one.get_help_record(context)) and "--help" not in one.opts
    ]
    if rows:
        options = click.HelpFormatter(width=92)
        options.write_dl(rows)
        yield "\n" + options.getvalue().rstrip("\n")
    yield "```\n"


def main() -> int:
    sys.path.insert(0, str(ROOT))
    for language in HEADS:
        (FOLDER / language / "commands.md").write_text(page(language), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
