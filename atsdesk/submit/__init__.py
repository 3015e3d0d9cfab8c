"""Candidates on the way into an ATS: checked before, sent once, never lost."""
