"""Why a job may be the one that is meant: for people to judge by."""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """What speaks for a pair, or against it. Sentences for the command; the window has its own."""

    SAME_ID = "the id is the same: {ours}"
    SAME_CODE = "the code is the same: {ours}"
    SAME_URL = "the address is the same: {ours}"
    NEAR_CODE = "the codes differ in signs or zeros only: {ours}, {theirs}"
    CODE_IN_TITLE = "its code is in the title: {theirs}"
    URL_NAMES_IT = "the address names it: {ours}"
    SAME_TITLE = "the title is the same: {theirs}"
    LIKE_TITLE = "the title is alike ({likeness} %): {theirs}"
    SAME_LEVEL = "the level is the same: {ours}"
    OTHER_LEVEL = "the level differs: {ours}, {theirs}"
    SAME_PLACE = "the place is the same: {theirs}"
    OTHER_PLACE = "the place differs: {ours}, {theirs}"
    SAME_DEPARTMENT = "the department is the same: {theirs}"
    OTHER_DEPARTMENT = "the department differs: {ours}, {theirs}"
    TAKEN = "it is linked with another of your jobs already"
    CLOSED = "it is not open"


@dataclass(frozen=True, slots=True)
class Reason:
    why: Why
    ours: str = ""
    theirs: str = ""
    likeness: int = 0

    def __str__(self) -> str:
        return self.why.value.format(ours=self.ours, theirs=self.theirs, likeness=self.likeness)
