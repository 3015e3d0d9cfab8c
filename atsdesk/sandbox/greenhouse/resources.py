"""The lists of the API, described once: path, object, filters.

Source: Harvest documentation, "Extra filters per list" and "Resources" (CONFIRMED [V7] unless marked there).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import UNSET

from atsdesk.sandbox.greenhouse.filters import (
    Filter,
    chosen,
    day,
    flag,
    ids,
    one,
    only,
    showing,
    text,
    texts,
    time,
    within,
    word,
)
from atsdesk.sandbox.greenhouse.model import applications as a
from atsdesk.sandbox.greenhouse.model import candidates as c
from atsdesk.sandbox.greenhouse.model import interviews as i
from atsdesk.sandbox.greenhouse.model import jobs as j
from atsdesk.sandbox.greenhouse.model import organization as o
from atsdesk.sandbox.greenhouse.model.record import Record, encode

COMMON = ("id", "created_at", "updated_at")
OWNERS = (
    "candidate_id",
    "application_id",
    "job_id",
)  # whose row it is: for deleting and for what may be seen
CUSTOM_REASONS = 9_000  # ids of built-in rejection reasons are below

_CURRENT = (
    "NOT EXISTS (SELECT 1 FROM offers AS later "
    "WHERE later.application_id = offers.application_id AND later.version > offers.version)"
)


@dataclass(frozen=True)
class Resource:
    """One list; `made` are columns that are no member of the object, or not as it stands there."""

    name: str
    model: type[Record]
    filters: Mapping[str, Filter] = field(default_factory=dict)
    made: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    timed: bool = True  # whether created_at and updated_at are filters

    @property
    def members(self) -> tuple[str, ...]:
        """The names that `fields` knows."""
        return tuple(self.model.__struct_fields__)

    @property
    def columns(self) -> tuple[str, ...]:
        """What is kept beside the JSON text, apart from the id and the two times."""
        wanted = [one.column for one in self.filters.values() if one.column]
        owned = [name for name in OWNERS if name in self.members]
        plain = [name for name in (*owned, *wanted) if name not in self.made and name not in COMMON]
        return tuple(dict.fromkeys((*plain, *self.made)))

    def rows(self) -> Callable[[Any], tuple[Any, ...]]:
        """A function from an object to its row: id, created_at, updated_at, columns, JSON."""
        plain = attrgetter(*COMMON, *(name for name in self.columns if name not in self.made))
        made = tuple(self.made.values())

        def row(record: Any) -> tuple[Any, ...]:
            return (*plain(record), *[make(record) for make in made], encode(record))

        return row

    def reader(self) -> Callable[[bytes], Any]:
        """A function from the JSON text to the object."""
        return msgspec.json.Decoder(self.model).decode


def _listed(name: str) -> Callable[[Any], str]:
    return lambda record: encode(getattr(record, name)).decode()


def _mails(person: c.Candidate) -> str:
    return encode([mail.value.lower() for mail in person.email_addresses]).decode()


def _known(user: o.User) -> str | None:
    return None if user.primary_email is UNSET else user.primary_email


STATUS = word("status", "rejected", "hired", "converted", active="in_process")
NOTE_TYPES = (
    "NOTE", "ACTIVITY", "INTERVIEW", "EMAIL", "FOLLOW_UP", "TAKE_HOME_TEST", "LINKEDIN_NOTE", "LINKEDIN_INMAIL",
    "AVAILABILITY_REQUEST", "MIGRATION_ERROR", "TOUCHPOINT", "FORM", "FEEDBACK",
)  # fmt: skip
ATTACHMENT_TYPES = (
    "resume", "cover_letter", "take_home_test", "offer_packet", "offer_letter", "signed_offer_letter", "other",
    "form_attachment", "midfunnel_agreement", "automated_agreement",
)  # fmt: skip
INTERVIEW_STATUSES = (
    "to_be_scheduled", "scheduled", "awaiting_feedback", "complete", "skipped", "collect_feedback", "to_be_sent",
    "sent", "received",
)  # fmt: skip
FIELD_TYPES = (
    "job", "opening", "standard", "offer", "compensation_frequency", "candidate", "referral_question", "application",
    "rejection_question", "form", "agency_question", "user_attribute",
)  # fmt: skip

ALL = (
    Resource("candidates", c.Candidate, {
        "last_activity_at": time("last_activity_at"), "custom_field_option_id": chosen("candidates"),
        "private": Filter("flag", "1", "private", otherwise="private = 0"),
        "email": within("emails", "text"), "tag": within("tags", "text"),
    }, {"emails": _mails, "tags": _listed("tags")}),
    Resource("applications", a.Application, {
        "candidate_ids": ids("candidate_id"), "job_ids": ids("job_id"),
        "prospective_job_ids": within("prospective_job_ids"), "job_post_ids": ids("job_post_id"),
        "source_ids": ids("source_id"), "referrer_ids": ids("referrer_id"), "stage_ids": ids("stage_id"),
        "job_interview_stage_ids": ids("job_interview_stage_id"), "status": STATUS,
        "stage_name": text("stage_name"), "prospect": flag("prospect"),
        "last_activity_at": time("last_activity_at"), "custom_field_option_id": chosen("applications"),
    }, {"prospective_job_ids": _listed("prospective_job_ids")}),
    Resource("application_stages", a.ApplicationStage, {
        "application_ids": ids("application_id"), "job_interview_stage_ids": ids("job_interview_stage_id"),
        "current": flag("current"),
    }),
    Resource("jobs", j.Job, {
        "opened_at": time("opened_at"), "closed_at": time("closed_at"), "requisition_id": text("requisition_id"),
        "department_id": one("department_id"), "office_id": within("office_ids", "id"),
        "custom_field_option_id": chosen("jobs"), "confidential": flag("confidential"),
        "status": word("status", "open", "draft", "closed"),
    }, {"office_ids": _listed("office_ids")}),
    Resource("job_posts", j.JobPost, {
        "job_ids": ids("job_id"), "job_board_ids": ids("job_board_id"), "active": flag("active", default=True),
        "live": flag("live"), "internal": flag("internal"), "featured": flag("featured"),
    }),
    Resource("job_post_locations", j.JobPostLocation, {
        "office_ids": ids("office_id"), "job_post_ids": ids("job_post_id"),
        "custom_location_ids": ids("custom_location_id"), "type": word("type", "free_text", "office", "custom_list"),
        "plain_text_location": text("plain_text_location"),
    }),
    Resource("job_boards", j.JobBoard, {
        "internal": flag("internal"),
        "live": Filter("flag", "status = 'live'", "status", otherwise="status = 'draft'"),
    }),
    Resource("openings", j.Opening, {
        "job_ids": ids("job_id"), "application_ids": ids("application_id"),
        "close_reason_ids": ids("close_reason_id"), "opened_at": time("opened_at"), "closed_at": time("closed_at"),
        "custom_field_option_id": chosen("openings"), "open": flag("open"), "opening_id": text("opening_id"),
    }),
    Resource("job_interview_stages", j.InterviewStage, {"job_ids": ids("job_id"), "active": flag("active")}),
    Resource("job_interviews", j.JobInterview, {
        "job_interview_stage_ids": ids("job_interview_stage_id"), "job_ids": ids("job_id"), "active": flag("active"),
        "scheduling_type": word("scheduling_type", "none", "needs_scheduling", "take_home_test", "offer"),
    }, {"duration": attrgetter("duration")}),
    Resource("interview_kits", j.InterviewKit, {
        "job_ids": ids("job_id"), "job_interview_ids": ids("job_interview_id"),
    }),
    Resource("scorecard_questions", j.ScorecardQuestion, {
        "interview_kit_ids": ids("interview_kit_id"), "active": flag("active"),
    }),
    Resource("default_interviewers", j.DefaultInterviewer, {
        "user_ids": ids("user_id"), "interview_kit_ids": ids("interview_kit_id"),
    }),
    Resource("job_owners", j.JobOwner, {
        "user_ids": ids("user_id"), "job_ids": ids("job_id"),
        "type": word("type", "sourcer", "recruiter", "coordinator"),
    }),
    Resource("job_hiring_managers", j.HiringManager, {"user_ids": ids("user_id"), "job_ids": ids("job_id")}),
    Resource("interviews", i.Interview, {
        "job_ids": ids("job_id"), "application_ids": ids("application_id"),
        "job_interview_ids": ids("job_interview_id"), "organizer_ids": ids("organizer_id"),
        "starts_at": time("starts_at"), "ends_at": time("ends_at"), "all_day_start_on": day("all_day_start_on"),
        "all_day_end_on": day("all_day_end_on"), "external_event_id": text("external_event_id"),
        "status": word("status", *INTERVIEW_STATUSES),
    }),
    Resource("interviewers", i.Interviewer, {
        "interview_ids": ids("interview_id"), "user_ids": ids("user_id"), "scorecard_ids": ids("scorecard_id"),
        "response_status": word("response_status", "needs_action", "declined", "tentative", "accepted"),
    }),
    Resource("scorecards", i.Scorecard, {
        "interview_kit_ids": ids("interview_kit_id"), "submitter_ids": ids("submitter_id"),
        "application_ids": ids("application_id"), "interviewer_ids": ids("interviewer_id"),
        "interviewed_at": time("interviewed_at"), "submitted_at": time("submitted_at"),
        "status": word("status", "draft", "complete"),
    }),
    Resource("offers", a.Offer, {
        "application_ids": ids("application_id"), "job_ids": ids("job_id"), "candidate_ids": ids("candidate_id"),
        "opening_ids": ids("opening_id"), "current_only": only(_CURRENT), "custom_field_option_id": chosen("offers"),
        "status": word("status", "Created", "Accepted", "Rejected", "Deprecated"),
        "resolved_at": time("resolved_at"), "sent_on": day("sent_on"), "starts_on": day("starts_on"),
    }, {"version": attrgetter("version")}),
    Resource("sources", o.Source),
    Resource("referrers", o.Referrer, {"user_ids": ids("user_id")}),
    Resource("users", o.User, {
        "agency_ids": ids("agency_id"), "office_ids": within("office_ids"), "department_ids": within("department_ids"),
        "linked_candidate_ids": within("linked_candidate_ids"), "interviewer_tag_ids": within("tag_ids"),
        "employee_ids": texts("employee_id"), "custom_field_option_id": chosen("users"),
        "deactivated": flag("deactivated"), "primary_email": text("primary_email"),
        "external_office_id": Filter("text", "EXISTS (SELECT 1 FROM json_each(office_ids) AS one JOIN offices "
                                     "ON offices.id = one.value WHERE offices.external_id = ?)"),
        "external_department_id": Filter("text", "EXISTS (SELECT 1 FROM json_each(department_ids) AS one "
                                         "JOIN departments ON departments.id = one.value "
                                         "WHERE departments.external_id = ?)"),
        "show_service_accounts": showing("primary_email IS NOT NULL"),
    }, {"primary_email": _known, "tag_ids": lambda user: encode([tag.id for tag in user.interviewer_tags]).decode(),
        **{name: _listed(name) for name in ("office_ids", "department_ids", "linked_candidate_ids")}}),
    Resource("user_roles", o.UserRole),
    Resource("user_emails", o.UserEmail, {
        "user_ids": ids("user_id"), "email": texts("email"), "verified": flag("verified"),
        "verification_token_sent_at": time("verification_token_sent_at"),
    }),
    Resource("interviewer_tags", o.InterviewerTag),
    Resource("departments", o.Department, {"parent_id": one("parent_id"), "external_id": text("external_id")}),
    Resource("offices", o.Office, {"parent_id": one("parent_id"), "external_id": text("external_id")}),
    Resource("custom_fields", o.CustomField, {
        "field_type": word("field_type", *FIELD_TYPES), "active": flag("active"), "name": text("name"),
        "name_key": text("name_key"),
    }),
    Resource("custom_field_options", o.CustomFieldOption, {
        "custom_field_ids": ids("custom_field_id"), "active": flag("active"),
        "custom_field_key": Filter("text", "custom_field_id IN (SELECT id FROM custom_fields WHERE name_key = ?)"),
    }, {"name": attrgetter("name")}),
    Resource("custom_field_departments", o.CustomFieldDepartment, {
        "custom_field_ids": ids("custom_field_id"), "department_ids": ids("department_id"),
    }),
    Resource("custom_field_offices", o.CustomFieldOffice, {
        "custom_field_ids": ids("custom_field_id"), "office_ids": ids("office_id"),
    }),
    Resource("rejection_reasons", o.RejectionReason, {"include_defaults": showing(f"id >= {CUSTOM_REASONS}")}),
    Resource("rejection_details", a.RejectionDetail, {
        "application_ids": ids("application_id"), "rejection_reason_ids": ids("rejection_reason_id"),
        "custom_field_option_id": chosen("rejection_details", "question_custom_fields"),
    }),
    Resource("close_reasons", o.CloseReason),
    Resource("notes", c.Note, {
        "candidate_ids": ids("candidate_id"), "user_ids": ids("user_id"), "application_ids": ids("application_id"),
        "type": word("type", *NOTE_TYPES),
        "visibility": word("visibility", "admin_only_visible", "privately_visible", "publicly_visible"),
    }),
    Resource("attachments", c.Attachment, {
        "application_ids": ids("application_id"), "candidate_ids": ids("candidate_id"),
        "type": word("type", *ATTACHMENT_TYPES),
    }),
    Resource("prospect_details", a.ProspectDetail, {
        "application_ids": ids("application_id"), "pool_ids": ids("pool_id"), "pool_stage_ids": ids("pool_stage_id"),
        "prospect_owner_ids": ids("prospect_owner_id"), "department_ids": ids("department_id"),
        "office_ids": ids("office_id"),
    }),
    Resource("prospect_pools", o.ProspectPool, {
        "department_ids": within("department_ids"), "office_ids": within("office_ids"), "job_ids": within("job_ids"),
        "active": flag("active"),
    }, {name: _listed(name) for name in ("department_ids", "office_ids", "job_ids")}),
    Resource("prospect_pool_stages", o.ProspectPoolStage, {"prospect_pool_ids": ids("prospect_pool_id")}),
    Resource("candidate_tags", c.CandidateTag),
    Resource("applied_candidate_tags", c.AppliedTag, {
        "candidate_tag_ids": ids("candidate_tag_id"), "candidate_ids": ids("candidate_id"),
    }),
    Resource("candidate_educations", c.Education, {
        "candidate_ids": ids("candidate_id"), "start_at": time("start_at"), "end_at": time("end_at"),
        "latest": flag("latest"),
    }),
    Resource("candidate_employments", c.Employment, {"candidate_ids": ids("candidate_id"), "latest": flag("latest")}),
    Resource("eeoc", a.Eeoc, {"application_ids": ids("application_id"), "submitted_at": time("submitted_at")}),
    Resource("demographic_question_sets", o.DemographicQuestionSet, {
        "active": flag("active"), "enabled": flag("enabled"),
    }),
    Resource("demographic_questions", o.DemographicQuestion, {
        "demographic_question_set_ids": ids("demographic_question_set_id"), "active": flag("active"),
        "required": flag("required"),
    }, timed=False),
    Resource("demographic_answer_options", o.DemographicAnswerOption, {
        "demographic_question_ids": ids("demographic_question_id"), "active": flag("active"),
    }, timed=False),
    Resource("demographic_answers", a.DemographicAnswer, {
        "application_ids": ids("application_id"), "demographic_question_ids": ids("demographic_question_id"),
        "demographic_answer_option_ids": ids("demographic_answer_option_id"),
    }),
)  # fmt: skip

BY_NAME = {resource.name: resource for resource in ALL}
BY_MODEL = {resource.model: resource for resource in ALL}
