"""Whether a job takes candidates, and if not, why: its status says only half of it.

A job is open and publishable where it is there, its status is open, and those who are to see it may (contracts,
Choosing jobs). Where the ATS says neither yes nor no, it is `unknown`, and a person decides.
"""

SHOWN = ("PUBLIC", "UNLISTED", "PRIVATE")
"""Words of visibility with which anybody can apply, with the link at least. That `UNLISTED` is enough is a choice of
ours, and what SmartRecruiters' `PRIVATE` means is INFERRED."""
HIDDEN = {"INTERNAL": "internal", "CONFIDENTIAL": "confidential", "NOT_PUBLISHED": "unpublished"}
"""Words with which strangers cannot (CONFIRMED, Job)."""

MAY = ("open", "unknown")
"""With these, a job can be exposed and submitted to."""
OPENNESS = {
    "open": "It is open.",
    "unknown": "The ATS does not say whether it is open and on show.",
    "closed": "It is closed.",
    "archived": "It is archived.",
    "on_hold": "It is on hold.",
    "draft": "It is a draft.",
    "template": "It is a template.",
    "unpublished": "It is not published.",
    "internal": "It is shown to the company's own people only.",
    "confidential": "It is confidential.",
    "deleted": "The ATS no longer has it.",
}
"""Every word there is, in a sentence."""


def openness(alias: str) -> str:
    """The SQL expression that gives the word for a row of jobs."""
    shown = ", ".join(f"'{word}'" for word in SHOWN)
    hidden = " ".join(f"when '{word}' then '{ours}'" for word, ours in HIDDEN.items())
    return f"""case
      when {alias}.deleted_at is not null then 'deleted'
      when {alias}.is_template = 1 then 'template'
      when upper({alias}.status_raw) = 'ARCHIVED' then 'archived'
      when {alias}.status in ('closed', 'on_hold', 'draft') then {alias}.status
      when {alias}.is_confidential = 1 then 'confidential'
      when {alias}.status is not 'open' then 'unknown'
      when upper({alias}.visibility) in ({shown}) then 'open'
      when {alias}.visibility is not null then case upper({alias}.visibility) {hidden} else 'unknown' end
      when {alias}.is_published = 1 then 'open'
      when {alias}.is_published = 0 then 'unpublished'
      else 'unknown'
    end"""


def lost(word: str | None) -> bool:
    """Whether a job of this openness takes no candidates."""
    return word not in MAY
