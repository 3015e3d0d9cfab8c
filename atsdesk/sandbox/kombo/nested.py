"""How one object looks inside another. Source: Kombo documentation, "Objects" (CONFIRMED)."""

from msgspec import UNSET

from atsdesk.sandbox.kombo.model import Application, Candidate, Interview, Job, Offer, User
from atsdesk.sandbox.kombo.parts import (
    ApplicationCandidate,
    ApplicationInterview,
    ApplicationOffer,
    CandidateApplication,
    CandidateRef,
    CurrentStage,
    InterviewApplication,
    JobStage,
    Named,
    OfferApplication,
    StageRef,
    UserRef,
)


def of_job(job: Job) -> Named:
    """A job inside an application."""
    return Named(job.id, str(job.remote_id), job.name)


def of_stage(stage: JobStage) -> CurrentStage:
    """A stage inside an application."""
    return CurrentStage(stage.id, stage.remote_id, stage.name, stage.status, stage.custom_fields, stage.index)


def of_user(user: User) -> UserRef:
    """A colleague inside an interview, note or scorecard."""
    mail = None if user.email is UNSET else user.email
    return UserRef(user.id, user.remote_id, user.first_name, user.last_name, mail)


def of_candidate(one: Candidate) -> ApplicationCandidate:
    """A candidate inside an application."""
    return ApplicationCandidate(
        one.id,
        str(one.remote_id),
        one.first_name,
        one.last_name,
        one.source,
        one.remote_url,
        one.tags,
        one.email_addresses,
        one.phone_numbers,
        one.social_media,
    )


def short(one: ApplicationCandidate | None) -> CandidateRef | None:
    """A candidate inside an interview or offer."""
    if one is None:
        return None
    return CandidateRef(one.id, one.remote_id, one.first_name, one.last_name, one.email_addresses)


def in_candidate(one: Application) -> CandidateApplication:
    """An application inside its candidate."""
    at = one.current_stage
    return CandidateApplication(
        one.id,
        one.remote_id,
        one.outcome,
        one.rejection_reason_name,
        one.rejected_at,
        one.remote_url,
        one.changed_at,
        one.remote_created_at,
        one.remote_updated_at,
        None if at is None else StageRef(at.id, at.name, at.remote_id, at.index),
        one.job,
    )


def in_interview(one: Application) -> InterviewApplication:
    """An application inside an interview."""
    reason = one.rejection_reason_name
    return InterviewApplication(one.id, one.remote_id, one.outcome, reason, short(one.candidate), one.job)


def in_offer(one: Application) -> OfferApplication:
    """An application inside an offer."""
    return OfferApplication(short(one.candidate), one.job)


def interview(one: Interview) -> ApplicationInterview:
    """An interview inside its application."""
    where = None if one.location is UNSET else one.location
    return ApplicationInterview(
        one.id, one.remote_id, one.title, one.starting_at, one.ending_at, where, one.canceled
    )


def offer(one: Offer) -> ApplicationOffer:
    """An offer inside its application."""
    return ApplicationOffer(one.id, one.remote_id, one.status)
