"""Publishing from one data folder: the password, what was sent last, and the work itself."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from atsdesk.cancel import Cancel
from atsdesk.export import contract
from atsdesk.export.child import Write, export_in_child
from atsdesk.export.publish.difference import Order
from atsdesk.export.publish.merge import publish_to_postgres
from atsdesk.export.publish.target import PASSWORD, POSTGRESQL, Target, parse
from atsdesk.export.publish.warehouse import publish_to_warehouse
from atsdesk.export.write import USUAL, Manner, Progress, Report
from atsdesk.os_keyring import Keyring
from atsdesk.store import published
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store
from atsdesk.store.profiles import Profile
from atsdesk.store.published import Publication
from atsdesk.vault import KeyringError, Vault

PUBLISH = "publish"
"""The format of profiles that publish; their path is an address."""


class Publishing:
    """What one open data folder publishes to shared databases."""

    def __init__(self, store: Store, vault: Vault) -> None:
        self._store, self._vault = store, vault

    def keep_password(self, url: str, password: str, cancel: Cancel | None = None) -> None:
        """Put the password of a database into the keyring; raises as `Vault.set_all` does. Slow: asks the keyring."""
        self._vault.set_all(parse(url).name, {PASSWORD: password}, cancel=cancel)

    def forget_password(self, url: str) -> None:
        """Remove the password of a database from the keyring; `KeyringError` where it may still be there. Slow."""
        name = parse(url).name
        try:
            self._vault.delete(name, [PASSWORD])
        except KeyringError as error:
            if error.state.keyring not in {Keyring.MISSING, Keyring.UNSAFE}:  # where none can have been kept
                hint = f"The profile was removed; the password of {name} may still be in the keyring. Remove it there."
                raise KeyringError(error.state, concerns=name, hint=hint) from error

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
        manner: Manner = USUAL,
        *,
        progress: Callable[[Progress], None],
        cancel: Cancel,
    ) -> Report:
        """Send what a profile says and has changed since the last time. Slow."""
        target = parse(profile.path)
        password = manner.password or self._vault.find(target.name, PASSWORD, cancel=cancel)
        last = self._store.write(partial(_begin, target=target))
        work = partial(
            publish_to_postgres if target.engine == POSTGRESQL else publish_to_warehouse,
            order=Order(target, password, last, profile.selection, manner.take_over),
        )
        beside = self._store.path.with_suffix(
            ".publish"
        )  # where nothing is: exports have a file, this has none
        do: Write = partial(export_in_child, write=work) if manner.apart else work
        report = do(self._store.path, beside, progress=progress, cancel=cancel, version=manner.version)
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
