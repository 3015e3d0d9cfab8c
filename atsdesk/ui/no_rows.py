"""Why a table has no rows, and what to do about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from atsdesk.store.accounts import Account
from atsdesk.store.browse import Query
from atsdesk.ui import formats
from atsdesk.ui.empty_state import EmptyState
from atsdesk.ui.told import told
from atsdesk.ui.waiting import WAITING


class NoRows(EmptyState):
    """In place of a table: nothing fits, nothing came yet, or there is nothing."""

    everything_wanted = Signal()
    sync_wanted = Signal()
    import_wanted = Signal(object)

    def __init__(self, view: str) -> None:
        super().__init__()
        self._view = view
        self._synced = True
        self._waits = ""
        self.imports = False
        """Whether files with rows of this view can be taken in."""

    def tell_accounts(self, accounts: Sequence[Account]) -> None:
        """The accounts whose rows are here: whether any was ever synced, or waits."""
        self._synced = any(account.last_success_at for account in accounts)
        waiting = [account for account in accounts if account.last_state == WAITING]
        self._waits = told(formats.without_links(waiting[0].last_message)) if waiting else ""

    def explain(self, query: Query) -> None:
        """Say why this query has no rows."""
        sync = (self.tr("Sync now"), self.sync_wanted.emit)
        if query.text or any(query.chosen.values()):
            self._narrowed(query)
        elif not self._synced and self._waits:
            hint = self.tr("{} ATS Desk looks again every minute while it is open.").format(self._waits)
            self.say("clock", self.tr("Waiting for the ATS"), hint, sync)
        elif not self._synced:
            hint = self.tr("Bring in what your ATS holds. You can browse while it arrives.")
            self.say("sync", self.tr("Nothing synced yet"), hint, sync)
        elif self._view == "interviews":
            hint = self.tr("Comeet gives no list of interviews; its meetings are in Steps. Other systems do.")
            if self.imports:
                hint = self.tr("Sync the accounts that have some, or drop a downloaded file here.")
            imports = [(self.tr("Import a file…"), partial(self.import_wanted.emit, None))]
            self.say("clock", self.tr("No interviews"), hint, *(imports if self.imports else ()))
        else:
            hint = self.tr(
                "The last sync brought none. If you expect some, look at Activity for resources not permitted."
            )
            self.say("people", self.tr("Nothing here"), hint, sync)

    def _narrowed(self, query: Query) -> None:
        says = self.tr("The filters hide everything")
        if query.text:
            says = self.tr("Nothing matches “{}”").format(formats.isolated(query.text))
        hint = self.tr(
            "Words match the beginning of names, e-mail addresses and phone numbers, in any order."
        )
        if any(query.chosen.values()):
            hint = self.tr("There are rows, but none that fits the search and all filters together.")
        everything = (self.tr("Show everything"), self.everything_wanted.emit)
        self.say("search", says, hint, everything)
