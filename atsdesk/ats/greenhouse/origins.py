"""Where each column comes from in Harvest v3, for the data dictionary: told by the lists' declarations where a member
stands for itself, and here where it does not."""

from collections.abc import Iterator

from atsdesk.ats.greenhouse import company, people
from atsdesk.ats.greenhouse.members import Form

OF_OTHERS = {
    "jobs.department": "name of departments, by department_id",
    "jobs.location": "location, or name, of offices, by the first of office_ids",
    "jobs.recruiter": "user of job_owners of type recruiter, the responsible one first",
    "jobs.hiring_manager": "user of job_hiring_managers",
    "jobs.is_published": "live and not internal, of any of the job's job_posts",
    "hiring_team.name": "name of users, by user_id",
    "hiring_team.role": "type of job_owners; hiring_manager for job_hiring_managers",
    "job_posts.is_active": "active",
    "custom_values.key": "key in custom_fields",
    "custom_values.value": "value in custom_fields",
    "custom_values.field_id": "id of custom_fields, by name_key",
    "candidates.name": "first_name and last_name",
    "candidates.headline": "title",
    "candidates.email": "the first of email_addresses[]",
    "candidates.phone": "the first of phone_numbers[] that is not mobile",
    "candidates.mobile_phone": "the first of phone_numbers[] that is mobile",
    "candidates.linkedin_url": "the first of social_media_addresses[] and website_addresses[] that is LinkedIn",
    "candidates.website": "the first other of social_media_addresses[] and website_addresses[]",
    "candidates.location": "the first of addresses[]",
    "candidates.other_contacts": "the rest of email_addresses[], phone_numbers[], addresses[] and web addresses",
    "candidates.is_private": "private",
    "candidates.first_name": "first_name",
    "candidates.last_name": "last_name",
    "candidates.preferred_name": "preferred_name",
    "candidates.company": "company",
    "candidates.last_activity_at": "last_activity_at",
    "applications.candidate_id": "candidate_id",
    "applications.job_id": "job_id",
    "applications.status": "status",
    "applications.status_raw": "status",
    "applications.stage_id": "job_interview_stage_id, while it is active",
    "applications.stage": "stage_name, while it is active",
    "applications.stage_entered_at": "entered_at of the current application_stages",
    "applications.source_id": "source_id",
    "applications.source_contact_id": "referrer_id",
    "applications.recruiter_id": "recruiter_id",
    "applications.coordinator_id": "coordinator_id",
    "applications.job_post_id": "job_post_id",
    "applications.is_prospect": "prospect",
    "applications.rejected_at": "rejected_at",
    "applications.rejection_reason": "name of rejection_reasons, by rejection_details",
    "applications.last_activity_at": "last_activity_at",
    "applications.answers": "answers[]",
    "steps.stage_id": "job_interview_stage_id of application_stages",
    "steps.name": "name of job_interview_stages",
    "steps.position": "sort_order of job_interview_stages",
    "steps.state": "current, entered_at and exited_at of application_stages",
    "steps.entered_at": "entered_at of application_stages",
    "steps.completed_at": "exited_at of application_stages",
    "interviews.candidate_id": "candidate of the application",
    "interviews.organizer": "name of users, by organizer_id",
    "interviewers.name": "name of users, by user_id",
    "offers.is_current": "the highest version of the application",
    "rejections.reason": "name of rejection_reasons",
    "candidate_tags.name": "name of candidate_tags",
    "candidate_tags.tag_id": "candidate_tag_id of applied_candidate_tags",
    "educations.school": "name of custom_field_options, by school_name_custom_field_option_id",
    "educations.degree": "name of custom_field_options, by degree_custom_field_option_id",
    "educations.discipline": "name of custom_field_options, by discipline_custom_field_option_id",
    "notes.author": "name of users, by user_id",
}


def _forms() -> Iterator[Form]:
    for module in (company, people):
        yield from (value for value in vars(module).values() if isinstance(value, Form))


ORIGINS = {
    **{column: member for form in _forms() for column, member in form.origins.items()},
    **OF_OTHERS,
}
