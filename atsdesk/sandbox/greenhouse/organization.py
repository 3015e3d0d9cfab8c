"""The invented company's own things: its people, places, sources, reasons, fields, pools and questionnaires."""

import random
from bisect import bisect
from itertools import accumulate
from typing import Any

from atsdesk.sandbox.greenhouse import catalog
from atsdesk.sandbox.greenhouse.defaults import COMPANY
from atsdesk.sandbox.greenhouse.ids import Ids
from atsdesk.sandbox.greenhouse.model import organization as o
from atsdesk.sandbox.greenhouse.model.candidates import CandidateTag
from atsdesk.sandbox.greenhouse.model.jobs import JobBoard
from atsdesk.sandbox.greenhouse.model.record import Named, Record
from atsdesk.sandbox.greenhouse.resources import CUSTOM_REASONS
from atsdesk.sandbox.greenhouse.times import DAY, stamp
from atsdesk.sandbox.people import People, latin

HISTORY = 730 * DAY  # how far back the data reaches
STAFF = 24
ADMINS, RECRUITERS = 3, 8  # the first few of the staff


class Organization:
    """Everything that exists before the first job is opened; `records` go into the lists."""

    def __init__(self, rng: random.Random, people: People, ids: Ids, now: int) -> None:
        self._rng = rng
        self._ids = ids
        self._founded = now - HISTORY - 30 * DAY
        self._now = now
        self.records: list[Record] = []
        self.departments = {
            name: self._add(o.Department, name=name, parent_id=None, external_id=outside)
            for name, _, outside in catalog.DEPARTMENTS
        }
        for name, parent, _ in catalog.DEPARTMENTS:
            self.departments[name].parent_id = self.departments[parent].id if parent else None
        self.offices = self._offices()
        self.users = self._staff(people)
        self.service: o.User = self._add(o.User, name="ATS Desk integration", site_admin=True, emails=None)
        self._roles()
        self.sources = [
            self._add(o.Source, name=name, type=Named(strategy + 1, catalog.STRATEGIES[strategy]))
            for name, strategy, _ in catalog.SOURCES
        ]
        self._shares = list(accumulate(share for _, _, share in catalog.SOURCES))
        self.referrers = self._referrers(people)
        self.tags = [self._add(CandidateTag, name=name) for name in catalog.TAGS]
        self.fields: dict[str, o.CustomField] = {}
        self.options: dict[str, list[o.CustomFieldOption]] = {}
        self._fields()
        self.reasons = self._reasons()
        self.close_reasons = [self._add(o.CloseReason, name=name) for name in catalog.CLOSE_REASONS]
        self.pools = self._pools()
        self.boards = self._boards()
        self.questionnaire: list[tuple[o.DemographicQuestion, list[o.DemographicAnswerOption]]] = []
        self.question_set = self._add(o.DemographicQuestionSet, title="About you", description="Voluntary")
        self._questionnaire()

    def _add(self, model: type[Any], **members: Any) -> Any:
        at = stamp(self._founded + int(self._rng.random() * 20 * DAY))
        record = model(id=self._ids.new(model), created_at=at, updated_at=at, **members)
        self.records.append(record)
        return record

    def _offices(self) -> list[o.Office]:
        made: dict[str, o.Office] = {}
        for name, parent, outside, location, _ in catalog.OFFICES:
            made[name] = self._add(
                o.Office,
                name=name,
                parent_id=made[parent].id if parent else None,
                external_id=outside,
                location=location,
            )
        return list(made.values())

    def _staff(self, people: People) -> list[o.User]:
        tags = [self._add(o.InterviewerTag, name=name) for name in catalog.INTERVIEWER_TAGS]
        departments = list(self.departments.values())
        users = []
        for number in range(STAFF):
            person = people.person()
            mail = f"{latin(person.first) or 'colleague'}.{number}@northwind.example"
            agency = 5 if number == STAFF - 2 else None
            user = self._add(
                o.User,
                first_name=person.first,
                last_name=person.last,
                name=f"{person.first} {person.last}",
                primary_email=mail,
                job_title="Recruiter" if number < RECRUITERS else catalog.ROLES[number % len(catalog.ROLES)],
                agency_id=agency,
                deactivated=number == STAFF - 1,
                site_admin=number < ADMINS,
                employee_id=None if number % 5 == 4 else f"E{1000 + number}",
                office_ids=[self.offices[1 + number % 4].id],
                department_ids=[departments[number % len(departments)].id],
                interviewer_tags=[Named(tags[number % 3].id, tags[number % 3].name)] if number % 2 else [],
                emails=None if number == 7 else [mail],
                custom_fields={
                    "team": {"name": "Team", "type": "short_text", "value": f"Team {number % 4 + 1}"}
                },
            )
            users.append(user)
            self._add(o.UserEmail, user_id=user.id, email=mail, verified=number != 5)
        self.offices[1].primary_in_house_contact_user_id = users[0].id
        return users

    def _roles(self) -> None:
        for kind, name in (
            ("site_admin", "Site Admin"),
            ("job_admin", "Job Admin: Standard"),
            ("job_admin", "Job Admin: Private"),
            ("deprecated_interviewer", "Interviewer"),
        ):
            self._add(o.UserRole, role_type=kind, name=name)

    def _referrers(self, people: People) -> list[o.Referrer]:
        known = [self._add(o.Referrer, user_id=user.id, name=user.name) for user in self.users[8:16]]
        guests = [people.person() for _ in range(4)]
        return known + [self._add(o.Referrer, user_id=None, name=f"{one.first} {one.last}") for one in guests]

    def _fields(self) -> None:
        for number, (name, kind, value, key, choices) in enumerate(catalog.FIELDS):
            field = self._add(
                o.CustomField,
                field_type=kind,
                sort_order=number,
                name=name,
                value_type=value,
                name_key=key,
                private=key == "salary_expectation",
                trigger_new_version=key == "salary",
                active=key not in catalog.ARCHIVED_FIELDS,
                updated_by_id=self.users[0].id if number % 3 else None,
                internal_type=key if key in catalog.STANDARD_FIELDS else None,
                template_token_string=f"{{{{{key.upper()}}}}}" if kind == "offer" else None,
            )
            self.fields[key] = field
            self.options[key] = [
                self._add(o.CustomFieldOption, custom_field_id=field.id, name=choice, sort_order=ordinal)
                for ordinal, choice in enumerate(choices)
            ]
        old = self.options["employment_type"][-1]
        old.active = False
        self._add(
            o.CustomFieldDepartment,
            custom_field_id=self.fields["portfolio_review"].id,
            department_id=self.departments["Product"].id,
        )
        self._add(
            o.CustomFieldOffice,
            custom_field_id=self.fields["work_permit_until"].id,
            office_id=self.offices[1].id,
        )

    def _reasons(self) -> list[o.RejectionReason]:
        def reason(name: str, kind: int) -> o.RejectionReason:
            key, words = catalog.KINDS[kind]
            made: o.RejectionReason = self._add(
                o.RejectionReason, name=name, type=o.ReasonType(kind + 1, key, words)
            )
            return made

        built_in = [reason(*one) for one in catalog.BUILT_IN_REASONS]
        self._ids.skip(o.RejectionReason, CUSTOM_REASONS)
        return [*built_in, *(reason(*one) for one in catalog.OWN_REASONS)]

    def _pools(self) -> list[tuple[o.ProspectPool, list[o.ProspectPoolStage]]]:
        pools = []
        for number, (name, stages) in enumerate(catalog.POOLS):
            pool = self._add(
                o.ProspectPool,
                name=name,
                active=number < 2,
                description="Collected at fairs" if number == 2 else None,
                department_ids=[self.departments["Engineering"].id] if number == 0 else [],
                office_ids=[self.offices[1].id] if number == 1 else [],
            )
            pools.append(
                (
                    pool,
                    [
                        self._add(
                            o.ProspectPoolStage, prospect_pool_id=pool.id, name=stage, sort_order=ordinal
                        )
                        for ordinal, stage in enumerate(stages)
                    ],
                )
            )
        return pools

    def _boards(self) -> list[JobBoard]:
        outside = self._add(JobBoard, company_name=COMPANY, internal=False, url_token="northwind")
        inside = self._add(JobBoard, company_name=COMPANY, internal=True, url_token=None)
        self._add(JobBoard, company_name="Northwind Campus", status="draft", url_token="northwindcampus")
        return [outside, inside]

    def _questionnaire(self) -> None:
        for number, (words, kind, choices) in enumerate(catalog.DEMOGRAPHICS):
            question = self._add(
                o.DemographicQuestion,
                sort_order=number,
                name=words,
                demographic_question_set_id=self.question_set.id,
                answer_type=kind,
            )
            options = [
                self._add(
                    o.DemographicAnswerOption,
                    demographic_question_id=question.id,
                    sort_order=ordinal,
                    name=choice,
                    free_form="describe" in choice,
                    decline_to_answer=ordinal == len(choices) - 1,
                )
                for ordinal, choice in enumerate(choices)
            ]
            self.questionnaire.append((question, options))

    def source(self, rng: random.Random) -> tuple[o.Source, int]:
        """A source by its share, and its strategy."""
        number = bisect(self._shares, rng.random() * self._shares[-1])
        return self.sources[number], catalog.SOURCES[number][1]

    def choice(self, rng: random.Random, key: str) -> dict[str, Any]:
        """A value of a select field, by its label (SECONDARY [T2])."""
        return self.value(key, rng.choice(self.options[key]).name)

    def value(self, key: str, value: Any) -> dict[str, Any]:
        """A value of a field as objects show it."""
        field = self.fields[key]
        return {"name": field.name, "type": field.value_type, "value": value}
