"""A data folder that is open, and the areas of what can be done with it, each made when it is first asked for."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from atsdesk import memory
from atsdesk.once import is_made, once, unmake

if TYPE_CHECKING:
    from atsdesk.accounts import Accounts
    from atsdesk.asking import Asking
    from atsdesk.care import Care
    from atsdesk.drafts import Drafts
    from atsdesk.export.profiles import Profiles
    from atsdesk.files import Files
    from atsdesk.forgetting import Forgetter
    from atsdesk.jobs.choice import Jobs
    from atsdesk.net.answer import Patience
    from atsdesk.outbox import Outbox
    from atsdesk.reading import Reading
    from atsdesk.retention import RetentionTime
    from atsdesk.sheets import Sheets
    from atsdesk.store.file import Store
    from atsdesk.store.limits import StageLimits
    from atsdesk.store.saved_views import SavedViews
    from atsdesk.updates import Updates
    from atsdesk.vault import Vault


def default_folder() -> Path:
    """Where a person's data lies unless they say otherwise."""
    import platformdirs

    return Path(platformdirs.user_data_dir("ATS Desk", appauthor=False))


class Folder:
    """One open data folder."""

    def __init__(
        self, folder: Path, *, patience: Patience | None = None, environ: Mapping[str, str] = os.environ
    ) -> None:
        """Raises as `open` does."""
        self._note(folder, patience, environ)
        self.open()

    @classmethod
    def unopened(cls, folder: Path) -> Self:
        """A desk that knows what it remembers of the window, and for everything else has to be opened."""
        made = cls.__new__(cls)
        made._note(folder, None, os.environ)
        return made

    def _note(self, folder: Path, patience: Patience | None, environ: Mapping[str, str]) -> None:
        self.folder = folder.expanduser().absolute()
        self._patience = patience

        def told() -> Mapping[str, str]:
            """Secrets may be in it: whoever prints what a desk holds does not see them."""
            return environ

        self._environ = told

    def open(self) -> None:
        """Open the file, if that was not done yet, and do what was left to be done.

        Raises `ConfigError`: an unwritable folder, a newer or damaged file, an SQLite that is too old.
        """
        if is_made(self, "_store"):
            return
        # Rows are tuples of text: they make no cycles, and looking for some costs a first sync a tenth.
        gc.set_threshold(20_000, 20, 20)
        from atsdesk.store import unfinished

        try:
            with self._store.read() as connection:
                uncleaned, viewless = unfinished.cleaning(connection), unfinished.views(connection)
            if uncleaned:
                self._forgetter.finish(uncleaned)
            if viewless:
                self._refresh_views()
        except BaseException:
            self.close()
            unmake(self)
            raise

    def close(self) -> None:
        if is_made(self, "files"):
            self.files.clear()
        if is_made(self, "reading"):
            self.reading.close()
        if is_made(self, "_store"):
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def database(self) -> Path:
        from atsdesk.store.file import FILE_NAME

        return self.folder / FILE_NAME

    def _refresh_views(self) -> None:
        from atsdesk.export import sql_views

        sql_views.refresh(self._store)

    # Areas: each is made when it is first asked for

    @once
    def _store(self) -> Store:
        from atsdesk.store.file import Store

        return Store(self.folder)

    @once
    def vault(self) -> Vault:
        from atsdesk.vault import Vault

        return Vault(self._environ())

    @once
    def reading(self) -> Reading:
        from atsdesk.reading import Reading

        return Reading(self._store)

    @once
    def _accounts(self) -> Accounts:
        from atsdesk.accounts import Accounts
        from atsdesk.net.answer import Patience

        return Accounts(self._store, self.vault, self._patience or Patience())

    @once
    def _forgetter(self) -> Forgetter:
        from atsdesk.forgetting import Forgetter

        return Forgetter(self._store, self._accounts)

    @once
    def profiles(self) -> Profiles:
        from atsdesk.export.profiles import Profiles

        return Profiles(self._store, self.vault)

    @once
    def views(self) -> SavedViews:
        from atsdesk.store.saved_views import SavedViews

        return SavedViews(self._store)

    @once
    def limits(self) -> StageLimits:
        from atsdesk.store.limits import StageLimits

        return StageLimits(self._store)

    @once
    def files(self) -> Files:
        from atsdesk.files import Files

        return Files(self._accounts)

    @once
    def jobs(self) -> Jobs:
        from atsdesk.jobs.choice import Jobs

        return Jobs(self._store)

    @once
    def asking(self) -> Asking:
        from atsdesk.asking import Asking

        return Asking(self._store, self._accounts)

    @once
    def care(self) -> Care:
        from atsdesk.care import Care

        return Care(self._store, self._accounts)

    @once
    def retention(self) -> RetentionTime:
        from atsdesk.retention import RetentionTime

        return RetentionTime(self._store, self.care, self._forgetter)

    @once
    def updates(self) -> Updates:
        from atsdesk.updates import Updates

        return Updates(self.remembered, self.remember, self._environ())

    @once
    def outbox(self) -> Outbox:
        from atsdesk.outbox import Outbox

        return Outbox(self._store, self._accounts)

    @once
    def drafts(self) -> Drafts:
        from atsdesk.drafts import Drafts

        return Drafts(self._store, self._accounts)

    @once
    def sheets(self) -> Sheets:
        from atsdesk.sheets import Sheets

        return Sheets(self._store, self._accounts, self.drafts, self.outbox)

    # What the window remembers: not data, so it lies beside the database

    def remembered(self, key: str, default: Any = None) -> Any:
        return memory.read(self.folder).get(key, default)

    def remember(self, key: str, value: Any) -> None:
        """Keep a small JSON value under a key."""
        memory.keep(self.folder, key, value)
