"""Exports of one data folder: those that can be repeated, those that were written, and the writing."""

import re
from collections.abc import Callable, Container
from dataclasses import replace
from functools import partial
from pathlib import Path

from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError
from atsdesk.export import contract
from atsdesk.export.child import Write, export_in_child
from atsdesk.export.csv_folder import write_csv_folder
from atsdesk.export.parquet_folder import write_parquet_folder
from atsdesk.export.plan import ROWS_PER_SHEET
from atsdesk.export.publish.publishing import PUBLISH, Publishing
from atsdesk.export.publish.target import parse
from atsdesk.export.snapshot import snapshot
from atsdesk.export.workbook import advice, pages
from atsdesk.export.write import USUAL, Manner, Progress, Report, write_workbook
from atsdesk.store import exports, profiles, published
from atsdesk.store.engine import Connection
from atsdesk.store.exports import ExportEntry
from atsdesk.store.file import Store
from atsdesk.store.profiles import Profile
from atsdesk.vault import Vault

FORMATS: dict[str, Callable[..., Report]] = {
    "excel": write_workbook,
    "csv": write_csv_folder,
    "parquet": write_parquet_folder,
}
GOOD_NAME = re.compile(r"[^\W_][\w .-]{0,59}").fullmatch


class Profiles:
    """The exports of one open data folder."""

    def __init__(self, store: Store, vault: Vault) -> None:
        self._store = store
        self.publishing = Publishing(store, vault)

    def all(self) -> list[Profile]:
        with self._store.read() as connection:
            return profiles.profiles(connection)

    def one(self, name: str) -> Profile:
        """Raises `ConfigError` where there is none of this name."""
        with self._store.read() as connection:
            return profiles.profile(connection, name)

    def save(self, profile: Profile, *, instead_of: str = "") -> None:
        """Keep a profile in place of one of the same name, and of another; `ConfigError` for one that cannot be."""
        if not GOOD_NAME(profile.name):
            raise ConfigError(
                f'"{profile.name}" cannot be a profile\'s name.',
                "Use up to 60 letters, digits, blanks, dots, - and _, beginning with a letter or digit.",
                concerns="name",
            )
        absolute = replace(profile, path=self._place(profile))
        if profile.format == PUBLISH:
            self._check_alone(absolute, {profile.name, instead_of})
        self._prepare()
        with snapshot(self._store.path, Cancel(), profile.selection) as data:
            if data.missing:
                raise ConfigError(
                    f"There is no {', '.join(data.missing)} to export.",
                    "`atsdesk export profiles tables` names all tables and columns.",
                    concerns=data.missing[0],
                )

        def work(connection: Connection) -> None:
            if instead_of not in {"", profile.name}:
                profiles.remove(connection, instead_of)
            profiles.save(connection, absolute)
            published.reopen(connection, absolute.path)

        self._store.write(work)

    def remove(self, name: str) -> None:
        """Raises `ConfigError` where there is none of this name. What it wrote stays. Slow: asks the keyring.

        The password of a database goes with the last profile that publishes there; `KeyringError` where it may be left.
        """
        gone = self._store.write(lambda connection: profiles.remove(connection, name))
        if gone.format == PUBLISH:
            kept = [parse(one.path).name for one in self.all() if one.format == PUBLISH]
            if parse(gone.path).name not in kept:
                self.publishing.forget_password(gone.path)

    def check(self, profile: Profile, cancel: Cancel) -> None:
        """Raise `Broken` where writing would take away or change what was there, and `ConfigError` as writing does."""
        self._prepare()
        if profile.format == PUBLISH:
            self.publishing.check(profile, cancel)
        else:
            contract.check(self._store.path, Path(profile.path), cancel, profile.selection)

    def advice(self, profile: Profile, cancel: Cancel) -> list[str]:
        """What to know before it is written: tables too long for a sheet, or for comfort. Raises as writing does."""
        if profile.format != "excel":
            return []
        self._prepare()
        with snapshot(self._store.path, cancel, profile.selection) as data:
            counted = [(sheet, data.count(sheet.count_sql())) for sheet in data.sheets()]
        return advice([page for sheet, rows in counted for page in pages(sheet, rows, ROWS_PER_SHEET)])

    def run(
        self,
        profile: Profile,
        manner: Manner = USUAL,
        *,
        progress: Callable[[Progress], None],
        cancel: Cancel,
    ) -> Report:
        """Write what a profile says, and note it. Slow."""
        self._prepare()
        if profile.format == PUBLISH:
            report = self.publishing.run(profile, manner, progress=progress, cancel=cancel)
        else:
            target = Path(self._place(profile))
            write: Write = partial(FORMATS[profile.format], selection=profile.selection)
            do: Write = partial(export_in_child, write=write) if manner.apart else write
            report = do(self._store.path, target, progress=progress, cancel=cancel, version=manner.version)
        self.record(report, profile)
        return report

    def record(self, report: Report, profile: Profile) -> None:
        """Note an export that was written, and who is in it."""
        entry = replace(
            ExportEntry.now(report.path, report.total, report.hash, report.seconds),
            profile=profile.name,
            format=profile.format,
            privacy=profile.selection.disclosure,
            tables=report.rows,
        )
        self._store.write(lambda connection: exports.add(connection, entry, report.people))

    def due(self, *, news: bool) -> list[Profile]:
        """The profiles to write after a sync: all that are written then if it brought news, else what is missing."""
        found = [one for one in self.all() if one.after_sync]
        with self._store.read() as connection:
            places = [one.path for one in found if one.format == PUBLISH]
            unfinished = published.unfinished(connection, places)
        return [
            one
            for one in found
            if news or (one.path in unfinished if one.format == PUBLISH else not Path(one.path).exists())
        ]

    def tables(self) -> dict[str, list[str]]:
        """What can be chosen: the columns by table."""
        with snapshot(self._store.path, Cancel()) as data:
            return {sheet.name: [column.name for column in sheet.columns] for sheet in data.sheets()}

    def _check_alone(self, profile: Profile, itself: Container[str]) -> None:
        """Two that publish different things to one place would undo each other's work, and tell what one does not."""
        for one in self.all():
            if (one.format, one.path) == (PUBLISH, profile.path) and one.name not in itself:
                raise ConfigError(
                    f"The profile {one.name} publishes there.",
                    "Change that one, or publish to another schema (?schema=...).",
                    concerns="place",
                )

    def _place(self, profile: Profile) -> str:
        """Where a profile writes to, spelled as it is kept; `ConfigError` for what cannot be written to."""
        if profile.format == PUBLISH:
            return parse(profile.path).place
        if profile.format not in FORMATS:
            known = ", ".join((*FORMATS, PUBLISH))
            raise ConfigError(
                f"There is no format {profile.format}.", f"Choose among {known}.", concerns="format"
            )
        return str(Path(profile.path).expanduser().absolute())

    def _prepare(self) -> None:
        with self._store.read() as connection:
            (salted,) = connection.execute("select exists (select 1 from pseudonyms)").fetchone()
        if not salted:
            self._store.write(profiles.make_salt)
