"""Where somebody is sent: the account, and the job in it; jobs that take nobody are shown and cannot be chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from atsdesk.ats.form import Option
from atsdesk.store.choices import Job
from atsdesk.ui import words
from atsdesk.ui.parts import column, framed, plain, row
from atsdesk.ui.submit_choices import Box
from atsdesk.ui.theme import SPACE


def offer_jobs(box: Box, jobs: Sequence[Job]) -> None:
    """Offer the jobs of an account."""
    options = []
    for job in jobs:
        parts = (job.name, job.code, job.place, words.word(job.lacks))
        options.append(Option(job.id, " · ".join(part for part in parts if part)))
    box.offer(options, frozenset(job.id for job in jobs if job.lacks))


class TargetCard(QWidget):
    """Two boxes side by side."""

    def __init__(self, account_chosen: Callable[[], object], job_chosen: Callable[[], object]) -> None:
        super().__init__()
        self.account = Box(account_chosen)
        self.account.name(self.tr("Account"))
        self.job = Box(job_chosen)
        self.job.name(self.tr("Job"))
        self.job.setMinimumContentsLength(36)
        account_label, self._label = plain(self.tr("Account")), plain(self.tr("Job"))
        account_label.setBuddy(self.account)
        self._label.setBuddy(self.job)
        inside = row(
            column(account_label, self.account, gap=SPACE[1]),
            column(self._label, self.job, gap=SPACE[1]),
            gap=SPACE[4],
            margins=(SPACE[5], SPACE[4], SPACE[5], SPACE[4]),
        )
        inside.setStretch(1, 1)
        self.setLayout(column(framed("card", inside)))

    def show_jobs(self, jobs: Sequence[Job], chosen: str, *, needed: bool) -> None:
        """Offer jobs, one of them chosen."""
        offer_jobs(self.job, jobs)
        free = any(not job.lacks for job in jobs)
        hint = (
            self.tr("Choose a job that is exposed") if free else self.tr("Expose jobs in the Jobs tab first")
        )
        self.job.suggest(hint)
        self.job.show_value(chosen)
        self._label.setText(self.tr("Job *") if needed else self.tr("Job"))
