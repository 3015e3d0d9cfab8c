"""Publishing from one data folder: the password, what was sent last, and the work itself."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from atsdesk.cancel import Cancel
from atsdesk.export import contract
from atsdesk.export.child import Write, export_in_child
from atsdesk.export.publish.merge import publish_to_postgres
from atsdesk.export.publish.target import PASSWORD, POSTGRESQL, Target, parse
from atsdesk.export.publish.warehouse import publish_to_warehouse
from atsdesk.export.write import Progress, Report
from atsdesk.store import published
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store
from atsdesk.store.profiles import Profile
from atsdesk.store.published import Publication
from atsdesk.vault import Vault

PUBLISH = "publish"
"""The format of profiles that publish; their path is an address."""


class Publishing:
    """What one open data folder publishes to shared databases."""

    def __init__(self, store: Store, vault: Vault) -> None:
        self._store, self._vault = store, vault

    def keep_password(self, url: str, password: str, cancel: Cancel | None = None) -> None:
        """Put the password of a database into the keyring; raises as `Vault.set_all` does. Slow: asks the keyring."""
        self._vault.set_all(parse(url).name, {PASSWORD: password}, cancel=cancel)

    def check(self, profile: Profile, cancel: Cancel) -> None:
        """Raise `Broken` where publishing would take away or change what is there, and `ConfigError` as it does."""
        target = parse(profile.path)
        with self._store.read() as connection:
            last = published.publication(connection, target.place)
        promised = {
            name: {column: kind for column, kind in one.columns.items() if not column.startswith("_")}
            for name, one in last.sheets.items()
        }
        contract.compare(promised, self._store.path, target.name, cancel, profile.selection)

    def run(
        self,
        profile: Profile,
        *,
        progress: Callable[[Progress], None],
        cancel: Cancel,
        version: str = "",
        apart: bool = False,
        password: str = "",
        take_over: bool = False,
    ) -> Report:
        """Send what a profile says and has changed since the last time. Slow.

        `password` goes before the one in the keyring. `take_over`: also accounts that another folder publishes there.
        """
        target = parse(profile.path)
        password = password or self._vault.find(target.name, PASSWORD, cancel=cancel)
        last = self._store.write(partial(_begin, target=target))
        work = partial(
            publish_to_postgres if target.engine == POSTGRESQL else publish_to_warehouse,
            target=target,
            password=password,
            publication=last,
            selection=profile.selection,
            take_over=take_over,
        )
        beside = self._store.path.with_suffix(
            ".publish"
        )  # where nothing is: exports have a file, this has none
        do: Write = partial(export_in_child, write=work) if apart else work
        report = do(self._store.path, beside, progress=progress, cancel=cancel, version=version)
        if done := report.published:
            self._store.write(
                lambda connection: published.finish(connection, target.place, done.token, done.sheets)
            )
        return replace(report, published=done and replace(done, sheets={}))


def _begin(connection: Connection, target: Target) -> Publication:
    last = published.begin(connection, target.place)
    if target.engine != POSTGRESQL:  # what a warehouse takes in counts table by table
        published.doubt(connection, target.place)
    return last
