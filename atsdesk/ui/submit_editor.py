"""Writing a candidate down: account, job, form and files; checked, looked up and kept while it is typed, then sent."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from atsdesk.ats import draft as drafts
from atsdesk.ats.draft import Draft, put
from atsdesk.ats.form import Form, FormField, Option
from atsdesk.ats.submitting import Enclosure
from atsdesk.desk import Desk
from atsdesk.drafts import Advised
from atsdesk.store.accounts import Account
from atsdesk.store.choices import Job
from atsdesk.submit import checks
from atsdesk.submit.problem import Problem, is_sendable
from atsdesk.ui import formats
from atsdesk.ui.parts import Notice, button, column, line, plain, row, scrolling
from atsdesk.ui.submit_files import FilesCard
from atsdesk.ui.submit_form import FormView
from atsdesk.ui.submit_known import KnownCard
from atsdesk.ui.submit_prepared import Prepared, offers, prepare, put_and_forget, submitted
from atsdesk.ui.submit_review import ReviewDialog
from atsdesk.ui.submit_target import TargetCard
from atsdesk.ui.theme import SPACE
from atsdesk.ui.told import told
from atsdesk.ui.workers import Job as Work
from atsdesk.ui.workers import Workers

CHECK_MS, LOOK_MS, KEEP_MS = 250, 500, 1000
"""After so long without a key: check, look for the same person, keep the draft."""
BESIDE = 360


class SubmitEditor(QWidget):
    """One draft at a time."""

    put_in = Signal(str, object)
    """Account and number of a submission that is in the outbox now."""
    kept = Signal()
    """The drafts that are kept are others now."""
    candidate_wanted = Signal(str, str)
    said = Signal(str)

    def __init__(self, desk: Desk, workers: Workers) -> None:
        super().__init__()
        self._desk, self._workers = desk, workers
        self.draft = Draft()
        self.number = 0
        self.submission = 0
        """The submission that is corrected, where one is."""
        self.form: Form | None = None
        self.problems: list[Problem] = []
        self._people: Sequence[Advised] = ()
        self._labels: dict[str, Sequence[Option]] = {}
        self._jobs: Sequence[Job] = ()
        self._names: dict[tuple[str, str], str] = {}
        """What people are called whom an account has, as far as somebody came here with them."""
        self._strict = False
        self._keeping: Work | None = None
        self._written = 0
        """Which draft is written down, whatever is typed in it: what comes back late is of an earlier one."""
        self._sends_when_kept = False
        self._fit_to: Work | None = None
        self._timers = {
            name: self._timer(milliseconds, function)
            for name, milliseconds, function in (
                ("check", CHECK_MS, self.check),
                ("look", LOOK_MS, self.look),
                ("keep", KEEP_MS, self.keep),
            )
        }
        self._build()

    def _timer(self, milliseconds: int, function: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(function)
        return timer

    def _build(self) -> None:
        self.target = TargetCard(self._account_chosen, self._job_chosen)
        self.account, self.job = self.target.account, self.target.job
        self.known_as = Notice()
        self.view = FormView()
        self.view.changed.connect(self._typed)
        self.view.left.connect(self._spell)
        page = QWidget()
        page.setLayout(
            column(
                self.target, self.known_as, self.view, None,
                gap=SPACE[4], margins=(SPACE[6], SPACE[4], SPACE[3], SPACE[5]),
            )
        )  # fmt: skip
        self.area = self._scrolling(page)
        self.files = FilesCard(self._workers)
        self.files.changed.connect(self._files_changed)
        self.people = KnownCard()
        self.people.open_wanted.connect(self.candidate_wanted)
        self.people.use_wanted.connect(self.use_candidate)
        beside = QWidget()
        beside.setLayout(
            column(
                self.files, self.people, None, gap=SPACE[4], margins=(SPACE[2], SPACE[4], SPACE[6], SPACE[5])
            )
        )
        aside = self._scrolling(beside)
        aside.setFixedWidth(BESIDE)
        self.notice = Notice()
        self.state = plain("", "faint")
        self.new_button = button(self.tr("Start anew"), self.start, glyph="plus")
        self.review_button = button(self.tr("Review and send"), self.review, role="main", glyph="mail")
        foot = row(self.state, self.notice, None, self.new_button, self.review_button, gap=SPACE[3])
        foot.setStretch(1, 4)
        foot.setContentsMargins(SPACE[6], SPACE[3], SPACE[6], SPACE[3])
        middle = row(self.area, aside, gap=0)
        middle.setStretch(0, 1)
        box = column(middle, line(), foot, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)

    @staticmethod
    def _scrolling(page: QWidget) -> QScrollArea:
        area = scrolling(page)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    # what it is for

    def tell_accounts(self, accounts: Sequence[Account], shown: str) -> None:
        """The accounts there are; the one shown is the usual one."""
        ids = [one.id for one in accounts]
        self.account.offer([Option(one, one) for one in ids])
        if self.draft.account not in ids and ids:
            self.show_draft(put(self.draft, "account", shown or ids[0]))
        self.account.show_value(self.draft.account)

    def start(self) -> None:
        """A blank draft for the same job; the one before is kept."""
        self.keep()
        self.show_draft(Draft(account=self.draft.account, job_id=self.draft.job_id))

    def show_draft(self, draft: Draft, number: int = 0) -> None:
        """Show a draft; the number is that under which it is kept."""
        self.draft, self.number, self.submission, self._strict = draft, number, 0, False
        self._written += 1
        self.problems, self._people = [], ()
        for timer in self._timers.values():
            timer.stop()
        self.people.show_people((), "", usable=False)
        self.notice.say("")
        self.state.setText("")
        self.files.show_files(draft.files)
        self._prepare()

    def correct(self, submission: int) -> None:
        """Change what a submission sends, before anything of it has arrived."""
        self._workers.read(submitted, self._desk, submission, then=partial(self._to_correct, submission))

    def _to_correct(
        self, submission: int, found: tuple[Draft, list[Enclosure]] | None, error: BaseException | None
    ) -> None:
        if found is None:
            self._workers.trouble.emit(error)
            return
        draft, files = found
        self.show_draft(put(draft, "files", ()))
        self.submission = submission
        self.files.show_chosen(files)
        self.notice.say(self.tr("What is sent of submission {} is changed here.").format(submission), "info")

    def open(self, number: int) -> None:
        """Go on with a draft that was kept."""
        self._workers.read(self._desk.drafts.one, number, then=partial(self._opened, number))

    def _opened(self, number: int, draft: Draft | None, error: BaseException | None) -> None:
        if draft is None:
            self._workers.trouble.emit(error)
        else:
            self.show_draft(draft, number)

    def _account_chosen(self) -> None:
        if self.account.value() != self.draft.account:
            elsewhere = put(put(self.draft, "account", self.account.value()), "job_id", "")
            self.draft = put(elsewhere, "candidate_id", "")  # who is known is so in one account
            self._prepare()

    def _job_chosen(self) -> None:
        self.draft = put(put(self.draft, "job_id", self.job.value()), "stage_id", "")
        self._prepare()
        self._changed()

    def use_candidate(self, identity: str, name: str) -> None:
        """Send one more application of somebody whom the ATS has, in place of a new candidate."""
        self.draft = put(self.draft, "candidate_id", identity)
        self._name_known(name)
        self.view.show_asked(self.draft)
        self._changed()

    def add_to(self, draft: Draft, name: str) -> None:
        """Write down what is added to somebody whom the ATS has; the draft before is kept."""
        self.keep()
        self._names[draft.account, draft.candidate_id] = name
        self.show_draft(draft)

    def _name_known(self, name: str = "") -> None:
        who = self.draft.candidate_id
        if name:
            self._names[self.draft.account, who] = name
        who = self._names.get((self.draft.account, who), who)
        says = self.tr("One more application of {}, who is in the ATS already.").format(formats.isolated(who))
        self.known_as.say(says if who else "", "info")

    def _prepare(self) -> None:
        if self.draft.account:
            if self._fit_to:
                self._fit_to.drop()
            self._fit_to = self._workers.read(prepare, self._desk, self.draft, then=self._prepared)

    def _prepared(self, found: Prepared | None, error: BaseException | None) -> None:
        if found is None:
            self._workers.trouble.emit(error)
            return
        self.form, self._jobs = found.form, found.jobs
        self.view.show_form(found.form)
        self.files.show_law(found.law, [one for one in found.form.fields() if isinstance(one, FormField)])
        self.target.show_jobs(found.jobs, self.draft.job_id, needed=found.form.job is not None)
        self._offer(found.options)
        self.account.show_value(self.draft.account)
        self.view.show_draft(self.draft)
        self._name_known()
        self.check()
        self.look()

    def _offer(self, options: Mapping[str, Sequence[Option]] | None) -> None:
        for key, choices in (options or {}).items():
            if self._labels.get(key) != choices:
                self._labels[key] = choices
                self.view.offer(key, choices)

    # while typing

    def _typed(self) -> None:
        before, self.draft = self.draft, self.view.draft(self.draft)
        if self.draft == before:
            self._timers["check"].start()
            return
        self.view.show_asked(self.draft)
        leading = {
            key for _, field in self.view.local_fields() if field.local for key in field.local.by.values()
        }
        if self.form and any(drafts.value(before, key) != drafts.value(self.draft, key) for key in leading):
            self._workers.read(offers, self._desk, self.draft, self.form, then=self._offered)
        self._changed()

    def _offered(self, options: Mapping[str, Sequence[Option]] | None, error: BaseException | None) -> None:
        if error is not None:
            self._workers.trouble.emit(error)
        self._offer(options)

    def _files_changed(self) -> None:
        self.draft = put(self.draft, "files", self.files.files())
        self._changed()

    def _changed(self) -> None:
        self.notice.say("")
        for timer in self._timers.values():
            timer.start()

    def _spell(self) -> None:
        if self.form:
            self._workers.read(checks.spelled, self.draft, self.form, then=partial(self._spelled, self.draft))

    def _spelled(self, before: Draft, after: Draft | None, error: BaseException | None) -> None:
        if error is not None:
            self._workers.trouble.emit(error)
        elif after is not None:
            # What was typed on meanwhile is spelled when its field is left.
            for key in self.view.boxes:
                was, now = drafts.value(before, key), drafts.value(after, key)
                if was != now and drafts.value(self.draft, key) == was:
                    self.draft = put(self.draft, key, now)
                    self._timers["keep"].start()
            self.view.show_draft(self.draft)

    def check(self) -> None:
        """Find what is wrong, and show it where somebody typed."""
        if self.form:
            self._workers.read(self._desk.drafts.check, self.draft, self.form, then=self._checked)

    def _checked(self, found: list[Problem] | None, error: BaseException | None) -> None:
        if found is None:
            self._workers.trouble.emit(error)
            return
        self.problems = [*self.view.unreadable(), *found]
        self.view.complain(self.problems, everything=self._strict)

    def look(self) -> None:
        """Look for the same person in all accounts."""
        if self.form and not self.draft.candidate_id:
            self._workers.read(self._desk.drafts.duplicates, self.draft, then=self._looked)
        else:
            self._looked([], None)

    def _looked(self, people: Sequence[Advised] | None, error: BaseException | None) -> None:
        if people is None:
            self._workers.trouble.emit(error)
            return
        self._people = people
        usable = bool(self.form and self.form.known_candidates)
        self.people.show_people(people, self.draft.account, usable=usable)

    # keeping

    def keep(self) -> None:
        """Keep the draft, once something is said in it."""
        self._timers["keep"].stop()
        if self._keeping is not None:
            self._timers["keep"].start()
        elif not self.submission and drafts.plain(self.draft).keys() - {"account", "job_id"}:
            then = partial(self._kept, self._written)
            self._keeping = self._workers.work(self._desk.drafts.keep, self.draft, self.number, then=then)

    def _kept(self, written: int, number: int | None, error: BaseException | None) -> None:
        self._keeping = None
        if number is None:
            self._workers.trouble.emit(error)
        elif written == self._written:
            self.number = number
            self.state.setText(self.tr("Draft kept"))
        self.kept.emit()
        if self._sends_when_kept:
            self.send()

    # sending

    def review(self) -> None:
        """Show all that will be sent; what is wrong comes first."""
        self._timers["check"].stop()
        if self.form:
            self._strict = True
            self.review_button.setEnabled(False)
            self._workers.read(self._desk.drafts.check, self.draft, self.form, then=self._to_review)

    def _to_review(self, found: list[Problem] | None, error: BaseException | None) -> None:
        self.review_button.setEnabled(True)
        self._checked(found, error)
        if found is None or self.form is None:
            return
        every = [*self.problems, *self.files.problems]
        wrong = [problem for problem in every if problem.firm]
        if not is_sendable(every):
            self.notice.say(self.tr("Not ready yet. {}").format(told(str(wrong[0]))), "bad")
            self._go_to(wrong[0])
            return
        job = next((one.name for one in self._jobs if one.id == self.draft.job_id), "")
        dialog = ReviewDialog(
            self.draft, self.form, job, self.files.enclosures(), every, self._people, self._labels, self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.sent.connect(self.send)
        dialog.open()

    def _go_to(self, problem: Problem) -> None:
        widget = self.job if problem.field == "job_id" else self.view.box(problem.field)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(widget, 0, 80)

    def send(self) -> None:
        """Put it into the outbox; from there it is sent."""
        for timer in self._timers.values():
            timer.stop()
        self.setEnabled(False)
        self._sends_when_kept = self._keeping is not None
        if self._sends_when_kept:
            return
        files, numbers = self.files.enclosures(), (self.number, self.submission)
        self._workers.work(put_and_forget, self._desk, self.draft, files, *numbers, then=self._put_in)

    def _put_in(self, number: int | None, error: BaseException | None) -> None:
        self.setEnabled(True)
        if number is None:
            self._workers.trouble.emit(error)
            return
        account = self.draft.account
        self.show_draft(Draft(account=account, job_id=self.draft.job_id))
        self.put_in.emit(account, number)
