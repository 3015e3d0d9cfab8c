"""Writes nested parts anew from the records they show."""

from collections.abc import Callable
from typing import Any

from atsdesk.sandbox.kombo import nested
from atsdesk.sandbox.kombo.model import (
    Application,
    Candidate,
    Interview,
    Job,
    Note,
    Offer,
    Scorecard,
)
from atsdesk.sandbox.kombo.parts import Named

Find = Callable[[str, str | None], Any]  # the record of a model with an id, or None
Below = Callable[[str, str, str], list[Any]]  # living records of a model whose column has a value


class Weaver:
    """Knows how each model shows others; `find` and `below` read records."""

    def __init__(self, find: Find, below: Below) -> None:
        self._find = find
        self._below = below
        self._ways: dict[str, Callable[[Any], None]] = {
            "jobs": self._job,
            "candidates": self._candidate,
            "applications": self._application,
            "interviews": self._interview,
            "offers": self._offer,
            "notes": self._author,
            "scorecards": self._author,
        }

    def renew(self, model: str, record: Any) -> None:
        """Every nested part as it would be written now."""
        if model in self._ways:
            self._ways[model](record)

    def _job(self, job: Job) -> None:
        for stage in job.stages:
            known = self._find("application_stages", stage.id)
            if known is not None:
                stage.name, stage.status, stage.custom_fields = known.name, known.status, known.custom_fields
        for member in job.hiring_team:
            user = self._find("users", member.id)
            if user is not None:
                shown = nested.of_user(user)
                member.first_name, member.last_name = shown.first_name, shown.last_name
                member.email = shown.email

    def _tags(self, tags: list[Named]) -> list[Named]:
        known = [self._find("tags", tag.id) for tag in tags]
        return [Named(tag.id, str(tag.remote_id), tag.name) for tag in known if tag is not None]

    def _candidate(self, candidate: Candidate) -> None:
        candidate.tags = self._tags(candidate.tags)
        applications = self._below("applications", "candidate_id", candidate.id)
        for application in applications:
            self._place(application)
        candidate.applications = [nested.in_candidate(one) for one in applications]

    def _place(self, application: Application) -> None:
        job = self._find("jobs", application.job_id)
        application.job = None if job is None else nested.of_job(job)
        stages = [] if job is None else job.stages
        at = next((stage for stage in stages if stage.id == application.current_stage_id), None)
        known = self._find("application_stages", application.current_stage_id)
        if at is not None and known is not None:
            at.name, at.status = known.name, known.status
        application.current_stage = None if at is None else nested.of_stage(at)

    def _whole(self, application: Application | None) -> Application | None:
        if application is not None:
            self._place(application)
            candidate = self._find("candidates", application.candidate_id)
            if candidate is not None:
                candidate.tags = self._tags(candidate.tags)
            application.candidate = None if candidate is None else nested.of_candidate(candidate)
        return application

    def _application(self, application: Application) -> None:
        self._whole(application)
        meetings = self._below("interviews", "application_id", application.id)
        application.interviews = [nested.interview(one) for one in meetings]
        offers = self._below("offers", "application_id", application.id)
        application.offers = [nested.offer(one) for one in offers]

    def _interview(self, interview: Interview) -> None:
        application = self._whole(self._find("applications", interview.application_id))
        interview.application = None if application is None else nested.in_interview(application)
        users = [self._find("users", user.id) for user in interview.users]
        interview.users = [nested.of_user(user) for user in users if user is not None]

    def _offer(self, offer: Offer) -> None:
        application = self._whole(self._find("applications", offer.application_id))
        offer.application = None if application is None else nested.in_offer(application)

    def _author(self, paper: Note | Scorecard) -> None:
        author = self._find("users", paper.author_id)
        paper.author = None if author is None else nested.of_user(author)
