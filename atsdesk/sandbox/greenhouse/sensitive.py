"""What some applicants say for statistics. Source: Harvest documentation, "EEOC and demographics"."""

import random
from collections.abc import Iterator

from atsdesk.sandbox.greenhouse import catalog
from atsdesk.sandbox.greenhouse.ids import Ids
from atsdesk.sandbox.greenhouse.model import applications as a
from atsdesk.sandbox.greenhouse.model.record import Record
from atsdesk.sandbox.greenhouse.organization import Organization


def statistics(
    rng: random.Random, company: Organization, ids: Ids, application: a.Application
) -> Iterator[Record]:
    """Statutory answers of some, at times twice (SECONDARY [T10]), and the questionnaire of others."""
    draw = rng.random()
    at = application.created_at
    if draw < 0.12:
        for _ in range(2 if draw < 0.005 else 1):
            said = {name: _described(rng, choices) for name, choices in catalog.EEOC.items()}
            yield a.Eeoc(
                id=ids.new(a.Eeoc),
                created_at=at,
                updated_at=at,
                application_id=application.id,
                candidate_id=application.candidate_id,
                submitted_at=at,
                gender=said["gender"],
                race=said["race"],
                veteran_status=said["veteran_status"],
                disability_status=said["disability_status"],
            )
    elif draw < 0.2:
        for question, options in company.questionnaire:
            option = options[int(rng.random() * len(options))]
            yield a.DemographicAnswer(
                id=ids.new(a.DemographicAnswer),
                created_at=at,
                updated_at=at,
                application_id=application.id,
                demographic_question_id=question.id,
                demographic_answer_option_id=option.id,
                free_form_text="Something else" if option.free_form else None,
            )


def _described(rng: random.Random, choices: tuple[str, ...]) -> a.Described | None:
    number = int(rng.random() * (len(choices) + 1))
    return None if number == len(choices) else a.Described(number + 1, choices[number])
