"""What is wrong with a draft or a file: which field, which rule, in words, and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person should look at before sending."""

    field: str
    """Path in the draft: `email`, `educations[0].started`, `files[1]`."""
    rule: str
    """The rule that was broken, in a word for programs: required, email, extension, size ..."""
    words: str
    hint: str = ""
    firm: bool = True
    """It keeps the draft from being sent; otherwise it is a warning."""
    instead: str = ""
    """A value that would do."""

    def __str__(self) -> str:
        return f"{self.words} {self.hint}".strip()


def is_sendable(problems: list[Problem]) -> bool:
    """Whether nothing but warnings is left."""
    return not any(problem.firm for problem in problems)
