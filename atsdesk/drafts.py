"""The drafts of a data folder: the form each needs, what is wrong with it, who is known already, and keeping it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from atsdesk.accounts import Accounts
from atsdesk.ats import draft as drafts_json
from atsdesk.ats.draft import Draft
from atsdesk.ats.form import FileLaw, Form, FormField, Option
from atsdesk.ats.moments import spell
from atsdesk.ats.registry import FORMS
from atsdesk.ats.submitting import Enclosure
from atsdesk.errors import ConfigError
from atsdesk.store import accounts, choices, drafts
from atsdesk.store.choices import Job
from atsdesk.store.drafts import Kept
from atsdesk.store.duplicates import Duplicate
from atsdesk.store.file import Store
from atsdesk.submit import checks, duplicates, files, forms
from atsdesk.submit.problem import Problem


@dataclass(frozen=True, slots=True)
class Advised:
    """Somebody who is known already: why, and what to do."""

    duplicate: Duplicate
    why: str
    advice: str


class Drafts:
    """The drafts of one open data folder, and what helps to write them."""

    def __init__(self, store: Store, accounts: Accounts) -> None:
        self._store = store
        self._accounts = accounts

    def form(self, account: str, job_id: str = "") -> Form:
        """What an account takes for a job, with its own fields and the job's questions.

        Raises `DataError` for questions that cannot be read.
        """
        form = FORMS[self._accounts.one(account).ats]
        with self._store.read() as connection:
            return forms.complete(connection, form, account, job_id)

    def law(self, account: str) -> FileLaw:
        """What files an account takes: what its ATS told at the last sync, else what is known of all like it."""
        one = self._accounts.one(account)
        form = FORMS[one.ats]
        with self._store.read() as connection:
            told = accounts.file_rules(connection, account)
        law = form.told_law(told) if form.told_law and told else form.files
        return law.changed(one.settings)

    def jobs(self, account: str) -> list[Job]:
        """The jobs of an account, open ones first."""
        with self._store.read() as connection:
            return choices.jobs(connection, account)

    def options(self, field: FormField, draft: Draft) -> tuple[Option, ...]:
        """The choices of a field, from the local copy."""
        with self._store.read() as connection:
            return forms.offered(connection, field, draft)

    def check(self, draft: Draft, form: Form) -> list[Problem]:
        """All that is wrong with a draft, also with what was chosen of the local copy."""
        with self._store.read() as connection:
            found = checks.check(draft, form, lambda field, given: forms.offered(connection, field, given))
            if draft.candidate_id and not choices.has_candidate(
                connection, draft.account, draft.candidate_id
            ):
                words = f"{draft.account} has no candidate {draft.candidate_id} here."
                found.append(Problem("candidate_id", "unknown", words, "Check the id, or sync the account."))
            return found

    def check_files(self, account: str, given: Sequence[Enclosure], form: Form) -> list[Problem]:
        """All that is wrong with the files. Slow where they are large."""
        asked = [one for one in form.fields() if isinstance(one, FormField)]
        return files.check(given, self.law(account), asked)

    def check_all(self, draft: Draft, given: Sequence[Enclosure]) -> list[Problem]:
        """All that is wrong with a draft and its files."""
        form = self.form(draft.account, draft.job_id)
        return [*self.check(draft, form), *self.check_files(draft.account, given, form)]

    def tidy(self, draft: Draft) -> Draft:
        """The draft as it is sent."""
        return checks.tidy(draft, self.form(draft.account, draft.job_id))

    def duplicates(self, draft: Draft) -> list[Advised]:
        """Who may be the same person, in all accounts; the surest first."""
        form = FORMS[self._accounts.one(draft.account).ats]
        with self._store.read() as connection:
            found = duplicates.find(connection, draft)
        return [Advised(one, duplicates.why(one), duplicates.advice(one, draft, form)) for one in found]

    # Keeping

    def all(self) -> list[Kept]:
        """The drafts that were not sent yet, the one changed last first."""
        with self._store.read() as connection:
            return drafts.all_of(connection)

    def one(self, number: int) -> Draft:
        """Raises `ConfigError` where there is none of this number."""
        with self._store.read() as connection:
            found = drafts.one(connection, number)
        if found is None:
            raise ConfigError(
                f"There is no draft {number}.", "It was sent or thrown away.", concerns=str(number)
            )
        return drafts_json.read(found.draft)

    def keep(self, draft: Draft, number: int = 0) -> int:
        """Keep a draft as it is, under its number or as a new one; its number."""
        values = {
            "account_id": draft.account,
            "job_id": draft.job_id,
            "name": draft.name,
            "email": draft.email,
            "draft": drafts_json.write(draft).decode(),
        }
        now = spell(dt.datetime.now(dt.UTC))
        return self._store.write(lambda connection: drafts.keep(connection, number, values, now))

    def remove(self, *numbers: int) -> None:
        """Throw drafts away."""
        self._store.write(lambda connection: drafts.remove(connection, numbers))
